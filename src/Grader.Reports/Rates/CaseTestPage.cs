using System.Globalization;
using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Reports;

/// <summary>The tables and sentences of a self-test.</summary>
public static class CaseTestPage
{
    public static RatesPage Of(CaseTestReport report) => new(report.Assignment, report.Title, "self-test", Summary(report),
    [
        new RatesTable("Checks", ["check", "right", "false rejects", "for review", "unreadable", "wrong", "false accepts"], Checks(report)),
        new RatesTable("Ways to be wrong", ["made wrong by", "wrong", "false accepts", "for review"], Changes(report)),
        new RatesTable("Trained bands", ["check", "band", "runs", "rejects, as made", "held-out seeds outside"], Bands(report)),
        new RatesList("Left out, since the reader does not claim to read it", LeftOut(report)),
        new RatesList("Findings: right and wrong that cannot be told apart", report.Findings),
        new RatesTexts("The smallest submission of each failure", [.. report.Failures.Items.Select(failure => new RatesText(Heading(failure), $"{failure.Verdict.Name()}: {failure.Message}", failure.Text))]),
    ]);

    private static string Summary(CaseTestReport report)
    {
        var right = (report.Trials + 1) / 2;
        return $"{report.Trials} submissions, seed {report.Seed}: {right} right in all answers, {report.Trials - right} with wrong ones. In brackets: the share in percent, with 95 % confidence (Clopper and Pearson).";
    }

    private static Sequence<Sequence<string>> Checks(CaseTestReport report) => report.Checks.Items.Append(report.Exact).Append(report.All).Select(rates => (Sequence<string>)
    [
        rates.Id, Count(rates.Right), ShareText.Of(rates.FalseRejects, rates.Right), ShareText.Of(rates.Reviews, rates.Right), ShareText.Of(rates.Unreadable, rates.Right), Count(rates.Wrong), ShareText.Of(rates.FalseAccepts, rates.Wrong),
    ]).ToSequence();

    private static Sequence<Sequence<string>> Changes(CaseTestReport report) =>
        report.Changes.Items.Select(change => (Sequence<string>)[change.Change, Count(change.Wrong), ShareText.Of(change.FalseAccepts, change.Wrong), ShareText.Of(change.ForReview, change.Wrong)]).ToSequence();

    private static Sequence<Sequence<string>> Bands(CaseTestReport report) => report.Bands.Items.Select(band => (Sequence<string>)
    [
        band.Check, $"{Text(band.Low)} to {Text(band.High)}{(band.Percent ? " %" : "")}", Count(band.Runs),
        $"at most {Text(band.Implied * 100)} %, with {Text(band.Confidence * 100)} % confidence",
        band.HeldOut is { } heldOut ? $"{heldOut.Runs - heldOut.Inside} of {heldOut.Runs} ({Text(heldOut.Rejects.Low * 100)} to {Text(heldOut.Rejects.High * 100)} %)" : "none were held out",
    ]).ToSequence();

    /// <summary>A sentence each.</summary>
    private static Sequence<string> LeftOut(CaseTestReport report) => report.LeftOut.Items.Select(gap => $"{gap.Styles} of {report.Trials + report.LeftOut.Items.Sum(other => other.Styles)} styles drawn: {gap.Why}").ToSequence();

    private static string Heading(FailingSubmission failure)
    {
        var others = failure.Checks.Count > 1 ? $" and {failure.Checks.Count - 1} more" : "";
        var how = failure.Style.Length > 0 ? failure.Style : "the plainest style";
        return $"{Say(failure.Failing)}: {failure.Checks[0]}{others} ({(failure.Say.Length > 0 ? failure.Say + "; " : "")}{how}; submission {failure.Trial})";
    }

    private static string Say(Failing failing) => failing switch
    {
        Failing.FalseAccept => "False accept",
        Failing.FalseReject => "False reject",
        Failing.Review => "Right, and for review",
        _ => "Right, and unreadable",
    };

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Text(Rational number) => KeyText.Of(new Exact(number.Round(4)));
}
