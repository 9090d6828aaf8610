using Grader.Mathematics;

namespace Grader.Classroom.Decisions;

/// <summary>What a decision says of the points of a check.</summary>
public abstract record Ruling
{
    /// <param name="check">As the program graded it.</param>
    /// <param name="ideas">Of the check's rubric, with their points of today.</param>
    /// <returns>Null where nothing can be said.</returns>
    public abstract decimal? PointsOf(GradedCheck check, Sequence<RubricIdea> ideas);
}

/// <summary>A person's own number.</summary>
public sealed record GivenPoints(decimal Points) : Ruling
{
    /// <remarks>A check that is worth less by a later key gives no more than that.</remarks>
    public override decimal? PointsOf(GradedCheck check, Sequence<RubricIdea> ideas) => Math.Min(Points, check.Max);
}

/// <summary>Points that a regrade does not lower; the program may give more.</summary>
public sealed record KeptPoints(decimal Points) : Ruling
{
    public override decimal? PointsOf(GradedCheck check, Sequence<RubricIdea> ideas) => Points;
}

/// <summary>The ideas that a person finds in prose; what they are worth the rubric says.</summary>
/// <param name="Ideas">Their ids.</param>
public sealed record IdeasFound(Sequence<string> Ideas) : Ruling
{
    public override decimal? PointsOf(GradedCheck check, Sequence<RubricIdea> ideas) =>
        Ideas.Items.All(id => ideas.Items.Any(idea => idea.Id == id))
            // All of them are all points: thirds are rounded.
            ? ideas.Count > 0 && Ideas.Count == ideas.Count ? check.Max : Math.Min(check.Max, ideas.Items.Where(idea => Ideas.Items.Contains(idea.Id)).Sum(idea => idea.Points))
            : null;
}

/// <summary>The answer is right: all points.</summary>
public sealed record Accepted : Ruling
{
    public override decimal? PointsOf(GradedCheck check, Sequence<RubricIdea> ideas) => check.Max;
}

/// <summary>What was pending is not given: what the program was sure of stays.</summary>
public sealed record Rejected : Ruling
{
    public override decimal? PointsOf(GradedCheck check, Sequence<RubricIdea> ideas) => check.Points;
}

/// <summary>A decision is taken back, as if it had not been made.</summary>
/// <param name="Id">Of that decision.</param>
public sealed record Withdrawn(string Id) : Ruling
{
    public override decimal? PointsOf(GradedCheck check, Sequence<RubricIdea> ideas) => null;
}
