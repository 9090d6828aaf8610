using Grader.Mathematics;

namespace Grader.Submissions.Statements;

internal enum TokenKind
{
    /// <summary>A word of prose.</summary>
    Word,

    /// <summary>What a formula may call a variable or function: <c>W'</c>, <c>C_in</c>, <c>y11</c>, <c>\frac{1}{2}</c>.</summary>
    Name,
    Number,

    /// <summary>A unit in words behind a number: <c>bytes</c>, <c>MB</c>.</summary>
    Unit,

    /// <summary>An amount of time, all its units together; <see cref="Token.Value"/> is in seconds.</summary>
    Duration,

    /// <summary>A formula between delimiters.</summary>
    Region,
    Operator,
    Relation,
    Open,
    Close,
    Comma,
    Colon,
    Semicolon,

    /// <summary>The end of a sentence.</summary>
    Stop,
    Other,
}

/// <param name="SpaceBefore">A blank stands before it, or it starts a line.</param>
/// <param name="LineBreak">It starts a line.</param>
/// <param name="HardBreak">It starts a line that does not run on from the one before.</param>
/// <param name="Region">Index of the region, or −1.</param>
/// <param name="Value">Of a number or duration; null for a number that cannot be read whole.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, bool SpaceBefore, bool LineBreak, bool HardBreak, int Region = -1, Expression? Value = null)
{
    /// <summary>It starts a line that has a label of its own: <c>layer 2: 1179648</c>.</summary>
    public bool HasLabel { get; init; }

    public bool IsOperand => Kind is TokenKind.Number or TokenKind.Name or TokenKind.Region;

    public bool IsMath => Kind is TokenKind.Number or TokenKind.Name or TokenKind.Region or TokenKind.Unit or TokenKind.Operator or TokenKind.Relation or TokenKind.Open or TokenKind.Close;

    public bool IsWordy => Kind is TokenKind.Word or TokenKind.Name or TokenKind.Unit;
}
