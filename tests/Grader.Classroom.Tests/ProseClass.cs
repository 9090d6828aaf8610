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

    public static Rubrics RubricsOf(decimal cause, decimal effect) => new(new Dictionary<string, Sequence<RubricIdea>> { [Check] = [new("cause", "the cause", cause), new("effect", "the effect", effect)] });

    public RunInputs Inputs(string key) => new("hw", key, "1.0", "", "", answers.Count, RunInputs.HashOf(answers.Keys.Order(StringComparer.Ordinal)), null);

    public Sequence<ClassTask> Tasks => answers.Keys.Order(StringComparer.Ordinal).Select(name => new ClassTask(new(name, [new(name, name)], []), [new(name, "", IsKnown: true, "")])).ToSequence();

    public ProseClass Graded(string key = "k1")
    {
        ClassRun.Run(new(run, Inputs(key), new("", "", ""), Tasks, null, default, 2, TimeSpan.FromSeconds(30), false) { Rubrics = Rubrics }, Grade, InputOf, _ => { }, default);
        return this;
    }

    public RegradeDifference Regraded(string key, bool isDry = false) =>
        Regrade.Run(run, Inputs(key), new("", "", ""), Rubrics, Tasks, Grade, 2, TimeSpan.FromSeconds(30), isDry, false, _ => { }, default);

    public IReadOnlyList<ReviewGroup> Queue(bool withSure = false) => ReviewQueue.Of(run, Rubrics.Read(run)!, Read, [], withSure, 2, (_, _) => { }, default);

    public ReviewSession Session(string reviewer = "ana", ReviewPart? part = null, TimeProvider? time = null) => new(run, Queue(), part ?? ReviewPart.Whole, reviewer, time ?? TimeProvider.System);

    /// <summary>Points by the gradebook.</summary>
    public PointsSum PointsOf(string name) => DecidedResults.Of(run).First(result => result.Name == name).Points;

    public ReviewedSubmission? Read(string name) => new([new("", 0, 1, answers[name])], new Dictionary<string, ReadAnswer> { [Check] = new([new(answers[name], 1, 1, 1, 1) { End = answers[name].Length }], ["cause"]) });

    public string InputOf(ClassTask task) => "input of " + answers[task.Name];

    private GradedTask Grade(ClassTask task)
    {
        var isSure = answers[task.Name].StartsWith("sure", StringComparison.Ordinal);
        var check = new CheckGrade(Check, "rubric", Ask, isSure ? Verdict.Correct : Verdict.NeedsReview, isSure ? 2 : Rational.Of(1, 2), isSure ? 0 : Rational.Of(3, 2), 2, "the model", new(answers[task.Name], 1, 1, 1, 2), [], [], "Not all was found.");
        return new(InputOf(task), new("hw", "Homework", new(task.Name, "ab"), "k", check.Points, check.PendingPoints, 2, !isSure, [], [new("1", "One", check.Points, check.PendingPoints, 2, [new("1a", check.Points, check.PendingPoints, 2, [check])])], []), null);
    }
}
