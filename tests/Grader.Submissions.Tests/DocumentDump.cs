using System.Text;

namespace Grader.Submissions.Tests;

/// <summary>A document as lines to read: what snapshots and failing tests show.</summary>
internal static class DocumentDump
{
    public static string Print(SubmissionDocument document)
    {
        var lines = new StringBuilder();
        lines.Append("converted: ").Append(document.LooksConverted ? "yes" : "no").Append('\n');
        foreach (var repair in document.Repairs)
            lines.Append($"repair {At(repair.Place)}: {repair.Say}\n");
        foreach (var section in document.Sections)
        {
            lines.Append($"\n[{section.Question ?? "-"}{section.Part}] {At(section.Place)} {Quote(section.Heading)}\n");
            foreach (var statement in section.Statements)
                Print(lines, statement);
        }
        return lines.ToString();
    }

    public static string Print(Statement statement)
    {
        var lines = new StringBuilder();
        Print(lines, statement);
        return lines.ToString().TrimEnd();
    }

    private static void Print(StringBuilder lines, Statement statement)
    {
        switch (statement)
        {
            case FormulaStatement formula:
                lines.Append($"  formula {At(formula.Place)} label {Quote(formula.Label)}: ");
                lines.Append(formula.Error is { } error
                    ? $"UNREAD {Quote(formula.Text)} at {error.Position}: found {Quote(error.Found)}, expected {error.Expected}"
                    : string.Concat(formula.Members.Items.Select(Member)).TrimStart());
                lines.Append('\n');
                break;
            case TableStatement table:
                lines.Append($"  table {At(table.Place)}{(table.HasHeader ? " header" : "")}\n");
                foreach (var row in table.Rows)
                    lines.Append("    | ").AppendJoin(" | ", row.Items.Select(cell => cell.Expression is null ? cell.Text : $"{cell.Text} ⇒ {cell.Expression}")).Append('\n');
                break;
            case SentenceStatement sentence:
                lines.Append($"  sentence {At(sentence.Place)} {string.Join(' ', sentence.Words)}\n");
                foreach (var number in sentence.Numbers)
                    lines.Append($"    number {At(number.Place)} {Quote(number.Label)}: {(number.Approximate ? "about " : "")}{number.Expression}\n");
                foreach (var change in sentence.Changes)
                    lines.Append($"    change {(change.Negated ? "not " : "")}{change.Direction}: {Quote(change.Subject)} in {Quote(change.Text)}\n");
                break;
            default:
                lines.Append($"  {statement.GetType().Name} {At(statement.Place)} {Quote(statement.Text)}\n");
                break;
        }
        if (statement.Context.Count > 0)
            lines.Append("    under ").AppendJoin(" < ", statement.Context.Items.Select(Quote)).Append('\n');
    }

    public static string Member(StatedMember member) => $" {Sign(member)}{member.Expression}";

    private static string Sign(StatedMember member) => member.Operator switch
    {
        null => "",
        Mathematics.RelationOperator.Equal => "= ",
        Mathematics.RelationOperator.Approximately => "~ ",
        Mathematics.RelationOperator.Implies => "=> ",
        var other => $"{other} ",
    };

    private static string At(Place place) => $"{place.Line}:{place.Column}-{place.EndLine}:{place.EndColumn}";

    private static string Quote(string text) => $"“{text.ReplaceLineEndings("↵")}”";
}
