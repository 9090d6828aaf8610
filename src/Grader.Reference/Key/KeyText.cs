using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>How a worked solution writes values: what is exact as it is, what is not with six significant digits.</summary>
public static class KeyText
{
    private const int SignificantDigits = 6;

    /// <summary><c>294912</c>, <c>0.5</c>, <c>2/3</c>, <c>0.693147</c>, <c>[[1, 2], [3, 4]]</c>.</summary>
    public static string Of(Value value) => value is Tensor { Shape: [_, 1] } column
        ? "[" + string.Join(", ", column.Entries.Items.Select(Of)) + "]"
        : Expression(value).ToString();

    /// <summary><c>50 %</c>, <c>66.6667 %</c>.</summary>
    public static string Percent(Value value) => value switch
    {
        Exact exact => $"{Shown(exact.Number * 100)} %",
        Approximate approximate => $"{Shown(Rational.FromDouble(approximate.Number) * 100)} %",
        _ => Of(value),
    };

    /// <summary>The value as a formula, rounded where it is not exact.</summary>
    public static Expression Expression(Value value) => value switch
    {
        Approximate approximate => Values.FromRational(Rounded(Rational.FromDouble(approximate.Number))),
        Tensor tensor => Values.ToExpression(tensor with { Entries = tensor.Entries.Items.Select(entry => entry is Approximate approximate ? new Exact(Rounded(Rational.FromDouble(approximate.Number))) : entry).ToSequence() }),
        _ => Values.ToExpression(value),
    };

    /// <summary>The value with six significant digits: of an array, only entries that are not exact or long.</summary>
    internal static Expression Rounded(Value value) => value switch
    {
        Exact { Number: var number } when !number.IsInteger => Values.FromRational(Rounded(number)),
        Approximate approximate => Values.FromRational(Rounded(Rational.FromDouble(approximate.Number))),
        Tensor tensor => Expression(tensor with { Entries = tensor.Entries.Items.Select(entry => entry is Exact { Number: var number } && number.ToString().Length > 16 ? new Exact(Rounded(number)) : entry).ToSequence() }),
        _ => Expression(value),
    };

    /// <summary>A number that ends as a decimal as it is, any other rounded.</summary>
    internal static string Shown(Rational number)
    {
        var text = number.ToString();
        return text.Contains('/', StringComparison.Ordinal) ? Rounded(number).ToString() : text;
    }

    private static Rational Rounded(Rational number) => number.Round(SignificantDigits - 1 - number.DecimalExponent());
}
