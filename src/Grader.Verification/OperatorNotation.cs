using System.Text;
using Grader.Mathematics;

namespace Grader.Verification;

/// <summary>Ways to write a product, in prose and in formulas, and what a formula in prose does with floors and squares.</summary>
internal sealed record OperatorNotation(string Name, string Prose, string Math, bool Signs = false)
{
    public static readonly IReadOnlyList<OperatorNotation> Options =
    [
        new("*", " * ", "\\cdot "), new("\\*", " \\* ", "\\times "), new("×", " × ", "\\times ", true), new("×, tight", "×", " * ", true), new("·", " · ", "\\cdot ", true), new("∗", " ∗ ", "×"),
        new("x", " x ", "\\times "), new("*, tight", "*", "*"), new("\\*, tight", "\\*", "\\,\\cdot\\,", true),
    ];

    public string InProse(Expression expression)
    {
        var text = expression.ToString().Replace("*", Prose, StringComparison.Ordinal);
        return Signs ? WithSigns(text) : text;
    }

    public string InMath(Expression expression) => LatexPrinter.Print(expression).Replace("\\cdot ", Math, StringComparison.Ordinal);

    /// <summary><c>floor((64 - 3)/2) + 3^2</c> as <c>⌊(64 − 3)/2⌋ + 3²</c>.</summary>
    private static string WithSigns(string text)
    {
        var written = new StringBuilder(text.Length);
        var floors = new Stack<bool>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text.AsSpan(i).StartsWith("floor("))
            {
                written.Append('⌊');
                floors.Push(true);
                i += "floor(".Length - 1;
            }
            else if (text[i] == '(')
            {
                floors.Push(false);
                written.Append('(');
            }
            else if (text[i] == ')' && floors.TryPop(out var isFloor))
            {
                written.Append(isFloor ? '⌋' : ')');
            }
            else if (text[i] == '^' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && (i + 2 == text.Length || !char.IsAsciiDigit(text[i + 2])))
            {
                written.Append("⁰¹²³⁴⁵⁶⁷⁸⁹"[text[++i] - '0']);
            }
            else
            {
                written.Append(text[i] == '-' ? '−' : text[i]);
            }
        }
        return written.ToString();
    }
}
