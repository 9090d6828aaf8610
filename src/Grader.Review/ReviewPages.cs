using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Grader.Classroom.Decisions;
using Grader.Classroom.Review;
using Grader.Mathematics;
using Grader.Reports;

namespace Grader.Review;

/// <summary>Makes the pages of a review from the queue, the submissions, and what the assignment asks.</summary>
/// <param name="title">Of the assignment.</param>
/// <param name="questions">By id of a check: the question that asks it.</param>
/// <param name="read">Reads a submission by its name; null where it cannot be read any more.</param>
/// <param name="note">What is to know before one begins; empty for nothing.</param>
public sealed class ReviewPages(ReviewSession session, string title, IReadOnlyDictionary<string, ReviewQuestion> questions, Func<string, ReviewedSubmission?> read, string note)
{
    internal ReviewOverview Overview(string root) => new(
        title,
        root,
        Progress(),
        session.Checks.Select(check => new ReviewRow(check.Check, check.Ask, check.Groups, check.DecidedGroups, check.Answers, check.DecidedAnswers, Trouble(check))).ToSequence(),
        note,
        session.CanUndo);

    internal ReviewPage Group(string root, ReviewGroup group, ReviewRefusal? refused = null)
    {
        var (shown, submission) = (group.Shown, read(group.Shown.Submission));
        var question = questions.GetValueOrDefault(group.Check);
        return new(title, root, Progress(), group.Number)
        {
            Check = group.Check,
            Ask = shown.Check.Ask,
            Question = question?.Title ?? "",
            QuestionText = question?.Text ?? "",
            Expected = shown.Check.Expected,
            IsProse = shown.Check.Kind == "rubric",
            Ideas = shown.Rubric.Ideas.Items.Select(idea => new ReviewIdea(idea.Id, idea.Say, idea.Points, refused?.Ideas.Items.Contains(idea.Id) ?? IsTicked(idea, group, submission))).ToSequence(),
            Message = shown.Check.Message,
            Points = shown.Check.Points,
            Pending = shown.Check.Pending,
            MaxPoints = shown.Check.Max,
            Wordings = group.Wordings.Select(wording => new ReviewWording(wording.Answer, wording.Items.Count) { Id = IdOf(wording.Answer) }).ToSequence(),
            Text = submission?.Passages ?? [],
            Read = submission?.Read.GetValueOrDefault(group.Check)?.Places ?? [],
            Comments = session.Comments.ToSequence(),
            Earlier = Earlier(group),
            CanUndo = session.CanUndo,
            Version = group.Version,
            Comment = refused?.Comment ?? "",
            GivenPoints = refused?.Points ?? "",
            Last = session.Last,
            Problem = refused?.Problem ?? (submission is null ? "The submission cannot be read any more, or is another than was graded; only what the run kept is shown." : ""),
        };
    }

    /// <summary>A wording, by what it says: the page may be older than what was decided meanwhile.</summary>
    internal static string IdOf(string wording) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wording)).AsSpan(0, 8));

    /// <summary>What this person decided before, else what the program found and gives points for: where it doubts what it found, nothing is ticked.</summary>
    private bool IsTicked(RubricIdea idea, ReviewGroup group, ReviewedSubmission? submission) =>
        group.Shown.Decisions.Items.LastOrDefault(decision => decision.By == session.Reviewer && decision.Ruling is IdeasFound)?.Ruling is IdeasFound decided
            ? decided.Ideas.Items.Contains(idea.Id)
            : group.Shown.Check.Points > 0 && (submission?.Read.GetValueOrDefault(group.Check)?.Ideas.Items.Contains(idea.Id) ?? false);

    private static Sequence<string> Earlier(ReviewGroup group)
    {
        var standing = group.Shown.Standing;
        return
        [
            .. standing.IsContested ? [$"People disagree; your decision settles it. {string.Join("; ", standing.Beside.Items.Select(decision => $"{Name(decision)}: {Say(decision, group.Shown)}"))}."] : Array.Empty<string>(),
            .. standing.IsDecided ? standing.Beside.Items.Select(decision => $"Decided by {Name(decision)}: {Say(decision, group.Shown)}. A new decision takes its place.") : [],
            .. standing.Stale.Items.Select(decision => $"{Name(decision)} decided on an earlier text or rubric: {Say(decision, group.Shown)}. That holds no more."),
        ];
    }

    private static string Name(Classroom.Decisions.Decision decision) => decision.By.Length > 0 ? decision.By : decision.IsReview ? "somebody" : "an override";

    private static string Say(Classroom.Decisions.Decision decision, ReviewItem item)
    {
        var say = decision.Ruling switch
        {
            IdeasFound found => found.Ideas.Count == 0 ? "none of the ideas" : string.Join(" and ", found.Ideas.Items.Select(id => $"“{item.Rubric.Ideas.Items.FirstOrDefault(idea => idea.Id == id)?.Say ?? id}”")),
            Accepted => "accepted",
            Rejected => "rejected",
            _ => string.Create(CultureInfo.InvariantCulture, $"{decision.Ruling.PointsOf(item.Check, item.Rubric.Ideas):0.####} points"),
        };
        return decision.Reason.Length > 0 ? $"{say}, with the comment “{decision.Reason}”" : say;
    }

    private static string Trouble(CheckProgress check) => string.Join("; ", new[]
    {
        check.Contested > 0 ? $"{check.Contested} on which people disagree" : "",
        check.Stale > 0 ? $"{check.Stale} whose decision is out of date" : "",
    }.Where(say => say.Length > 0));

    private string Progress()
    {
        var rate = session.Rate;
        var pace = rate.AnswersAMinute is { } answers ? string.Create(CultureInfo.InvariantCulture, $" · {answers:0.#} answers a minute") : "";
        var left = rate.Left is { } time && rate.Groups < rate.OfGroups ? string.Create(CultureInfo.InvariantCulture, $" · about {Math.Max(1, Math.Ceiling(time.TotalMinutes)):0} min left") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{rate.Answers} of {rate.OfAnswers} answers · {rate.Groups} of {rate.OfGroups} steps{pace}{left} · {session.Reviewer} decides");
    }
}

/// <param name="Title">Heading of the question.</param>
/// <param name="Text">In Markdown, with that of the part.</param>
public sealed record ReviewQuestion(string Title, string Text);

/// <summary>A form that was refused: what was filled in stays.</summary>
internal sealed record ReviewRefusal(string Problem, string Comment, string Points, Sequence<string> Ideas);
