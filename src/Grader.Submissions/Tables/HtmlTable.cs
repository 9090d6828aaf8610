using Grader.Submissions.Source;

namespace Grader.Submissions.Tables;

/// <summary>Finds the cells of an HTML table; a cell that spans columns is followed by empty ones.</summary>
internal static class HtmlTable
{
    /// <param name="hasHeader">All cells of the first row are header cells.</param>
    public static List<List<(int Start, int End)>> Cells(ReadOnlySpan<char> text, Region region, out bool hasHeader)
    {
        var rows = new List<List<(int Start, int End)>>();
        var headers = 0;
        var at = region.Start;
        var cellStart = -1;
        while (at < region.End && text[at..region.End].IndexOf('<') is >= 0 and var ahead)
        {
            at += ahead;
            var length = text[at..region.End].IndexOf('>');
            if (length < 0)
                break;
            var tag = text.Slice(at + 1, length - 1);
            var after = at + length + 1;
            var closes = tag.StartsWith("/");
            var name = closes ? tag[1..] : tag;
            var isCell = Named(name, "td") || Named(name, "th");
            if ((isCell || Named(name, "tr") || Named(name, "table")) && cellStart >= 0)
            {
                rows[^1].Add((cellStart, at));
                cellStart = -1;
            }
            if (!closes && Named(name, "tr"))
            {
                rows.Add([]);
            }
            else if (!closes && isCell)
            {
                if (rows.Count == 0)
                    rows.Add([]);
                if (rows.Count == 1 && Named(name, "th"))
                    headers++;
                for (var span = Span(name); span > 1; span--)
                    rows[^1].Add((after, after));
                cellStart = after;
            }
            at = after;
        }
        rows.RemoveAll(static row => row.Count == 0);
        hasHeader = rows.Count > 0 && headers > 0 && headers == rows[0].Count;
        return rows;
    }

    private static bool Named(ReadOnlySpan<char> tag, string name) =>
        tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (tag.Length == name.Length || tag[name.Length] is ' ' or '\t' or '\n' or '\r' or '/');

    private static int Span(ReadOnlySpan<char> tag)
    {
        var at = tag.IndexOf("colspan=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return 1;
        var value = tag[(at + 8)..].TrimStart('"').TrimStart('\'');
        return value.Length > 0 && char.IsAsciiDigit(value[0]) && (value.Length < 2 || !char.IsAsciiDigit(value[1])) ? value[0] - '0' : 1;
    }
}
