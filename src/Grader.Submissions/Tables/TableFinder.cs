using System.Buffers;
using Grader.Submissions.Blocks;
using Grader.Submissions.Source;

namespace Grader.Submissions.Tables;

/// <summary>How the cells of a row are told apart.</summary>
internal enum TableKind
{
    None,

    /// <summary>By <c>|</c>, with a row of dashes under the header.</summary>
    Pipes,

    /// <summary>By <c>|</c>, without the row of dashes.</summary>
    BarePipes,
    Tabs,

    /// <summary>By two blanks or more.</summary>
    Gaps,

    /// <summary>Numbers with single blanks between them.</summary>
    Numbers,

    /// <summary>In brackets that go over several lines: <c>⎡ 1 2 ⎤</c>.</summary>
    Brackets,

    /// <summary>By commas, under a header.</summary>
    Commas,

    /// <summary>By semicolons, under a header.</summary>
    Semicolons,

    /// <summary>By the runs of dashes under the header.</summary>
    Ruled,
}

/// <summary>Finds runs of lines in a paragraph that are the rows of a table.</summary>
internal sealed class TableFinder(string text, string clean, List<Region> regions)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("[](){}=:$");
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,eE-");

    /// <summary>The table that starts at a line, and how many lines it has; <see cref="TableKind.None"/> where none starts.</summary>
    public (TableKind Kind, int Count) At(List<TextLine> lines, int line)
    {
        if (BracketsAt(lines, line) is >= 2 and var bracketed)
            return (TableKind.Brackets, bracketed);
        var pipes = Pipes(lines[line]);
        if (pipes > 0 || IsDelimiter(lines[line]))
            return PipesAt(lines, line, pipes);
        if (HasInnerTab(lines[line]) && Count(lines, line, HasInnerTab) is >= 2 and var tabbed)
            return (TableKind.Tabs, tabbed);
        if (line + 2 < lines.Count && TableLines.IsDashes(Of(lines[line + 1])))
            return RuledAt(lines, line);
        foreach (var (comma, kind) in (ReadOnlySpan<(char, TableKind)>)[(',', TableKind.Commas), (';', TableKind.Semicolons)])
        {
            if (TableLines.CommaHeader(Of(lines[line]), comma) is >= 2 and var cells && Count(lines, line + 1, other => TableLines.IsCommaRow(Of(other), comma, cells)) is >= 2 and var separated)
                return (kind, separated + 1);
        }
        if (NumberCount(lines[line], out var onlyNumbers) is >= 2 and var numbers && Count(lines, line, other => SameNumbers(other, numbers, onlyNumbers)) is >= 2 and var rows && (numbers >= 3 || rows >= 2))
            return (TableKind.Numbers, rows);
        if (SymbolRows(lines, line) is >= 2 and var symbolic)
            return (TableKind.Numbers, symbolic);
        if (Gaps(lines[line]) is >= 2 and var gaps && Count(lines, line + 1, other => EndsInNumber(other) && Math.Abs(Gaps(other) - gaps) <= 1 && Gaps(other) >= 1) is >= 1 and var gapped)
            return (TableKind.Gaps, gapped + 1);
        // A printed table's header has no word above the rows' names, and stands further right.
        if (Gaps(lines[line]) == 1 && line + 2 < lines.Count && IsHeaderOf(lines[line], lines[line + 1]) && Count(lines, line + 1, other => Gaps(other) == 2 && EndsInNumber(other)) is >= 2 and var named)
            return (TableKind.Gaps, named + 1);
        return (TableKind.None, 0);
    }

    private ReadOnlySpan<char> Of(TextLine line) => clean.AsSpan(line.Start, line.End - line.Start);

    /// <summary>Rows of a matrix whose brackets go over several lines; a list of lists, which starts with two, is a formula.</summary>
    private int BracketsAt(List<TextLine> lines, int line)
    {
        if (TableLines.BracketOf(Of(lines[line]), named: true) < 0)
            return 0;
        // The second line of a printed array is none of its own.
        if (line > 0 && (Of(lines[line - 1]).TrimStart() is ['[', ..] || Of(lines[line - 1]).Contains("[[", StringComparison.Ordinal)))
            return 0;
        var rows = 1 + Count(lines, line + 1, other => TableLines.BracketOf(Of(other), named: false) >= 0);
        return line + rows < lines.Count && Of(lines[line + rows]).TrimEnd().EndsWith("]]") ? 0 : rows;
    }

    private (TableKind Kind, int Count) RuledAt(List<TextLine> lines, int line)
    {
        var end = line + 2;
        while (end < lines.Count && !TableLines.IsDashes(Of(lines[end])) && Gaps(lines[end]) > 0)
            end++;
        return end == line + 2 ? (TableKind.None, 0) : (TableKind.Ruled, Math.Min(lines.Count, end + 1) - line);
    }

    public int ColumnOf(int at)
    {
        var start = text.AsSpan(0, at).LastIndexOfAny('\r', '\n');
        return at - start - 1;
    }

    /// <summary>Whether the header starts further right than the row below it.</summary>
    public bool IsHeaderOf(TextLine header, TextLine row) => ColumnOf(Characters.SkipBlanks(text, header.Start, header.End)) > ColumnOf(Characters.SkipBlanks(text, row.Start, row.End)) + 1;

    private (TableKind Kind, int Count) PipesAt(List<TextLine> lines, int line, int pipes)
    {
        var hasDelimiter = (line + 1 < lines.Count && IsDelimiter(lines[line + 1])) || IsDelimiter(lines[line]);
        // Counted only where a table is sure to be taken, so that no line is looked at again and again.
        if (hasDelimiter)
            return Count(lines, line, other => Pipes(other) > 0 || IsDelimiter(other)) is >= 2 and var count ? (TableKind.Pipes, count) : (TableKind.None, 0);
        var rows = 0;
        while (line + rows < lines.Count && Pipes(lines[line + rows]) >= 2)
            rows++;
        return rows >= 2 && pipes >= 2 ? (TableKind.BarePipes, rows) : (TableKind.None, 0);
    }

    private static int Count(List<TextLine> lines, int from, Func<TextLine, bool> isRow)
    {
        var count = 0;
        while (from + count < lines.Count && isRow(lines[from + count]))
            count++;
        return count;
    }

    /// <summary>Pipes that divide cells: not escaped, and not inside a formula.</summary>
    public int Pipes(TextLine line)
    {
        var count = 0;
        for (var at = line.Start; NextPipe(at, line.End) is >= 0 and var pipe; at = pipe + 1)
            count++;
        return count;
    }

    public int NextPipe(int at, int end)
    {
        while (at < end && clean.AsSpan(at, end - at).IndexOfAny(TableLines.Pipes) is >= 0 and var ahead)
        {
            at += ahead;
            if ((at == 0 || text[at - 1] != '\\') && !InRegion(at))
                return at;
            at++;
        }
        return -1;
    }

    public bool IsDelimiter(TextLine line) => TableLines.IsRule(text.AsSpan(line.Start, line.End - line.Start));

    private bool HasInnerTab(TextLine line)
    {
        var (start, end) = Characters.Trim(text, line.Start, line.End);
        return text.AsSpan(start, end - start).Contains('\t');
    }

    /// <summary>Numbers of a line that has nothing else, but for one word at its start; otherwise 0.</summary>
    private int NumberCount(TextLine line, out bool onlyNumbers)
    {
        onlyNumbers = true;
        var count = 0;
        var words = 0;
        foreach (var range in clean.AsSpan(line.Start, line.End - line.Start).Split(' '))
        {
            var word = clean.AsSpan(line.Start, line.End - line.Start)[range];
            if (word.IsEmpty)
                continue;
            if (IsPlainNumber(word))
                count++;
            else if (count == 0 && words == 0 && !word.ContainsAny(Marks))
                words++;
            else
                return 0;
        }
        onlyNumbers = words == 0;
        // Two numbers alone may be anything; with a name in front they are a row.
        return count;
    }

    private bool SameNumbers(TextLine line, int numbers, bool onlyNumbers) => Math.Abs(NumberCount(line, out var only) - numbers) <= (numbers > 2 ? 1 : 0) && NumberCount(line, out _) >= 2 && only == onlyNumbers;

    /// <summary>Rows of numbers and indexed names, <c>w_1 w_2 0</c>, as many in each; a name that only starts a row names it.</summary>
    private int SymbolRows(List<TextLine> lines, int line)
    {
        var (rows, width, inside) = (0, 0, false);
        for (; line + rows < lines.Count && EntryCount(lines[line + rows], ref inside) is >= 2 and var entries && (rows == 0 || entries == width); rows++)
            width = entries;
        return inside ? rows : 0;
    }

    /// <summary>Entries of a line that has nothing else; 0 where it has.</summary>
    /// <param name="inside">Set where a name stands behind another entry.</param>
    private int EntryCount(TextLine line, ref bool inside)
    {
        var row = Of(line);
        var count = 0;
        foreach (var range in row.Split(' '))
        {
            var entry = row[range];
            if (entry.IsEmpty)
                continue;
            if (!IsPlainNumber(entry))
            {
                if (!IsIndexedName(entry.TrimStart('-')))
                    return 0;
                inside |= count > 0;
            }
            count++;
        }
        return count;
    }

    /// <summary><c>w_1</c>, <c>w_{12}</c>.</summary>
    private static bool IsIndexedName(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || !char.IsLetter(word[0]) || word[1] != '_')
            return false;
        var index = word[2] == '{' && word[^1] == '}' ? word[3..^1] : word[2..];
        return index.Length is > 0 and <= 3 && !index.ContainsAnyExceptInRange('0', '9');
    }

    public static bool IsPlainNumber(ReadOnlySpan<char> word)
    {
        if (word.Length > 0 && word[0] is '-' or '+')
            word = word[1..];
        if (word.Length > 0 && word[^1] == '%')
            word = word[..^1];
        return word.Length > 0 && (char.IsAsciiDigit(word[0]) || word[0] == '.') && !word.ContainsAnyExcept(NumberCharacters) && word[^1] is not (',' or 'e' or '-') && word.ContainsAnyInRange('0', '9');
    }

    private int Gaps(TextLine line)
    {
        var (start, end) = Characters.Trim(text, line.Start, line.End);
        var gaps = 0;
        for (var i = start; i + 1 < end; i++)
        {
            if (text[i] != ' ' || text[i + 1] != ' ')
                continue;
            while (i + 1 < end && text[i + 1] == ' ')
                i++;
            if (!InRegion(i + 1) && text[i + 1] is not ('$' or '='))
                gaps++;
        }
        return gaps;
    }

    private bool EndsInNumber(TextLine line)
    {
        var last = text.AsSpan(line.Start, line.End - line.Start).TrimEnd();
        return IsPlainNumber(last[(last.LastIndexOf(' ') + 1)..]);
    }

    private bool InRegion(int at) => Region.FirstEndingBehind(regions, at) is var region && region < regions.Count && regions[region].Start <= at;
}
