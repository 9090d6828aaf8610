namespace Grader.Mathematics;

internal static class Constants
{
    public static Expression One { get; } = new Number(Rational.One);

    public static Expression Zero { get; } = new Number(Rational.Zero);

    public static Expression Half { get; } = new Number(Rational.Of(1, 2));

    public static Expression Third { get; } = new Number(Rational.Of(1, 3));

    public static Expression Euler { get; } = new Symbol("e");

    public static Expression Pi { get; } = new Symbol("pi");

    public static Expression Infinity { get; } = new Symbol("infinity");

    /// <summary>One degree in radians.</summary>
    public static Expression Degree { get; } = new Quotient(new Symbol("pi"), new Number(180));

    /// <summary>Names that are no variables.</summary>
    public static bool IsConstant(string name) => name is "pi" or "e" or "infinity";
}
