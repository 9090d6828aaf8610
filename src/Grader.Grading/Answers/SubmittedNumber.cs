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
            return Of(measured.Amount) is { Unit.Length: 0 } amount ? amount with { Unit = measured.Unit } : null;
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
}
