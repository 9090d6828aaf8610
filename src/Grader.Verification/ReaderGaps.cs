using System.Text.RegularExpressions;

namespace Grader.Verification;

/// <summary>Renderings that the reader does not claim to cope with: each with why. They are left out of what is measured, and counted.</summary>
public static partial class ReaderGaps
{
    private const int SingleLayouts = 23;

    private static readonly IReadOnlyList<(string Why, Func<StatedSubmission, RenderingStyle, bool> Has)> All =
    [
        ("“respectively” with short labels, whose words the next may lack or not", static (submission, style) => style[Axis.Layout] == 28 && (style[Axis.Label] > 0 || submission.Facts.OfType<NumberFact>().Any(static fact => fact.Labels[0].Text.Split(' ').Length < 3))),
        ("numbered lists under quoted headings, and bold lines among them", static (_, style) => style[Axis.QuestionLabel] == 22 && (Lays(style, 17) || style[Axis.Variety] > 0)),
        ("a line broken between “as” and “follows”", static (_, style) => style[Axis.Noise] == 4 && Lays(style, 21)),
        ("a label behind a number in a formula: “we get $50$ for the fall”", static (_, style) => Lays(style, 11) && style[Axis.Number] is 5 or 6 or 9 or 14 or 15 or 20 or 22),
        ("“update of W1 = …” on one line, where W1 alone may be the name of another answer", static (submission, style) =>
            (IsOnOneLine(style[Axis.Matrix]) || IsOnOneLine((style[Axis.Matrix] + style[Axis.Variety]) % RenderingStyle.Count(Axis.Matrix))) && submission.Facts.OfType<TensorFact>().Any(static fact => fact.Labels.Items.Any(static label => NameBehindWords().IsMatch(label.Text)))),
        ("formulas or points of the question repeated, with full-width signs or in a file whose lines end with a carriage return alone", static (submission, style) =>
            style[Axis.Between] is 2 or 3 && style[Axis.Noise] is 8 or 20 && submission.Questions.Items.SelectMany(question => question.Parts.Items).Any(part => Repeated().IsMatch(part.Text))),
        ("a tab between a name of one letter and a negative number in bold", static (submission, style) =>
            Lays(style, 20) && style[Axis.Number] is 12 or 13 or 23 && submission.Facts.OfType<NumberFact>().Any(static fact => fact.Labels.Items.Any(static label => label.Text.Length == 1))),
        ("the letter x for a product, where x is what is computed", static (submission, style) =>
            style[Axis.Operator] == 6 && style[Axis.Working] > 0 && submission.Facts.OfType<NumberFact>().Any(static fact => fact.Labels.Items.Any(static label => label.Text is "x" || label.Text.StartsWith("x ", StringComparison.OrdinalIgnoreCase)))),
    ];

    /// <summary>Why a style is left out for what a submission says; null where it is not.</summary>
    public static string? Of(StatedSubmission submission, RenderingStyle style)
    {
        foreach (var (why, has) in All)
            if (has(submission, style))
                return why;
        return null;
    }

    private static bool IsOnOneLine(int matrix) => matrix is 9 or 10 or 21 or 22;

    /// <summary>Whether some number is laid out in one of these ways.</summary>
    private static bool Lays(RenderingStyle style, params ReadOnlySpan<int> layouts)
    {
        for (var fact = 0; style[Axis.Layout] < SingleLayouts && fact < 6; fact++)
            if (layouts.Contains((style[Axis.Layout] + fact * style[Axis.Variety]) % SingleLayouts))
                return true;
        return false;
    }

    /// <summary>What may be taken for an answer: <c>y = A x</c>, <c>(1, −1)</c>.</summary>
    [GeneratedRegex(@" = |\(\S+, \S+\)", RegexOptions.CultureInvariant)]
    private static partial Regex Repeated();

    [GeneratedRegex(@"\w{2,} \p{L}\d$", RegexOptions.CultureInvariant)]
    private static partial Regex NameBehindWords();
}
