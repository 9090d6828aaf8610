using System.Globalization;
using Grader.Mathematics;
using Grader.Reports;

namespace Grader.Classroom.Statistics;

/// <summary>The statistics of a class as tables, lists and bars.</summary>
public static class StatisticsPage
{
    private const int MostRows = 40;
    private const int LongestValue = 60;

    public static RatesPage Of(ClassStatistics statistics) => new(statistics.Assignment, statistics.Title, "statistics of the class", Summary(statistics),
    [
        new RatesBars("Points", "share of the points", "submissions", [.. statistics.Points.Tenths.Items.Select((count, tenth) => new RatesBar($"{10 * tenth} to {10 * (tenth + 1)} %", count, Number(count)))]),
        new RatesList("Wrong answers that many share and no known mistake explains: the key or a label may be wrong", [.. statistics.WrongValues.Items.Where(wrong => wrong.IsSuspicious).Take(MostRows).Select(Sentence)]),
        new RatesTable("Checks", ["check", "kind", "right", "of judged", "ease", "discrimination", "partial", "incorrect", "missing", "for a person"], [.. statistics.Checks.Items.Select(Row)]),
        new RatesBars("Ease of each check", "check", "right of judged", [.. statistics.Checks.Items.Where(check => check.Ease is not null).Select(check => new RatesBar(check.Id, 100 * check.Ease!.Value, Percent(check.Ease)))]),
        new RatesList("Mistakes", [.. statistics.Mistakes.Items.Take(MostRows).Select(mistake => $"{mistake.Count} of {statistics.Graded}, question {mistake.Question}: {mistake.Say} ({string.Join(", ", mistake.Checks.Items)})")]),
        new RatesTable("Wrong answers by value", ["check", "value", "expected", "count", "of read", "mistake", "example"], [.. statistics.WrongValues.Items.Take(MostRows).Select(wrong => (Sequence<string>)[wrong.Check, Shorten(wrong.Value), Shorten(wrong.Expected), Number(wrong.Count), Number(wrong.Of), string.Join(", ", wrong.Mistakes.Items), wrong.Example])]),
        new RatesTable("Not read, or for a person", ["verdict", "kind", "count", "reason", "checks", "example"], [.. statistics.Unread.Items.Take(MostRows).Select(unread => (Sequence<string>)[unread.Verdict, unread.Kind, Number(unread.Count), Shorten(unread.Reason), Shorten(string.Join(", ", unread.Checks.Items)), unread.Example])]),
        new RatesTable("Submissions that share rare wrong answers: a list to look at, no proof", ["one", "other", "shared", "chance", "such pairs by chance"], [.. statistics.Alike.Items.Take(MostRows).Select(pair => (Sequence<string>)[pair.One, pair.Other, string.Join("; ", pair.Shared.Items.Select(Shorten)), Small(pair.Chance), Small(pair.Expected)])]),
        .. statistics.Agreement.Count == 0 ? [] : new RatesSection[] { new RatesTable("Agreement of those who decided on the same answers", ["check", "answers", "alike", "kappa"], [.. statistics.Agreement.Items.Select(check => (Sequence<string>)[check.Check, Number(check.Pairs), Number(check.Same), check.Kappa?.ToString("0.00", CultureInfo.InvariantCulture) ?? ""])]) },
    ]);

    private static string Summary(ClassStatistics statistics)
    {
        var points = statistics.Points;
        return statistics.Graded == 0
            ? $"{statistics.Submissions} submissions, none of which could be graded."
            : $"{statistics.Graded} of {statistics.Submissions} submissions graded. Of {Text(points.Max)} points: mean {Text(points.Mean)}, median {Text(points.Median)}, quartiles {Text(points.LowerQuartile)} and {Text(points.UpperQuartile)}, least {Text(points.Least)}, most {Text(points.Most)}, standard deviation {Text(points.Deviation)}; {Text(points.MeanPending)} more pending on average. Ease is the share of right answers among those judged; discrimination is the point-biserial correlation of being right with the points of all other checks.";
    }

    private static Sequence<string> Row(CheckStatistics check) =>
    [
        check.Id, check.Kind, Number(check.Right), Number(check.Judged), Percent(check.Ease), check.Discrimination?.ToString("0.00", CultureInfo.InvariantCulture) ?? "", Number(check.Partial), Number(check.Wrong), Number(check.Missing), Number(check.Pending),
    ];

    private static string Sentence(WrongValue wrong) =>
        $"{wrong.Check}: {wrong.Count} of {wrong.Of} that answer it have {Shorten(wrong.Value)}{(wrong.Expected.Length > 0 ? $" where {Shorten(wrong.Expected)} is expected" : "")} (such as {wrong.Example})";

    private static string Shorten(string text)
    {
        var clean = TerminalText.Clean(text);
        return clean.Length <= LongestValue ? clean : string.Concat(clean.AsSpan(0, char.IsHighSurrogate(clean[LongestValue - 1]) ? LongestValue - 1 : LongestValue), "…");
    }

    private static string Percent(double? share) => share is { } number ? string.Create(CultureInfo.InvariantCulture, $"{100 * number:0} %") : "";

    private static string Small(double number) => number.ToString("0.##E+0", CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
