using Grader.Mathematics;
using Grader.Reference.Engines.Normalization;

namespace Grader.Reference.Engines.BatchNormalization;

/// <summary>
/// The backward pass, as in the paper: gradients by gamma and beta, by the normalised values, and in training by the variance and the mean of each unit, through both of
/// which the values act as well. The term of the mean in the variance's gradient is left out: deviations from the mean sum to 0.
/// </summary>
/// <param name="constant">Whether the statistics do not depend on the values, as at test time.</param>
internal sealed class BatchNormalizationBackward(NormalizationFormulas formulas, NormalizationParameters parameters, bool constant)
{
    public int Units => formulas.Rows;

    public int Examples => formulas.Columns;

    public void AddTo(WorksheetBuilder worksheet, Matrix upstream)
    {
        worksheet.Add("upstream", upstream, "gradient by the outputs");
        worksheet.Add("gradient.beta", PerUnit(unit => Sum(unit, Upstream)), "gradient by beta");
        worksheet.Add("gradient.gamma", PerUnit(unit => Sum(unit, UpstreamTimes("normalized"))), "gradient by gamma");
        worksheet.Add("gradient.normalized", formulas.PerEntry((unit, example) => $"{Upstream(unit, example)}*{EntryNames.Of("gamma", unit)}"), "gradient by the normalised values");
        if (!constant)
        {
            worksheet.Add("gradient.variance", PerUnit(unit => $"-({Sum(unit, (row, example) => $"{OfNormalized(row, example)}*{formulas.DeviationFromMean(row, example)}")})/(2*{formulas.Root(unit)}^3)"), "gradient by the variance of each unit");
            worksheet.Add("gradient.mean", PerUnit(unit => $"-({Sum(unit, OfNormalized)})/{formulas.Root(unit)}"), "gradient by the mean of each unit");
        }

        worksheet.Add("gradient.values", formulas.PerEntry((unit, example) => constant ? Direct(unit, example) : $"{Direct(unit, example)} + {ThroughVariance(unit, example)} + {ThroughMean(unit)}"), "gradient by the values");
        AddMistakes(worksheet);
    }

    private void AddMistakes(WorksheetBuilder worksheet)
    {
        if (Examples > 1)
        {
            worksheet.Mistake("examples-averaged", "Averaged over the examples; the gradients by gamma and beta are sums.")
                .At("", ("gradient.beta", PerUnit(unit => $"({Sum(unit, Upstream)})/{Examples}")), ("gradient.gamma", PerUnit(unit => $"({Sum(unit, UpstreamTimes("normalized"))})/{Examples}")));
        }

        worksheet.Mistake("gradients-swapped", "Gave the gradient by beta for that by gamma, and the reverse.")
            .At("", ("gradient.beta", PerUnit(unit => Sum(unit, UpstreamTimes("normalized")))), ("gradient.gamma", PerUnit(unit => Sum(unit, Upstream))));
        worksheet.Mistake("values-not-normalized", "Multiplied by the values themselves; the gradient by gamma takes the normalised ones.").At("", ("gradient.gamma", PerUnit(unit => Sum(unit, UpstreamTimes("values")))));
        if (parameters.Scales)
            worksheet.Mistake("gamma-not-passed-back", "Left out the factor gamma on the way back.").At("", ("gradient.normalized", formulas.PerEntry(Upstream)));
        if (constant)
        {
            worksheet.Mistake("divisor-not-passed-back", "Left out the division by the deviation on the way back.").At("", ("gradient.values", formulas.PerEntry(OfNormalized)));
            return;
        }

        worksheet.Mistake("statistics-held-constant", "Took mean and variance for constants; the values act through both of them.").At("", ("gradient.values", formulas.PerEntry(Direct)));
        worksheet.Mistake("variance-path-left-out", "Left out what the values do through the variance.").At("", ("gradient.values", formulas.PerEntry((unit, example) => $"{Direct(unit, example)} + {ThroughMean(unit)}")));
        worksheet.Mistake("mean-path-left-out", "Left out what the values do through the mean.").At("", ("gradient.values", formulas.PerEntry((unit, example) => $"{Direct(unit, example)} + {ThroughVariance(unit, example)}")));
    }

    private string Direct(int unit, int example) => $"{OfNormalized(unit, example)}/{formulas.Root(unit)}";

    private string ThroughVariance(int unit, int example) => $"2*{EntryNames.Of("gradient.variance", unit)}*{formulas.DeviationFromMean(unit, example)}/{Examples}";

    private string ThroughMean(int unit) => $"{EntryNames.Of("gradient.mean", unit)}/{Examples}";

    private string Upstream(int unit, int example) => formulas.Entry("upstream", unit, example);

    private string OfNormalized(int unit, int example) => formulas.Entry("gradient.normalized", unit, example);

    private Func<int, int, string> UpstreamTimes(string array) => (unit, example) => $"{Upstream(unit, example)}*{formulas.Entry(array, unit, example)}";

    private string Sum(int unit, Func<int, int, string> term) => string.Join(" + ", Enumerable.Range(1, Examples).Select(example => term(unit, example)));

    private Matrix PerUnit(Func<int, string> formula) => EntryFormulas.Column(Units, formula);
}
