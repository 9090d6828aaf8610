using System.Text.Json;
using Grader.Classroom.Runs;
using Grader.Mathematics;
using static Grader.Classroom.JsonMembers;

namespace Grader.Classroom.Decisions;

/// <summary>A run's results with the decisions of people: what the gradebook is made of. The results themselves stay as the program gave them.</summary>
public sealed class DecidedResults : IDisposable
{
    private readonly Ledger _ledger;
    private readonly Rubrics _rubrics;
    private readonly RunResults _results;

    private DecidedResults(string run) => (_ledger, _rubrics, _results) = (Ledger.Read(run), Rubrics.Read(run), RunResults.Open(run));

    /// <exception cref="ClassroomException">The run's files are not there, or damaged.</exception>
    internal static DecidedResults Open(string run) => new(run);

    /// <summary>All heads, in order, one in memory at a time.</summary>
    /// <exception cref="ClassroomException">The run's files are not there, or damaged.</exception>
    public static IEnumerable<ResultSummary> Of(string run)
    {
        using var results = Open(run);
        foreach (var (_, summary) in results.All())
            yield return summary;
    }

    internal IEnumerable<(LinePlace Place, ResultSummary Summary)> All() => _results.All().Select(result => (result.Place, _ledger.Apply(result.Summary, result.Line, _rubrics)));

    internal ResultSummary At(LinePlace place)
    {
        var line = _results.At(place);
        return _ledger.Apply(ResultLine.Read(line), line, _rubrics);
    }

    public void Dispose() => _results.Dispose();

    /// <summary>The checks of a result as the program graded them.</summary>
    /// <param name="line">Of the results.</param>
    public static Sequence<GradedCheck> Checks(ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        return !json.RootElement.TryGetProperty("report", out var report) ? [] : report.GetProperty("questions").EnumerateArray()
            .SelectMany(question => question.GetProperty("parts").EnumerateArray(), (question, part) => (Question: question.GetProperty("id").GetString()!, Part: part))
            .SelectMany(item => item.Part.GetProperty("checks").EnumerateArray(), (item, check) => new GradedCheck(item.Question, check.GetProperty("id").GetString()!, check.GetProperty("verdict").GetString()!, check.GetProperty("points").GetDecimal(), check.GetProperty("pendingPoints").GetDecimal(), check.GetProperty("maxPoints").GetDecimal(), check.GetProperty("message").GetString()!)
            {
                Kind = Text(check, "kind"),
                Ask = Text(check, "ask"),
                Expected = Text(check, "expected"),
                Found = check.TryGetProperty("found", out var found) && found.ValueKind == JsonValueKind.Object ? Text(found, "text") : "",
            })
            .ToSequence();
    }

    /// <summary>A decision of a check that is not there any more, after a regrade, changes nothing.</summary>
    /// <param name="decisions">On the submission.</param>
    internal static ResultSummary With(ResultSummary summary, ReadOnlyMemory<byte> line, IReadOnlyList<Decision> decisions, Rubrics rubrics)
    {
        foreach (var (check, ofCheck) in OfChecks(line, decisions))
        {
            var standing = StandingDecisions.Of(ofCheck, summary.Input, check, rubrics[check.Id]);
            if (standing.Points is not { } points || (standing.IsFloor && check.Points >= points))
                continue;
            var (more, settled) = (points - check.Points, standing.IsFloor ? Math.Min(check.Pending, points - check.Points) : check.Pending);
            summary = summary with
            {
                Points = Changed(summary.Points, more, settled),
                Questions = summary.Questions.Items.Select(question => question.Id == check.Question ? question with { Sum = Changed(question.Sum, more, settled) } : question).ToSequence(),
                Decided = summary.Decided + 1,
            };
        }
        return summary with { NeedsReview = summary.Points.Pending > 0 };
    }

    /// <summary>Checks on which something was decided, with that.</summary>
    /// <param name="line">Of the results.</param>
    /// <param name="decisions">On the submission; those on checks that are no more are left out.</param>
    internal static IEnumerable<(GradedCheck Check, IEnumerable<Decision> Decisions)> OfChecks(ReadOnlyMemory<byte> line, IReadOnlyList<Decision> decisions) => decisions
        .GroupBy(decision => decision.Check, StringComparer.Ordinal)
        .Join(Checks(line).Items, group => group.Key, check => check.Id, (group, check) => (check, (IEnumerable<Decision>)group), StringComparer.Ordinal);

    private static PointsSum Changed(PointsSum sum, decimal more, decimal settled) => sum with { Points = sum.Points + more, Pending = Math.Max(0, sum.Pending - settled) };
}

/// <summary>A check of a result, as the program graded it.</summary>
public sealed record GradedCheck(string Question, string Id, string Verdict, decimal Points, decimal Pending, decimal Max, string Message)
{
    public string Kind { get; init; } = "";

    public string Ask { get; init; } = "";

    /// <summary>The right answer, printed.</summary>
    public string Expected { get; init; } = "";

    /// <summary>What was read; empty where nothing was.</summary>
    public string Found { get; init; } = "";
}
