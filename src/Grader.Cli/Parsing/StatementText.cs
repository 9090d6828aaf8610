using Grader.Mathematics;
using Grader.Reports;
using Grader.Submissions;

namespace Grader.Cli.Parsing;

/// <summary>Words for what a statement is, on one line each, for a terminal.</summary>
internal static class StatementText
{
    private const int Longest = 200;
    private const int WidestCell = 28;

    public static string KindOf(Statement statement) => statement switch
    {
        FormulaStatement => "formula",
        TableStatement => "table",
        SentenceStatement => "sentence",
        ImageStatement => "image",
        _ => throw new ArgumentOutOfRangeException(nameof(statement), statement, "no such statement"),
    };

    /// <summary>What it says, without its place.</summary>
    public static string Of(Statement statement) => statement switch
    {
        FormulaStatement { Error: { } error } formula => $"NOT READ {Clean(formula.Text)}  ({Stopped(error)})",
        FormulaStatement formula => Label(formula.Label) + Clean(string.Join(' ', formula.Members.Items.Select(member => $"{Sign(member.Operator)}{member.Expression}"))),
        TableStatement table => $"{table.Rows.Count} rows{(table.HasHeader ? ", the first a header" : "")}",
        ImageStatement image => $"CANNOT BE READ {Clean(image.Text)}",
        _ => Clean(statement.Text),
    };

    /// <summary>What stands in it: the numbers and claims of a sentence, the rows of a table.</summary>
    public static IEnumerable<string> Details(Statement statement)
    {
        switch (statement)
        {
            case SentenceStatement sentence:
                foreach (var number in sentence.Numbers)
                    yield return $"{At(number.Place)}  number  {Label(number.Label)}{(number.Approximate ? "about " : "")}{Clean(number.Expression.ToString())}";
                foreach (var change in sentence.Changes)
                    yield return $"{At(change.Place)}  claim   {Label(change.Subject)}{(change.Negated ? "not " : "")}{change.Direction.ToString().ToLowerInvariant()}";
                break;
            case TableStatement table:
                var widths = Widths(table);
                foreach (var row in table.Rows)
                    yield return string.Join(" | ", row.Items.Select((cell, column) => Cell(cell.Text).PadRight(widths[column]))).TrimEnd();
                break;
        }
    }

    public static string Stopped(FormulaError error) => $"stopped at “{Clean(error.Found)}”, where {error.Expected} could stand";

    /// <summary><c>3:1-15</c>; <c>3:1-4:7</c> where it ends in another line.</summary>
    public static string At(Place place) => (place.Frame is { } frame ? Clean(frame.Say) + ", " : "") + Range(place);

    private static string Range(Place place) => place.Line == place.EndLine ? $"{place.Line}:{place.Column}-{place.EndColumn}" : $"{place.Line}:{place.Column}-{place.EndLine}:{place.EndColumn}";

    public static string Clean(string text) => Cut(TerminalText.Clean(text), Longest);

    private static string Cell(string text) => Cut(TerminalText.Clean(text), WidestCell);

    private static string Cut(string clean, int longest) =>
        clean.Length <= longest ? clean : string.Concat(clean.AsSpan(0, char.IsHighSurrogate(clean[longest - 2]) ? longest - 2 : longest - 1), "…");

    private static int[] Widths(TableStatement table)
    {
        var widths = new int[table.Rows.Items.Max(row => row.Count)];
        foreach (var row in table.Rows)
        {
            for (var column = 0; column < row.Count; column++)
                widths[column] = Math.Max(widths[column], Cell(row[column].Text).Length);
        }
        return widths;
    }

    private static string Label(string label) => string.IsNullOrWhiteSpace(label) ? "" : $"[{Clean(label)}] ";

    public static string Sign(RelationOperator? relation) => relation switch
    {
        null => "",
        RelationOperator.Equal => "= ",
        RelationOperator.Approximately => "≈ ",
        RelationOperator.NotEqual => "≠ ",
        RelationOperator.Less => "< ",
        RelationOperator.LessOrEqual => "≤ ",
        RelationOperator.Greater => "> ",
        RelationOperator.GreaterOrEqual => "≥ ",
        _ => "⇒ ",
    };
}
