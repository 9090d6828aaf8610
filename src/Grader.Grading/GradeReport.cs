using Grader.Mathematics;
using Grader.Submissions;

namespace Grader.Grading;

/// <summary>Everything that is said about one submission; every output format is made from it.</summary>
/// <param name="Assignment">Id of the assignment.</param>
/// <param name="PendingPoints">What a person may still give.</param>
/// <param name="NeedsReview">Whether some check is pending.</param>
/// <param name="Mistakes">The known mistakes that explain wrong answers, in the order of the questions.</param>
/// <param name="Repairs">What had to be mended to read the submission.</param>
public sealed record GradeReport(
    string Assignment,
    string Title,
    SubmissionIdentity Submission,
    string KeySha256,
    Rational Points,
    Rational PendingPoints,
    Rational MaxPoints,
    bool NeedsReview,
    Sequence<MistakeFound> Mistakes,
    Sequence<QuestionGrade> Questions,
    Sequence<RepairMade> Repairs)
{
    /// <summary>Whose variant of the assignment it was judged by; empty for nobody's.</summary>
    public string Student { get; init; } = "";

    /// <summary>Who may read it: <see cref="Audiences.For"/>.</summary>
    public Audience Audience { get; init; }

    /// <summary>The assignment says that students may see the right answers.</summary>
    public bool AnswersReleased { get; init; }

    /// <summary>What of the submission was not read, or is doubtful as a whole, in the order of the text.</summary>
    public Sequence<RemarkMade> Remarks { get; init; }

    /// <summary>All, in the order of the assignment.</summary>
    public IEnumerable<CheckGrade> Checks() => Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items);
}

/// <param name="Name">File name without a folder.</param>
/// <param name="Sha256">Over the bytes as they were given, lower-case hexadecimal.</param>
public sealed record SubmissionIdentity(string Name, string Sha256)
{
    /// <summary>Path of the file that was read inside the folder or the archive that was given; empty where the file itself was.</summary>
    public string File { get; init; } = "";

    /// <summary>A name that says nothing of who wrote it, and is the same tomorrow: a short hash of its bytes.</summary>
    public string Pseudonym => Sha256.Length < 8 ? "submission" : $"submission-{Sha256[..8]}";

    /// <summary>The program that made the text that was read; empty where the submission is text.</summary>
    public string ConvertedBy { get; init; } = "";

    /// <summary>Name of the file of answers beside it; empty where there is none.</summary>
    public string AnswersFile { get; init; } = "";
}

/// <param name="Id"><c>stride-plus-one</c>.</param>
/// <param name="Say">The mistake as a sentence.</param>
/// <param name="Checks">The checks whose answers were got by it.</param>
/// <param name="Explains">One sentence: how much of the question it explains, and what follows from it.</param>
public sealed record MistakeFound(string Id, string Question, string Say, Sequence<string> Checks, string Explains)
{
    /// <summary>Where it was made; empty where it was made in all its places.</summary>
    public Sequence<string> Where { get; init; }

    /// <summary><see cref="Say"/> without right values that its author wrote into it.</summary>
    public string SayToStudent { get; init; } = "";

    /// <inheritdoc cref="QuestionGrade.ExplainsToStudent"/>
    public string ExplainsToStudent { get; init; } = "";

    /// <summary>Ids of mistakes of which one may have been made instead: they give the same answers.</summary>
    public Sequence<string> OrElse { get; init; }
}

/// <param name="Line">1-based.</param>
public sealed record RepairMade(int Line, int Column, string Say)
{
    /// <inheritdoc cref="Found.In"/>
    public CountedIn? In { get; init; }
}

/// <summary>What of the submission was not read, or is doubtful as a whole.</summary>
/// <param name="Line">1-based; 0 where it is about no line.</param>
public sealed record RemarkMade(int Line, int Column, string Say)
{
    /// <inheritdoc cref="Found.In"/>
    public CountedIn? In { get; init; }
}

public sealed record QuestionGrade(string Id, string Title, Rational Points, Rational PendingPoints, Rational MaxPoints, Sequence<PartGrade> Parts)
{
    /// <summary>The conventions that the student takes, where not the key's.</summary>
    public Sequence<ConventionTaken> Conventions { get; init; }

    /// <summary>How the student names what may be named in any way, where that is not as the key does.</summary>
    public Sequence<RelabellingTaken> Relabellings { get; init; }

    /// <summary>What explains its wrong answers, in a sentence; empty where nothing is known to.</summary>
    public string Explains { get; init; } = "";

    /// <summary>The same without what the right answers are.</summary>
    public string ExplainsToStudent { get; init; } = "";
}

