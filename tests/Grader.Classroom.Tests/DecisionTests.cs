using Grader.Classroom.Decisions;
using Grader.Classroom.Gradebooks;
using Grader.Classroom.Runs;
using Grader.Classroom.Shards;
using Grader.Grading;

namespace Grader.Classroom.Tests;

/// <summary>Decisions of people hold whatever the key becomes; a regrade tells exactly what it changes.</summary>
[TestFixture]
public sealed class DecisionTests
{
    private const int Count = 30;

    private string _folder = "";

    private string Run => Path.Combine(_folder, "run");

    [SetUp]
    public void MakeRun()
    {
        _folder = Directory.CreateTempSubdirectory("grader-decisions-").FullName;
        SampleClass.Run(SampleClass.Request(Run, Count));
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void An_override_is_in_gradebook_and_ledger_and_the_results_stay()
    {
        var results = File.ReadAllText(Path.Combine(Run, RunFolder.Results));
        // 7 has 2/3 of a point, and one pending.
        var done = Override.Apply(Run, "s007", "1a.x", 3.5m, "The argument is right.");
        Assert.That((done.Check.Points, done.Check.Pending, done.Before.Points, done.After.Points), Is.EqualTo((0.6667m, 1m, new PointsSum(0.6667m, 1, 4), new PointsSum(3.5m, 0, 4))));
        Assert.That(Row("s007"), Is.EqualTo("s007,,,,s007.md,graded,,3.5,0,4,1,3.5,"));
        Assert.That(File.ReadAllText(Path.Combine(Run, RunFolder.Results)), Is.EqualTo(results));
        Assert.That(File.ReadAllText(Path.Combine(Run, Ledger.FileName)), Does.Match("^\\{\"schema\":\"grader/ledger/v1\",\"kind\":\"override\",\"time\":\"[0-9TZ:-]+\",\"submission\":\"s007.md\",\"student\":\"s007\",\"check\":\"1a.x\",\"id\":\"[0-9a-f]{16}\",\"input\":\"input of s007.md\",\"points\":3.5,\"reason\":\"The argument is right.\"}\n$"));
        SampleClass.Run(SampleClass.Request(Run, Count));
        Assert.That(Gradebook.Of(Run, RunFolder.ReadComplete(Run)).First(row => row.Student == "s007").Points!.Points, Is.EqualTo(3.5m));

        Override.Apply(Run, "s007.md", "1a.x", 1, "On second thought.");
        Assert.That(Row("s007"), Does.Contain(",1,0,4,1,1,"));
        Assert.That(File.ReadAllLines(Path.Combine(Run, Ledger.FileName)), Has.Length.EqualTo(2));
        Assert.That(RunFolder.HashOf(Path.Combine(Run, RunFolder.GradebookName)), Is.EqualTo(RunFolder.ReadComplete(Run).Files[RunFolder.GradebookName]));
    }

    [TestCase("s099", "1a.x", 1, "why", "has no submission of such a student")]
    [TestCase("s009", "1a.x", 1, "why", "it was not graded")]
    [TestCase("s007", "1a.y", 1, "why", "has no such check. There are: 1a.x")]
    [TestCase("s007", "1a.x", 4.01, "why", "has from 0 to 4 points")]
    [TestCase("s007", "1a.x", -1, "why", "has from 0 to 4 points")]
    [TestCase("s007", "1a.x", 1, " ", "write why")]
    public void What_cannot_be_decided_is_told(string student, string check, double points, string reason, string message)
    {
        Assert.That(Assert.Throws<ClassroomException>(() => Override.Apply(Run, student, check, (decimal)points, reason))!.Message, Does.Contain(message));
        Assert.That(File.Exists(Path.Combine(Run, Ledger.FileName)), Is.False);
    }

    [Test]
    public void A_regrade_names_exactly_whom_it_concerns_and_overrides_stand()
    {
        Override.Apply(Run, "s003", "1a.x", 4, "Accepted.");
        var before = Files();
        var dry = Regraded(isDry: true, isNeverLower: false);
        Assert.That(Files(), Is.EqualTo(before), "a trial writes nothing");
        // Those of 3, by number modulo 5, had a point and have two now; those of 4 had 4/3 and have none.
        var students = Numbers(3).Where(number => number != 3).Concat(Numbers(4)).Where(number => number % 10 != 9).Select(number => $"s{number:000}.md").Order().ToList();
        Assert.That(dry.Students.Select(change => change.Submission), Is.EqualTo(students));
        Assert.That(dry.Checks.Where(change => change.IsDecided).Select(change => change.Submission), Is.EqualTo(new[] { "s003.md" }));

        var done = Regraded(isDry: false, isNeverLower: false);
        Assert.That(done.Students, Is.EqualTo(dry.Students));
        Assert.That((Row("s003"), Row("s008"), Row("s004")), Is.EqualTo(("s003,,,,s003.md,graded,,4,0,4,1,4,", "s008,,,,s008.md,graded,,2,0,4,,2,", "s004,,,,s004.md,graded,,0,0,4,,0,")));
        Assert.That(RunFolder.ReadComplete(Run).Inputs.Key, Is.EqualTo("k2"));
        Assert.That(File.ReadAllLines(Path.Combine(Run, Ledger.FileName))[^1], Does.Contain("\"kind\":\"regrade\"").And.Contain("\"fromKey\":\"k1\",\"toKey\":\"k2\"").And.Contain("{\"submission\":\"s004.md\",\"was\":1.3333,\"is\":0}"));
        Assert.That(Regraded(isDry: true, isNeverLower: false).Students, Is.Empty);
        Assert.That(SampleClass.Run(SampleClass.Request(Run, Count, key: "k2")).WasComplete);
    }

    [Test]
    public void Never_lower_keeps_what_was_and_raises_the_rest()
    {
        var done = Regraded(isDry: false, isNeverLower: true);
        Assert.That(done.Students.Select(change => change.Is.Points >= change.Was.Points), Is.All.True);
        Assert.That((Row("s008"), Row("s004")), Is.EqualTo(("s008,,,,s008.md,graded,,2,0,4,,2,", "s004,,,,s004.md,graded,,1.3333,0,4,1,1.3333,")));
        Assert.That(done.Kept.Select(kept => kept.Submission), Is.EqualTo(Numbers(4).Where(number => number % 10 != 9).Select(number => $"s{number:000}.md")));
        // What the key gives above the floor counts.
        Override.Apply(Run, "s004", "1a.x", 0.5m, "A person may lower.");
        Assert.That(Row("s004"), Does.Contain(",0.5,0,4,1,0.5,"));
    }

    [Test]
    public void Another_class_is_not_regraded()
    {
        var request = SampleClass.Request(Run, Count + 1, key: "k2");
        Assert.That(Assert.Throws<ClassroomException>(() => Regrade.Run(Run, request.Inputs, request.Source, request.Rubrics, request.Tasks, SampleClass.Grader(), 2, request.Limit, false, false, _ => { }, default))!.Message, Does.Contain("only the key may be another").And.Contain("there were 30 submissions, and are 31"));
    }

    [Test]
    public void Decisions_are_not_forgotten_by_a_restart_and_are_merged()
    {
        Override.Apply(Run, "s007", "1a.x", 3, "Right.");
        Assert.That(Assert.Throws<ClassroomException>(() => SampleClass.Run(SampleClass.Request(Run, Count) with { IsRestart = true }))!.Message, Does.Contain("ledger.jsonl holds what people decided here"));
        var shards = Enumerable.Range(1, 3).Select(index => Path.Combine(_folder, $"s{index}")).ToList();
        for (var index = 1; index <= 3; index++)
            SampleClass.Run(SampleClass.Request(shards[index - 1], Count, shard: new(index, 3)));
        Override.Apply(shards[1], "s007", "1a.x", 3, "Right.");
        RunMerge.Merge(shards, Path.Combine(_folder, "merged"));
        Assert.That(SampleClass.Files(Path.Combine(_folder, "merged")), Is.EqualTo(SampleClass.Files(Run)));
    }

    [Test]
    public void A_torn_entry_is_none_and_a_damaged_one_is_told()
    {
        Override.Apply(Run, "s007", "1a.x", 3, "Right.");
        var ledger = Path.Combine(Run, Ledger.FileName);
        File.AppendAllText(ledger, "{\"schema\":\"grader/led");
        Assert.That(Ledger.Read(Run).Decisions, Has.Count.EqualTo(1));
        Override.Apply(Run, "s007", "1a.x", 2, "Less.");
        Assert.That(File.ReadAllLines(ledger), Has.Length.EqualTo(2));
        File.WriteAllText(ledger, "{}\n");
        Assert.That(Assert.Throws<ClassroomException>(() => Ledger.Read(Run))!.Message, Does.Contain("ledger.jsonl:1: this line is no entry"));
    }

    private static IEnumerable<int> Numbers(int remainder) => Enumerable.Range(0, Count).Where(number => number % 5 == remainder);

    /// <summary>By a key that takes 3 for two points, and 4 for none.</summary>
    private RegradeDifference Regraded(bool isDry, bool isNeverLower)
    {
        var request = SampleClass.Request(Run, Count, key: "k2");
        return Regrade.Run(Run, request.Inputs, request.Source, request.Rubrics, request.Tasks, SampleClass.Grader(Grade), 2, request.Limit, isDry, isNeverLower, _ => { }, default);

        static GradedTask Grade(ClassTask task)
        {
            var graded = SampleClass.Grade(task);
            if (graded.Report is not { } report || int.Parse(task.Name.AsSpan(1, 3)) % 5 is var remainder && remainder < 3)
                return graded;
            var check = report.Questions[0].Parts[0].Checks[0] with { Points = remainder == 3 ? 2 : 0, Verdict = remainder == 3 ? Verdict.Partial : Verdict.Incorrect };
            var question = report.Questions[0] with { Points = check.Points, Parts = [report.Questions[0].Parts[0] with { Points = check.Points, Checks = [check] }] };
            return graded with { Report = report with { KeySha256 = "k2", Points = check.Points, Questions = [question] } };
        }
    }

    private string Files() => SampleClass.Files(Run) + File.ReadAllText(Path.Combine(Run, RunFolder.Manifest)) + File.ReadAllText(Path.Combine(Run, Ledger.FileName)) + string.Join(' ', Directory.GetFiles(Run).Order());

    private string Row(string student) => File.ReadAllLines(Path.Combine(Run, RunFolder.GradebookName)).First(line => line.StartsWith(student + ",", StringComparison.Ordinal));
}
