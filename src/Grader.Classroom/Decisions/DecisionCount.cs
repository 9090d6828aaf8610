using Grader.Classroom.Runs;

namespace Grader.Classroom.Decisions;

/// <summary>What of the decisions in a run's ledger holds.</summary>
/// <param name="Decided">Answers on which a person's decision holds.</param>
/// <param name="Contested">Answers on which people disagree.</param>
/// <param name="Stale">Answers whose decisions are all on another text or rubric.</param>
public sealed record DecisionCount(int Decided, int Contested, int Stale)
{
    /// <exception cref="ClassroomException">The run's files are damaged.</exception>
    public static DecisionCount Of(string run)
    {
        var (ledger, rubrics) = (Ledger.Read(run), Rubrics.Read(run));
        var standings = RunResults.Lines(run).Where(result => ledger.On(result.Summary.Name).Count > 0)
            .SelectMany(result => DecidedResults.OfChecks(result.Line, ledger.On(result.Summary.Name)).Select(item => StandingDecisions.Of(item.Decisions, result.Summary.Input, item.Check, rubrics[item.Check.Id]))).ToList();
        return new(standings.Count(standing => standing.IsDecided), standings.Count(standing => standing.IsContested), standings.Count(standing => standing.Stale.Count > 0 && !standing.IsDecided && !standing.IsContested));
    }
}
