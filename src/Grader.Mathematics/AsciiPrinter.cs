namespace Grader.Mathematics;

/// <summary>Prints a formula in ASCII, such that <see cref="Formula.Read"/> reads the same expression back: <c>(W - k + 2*p)/(s + 1)</c>.</summary>
public static class AsciiPrinter
{
    public static string Print(Expression expression) => throw new InvalidOperationException("contract");
}
