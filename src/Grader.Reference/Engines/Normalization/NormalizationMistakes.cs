namespace Grader.Reference.Engines.Normalization;

/// <summary>What goes wrong in normalising by hand, whatever the statistics are taken over.</summary>
internal sealed class NormalizationMistakes(WorksheetBuilder worksheet, NormalizationFormulas formulas, NormalizationParameters parameters)
{
    /// <summary>Mistakes in the statistics themselves.</summary>
    /// <param name="sample">What to say to who divided by one less.</param>
    /// <param name="axis">What to say to who took the statistics along the other axis.</param>
    public void AddStatistics(string sample, string axis)
    {
        if (formulas.Columns > 1)
            worksheet.Mistake("sample-variance", sample).At("", ("variance", formulas.Variance(formulas.Columns - 1)));
        worksheet.Mistake("deviation-for-variance", "Gave the standard deviation, the root of the variance.").At("", ("variance", formulas.Deviation), ("normalized", formulas.NormalizedBy(formulas.RootOfStatistics)));
        if (formulas.Rows > 1)
            worksheet.Mistake("wrong-axis", axis).At("", ("mean", formulas.ColumnMean), ("variance", formulas.ColumnVariance), ("normalized", formulas.ColumnNormalized));
    }

    /// <summary>Mistakes in what is done with the statistics.</summary>
    public void AddUse()
    {
        worksheet.Mistake("variance-for-deviation", "Divided by the variance instead of its root.").At("", ("normalized", formulas.NormalizedBy(formulas.VarianceOf)));
        worksheet.Mistake("mean-left-out", "Divided the values without subtracting the mean from them.").At("", ("normalized", formulas.MeanLeftOut));
        if (formulas.HasEpsilon)
        {
            worksheet.Mistake("epsilon-outside-root", "Added epsilon to the root of the variance; it is added to the variance, inside the root.")
                .At("", ("normalized", formulas.NormalizedBy(row => $"{formulas.RootWithoutEpsilon(row)} + epsilon")));
            worksheet.Mistake("epsilon-left-out", "Left out epsilon.").At("", ("normalized", formulas.NormalizedBy(formulas.RootWithoutEpsilon)));
        }

        if (parameters.Differ)
            worksheet.Mistake("gamma-beta-swapped", "Scaled by beta and shifted by gamma.").At("", ("output", formulas.Output("beta", "gamma")));
        if (parameters.Shifts)
            worksheet.Mistake("shift-left-out", "Left out the shift by beta.").At("", ("output", formulas.Output("gamma", null)));
        if (parameters.Scales)
            worksheet.Mistake("scale-left-out", "Left out the scale gamma.").At("", ("output", formulas.Output(null, "beta")));
    }
}
