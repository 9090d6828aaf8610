using Grader.Mathematics;

namespace Grader.Classroom.Decisions;

/// <summary>What of the decisions on a check holds today.</summary>
/// <param name="Beside">Those that stand, of several people; none replaces another.</param>
/// <param name="Stale">About another text or another rubric; they hold no more.</param>
public sealed record StandingDecisions(Sequence<Decision> Beside, Sequence<Decision> Stale)
{
    /// <summary>What the check earns; null where nobody decided, or people disagree.</summary>
    public decimal? Points { get; private init; }

    /// <summary>The program may give more.</summary>
    public bool IsFloor => Beside is [{ Ruling: KeptPoints }];

    /// <summary>A person's decision holds.</summary>
    public bool IsDecided => Points is not null && !IsFloor;

    /// <summary>Several people decided, and not the same.</summary>
    public bool IsContested => Beside.Count > 0 && Points is null;

    /// <param name="decisions">All on one check, in the order in which they were made.</param>
    /// <param name="input">Of the submission today.</param>
    /// <param name="check">As the program graded it today.</param>
    public static StandingDecisions Of(IEnumerable<Decision> decisions, string input, GradedCheck check, Sequence<RubricIdea> ideas)
    {
        var (beside, stale) = (new List<Decision>(), new List<Decision>());
        foreach (var decision in WithoutWithdrawn(decisions))
        {
            if (decision.IsStale(input, check, ideas) || decision.Ruling.PointsOf(check, ideas) is null)
            {
                stale.Add(decision);
                continue;
            }
            if (decision.Ruling is KeptPoints kept)
            {
                if (beside.Exists(other => other.Ruling is not KeptPoints floor || floor.Points > kept.Points))
                    continue;
                beside.Clear();
            }
            else if (decision.Settles || decision.On is null)
                beside.Clear();
            else
                beside.RemoveAll(other => other.By == decision.By || other.Ruling is KeptPoints);
            beside.Add(decision);
        }
        var points = beside.ConvertAll(decision => decision.Ruling.PointsOf(check, ideas)).Distinct().ToList();
        return new(beside.ToSequence(), stale.ToSequence()) { Points = points is [var agreed] ? agreed : null };
    }

    private static List<Decision> WithoutWithdrawn(IEnumerable<Decision> decisions)
    {
        var left = new List<Decision>();
        foreach (var decision in decisions)
        {
            if (decision.Ruling is not Withdrawn)
                left.Add(decision);
            else if (left.FindLastIndex(earlier => earlier.On is not null && earlier.By == decision.By) is >= 0 and var last)
                left.RemoveAt(last);
        }
        return left;
    }
}
