using Grader.Reference.Training;
using Grader.Training.Runs;

namespace Grader.Training.Tests;

/// <summary>The time left by the epochs that were seen.</summary>
[TestFixture]
public sealed class TimeLeftTests
{
    private static readonly PlannedRun Short = new("a", "", RunRole.Band, 1);
    private static readonly PlannedRun Long = new("a", "epochs-20", RunRole.Variation, 1);

    private readonly TimeLeft _left = new([(Short, 4), (Long, 20)]);

    [Test]
    public void It_counts_epochs_and_neither_the_start_nor_what_a_checkpoint_spared()
    {
        Assert.That(_left.At(TimeSpan.FromSeconds(30)), Is.Null, "no epoch was seen");
        _left.Epoch(Short, 1, 10, TimeSpan.FromSeconds(40));
        Assert.That(_left.At(TimeSpan.FromSeconds(40)), Is.EqualTo(TimeSpan.FromSeconds(10 * 23)));
        _left.Epoch(Long, 17, 10, TimeSpan.FromSeconds(50));
        Assert.That(_left.At(TimeSpan.FromSeconds(50)), Is.EqualTo(TimeSpan.FromSeconds(10 * (3 + 3))));
        _left.Done(Short);
        Assert.That(_left.At(TimeSpan.FromSeconds(50)), Is.EqualTo(TimeSpan.FromSeconds(10 * 3)), "it diverged");
        _left.Done(Long);
        Assert.That(_left.At(TimeSpan.FromSeconds(60)), Is.Null);
    }
}
