using System.Globalization;
using System.Text;
using Grader.Mathematics;

namespace Grader.Verification;

/// <summary>One way to write the digits of a number, which has no sign.</summary>
/// <param name="Prose">In prose; a formula where only LaTeX can say it.</param>
/// <param name="Math">Inside a formula; null: as digits.</param>
internal sealed record DigitNotation(string Name, Func<string, string> Prose, Func<string, string>? Math = null)
{
    /// <summary>What <see cref="Prose"/> gives is LaTeX.</summary>
    public bool IsFormula { get; init; }

    /// <summary>In prose it encloses the signs of the number as well.</summary>
    public bool Encloses { get; init; }

    /// <summary>It rounds to five digits, which only counts allow.</summary>
    public bool Rounds { get; init; }
}

internal static class NumberNotation
{
    /// <summary>Digits that a rounded count is written with.</summary>
    public const int Rounded = 5;

    public static readonly IReadOnlyList<DigitNotation> Options =
    [
        new("plain", static d => d),
        new("commas", static d => Grouped(d, ","), static d => Grouped(d, ",")),
        new("thin spaces", static d => Grouped(d, "\u2009"), static d => Grouped(d, "\\,")),
        new("no-break spaces", static d => Grouped(d, "\u00A0")),
        new("spaces", static d => Grouped(d, " "), static d => Grouped(d, " ")),
        new("{,}", static d => Grouped(d, "{,}"), static d => Grouped(d, "{,}")) { IsFormula = true },
        new("\\,", static d => Grouped(d, "\\,"), static d => Grouped(d, "\\,")) { IsFormula = true },
        new("e", static d => Scientific(d, "{0}e{1}")),
        new("×10^", static d => Scientific(d, "{0}×10^{1}"), static d => Scientific(d, "{0} \\cdot 10^{{{1}}}")),
        new("\\times 10^{}", static d => Scientific(d, "{0} \\times 10^{{{1}}}"), static d => Scientific(d, "{0} \\times 10^{{{1}}}")) { IsFormula = true },
        new("x10^", static d => Scientific(d, "{0}x10^{1}")),
        new("10⁶", static d => Raised(Scientific(d, "{0} × 10^{1}"))),
        new("bold", static d => $"**{d}**", static d => $"\\mathbf{{{d}}}") { Encloses = true },
        new("code", static d => $"`{d}`") { Encloses = true },
        new("boxed", static d => $"\\boxed{{{d}}}", static d => $"\\boxed{{{d}}}") { IsFormula = true },
        new("underlined", static d => $"\\underline{{{d}}}", static d => $"\\underline{{{d}}}") { IsFormula = true },
        new("K, M, B", static d => Suffixed(d, ["K", "M", "B"])) { Rounds = true },
        new("million", static d => Suffixed(d, [" thousand", " million", " billion"])) { Rounds = true },
        new("full-width", static d => string.Concat(d.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c == '.' ? '．' : c))),
        new("mathematical", static d => string.Concat(d.Select(c => char.IsAsciiDigit(c) ? char.ConvertFromUtf32(c - '0' + 0x1D7CE) : c.ToString()))),
        new("formula", static d => d) { IsFormula = true },
        new("leading dot", static d => d.StartsWith("0.", StringComparison.Ordinal) ? d[1..] : d, static d => d.StartsWith("0.", StringComparison.Ordinal) ? d[1..] : d),
        new("text", static d => $"\\text{{{d}}}", static d => $"\\mathrm{{{d}}}") { IsFormula = true },
        new("italics", static d => $"*{d}*", static d => $"\\mathit{{{d}}}") { Encloses = true },
        new("rounded, ×10^", static d => Scientific(RoundedTo(d), "{0} × 10^{1}"), static d => Scientific(RoundedTo(d), "{0} \\cdot 10^{{{1}}}")) { Rounds = true },
    ];

    /// <summary>In prose and in formulas.</summary>
    public static readonly IReadOnlyList<(string Prose, string Math)> Minuses = [("-", "-"), ("−", "-"), ("–", "−"), ("-", "- ")];

    /// <summary>In prose and in formulas; null: as a share of one.</summary>
    public static readonly IReadOnlyList<(string Prose, string Math)?> Percents = [("%", "\\%"), (" %", "\\ \\%"), ("\\%", "\\%"), (" percent", "\\,\\%"), ("％", " \\%"), ("\u00A0%", "\\text{ \\%}"), null];

    /// <summary>The value in decimals: whole where it is, to six significant digits (0), to nine decimals (1) or to fifteen digits (2) where it does not end.</summary>
    public static string Digits(Rational number, int precision)
    {
        var exact = number.ToString();
        if (!exact.Contains('/', StringComparison.Ordinal) && exact.Length <= 10)
            return exact;
        if (number.IsInteger)
            return exact;
        return precision == 1 && Rational.Abs(number) * 1000 > Rational.One ? number.ToDecimal(9) : number.Round((precision == 2 ? 15 : 6) - 1 - number.DecimalExponent()).ToString();
    }

    private static bool IsWhole(string digits) => digits.All(char.IsAsciiDigit);

    private static string Grouped(string digits, string separator)
    {
        if (!IsWhole(digits) || digits.Length < 4)
            return digits;
        var grouped = new StringBuilder();
        for (var i = 0; i < digits.Length; i++)
        {
            if (i > 0 && (digits.Length - i) % 3 == 0)
                grouped.Append(separator);
            grouped.Append(digits[i]);
        }
        return grouped.ToString();
    }

    private static string Scientific(string digits, string format)
    {
        if (!IsWhole(digits) || digits.Length < 4)
            return digits;
        var mantissa = digits.TrimEnd('0');
        return string.Format(CultureInfo.InvariantCulture, format, mantissa.Length == 1 ? mantissa : $"{mantissa[0]}.{mantissa[1..]}", digits.Length - 1);
    }

    private static string RoundedTo(string digits) =>
        IsWhole(digits) && digits.Length > Rounded ? Rational.Of(System.Numerics.BigInteger.Parse(digits, CultureInfo.InvariantCulture), 1).Round(Rounded - digits.Length).ToString() : digits;

    private static string Suffixed(string digits, string[] suffixes)
    {
        if (!IsWhole(digits) || digits.Length is < 6 or > 12)
            return digits;
        var thousands = (digits.Length - 1) / 3;
        var rounded = RoundedTo(digits);
        var whole = rounded.Length - 3 * thousands;
        return $"{rounded[..whole]}.{rounded[whole..Rounded]}{suffixes[thousands - 1]}";
    }

    private static string Raised(string text)
    {
        var power = text.IndexOf('^', StringComparison.Ordinal);
        return power < 0 ? text : text[..power] + string.Concat(text[(power + 1)..].Select(c => "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
    }
}
