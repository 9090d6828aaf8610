using System.Text.RegularExpressions;
using Grader.Grading.Answers;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Checks;

/// <summary>One number: a count, a size, a share.</summary>
internal sealed partial class NumberGrader(NumberCheck check) : ValueGrader(check)
{
    private static readonly Rational OneHundred = 100;

    /// <summary>Words that count rather than measure.</summary>
    private static readonly HashSet<string> CountWords = new(StringComparer.OrdinalIgnoreCase) { "px", "pixel", "pixels", "parameters", "params", "weights", "operations", "ops", "mac", "macs", "multiply-adds", "flop", "flops", "values", "numbers", "units" };

    [GeneratedRegex(@"^[1-9]\d{0,2}\.\d{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex PointGrouped();

    public override IReadOnlyList<string> Quantities => check.Quantities.Items;

    protected override Tolerance Tolerance => check.Tolerance;

    public override bool Takes(Answer answer) => PlainNumber.Fits(Measured(Side(answer)), check.Percent, check.IsShare, check.Unit);

    public override int Preference(Answer answer) => PlainNumber.Preference(answer, check.Percent);

    public override bool IsGiven(Answer answer) => PlainNumber.IsGiven(answer);

    protected override Judgement JudgeAgainst(Answer answer, Value? right, Worksheet worksheet)
    {
        if (NumberIn(answer) is not { } number || KeyNumber(right) is not { } key)
            return Judgement.Wrong("");

        var tolerance = On(worksheet, check.Tolerance);
        var agreement = check.Percent ? JudgeShare(number, key, tolerance) : tolerance.Judge(number.Value, number.Written, key);
        if (agreement == Agreement.Agrees && number.IsPercent && !check.Percent)
            return new(Agreement.TooCoarse, Rational.Zero, "the number agrees, but a percentage is another thing");
        if (agreement == Agreement.Agrees && number.Unit is { Length: > 0 } unit && unit != "%" && unit != check.Unit && !CountWords.Contains(unit) && !IsAsked(unit))
            return new(Agreement.TooCoarse, Rational.Zero, $"the number agrees, but with the unit {unit} it is another thing");
        // "Changes by -50 %" is a fall of 50 %: the sense is for a person to see.
        if (agreement == Agreement.Differs && check.Percent && number.Value.Sign < 0 && JudgeShare(number with { Value = -number.Value }, key, tolerance) == Agreement.Agrees)
            return new(Agreement.TooCoarse, Rational.Zero, "the amount agrees, and the sign depends on what is meant");
        // 294912 under "parameters (thousands)": the head is careless, or the number is.
        if (agreement == Agreement.Differs && answer is { Statement: TableStatement, Expression: Measured { Unit: "thousand" or "million" or "billion", Amount: { } amount } } && SubmittedNumber.Of(amount) is { } unscaled && tolerance.Judge(unscaled.Value, unscaled.Written, key) == Agreement.Agrees)
            return new(Agreement.TooCoarse, Rational.Zero, "the number agrees, but not with the scale that heads it");
        // 4.640 is 4640 in a German hand.
        if (agreement == Agreement.Differs && number.Written is { } written && PointGrouped().IsMatch(written.Text) && tolerance.Judge(number.Value * 1000, null, key) == Agreement.Agrees)
            return new(Agreement.TooCoarse, Rational.Zero, "the number agrees if its point groups thousands");
        return agreement switch
        {
            Agreement.Agrees => Judgement.Right,
            Agreement.TooCoarse => new(Agreement.TooCoarse, Rational.Zero, "agrees as far as it was written, but with too few digits to tell it from a wrong one"),
            _ => Judgement.Wrong(() => new("", LostGlyph.Explains(Digits(key), Digits(number.Value)))),
        };
    }

    /// <summary>"Memory in bytes": the question counts in it, though the number has no unit.</summary>
    private bool IsAsked(string unit) => check.Unit.Length == 0 && unit.Length > 3 && Words.Of(check.Ask).Contains(unit, StringComparer.OrdinalIgnoreCase);

    /// <summary>Where one number stands for width and height, the student may write both: <c>32 × 32</c>.</summary>
    private Answer Side(Answer answer) =>
        check.Quantities.Count > 1 && answer.Expression is { } expression && SubmittedShape.CommonSide(expression) is { } side ? answer with { Expression = side } : answer;

    private SubmittedNumber? NumberIn(Answer answer)
    {
        if (Measured(Side(answer)).Expression is not { } expression || SubmittedNumber.Of(expression) is not { } number)
            return null;
        return check.IsShare ? number.AsShare() : number.In(check.Unit);
    }

    /// <summary>Where a unit is asked for, a number and its symbol are an amount: <c>6336 B</c>.</summary>
    private Answer Measured(Answer answer) =>
        check.Unit.Length > 0 && answer.Expression is Product { Factors: [Number amount, Symbol symbol] } && Units.Factor(symbol.Name, check.Unit) is not null
            ? answer with { Expression = new Measured(amount, symbol.Name) }
            : answer;

    /// <summary>A bare number may be the share itself or its percentage: 0.9023 or 90.23.</summary>
    private static Agreement JudgeShare(SubmittedNumber number, Rational key, Tolerance tolerance)
    {
        var asPercent = tolerance.Judge(number.Value, number.Written, key * OneHundred);
        if (number.IsPercent || asPercent == Agreement.Agrees)
            return asPercent;
        return tolerance.Judge(number.Value, number.Written, key);
    }

    public override Value? OwnValue(Answer answer)
    {
        if (NumberIn(answer) is not { } number)
            return null;
        // A bare 0.5 is a share, a bare 50 a percentage.
        var isPercentage = number.IsPercent || (check.Percent && Rational.Abs(number.Value) > Rational.One);
        return new Exact(isPercentage ? number.Value / OneHundred : number.Value);
    }

    public override string Print(Worksheet worksheet)
    {
        if (KeyNumber(ValueIn(worksheet)) is not { } key)
            return "no value";
        return check.Percent ? ValuePrinter.Print(key * OneHundred) + " %" : ValuePrinter.Print(key);
    }

    public override string Print(Answer answer) => OwnValue(answer) is Exact { Number: var own } ? Digits(own) + (check.Percent ? " %" : "") : "";

    private static Rational? KeyNumber(Value? value) => value switch
    {
        Exact exact => exact.Number,
        Approximate approximate => Rational.FromDouble(approximate.Number),
        _ => null,
    };

    private string Digits(Rational value) => check.Percent ? ValuePrinter.Print(value * OneHundred) : ValuePrinter.Print(value);
}
