using Grader.Submissions.Source;

namespace Grader.Submissions.Tables;

/// <summary>Finds the cells of an HTML table; a cell that spans columns leaves empty ones beside it, one that spans rows stands in each of them. Of several rows of header cells the last is the header.</summary>
internal static class HtmlTable
{
    /// <param name="hasHeader">All cells of the first row are header cells.</param>
    public static List<List<(int Start, int End)>> Cells(ReadOnlySpan<char> text, Region region, out bool hasHeader)
    {
        var rows = new List<List<(int Start, int End)>>();
        var headers = new List<int>();
        var spans = new Dictionary<int, (int Left, int Row, int Column)>();
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
            if ((Named(name, "tr") || Named(name, "table")) && rows.Count > 0)
                Carry(rows, spans);
            if (!closes && Named(name, "tr"))
            {
                rows.Add([]);
                headers.Add(0);
            }
            else if (!closes && isCell)
            {
                if (rows.Count == 0)
                {
                    rows.Add([]);
                    headers.Add(0);
                }
                Carry(rows, spans);
                if (Named(name, "th"))
                    headers[^1]++;
                for (var span = Span(name, "colspan="); span > 1; span--)
                {
                    rows[^1].Add((after, after));
                    if (Named(name, "th"))
                        headers[^1]++;
                }
                if (Span(name, "rowspan=") is > 1 and var deep)
                    spans[rows[^1].Count] = (deep - 1, rows.Count - 1, rows[^1].Count);
                cellStart = after;
            }
            at = after;
        }
        var titles = 0;
        while (titles < rows.Count && rows[titles].Count > 0 && headers[titles] > 0 && headers[titles] + CarriedInto(rows, titles) >= rows[titles].Count)
            titles++;
        hasHeader = titles > 0;
        if (titles > 1 && titles < rows.Count)
            rows.RemoveRange(0, titles - 1);
        rows.RemoveAll(static row => row.Count == 0);
        return rows;
    }

    /// <summary>The cells of the rows above that span the next columns of the last row.</summary>
    private static void Carry(List<List<(int Start, int End)>> rows, Dictionary<int, (int Left, int Row, int Column)> spans)
    {
        while (spans.TryGetValue(rows[^1].Count, out var span) && span.Row < rows.Count - 1)
        {
            spans[rows[^1].Count] = span with { Left = span.Left - 1 };
            if (span.Left <= 1)
                spans.Remove(rows[^1].Count);
            rows[^1].Add(rows[span.Row][span.Column]);
        }
    }

    /// <summary>Cells of a row that stand in the row above, too.</summary>
    private static int CarriedInto(List<List<(int Start, int End)>> rows, int row) => row == 0 ? 0 : rows[row].Count(rows[row - 1].ToHashSet().Contains);

    private static bool Named(ReadOnlySpan<char> tag, string name) =>
        tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (tag.Length == name.Length || tag[name.Length] is ' ' or '\t' or '\n' or '\r' or '/');

    private static int Span(ReadOnlySpan<char> tag, string attribute)
    {
        var at = tag.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return 1;
        var value = tag[(at + 8)..].TrimStart('"').TrimStart('\'');
        return value.Length > 0 && char.IsAsciiDigit(value[0]) && (value.Length < 2 || !char.IsAsciiDigit(value[1])) ? value[0] - '0' : 1;
    }
}
