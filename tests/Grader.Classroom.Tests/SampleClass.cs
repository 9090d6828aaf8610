using Grader.Classroom.Layouts;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;
using Grader.Classroom.Shards;
using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Classroom.Tests;

/// <summary>A class whose submissions are graded by their names: what is tested is what becomes of results.</summary>
internal static class SampleClass
{
    public static Sequence<ClassTask> Tasks(int count, Roster? roster = null, Shard? shard = null)
    {
        var match = roster is null ? null : new RosterMatch(roster);
        var items = Enumerable.Range(0, count).Select(i => new ClassItem($"s{i:000}.md", false)).ToList();
        return ClassLayouts.Find(items, _ => true, () => "").Items.Where((_, i) => shard?.Has(i) ?? true)
            .Select(submission => new ClassTask(submission, submission.Authors.Items.Select(author => match?.Match(author) ?? RosterMatch.Unmatched(author)).ToSequence())).ToSequence();
    }

    public static RunRequest Request(string output, int count, Roster? roster = null, Shard? shard = null, int jobs = 2, string key = "k1")
    {
        var names = Tasks(count).Select(task => task.Name);
        return new(output, new("hw", key, "1.0", "", roster is null ? "" : "r1", count, RunInputs.HashOf(names), shard), new("", "", ""), Tasks(count, roster, shard), roster, "id\n"u8.ToArray(), jobs, TimeSpan.FromSeconds(30), false);
    }

    /// <summary>Points by the number in its name; every tenth cannot be read.</summary>
    public static GradedTask Grade(ClassTask task)
    {
        var number = int.Parse(task.Name.AsSpan(1, 3));
        if (number % 10 == 9)
            return new(InputOf(task), null, new(ResultErrors.Unreadable, "No text."));
        var points = Rational.Of(number % 5, 3);
        var check = new CheckGrade("1a.x", "number", "x", number % 5 == 3 ? Verdict.Correct : Verdict.Incorrect, points, number % 7 == 0 ? 1 : 0, 4, "3", new("3 ± ##[x] “ü”", 1, 2, 1, 3), [], [], "Said.") { Value = $"{number % 5}" };
        var question = new QuestionGrade("1", "One", points, check.PendingPoints, 4, [new("1a", points, check.PendingPoints, 4, [check])]);
        return new(InputOf(task), new("hw", "Homework", new(task.Name, "ab"), "k1", points, check.PendingPoints, 4, check.PendingPoints.Sign > 0, [], [question], []), null);
    }

    public static string InputOf(ClassTask task) => "input of " + task.Name;

    public static RunOutcome Run(RunRequest request, Func<ClassTask, GradedTask>? grade = null, CancellationToken cancellation = default) =>
        ClassRun.Run(request, Grader(grade), _ => { }, cancellation);

    public static SampleGrader Grader(Func<ClassTask, GradedTask>? grade = null) => new(grade ?? Grade, InputOf);

    public static string Files(string run) => File.ReadAllText(Path.Combine(run, RunFolder.Results)) + "\n\n" + File.ReadAllText(Path.Combine(run, RunFolder.GradebookName));
}
