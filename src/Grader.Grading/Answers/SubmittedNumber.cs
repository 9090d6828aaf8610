using Grader.Mathematics;

namespace Grader.Grading.Answers;

/// <summary>A number as a student gave it.</summary>
/// <param name="Value">Exact; in the unit written: 90.23 for <c>90.23 %</c>.</param>
/// <param name="Written">How its digits were written; null where it was left as a fraction or formula.</param>
/// <param name="Unit">As written; empty for none.</param>
internal readonly record struct SubmittedNumber(Rational Value, Numeral? Written, string Unit)
{
    public bool IsPercent => Unit == "%";

    public static SubmittedNumber? Of(Expression expression)
    {
        if (expression is Measured measured)
        {
            if (Of(measured.Amount) is not { Unit.Length: 0 } amount)
                return null;
            return ScaleOf(measured.Unit) is { } exponent ? amount.Scaled(exponent) : amount with { Unit = measured.Unit };
        }
        if (expression is Number number)
            return new(number.Value, number.Written, "");
        if (expression is Negation { Operand: Number negative })
            return new(-negative.Value, negative.Written, "");
        if (expression is Symbol or Matrix or Relation or Listing)
            return null;
        return Evaluator.Evaluate(expression).Value switch
        {
            Exact exact => new(exact.Number, null, ""),
            Approximate approximate when double.IsFinite(approximate.Number) => new(Rational.FromDouble(approximate.Number), null, ""),
            _ => null,
        };
    }

    /// <summary>Power of ten of a scale word that stands as a unit, <c>1.5 billion</c>, or of the prefix of a counted thing, <c>1.5 GMACs</c>.</summary>
    private static int? ScaleOf(string unit) => unit switch
    {
        "thousand" or "k" => 3,
        "million" or "mio" => 6,
        "billion" or "bn" => 9,
        "trillion" => 12,
        ['K' or 'k', .. var counted] when IsCounted(counted) => 3,
        ['M', .. var counted] when IsCounted(counted) => 6,
        ['G', .. var counted] when IsCounted(counted) => 9,
        ['T', .. var counted] when IsCounted(counted) => 12,
        _ => null,
    };

    private static bool IsCounted(string unit) => unit is "MAC" or "MACs" or "FLOP" or "FLOPs" or "FLOPS" or "op" or "ops" or "params";

    /// <summary>In another unit: 252 KiB is 258048 B; as it is where the units do not measure the same.</summary>
    public SubmittedNumber In(string unit) => unit.Length > 0 && Unit.Length > 0 && Unit != unit && Units.Factor(Unit, unit) is { } factor ? Times(factor) with { Unit = unit } : this;

    /// <summary>Whether one is the other, or the other rounded as it is written.</summary>
    public bool IsSameAs(SubmittedNumber other) =>
        Value == other.Value
        || new AsWritten(1).Judge(Value, Written, other.Value) == Agreement.Agrees
        || new AsWritten(1).Judge(other.Value, other.Written, Value) == Agreement.Agrees;

    /// <summary>A percentage as the share that it is.</summary>
    public SubmittedNumber AsShare() => IsPercent ? Scaled(-2) with { Unit = "" } : this;

    /// <summary>In percent, where a percentage is asked: a bare 0.741 is 74.1 %, a bare 74.1 too.</summary>
    public Rational Percentage => !IsPercent && Rational.Abs(Value) <= Rational.One ? Value * 100 : Value;

    private SubmittedNumber Times(Rational factor) => factor == Rational.PowerOfTen(factor.DecimalExponent())
        ? Scaled(factor.DecimalExponent())
        : this with { Value = Value * factor, Written = null };

    private SubmittedNumber Scaled(int exponent) => this with
    {
        Value = Value * Rational.PowerOfTen(exponent),
        Written = Written is { } written ? written with { LastDigitExponent = written.LastDigitExponent + exponent, Whole = false } : null,
    };
}
