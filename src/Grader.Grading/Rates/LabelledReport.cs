using Grader.Mathematics;

namespace Grader.Grading;

/// <summary>How often an assignment's checks are judged otherwise than people allowed, measured on submissions that people graded.</summary>
/// <param name="Submissions">How many were graded.</param>
/// <param name="Checks">In the order of the assignment, those too that nobody labelled.</param>
/// <param name="Words">Machine against human on answers in words.</param>
/// <param name="Disagreements">The gravest first; of equals by file, then in the order of the assignment.</param>
/// <param name="NotRead">Submissions that could not be read at all: all their answers count as unreadable.</param>
public sealed record LabelledReport(
    string Assignment,
    string Title,
    string KeySha256,
    int Submissions,
    Sequence<LabelledRates> Checks,
    Sequence<WordsTable> Words,
    Sequence<Disagreement> Disagreements,
    Sequence<FileNotRead> NotRead)
{
    public bool HasFalseAccept => Checks.Items.Any(check => check.FalseAccepts > 0);

    /// <summary>All checks together.</summary>
    public LabelledRates All => Checks.Items.Aggregate(LabelledRates.None("all", ""), static (sum, check) => sum.And(check));

    /// <summary>The checks whose right answer is one value, together.</summary>
    public LabelledRates Exact => Checks.Items.Where(check => check.Kind is "number" or "vector" or "matrix").Aggregate(LabelledRates.None("exact answers", ""), static (sum, check) => sum.And(check));
}

/// <param name="Kind">Name of the kind of check: <c>number</c>.</param>
/// <param name="Right">Answers for which a verdict that gives all points is allowed; the rest are wrong.</param>
/// <param name="Agreed">Of all, those whose verdict is allowed.</param>
/// <param name="FalseAccepts">Of the wrong ones.</param>
/// <param name="FalseRejects">Of the right ones.</param>
/// <param name="Reviews">Of all, those left to a person where that is not allowed.</param>
/// <param name="Unreadable">Of all, the same.</param>
/// <param name="Otherwise">Of all, those judged otherwise than allowed in any other way: incorrect for partial.</param>
public sealed record LabelledRates(string Id, string Kind, int Right, int Wrong, int Agreed, int FalseAccepts, int FalseRejects, int Reviews, int Unreadable, int Otherwise)
{
    public int Answers => Right + Wrong;

    public static LabelledRates None(string id, string kind) => new(id, kind, 0, 0, 0, 0, 0, 0, 0, 0);

    public LabelledRates Add(Judged judged, bool isRight) => this with
    {
        Right = Right + (isRight ? 1 : 0),
        Wrong = Wrong + (isRight ? 0 : 1),
        Agreed = Agreed + (judged == Judged.AsAllowed ? 1 : 0),
        FalseAccepts = FalseAccepts + (judged == Judged.FalseAccept ? 1 : 0),
        FalseRejects = FalseRejects + (judged == Judged.FalseReject ? 1 : 0),
        Reviews = Reviews + (judged == Judged.Review ? 1 : 0),
        Unreadable = Unreadable + (judged == Judged.Unreadable ? 1 : 0),
        Otherwise = Otherwise + (judged == Judged.Otherwise ? 1 : 0),
    };

    public LabelledRates And(LabelledRates other) => this with
    {
        Right = Right + other.Right,
        Wrong = Wrong + other.Wrong,
        Agreed = Agreed + other.Agreed,
        FalseAccepts = FalseAccepts + other.FalseAccepts,
        FalseRejects = FalseRejects + other.FalseRejects,
        Reviews = Reviews + other.Reviews,
        Unreadable = Unreadable + other.Unreadable,
        Otherwise = Otherwise + other.Otherwise,
    };
}

/// <summary>A verdict held against those that a person allowed, the gravest first.</summary>
public enum Judged
{
    /// <summary>Correct or carried forward, and neither is allowed.</summary>
    FalseAccept,

    /// <summary>Incorrect, partial or missing, which is not allowed, and correct or carried forward is.</summary>
    FalseReject,

    /// <summary>Found and not read whole, or of a submission that could not be read; not allowed.</summary>
    Unreadable,

    /// <summary>Left to a person; not allowed.</summary>
    Review,

    /// <summary>Another difference: partial for incorrect, missing for incorrect, carried forward for correct.</summary>
    Otherwise,

    AsAllowed,
}

/// <summary>A verdict that is not among those allowed.</summary>
/// <param name="File">Of the submission, in its folder.</param>
/// <param name="Found">What was read, and where; null where nothing was.</param>
/// <param name="Allowed">The first is the person's own.</param>
/// <param name="Message">Why the grader judged so.</param>
/// <param name="Note">The person's; empty for none.</param>
public sealed record Disagreement(Judged Judged, string File, string Check, Found? Found, Verdict Verdict, Sequence<Verdict> Allowed, string Message, string Note);

/// <param name="Problem">Why it could not be read.</param>
public sealed record FileNotRead(string File, string Problem);
