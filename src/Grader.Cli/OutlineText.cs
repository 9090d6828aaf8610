using System.Text;
using Grader.Mathematics;
using Grader.Reports;
using Grader.Submissions;

namespace Grader.Cli;

/// <summary>A submission as it was read, for a terminal: sections, and in them statements with their places.</summary>
internal static class OutlineText
{
    public static string Write(SubmissionDocument document)
    {
        var text = new StringBuilder();
        text.Append(Clean(document.Name)).Append(document.LooksConverted ? "  (looks converted from a PDF or a scan)" : "").Append('\n');
        foreach (var remark in document.Remarks)
            text.Append($"to know: {(remark.Place.Line > 0 ? At(remark.Place) + ": " : "")}{Clean(remark.Say)}\n");
        foreach (var repair in document.Repairs)
            text.Append($"mended {At(repair.Place)}: {Clean(repair.Say)}\n");
        foreach (var section in document.Sections)
        {
            var id = section.Question is null && section.Part is null ? "before any label" : $"{section.Question ?? "?"}{section.Part}";
            text.Append($"\n{id}  {At(section.Place)}  {Clean(section.Heading)}\n");
            foreach (var statement in section.Statements)
                Write(text, statement);
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, Statement statement)
    {
        switch (statement)
        {
            case FormulaStatement formula:
                text.Append($"  formula   {At(formula.Place)}  {Label(formula.Label)}").Append(formula.Error is { } error
                    ? $"UNREADABLE {Clean(formula.Text)}: found “{Clean(error.Found)}”, where {error.Expected} could stand"
                    : Clean(string.Join(' ', formula.Members.Items.Select(member => $"{Sign(member.Operator)}{member.Expression}")))).Append('\n');
                break;
            case TableStatement table:
                text.Append($"  table     {At(table.Place)}{(table.HasHeader ? "  with a header" : "")}\n");
                foreach (var row in table.Rows)
                    text.Append("            | ").AppendJoin(" | ", row.Items.Select(cell => Clean(cell.Text))).Append(" |\n");
                break;
            case SentenceStatement sentence:
                text.Append($"  sentence  {At(sentence.Place)}  {Clean(sentence.Text)}\n");
                foreach (var number in sentence.Numbers)
                    text.Append($"    number  {At(number.Place)}  {Label(number.Label)}{(number.Approximate ? "about " : "")}{Clean(number.Expression.ToString())}\n");
                foreach (var change in sentence.Changes)
                    text.Append($"    claim   {At(change.Place)}  {Label(change.Subject)}{(change.Negated ? "not " : "")}{change.Direction.ToString().ToLowerInvariant()}\n");
                break;
            case ImageStatement image:
                text.Append($"  image     {At(image.Place)}  {Clean(image.Text)} (cannot be read)\n");
                break;
        }
        if (statement.Context.Count > 0)
            text.Append("            under: ").AppendJoin(" < ", statement.Context.Items.Select(Clean)).Append('\n');
    }

    private static string Label(string label) => string.IsNullOrWhiteSpace(label) ? "" : $"[{Clean(label)}] ";

    private static string Sign(RelationOperator? relation) => relation switch
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

    private static string At(Place place) => $"{(place.Frame is { } frame ? Clean(frame.Say) + ", " : "")}{place.Line}:{place.Column}-{place.EndLine}:{place.EndColumn}";

    private static string Clean(string text)
    {
        const int Longest = 240;
        var clean = TerminalText.Clean(text);
        return clean.Length <= Longest ? clean : string.Concat(clean.AsSpan(0, char.IsHighSurrogate(clean[Longest - 1]) ? Longest - 1 : Longest), "…");
    }
}
