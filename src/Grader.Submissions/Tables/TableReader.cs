using Grader.Mathematics;
using Grader.Submissions.Blocks;
using Grader.Submissions.Sentences;
using Grader.Submissions.Source;
using Grader.Submissions.Statements;

namespace Grader.Submissions.Tables;

/// <summary>Reads the rows that <see cref="TableFinder"/> found, and HTML tables, into cells; an empty cell stays an empty cell.</summary>
internal sealed class TableReader(SourceText source, string clean, TableFinder finder, FormulaReader formulas, FormulaOptions options, List<Repair> repairs)
{
    private List<int> _columns = [];

    public TableStatement Read(TableKind kind, List<TextLine> lines, Sequence<string> context)
    {
        var rows = new List<Sequence<Cell>>(lines.Count);
        var hasDelimiter = false;
        var delimiterFirst = false;
        var isUnderlined = false;
        if (kind == TableKind.Ruled)
            _columns = ColumnsOf(lines[1]);
        var wholeStart = int.MaxValue;
        var wholeEnd = 0;
        foreach (var given in lines)
        {
            if ((kind is TableKind.Pipes && finder.IsDelimiter(given)) || (kind is TableKind.Ruled && IsDashRule(given)))
            {
                delimiterFirst |= rows.Count == 0;
                isUnderlined |= rows.Count == 1;
                hasDelimiter = true;
                continue;
            }
            var line = kind == TableKind.Tabs ? WithOuterTabs(given) : given;
            wholeStart = Math.Min(wholeStart, line.Start);
            wholeEnd = Math.Max(wholeEnd, line.End);
            rows.Add(Cells(kind, line).ToSequence());
        }
        if (kind == TableKind.Gaps && rows.Count > 1 && finder.IsHeaderOf(lines[0], lines[1]) && rows.Skip(1).All(row => row.Count == rows[0].Count + 1))
            rows[0] = rows[0].Items.Insert(0, ReadCell(lines[0].Start, lines[0].Start)).ToSequence();
        if (kind == TableKind.Brackets && BracketName(lines[0]) is { Length: > 0 } name)
            context = context.Items.Insert(0, name).ToSequence();
        var place = rows.Count == 0 ? source.PlaceOf(lines[0].Start, lines[0].End) : source.PlaceOf(wholeStart, wholeEnd);
        if (kind == TableKind.Tabs)
            repairs.Add(new Repair(place, "tabs taken as columns"));
        else if (kind is TableKind.Gaps or TableKind.Ruled)
            repairs.Add(new Repair(place, "blanks taken as columns"));
        else if (kind is TableKind.Commas or TableKind.Semicolons)
            repairs.Add(new Repair(place, kind is TableKind.Commas ? "commas taken as columns" : "semicolons taken as columns"));
        else if (kind is TableKind.Brackets)
            repairs.Add(new Repair(place, "lines in brackets taken as the rows of a matrix"));
        var hasHeader = kind is TableKind.Commas or TableKind.Semicolons || (kind is not TableKind.Brackets && HasHeader(rows, isUnderlined || (hasDelimiter && !delimiterFirst)));
        return new TableStatement(place, source.Written(place), context, hasHeader, HeaderUnits.Apply(rows, hasHeader).ToSequence());
    }

    private string BracketName(TextLine line) => clean.AsSpan(line.Start, TableLines.BracketOf(clean.AsSpan(line.Start, line.End - line.Start), named: true)).Trim(" =:").ToString();

    private bool IsDashRule(TextLine line) => !source.Text.AsSpan(line.Start, line.End - line.Start).Trim().ContainsAnyExcept('-', ' ');

    /// <summary>The columns where the runs of dashes start.</summary>
    private List<int> ColumnsOf(TextLine rule)
    {
        var columns = new List<int>();
        var first = finder.ColumnOf(rule.Start);
        for (var at = rule.Start; at < rule.End; at++)
        {
            if (source.Text[at] == '-' && (at == rule.Start || source.Text[at - 1] != '-'))
                columns.Add(first + at - rule.Start);
        }
        return columns;
    }

    private List<Cell> RuledCells(TextLine line)
    {
        var cells = new List<Cell>(_columns.Count);
        var lineStart = line.Start - finder.ColumnOf(line.Start);
        for (var column = 0; column < _columns.Count; column++)
        {
            var start = column == 0 ? line.Start : Math.Clamp(lineStart + _columns[column], line.Start, line.End);
            var end = column + 1 < _columns.Count ? Math.Clamp(lineStart + _columns[column + 1], start, line.End) : line.End;
            cells.Add(ReadCell(start, end));
        }
        return cells;
    }

