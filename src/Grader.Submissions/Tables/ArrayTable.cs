using Grader.Submissions.Source;

namespace Grader.Submissions.Tables;

/// <summary>Finds the cells of a table set as a LaTeX array: <c>\begin{array}{c|cc} &amp; c_1 &amp; c_2 \\ \hline A &amp; 0 &amp; 1 \end{array}</c>. An array without a line or an empty corner is a matrix, and none of this.</summary>
internal static class ArrayTable
{
    private static readonly string[] Rules = ["\\hline", "\\toprule", "\\midrule", "\\bottomrule"];

    /// <returns>Null where the formula between the offsets is no such table.</returns>
    public static List<List<(int Start, int End)>>? Cells(ReadOnlySpan<char> text, int start, int end)
    {
        (start, end) = Body(text, start, end);
        if (start >= end)
            return null;
        var rows = new List<List<(int Start, int End)>>();
        List<(int Start, int End)> row = [];
        var (cell, depth, rules) = (start, 0, 0);
        for (var at = start; at < end; at++)
        {
            if (text[at] is '{' or '}')
                depth += text[at] == '{' ? 1 : -1;
            if (depth != 0)
                continue;
            if (text[at] == '&')
            {
                row.Add((cell, at));
                cell = at + 1;
            }
            else if (text[at..end].StartsWith("\\\\"))
            {
                row.Add((cell, at));
                rows.Add(row);
                (row, cell) = ([], at + 2);
                at++;
            }
            else if (text[at] == '\\')
            {
                // An array inside a cell has rows of its own.
                if (text[at..end].StartsWith("\\begin"))
                    return null;
                foreach (var rule in Rules)
                {
                    if (text[at..end].StartsWith(rule) && text[cell..at].Trim().IsEmpty)
                        (rules, cell) = (rules + 1, at + rule.Length);
                }
            }
        }
        if (row.Count > 0 || !text[cell..end].Trim().IsEmpty)
            rows.Add([.. row, (cell, end)]);
        if (rows.Count < 2 || rows[0].Count < 2)
            return null;
        return rules > 0 || text[rows[0][0].Start..rows[0][0].End].Trim().IsEmpty ? rows : null;
    }

    /// <summary>What stands between the columns' specification and the end; empty where the formula is more, or less, than an array.</summary>
    private static (int Start, int End) Body(ReadOnlySpan<char> text, int start, int end)
    {
        (start, end) = Characters.Trim(text, start, end);
        foreach (var name in (ReadOnlySpan<string>)["array", "tabular"])
        {
            var (opener, closer) = ($"\\begin{{{name}}}", $"\\end{{{name}}}");
            var formula = text[start..end];
            if (!formula.StartsWith(opener) || !formula.EndsWith(closer))
                continue;
            var specification = Characters.SkipBlanks(text, start + opener.Length, end);
            if (specification >= end || text[specification] != '{' || text[specification..end].IndexOf('}') is not (> 0 and var length))
                continue;
            return (specification + length + 1, end - closer.Length);
        }
        return (0, 0);
    }
}
