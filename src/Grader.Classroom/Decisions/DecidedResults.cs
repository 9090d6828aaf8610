using System.Text.Json;
using Grader.Classroom.Gradebooks;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;
using Grader.Mathematics;

namespace Grader.Classroom.Decisions;

/// <summary>A run's results with the decisions of people: what the gradebook is made of. The results themselves stay as the program gave them.</summary>
public static class DecidedResults
{
    /// <exception cref="ClassroomException">The run's files are not there, or damaged.</exception>
    public static IReadOnlyList<ResultSummary> Of(string run)
    {
        var ledger = Ledger.Read(run);
        return [.. RunResults.Lines(run).Select(result => ledger.BySubmission.TryGetValue(result.Summary.Name, out var decisions) ? With(result.Summary, result.Line, decisions) : result.Summary)];
    }

    /// <summary>The students' rows.</summary>
    public static Sequence<GradebookRow> Gradebook(string run, RunManifest manifest)
    {
        var roster = manifest.Inputs.Roster.Length == 0 ? null : RosterReader.Read(RunFolder.RosterName, File.ReadAllBytes(Path.Combine(run, RunFolder.RosterName)));
        return Gradebooks.Gradebook.Of(Of(run), roster, manifest.Inputs.Shard is null);
    }

    /// <summary>The checks of a result as the program graded them.</summary>
    /// <param name="line">Of the results.</param>
    public static Sequence<GradedCheck> Checks(ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        return !json.RootElement.TryGetProperty("report", out var report) ? [] : report.GetProperty("questions").EnumerateArray()
            .SelectMany(question => question.GetProperty("parts").EnumerateArray(), (question, part) => (Question: question.GetProperty("id").GetString()!, Part: part))
            .SelectMany(item => item.Part.GetProperty("checks").EnumerateArray(), (item, check) => new GradedCheck(item.Question, check.GetProperty("id").GetString()!, check.GetProperty("verdict").GetString()!, check.GetProperty("points").GetDecimal(), check.GetProperty("pendingPoints").GetDecimal(), check.GetProperty("maxPoints").GetDecimal(), check.GetProperty("message").GetString()!))
            .ToSequence();
    }

    /// <summary>A decision of a check that is not there any more, after a regrade, changes nothing.</summary>
    internal static ResultSummary With(ResultSummary summary, ReadOnlyMemory<byte> line, IReadOnlyList<Decision> decisions)
    {
        var checks = Checks(line).Items.ToDictionary(check => check.Id, StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            if (!checks.TryGetValue(decision.Check, out var check) || (decision.IsFloor && check.Points >= decision.Points))
                continue;
            var (more, settled) = (decision.Points - check.Points, decision.IsFloor ? Math.Min(check.Pending, decision.Points - check.Points) : check.Pending);
            summary = summary with
            {
                Points = Changed(summary.Points, more, settled),
                Questions = summary.Questions.Items.Select(question => question.Id == check.Question ? question with { Sum = Changed(question.Sum, more, settled) } : question).ToSequence(),
                Decided = summary.Decided + 1,
            };
        }
        return summary with { NeedsReview = summary.Points.Pending > 0 };
    }

    private static PointsSum Changed(PointsSum sum, decimal more, decimal settled) => sum with { Points = sum.Points + more, Pending = Math.Max(0, sum.Pending - settled) };
}

/// <summary>A check of a result, as the program graded it.</summary>
public sealed record GradedCheck(string Question, string Id, string Verdict, decimal Points, decimal Pending, decimal Max, string Message);
