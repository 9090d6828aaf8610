using Grader.Classroom.Rosters;
using Grader.Mathematics;

namespace Grader.Classroom.Runs;

/// <summary>What a gradebook needs of a result.</summary>
/// <param name="Name">Of the submission.</param>
/// <param name="Input">As <see cref="GradedTask.Input"/>.</param>
/// <param name="Error">Null where it was graded.</param>
public sealed record ResultSummary(string Name, Sequence<MatchedAuthor> Students, bool IsLate, string Input, ResultError? Error)
{
    public PointsSum Points { get; init; } = new(0, 0, 0);

    public bool NeedsReview { get; init; }

    internal bool IsDangerous => Error is { IsDangerous: true };

    /// <summary>Checks whose points a person gave, or a regrade did not lower.</summary>
    public int Decided { get; init; }

    public Sequence<QuestionPoints> Questions { get; init; }
}

/// <summary>Rounded to four decimals.</summary>
/// <param name="Pending">What a person may still give.</param>
public sealed record PointsSum(decimal Points, decimal Pending, decimal Max);

public sealed record QuestionPoints(string Id, PointsSum Sum);
