using Grader.Mathematics;

namespace Grader.Verification;

/// <summary>Ways to write a matrix, with the words that say what it is.</summary>
internal static class MatrixNotation
{
    private static readonly IReadOnlyList<Func<TensorFact, Pen, IEnumerable<Block>>> Options =
    [
        Displayed(static (rows, _) => $"\\begin{{bmatrix}} {rows} \\end{{bmatrix}}"),
        Displayed(static (rows, _) => $"\\begin{{pmatrix}} {rows} \\end{{pmatrix}}"),
        Displayed(static (rows, _) => $"\\left[\\begin{{matrix}} {rows} \\end{{matrix}}\\right]"),
        Displayed(static (rows, columns) => $"\\left(\\begin{{array}}{{{new string('c', columns)}}} {rows} \\end{{array}}\\right)"),
        Displayed(static (rows, columns) => $"\\left[\\begin{{array}}{{{new string('r', columns + 1)}}} {rows} \\end{{array}}\\right]"),
        Displayed(static (rows, _) => $"\\left[\\matrix{{ {rows.Replace("\\\\", "\\cr", StringComparison.Ordinal)} }}\\right]"),
        Displayed(static (rows, _) => $"\\bpmat {rows} \\epmat"),
        Displayed(static (rows, _) => $"\\begin{{bmatrix}}\n{rows.Replace("\\\\ ", "\\\\\n", StringComparison.Ordinal)}\n\\end{{bmatrix}}"),
        Displayed(static (rows, _) => $"\\left[\\begin{{smallmatrix}} {rows} \\end{{smallmatrix}}\\right]"),
        static (fact, pen) => [Block.Prose($"{Pen.Capital(pen.Label(fact).Text)}: {pen.Inline($"\\begin{{bmatrix}} {Latex(Rows(fact, pen.MathEntry))} \\end{{bmatrix}}")}")],
        static (fact, pen) => [Block.Prose($"{Pen.Capital(pen.Label(fact).Text)} = [{string.Join(", ", Rows(fact, pen.Entry).Select(row => $"[{string.Join(", ", row)}]"))}]")],
        static (fact, pen) => [Block.Prose($"{Pen.Capital(pen.Label(fact).Text)}:"), Code(Numpy(Rows(fact, pen.Printed)))],
        static (fact, pen) => [Block.Prose($"The {pen.Label(fact).Text} as printed:"), Code($"array([{string.Join(",\n       ", Rows(fact, pen.Printed).Select(row => $"[{string.Join(", ", row)}]"))}])")],
        static (fact, pen) => [Block.Prose($"{Pen.Capital(pen.Label(fact).Text)}:"), Code($"tensor([{string.Join(",\n        ", Rows(fact, pen.Printed).Select(row => $"[{string.Join(", ", row)}]"))}])")],
        static (fact, pen) => [Block.Prose($"{Pen.Capital(pen.Label(fact).Text)}:"), Code(string.Join('\n', Rows(fact, pen.Printed).Select(row => string.Join(' ', row))))],
        static (fact, pen) => [Block.Prose($"{Pen.Capital(pen.Label(fact).Text)}:"), Table(Rows(fact, pen.Entry), "| ", " |")],
        static (fact, pen) => [Block.Prose($"{Pen.Capital(pen.Label(fact).Text)}:"), Table(Rows(fact, pen.Entry), "", "")],
        static (fact, pen) => [Block.Prose($"{Pen.Capital(pen.Label(fact).Text)}:"), Table(Named(fact, pen.Entry), "| ", " |")],
        static (fact, pen) => [Block.Prose($"The {pen.Label(fact).Text} is:"), Table(Named(fact, entry => pen.Inline(pen.MathEntry(entry))), "| ", " |")],
        static (fact, pen) => [Block.Prose($"{Pen.Capital(pen.Label(fact).Text)}:"), Html(Rows(fact, pen.Entry))],
        static (fact, pen) => [Block.Prose($"{Pen.Capital(pen.Label(fact).Text)}:"), Code(Boxed(Rows(fact, pen.Printed)))],
        static (fact, pen) => [Block.Prose($"{Pen.Capital(pen.Label(fact).Text)} = [{string.Join("; ", Rows(fact, pen.Printed).Select(row => string.Join(' ', row)))}]")],
        static (fact, pen) => [pen.Display($"\\text{{{pen.Label(fact).Text}}} = \\begin{{bmatrix}} {Latex(Rows(fact, pen.MathEntry))} \\end{{bmatrix}}")],
        static (fact, pen) => [Block.Prose($"{Pen.Capital(pen.Label(fact).Text)}:"), new(BlockKind.Table, string.Join('\n', Rows(fact, pen.Entry).Select(row => string.Join('\t', row))))],
        static (fact, pen) => [Block.Prose($"{Pen.Capital(pen.Label(fact).Text)}:"), pen.Display($"\\begin{{bmatrix}} {Latex(Turned(Rows(fact, pen.MathEntry)))} \\end{{bmatrix}}^\\top")],
    ];

