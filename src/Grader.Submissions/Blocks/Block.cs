namespace Grader.Submissions.Blocks;

internal enum BlockKind
{
    Heading,
    Paragraph,
    Code,
    Break,
}

/// <summary>A stretch of one line: without the marks of the quotes and lists around it.</summary>
internal readonly record struct TextLine(int Start, int End);

/// <summary>An item of a list.</summary>
/// <param name="Marker">Offset of its bullet or number.</param>
/// <param name="Number">Its number, or null in a bullet list.</param>
internal sealed record ListItem(ListItem? Parent, int Marker, int? Number);

/// <summary>A leaf of the Markdown document, in the order of the text.</summary>
/// <param name="Start">With its marks.</param>
/// <param name="Level">Of a heading; otherwise 0.</param>
/// <param name="Item">The innermost list item that it stands in.</param>
/// <param name="StartsItem">The first block of its item.</param>
/// <param name="Info">What follows the opening fence: <c>math</c>, <c>answers</c>.</param>
internal sealed record Block(BlockKind Kind, int Start, int Level, List<TextLine> Lines, ListItem? Item, bool StartsItem, string Info)
{
    /// <summary>It stands in a block quote: what the student answers, or what the question says.</summary>
    public bool IsQuoted { get; init; }
}
