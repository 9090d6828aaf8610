using Grader.Cli.Intake;
using Grader.Grading;
using Grader.Verification;

namespace Grader.Cli.Tests;

/// <summary>A pile is graded to its end, whatever one submission brings about; what lies outside them all ends it.</summary>
[TestFixture]
public sealed class SubmissionPileTests
{
    private static readonly SubmissionPile Pile = new("pile", ["a", "b", "c", "d"]);

    [Test]
    public void A_bug_on_one_is_its_row_and_the_exit_code()
    {
        var graded = Grade(name => name == "b" ? throw new InvalidOperationException("Sequence contains no elements.") : Report(name));
        Assert.That(graded.Select(submission => submission.File + submission.Report?.Title), Is.EqualTo(new[] { "aa", "b", "cc", "dd" }));
        Assert.That(graded[1].IsInternalError);
        Assert.That(graded[1].Problem, Does.StartWith("Internal error: InvalidOperationException: Sequence contains no elements. This is a bug in Grader."));
        Assert.That(SubmissionPile.After(graded, ExitCode.AnswerIsNo), Is.EqualTo(ExitCode.InternalError));
    }

    [TestCase((int)ExitCode.UnreadableSubmission)]
    [TestCase((int)ExitCode.WrongUsage)]
    [TestCase((int)ExitCode.NothingToGrade)]
    public void What_is_wrong_with_one_is_its_row(int code)
    {
        var graded = Grade(name => name == "c" ? throw new GraderException((ExitCode)code, $"{Pile.PathOf("c")}: this is no text.") : Report(name));
        Assert.That(graded.Select(submission => submission.Problem), Is.EqualTo(new[] { "", "", "This is no text.", "" }));
        Assert.That(SubmissionPile.After(graded, ExitCode.Done), Is.EqualTo(ExitCode.Done));
    }

    [Test]
    public void What_lies_outside_ends_it_and_the_first_is_told()
    {
        var error = Assert.Throws<GraderException>(() => Grade(name => name == "a" ? Report(name) : throw new GraderException(ExitCode.Partial, $"{name}: no converter.")));
        Assert.That(error.Code, Is.EqualTo(ExitCode.Partial));
        Assert.That(error.Message, Is.EqualTo("b: no converter. Nothing was counted."));
    }

    /// <summary>A converter that is stopped says so by a token of its own.</summary>
    [Test]
    public void Who_asks_to_stop_is_heard()
    {
        using var stopping = new CancellationTokenSource();
        using var others = new CancellationTokenSource();
        others.Cancel();
        Assert.Throws<OperationCanceledException>(() => Pile.Grade(Stopped, 1, stopping.Token));

        GradeReport Stopped(string name)
        {
            stopping.Cancel();
            throw new OperationCanceledException(others.Token);
        }
    }

    private static IReadOnlyList<GradedSubmission> Grade(Func<string, GradeReport> grade) => Pile.Grade(grade, 2, CancellationToken.None);

    private static GradeReport Report(string title) => new("a", title, new("a", ""), "", default, default, default, false, [], [], []);
}
