namespace Grader.Mathematics;

/// <summary>How close a submitted number must be to the right one. A type, not a double.</summary>
public abstract record Tolerance
{
    private protected Tolerance()
    {
    }

    /// <summary>As many digits as written, at least three significant.</summary>
    public static Tolerance Default { get; } = new AsWritten(3);

    /// <param name="submitted">The student's value, exact.</param>
    /// <param name="written">How it was written; null where it was computed from what was written (<c>7/9</c>), which is exact.</param>
    /// <param name="key">The right value.</param>
    public Agreement Judge(Rational submitted, Numeral? written, Rational key) => submitted == key ? Agreement.Agrees : JudgeUnequal(submitted, written, key);

    private protected abstract Agreement JudgeUnequal(Rational submitted, Numeral? written, Rational key);

    /// <summary>Whether the key rounds to what was written at the last digit written (a half may go either way), or was cut off there.</summary>
    private protected static Agreement JudgeDigits(Rational submitted, Numeral written, Rational key, int minimumDigits)
    {
        // Repeating decimals have no last digit: they are exact.
        if (written.LastDigitExponent == int.MinValue)
            return Agreement.Differs;
        var unit = Rational.PowerOfTen(written.LastDigitExponent);
        var distance = Rational.Abs(submitted - key);
        if (distance * 2 <= unit)
            return written.SignificantDigits >= minimumDigits ? Agreement.Agrees : Agreement.TooCoarse;
        var cutOff = distance < unit && Rational.Abs(submitted) < Rational.Abs(key) && submitted.Sign * key.Sign >= 0;
        return cutOff ? Agreement.TooCoarse : Agreement.Differs;
    }
}

public enum Agreement
{
    Agrees,
    Differs,

    /// <summary>Agrees as far as it was written, but with fewer digits than asked: for a person.</summary>
    TooCoarse,
}

/// <summary>|x − key| ≤ <paramref name="Bound"/>, in the key's unit.</summary>
public sealed record AbsoluteTolerance(Rational Bound) : Tolerance
{
    private protected override Agreement JudgeUnequal(Rational submitted, Numeral? written, Rational key) =>
        Rational.Abs(submitted - key) <= Bound ? Agreement.Agrees : Agreement.Differs;
}

/// <summary>|x − key| is at most what rounding every number on the way to <paramref name="Decimals"/> places can move the result by.</summary>
/// <param name="Bound">That of the right way.</param>
/// <param name="Here">That of the way which the key was computed in, where other values stand on it; asked only where it decides. Null is the right way.</param>
public sealed record WorkingTolerance(int Decimals, Rational Bound, Func<Rational?>? Here = null) : Tolerance
{
    /// <summary>What is further off than the right way allows, and by more than a tenth, speaks for no other way either.</summary>
    private const int MostShare = 10;

    private protected override Agreement JudgeUnequal(Rational submitted, Numeral? written, Rational key)
    {
        var distance = Rational.Abs(submitted - key);
        // The result itself is rounded, whatever the way.
        if (distance * 2 <= Rational.PowerOfTen(-Decimals))
            return Agreement.Agrees;
        if (distance > Rational.Max(Bound, Rational.Abs(key) / MostShare))
            return Agreement.Differs;
        return distance <= (Here?.Invoke() ?? Bound) ? Agreement.Agrees : Agreement.Differs;
    }
}

/// <summary>|x − key| ≤ <paramref name="Fraction"/> · |key|.</summary>
public sealed record RelativeTolerance(Rational Fraction) : Tolerance
{
    private protected override Agreement JudgeUnequal(Rational submitted, Numeral? written, Rational key) =>
        Rational.Abs(submitted - key) <= Fraction * Rational.Abs(key) ? Agreement.Agrees : Agreement.Differs;
}

/// <summary>The key rounds to what was written, at the last digit written, and at least <paramref name="MinimumDigits"/> significant digits were written (fewer where the key ends earlier: 50 for 50, 0 for 0). A last digit that was cut off, not rounded, is <see cref="Agreement.TooCoarse"/>.</summary>
public sealed record AsWritten(int MinimumDigits) : Tolerance
{
    private protected override Agreement JudgeUnequal(Rational submitted, Numeral? written, Rational key) =>
        written is null ? Agreement.Differs : JudgeDigits(submitted, written, key, MinimumDigits);
}

/// <summary>A count: the whole number itself, or a rounded one (1.5099e9, 1,510 million) with at least <paramref name="MinimumDigits"/> significant digits. A number written out whole must be exact.</summary>
public sealed record CountTolerance(int MinimumDigits) : Tolerance
{
    private protected override Agreement JudgeUnequal(Rational submitted, Numeral? written, Rational key) =>
        written is null || written.Whole ? Agreement.Differs : JudgeDigits(submitted, written, key, MinimumDigits);
}
