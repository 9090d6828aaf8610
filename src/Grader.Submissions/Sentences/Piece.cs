using Grader.Submissions.Statements;

namespace Grader.Submissions.Sentences;

/// <summary>A word, number or mark of a sentence; formulas are not among them.</summary>
/// <param name="Word">Lower case; empty for a mark.</param>
/// <param name="AfterFormula">A formula stood directly before it.</param>
internal readonly record struct Piece(string Word, Token Token, bool AfterFormula)
{
    public TokenKind Kind => Token.Kind;

    public bool IsWord => Kind is TokenKind.Word or TokenKind.Name or TokenKind.Unit;

    public bool IsNumber => Kind is TokenKind.Number or TokenKind.Duration;

    public bool IsMark => !IsWord && !IsNumber;
}
