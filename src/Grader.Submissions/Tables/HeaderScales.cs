using System.Text.RegularExpressions;

namespace Grader.Submissions.Tables;

/// <summary>By what the numbers under a head are to be multiplied: <c>parameters (thousands)</c>, <c>MACs [G]</c>, <c>weights (×10³)</c>, <c>in millions</c>.</summary>
internal static partial class HeaderScales
{
    /// <returns>The scale as a unit, <c>thousand</c>; <c>m</c> where it may be a thousandth or a million; null where there is none.</returns>
    public static string? In(string head)
    {
        if (head.Length < 3)
            return null;
        if (Said().Match(head) is { Success: true } said)
        {
            return said.Groups["word"].Value.ToLowerInvariant() switch
            {
                ['t' or 'T', 'h' or 'a', ..] or "1000" or "1000s" or "1,000s" or "'000" or "'000s" => "thousand",
                ['m', ..] => "million",
                _ => "billion",
            };
        }
        if (Power().Match(head) is { Success: true } power)
        {
            return power.Groups["exponent"].Value switch
            {
                "3" or "³" => "thousand",
                "6" or "⁶" => "million",
                "9" or "⁹" => "billion",
                // A power that has no name: no plain number.
                _ => "m",
            };
        }
        return Counted().IsMatch(head) && Letter().Match(head) is { Success: true } letter
            ? letter.Groups["letter"].Value switch { "k" or "K" => "thousand", "M" => "million", "G" or "B" => "billion", _ => "m" }
            : null;
    }

    [GeneratedRegex(@"[(\[,]\s*(?:in\s+|unit:?\s*)?(?<word>thousands?|millions?|billions?|mio\.?|mill\.?|mrd\.?|bn|tausend|tsd\.?|millionen|1,?000s?|['’]000s?)(?:\s+of\s+\w+)?\s*[)\]]?\s*[*_:$]*\s*$|\bin\s+(?<word>thousands?|millions?|billions?|tausend|millionen|1000s?)\b|^\W*(?<word>thousands|millions|billions)\s+of\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Said();

    [GeneratedRegex(@"(?:[×x*]|\\times|\\cdot|[(\[]|\bin)\s*(?:\\times\s*)?10\s*(?:\^\s*\{?\s*(?<exponent>-?\d+)\s*\}?|(?<exponent>[²³⁴⁵⁶⁷⁸⁹]))\s*\$?\s*[)\]]?\s*[*_:$]*\s*$|/\s*10\s*(?:\^\s*\{?\s*(?<exponent>\d+)\}?|(?<exponent>[²³⁴⁵⁶⁷⁸⁹]))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Power();

    /// <summary>"kernel (k)" names the kernel; "parameters (k)" counts thousands.</summary>
    [GeneratedRegex(@"param|\bmacs?\b|flop|operation|\bops\b|weight|multi|count|add", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?:[(\[]\s*(?:in\s+)?|\bin\s+)#?(?<letter>[kKMGBm])\s*[)\]]?\s*[*_:$]*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();
}
