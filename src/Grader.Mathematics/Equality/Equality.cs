namespace Grader.Mathematics;

/// <summary>Decides whether two formulas mean the same. Never confidently wrong: a doubt is <see cref="EqualityVerdict.Undecided"/>.</summary>
public static class Equality
{
    public static Decision Decide(Expression gold, Expression answer, EqualityOptions? options = null) => throw new InvalidOperationException("contract");
}

public enum EqualityVerdict
{
    Equal,
    Different,
    Undecided,
}

/// <param name="Rule">What decided: <c>exact value</c>, <c>random points</c>, <c>shape</c> …</param>
/// <param name="Witness">For a difference: a point and both values there.</param>
public sealed record Decision(EqualityVerdict Verdict, string Rule, string? Witness = null);

public sealed record EqualityOptions
{
    public static EqualityOptions Default { get; } = new();
}
