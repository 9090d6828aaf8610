using System.Text.Json;
using Grader.Mathematics;
using static Grader.Classroom.JsonMembers;

namespace Grader.Classroom.Statistics;

/// <summary>What statistics need of one result: its checks as they stand in the report, and what their answers were taken for.</summary>
internal sealed record ResultAnswers(string Name, double Points, double Pending, double Max, Sequence<CheckAnswer> Checks, Sequence<DiagnosedMistake> Mistakes, string Assignment, string Key)
{
    /// <returns>Null where there is no report.</returns>
    public static ResultAnswers? Of(ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        if (!root.TryGetProperty("report", out var report))
            return null;
        var values = root.GetProperty("values");
        return new(
            Text(root, "name"),
            report.GetProperty("points").GetDouble(),
            report.GetProperty("pendingPoints").GetDouble(),
            report.GetProperty("maxPoints").GetDouble(),
            report.GetProperty("questions").EnumerateArray()
                .SelectMany(question => question.GetProperty("parts").EnumerateArray(), (question, part) => (Question: Text(question, "id"), Part: part))
                .SelectMany(item => item.Part.GetProperty("checks").EnumerateArray(), (item, check) => Answer(item.Question, check, values))
                .ToSequence(),
            report.GetProperty("mistakes").EnumerateArray().Select(mistake => new DiagnosedMistake(Text(mistake, "question"), Text(mistake, "id"), Text(mistake, "say"), Texts(mistake, "checks"))).ToSequence(),
            Text(report, "assignment"),
            Text(report.GetProperty("key"), "sha256"));
    }

    private static CheckAnswer Answer(string question, JsonElement check, JsonElement values)
    {
        var id = Text(check, "id");
        return new(question, id, Text(check, "kind"), Text(check, "ask"), Text(check, "verdict"), check.GetProperty("points").GetDouble(), Text(values, id), Text(check, "expected"), Texts(check, "mistakes"), Text(check, "message"));
    }

    private static Sequence<string> Texts(JsonElement item, string name) => item.GetProperty(name).EnumerateArray().Select(text => text.GetString() ?? "").ToSequence();
}

/// <param name="Value">What the answer was taken for; empty for words.</param>
internal sealed record CheckAnswer(string Question, string Id, string Kind, string Ask, string Verdict, double Points, string Value, string Expected, Sequence<string> Mistakes, string Message)
{
    public bool IsRight => Verdict is "correct" or "carried-forward";

    /// <summary>A person has not to look: a missing answer is judged.</summary>
    public bool IsJudged => Verdict is not ("unreadable" or "needs-review");

    public bool IsWrong => Verdict is "incorrect" or "partial";
}

internal sealed record DiagnosedMistake(string Question, string Id, string Say, Sequence<string> Checks);