    public static int Count => Options.Count;

    public static IEnumerable<Block> Write(TensorFact fact, Pen pen, int option) => Options[option % Count](fact, pen);

    private static Func<TensorFact, Pen, IEnumerable<Block>> Displayed(Func<string, int, string> latex) =>
        (fact, pen) => [Block.Prose($"{Pen.Capital(pen.Label(fact).Text)}:"), pen.Display(latex(Latex(Rows(fact, pen.MathEntry)), fact.Tensor.Shape[1]))];

    public static List<List<string>> Rows(TensorFact fact, Func<Value, string> entry) => [.. fact.Tensor.Entries.Items.Select(entry).Chunk(fact.Tensor.Shape[^1]).Select(row => row.ToList())];

    private static string Latex(List<List<string>> rows) => string.Join(" \\\\ ", rows.Select(row => string.Join(" & ", row)));

    private static List<List<string>> Turned(List<List<string>> rows) => [.. Enumerable.Range(0, rows[0].Count).Select(column => rows.ConvertAll(row => row[column]))];

    private static List<List<string>> Named(TensorFact fact, Func<Value, string> entry)
    {
        var rows = Rows(fact, entry);
        var columns = fact.ColumnNames.Count == rows[0].Count ? fact.ColumnNames.Items.ToList() : [.. Enumerable.Range(1, rows[0].Count).Select(column => $"column {column}")];
        var named = rows.Select((row, i) => row.Prepend(fact.RowNames.Count == rows.Count ? fact.RowNames[i] : $"row {i + 1}").ToList());
        return [[" ", .. columns], .. named];
    }

    public static Block Table(List<List<string>> rows, string open, string close)
    {
        var lines = rows.ConvertAll(row => open + string.Join(" | ", row) + close);
        lines.Insert(1, open.Length > 0 ? $"|{string.Concat(Enumerable.Repeat("---|", rows[0].Count))}" : string.Join(" | ", Enumerable.Repeat("---", rows[0].Count)));
        return new(BlockKind.Table, string.Join('\n', lines));
    }

    public static Block Html(List<List<string>> rows) =>
        new(BlockKind.Raw, $"<table>\n{string.Join('\n', rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{cell}</td>"))}</tr>"))}\n</table>");

    public static Block Code(string text) => new(BlockKind.Code, $"```\n{text}\n```");

    private static string Numpy(List<List<string>> rows)
    {
        var width = rows.Max(row => row.Max(cell => cell.Length));
        return "[" + string.Join("\n ", rows.Select(row => $"[{string.Join(' ', row.Select(cell => cell.PadLeft(width)))}]")) + "]";
    }

    private static string Boxed(List<List<string>> rows)
    {
        var width = rows.Max(row => row.Max(cell => cell.Length));
        return string.Join('\n', rows.Select((row, i) =>
        {
            var (left, right) = i == 0 ? ('⎡', '⎤') : i == rows.Count - 1 ? ('⎣', '⎦') : ('⎢', '⎥');
            return $"{left}{string.Join(' ', row.Select(cell => cell.PadLeft(width)))}{right}";
        }));
    }
}
