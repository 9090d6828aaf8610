using System.Globalization;
using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>The tables and sentences of a preview of submissions.</summary>
public static class PreviewPage
{
    private const int MostValues = 8;
    private const int MostReasons = 5;
    private const int LongestValue = 60;

    public static RatesPage Of(CasePreview preview) => new(preview.Assignment, preview.Title, "preview", Summary(preview),
    [
        new RatesList("Findings: what many have in common may be the assignment's", [.. preview.Findings.Items.Select(finding => Capital(finding.Say))]),
        new RatesTable("Checks", ["check", "read", "correct", "carried-forward", "partial", "incorrect", "missing", "unreadable", "needs-review"], Checks(preview)),
        new RatesList("Submissions that could not be read, and are not counted", [.. preview.NotRead.Items.Select(file => $"{file.File}: {file.Problem}")]),
        new RatesTable("What was read", ["check", "value", "verdict", "count", "example"], [.. preview.Checks.Items.SelectMany(Values)]),
        new RatesList("What was not", [.. Unread(preview)]),
    ]);

    private static string Summary(CasePreview preview)
    {
        var count = preview.Submissions == 1 ? "1 submission" : $"{preview.Submissions} submissions";
        var unread = preview.NotRead.Count == 0 ? "" : preview.NotRead.Count == preview.Submissions ? ", none of which could be read" : $", of which {preview.NotRead.Count} could not be read";
        return $"{count}{unread}. Values are told as they were taken, whatever the notation. Nothing was stored.";
    }

    private static Sequence<Sequence<string>> Checks(CasePreview preview) => preview.Checks.Items.Select(check => (Sequence<string>)
    [
        check.Id, Number(check.Read), .. Enum.GetValues<Verdict>().Select(verdict => Number(check.Count(verdict))),
    ]).ToSequence();

    private static IEnumerable<Sequence<string>> Values(CheckPreview check)
    {
        foreach (var value in check.Values.Items.Take(MostValues))
            yield return [check.Id, Shorten(value.Value), value.Verdict.Name() + (value.Mistakes.Count > 0 ? $" ({string.Join(", ", value.Mistakes.Items)})" : ""), Number(value.Count), Place(value.Example)];
        if (check.Values.Count > MostValues)
            yield return [check.Id, $"and {check.Values.Count - MostValues} more", "", Number(check.Values.Items.Skip(MostValues).Sum(value => value.Count)), ""];
    }

    /// <summary>Checks of which the same is to say, those of an empty part first of all, are told together.</summary>
    private static IEnumerable<string> Unread(CasePreview preview) => preview.Checks.Items
        .SelectMany(Unread)
        .GroupBy(item => item.Say, StringComparer.Ordinal)
        .Select(group => $"{string.Join(", ", group.Select(item => item.Check))}: {group.Key}");

    private static IEnumerable<(string Check, string Say)> Unread(CheckPreview check)
    {
        foreach (var unread in check.Unread.Items.Take(MostReasons))
        {
            var read = unread.Example.Found is { } found ? $": read {Shorten(found.Text)}" : "";
            yield return (check.Id, $"{unread.Verdict.Name()}, {Times(unread.Count)}{(unread.Varies ? ", such as" : "")}: {unread.Reason} ({Place(unread.Example)}{read})");
        }
        if (check.Unread.Count > MostReasons)
            yield return (check.Id, $"and {check.Unread.Count - MostReasons} more reasons, {Times(check.Unread.Items.Skip(MostReasons).Sum(unread => unread.Count))}");
    }

    private static string Times(int count) => count == 1 ? "1 time" : $"{count} times";

    private static string Place(PreviewExample example) => example.Found is { } found ? PlaceText.Of(example.File, found) : example.File;

    /// <summary>For a cell: a matrix or a sentence is long.</summary>
    private static string Shorten(string text)
    {
        var clean = TerminalText.Clean(text);
        return CheckLines.Cut(clean, LongestValue);
    }

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
