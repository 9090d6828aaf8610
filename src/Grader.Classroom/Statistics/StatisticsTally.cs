using System.Text.RegularExpressions;
using Grader.Classroom.Decisions;
using Grader.Classroom.Review;
using Grader.Classroom.Runs;
using Grader.Mathematics;

namespace Grader.Classroom.Statistics;

/// <summary>Counts the results of a run, one after the other.</summary>
public static partial class StatisticsTally
{
    /// <summary>What few share may be their own.</summary>
    private const int FewestSharing = 3;

    /// <summary>Of the answers that were read: a wrong value that a tenth have and nothing explains is one to look at.</summary>
    private const int SuspiciousShare = 10;

    private const int MostListed = 200;

    /// <exception cref="ClassroomException">The run is not there, not complete, or damaged.</exception>
    public static ClassStatistics Of(string run)
    {
        var manifest = RunFolder.ReadComplete(run);
        var checks = new Dictionary<string, CheckTally>(StringComparer.Ordinal);
        var mistakes = new Dictionary<(string, string), (DiagnosedMistake First, int Count, SortedSet<string> Checks)>();
        var unread = new Dictionary<(string, string, string), (string Reason, string Example, int Count, SortedSet<string> Checks)>();
        var (totals, pending, max, submissions) = (new List<double>(), 0.0, 0.0, 0);
        var alike = new SimilarityTally();
        var (ledger, rubrics) = (Ledger.Read(run), Rubrics.Read(run));
        foreach (var (summary, line) in RunResults.Lines(run))
        {
            submissions++;
            if (ResultAnswers.Of(line) is not { } result)
                continue;
            var decided = ledger.Apply(summary, line, rubrics).Points;
            totals.Add((double)decided.Points);
            pending += (double)decided.Pending;
            max = Math.Max(max, result.Max);
            foreach (var answer in result.Checks)
            {
                if (!checks.TryGetValue(answer.Id, out var tally))
                    checks[answer.Id] = tally = new(answer);
                tally.Add(answer, result.Points, result.Name);
                if (!answer.IsJudged)
                    AddUnread(answer, result.Name);
            }
            foreach (var mistake in result.Mistakes.Items.DistinctBy(mistake => (mistake.Question, mistake.Id)))
            {
                var (first, count, where) = mistakes.GetValueOrDefault((mistake.Question, mistake.Id), (mistake, 0, new(StringComparer.Ordinal)));
                where.UnionWith(mistake.Checks.Items);
                mistakes[(mistake.Question, mistake.Id)] = (first, count + 1, where);
            }
            alike.Add(result);
        }
        return new(
            manifest.Inputs.Assignment,
            manifest.Source.Title.Length > 0 ? manifest.Source.Title : manifest.Inputs.Assignment,
            manifest.Inputs.Key,
            submissions,
            totals.Count,
            Distribution(totals, pending, max),
            checks.Values.Select(check => check.Statistics()).ToSequence(),
            mistakes.Values.OrderByDescending(mistake => mistake.Count).ThenBy(mistake => mistake.First.Question, StringComparer.Ordinal).ThenBy(mistake => mistake.First.Id, StringComparer.Ordinal)
                .Select(mistake => new MistakeShare(mistake.First.Question, mistake.First.Id, mistake.First.Say, mistake.Count, mistake.Checks.ToSequence())).ToSequence(),
            WrongValues(checks.Values),
            unread.OrderByDescending(item => item.Value.Count).ThenBy(item => item.Key).Take(MostListed)
                .Select(item => new UnreadShare(item.Key.Item1, item.Key.Item2, item.Value.Reason, item.Value.Count, item.Value.Checks.ToSequence(), item.Value.Example)).ToSequence(),
            alike.Pairs())
        {
            Agreement = ReviewAgreement.Of(run).ToSequence(),
        };

        void AddUnread(CheckAnswer answer, string name)
        {
            var key = (answer.Verdict, answer.Kind, Varying().Replace(answer.Message, match => match.Value[0] == '“' ? "“…”" : "#"));
            var (reason, example, count, where) = unread.GetValueOrDefault(key, (answer.Message, name, 0, new(StringComparer.Ordinal)));
            where.Add(answer.Id);
            unread[key] = (reason, example, count + 1, where);
        }
    }

    private static Sequence<WrongValue> WrongValues(IEnumerable<CheckTally> checks) => checks
        .SelectMany(check => check.Wrong.Where(wrong => wrong.Value.Count > 1), (check, wrong) => (Check: check, wrong.Key, wrong.Value))
        .OrderByDescending(item => item.Value.Count).ThenBy(item => item.Check.Id, StringComparer.Ordinal).ThenBy(item => item.Key.Value, StringComparer.Ordinal)
        .Take(MostListed)
        .Select(item => new WrongValue(
            item.Check.Id, item.Key.Value, item.Check.Expected, item.Value.Count, item.Check.Read, item.Key.Mistakes.Length == 0 ? [] : [.. item.Key.Mistakes.Split(", ")], item.Value.Example,
            item.Key.Mistakes.Length == 0 && item.Value.Count >= FewestSharing && SuspiciousShare * item.Value.Count >= item.Check.Read))
        .ToSequence();

    private static PointsDistribution Distribution(List<double> totals, double pending, double max)
    {
        var tenths = new int[10];
        foreach (var total in totals)
            tenths[max <= 0 ? 0 : Math.Clamp((int)Math.Ceiling((total / max * 10) - 1e-9) - 1, 0, 9)]++;
        if (totals.Count == 0)
            return new(0, 0, 0, 0, 0, 0, 0, 0, 0, [.. tenths]);
        totals.Sort();
        var mean = totals.Average();
        var deviation = totals.Count == 1 ? 0 : Math.Sqrt(totals.Sum(total => (total - mean) * (total - mean)) / (totals.Count - 1));
        return new(max, mean, deviation, totals[0], Quantile(totals, 0.25), Quantile(totals, 0.5), Quantile(totals, 0.75), totals[^1], pending / totals.Count, [.. tenths]);
    }

    /// <summary>Between the two nearest, as spreadsheets do it.</summary>
    private static double Quantile(List<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        return below + 1 < sorted.Count ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    [GeneratedRegex("“[^”]*”|[-−]?[0-9]+(?:[.,][0-9]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Varying();
}
