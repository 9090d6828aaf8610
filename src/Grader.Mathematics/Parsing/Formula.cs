using System.Collections.Frozen;

namespace Grader.Mathematics;

/// <summary>Reads the text of one formula, in LaTeX, Unicode or ASCII, with or without its delimiters. It reads the whole, or says where it stopped.</summary>
public static class Formula
{
    public static FormulaReading Read(string text, FormulaOptions? options = null)
    {
        // Longer than any formula: refused before anything is spent on it.
        if (text.Length > Tokenizer.MaximumLength)
            return new(null, new(Tokenizer.MaximumLength, "more text", $"a formula of at most {Tokenizer.MaximumLength} characters"), [], []);
        return new FormulaParser(Folding.Fold(text), options ?? FormulaOptions.Student).Read();
    }
}

/// <param name="CaseLanguage">The language of case files: names of several letters and dots (<c>layer1.outputWidth</c>), functions, comparisons; a student's <c>ab</c> is a times b instead.</param>
/// <param name="DecimalComma">The document writes 0,9183 for 0.9183; otherwise a comma groups thousands or separates.</param>
public sealed record FormulaOptions(bool CaseLanguage = false, bool DecimalComma = false)
{
    /// <summary>Whether <c>1.47M</c> is 1470000, and not 1.47 times M.</summary>
    public bool MagnitudeSuffixes { get; init; } = true;

    /// <summary>Whether a letter that stands apart after a number may be a unit: <c>5 m</c>.</summary>
    public bool UnitLetters { get; init; }

    /// <summary>Names known to occur: <c>x</c> is then no multiplication sign in <c>2x2</c>, <c>ab</c> one name if it is among them, and <c>x2</c> an index only if <c>x_2</c> is.</summary>
    public FrozenSet<string>? Names { get; init; }

    /// <summary>Functions of the case language besides those known here; whoever evaluates the formula brings them.</summary>
    public FrozenSet<string>? Functions { get; init; }

    public static FormulaOptions Student { get; } = new();

    public static FormulaOptions Case { get; } = new(CaseLanguage: true);
}

/// <summary>What was read of a formula: an expression, or the place where reading stopped. Never a prefix.</summary>
/// <param name="Members">The members of a top-level chain <c>a = b = c</c> with their places; one member where there is no relation.</param>
/// <param name="Repairs">What had to be mended to read it, a sentence each, for the report.</param>
public sealed record FormulaReading(Expression? Expression, FormulaError? Error, Sequence<ChainMember> Members, Sequence<string> Repairs);

/// <param name="Position">0-based UTF-16 offset in the text given.</param>
/// <param name="Found">What stood there.</param>
/// <param name="Expected">What could have stood there.</param>
public sealed record FormulaError(int Position, string Found, string Expected);

/// <param name="Operator">The relation before this member; null for the first. A chain that starts with <c>=</c> has an operator on its first member.</param>
/// <param name="Start">0-based UTF-16 offset in the text given.</param>
public sealed record ChainMember(Expression Expression, RelationOperator? Operator, int Start, int Length);
