using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>A check on a quantity, and which wrong values its tolerance takes for right ones, as the case file says it: apart from how answers are judged.</summary>
/// <param name="Percent">A share that may be written either way: 0.5 or 50.</param>
public sealed record MistakeTarget(Check Check, string Quantity, Tolerance Tolerance, bool Percent)
{
    private const double RoundingNoise = 1e-12;

    public static MistakeTarget? Of(Check check) => check switch
    {
        NumberCheck number => new(check, number.Quantities[0], number.Tolerance, number.Percent),
        VectorCheck vector => new(check, vector.Quantity, vector.Tolerance, false),
        MatrixCheck matrix => new(check, matrix.Quantity, matrix.Tolerance, false),
        _ => null,
    };

    /// <summary>Whether two values are the same but for rounding in doubles: a ratio of entropies does not depend on the base of their logarithms.</summary>
    public static bool Same(Value? left, Value? right) => (left, right) switch
    {
        (Tensor one, Tensor other) => one.Shape == other.Shape && one.Entries.Items.Zip(other.Entries.Items).All(pair => Same(pair.First, pair.Second)),
        (Approximate one, Approximate other) => Math.Abs(one.Number - other.Number) <= RoundingNoise * Math.Abs(other.Number),
        _ => left == right,
    };

    /// <summary>Whether an answer with a wrong value would be taken for a right one.</summary>
    public bool TakesFor(Value wrong, Value right) => (wrong, right) switch
    {
        (Tensor left, Tensor other) => left.Entries.Count == other.Entries.Count && left.Entries.Items.Zip(other.Entries.Items).All(pair => pair.First == pair.Second || TakesFor(pair.First, pair.Second)),
        (Exact or Approximate, Exact or Approximate) => Takes(Number(wrong), Number(right)) || (Percent && Takes(Number(wrong) * 100, Number(right) * 100)),
        (Symbolic or Exact, Symbolic or Exact) => Equality.Decide(Values.ToExpression(wrong), Values.ToExpression(right)).Verdict == EqualityVerdict.Equal,
        _ => false,
    };

    /// <summary>Whether an answer with one of two values could be taken for the other.</summary>
    public bool TakesEither(Value? one, Value? other) => one == other || (one is not null && other is not null && (TakesFor(one, other) || TakesFor(other, one)));

    // Reckoned here once more, and not asked of the tolerance: a slip in how that judges is to be seen.
    private bool Takes(Rational wrong, Rational right) => Tolerance switch
    {
        AbsoluteTolerance absolute => Rational.Abs(wrong - right) <= absolute.Bound,
        RelativeTolerance relative => Rational.Abs(wrong - right) <= relative.Fraction * Rational.Abs(right),
        AsWritten written => SameText(wrong, right, written.MinimumDigits),
        CountTolerance count => SameText(wrong, right, count.MinimumDigits),
        _ => Tolerance.Judge(wrong, null, right) == Agreement.Agrees,
    };

    /// <summary>Whether both, written with no more digits than are asked for, may be the same text: the wrong one's, 99.8 % as 100 %.</summary>
    private static bool SameText(Rational wrong, Rational right, int digits)
    {
        var decimals = digits - 1 - wrong.DecimalExponent();
        return wrong.Round(decimals) == right.Round(decimals);
    }

    private static Rational Number(Value value) => value is Exact exact ? exact.Number : Rational.FromDouble(((Approximate)value).Number);
}
