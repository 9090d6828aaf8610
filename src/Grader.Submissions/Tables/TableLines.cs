using System.Buffers;

namespace Grader.Submissions.Tables;

/// <summary>What one line is of a table: a rule, a row in brackets, values between commas.</summary>
internal static class TableLines
{
    private const int LongestCell = 30;

    private static readonly SearchValues<char> MarkdownRule = SearchValues.Create("|-: \t");
    private static readonly SearchValues<char> GridRule = SearchValues.Create("+-=: \t|");
    private static readonly SearchValues<char> CellMarks = SearchValues.Create("[](){}=:$|");

    private static readonly SearchValues<char> Openers = SearchValues.Create("⎡⎢⎣⎛⎜⎝│[");
    private static readonly SearchValues<char> NoEntry = SearchValues.Create("⎡⎢⎣⎛⎜⎝│[]");

    /// <summary>What divides the cells of a row, Markdown's and those of drawn boxes.</summary>
    public static SearchValues<char> Pipes { get; } = SearchValues.Create("|\u2502\u2503\u2551");

    /// <summary><c>|---|---|</c>, <c>+---+---+</c>, <c>├──┼──┤</c>.</summary>
    public static bool IsRule(ReadOnlySpan<char> line)
    {
        var row = line.Trim();
        if (row.Length < 3)
            return false;
        if (row[0] == '+' && row[^1] == '+')
            return row.ContainsAny('-', '=') && !row.ContainsAnyExcept(GridRule);
        if (row[0] is >= '\u2500' and <= '\u257F')
            return row.ContainsAny('\u2500', '\u2501', '\u2550') && IsBox(row);
        return row.Contains('-') && row.Contains('|') && !row.ContainsAnyExcept(MarkdownRule);
    }

    /// <summary>The rule under the header of a simple table, one run of dashes a column: <c>----- ------</c>.</summary>
    public static bool IsDashes(ReadOnlySpan<char> line)
    {
        var row = line.Trim();
        if (row.Length < 5 || row[0] != '-' || row.ContainsAnyExcept('-', ' '))
            return false;
        var (runs, length) = (0, 0);
        foreach (var c in row)
        {
            if (c == '-')
            {
                length++;
                continue;
            }
            if (length == 1)
                return false;
            runs += length > 1 ? 1 : 0;
            length = 0;
        }
        return runs >= 1 && length > 1;
    }

    /// <summary>Where the row of a matrix drawn with brackets starts, <c>⎡ 1 2 ⎤</c>, <c>A = │ 1 2 │</c>, <c>[ 1 2 ]</c>; −1 where there is none.</summary>
    /// <param name="named">Whether a name may stand before it.</param>
    public static int BracketOf(ReadOnlySpan<char> line, bool named)
    {
        var row = line.TrimEnd();
        var open = row.IndexOfAny(Openers);
        if (open < 0 || row.Length < open + 3 || !IsCloser(row[open], row[^1]))
            return -1;
        var before = row[..open].Trim();
        if (!before.IsEmpty && !(named && before[^1] is '=' or ':'))
            return -1;
        var entries = 0;
        foreach (var range in row[(open + 1)..^1].SplitAny(' ', '\t'))
        {
            var entry = row[(open + 1)..^1][range];
            if (entry.IsEmpty)
                continue;
            // A plain bracket around words is anything; a drawn one is a matrix.
            if (row[open] is '[' or '│' ? !TableFinder.IsPlainNumber(entry) : entry.ContainsAny(NoEntry))
                return -1;
            entries++;
        }
        return entries > 0 ? open : -1;
    }

    private static bool IsCloser(char open, char close) => open switch
    {
        '[' => close == ']',
        '│' => close == '│',
        '⎛' or '⎜' or '⎝' => close is '⎞' or '⎟' or '⎠',
        _ => close is '⎤' or '⎥' or '⎦',
    };

    /// <summary>The header of values between commas: as many short words as there are columns; 0 where it is none.</summary>
    public static int CommaHeader(ReadOnlySpan<char> line, char comma)
    {
        if (line.Length > 400 || !line.Contains(comma) || line.ContainsAny(CellMarks))
            return 0;
        var cells = 0;
        foreach (var range in line.Split(comma))
        {
            var cell = line[range].Trim();
            if (cell.Length > LongestCell || TableFinder.IsPlainNumber(cell) || (cell.IsEmpty && cells > 0))
                return 0;
            cells++;
        }
        return cells;
    }

    /// <summary>A row below it: a name or a number first, then numbers.</summary>
    public static bool IsCommaRow(ReadOnlySpan<char> line, char comma, int cells)
    {
        if (line.Length > 400 || !line.Contains(comma))
            return false;
        var seen = 0;
        foreach (var range in line.Split(comma))
        {
            var cell = line[range].Trim();
            if (seen == 0 ? cell.IsEmpty || cell.Length > LongestCell || cell.ContainsAny(CellMarks) : !cell.IsEmpty && !TableFinder.IsPlainNumber(cell))
                return false;
            seen++;
        }
        return seen == cells;
    }

    private static bool IsBox(ReadOnlySpan<char> row)
    {
        foreach (var c in row)
        {
            if (c is not (' ' or '\t' or (>= '\u2500' and <= '\u257F')))
                return false;
        }
        return true;
    }
}
