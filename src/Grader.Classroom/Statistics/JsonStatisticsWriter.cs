using System.Text.Json;
using Grader.Mathematics;
using Grader.Reports;

namespace Grader.Classroom.Statistics;

/// <summary>The statistics of a class as JSON, <c>grader/class-statistics/v1</c>. Equal runs give equal bytes.</summary>
public static class JsonStatisticsWriter
{
    private const int Decimals = 6;

    public static string Write(ClassStatistics statistics) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "grader/class-statistics/v1");
        JsonText.Write(json, "assignment", statistics.Assignment);
        JsonText.Write(json, "title", statistics.Title);
        json.WriteStartObject("key");
        json.WriteString("sha256", statistics.Key);
        json.WriteEndObject();
        json.WriteNumber("submissions", statistics.Submissions);
        json.WriteNumber("graded", statistics.Graded);
        WritePoints(json, statistics.Points);
        JsonText.Write(json, "checks", statistics.Checks, check =>
        {
            JsonText.Write(json, "id", check.Id);
            JsonText.Write(json, "kind", check.Kind);
            JsonText.Write(json, "ask", check.Ask);
            foreach (var (name, count) in (ReadOnlySpan<(string, int)>)[("judged", check.Judged), ("right", check.Right), ("partial", check.Partial), ("incorrect", check.Wrong), ("missing", check.Missing), ("forAPerson", check.Pending)])
                json.WriteNumber(name, count);
            WriteOrNull(json, "ease", check.Ease);
            WriteOrNull(json, "discrimination", check.Discrimination);
        });
        JsonText.Write(json, "mistakes", statistics.Mistakes, mistake =>
        {
            JsonText.Write(json, "question", mistake.Question);
            JsonText.Write(json, "id", mistake.Id);
            JsonText.Write(json, "say", mistake.Say);
            json.WriteNumber("count", mistake.Count);
            JsonText.Write(json, "checks", mistake.Checks);
        });
        JsonText.Write(json, "wrongValues", statistics.WrongValues, wrong =>
        {
            JsonText.Write(json, "check", wrong.Check);
            JsonText.Write(json, "value", wrong.Value);
            JsonText.Write(json, "expected", wrong.Expected);
            json.WriteNumber("count", wrong.Count);
            json.WriteNumber("of", wrong.Of);
            JsonText.Write(json, "mistakes", wrong.Mistakes);
            JsonText.Write(json, "example", wrong.Example);
            json.WriteBoolean("suspicious", wrong.IsSuspicious);
        });
        JsonText.Write(json, "unread", statistics.Unread, unread =>
        {
            json.WriteString("verdict", unread.Verdict);
            JsonText.Write(json, "kind", unread.Kind);
            JsonText.Write(json, "reason", unread.Reason);
            json.WriteNumber("count", unread.Count);
            JsonText.Write(json, "checks", unread.Checks);
            JsonText.Write(json, "example", unread.Example);
        });
        JsonText.Write(json, "alike", statistics.Alike, pair =>
        {
            JsonText.Write(json, "one", pair.One);
            JsonText.Write(json, "other", pair.Other);
            JsonText.Write(json, "shared", pair.Shared);
            json.WriteNumber("chance", pair.Chance);
            json.WriteNumber("expected", pair.Expected);
        });
        if (statistics.Agreement.Count > 0)
        {
            JsonText.Write(json, "agreement", statistics.Agreement, check =>
            {
                JsonText.Write(json, "check", check.Check);
                json.WriteNumber("answers", check.Pairs);
                json.WriteNumber("alike", check.Same);
                if (check.Kappa is { } kappa)
                    json.WriteNumber("kappa", kappa);
            });
        }
        json.WriteEndObject();
    });

    private static void WritePoints(Utf8JsonWriter json, PointsDistribution points)
    {
        json.WriteStartObject("points");
        foreach (var (name, number) in (ReadOnlySpan<(string, double)>)
        [
            ("max", points.Max), ("mean", points.Mean), ("deviation", points.Deviation), ("least", points.Least), ("lowerQuartile", points.LowerQuartile), ("median", points.Median), ("upperQuartile", points.UpperQuartile), ("most", points.Most), ("meanPending", points.MeanPending),
        ])
            json.WriteNumber(name, Math.Round(number, Decimals));
        json.WriteStartArray("tenths");
        foreach (var count in points.Tenths)
            json.WriteNumberValue(count);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOrNull(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known)
            json.WriteNumber(name, Math.Round(known, Decimals));
        else
            json.WriteNull(name);
    }
}
