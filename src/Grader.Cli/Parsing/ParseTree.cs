using System.Text;
using Grader.Submissions;

namespace Grader.Cli.Parsing;

/// <summary>A submission as it was read, as a tree for a terminal: questions, their parts, what introduces statements, statements; at the end what could not be read.</summary>
internal sealed class ParseTree
{
    private readonly StringBuilder _text = new();

    public static string Write(SubmissionDocument document)
    {
        var tree = new ParseTree();
        tree._text.Append(StatementText.Clean(document.Name)).Append(document.LooksConverted ? "  (looks converted from a PDF or a scan)" : "").Append('\n');
        tree.WriteAll(Roots(document), "");
        tree._text.Append('\n');
        tree.WriteSummary(document);
        return tree._text.ToString();
    }

    private static List<Node> Roots(SubmissionDocument document)
    {
        var roots = new List<Node>();
        Node? question = null;
        string? id = null;
        foreach (var section in document.Sections)
        {
            if (section.Question is null && section.Part is null)
            {
                roots.Add(new(section.IsAside ? $"no answers  {StatementText.At(section.Place)}  {StatementText.Clean(section.Heading)}" : "before any label", Statements(section)));
                (question, id) = (null, null);
                continue;
            }
            if (question is null || section.Question != id || section.Part is null)
            {
                question = new(section.Part is null ? Heading($"question {section.Question}", section) : section.Question is null ? "no question" : $"question {section.Question}", []);
                id = section.Question;
                roots.Add(question);
            }
            if (section.Part is null)
                question.Children.AddRange(Statements(section));
            else
                question.Children.Add(new(Heading($"{section.Question}{section.Part}", section), Statements(section)));
        }
        return roots;
    }

    /// <summary>Statements that the same words introduce stand below these words.</summary>
    private static List<Node> Statements(Section section)
    {
        var nodes = new List<Node>();
        var context = "";
        foreach (var statement in section.Statements)
        {
            var introduced = string.Join(" ‹ ", statement.Context.Items.Select(StatementText.Clean));
            var node = new Node(
                $"{StatementText.At(statement.Place),-12} {StatementText.KindOf(statement),-8} {(statement.Check is { } check ? $"{StatementText.Clean(check)}: " : "")}{StatementText.Of(statement)}",
                [.. StatementText.Details(statement).Select(detail => new Node(detail, []))]);
            if (introduced.Length == 0)
            {
                nodes.Add(node);
            }
            else
            {
                if (introduced != context || nodes.Count == 0)
                    nodes.Add(new($"under {introduced}", []));
                nodes[^1].Children.Add(node);
            }
            context = introduced;
        }
        return nodes;
    }

    private static string Heading(string id, Section section) => $"{id}  {StatementText.At(section.Place)}  {StatementText.Clean(section.Heading)}";

    private void WriteAll(List<Node> nodes, string indent)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var isLast = i == nodes.Count - 1;
            _text.Append(indent).Append(isLast ? "└─ " : "├─ ").Append(nodes[i].Text).Append('\n');
            WriteAll(nodes[i].Children, indent + (isLast ? "   " : "│  "));
        }
    }

    private void WriteSummary(SubmissionDocument document)
    {
        var statements = document.Sections.Items.SelectMany(section => section.Statements.Items).ToList();
        var kinds = statements.GroupBy(StatementText.KindOf).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Count(group.Count(), group.Key));
        _text.Append(Count(document.Sections.Count, "section")).Append(", ").Append(Count(statements.Count, "statement")).Append(statements.Count > 0 ? ": " : "").AppendJoin(", ", kinds).Append('\n');
        var images = statements.OfType<ImageStatement>().Select(image => Start(image.Place)).ToList();
        if (images.Count > 0)
            _text.Append(Count(images.Count, "image")).Append(" that cannot be read: ").AppendJoin(", ", images).Append('\n');
        var unread = statements.OfType<FormulaStatement>().Where(formula => formula.Error is not null).Select(formula => $"{Start(formula.Place)} {StatementText.Stopped(formula.Error!)}").ToList();
        if (unread.Count > 0)
            _text.Append(Count(unread.Count, "formula")).Append(" not read: ").AppendJoin("; ", unread).Append('\n');
        foreach (var remark in document.Remarks)
            _text.Append("to know: ").Append(remark.Place.Line > 0 ? Start(remark.Place) + ": " : "").Append(StatementText.Clean(remark.Say)).Append('\n');
        foreach (var repair in document.Repairs)
            _text.Append("mended ").Append(Start(repair.Place)).Append(": ").Append(StatementText.Clean(repair.Say)).Append('\n');
    }

    private static string Start(Place place) => $"{(place.Frame is { } frame ? StatementText.Clean(frame.Say) + ", " : "")}{place.Line}:{place.Column}";

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    private sealed record Node(string Text, List<Node> Children);
}
