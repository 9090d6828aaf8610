namespace Grader.Submissions.Outline;

/// <summary>How sure a label is one, weakest first.</summary>
internal enum LabelStrength
{
    /// <summary>The number of an ordered list's item, or a bare <c>1.</c> at a line's start.</summary>
    ListNumber,

    /// <summary><c>(a)</c>, <c>b)</c>, <c>1(a)</c> at the start of a line.</summary>
    Plain,

    /// <summary>The same in bold.</summary>
    Bold,

    /// <summary>The same as a heading.</summary>
    Heading,

    /// <summary>With a word that says so: <c>Problem 1</c>, <c>Solution (a)</c>.</summary>
    Word,
}

/// <summary>What a line's start says about where it stands.</summary>
/// <param name="Question">Number of the question, where it is said.</param>
/// <param name="Part">Letter or number of the part, where it is said; lower case.</param>
/// <param name="Number">A number that may be either: <c>Part 1</c>, <c>Solution 2</c>.</param>
/// <param name="End">Where the label ends and the content starts.</param>
internal readonly record struct Label(string? Question, string? Part, string? Number, LabelStrength Strength, int End)
{
    /// <summary>The number is a part's by the word before it: <c>Part 1</c>.</summary>
    public bool NamesPart { get; init; }

    public bool IsEmpty => Question is null && Part is null && Number is null;
}
