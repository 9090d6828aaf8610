using System.Text;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;
using Grader.Classroom.Shards;

namespace Grader.Classroom.Tests;

/// <summary>Shards put together are one run; what does not go together is told.</summary>
[TestFixture]
public sealed class MergeTests
{
    private const int Count = 40;

    private static readonly Roster Class = RosterReader.Read("roster.csv", "id,name\ns002,Two\ns001,One\nnobody,No One\n"u8);

    private string _folder = "";

    private string Run(string name) => Path.Combine(_folder, name);

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("grader-merge-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Merged_shards_are_the_bytes_of_one_run([Values(1, 2, 7, 40, 50)] int count, [Values] bool withRoster)
    {
        var roster = withRoster ? Class : null;
        SampleClass.Run(Request("whole", roster, null));
        var runs = Enumerable.Range(1, count).Select(index => Grade($"s{index}", roster, new(index, count))).Reverse().ToList();
        var outcome = RunMerge.Merge(runs, Run("merged"));
        Assert.That(SampleClass.Files(Run("merged")), Is.EqualTo(SampleClass.Files(Run("whole"))));
        Assert.That(outcome.Tally.Submissions, Is.EqualTo(Count));
        Assert.That(SampleClass.Run(Request("merged", roster, null)).WasComplete, "the merged run is one");
        RunMerge.Merge(runs, Run("merged"));
    }

    /// <summary>Stopped on the way, by a disk or a kill, it leaves a folder that is still the run's.</summary>
    [Test]
    public void A_merge_that_was_stopped_is_gone_on_with()
    {
        SampleClass.Run(Request("whole", Class, null));
        var runs = Enumerable.Range(1, 3).Select(index => Grade($"s{index}", Class, new(index, 3))).ToList();
        Directory.CreateDirectory(Path.Combine(Run("merged"), RunFolder.Results + ".tmp"));
        Assert.That(Assert.Throws<ClassroomException>(() => RunMerge.Merge(runs, Run("merged")))!.Message, Does.Contain("other files stand here"));
        Directory.Delete(Run("merged"), recursive: true);
        using (RunFolder.Open(Run("merged")))
            Assert.That(Assert.Throws<ClassroomException>(() => RunMerge.Merge(runs, Run("merged")))!.Message, Does.Contain("another grader is at work"));
        File.WriteAllText(Path.Combine(Run("merged"), RunFolder.Manifest + ".tmp"), "{");
        RunMerge.Merge(runs, Run("merged"));
        foreach (var name in new[] { RunFolder.Results, RunFolder.GradebookName })
            File.Delete(Path.Combine(Run("merged"), name));
        RunMerge.Merge(runs, Run("merged"));
        Assert.That(SampleClass.Files(Run("merged")), Is.EqualTo(SampleClass.Files(Run("whole"))));
    }

    /// <summary>What is written first says whose folder it is.</summary>
    [Test]
    public void Stopped_behind_the_roster_it_is_gone_on_with()
    {
        SampleClass.Run(Request("whole", Class, null));
        var runs = Enumerable.Range(1, 3).Select(index => Grade($"s{index}", Class, new(index, 3))).ToList();
        using (var folder = RunFolder.Open(Run("merged")))
        {
            var shard = RunFolder.ReadComplete(runs[0]);
            folder.Begin(shard with { Inputs = shard.Inputs with { Shard = null }, Finished = null, Files = new Dictionary<string, string>() }, File.ReadAllBytes(Path.Combine(runs[0], RunFolder.RosterName)));
        }
        Assert.That(Directory.GetFiles(Run("merged")).Select(Path.GetFileName), Is.EquivalentTo(new[] { ".lock", RunFolder.Manifest, RunFolder.RosterName }));
        RunMerge.Merge(runs, Run("merged"));
        Assert.That(SampleClass.Files(Run("merged")), Is.EqualTo(SampleClass.Files(Run("whole"))));
    }

    [Test]
    public void Gaps_and_doubles_are_told()
    {
        var runs = Enumerable.Range(1, 7).Select(index => Grade($"s{index}", null, new(index, 7))).ToList();
        Assert.That(Refused([.. runs.Where(run => !run.EndsWith('3') && !run.EndsWith('5'))]), Does.Contain("2 of 7 shards are not among them: 3, 5. Grade them with --shard 3/7"));
        Assert.That(Refused([.. runs, Grade("again", null, new(2, 7))]), Does.Contain("are both shard 2/7. Leave one out."));
        Assert.That(Refused([.. runs.Skip(1), Grade("half", null, new(1, 2))]), Does.Contain("this is shard 1/2, and").And.Contain("is shard 2/7"));
        Assert.That(Refused([.. runs, Grade("all", null, null)]), Does.Contain("this is the run of a whole class"));
        Assert.That(Refused([.. runs.Skip(1), Grade("roster", Class, new(1, 7))]), Does.Contain("this is no shard of the class"));
        Assert.That(Refused([Run("nowhere")]), Does.Contain("there is no run.json here"));
        Assert.That(Assert.Throws<ClassroomException>(() => RunMerge.Merge(runs, runs[3]))!.Message, Does.Contain("this is one of the shards"));
        File.AppendAllText(Path.Combine(runs[4], RunFolder.Results), " ");
        Assert.That(Refused(runs), Does.Contain("s5").And.Contain("not what the run wrote, by its hash"));
    }

    [Test]
    public void A_shard_that_is_not_complete_is_told()
    {
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => SampleClass.Run(Request("s1", null, new(1, 1)), task => { stop.Cancel(); return SampleClass.Grade(task); }, stop.Token));
        Assert.That(Refused([Run("s1")]), Does.Contain("this run is not complete. Give the command that began it once more"));
    }

    private string Refused(IReadOnlyList<string> runs) => Assert.Throws<ClassroomException>(() => RunMerge.Merge(runs, Run("merged")))!.Message;

    private string Grade(string name, Roster? roster, Shard? shard)
    {
        SampleClass.Run(Request(name, roster, shard));
        return Run(name);
    }

    private RunRequest Request(string name, Roster? roster, Shard? shard)
    {
        var request = SampleClass.Request(Run(name), Count, roster, shard);
        var bytes = Encoding.UTF8.GetBytes("id,name\ns002,Two\ns001,One\nnobody,No One\n");
        return roster is null ? request : request with { RosterBytes = bytes, Inputs = request.Inputs with { Roster = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)) } };
    }
}
