using System.Collections.Frozen;

namespace Grader.Mathematics;

/// <summary>Decides whether two formulas mean the same. Never confidently wrong: a doubt is <see cref="EqualityVerdict.Undecided"/>.</summary>
public static class Equality
{
    public static Decision Decide(Expression gold, Expression answer, EqualityOptions? options = null) => new Deciding(options ?? EqualityOptions.Default).Decide(gold, answer);
}

public enum EqualityVerdict
{
    Equal,
    Different,
    Undecided,
}

/// <param name="Rule">What decided: <c>exact value</c>, <c>random points</c>, <c>shape</c> …</param>
/// <param name="Witness">For a difference: a point and both values there.</param>
public sealed record Decision(EqualityVerdict Verdict, string Rule, string? Witness = null)
{
    /// <summary>For matrices of one shape: the entries that are not known to be equal, row and column counted from 1.</summary>
    public Sequence<EntryDifference> Entries { get; init; }

    internal static Decision Equal(string rule) => new(EqualityVerdict.Equal, rule);

    internal static Decision Different(string rule, string? witness = null) => new(EqualityVerdict.Different, rule, witness);

    internal static Decision Undecided(string rule) => new(EqualityVerdict.Undecided, rule);
}

/// <param name="Row">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
public sealed record EntryDifference(int Row, int Column, Decision Decision);

/// <summary>What counts as the same; the defaults are those of a mathematics course.</summary>
public sealed record EqualityOptions
{
    public static EqualityOptions Default { get; } = new();

    /// <summary><c>3</c> answers <c>x = 3</c>, and the other way round.</summary>
    public bool BareValue { get; init; } = true;

    /// <summary>The order of a bare list <c>1, 2</c> counts; that of a tuple always does, that of a set never.</summary>
    public bool ListOrder { get; init; } = true;

    /// <summary>A pair in parentheses is an open interval, one in square brackets a closed one, also where both sides are pairs.</summary>
    public bool PairsAreIntervals { get; init; }

    /// <summary>Names stand for positive numbers: √x² is x then.</summary>
    public bool Positive { get; init; }

    /// <summary>Formulas must have values at the same points: ln(x²) is not 2 ln x then, which has none at negative ones.</summary>
    public bool SameDomain { get; init; }

    /// <summary>Names of matrices, which do not commute. A name that is transposed is one in any case.</summary>
    public FrozenSet<string> MatrixNames { get; init; } = [];

    /// <summary>Steps that may be spent, of some tens of nanoseconds each.</summary>
    public int Steps { get; init; } = 200_000;
}
