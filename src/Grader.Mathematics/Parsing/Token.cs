namespace Grader.Mathematics;

internal enum TokenKind : byte
{
    End,
    Number,

    /// <summary>A run of letters, which may be one name or several.</summary>
    Word,

    /// <summary>One name, whatever its length: <c>alpha</c>, <c>layer1.macs</c>.</summary>
    Name,

    /// <summary>The words in <c>\text{…}</c>.</summary>
    Text,

    /// <summary>A LaTeX command with a meaning of its own, without its backslash.</summary>
    Command,

    /// <summary>One character, <see cref="Token.Sign"/>, which stands for all spellings of an operator or bracket.</summary>
    Sign,

    /// <summary>Raised characters: <c>⁻²</c>.</summary>
    Superscript,

    /// <summary>Lowered characters: <c>₁₁</c>.</summary>
    Subscript,

    BeginEnvironment,
    EndEnvironment,
    RowBreak,
}

internal enum BracketSide : byte
{
    Unsaid,
    Left,
    Right,
}

/// <param name="Start">Offset in the folded text.</param>
/// <param name="SpaceBefore">White space stood before it.</param>
/// <param name="Side">What <c>\left</c> or <c>\right</c> said of a bracket.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, bool SpaceBefore, string Text, char Sign, BracketSide Side, int Numeral)
{
    public bool Is(char sign) => Kind == TokenKind.Sign && Sign == sign;

    public bool IsCommand(string name) => Kind == TokenKind.Command && Text == name;
}

/// <summary>The one character that stands for an operator or bracket with several spellings.</summary>
internal static class Signs
{
    public const char OpenSet = '⦃';
    public const char CloseSet = '⦄';
    public const char DoubleBar = '‖';
    public const char Dots = '…';
    public const char Modulo = 'm';
    public const char Congruent = '≡';
    public const char Hadamard = '⊙';
    public const char And = '∧';
    public const char Or = '∨';
    public const char DoubleEqual = '≔';
}