    /// <summary>Makes a table of cells whose places are known.</summary>
    public TableStatement Make(int start, int end, List<List<(int Start, int End)>> cells, bool saysHeader, Sequence<string> context)
    {
        var rows = new List<Sequence<Cell>>(cells.Count);
        foreach (var row in cells)
            rows.Add(row.ConvertAll(cell => ReadCell(cell.Start, cell.End)).ToSequence());
        var place = source.PlaceOf(start, end);
        var hasHeader = HasHeader(rows, saysHeader);
        return new TableStatement(place, source.Written(place), context, hasHeader, HeaderUnits.Apply(rows, hasHeader).ToSequence());
    }

    private List<Cell> Cells(TableKind kind, TextLine line)
    {
        var cells = new List<Cell>();
        var (start, end) = kind == TableKind.Tabs ? (line.Start, line.End) : Characters.Trim(clean, line.Start, line.End);
        if (kind is TableKind.Pipes or TableKind.BarePipes)
        {
            if (start < end && TableLines.Pipes.Contains(clean[start]))
                start++;
            while (finder.NextPipe(start, end) is >= 0 and var pipe)
            {
                cells.Add(ReadCell(start, pipe));
                start = pipe + 1;
            }
            if (!clean.AsSpan(start, end - start).Trim().IsEmpty)
                cells.Add(ReadCell(start, end));
            return cells;
        }

        if (kind == TableKind.Ruled)
            return RuledCells(line);
        if (kind == TableKind.Brackets)
            (start, end) = Characters.Trim(clean, line.Start + TableLines.BracketOf(clean.AsSpan(line.Start, line.End - line.Start), named: true) + 1, end - 1);
        var cell = start;
        for (var i = start; i < end; i++)
        {
            var width = Separator(kind, i, end);
            if (width == 0)
                continue;
            cells.Add(ReadCell(cell, i));
            cell = i + width;
            i = cell - 1;
        }
        cells.Add(ReadCell(cell, end));
        return cells;
    }

    private int Separator(TableKind kind, int at, int end)
    {
        switch (kind)
        {
            case TableKind.Tabs:
                return source.Text[at] == '\t' ? 1 : 0;
            case TableKind.Commas:
                return clean[at] == ',' ? 1 : 0;
            case TableKind.Semicolons:
                return clean[at] == ';' ? 1 : 0;
            case TableKind.Numbers:
            case TableKind.Gaps:
            case TableKind.Brackets:
                var width = 0;
                while (at + width < end && source.Text[at + width] == ' ')
                    width++;
                return width >= (kind == TableKind.Gaps ? 2 : 1) ? width : 0;
            default:
                return 0;
        }
    }

    /// <summary>Markdown trims a line; at a table's edge a tab is an empty cell.</summary>
    private TextLine WithOuterTabs(TextLine line)
    {
        var (start, end) = line;
        while (start > 0 && source.Text[start - 1] is '\t')
            start--;
        while (end < source.Text.Length && source.Text[end] is '\t')
            end++;
        return new TextLine(start, end);
    }

    private Cell ReadCell(int start, int end)
    {
        var (first, last) = Characters.Trim(clean, start, end);
        if (first >= last)
        {
            var empty = source.PlaceOf(Math.Min(first, end), Math.Min(first, end));
            return new Cell("", empty, null);
        }
        var (from, to) = Characters.Trim(source.Text, start, end);
        var place = source.PlaceOf(from, to);
        return new Cell(source.Written(place), place, Value(first, last));
    }

    private Expression? Value(int start, int end)
    {
        if (end - start > 2000)
            return null;
        if (IsNothing(clean.AsSpan(start, end - start)))
            return null;
        start = Characters.SkipBlanks(clean, start + AboutLength(clean.AsSpan(start, end - start)), end);
        var text = clean.AsSpan(start, end - start);
        if (DurationReader.TryRead(clean, start, end, out var seconds, out var stretch, alone: true) && Characters.SkipBlanks(clean, start + stretch, end) == end)
            return seconds;
        // Digits behind the cell's end are another's.
        if (NumeralReader.TryRead(clean, start, options, out var number, out var length) && length > 0 && start + length <= end)
        {
            var rest = Characters.SkipBlanks(clean, start + length, end);
            if (OfAll(clean.AsSpan(rest, end - rest)) is > 0 and var of && NumeralReader.TryRead(clean, Characters.SkipBlanks(clean, rest + of, end), options, out var all, out var allLength)
                && Characters.SkipBlanks(clean, Characters.SkipBlanks(clean, rest + of, end) + allLength, end) == end)
                return new Quotient(number, all);
            // "0.875 (21/24)", "32 pixels": the number, and a word about it.
            if (rest >= end || (!SaysAnother(clean.AsSpan(rest, end - rest)) && rest > start + length && (clean[rest] == '(' || (char.IsLetter(clean[rest]) && rest + 2 < end && char.IsLetter(clean[rest + 1])))))
                return number;
        }
        return IsMathematical(text) ? formulas.ReadValue(start, end) : null;
    }

