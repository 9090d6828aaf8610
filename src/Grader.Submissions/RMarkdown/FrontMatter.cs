using Grader.Submissions.Source;

namespace Grader.Submissions.RMarkdown;

/// <summary>The YAML at the head of R Markdown, Quarto and other Markdown, which says what a document is and is no answer. Told by its keys: a rule drawn above an answer is none.</summary>
internal static class FrontMatter
{
    private const int MostLines = 200;

    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "title", "subtitle", "author", "authors", "date", "output", "format", "params", "lang", "engine", "execute", "jupyter", "editor", "bibliography", "geometry", "header-includes", "documentclass",
        "fontsize", "layout", "tags", "categories", "toc", "knit", "runtime", "theme", "abstract", "keywords", "course", "student", "id", "name",
    };

    /// <summary>Notes it among the comments, and forgets the formulas that were found in it.</summary>
    public static void Hide(string text, List<Region> regions, List<(int Start, int End)> comments)
    {
        var end = EndOf(text);
        if (end == 0)
            return;
        regions.RemoveAll(region => region.Start < end);
        comments.RemoveAll(comment => comment.Start < end);
        comments.Insert(0, (0, end));
    }

    /// <returns>Where the text begins that follows it; 0 where there is none.</returns>
    private static int EndOf(string text)
    {
        if (!text.StartsWith("---", StringComparison.Ordinal) || Line(text, 0, out var at) is not "---")
            return 0;
        var isKnown = false;
        for (var lines = 0; lines < MostLines && at < text.Length; lines++)
        {
            var line = Line(text, at, out at);
            if (line is "---" or "...")
                return isKnown ? at : 0;
            var colon = line.IndexOf(':');
            if (line.IsEmpty || line[0] is ' ' or '\t' or '#' || line.StartsWith("- "))
                continue;
            if (colon <= 0 || line[..colon].ContainsAny(" \t$*`") || (colon + 1 < line.Length && line[colon + 1] != ' '))
                return 0;
            isKnown |= Keys.Contains(line[..colon].ToString().ToLowerInvariant());
        }
        return 0;
    }

    private static ReadOnlySpan<char> Line(string text, int start, out int next)
    {
        var length = text.AsSpan(start).IndexOfAny('\r', '\n');
        var end = length < 0 ? text.Length : start + length;
        next = end >= text.Length ? end : text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
        return text.AsSpan(start, end - start).TrimEnd();
    }
}
