using Grader.Mathematics;

namespace Grader.Classroom.Decisions;

/// <summary>What of the decisions on a check holds today. When they were made does not matter between people: only what each saw.</summary>
/// <param name="Beside">Those that stand, of several people; none replaces another.</param>
/// <param name="Stale">About another text or another rubric; they hold no more.</param>
public sealed record StandingDecisions(Sequence<Decision> Beside, Sequence<Decision> Stale)
{
    /// <summary>What the check earns; null where nobody decided, or people disagree.</summary>
    public decimal? Points { get; private init; }

    /// <summary>Points that a regrade does not lower, and nothing else; the program may give more.</summary>
    public bool IsFloor { get; private init; }

    /// <summary>A person's decision holds.</summary>
    public bool IsDecided => Points is not null && !IsFloor;

    /// <summary>Several people decided, and not the same.</summary>
    public bool IsContested => Beside.Count > 0 && Points is null;

    /// <param name="decisions">All on one check, in the order of the ledger.</param>
    /// <param name="input">Of the submission today.</param>
    /// <param name="check">As the program graded it today.</param>
    public static StandingDecisions Of(IEnumerable<Decision> decisions, string input, GradedCheck check, CheckRubric rubric)
    {
        var all = decisions.ToList();
        var withdrawn = all.Select(decision => decision.Ruling).OfType<Withdrawn>().Select(ruling => ruling.Id).ToHashSet(StringComparer.Ordinal);
        var made = all.FindAll(decision => decision.Ruling is not Withdrawn && !(decision.Id.Length > 0 && withdrawn.Contains(decision.Id)));
        var replaced = made.SelectMany(decision => decision.Replaces.Items).ToHashSet(StringComparer.Ordinal);
        var left = made.FindAll(decision => !replaced.Contains(decision.Id) || decision.Id.Length == 0);
        var (stale, holding) = (left.FindAll(decision => decision.IsStale(input, check, rubric)), left.FindAll(decision => !decision.IsStale(input, check, rubric)));
        // An override is above what was decided without sight of it; of several the last holds.
        var people = holding.FindLast(decision => !decision.IsReview && decision.Ruling is not KeptPoints) is { } own ? [own] : holding.FindAll(decision => decision.IsReview);
        // What a regrade kept lifts what was decided before it; who decides later may go below.
        var last = people.Count == 0 ? -1 : holding.FindLastIndex(people.Contains);
        var floor = holding.Skip(last + 1).Select(decision => decision.Ruling).OfType<KeptPoints>().Select(kept => (decimal?)kept.Points).Max();
        var given = people.ConvertAll(decision => decision.Ruling.PointsOf(check, rubric.Ideas)).Distinct().ToList();
        return new(people.ToSequence(), stale.ToSequence())
        {
            Points = given switch { [] => floor, [var agreed] => floor > agreed ? floor : agreed, _ => null },
            IsFloor = people.Count == 0 && floor is not null,
        };
    }
}