/// <param name="Id"><c>clusters</c>.</param>
/// <param name="Say">The assignment's sentence on it.</param>
public sealed record RelabellingTaken(string Id, string Say, Sequence<LabelExchange> Labels)
{
    /// <summary><c>your 1 is the key's 2, your 2 is the key's 1</c>.</summary>
    public string Text => string.Join(", ", Labels.Items.Select(label => $"your {label.Student} is the key's {label.Key}"));
}

public sealed record LabelExchange(string Student, string Key);

/// <param name="Id"><c>weight-layout</c>.</param>
/// <param name="Choice"><c>rows</c>.</param>
/// <param name="Say">The way, for people: <c>gradients have a row an input</c>.</param>
public sealed record ConventionTaken(string Id, string Choice, string Say);

public sealed record PartGrade(string Id, Rational Points, Rational PendingPoints, Rational MaxPoints, Sequence<CheckGrade> Checks);

/// <param name="Kind">Name of the kind of check: <c>number</c>.</param>
/// <param name="Ask">What was asked.</param>
/// <param name="Points">What is sure.</param>
/// <param name="PendingPoints">What a person may still give besides.</param>
/// <param name="Expected">The right answer, printed; empty where it is not for the audience.</param>
/// <param name="Found">What was read, and where; null where nothing was found.</param>
/// <param name="Mistakes">Ids of known mistakes that give this answer.</param>
/// <param name="CarriedFrom">The checks whose own values this one was judged with.</param>
/// <param name="Message">Why, in a sentence or two.</param>
public sealed record CheckGrade(
    string Id,
    string Kind,
    string Ask,
    Verdict Verdict,
    Rational Points,
    Rational PendingPoints,
    Rational MaxPoints,
    string Expected,
    Found? Found,
    Sequence<string> Mistakes,
    Sequence<string> CarriedFrom,
    string Message)
{
    /// <summary><see cref="Message"/> without what the right answer is.</summary>
    public string Feedback { get; init; } = "";

    /// <summary>What was found is no claim of the student's: that it was found says that it is right.</summary>
    public bool IsGivenAway { get; init; }

    /// <summary>What the answer was taken for, printed as right answers are: <c>32</c> for <c>32 × 32</c>. Empty where none was judged, or where it is words.</summary>
    public string Value { get; init; } = "";

    /// <summary>Missing since nothing at all stands in its part.</summary>
    public bool IsPartEmpty { get; init; }

    /// <summary>What <see cref="Found"/> was read as, where the answer is a formula; a report that can set formulas prints it.</summary>
    public Expression? FoundFormula { get; init; }

    /// <summary>The right value that <see cref="Expected"/> prints; null where there is none, or where it is not for the audience.</summary>
    public Value? ExpectedValue { get; init; }

    /// <summary>The figure and the band that judges it; null where none does, or where it is not for the audience.</summary>
    public FigureInBand? InBand { get; init; }
}

/// <summary>A figure of a student's own run beside the tolerance band that it is judged by, all in <paramref name="Unit"/>.</summary>
/// <param name="Figure">Null where none was found.</param>
/// <param name="Wider">The band over what honest students may vary; null where that was not measured.</param>
/// <param name="Runs">The reference runs that the band was made of.</param>
/// <param name="Unit"><c>%</c>, or empty.</param>
public sealed record FigureInBand(Rational? Figure, Rational Low, Rational High, (Rational Low, Rational High)? Wider, Rational Mean, int Runs, string Unit);

/// <summary>What was read and where: 1-based lines and columns, columns in UTF-16 units, the end exclusive.</summary>
public sealed record Found(string Text, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>What the lines are counted in; null for the submission's text as a whole.</summary>
    public CountedIn? In { get; init; }

    /// <summary>0-based UTF-16 offset in the submission's text, as <see cref="SubmissionPassage.Of"/> parts it.</summary>
    public int Start { get; init; }

    /// <summary>0-based, exclusive.</summary>
    public int End { get; init; }

    /// <summary>For people: <c>line 57</c>, <c>cell 3, line 2</c>.</summary>
    public string Where => In is null ? $"line {Line}" : $"{In.Say}, line {Line}";

    internal static Found At(string text, Place place) => new(text, place.Line, place.Column, place.EndLine, place.EndColumn) { In = CountedIn.Of(place), Start = place.Start, End = place.End };
}

/// <summary>What lines are counted in where that is not the submission's text as a whole.</summary>
/// <param name="Cell">1-based, of a notebook; else 0.</param>
/// <param name="Output">1-based among the outputs of the cell; else 0.</param>
/// <param name="Page">1-based; else 0.</param>
/// <param name="File">Name of a file beside the submission; else empty.</param>
/// <param name="Say">For people: <c>cell 3, output 1</c>.</param>
public sealed record CountedIn(int Cell, int Output, int Page, string File, string Say)
{
    internal static CountedIn? Of(Place place) => place.Frame is { } frame ? new(frame.Cell, frame.Output, frame.Page, frame.File, frame.Say) : null;
}
