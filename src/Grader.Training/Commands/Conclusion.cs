using System.Globalization;
using Grader.Cli;
using Grader.Mathematics;
using Grader.Reference.Training;
using Grader.Training.Plots;
using Grader.Training.Runs;

namespace Grader.Training.Commands;

/// <summary>What is made of the runs: bands, plots, and a table to read.</summary>
internal static class Conclusion
{
    /// <param name="data">Where the data come from; its hash is added.</param>
    /// <param name="note">For the provenance; empty for nothing.</param>
    public static void Write(TrainingRecipe recipe, RunStore store, string folder, string data, string note)
    {
        var rows = store.Rows;
        var hashes = rows.Select(row => row.Data).Distinct().ToList();
        var provenance = new Provenance(
            data.Contains("; hash", StringComparison.Ordinal) ? data : $"{data}; hash {string.Join(", ", hashes)}",
            string.Join(", ", rows.Select(row => row.Device).Distinct()),
            string.Join(", ", rows.Select(row => row.Library).Distinct()),
            DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Sentences.Joined(note, Repeatable(rows)));
        var making = new BandMaker(recipe, rows, provenance).Make();
        foreach (var surprise in making.Notes)
            Console.Error.WriteLine($"note: {surprise}");
        if (making.Bands is not { } bands)
            throw new GraderException(ExitCode.Partial, $"{folder}: too few runs for a band.");
        store.Write(TrainedBands.FileName, BandsFile.Write(bands));
        foreach (var (name, svg) in TrainingPlots.Draw(recipe, store.Curves, rows, bands))
            store.Write(name, svg);
        StandardOutput.Write(Table(bands));
        StandardOutput.Write($"{folder}: {RunTable.FileName}, {CurveTable.FileName}, {TrainedBands.FileName} and plots written.\n");
    }

    /// <summary>What is the same when somebody trains again, and what is not.</summary>
    private static string Repeatable(IReadOnlyCollection<RunRow> rows)
    {
        var text = "The same seed, thread count and machine give the same bits; other machines give other runs, of the same distribution.";
        if (rows.Any(row => row.Device.Contains("at once", StringComparison.Ordinal)))
            text += " Seeds trained at once are computed in another order than alone: other bits.";
        if (rows.Any(row => row.Device.StartsWith("cuda", StringComparison.Ordinal)))
            text += " On a CUDA device cuDNN chooses how it computes, and the bits may differ from time to time.";
        return text;
    }

    private static string Table(TrainedBands bands)
    {
        string[] header = ["variant", "measure", "runs", "mean", "sd", "min to max", $"band {(bands.Coverage * 100).ToString()}/{(bands.Confidence * 100).ToString()}, of {bands.BandCount}", "alone", "wider", "held out inside"];
        var lines = bands.Bands.Items.Select(band => new[]
        {
            band.Variant, band.Measure, band.Runs.ToString(CultureInfo.InvariantCulture), Number(band.Mean), Number(band.Deviation), $"{Number(band.Smallest)} to {Number(band.Largest)}",
            Ends(band.Interval), Ends(band.Uncorrected), band.Wider is { } wider ? Ends(wider.Interval) : "-", band.HeldOut is { } heldOut ? $"{heldOut.Inside} of {heldOut.Runs}" : "-",
        }).Prepend(header).ToList();
        var widths = Enumerable.Range(0, header.Length).Select(column => lines.Max(line => line[column].Length)).ToList();
        var text = string.Concat(lines.Select(line => string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd() + "\n"));
        if (bands.Students is { } students)
            text += $"{students.Inside} of {students.Runs} held-out seeds lie inside all bands; at most {Number(students.Rejects.High * 100)} % of honest runs are rejected (95 %).\n";
        return text + string.Concat(bands.Differences.Items.Select(difference => $"{difference.From} to {difference.To}, {difference.Measure}: {Number(difference.Mean)} on average ({Ends(difference.MeanInterval)}); seeds alone move a difference by {Number(difference.Noise)}.\n"));
    }

    private static string Ends(Limits limits) => $"{Number(limits.Low)} to {Number(limits.High)}";

    private static string Number(Rational number) => number.ToDecimal(2);
}
