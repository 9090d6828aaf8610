using System.Text.RegularExpressions;
using Grader.Mathematics;

namespace Grader.Grading.Answers;

/// <summary>Words before numbers that say by what they are multiplied: "parameters (in thousands): 294.912".</summary>
internal static partial class ScaleWords
{
    private static readonly string[] Units = ["thousand", "million", "billion"];

    /// <returns>The words, or null.</returns>
    public static string? In(string before) => Scale().Match(before) is { Success: true } scale ? scale.Value.Trim() : null;

    /// <summary>An answer as it would be, were it counted in thousands, in millions, in billions.</summary>
    public static IEnumerable<Answer> Scaled(Answer answer) =>
        answer.Expression is Number or Quotient ? Units.Select(unit => answer with { Expression = new Measured(answer.Expression, unit) }) : [];

    [GeneratedRegex(@"\bin (?:thousands?|millions?|billions?|tausend|millionen)\b|\((?:thousands?|millions?|billions?|['’]000s?|1000s|mio\.?)\)|\(\s*(?:in\s+)?[×x]\s*10\s*(?:\^|[²³⁴⁵⁶⁹])[^)\n]*\)|\b(?:param|mac|flop|operation|weight|multi)[\w-]*[^.:=\n]{0,30}[(\[][kMG][)\]]\s*[:=]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Scale();
}
