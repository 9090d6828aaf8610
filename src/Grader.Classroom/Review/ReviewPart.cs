using System.Globalization;
using Grader.Classroom.Shards;

namespace Grader.Classroom.Review;

/// <summary>Which groups of the queue one of several assistants decides: every Nth; and of the next one's a sample, which both decide without seeing each other's, so that their agreement can be told.</summary>
/// <param name="Share">I of N.</param>
/// <param name="SampledPercent">Of the groups, how many percent two decide.</param>
public sealed record ReviewPart(Shard Share, int SampledPercent)
{
    /// <summary>All of it, for one.</summary>
    public static ReviewPart Whole { get; } = new(new(1, 1), 0);

    /// <param name="text"><c>2/3</c>.</param>
    /// <exception cref="ClassroomException">It says nothing of the kind.</exception>
    public static Shard ShareOf(string text) =>
        text.Split('/') is [var index, var count] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && i >= 1 && i <= n
            ? new(i, n)
            : throw new ClassroomException(ClassroomFault.Usage, $"--part {text}: write I/N, I from 1 to N, such as 1/3.");

    /// <param name="group">Its number in the queue, 1-based.</param>
    public bool Has(int group) => Share.Has(group - 1) || (Share.Count > 1 && IsSampled(group) && new Shard((Share.Index % Share.Count) + 1, Share.Count).Has(group - 1));

    /// <summary>Spread evenly over the groups of each assistant, the first among them: a short queue has a sample, too.</summary>
    public bool IsSampled(int group)
    {
        var place = (group - 1) / Share.Count;
        return (place * SampledPercent + 99) / 100 < ((place + 1) * SampledPercent + 99) / 100;
    }
}
