using Grader.Mathematics;

namespace Grader.Submissions.Tables;

/// <summary>The unit or the scale that stands in the head of a column, <c>memory (MB)</c>, <c>accuracy [%]</c>, <c>time in min</c>, <c>parameters (thousands)</c>, given to the plain numbers below it; a scale that heads a row, to those beside it.</summary>
internal static class HeaderUnits
{
    public static List<Sequence<Cell>> Apply(List<Sequence<Cell>> rows, bool hasHeader)
    {
        ApplyToRows(rows, hasHeader ? 1 : 0);
        if (!hasHeader)
            return rows;
        for (var column = 0; column < rows[0].Count; column++)
        {
            if (UnitIn(rows[0][column].Text) is not { } unit)
                continue;
            var cells = rows.Skip(1).Where(row => column < row.Count).Select(row => row[column].Expression).ToList();
            // Shares under a percent sign: nobody knows whether 0.75 is 75 % or 0.75 %.
            if (unit == "%" && cells.TrueForAll(static cell => ValueOf(cell) is not { } value || Rational.Abs(value).CompareTo(Rational.One) <= 0) && cells.Exists(static cell => ValueOf(cell) is { IsZero: false }))
                continue;
            for (var row = 1; row < rows.Count; row++)
            {
                if (column < rows[row].Count)
                    rows[row] = rows[row].Items.SetItem(column, In(rows[row][column], unit)).ToSequence();
            }
        }
        return rows;
    }

    private static void ApplyToRows(List<Sequence<Cell>> rows, int first)
    {
        for (var row = first; row < rows.Count; row++)
        {
            if (rows[row].Count < 2 || rows[row][0].Expression is Number || HeaderScales.In(rows[row][0].Text) is not { } scale)
                continue;
            for (var column = 1; column < rows[row].Count; column++)
                rows[row] = rows[row].Items.SetItem(column, In(rows[row][column], scale)).ToSequence();
        }
    }

    private static Cell In(Cell cell, string unit) =>
        cell.Expression is Number or Negation { Operand: Number } or Quotient ? cell with { Expression = new Measured(cell.Expression, unit) } : cell;

    private static Rational? ValueOf(Expression? expression) => expression switch
    {
        Number number => number.Value,
        Negation { Operand: Number number } => -number.Value,
        _ => null,
    };

    /// <summary>A unit that cannot be a name: of one letter only seconds and bytes, where the head speaks of them.</summary>
    public static string? UnitIn(string header)
    {
        if (HeaderScales.In(header) is { } scale)
            return scale;
        var text = header.AsSpan().Trim().TrimEnd("*_: ");
        var unit = text;
        if (text.EndsWith(")") && text.LastIndexOf('(') is >= 0 and var round)
            unit = text[(round + 1)..^1];
        else if (text.EndsWith("]") && text.LastIndexOf('[') is >= 0 and var square)
            unit = text[(square + 1)..^1];
        else if (text.LastIndexOf(" in ", StringComparison.Ordinal) is > 0 and var within)
            unit = text[(within + 4)..];
        else if (text.EndsWith("%"))
            unit = text[^1..];
        else
            return null;
        unit = unit.Trim(" $\\");
        if (unit is "%" or "percent" or "Percent" or "Prozent")
            return "%";
        if (unit is "s" && Speaks(text, "time", "duration", "runtime", "zeit", "dauer"))
            return "s";
        if (unit is "B" && Speaks(text, "mem", "size", "speicher"))
            return "B";
        var name = unit.ToString();
        return name.Length > 1 && Units.Factor(name, name) is not null ? name : null;
    }

    private static bool Speaks(ReadOnlySpan<char> header, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (header.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
