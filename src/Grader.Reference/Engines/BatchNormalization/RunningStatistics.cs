using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;
using Grader.Reference.Engines.Normalization;

namespace Grader.Reference.Engines.BatchNormalization;

/// <summary>The running mean and variance of each unit, and their update by the statistics of a mini-batch.</summary>
/// <param name="OfBatch">Whether the momentum is the share of the mini-batch's statistics rather than of the running ones.</param>
/// <param name="Sample">Whether the update takes the variance divided by m − 1.</param>
internal sealed record RunningStatistics(ImmutableArray<Expression> Means, ImmutableArray<Expression> Variances, Rational Momentum, bool OfBatch, bool Sample)
{
    public const string Mean = "runningMean";
    public const string Variance = "runningVariance";

    /// <returns>Null where none are given; with a problem where they are wrong, or missing at test time.</returns>
    public static RunningStatistics? Read(ObjectReader inputs, TableReader tables, int units, bool test)
    {
        var momentum = inputs.Share("momentum", Rational.Of(9, 10));
        var (ofBatch, sample) = (inputs.OneOf("momentumOf", "running", "batch") == "batch", inputs.OneOf("runningFrom", "population-variance", "sample-variance") == "sample-variance");
        var given = new[] { Mean, Variance }.Where(key => inputs.Node(key) is not null).ToList();
        if (given.Count < 2)
        {
            if (test || given.Count == 1)
                inputs.Problems.Add(given.Count == 1 ? inputs.PlaceOf(given[0]) : inputs.PlaceOf("phase"), given.Count == 1 ? $"\"{given[0]}\" stands alone." : "At test time the running statistics normalise.", $"Write both \"{Mean}\" and \"{Variance}\", a number a unit each.");
            return null;
        }

        var (means, variances) = (NormalizationParameters.Vector(Mean, inputs, tables, units, "unit"), NormalizationParameters.Vector(Variance, inputs, tables, units, "unit"));
        return means is null || variances is null ? null : new(means.Value, variances.Value, momentum, ofBatch, sample);
    }

    public void AddTo(WorksheetBuilder worksheet)
    {
        worksheet.Add(Mean, TableReader.Column(Means), "running mean of each unit");
        worksheet.Add(Variance, TableReader.Column(Variances), "running variance of each unit");
    }

    /// <summary>The running statistics after the mini-batch, and what goes wrong in them.</summary>
    public void AddUpdate(WorksheetBuilder worksheet, NormalizationFormulas batch)
    {
        var (units, examples) = (batch.Rows, batch.Columns);
        worksheet.Add("momentum", Momentum, "momentum of the running statistics");
        var sample = Sample && examples > 1;
        worksheet.Add("newRunningMean", Means(OfBatch), "running mean of each unit after the mini-batch");
        worksheet.Add("newRunningVariance", Variances(OfBatch, sample), "running variance of each unit after the mini-batch");

        if (Momentum + Momentum != Rational.One)
            worksheet.Mistake("momentum-reversed", "Weighted the running statistics with the share of the mini-batch's, and the reverse.").At("", ("newRunningMean", Means(!OfBatch)), ("newRunningVariance", Variances(!OfBatch, sample)));
        worksheet.Mistake("running-replaced", "Replaced the running statistics by those of the mini-batch, without the momentum.")
            .At("", ("newRunningMean", EntryFormulas.Column(units, unit => EntryNames.Of("mean", unit))), ("newRunningVariance", EntryFormulas.Column(units, unit => BatchVariance(unit, sample))));
        if (examples > 1 && Sample)
            worksheet.Mistake("population-variance-in-running", "Updated the running variance with the variance divided by m; it takes the one divided by m − 1.").At("", ("newRunningVariance", Variances(OfBatch, false)));
        else if (examples > 1)
            worksheet.Mistake("sample-variance-in-running", "Updated the running variance with the variance divided by m − 1; it takes the one divided by m.").At("", ("newRunningVariance", Variances(OfBatch, true)));

        Matrix Means(bool ofBatch) => EntryFormulas.Column(units, unit => Mixed(EntryNames.Of(Mean, unit), EntryNames.Of("mean", unit), ofBatch));

        Matrix Variances(bool ofBatch, bool divideByOneLess) => EntryFormulas.Column(units, unit => Mixed(EntryNames.Of(Variance, unit), BatchVariance(unit, divideByOneLess), ofBatch));

        string BatchVariance(int unit, bool divideByOneLess) => EntryNames.Of("variance", unit) + (divideByOneLess ? $"*{examples}/{examples - 1}" : "");
    }

    private static string Mixed(string running, string batch, bool ofBatch) => ofBatch ? $"(1 - momentum)*{running} + momentum*{batch}" : $"momentum*{running} + (1 - momentum)*{batch}";
}
