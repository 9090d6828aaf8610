using System.Text.RegularExpressions;

namespace Grader.Verification.Tests;

/// <summary>Renderings that the reader is known not to cope with yet, or that nobody writes: each with why it is left out.</summary>
internal static partial class ReaderGaps
{
    private static readonly IReadOnlyList<(string Why, Func<RenderingStyle, string, bool> Has)> All =
    [
        ("rows named “row 1”, which reads as a product", static (_, text) => text.Contains("| row 1 |", StringComparison.Ordinal)),
        ("\\matrix with \\cr between \\left[ and \\right]", static (_, text) => text.Contains("\\cr ", StringComparison.Ordinal)),
        ("brackets drawn of several lines", static (_, text) => text.Contains('⎡', StringComparison.Ordinal)),
        ("rows of symbols in a code fence", static (_, text) => text.Contains("```\nw_", StringComparison.Ordinal)),
        ("bare labels in reverse order", static (style, _) => style[Axis.PartLabel] is 2 or 3 && style[Axis.Order] == 2),
        ("bare labels, and a list of entries by their names", static (style, _) => style[Axis.PartLabel] == 3 && style[Axis.Vector] == 15),
        ("“respectively” over three", static (_, text) => LongPairing().IsMatch(text)),
        ("answers between semicolons", static (_, text) => text.Contains("; the ", StringComparison.Ordinal)),
        ("doubled backslashes inside a formula", static (_, text) => text.Contains("\\\\[", StringComparison.Ordinal) || text.Contains("\\\\(", StringComparison.Ordinal)),
        ("a label after a formula", static (_, text) => LabelBehind().IsMatch(text)),
        ("a percent sign in \\text", static (_, text) => text.Contains("\\text{ \\%}", StringComparison.Ordinal)),
        ("digits apart in a formula without a product", static (style, _) => style[Axis.Noise] == 13),
        ("lines that introduce the next, mixed with other layouts", static (style, _) => style[Axis.Variety] > 0 && Lays(style, 7, 8, 11, 13, 14, 15)),
        ("bold lines that introduce", static (style, _) => Lays(style, 15)),
        ("formulas with floors and products in the cells of a table", static (style, _) => style[Axis.Layout] == 24 && style[Axis.Working] > 0),
        ("spaces inside \\begin", static (style, text) => style[Axis.Noise] == 14 && (text.Contains("\\begin{array}", StringComparison.Ordinal) || text.Contains("\\begin{equation}", StringComparison.Ordinal))),
        ("a tab between label and number", static (style, _) => Lays(style, 20)),
        ("a line broken between “as” and “follows”", static (style, _) => style[Axis.Noise] == 4 && Lays(style, 21)),
        ("groups of digits beside spaced braces", static (style, _) => style[Axis.Noise] == 14 && style[Axis.Number] == 1),
        ("numbered lists under quoted headings", static (style, _) => style[Axis.QuestionLabel] == 22 && Lays(style, 17)),
        ("entities around the equals signs of a chain", static (style, _) => style[Axis.Noise] == 7 && style[Axis.Working] > 0),
        ("vectors in HTML tables or lists, beside others", static (style, _) => style[Axis.Vector] is >= 11 and <= 16 && (style[Axis.FactOrder] == 1 || style[Axis.Variety] > 0)),
        ("Markdown inside HTML, and formulas inside code: nobody's habit", static (style, _) => (style[Axis.Layout] == 26 && style[Axis.Number] is 12 or 13 or 23) || (Lays(style, 22) && NumbersAreFormulas(style))),
        ("a new label before a formula, after a displayed formula", static (style, _) => style[Axis.Variety] > 0 && NumbersAreFormulas(style)),
    ];

    /// <summary>What single assignments add, by the end of their folder's name.</summary>
    private static readonly IReadOnlyList<(string Assignment, string Why, Func<RenderingStyle, bool> Has)> Some =
    [
        ("kmeans", "tables whose row or column labels say all, where checks have addresses", static style => style[Axis.Layout] is >= 23 and <= 28 || style[Axis.Vector] >= 12 || style[Axis.Variety] > 0),
        ("backprop", "numbers inside labels: “from input 1 to unit 2”", static style => style[Axis.Layout] >= 23 || Lays(style, 2, 8, 11, 20, 22)),
        ("backprop", "matrices in a line each", static style => style[Axis.Matrix] is 9 or 10 or 21 or 22 || style[Axis.Variety] > 0),
        ("convolution-matrix", "the question's own arrays, repeated", static style => style[Axis.Between] is 2 or 3),
        ("convolution-stack", "a word of another check before the answer, in one line with it", static style => style[Axis.Layout] is 27 or 31),
        ("gradient-descent", "x for a product where x is a variable: nobody's habit", static style => style[Axis.Operator] == 6),
    ];

    /// <summary>Why a style is left out for an assignment; null where it is not.</summary>
    public static string? Of(string assignment, StatedSubmission model, RenderingStyle style)
    {
        foreach (var (name, why, has) in Some)
            if (assignment.EndsWith(name, StringComparison.Ordinal) && has(style))
                return why;
        var text = SubmissionRenderer.Render(model, style.With(Axis.Noise, 0));
        foreach (var (why, has) in All)
            if (has(style, text))
                return why;
        return null;
    }

    /// <summary>Whether some number is laid out in one of these ways.</summary>
    private static bool Lays(RenderingStyle style, params ReadOnlySpan<int> layouts)
    {
        const int Single = 23;
        for (var fact = 0; style[Axis.Layout] < Single && fact < 6; fact++)
            if (layouts.Contains((style[Axis.Layout] + fact * style[Axis.Variety]) % Single))
                return true;
        return false;
    }

    private static bool NumbersAreFormulas(RenderingStyle style) => style[Axis.Number] is 5 or 6 or 9 or 14 or 15 or 20 or 22;

    [GeneratedRegex(@"The [^\n]*, [^\n]* and [^\n]* are [^\n]*, respectively", RegexOptions.CultureInvariant)]
    private static partial Regex LongPairing();

    [GeneratedRegex(@"So we get [$\\]", RegexOptions.CultureInvariant)]
    private static partial Regex LabelBehind();
}
