using Grader.Classroom.Shards;

namespace Grader.Classroom.Tests;

/// <summary>Which part of a class a process grades, as users and engines say it.</summary>
[TestFixture]
public sealed class ShardTests
{
    [TestCase("1/1", "", 1, 1)]
    [TestCase("7/7", "", 7, 7)]
    [TestCase("auto", "SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_COUNT=7 SLURM_ARRAY_TASK_MIN=1", 3, 7)]
    [TestCase("auto", "SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_COUNT=7 SLURM_ARRAY_TASK_MIN=0", 1, 7)]
    [TestCase("auto", "SLURM_ARRAY_TASK_ID=14 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=10 SLURM_ARRAY_TASK_STEP=2", 3, 3)]
    [TestCase("auto/4", "JOB_COMPLETION_INDEX=0", 1, 4)]
    [TestCase("auto/4", "JOB_COMPLETION_INDEX=3", 4, 4)]
    [TestCase("auto", "CI_NODE_INDEX=2 CI_NODE_TOTAL=5", 2, 5)]
    public void Is_read(string text, string environment, int index, int count) => Assert.That(Parse(text, environment), Is.EqualTo(new Shard(index, count)));

    [TestCase("0/7", "")]
    [TestCase("8/7", "")]
    [TestCase("1/0", "")]
    [TestCase("-1/7", "")]
    [TestCase("1", "")]
    [TestCase("a/b", "")]
    [TestCase("", "")]
    [TestCase("1/7/3", "")]
    [TestCase("1/99999999999", "")]
    [TestCase("auto", "")]
    [TestCase("auto", "JOB_COMPLETION_INDEX=0")]
    [TestCase("auto", "CI_NODE_INDEX=6 CI_NODE_TOTAL=5")]
    [TestCase("auto", "SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=1")]
    [TestCase("auto/4", "SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=1")]
    [TestCase("auto", "SLURM_ARRAY_TASK_ID=x")]
    public void Is_refused(string text, string environment) => Assert.That(Assert.Throws<ClassroomException>(() => Parse(text, environment))!.Message, Does.StartWith("--shard "));

    [Test]
    public void Each_submission_is_in_one_shard() =>
        Assert.That(Enumerable.Range(0, 100).Select(position => Enumerable.Range(1, 7).Count(index => new Shard(index, 7).Has(position))), Is.All.EqualTo(1));

    private static Shard Parse(string text, string environment)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(item => item.Split('=')).ToDictionary(item => item[0], item => item[1]);
        return Shard.Parse(text, variables.GetValueOrDefault);
    }
}
