using System.Text;
using System.Text.Json;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;
using Grader.Classroom.Shards;

namespace Grader.Classroom.Tests;

/// <summary>A run's files: the same whatever the threads, the order and the interruptions; and what is refused.</summary>
[TestFixture]
public sealed class ClassRunTests
{
    private const int Count = 40;

    private static readonly Roster Class = RosterReader.Read("roster.csv", Encoding.UTF8.GetBytes("id,name,section\ns002,Two,=A\ns001,One,B\nnobody,No One,B\ns001,One,B\n" + string.Concat(Enumerable.Range(3, 35).Select(i => $"s{i:000},,\n"))));

    private string _folder = "";

    private string Run(string name) => Path.Combine(_folder, name);

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("grader-run-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Gradebook_has_a_row_a_student()
    {
        SampleClass.Run(SampleClass.Request(Run("a"), 6, Class));
        await Verify(File.ReadAllText(Path.Combine(Run("a"), RunFolder.GradebookName)));
    }

    [Test]
    public async Task A_line_a_result()
    {
        SampleClass.Run(SampleClass.Request(Run("a"), 10));
        var lines = File.ReadAllLines(Path.Combine(Run("a"), RunFolder.Results));
        Assert.That(lines, Has.Length.EqualTo(10));
        foreach (var line in lines)
            using (JsonDocument.Parse(line))
                Assert.That(line, Does.Not.Contain("##["));
        await Verify($"{lines[7]}\n{lines[9]}\n");
    }

    [Test]
    public void Threads_and_order_change_no_byte([Values(1, 2, 8)] int jobs)
    {
        SampleClass.Run(SampleClass.Request(Run("a"), Count, Class, jobs: 1));
        SampleClass.Run(SampleClass.Request(Run("b"), Count, Class, jobs: jobs), task =>
        {
            Thread.Sleep(task.Name.GetHashCode(StringComparison.Ordinal) & 7);
            return SampleClass.Grade(task);
        });
        Assert.That(SampleClass.Files(Run("b")), Is.EqualTo(SampleClass.Files(Run("a"))));
        Assert.That(Directory.GetFiles(Run("b")).Select(Path.GetFileName), Is.EquivalentTo(new[] { ".lock", "gradebook.csv", "results.jsonl", "roster.csv", "rubrics.json", "run.json" }));
    }

    [Test]
    public void A_journal_cut_anywhere_is_gone_on_with([Range(0, 10)] int tenths)
    {
        SampleClass.Run(SampleClass.Request(Run("whole"), Count));
        Interrupt(after: 25);
        var journal = Path.Combine(Run("a"), "journal.jsonl");
        using (var stream = File.OpenWrite(journal))
            stream.SetLength((stream.Length * tenths / 10) - (tenths is 0 or 10 ? 0 : 3));
        var graded = 0;
        SampleClass.Run(SampleClass.Request(Run("a"), Count), task =>
        {
            Interlocked.Increment(ref graded);
            return SampleClass.Grade(task);
        });
        Assert.That(SampleClass.Files(Run("a")), Is.EqualTo(SampleClass.Files(Run("whole"))));
        Assert.That(graded, tenths == 0 ? Is.EqualTo(Count) : Is.LessThan(Count));
    }

    [Test]
    public void A_damaged_journal_is_kept_up_to_the_damage()
    {
        SampleClass.Run(SampleClass.Request(Run("whole"), Count));
        Interrupt(after: 25);
        var journal = Path.Combine(Run("a"), "journal.jsonl");
        var bytes = File.ReadAllBytes(journal);
        bytes[bytes.Length / 2]++;
        File.WriteAllBytes(journal, bytes);
        SampleClass.Run(SampleClass.Request(Run("a"), Count));
        Assert.That(SampleClass.Files(Run("a")), Is.EqualTo(SampleClass.Files(Run("whole"))));
    }

    [Test]
    public void What_failed_is_tried_again_when_a_run_goes_on()
    {
        Interrupt(after: 25);
        SampleClass.Run(SampleClass.Request(Run("a"), Count), task => SampleClass.Grade(task) is { Error: null } graded ? graded : new(SampleClass.InputOf(task), SampleClass.Grade(SampleClass.Tasks(Count)[3]).Report, null));
        Assert.That(RunResults.Heads(Run("a")).Where(result => result.Error is not null), Is.Empty);
    }

    [Test]
    public void A_complete_run_is_not_graded_twice()
    {
        SampleClass.Run(SampleClass.Request(Run("a"), Count, Class));
        var outcome = SampleClass.Run(SampleClass.Request(Run("a"), Count, Class), _ => throw new InvalidOperationException());
        Assert.That(outcome.WasComplete);
        Assert.That(outcome.Tally.Rows, Is.EqualTo(41));
    }

    [TestCase("cut", "results.jsonl:40: this line has no end. The file was changed or damaged; grade anew with --restart.")]
    [TestCase("twice", "results.jsonl:41: s039.md stands behind s039.md, and lines are in the order of the names, each once.")]
    [TestCase("no JSON", "results.jsonl:1: this line is no result")]
    public void Damaged_results_are_told(string how, string message)
    {
        SampleClass.Run(SampleClass.Request(Run("a"), Count));
        var path = Path.Combine(Run("a"), RunFolder.Results);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, how switch { "cut" => text[..^1], "twice" => text + text[text.IndexOf("{\"schema\":\"grader/result/v1\",\"name\":\"s039", StringComparison.Ordinal)..], _ => "x" + text });
        Assert.That(Assert.Throws<ClassroomException>(() => SampleClass.Run(SampleClass.Request(Run("a"), Count)))!.Message, Does.Contain(message));
    }

