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

    /// <summary>Index of the first region that ends behind an offset, in a list in the order of the text.</summary>
    public static int FirstEndingBehind(List<Region> regions, int offset)
    {
        var low = 0;
        var high = regions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (regions[middle].End <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