    /// <summary>How a cell says that it holds nothing.</summary>
    private static bool IsNothing(ReadOnlySpan<char> text) =>
        text is "-" or "--" or "---" or "\u2014" or "\u2013" or "?" or "/" or "." || text.Equals("n/a", StringComparison.OrdinalIgnoreCase) || text.Equals("na", StringComparison.OrdinalIgnoreCase) || text.Equals("nan", StringComparison.OrdinalIgnoreCase);

    private static int AboutLength(ReadOnlySpan<char> text)
    {
        foreach (var word in (ReadOnlySpan<string>)["about ", "around ", "approx. ", "approx ", "ca. ", "ca ", "circa ", "roughly ", "approximately ", "etwa ", "environ "])
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return word.Length;
        }
        return 0;
    }

    /// <summary>"3 out of 5", "3 von 5".</summary>
    private static int OfAll(ReadOnlySpan<char> text)
    {
        foreach (var words in (ReadOnlySpan<string>)["out of ", "of ", "von ", "sur "])
        {
            if (text.StartsWith(words, StringComparison.OrdinalIgnoreCase))
                return words.Length;
        }
        return 0;
    }

    /// <summary>"1 or 4/3" is not 1.</summary>
    private static bool SaysAnother(ReadOnlySpan<char> rest) => rest[0] != '(' && (rest.ContainsAnyInRange('0', '9') || rest.StartsWith("or "));

    /// <summary>"row 1", "ex 12": a word and the number that tells it from the others like it, no product.</summary>
    private static bool IsNumberedName(ReadOnlySpan<char> text)
    {
        var word = text[..Math.Max(0, text.IndexOf(' '))];
        var number = text[word.Length..].Trim();
        return word.Length > 1 && RegionText.CountLetters(word) == word.Length && number.Length is > 0 and <= 3 && !number.ContainsAnyExceptInRange('0', '9') && !Vocabulary.IsFunction(word) && !Vocabulary.IsGreek(word);
    }

    private static bool IsMathematical(ReadOnlySpan<char> text)
    {
        if (IsNumberedName(text))
            return false;
        if (text.Contains('\\') || text.ContainsAny("=+*/^"))
            return (!HasLongWord(text) || text.Contains('\\')) && !text.Contains(" or ", StringComparison.Ordinal);
        return !HasLongWord(text) && !text.Contains(" or ", StringComparison.Ordinal) && (text.ContainsAnyInRange('0', '9') || RegionText.CountLetters(text) < 2 || text.Contains('_'));
    }

    private static bool HasLongWord(ReadOnlySpan<char> text)
    {
        var run = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                run++;
                continue;
            }
            // "floor((64 - 3)/2) + 1" is a formula.
            if (run > 3 && !(i < text.Length && text[i] == '(' && Vocabulary.IsFunction(text[(i - run)..i])))
                return true;
            run = 0;
        }
        return false;
    }

    private static bool HasHeader(List<Sequence<Cell>> rows, bool saysHeader)
    {
        if (rows.Count < 2)
            return saysHeader && rows.Count == 1 && NumbersFrom(rows[0], 0) == 0;
        var first = rows[0];
        var inFirst = NumbersFrom(first, 1);
        if (inFirst == 0)
            return saysHeader || (NumbersFrom(first, 0) == 0 && NumbersFrom(rows[1], 0) > 0);
        // All cells are numbers, as in the rows below: the first row of a matrix.
        if (first.Count > 0 && IsNumber(first[0]))
            return false;
        // "M1 | 12 | 14" above "M2 | 0 | 10" is a row like the others; "Layer | 1 | 2" is none.
        if (SameName(first[0].Text, rows[1].Count > 0 ? rows[1][0].Text : ""))
            return false;
        return saysHeader || CountsUp(first);
    }

    private static bool CountsUp(Sequence<Cell> row)
    {
        for (var i = 1; i < row.Count; i++)
        {
            if (row[i].Expression is not Number number || number.Value != i)
                return false;
        }
        return row.Count > 2;
    }

    private static bool SameName(string first, string second) =>
        first.Length > 0 && second.Length > 0 && first.AsSpan().TrimEnd("0123456789 ").SequenceEqual(second.AsSpan().TrimEnd("0123456789 ")) && char.IsAsciiDigit(first[^1]) && char.IsAsciiDigit(second[^1]);

    private static bool IsNumber(Cell cell) => cell.Expression is Number or Negation { Operand: Number } or Measured or Quotient;

    private static int NumbersFrom(Sequence<Cell> row, int column)
    {
        var numbers = 0;
        for (var i = column; i < row.Count; i++)
            numbers += IsNumber(row[i]) ? 1 : 0;
        return numbers;
    }
}
