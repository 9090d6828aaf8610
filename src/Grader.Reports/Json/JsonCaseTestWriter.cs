using System.Text.Json;
using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>A self-test as JSON, <c>grader/case-test/v1</c>. Intervals are shares from 0 to 1, at 95 %. Equal reports give equal bytes.</summary>
public static class JsonCaseTestWriter
{
    /// <param name="version">Of the program: <c>1.0.0</c>.</param>
    public static string Write(CaseTestReport report, string version) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        JsonRates.WriteHead(json, "grader/case-test/v1", report.Assignment, report.Title, report.KeySha256, version);
        json.WriteNumber("trials", report.Trials);
        json.WriteNumber("seed", report.Seed);
        JsonRates.WriteChecks(json, report.Checks, report.Exact, report.All, rates => WriteRates(json, rates));
        JsonText.Write(json, "changes", report.Changes, change =>
        {
            JsonText.Write(json, "change", change.Change);
            json.WriteNumber("wrong", change.Wrong);
            JsonShare.Write(json, "falseAccepts", change.FalseAccepts, change.Wrong);
            json.WriteNumber("wrongForReview", change.ForReview);
        });
        JsonText.Write(json, "bands", report.Bands, band => WriteBand(json, band));
        JsonText.Write(json, "leftOut", report.LeftOut, gap =>
        {
            JsonText.Write(json, "why", gap.Why);
            json.WriteNumber("styles", gap.Styles);
        });
        JsonText.Write(json, "findings", report.Findings);
        JsonText.Write(json, "failures", report.Failures, failure => WriteFailure(json, failure));
        json.WriteEndObject();
    });

    private static void WriteRates(Utf8JsonWriter json, CheckRates rates)
    {
        JsonText.Write(json, "id", rates.Id);
        if (rates.Kind.Length > 0)
            JsonText.Write(json, "kind", rates.Kind);
        json.WriteNumber("trials", rates.Trials);
        json.WriteNumber("right", rates.Right);
        json.WriteNumber("wrong", rates.Wrong);
        JsonShare.Write(json, "falseAccepts", rates.FalseAccepts, rates.Wrong);
        JsonShare.Write(json, "falseRejects", rates.FalseRejects, rates.Right);
        JsonShare.Write(json, "reviews", rates.Reviews, rates.Right);
        JsonShare.Write(json, "unreadable", rates.Unreadable, rates.Right);
        json.WriteNumber("wrongForReview", rates.WrongForReview);
    }

    private static void WriteBand(Utf8JsonWriter json, BandRates band)
    {
        JsonText.Write(json, "check", band.Check);
        JsonText.Write(json, "low", band.Low.ToString());
        JsonText.Write(json, "high", band.High.ToString());
        json.WriteNumber("runs", band.Runs);
        json.WriteNumber("implied", JsonShare.Rounded(band.Implied.ToDouble()));
        json.WriteNumber("confidence", JsonShare.Rounded(band.Confidence.ToDouble()));
        if (band.HeldOut is not { } heldOut)
            return;
        json.WriteStartObject("heldOut");
        json.WriteNumber("runs", heldOut.Runs);
        json.WriteNumber("outside", heldOut.Runs - heldOut.Inside);
        JsonShare.WriteInterval(json, "interval", heldOut.Rejects.Low.ToDouble(), heldOut.Rejects.High.ToDouble());
        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, FailingSubmission failure)
    {
        json.WriteString("failing", failure.Failing switch
        {
            Failing.FalseAccept => "false-accept",
            Failing.FalseReject => "false-reject",
            Failing.Review => "review",
            _ => "unreadable",
        });
        JsonText.Write(json, "checks", failure.Checks);
        if (failure.Change.Length > 0)
        {
            JsonText.Write(json, "change", failure.Change);
            JsonText.Write(json, "say", failure.Say);
        }
        JsonText.Write(json, "style", failure.Style);
        json.WriteNumber("submission", failure.Trial);
        JsonText.Write(json, "verdict", failure.Verdict.Name());
        JsonText.Write(json, "message", failure.Message);
        JsonText.Write(json, "text", failure.Text);
    }
}
