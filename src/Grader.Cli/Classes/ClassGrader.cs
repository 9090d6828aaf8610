using System.Globalization;
using Grader.Classroom.Review;
using Grader.Classroom.Runs;
using Grader.Cli.Files;
using Grader.Cli.Intake;
using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Cli.Classes;

/// <summary>Grades the submissions of a class, each by its student's variant.</summary>
/// <param name="assignment">Nobody's variant.</param>
/// <param name="variant">A student's variant, where inputs are drawn.</param>
internal sealed class ClassGrader(ClassFolder folder, Assignment assignment, Func<string, Assignment> variant, Converters converters, GradingBounds bounds, AloneProcess alone, CancellationToken cancellation) : ITaskGrader
{
    private readonly Sequence<ExpectedPart> _expected = SubmissionGrader.ExpectedParts(assignment);

    public string InputOf(ClassTask task) => folder.InputOf(task.Submission, converters);

    /// <summary>A submission as a person looks at it.</summary>
    /// <returns>Null where it cannot be read any more, or is another than was graded.</returns>
    public ReviewedSubmission? Review(ClassTask task, string input)
    {
        try
        {
            if (InputOf(task) != input)
                return null;
            var submission = folder.Read(task.Submission, converters);
            var own = OwnOf(task);
            var document = submission.Document(_expected);
            var ideas = ChoiceExplainer.Explain(own, document, submission.Sha256).Checks.Items.ToDictionary(check => check.Id, check => check.Candidates.Items.SelectMany(candidate => candidate.Ideas.Items).Distinct(StringComparer.Ordinal).ToSequence(), StringComparer.Ordinal);
            return new(
                SubmissionPassage.Of(document, submission.Identity.AnswersFile),
                ReceiptMaker.Of(own, document, submission.Sha256).Questions.Items.SelectMany(question => question.Checks.Items).ToDictionary(check => check.Id, check => new ReadAnswer(check.Read, ideas.GetValueOrDefault(check.Id), SectionText.Around(document, check.Read)), StringComparer.Ordinal));
        }
        catch (Exception error) when (error is GraderException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public byte[] Grade(ClassTask task, bool isAlone, GradingClock clock)
    {
        if (isAlone && GradeAlone(task, clock) is { } line)
            return line;
        var graded = GradeHere(task);
        // What goes wrong in this process may be the doing of another submission that is graded in it.
        return graded.Error is { IsDangerous: true } && !isAlone && GradeAlone(task, clock) is { } own ? own : ResultLine.Write(task, graded);
    }

    private byte[]? GradeAlone(ClassTask task, GradingClock clock)
    {
        clock.Stop();
        return alone.Grade(task);
    }

    /// <summary>In this process.</summary>
    /// <exception cref="OperationCanceledException">The user asks to stop.</exception>
    public GradedTask GradeHere(ClassTask task)
    {
        var input = "";
        try
        {
            input = InputOf(task);
            var submission = folder.Read(task.Submission, converters);
            var own = OwnOf(task);
            var report = SubmissionGrader.Grade(own, submission.Document(_expected), submission.Sha256) with { Submission = submission.Identity };
            return new(input, report, null);
        }
        catch (GraderException error)
        {
            return Failed(error.Code is ExitCode.Partial or ExitCode.WrongCase ? ResultErrors.Outside : ResultErrors.Unreadable, error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Failed(ResultErrors.Unreadable, $"It cannot be read ({error.Message.TrimEnd('.')}). Check its permissions.");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OutOfMemoryException)
        {
            return Failed(ResultErrors.TooLarge, string.Create(CultureInfo.InvariantCulture, $"Grading took more than {bounds.MemoryMiB} MiB of memory and was given up. Look at it with grader check; --memory gives more."));
        }
        // A bug that one submission brings to light does not cost the others their result.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Failed(ResultErrors.Internal, InternalError.Say(error));
        }

        GradedTask Failed(string kind, string message) => new(input, null, new(kind, folder.WithoutPath(message)));
    }

    private Assignment OwnOf(ClassTask task) => assignment.IsDrawn ? variant(task.Students[0].Id) : assignment;
}
