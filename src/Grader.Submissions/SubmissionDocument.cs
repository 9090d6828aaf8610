using Grader.Mathematics;

namespace Grader.Submissions;

/// <summary>A submission taken apart. Nothing is judged.</summary>
/// <param name="Name">File name, for the report.</param>
/// <param name="Text">The text as it was given, or as it was made of a notebook; all offsets count in it, and lines in <see cref="SubmissionDocument.Frames"/> where there are some.</param>
/// <param name="Sections">In the order of the text; a part that is answered twice has two. Statements before any label stand in a section with neither question nor part.</param>
/// <param name="LooksConverted">Signs of a converter (PDF, OCR): a near miss that one lost glyph explains is for a person.</param>
/// <param name="Repairs">What had to be mended to read it, in the order of the text.</param>
public sealed record SubmissionDocument(string Name, string Text, Sequence<Section> Sections, bool LooksConverted, Sequence<Repair> Repairs)
{
    /// <summary>In the order of the text; empty where lines count from the start of the file.</summary>
    public Sequence<Frame> Frames { get; init; } = [];

    /// <summary>Where in the text the answers of a file beside it begin; null where there is none.</summary>
    public int? RowsStart { get; init; }

    /// <summary>What of it was not read, and why, where a person should know.</summary>
    public Sequence<Remark> Remarks { get; init; } = [];
}

/// <param name="Question">Id of the question: <c>1</c>; null where none was said.</param>
/// <param name="Part">Id of the part within the question: <c>a</c>; null for a question's own text.</param>
/// <param name="Heading">The label as written: <c>### solution c:</c>.</param>
public sealed record Section(string? Question, string? Part, string Heading, Place Place, Sequence<Statement> Statements)
{
    /// <summary>An appendix, a list of references, a table of contents: what stands there answers nothing.</summary>
    public bool IsAside { get; init; }
}

/// <param name="Say">What was mended and how: <c>tabs taken as columns</c>.</param>
public sealed record Repair(Place Place, string Say);

/// <param name="Say">What was not read, and why: <c>this row has 3 fields</c>.</param>
public sealed record Remark(Place Place, string Say);

/// <summary>A range of the submission's text. Lines and columns are 1-based, columns in UTF-16 units, the end exclusive.</summary>
/// <param name="Start">0-based UTF-16 offset.</param>
/// <param name="End">0-based UTF-16 offset, exclusive.</param>
public readonly record struct Place(int Start, int End, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>What the lines are counted in; null for the submission's text as a whole.</summary>
    public Frame? Frame { get; init; }

    /// <summary>For people: <c>line 57</c>, <c>cell 3, line 2</c>.</summary>
    public string Where => Frame is null ? $"line {Line}" : $"{Frame.Say}, line {Line}";
}

/// <summary>Something the student says.</summary>
/// <param name="Text">As written.</param>
/// <param name="Context">What introduced it, nearest first: the line <c>For layer 2:</c>, the text of a list item above. Headings of parts are not in it.</param>
public abstract record Statement(Place Place, string Text, Sequence<string> Context)
{
    /// <summary>The id of the check that the student says it answers, in a fenced block <c>answers</c>: <c>1b.macs-layer1</c>; null everywhere else.</summary>
    public string? Check { get; init; }
}

/// <summary>A formula: a chain of equations, a matrix, a lone number in math.</summary>
/// <param name="Label">Words directly before it, and the left side where that is words: <c>Number of trainable parameter</c>.</param>
/// <param name="Members">The chain's members; the last is the answer where there is one. Empty where the formula could not be read.</param>
/// <param name="Error">Where reading stopped, with a position in <see cref="Statement.Text"/>.</param>
public sealed record FormulaStatement(Place Place, string Text, Sequence<string> Context, string Label, Sequence<StatedMember> Members, FormulaError? Error) : Statement(Place, Text, Context);

/// <param name="Operator">The relation before this member; null for the first, where nothing stands before it.</param>
public sealed record StatedMember(Expression Expression, string Text, Place Place, RelationOperator? Operator);

/// <param name="HasHeader">The first row names the columns. (A matrix whose first row a Markdown table took as its header has none.)</param>
public sealed record TableStatement(Place Place, string Text, Sequence<string> Context, bool HasHeader, Sequence<Sequence<Cell>> Rows) : Statement(Place, Text, Context);

/// <param name="Expression">What it holds, or null for words and for an empty cell.</param>
public sealed record Cell(string Text, Place Place, Expression? Expression);

/// <summary>A sentence of prose, with the numbers and claims it makes; formulas inside it are statements of their own besides.</summary>
/// <param name="Words">Its words, lower case, formulas left out, for phrases to be found in.</param>
/// <param name="Numbers">Numbers that stand in its prose (not those inside its formulas).</param>
public sealed record SentenceStatement(Place Place, string Text, Sequence<string> Context, Sequence<string> Words, Sequence<StatedNumber> Numbers, Sequence<ChangeClaim> Changes) : Statement(Place, Text, Context);

/// <param name="Label">The words of its clause that say what it is: <c>testing accuracy</c>; with "respectively", those of its own member of the pair.</param>
/// <param name="Expression">Durations (<c>8 min 41 s</c>, <c>8:41</c>) are <see cref="Measured"/> in <c>s</c>.</param>
/// <param name="Approximate">Said to be so: "around 12 %".</param>
public sealed record StatedNumber(string Label, Expression Expression, string Text, Place Place, bool Approximate);

public enum Direction
{
    Rose,
    Fell,

    /// <summary>"unchanged", "the same", "no clear change".</summary>
    Unchanged,
    Halved,
    Doubled,
}

/// <summary>A change or comparison claimed in words: "testing accuracy improved slightly", "took a bit longer than the previous".</summary>
/// <param name="Subject">Words of what changed: <c>both training and testing accuracy</c>.</param>
/// <param name="Direction">Longer, higher and more are <see cref="Direction.Rose"/>; a negation is already applied ("did not improve" makes no claim that it fell: <see cref="Negated"/>).</param>
/// <param name="Negated">"did not improve": the direction is denied.</param>
public sealed record ChangeClaim(string Subject, Direction Direction, bool Negated, string Text, Place Place);

/// <summary>An image: it cannot be read, and is never "missing".</summary>
public sealed record ImageStatement(Place Place, string Text, Sequence<string> Context) : Statement(Place, Text, Context);
