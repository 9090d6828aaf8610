namespace Grader.Mathematics;

/// <summary>The default tolerance: a decimal is right to the digits it was written with, at least three significant; a whole number claims to be exact.</summary>
internal sealed class WrittenDigits(string mode)
{
    // Where formulas are asked for, a decimal counts only with digits that nobody hits by chance.
    private int MinimumDigits => mode is "auto" or "number" or "percent" or "units" or "chain" ? 3 : 6;

    private const int GoldDigits = 4;
    private const int ManyDigits = 6;

    /// <summary>Equal where the digits agree; null where they decide nothing.</summary>
    public Decision? Decide(Expression gold, Expression answer)
    {
        (gold, answer) = (Bare(gold), Bare(answer));
        var goldWritten = Decimal(gold);
        var answerWritten = Decimal(answer);
        if ((goldWritten is null && answerWritten is null) || (gold is Measured { Unit: not "%" } != answer is Measured { Unit: not "%" }))
            return null;
        if (gold is Measured { Unit: var unit } && answer is Measured { Unit: var other } && unit != other)
            return null;
        var (left, right) = (Amount(gold), Amount(answer));
        if (Numerals.ValueOf(left) is not { } key || Numerals.ValueOf(right) is not { } value)
            return null;

        if (answerWritten is not null)
        {
            switch (new AsWritten(MinimumDigits).Judge(value, answerWritten, key))
            {
                case Agreement.Agrees:
                    return Decision.Equal("digits as written");
                case Agreement.TooCoarse when goldWritten is null:
                    return Decision.Different("too few digits", $"{answerWritten.SignificantDigits} significant digits");
            }
        }

        // The gold was rounded: an exact answer must round to it, one with more digits to many of them.
        if (goldWritten is null || Numerals.WrittenOf(answer) is { Whole: true })
            return null;
        var minimum = answerWritten is null ? Math.Max(GoldDigits, MinimumDigits == 3 ? GoldDigits : MinimumDigits) : ManyDigits;
        return new AsWritten(minimum).Judge(key, goldWritten, value) == Agreement.Agrees ? Decision.Equal("digits of the gold") : null;
    }

    private static Expression Bare(Expression expression) => expression is Relation { Members: [var name, .., var last] } && Naming.IsName(name) ? last : expression;

    private static Expression Amount(Expression expression) => expression is Measured { Unit: not "%" } measured ? measured.Amount : expression;

    /// <summary>How a decimal was written; null for whole numbers and formulas.</summary>
    private static Numeral? Decimal(Expression expression) => Numerals.WrittenOf(expression is Measured { Unit: not "%" } measured ? measured.Amount : expression) is { Whole: false } written && written.LastDigitExponent > int.MinValue ? written : null;
}
