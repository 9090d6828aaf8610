namespace Grader.Submissions.Source;

internal enum RegionKind
{
    /// <summary><c>$…$</c>, <c>\(…\)</c>.</summary>
    Inline,

    /// <summary><c>$$…$$</c>, <c>\[…\]</c>, a bare <c>[ … ]</c> on lines of its own.</summary>
    Display,

    /// <summary><c>\begin{align}…\end{align}</c> outside any delimiter.</summary>
    Environment,
    HtmlTable,
}

/// <summary>A stretch of the text that Markdown must not look into.</summary>
/// <param name="Start">With its delimiters.</param>
/// <param name="BodyStart">Without them.</param>
internal readonly record struct Region(int Start, int End, int BodyStart, int BodyEnd, RegionKind Kind)
{
    public bool IsMath => Kind != RegionKind.HtmlTable;
}
