using System.Globalization;
using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>The tables and sentences of a test on submissions that people graded.</summary>
public static class LabelledPage
{
    private static readonly Sequence<string> Ratings = ["right", "partial", "wrong", "missing", "for a person"];

    public static RatesPage Of(LabelledReport report) => new(report.Assignment, report.Title, "test on graded submissions", Summary(report),
    [
        new RatesTable("Checks", ["check", "answers", "agreed", "false accepts", "false rejects", "for review", "unreadable", "otherwise"], Checks(report)),
        .. report.Words.Items.Where(words => words.Answers > 0).SelectMany(Sections),
        new RatesList("Submissions that could not be read, whose answers count as unreadable", [.. report.NotRead.Items.Select(file => $"{file.File}: {file.Problem}")]),
        new RatesList("Judged otherwise than people allowed", [.. report.Disagreements.Items.Select(Sentence)]),
    ]);

    private static string Summary(LabelledReport report)
    {
        var all = report.All;
        return $"{report.Submissions} {(report.Submissions == 1 ? "submission" : "submissions")} that people graded, {all.Answers} answers: {all.Right} right, {all.Wrong} wrong. False accepts are counted of the wrong ones, false rejects of the right ones, the rest of all. In brackets: the share in percent, with 95 % confidence (Clopper and Pearson).";
    }

    private static Sequence<Sequence<string>> Checks(LabelledReport report) => report.Checks.Items.Append(report.Exact).Append(report.All).Select(rates => (Sequence<string>)
    [
        rates.Id, rates.Answers.ToString(CultureInfo.InvariantCulture), ShareText.Of(rates.Agreed, rates.Answers), ShareText.OfSome(rates.FalseAccepts, rates.Wrong), ShareText.OfSome(rates.FalseRejects, rates.Right),
        ShareText.Of(rates.Reviews, rates.Answers), ShareText.Of(rates.Unreadable, rates.Answers), ShareText.Of(rates.Otherwise, rates.Answers),
    ]).ToSequence();

    private static IEnumerable<RatesSection> Sections(WordsTable words)
    {
        var name = char.ToUpperInvariant(words.Name[0]) + words.Name[1..];
        yield return new RatesTable($"{name}, person against machine", [.. Ratings.Items.Prepend($"{words.Name}: person says, and machine")], [.. words.Counts.Items.Select((row, i) => (Sequence<string>)[Ratings[i], .. row.Items.Select(count => count.ToString(CultureInfo.InvariantCulture))])]);
        yield return new RatesList($"{name}: agreement beyond chance (Cohen's kappa, unweighted)",
        [
            $"of all {words.Answers} answers, where what is left to a person is a rating of its own: {KappaText(words.OfAll)}",
            $"of the {words.Answers - words.Counts.Items.Sum(row => row[(int)WordsRating.ForPerson])} that the machine judges itself: {KappaText(words.OfDecided)}",
        ]);
    }

    private static string KappaText(Kappa? kappa) => kappa is null
        ? "none, since one rating explains all"
        : $"{Number(kappa.Value)} ({Number(kappa.Low)} to {Number(kappa.High)} with 95 % confidence); {kappa.Agreed} of {kappa.Answers} agree";

    private static string Sentence(Disagreement other)
    {
        var read = other.Found is { } found ? $"{PlaceText.Of(other.File, found)}: read {TextReportWriter.Shorten(TerminalText.Clean(found.Text))}" : $"{other.File}: nothing read";
        var allowed = string.Join(" or ", other.Allowed.Items.Select(verdict => verdict.Name()));
        return $"{Say(other.Judged)}: {other.Check}: {read}; judged {other.Verdict.Name()}, allowed {allowed}. {other.Message}{(other.Note.Length > 0 ? $" The person's note: {other.Note}" : "")}";
    }

    private static string Say(Judged judged) => judged switch
    {
        Judged.FalseAccept => "False accept",
        Judged.FalseReject => "False reject",
        Judged.Unreadable => "Unreadable",
        Judged.Review => "For review",
        _ => "Otherwise",
    };

    private static string Number(double number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
