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
}

/// <summary>Finds runs of lines in a paragraph that are the rows of a table.</summary>
internal sealed class TableFinder(string text, string clean, List<Region> regions)
{
    private static readonly SearchValues<char> DelimiterRow = SearchValues.Create("|-: \t");
    private static readonly SearchValues<char> Marks = SearchValues.Create("[](){}=:$");
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,eE-");

    /// <summary>The table that starts at a line, and how many lines it has; <see cref="TableKind.None"/> where none starts.</summary>
    public (TableKind Kind, int Count) At(List<TextLine> lines, int line)
    {
        var pipes = Pipes(lines[line]);
        if (pipes > 0 || IsDelimiter(lines[line]))
            return PipesAt(lines, line, pipes);
        if (HasInnerTab(lines[line]) && Count(lines, line, HasInnerTab) is >= 2 and var tabbed)
            return (TableKind.Tabs, tabbed);
        if (NumberCount(lines[line], out var onlyNumbers) is >= 2 and var numbers && Count(lines, line, other => SameNumbers(other, numbers, onlyNumbers)) is >= 2 and var rows && (numbers >= 3 || rows >= 2))
            return (TableKind.Numbers, rows);
        if (Gaps(lines[line]) is >= 2 and var gaps && Count(lines, line + 1, other => EndsInNumber(other) && Math.Abs(Gaps(other) - gaps) <= 1 && Gaps(other) >= 1) is >= 1 and var gapped)
            return (TableKind.Gaps, gapped + 1);
        return (TableKind.None, 0);
    }

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
        while (at < end && clean.AsSpan(at, end - at).IndexOf('|') is >= 0 and var ahead)
        {
            at += ahead;
            if ((at == 0 || text[at - 1] != '\\') && !InRegion(at))
                return at;
            at++;
        }
        return -1;
    }

    public bool IsDelimiter(TextLine line)
    {
        var row = text.AsSpan(line.Start, line.End - line.Start).Trim();
        return row.Length >= 3 && row.Contains('-') && row.Contains('|') && !row.ContainsAnyExcept(DelimiterRow);
    }

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
