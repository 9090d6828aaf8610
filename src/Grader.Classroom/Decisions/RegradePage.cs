using System.Globalization;
using Grader.Mathematics;
using Grader.Reports;

namespace Grader.Classroom.Decisions;

/// <summary>What a regrade changes, as tables: the students, and the checks by which it does.</summary>
public static class RegradePage
{
    /// <param name="isDry">Nothing was written.</param>
    public static RatesPage Of(RegradeDifference difference, string title, bool isDry) => new(difference.To.Assignment, title, "regrade", Summary(difference, isDry),
    [
        new RatesTable("Students whose points change", ["student", "submission", "was", "is", "change", "pending was", "pending is"], [.. difference.Students.Items.Select(change => (Sequence<string>)
        [
            string.Join(", ", change.Students.Items), change.Submission, Number(change.Was.Points), Number(change.Is.Points), Signed(change.Is.Points - change.Was.Points), Number(change.Was.Pending), Number(change.Is.Pending),
        ])]),
        new RatesTable("Checks that come out otherwise", ["submission", "check", "was", "is", "why"], [.. difference.Checks.Items.Select(change => (Sequence<string>)
        [
            change.Submission, (change.Is ?? change.Was)!.Id, Verdict(change.Was), Verdict(change.Is), Why(change, difference),
        ])]),
    ]);

    private static string Summary(RegradeDifference difference, bool isDry)
    {
        var keys = difference.From.Key == difference.To.Key ? "by the same key" : $"by the key {Short(difference.To.Key)} instead of {Short(difference.From.Key)}";
        var grader = difference.From.Grader == difference.To.Grader ? "" : $", by Grader {difference.To.Grader} instead of {difference.From.Grader}";
        var kept = difference.Kept.Count == 0 ? "" : $" {difference.Kept.Count} {(difference.Kept.Count == 1 ? "check keeps" : "checks keep")} points that {(difference.Kept.Count == 1 ? "it" : "they")} would lose.";
        return $"Graded again {keys}{grader}: the points of {difference.Students.Count} {(difference.Students.Count == 1 ? "submission" : "submissions")} change.{kept} {(isDry ? "A trial: nothing was written." : "Written to the run, and to its ledger.")}";
    }

    private static string Why(CheckChange change, RegradeDifference difference) =>
        change.IsDecided ? "a person's decision holds"
        : change.IsOutOfDate ? "a person's decision was on another rubric, and waits to be made again"
        : difference.Kept.Items.Any(kept => kept.Submission == change.Submission && kept.Check == change.Is?.Id) ? $"its points are kept; {change.Is!.Message}"
        : change.Is?.Message ?? "the check is no more";

    private static string Verdict(GradedCheck? check) => check is null ? "" : $"{check.Verdict} {Number(check.Points)}{(check.Pending > 0 ? $" (+{Number(check.Pending)})" : "")}/{Number(check.Max)}";

    private static string Short(string hash) => hash.Length > 8 ? hash[..8] : hash;

    private static string Signed(decimal points) => (points > 0 ? "+" : "") + Number(points);

    private static string Number(decimal points) => points.ToString("0.####", CultureInfo.InvariantCulture);
}
