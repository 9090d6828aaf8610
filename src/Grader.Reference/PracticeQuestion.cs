using System.Globalization;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference;

/// <summary>The trees of a practice copy: the assignment's head, and questions without some of their checks.</summary>
internal static class PracticeQuestion
{
    /// <summary>The assignment's own settings with another id and title, other questions, and answers that students may see.</summary>
    public static CaseObject Head(CaseObject assignment, IEnumerable<CaseText> questions)
    {
        var kept = assignment.Properties.Items.Where(property => property.Name.Text is not ("format" or "questions" or "releaseAnswers")).Select(property => property.Name.Text switch
        {
            "id" => property with { Value = Text(assignment.Place, $"{(property.Value as CaseText)?.Text}-practice") },
            "title" => property with { Value = Text(assignment.Place, $"{(property.Value as CaseText)?.Text} (practice)") },
            _ => property,
        });
        return assignment with
        {
            Properties = kept
                .Append(Property(assignment, "format", new CaseNumber(assignment.Place, CaseMigrations.Current, CaseMigrations.Current.ToString(CultureInfo.InvariantCulture))))
                .Append(Property(assignment, "questions", new CaseList(assignment.Place, questions.Select(name => (CaseNode)name).ToSequence())))
                .Append(Property(assignment, "releaseAnswers", new CaseTruth(assignment.Place, true)))
                .ToSequence(),
        };
    }

    /// <summary>A template of repeated checks goes with any of its copies.</summary>
    /// <returns>Null where no check is left.</returns>
    public static CaseObject? Without(CaseObject question, HashSet<string> checks)
    {
        var parts = Items(question["parts"]).Select(part => WithoutOf(part, checks)).OfType<CaseNode>().ToSequence();
        return parts.Count == 0 ? null : With(question, "parts", new CaseList(question.Place, parts));
    }

    private static CaseObject? WithoutOf(CaseNode node, HashSet<string> checks)
    {
        if (node is not CaseObject part)
            return null;
        var left = Items(part["checks"]).OfType<CaseObject>().Where(check => check["id"] is not CaseText id || !checks.Any(dropped => IsCopy(id.Text, dropped))).Select(check => (CaseNode)WithoutRequired(check, checks)).ToSequence();
        return left.Count == 0 ? null : With(part, "checks", new CaseList(part.Place, left));
    }

    private static CaseObject WithoutRequired(CaseObject check, HashSet<string> checks) => check["requires"] is CaseList required
        ? With(check, "requires", required with { Items = required.Items.Items.Where(id => id is not CaseText text || !checks.Any(dropped => IsCopy(text.Text, dropped))).ToSequence() })
        : check;

    private static CaseObject With(CaseObject content, string name, CaseNode value) =>
        content with { Properties = content.Properties.Items.Select(property => property.Name.Text == name ? property with { Value = value } : property).ToSequence() };

    private static IEnumerable<CaseNode> Items(CaseNode? node) => node is CaseList list ? list.Items.Items : [];

    /// <summary>Whether an id may be a copy of a template's: <c>1a.entry{i}</c> has <c>1a.entry1</c>, <c>1a.entry2</c>.</summary>
    private static bool IsCopy(string template, string id)
    {
        var open = template.IndexOf('{', StringComparison.Ordinal);
        var close = template.IndexOf('}', StringComparison.Ordinal);
        if (open < 0 || close < open)
            return template == id;
        var rest = template[(close + 1)..];
        return id.StartsWith(template[..open], StringComparison.Ordinal) && Enumerable.Range(open, Math.Max(0, id.Length - open + 1)).Any(start => IsCopy(rest, id[start..]));
    }

    private static CaseProperty Property(CaseObject content, string name, CaseNode value) => new(Text(content.Place, name), value);

    private static CaseText Text(CasePlace place, string text) => new(place, text, text);
}
