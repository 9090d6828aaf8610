namespace Grader.Verification.Tests;

/// <summary>Renderings that the reader is known not to cope with yet: each with why it is left out.</summary>
internal static class ReaderGaps
{
    private static readonly IReadOnlyList<(string Why, Func<RenderingStyle, bool> Has)> All =
    [
        ("“respectively” with short labels, whose words the next may lack or not", static style => style[Axis.Layout] == 28 && style[Axis.Label] > 0),
        ("numbered lists under quoted headings, and bold lines among them", static style => style[Axis.QuestionLabel] == 22 && (Lays(style, 17) || style[Axis.Variety] > 0)),
        ("a line broken between “as” and “follows”", static style => style[Axis.Noise] == 4 && Lays(style, 21)),
        ("a label of more than a dozen words behind a formula, after other layouts", static style => style[Axis.Variety] > 0 && Lays(style, 11) && style[Axis.Number] is 5 or 6 or 9 or 14 or 15 or 20 or 22),
    ];

    /// <summary>What single assignments add, by the end of their folder's name.</summary>
    private static readonly IReadOnlyList<(string Assignment, string Why, Func<RenderingStyle, bool> Has)> Some =
    [
        ("backprop", "“update of W1 = …” on one line, where W1 alone is the name of another answer", static style => IsOnOneLine(style[Axis.Matrix]) || IsOnOneLine((style[Axis.Matrix] + style[Axis.Variety]) % RenderingStyle.Count(Axis.Matrix))),
        ("convolution-matrix", "the question's own arrays repeated, in a file whose lines end with a carriage return alone", static style => style[Axis.Between] == 3 && style[Axis.Noise] == 20),
        ("logistic-regression", "a tab between a name of one letter and a negative number in bold", static style => Lays(style, 20) && style[Axis.Number] is 12 or 13 or 23),
    ];

    /// <summary>Why a style is left out for an assignment; null where it is not.</summary>
    public static string? Of(string assignment, RenderingStyle style)
    {
        foreach (var (name, why, has) in Some)
            if (assignment.EndsWith(name, StringComparison.Ordinal) && has(style))
                return why;
        foreach (var (why, has) in All)
            if (has(style))
                return why;
        return null;
    }

    private static bool IsOnOneLine(int matrix) => matrix is 9 or 10 or 21 or 22;

    /// <summary>Whether some number is laid out in one of these ways.</summary>
    private static bool Lays(RenderingStyle style, params ReadOnlySpan<int> layouts)
    {
        const int Single = 23;
        for (var fact = 0; style[Axis.Layout] < Single && fact < 6; fact++)
            if (layouts.Contains((style[Axis.Layout] + fact * style[Axis.Variety]) % Single))
                return true;
        return false;
    }
}
