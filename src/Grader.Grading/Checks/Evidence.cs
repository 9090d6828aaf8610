using Grader.Mathematics;

namespace Grader.Grading.Checks;

/// <summary>What a check in words was judged by, or was looked at for it.</summary>
/// <param name="Say">What it says: <c>says “yes”</c>; empty where only that it was read may be told.</param>
internal sealed record Evidence(Found Found, string Say, bool IsTaken)
{
    /// <summary>Ids of the ideas of a rubric that it says.</summary>
    public Sequence<string> Ideas { get; init; }
}
