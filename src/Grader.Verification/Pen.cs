using System.Text.RegularExpressions;
using Grader.Mathematics;

namespace Grader.Verification;

/// <summary>Writes the small things of a submission in one style: labels, numbers, formulas.</summary>
internal sealed partial class Pen(RenderingStyle style)
{
    public RenderingStyle Style => style;

    private OperatorNotation Operators => OperatorNotation.Options[style[Axis.Operator]];

    public FactLabel Label(ValueFact fact) => fact.Labels[style[Axis.Label] % fact.Labels.Count];

    /// <summary>As a sentence begins; names of one or two letters stay as they are.</summary>
    public static string Capital(string text) => text.Length < 3 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public string Inline(string latex) => MathDelimiters.Around(latex, MathDelimiters.Inline[style[Axis.Inline]]);

    public Block Display(string latex) => new(BlockKind.Formula, MathDelimiters.Displayed(latex, style[Axis.Display]));

    /// <summary>The number as prose writes it, with its unit.</summary>
    public string InProse(NumberFact fact)
    {
        if (fact.Hedge is { } hedge)
            return Hedged(hedge, fact, InProse, static words => words);
        var (digits, isNegative, percent) = Parts(fact);
        var notation = Notation(fact, digits);
        if (notation.IsFormula)
            return Inline((isNegative ? "-" : "") + notation.Prose(digits) + (percent?.Math ?? "") + (fact.Unit.Length > 0 ? $"\\,\\mathrm{{{fact.Unit}}}" : ""));
        var (before, behind) = (isNegative ? NumberNotation.Minuses[style[Axis.Minus]].Prose : "", percent?.Prose ?? "");
        return (notation.Encloses ? notation.Prose(before + digits + behind) : before + notation.Prose(digits) + behind) + (fact.Unit.Length > 0 ? $" {fact.Unit}" : "");
    }

    /// <summary>The number in code or in HTML, which show the marks of Markdown and LaTeX as they are: nobody writes those there.</summary>
    public string Bare(NumberFact fact) => Notation(fact, Parts(fact).Digits) is { IsFormula: false, Encloses: false } ? InProse(fact) : new Pen(style.With(Axis.Number, 0)).InProse(fact);

    public string InMath(NumberFact fact)
    {
        if (fact.Hedge is { } hedge)
            return Hedged(hedge, fact, InMath, static words => $"\\text{{{words}}}");
        var (digits, isNegative, percent) = Parts(fact);
        var notation = Notation(fact, digits);
        return (isNegative ? NumberNotation.Minuses[style[Axis.Minus]].Math : "") + (notation.Math?.Invoke(digits) ?? digits) + (percent?.Math ?? "") + (fact.Unit.Length > 0 ? $"\\,\\mathrm{{{fact.Unit}}}" : "");
    }

    private static string Hedged(Hedge hedge, NumberFact fact, Func<NumberFact, string> number, Func<string, string> words)
    {
        var plain = fact with { Hedge = null };
        return string.Concat(Placeholder().Split(hedge.Words).Where(piece => piece.Length > 0).Select(piece => piece switch
        {
            "{0}" => number(plain),
            "{1}" => number(plain with { Number = hedge.Other }),
            _ => words(piece),
        }));
    }

    [GeneratedRegex(@"(\{[01]\})")]
    private static partial Regex Placeholder();

    /// <summary>Whether the number is written rounded, so that it only nearly equals its working.</summary>
    public bool IsRounded(NumberFact fact) => fact.Number is Approximate || Notation(fact, Parts(fact).Digits).Rounds || Digits(fact).Contains('.', StringComparison.Ordinal);

    /// <summary>What leads to the number, with an equals sign behind it; empty where nothing is shown.</summary>
    public string WorkingInProse(NumberFact fact) => Working(fact) is { } working ? $"{Operators.InProse(working)} {(IsRounded(fact) ? "≈" : "=")} " : "";

    public string WorkingInMath(NumberFact fact) => Working(fact) is { } working ? $"{Operators.InMath(working)} {(IsRounded(fact) ? "\\approx" : "=")} " : "";

    /// <summary>An entry of an array, without LaTeX.</summary>
    public string Entry(Value value) => Entry(value, NumberNotation.Minuses[style[Axis.Minus]].Prose);

    /// <summary>As a program prints it.</summary>
    public string Printed(Value value) => Entry(value, "-");

    public string MathEntry(Value value) => value is Symbolic symbolic ? LatexPrinter.Print(symbolic.Expression) : Entry(value, NumberNotation.Minuses[style[Axis.Minus]].Math);

    private string Entry(Value value, string minus)
    {
        if (value is Symbolic symbolic)
            return symbolic.Expression.ToString();
        var number = Rational(value);
        var digits = NumberNotation.Digits(Mathematics.Rational.Abs(number), style[Axis.Precision]);
        return number.Sign < 0 ? minus.Trim() + digits : digits;
    }

    private Expression? Working(NumberFact fact) => style[Axis.Working] == 0 ? null : fact.Working;

    private (string Digits, bool IsNegative, (string Prose, string Math)? Percent) Parts(NumberFact fact)
    {
        var percent = fact.Percent ? NumberNotation.Percents[style[Axis.Percent]] : null;
        return (Digits(fact), Rational(fact.Number).Sign < 0, fact.Percent && percent is null && !fact.IsShare ? NumberNotation.Percents[0] : percent);
    }

    private string Digits(NumberFact fact)
    {
        var number = Mathematics.Rational.Abs(Rational(fact.Number));
        var isShare = fact.Percent && fact.IsShare && NumberNotation.Percents[style[Axis.Percent]] is null;
        return NumberNotation.Digits(isShare ? number / 100 : number, style[Axis.Precision]);
    }

    private DigitNotation Notation(NumberFact fact, string digits)
    {
        var notation = NumberNotation.Options[style[Axis.Number]];
        // Five digits with a zero at the end are only four.
        return notation.Rounds && !(fact.IsCount && digits.Length > 5) ? NumberNotation.Options[0] : notation;
    }

    private static Rational Rational(Value value) => value is Exact exact ? exact.Number : Mathematics.Rational.FromDouble(((Approximate)value).Number);
}