    [Test]
    public void Other_inputs_are_refused_and_say_what_differs()
    {
        SampleClass.Run(SampleClass.Request(Run("a"), Count));
        string Refused(RunRequest request) => Assert.Throws<ClassroomException>(() => SampleClass.Run(request))!.Message;
        Assert.That(Refused(SampleClass.Request(Run("a"), Count, key: "k2")), Does.Contain("the files of hw have changed (their hash was k1, and is k2). Give another folder with -o, or --restart"));
        Assert.That(Refused(SampleClass.Request(Run("a"), Count + 1)), Does.Contain("there were 40 submissions, and are 41"));
        Assert.That(Refused(SampleClass.Request(Run("a"), Count, Class)), Does.Contain("it was graded without a roster"));
        Assert.That(Refused(SampleClass.Request(Run("a"), Count, shard: new(1, 7))), Does.Contain("it is the whole class, and shard 1/7 was asked for"));
        var changed = Assert.Throws<ClassroomException>(() => ClassRun.Run(SampleClass.Request(Run("a"), Count), new SampleGrader(SampleClass.Grade, task => SampleClass.InputOf(task) + (task.Name == "s003.md" ? "!" : "")), _ => { }, default));
        Assert.That(changed!.Message, Does.Contain("s003.md has changed since it was graded."));
        SampleClass.Run(SampleClass.Request(Run("a"), Count, key: "k2") with { IsRestart = true });
    }

    [Test]
    public void What_takes_too_long_is_one_row()
    {
        using var never = new ManualResetEventSlim();
        var outcome = SampleClass.Run(SampleClass.Request(Run("a"), Count) with { Limit = TimeSpan.FromMilliseconds(200) }, task =>
        {
            if (task.Name is "s003.md" or "s004.md" or "s005.md")
                never.Wait();
            return SampleClass.Grade(task);
        });
        never.Set();
        Assert.That(RunResults.Heads(Run("a")).Where(result => result.Error?.Kind == ResultErrors.TooLong).Select(result => result.Name), Is.EqualTo(new[] { "s003.md", "s004.md", "s005.md" }));
        Assert.That(outcome.Tally.Submissions, Is.EqualTo(Count));
    }

    [Test]
    public void Two_graders_do_not_share_a_folder()
    {
        SampleClass.Run(SampleClass.Request(Run("a"), Count), task =>
        {
            if (task.Name == "s000.md")
                Assert.That(Assert.Throws<ClassroomException>(() => SampleClass.Run(SampleClass.Request(Run("a"), Count)))!.Message, Does.Contain("another grader is at work in this folder"));
            return SampleClass.Grade(task);
        });
        Assert.That(RunResults.Heads(Run("a")).Count(), Is.EqualTo(Count));
    }

    /// <summary>What a process leaves that is killed while it begins.</summary>
    [TestCase(".lock")]
    [TestCase(".lock", "run.json.tmp")]
    [TestCase(".lock", "run.json")]
    [TestCase(".lock", "run.json", "roster.csv.tmp")]
    public void A_run_that_had_hardly_begun_is_gone_on_with(params string[] left)
    {
        SampleClass.Run(SampleClass.Request(Run("whole"), 6, Class));
        Assert.That(Assert.Catch<OperationCanceledException>(() => SampleClass.Run(SampleClass.Request(Run("a"), 6, Class), cancellation: new(true))), Is.Not.Null);
        foreach (var file in Directory.GetFiles(Run("a")).Where(file => !left.Contains(Path.GetFileName(file))))
            File.Delete(file);
        foreach (var name in left.Where(name => !File.Exists(Path.Combine(Run("a"), name))))
            File.WriteAllText(Path.Combine(Run("a"), name), "{");
        SampleClass.Run(SampleClass.Request(Run("a"), 6, Class));
        Assert.That(SampleClass.Files(Run("a")), Is.EqualTo(SampleClass.Files(Run("whole"))));
        Assert.That(File.ReadAllText(Path.Combine(Run("a"), RunFolder.RosterName)), Is.EqualTo("id\n"));
        Assert.That(Directory.GetFiles(Run("a"), "*.tmp"), Is.Empty);
    }

