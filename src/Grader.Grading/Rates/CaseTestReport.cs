using Grader.Mathematics;

namespace Grader.Grading;

/// <summary>How often an assignment's checks are judged wrongly, measured on generated submissions of which it is known what is right.</summary>
/// <param name="Trials">Submissions graded.</param>
/// <param name="Checks">In the order of the assignment.</param>
public sealed record CaseTestReport(string Assignment, string Title, string KeySha256, int Trials, ulong Seed, Sequence<CheckRates> Checks)
{
    /// <summary>By the way in which answers were made wrong.</summary>
    public Sequence<ChangeRates> Changes { get; init; }

    /// <summary>Styles that were drawn and left out, since the reader does not claim to read them.</summary>
    public Sequence<StyleGap> LeftOut { get; init; }

    public Sequence<BandRates> Bands { get; init; }

    /// <summary>Where a check cannot tell a right answer from a wrong one, in sentences.</summary>
    public Sequence<string> Findings { get; init; }

    public Sequence<FailingSubmission> Failures { get; init; }

    public bool HasFalseAccept => Checks.Items.Any(check => check.FalseAccepts > 0);

    /// <summary>All checks together.</summary>
    public CheckRates All => Checks.Items.Aggregate(new CheckRates("all", "", 0, 0, 0, 0, 0, 0, 0), static (sum, check) => sum.And(check));

    /// <summary>The checks whose right answer is one value, together.</summary>
    public CheckRates Exact => Checks.Items.Where(check => check.IsExact).Aggregate(new CheckRates("exact answers", "", 0, 0, 0, 0, 0, 0, 0), static (sum, check) => sum.And(check));
}

/// <param name="Kind">Name of the kind of check: <c>number</c>.</param>
/// <param name="Right">How often the answer was right, of which:</param>
/// <param name="FalseRejects">judged incorrect, partial or missing;</param>
/// <param name="Reviews">left to a person;</param>
/// <param name="Unreadable">found, but not read whole.</param>
/// <param name="Wrong">How often it was wrong, of which:</param>
/// <param name="FalseAccepts">judged correct;</param>
/// <param name="WrongForReview">left to a person.</param>
public sealed record CheckRates(string Id, string Kind, int Right, int FalseRejects, int Reviews, int Unreadable, int Wrong, int FalseAccepts, int WrongForReview)
{
    public int Trials => Right + Wrong;

    /// <summary>Its right answer is one value of the worksheet.</summary>
    public bool IsExact => Kind is "number" or "vector" or "matrix";

    public CheckRates And(CheckRates other) => this with
    {
        Right = Right + other.Right,
        FalseRejects = FalseRejects + other.FalseRejects,
        Reviews = Reviews + other.Reviews,
        Unreadable = Unreadable + other.Unreadable,
        Wrong = Wrong + other.Wrong,
        FalseAccepts = FalseAccepts + other.FalseAccepts,
        WrongForReview = WrongForReview + other.WrongForReview,
    };
}

/// <param name="Change">How the answers were made wrong: <c>digit</c>, <c>known mistake</c>.</param>
public sealed record ChangeRates(string Change, int Wrong, int FalseAccepts, int ForReview)
{
    public ChangeRates And(ChangeRates other) => this with { Wrong = Wrong + other.Wrong, FalseAccepts = FalseAccepts + other.FalseAccepts, ForReview = ForReview + other.ForReview };
}

/// <param name="Why">What the reader does not claim to read.</param>
public sealed record StyleGap(string Why, int Styles);

public enum Failing
{
    /// <summary>A wrong answer was judged correct.</summary>
    FalseAccept,

    /// <summary>A right answer was judged incorrect, partial or missing.</summary>
    FalseReject,

    /// <summary>A right answer was left to a person.</summary>
    Review,

    /// <summary>A right answer was found, but not read whole.</summary>
    Unreadable,
}

/// <summary>The smallest submission that fails in one way.</summary>
/// <param name="Checks">All that fail so; the first is the one shown.</param>
/// <param name="Change">How its answer was made wrong; empty for a right one.</param>
/// <param name="Say">What exactly was changed.</param>
/// <param name="Style">How it is written: <c>Layout=3 Number=5</c>; empty for plainly.</param>
/// <param name="Trial">Number of the submission that it was found in, from 0.</param>
public sealed record FailingSubmission(Failing Failing, Sequence<string> Checks, string Change, string Say, string Style, int Trial, Verdict Verdict, string Message, string Text);
