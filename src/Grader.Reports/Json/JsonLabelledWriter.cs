using System.Text.Json;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>A test on submissions that people graded as JSON, <c>grader/case-test-labelled/v1</c>. Intervals are shares from 0 to 1, at 95 %. Equal reports give equal bytes.</summary>
public static class JsonLabelledWriter
{
    private static readonly string[] Ratings = ["right", "partial", "wrong", "missing", "forPerson"];

    /// <param name="version">Of the program: <c>1.0.0</c>.</param>
    public static string Write(LabelledReport report, string version) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        JsonRates.WriteHead(json, "grader/case-test-labelled/v1", report.Assignment, report.Title, report.KeySha256, version);
        json.WriteNumber("submissions", report.Submissions);
        JsonRates.WriteChecks(json, report.Checks, report.Exact, report.All, rates => WriteRates(json, rates));
        JsonText.Write(json, "words", report.Words, words => WriteWords(json, words));
        JsonRates.WriteNotRead(json, report.NotRead);
        JsonText.Write(json, "disagreements", report.Disagreements, other => WriteDisagreement(json, other));
        json.WriteEndObject();
    });

    private static void WriteRates(Utf8JsonWriter json, LabelledRates rates)
    {
        JsonText.Write(json, "id", rates.Id);
        if (rates.Kind.Length > 0)
            JsonText.Write(json, "kind", rates.Kind);
        json.WriteNumber("answers", rates.Answers);
        json.WriteNumber("right", rates.Right);
        json.WriteNumber("wrong", rates.Wrong);
        JsonShare.Write(json, "agreed", rates.Agreed, rates.Answers);
        JsonShare.Write(json, "falseAccepts", rates.FalseAccepts, rates.Wrong);
        JsonShare.Write(json, "falseRejects", rates.FalseRejects, rates.Right);
        JsonShare.Write(json, "reviews", rates.Reviews, rates.Answers);
        JsonShare.Write(json, "unreadable", rates.Unreadable, rates.Answers);
        JsonShare.Write(json, "otherwise", rates.Otherwise, rates.Answers);
    }

    private static void WriteWords(Utf8JsonWriter json, WordsTable words)
    {
        JsonText.Write(json, "name", words.Name);
        json.WriteNumber("answers", words.Answers);
        json.WriteStartArray("rows");
        for (var i = 0; i < Ratings.Length; i++)
        {
            json.WriteStartObject();
            json.WriteString("person", Ratings[i]);
            for (var j = 0; j < Ratings.Length; j++)
                json.WriteNumber(Ratings[j], words.Counts[i][j]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteKappa(json, "kappa", words.OfAll);
        WriteKappa(json, "kappaOfDecided", words.OfDecided);
    }

    private static void WriteKappa(Utf8JsonWriter json, string name, Kappa? kappa)
    {
        if (kappa is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("value", JsonShare.Rounded(kappa.Value));
        JsonShare.WriteInterval(json, "interval", kappa.Low, kappa.High);
        json.WriteNumber("answers", kappa.Answers);
        json.WriteNumber("agreed", kappa.Agreed);
        json.WriteEndObject();
    }

    private static void WriteDisagreement(Utf8JsonWriter json, Disagreement other)
    {
        json.WriteString("judged", other.Judged switch
        {
            Judged.FalseAccept => "false-accept",
            Judged.FalseReject => "false-reject",
            Judged.Unreadable => "unreadable",
            Judged.Review => "review",
            _ => "otherwise",
        });
        JsonText.Write(json, "file", other.File);
        JsonText.Write(json, "check", other.Check);
        json.WriteString("verdict", other.Verdict.Name());
        json.WriteStartArray("allowed");
        foreach (var verdict in other.Allowed)
            json.WriteStringValue(verdict.Name());
        json.WriteEndArray();
        if (other.Found is { } found)
        {
            json.WriteStartObject("found");
            JsonFound.WriteMembers(json, found);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("found");
        }
        JsonText.Write(json, "message", other.Message);
        if (other.Note.Length > 0)
            JsonText.Write(json, "note", other.Note);
    }
}
