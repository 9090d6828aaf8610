using System.Globalization;
using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Reports;

/// <summary>The tables and sentences of a self-test, for every format that shows them.</summary>
internal static class CaseTestTables
{
    public static readonly IReadOnlyList<string> CheckColumns = ["check", "right", "false rejects", "for review", "unreadable", "wrong", "false accepts"];

    public static readonly IReadOnlyList<string> ChangeColumns = ["made wrong by", "wrong", "false accepts", "for review"];

    public static readonly IReadOnlyList<string> BandColumns = ["check", "band", "runs", "rejects, as made", "held-out seeds outside"];

    public static string Summary(CaseTestReport report)
    {
        var right = (report.Trials + 1) / 2;
        return $"{report.Trials} submissions, seed {report.Seed}: {right} right in all answers, {report.Trials - right} with wrong ones. In brackets: the share in percent, with 95 % confidence (Clopper and Pearson).";
    }

    public static IEnumerable<IReadOnlyList<string>> Checks(CaseTestReport report)
    {
        var all = report.Checks.Items.Append(report.Exact);
        return all.Append(report.All).Select(rates => (IReadOnlyList<string>)
        [
            rates.Id, Count(rates.Right), ShareText.Of(rates.FalseRejects, rates.Right), ShareText.Of(rates.Reviews, rates.Right), ShareText.Of(rates.Unreadable, rates.Right), Count(rates.Wrong), ShareText.Of(rates.FalseAccepts, rates.Wrong),
        ]);
    }

    public static IEnumerable<IReadOnlyList<string>> Changes(CaseTestReport report) =>
        report.Changes.Items.Select(change => (IReadOnlyList<string>)[change.Change, Count(change.Wrong), ShareText.Of(change.FalseAccepts, change.Wrong), ShareText.Of(change.ForReview, change.Wrong)]);

    public static IEnumerable<IReadOnlyList<string>> Bands(CaseTestReport report) => report.Bands.Items.Select(band => (IReadOnlyList<string>)
    [
        band.Check, $"{Text(band.Low)} to {Text(band.High)}{(band.Percent ? " %" : "")}", Count(band.Runs),
        $"at most {Text(band.Implied * 100)} %, with {Text(band.Confidence * 100)} % confidence",
        band.HeldOut is { } heldOut ? $"{heldOut.Runs - heldOut.Inside} of {heldOut.Runs} ({Text(heldOut.Rejects.Low * 100)} to {Text(heldOut.Rejects.High * 100)} %)" : "none were held out",
    ]);

    /// <summary>What was left out and what cannot be told apart: a sentence each.</summary>
    public static IEnumerable<string> LeftOut(CaseTestReport report) => report.LeftOut.Items.Select(gap => $"{gap.Styles} of {report.Trials + report.LeftOut.Items.Sum(other => other.Styles)} styles drawn: {gap.Why}");

    public static string Heading(FailingSubmission failure)
    {
        var others = failure.Checks.Count > 1 ? $" and {failure.Checks.Count - 1} more" : "";
        var how = failure.Style.Length > 0 ? failure.Style : "the plainest style";
        return $"{Say(failure.Failing)}: {failure.Checks[0]}{others} ({(failure.Say.Length > 0 ? failure.Say + "; " : "")}{how}; submission {failure.Trial})";
    }

    /// <summary>What the grader said of it.</summary>
    public static string Verdict(FailingSubmission failure) => $"{failure.Verdict.Name()}: {failure.Message}";

    public static string Say(Failing failing) => failing switch
    {
        Failing.FalseAccept => "False accept",
        Failing.FalseReject => "False reject",
        Failing.Review => "Right, and for review",
        _ => "Right, and unreadable",
    };

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Text(Rational number) => KeyText.Of(new Exact(number.Round(4)));
}
