namespace Grader.Mathematics;

/// <summary>Finds the number that stands at a place in prose: <c>1,474,560</c>, <c>1 474 560</c>, <c>1.47M</c>, <c>1.47×10^6</c>, <c>−5</c>, <c>76.62 %</c>, <c>.8252</c>.</summary>
public static class NumeralReader
{
    /// <summary>Reads the longest number at <paramref name="start"/>: a <see cref="Number"/>, its <see cref="Negation"/>, or either <see cref="Measured"/> in percent.</summary>
    /// <param name="length">UTF-16 units read, sign and percent sign included.</param>
    public static bool TryRead(string text, int start, FormulaOptions options, out Expression number, out int length) => throw new InvalidOperationException("contract");
}