    [Test]
    public void A_roster_of_somebody_is_left_alone()
    {
        Directory.CreateDirectory(Run("a"));
        File.WriteAllText(Path.Combine(Run("a"), RunFolder.RosterName), "mine");
        Assert.That(Assert.Throws<ClassroomException>(() => SampleClass.Run(SampleClass.Request(Run("a"), 6, Class)))!.Message, Does.Contain("other files stand here"));
        Assert.That(File.ReadAllText(Path.Combine(Run("a"), RunFolder.RosterName)), Is.EqualTo("mine"));
    }

    [Test]
    public void A_folder_of_other_things_is_left_alone()
    {
        Directory.CreateDirectory(Run("a"));
        File.WriteAllText(Path.Combine(Run("a"), "thesis.md"), "mine");
        Assert.That(Assert.Throws<ClassroomException>(() => SampleClass.Run(SampleClass.Request(Run("a"), Count) with { IsRestart = true }))!.Message, Does.Contain("other files stand here"));
        File.WriteAllText(Path.Combine(Run("a"), RunFolder.Manifest), "{}");
        Assert.That(Assert.Throws<ClassroomException>(() => SampleClass.Run(SampleClass.Request(Run("a"), Count)))!.Message, Does.Contain("its schema is “”"));
        Assert.That(File.ReadAllText(Path.Combine(Run("a"), "thesis.md")), Is.EqualTo("mine"));
    }

    [Test]
    public void A_bug_in_writing_ends_the_run_and_keeps_what_was_finished()
    {
        Assert.Throws<InvalidOperationException>(() => SampleClass.Run(SampleClass.Request(Run("a"), Count, jobs: 1), task => task.Name == "s020.md" ? throw new InvalidOperationException() : SampleClass.Grade(task)));
        var graded = 0;
        SampleClass.Run(SampleClass.Request(Run("a"), Count), task =>
        {
            Interlocked.Increment(ref graded);
            return SampleClass.Grade(task);
        });
        // Those after it, it itself, and the two before it that could not be read.
        Assert.That(graded, Is.EqualTo(Count - 20 + 2));
    }

    [Test]
    public void What_was_begun_when_the_process_ended_is_graded_alone()
    {
        SampleClass.Run(SampleClass.Request(Run("whole"), Count));
        using var both = new CountdownEvent(2);
        Assert.Throws<InvalidOperationException>(() => SampleClass.Run(SampleClass.Request(Run("a"), Count), task =>
        {
            if (task.Name is not ("s020.md" or "s021.md"))
                return SampleClass.Grade(task);
            both.Signal();
            both.Wait();
            throw new InvalidOperationException();
        }));
        // Not said to be begun whole: a kill while that was written.
        File.AppendAllText(Path.Combine(Run("a"), "journal.jsonl"), "0123456789abcdef {\"begun\":\"s02");
        for (var round = 0; round < 2; round++)
        {
            // Ended once more before one of them is done.
            var (grader, isFirst) = (SampleClass.Grader(task => round == 0 && task.Name == "s021.md" ? throw new InvalidOperationException() : SampleClass.Grade(task)), round == 0);
            void Resume() => ClassRun.Run(SampleClass.Request(Run("a"), Count, jobs: 1), grader, _ => { }, default);
            if (isFirst)
                Assert.Throws<InvalidOperationException>(Resume);
            else
                Resume();
            Assert.That(grader.Alone.Where(name => name != "s020.md" || isFirst), Is.EqualTo(isFirst ? ["s020.md", "s021.md"] : new[] { "s021.md" }));
        }
        Assert.That(SampleClass.Files(Run("a")), Is.EqualTo(SampleClass.Files(Run("whole"))));
    }

    private void Interrupt(int after)
    {
        using var stop = new CancellationTokenSource();
        var done = 0;
        Assert.Throws<OperationCanceledException>(() => SampleClass.Run(
            SampleClass.Request(Run("a"), Count, jobs: 1),
            task =>
            {
                if (++done == after)
                    stop.Cancel();
                return SampleClass.Grade(task);
            },
            stop.Token));
        Assert.That(File.Exists(Path.Combine(Run("a"), RunFolder.Results)), Is.False);
    }
}
