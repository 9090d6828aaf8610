using System.Globalization;
using System.Text;
using Grader.Reference.Training;
using Grader.Training.Networks;

namespace Grader.Training.Runs;

/// <summary>Curves of runs, <c>curves.csv</c>: a line an epoch. Training figures are averages over the epoch, test figures those at its end.</summary>
internal static class CurveTable
{
    public const string FileName = "curves.csv";

    private const string Header = "variant,variation,seed,epoch,training-loss,training-accuracy,test-loss,test-accuracy,seconds";

    public static string Write(IReadOnlyDictionary<PlannedRun, IReadOnlyList<EpochFigures>> curves)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var (run, curve) in curves.OrderBy(pair => pair.Key.Role).ThenBy(pair => pair.Key.Variant, StringComparer.Ordinal).ThenBy(pair => pair.Key.Variation, StringComparer.Ordinal).ThenBy(pair => pair.Key.Seed))
        {
            foreach (var (epoch, training, test, seconds) in curve)
                text.Append(CultureInfo.InvariantCulture, $"{run.Variant},{run.Variation},{run.Seed},{epoch},{Number(training.Loss, 6)},{Number(training.Accuracy, 4)},{Number(test.Loss, 6)},{Number(test.Accuracy, 4)},{Number(seconds, 2)}\n");
        }

        return text.ToString();
    }

    /// <summary>The curves of these runs; a line that cannot be read, or is of another run, is left out.</summary>
    public static Dictionary<PlannedRun, IReadOnlyList<EpochFigures>> Read(string text, IReadOnlyCollection<PlannedRun> runs)
    {
        var known = runs.ToDictionary(run => (run.Variant, run.Variation, run.Seed));
        return text.Split('\n').Skip(1)
            .Select(line => line.Split(','))
            .Where(fields => fields.Length == 9 && int.TryParse(fields[3], CultureInfo.InvariantCulture, out _) && int.TryParse(fields[2], CultureInfo.InvariantCulture, out var seed) && known.ContainsKey((fields[0], fields[1], seed)))
            .GroupBy(fields => known[(fields[0], fields[1], int.Parse(fields[2], CultureInfo.InvariantCulture))])
            .ToDictionary(group => group.Key, group => (IReadOnlyList<EpochFigures>)[.. group.Select(Epoch)]);
    }

    private static EpochFigures Epoch(string[] fields) => new(int.Parse(fields[3], CultureInfo.InvariantCulture), new(Parsed(fields[4]), Parsed(fields[5])), new(Parsed(fields[6]), Parsed(fields[7])), Parsed(fields[8]));

    private static double Parsed(string field) => double.TryParse(field, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private static string Number(double number, int decimals) => double.IsFinite(number) ? Math.Round(number, decimals).ToString(CultureInfo.InvariantCulture) : "NaN";
}
