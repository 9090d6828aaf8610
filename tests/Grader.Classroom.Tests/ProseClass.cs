using Grader.Classroom.Decisions;
using Grader.Classroom.Review;
using Grader.Classroom.Runs;
using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Classroom.Tests;

/// <summary>A class that answers one question in prose, of which the program is sure of nothing.</summary>
/// <param name="answers">By the name of the submission.</param>
internal sealed class ProseClass(string run, IReadOnlyDictionary<string, string> answers)
{
    public const string Check = "1a.why";

    public string Run => run;

    public Rubrics Rubrics { get; set; } = RubricsOf(1.5m, 0.5m);

    public string Ask { get; set; } = "why";

    /// <summary>Submissions that cannot be read any more.</summary>
    public HashSet<string> Gone { get; } = new(StringComparer.Ordinal);

    public static Rubrics RubricsOf(decimal cause, decimal effect, string text = "the question") => new([new CheckRubric(Check, text, [new("cause", "the cause", cause), new("effect", "the effect", effect)])]);

    public RunInputs Inputs(string key) => new("hw", key, "1.0", "", "", answers.Count, RunInputs.HashOf(answers.Keys.Order(StringComparer.Ordinal)), null);

    public Sequence<ClassTask> Tasks => answers.Keys.Order(StringComparer.Ordinal).Select(name => new ClassTask(new(name, [new(name, name)], []), [new(name, "", IsKnown: true, "")])).ToSequence();

    public ITaskGrader Grader => new SampleGrader(Grade, InputOf);

    public ProseClass Graded(string key = "k1")
    {
        ClassRun.Run(new(run, Inputs(key), new("", "", ""), Tasks, null, default, 2, TimeSpan.FromSeconds(30), false) { Rubrics = Rubrics }, Grader, _ => { }, default);
        return this;
    }

    public RegradeDifference Regraded(string key, bool isNeverLower = false) =>
        Regrade.Run(run, Inputs(key), new("", "", ""), Rubrics, Tasks, Grader, 2, TimeSpan.FromSeconds(30), false, isNeverLower, _ => { }, default);

    public IReadOnlyList<ReviewGroup> Queue(bool withSure = false) => ReviewQueue.Of(run, Rubrics.Read(run)!, Read, withSure, 2, (_, _) => { }, default);

    public ReviewSession Session(string reviewer = "ana", ReviewPart? part = null, TimeProvider? time = null, params string[] only) => new(run, Queue(), part ?? ReviewPart.Whole, only.ToSequence(), reviewer, time ?? TimeProvider.System);

    /// <summary>Points by the gradebook.</summary>
    public PointsSum PointsOf(string name) => DecidedResults.Of(run).First(result => result.Name == name).Points;

    /// <summary>An answer is what stands before a bar; what stands behind it was not read.</summary>
    public ReviewedSubmission? Read(string name) => Gone.Contains(name) ? null : new([new("", 0, 1, answers[name])], new Dictionary<string, ReadAnswer> { [Check] = new([new(answers[name].Split('|')[0], 1, 1, 1, 1) { End = answers[name].Split('|')[0].Length }], ["cause"], answers[name]) });

    public string InputOf(ClassTask task) => "input of " + answers[task.Name];

    public GradedTask Grade(ClassTask task)
    {
        var isSure = answers[task.Name].StartsWith("sure", StringComparison.Ordinal);
        var check = new CheckGrade(Check, "rubric", Ask, isSure ? Verdict.Correct : Verdict.NeedsReview, isSure ? 2 : Rational.Of(1, 2), isSure ? 0 : Rational.Of(3, 2), 2, "the model", new(answers[task.Name], 1, 1, 1, 2), [], [], $"Not all was found in line {task.Name.Length + answers[task.Name].Length}.");
        return new(InputOf(task), new("hw", "Homework", new(task.Name, "ab"), "k", check.Points, check.PendingPoints, 2, !isSure, [], [new("1", "One", check.Points, check.PendingPoints, 2, [new("1a", check.Points, check.PendingPoints, 2, [check])])], []), null);
    }
}
