using System.Collections.Immutable;
using System.Globalization;
using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>
/// Copies of a check or of a part, one for each value of a name: <c>"repeat": { "i": { "from": 1, "to": 3 }, "layer": ["conv1", "conv2"] }</c>. Two names give the product,
/// the last running fastest. In a copy, <c>{i}</c> in any text is the value; every text keeps the place it has in the template.
/// </summary>
internal static class Repetition
{
    private const string Key = "repeat";
    private const int MostCopies = 100;

    private static readonly CaseShape Range = new("repeatRange", "Whole numbers from one to another.", [
        new("from", false, """{ "type": "integer" }""", "The first; 1 unless said."),
        new("to", true, """{ "type": "integer" }""", "The last."),
    ]);

    public static CaseKey CaseKey { get; } = new(
        Key,
        false,
        CaseValues.MapOf($$"""{ "anyOf": [ { "type": "array", "minItems": 1, "items": { "type": [ "string", "number" ] } }, {{CaseValues.An(Range)}} ] }"""),
        "A copy for each value of a name, which stands in braces in the copy's texts: { \"i\": { \"from\": 1, \"to\": 3 } }, or a list of values; two names give the product.");

    public static Sequence<CaseShape> Shapes => [Range];

    /// <summary>Reads a node once for each copy. A problem that all copies have at one place is told once; one that only some have says which.</summary>
    public static IReadOnlyList<T> Read<T>(CaseNode node, ProblemList problems, Func<CaseNode, T> read)
    {
        if (node is not CaseObject content || content[Key] is not { } repeat)
            return [read(node)];
        var template = content with { Properties = content.Properties.Items.Where(property => property.Name.Text != Key).ToSequence() };
        var results = new List<T>();
        var told = new List<(ImmutableArray<(string Name, string Value)> Values, IReadOnlyList<CaseProblem> Problems)>();
        foreach (var values in Copies(repeat, template, problems))
        {
            var before = problems.Count;
            results.Add(read(Fill(template, values)));
            told.Add((values, problems.TakeFrom(before)));
        }

        Tell(told, problems);
        return results;
    }

    private static void Tell(List<(ImmutableArray<(string Name, string Value)> Values, IReadOnlyList<CaseProblem> Problems)> told, ProblemList problems)
    {
        var places = told.SelectMany(copy => copy.Problems).GroupBy(problem => (problem.File, problem.Line, problem.Column));
        foreach (var place in places)
        {
            var having = told.FindAll(copy => copy.Problems.Any(problem => (problem.File, problem.Line, problem.Column) == place.Key));
            var where = having.Count == told.Count ? "" : $"With {string.Join(", ", having[0].Values.Select(value => $"{value.Name} = {value.Value}"))}: ";
            foreach (var problem in having[0].Problems.Where(problem => (problem.File, problem.Line, problem.Column) == place.Key))
                problems.Add(problem with { Message = where + problem.Message });
        }
    }

    /// <summary>The values of the names in each copy; one copy with the first ones where they cannot be read, so that the template is.</summary>
    private static List<ImmutableArray<(string Name, string Value)>> Copies(CaseNode repeat, CaseObject template, ProblemList problems)
    {
        List<ImmutableArray<(string Name, string Value)>> copies = [[]];
        if (repeat is not CaseObject { Properties.Count: > 0 } names)
        {
            problems.Add(repeat.Place, $"\"{Key}\" is {repeat.Say}.", "Write { \"i\": { \"from\": 1, \"to\": 3 } }, or { \"layer\": [\"conv1\", \"conv2\"] }.");
            return copies;
        }

        foreach (var name in names.Properties)
        {
            if (!IsName(name.Name.Text))
                problems.Add(name.Name.Place, $"\"{name.Name.Text}\" is no name.", "Write letters alone: i.");
            else if (template["id"] is CaseText id && !id.Text.Contains($"{{{name.Name.Text}}}", StringComparison.Ordinal))
                problems.Add(id.Place, $"The id \"{id.Text}\" is the same in every copy.", $"Put {{{name.Name.Text}}} into it.");
            var values = Values(name, problems);
            if ((long)copies.Count * values.Count > MostCopies)
            {
                problems.Add(name.Value.Place, $"This makes {(long)copies.Count * values.Count} copies.", $"Write at most {MostCopies}.");
                values = [values[0]];
            }

            copies = [.. copies.SelectMany(copy => values.Select(value => copy.Add((name.Name.Text, value))))];
        }

        return copies;
    }

    private static IReadOnlyList<string> Values(CaseProperty name, ProblemList problems)
    {
        if (name.Value is CaseList { Items.Count: > 0 } list)
            return [.. list.Items.Items.Select(item => Value(item, problems))];
        if (name.Value is CaseList)
        {
            problems.Add(name.Value.Place, $"\"{name.Name.Text}\" has no values.", "Write at least one.");
            return ["1"];
        }

        if (ObjectReader.Open(name.Value, Range, problems) is not { } range)
            return ["1"];
        var (from, to) = (range.Integer("from", 0, 1), range.Integer("to", 0, 1));
        if (to < from)
        {
            problems.Add(range.Place, $"There is no number from {from} to {to}.", "Write from ≤ to.");
            return [from.ToString(CultureInfo.InvariantCulture)];
        }

        // One more than may be, for the message to say how many there are.
        return [.. Enumerable.Range(from, Math.Min(to - from, 1_000_000) + 1).Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    private static string Value(CaseNode item, ProblemList problems)
    {
        if (item is CaseText { Text.Length: > 0 } text)
            return text.Text;
        if (item is CaseNumber number)
            return number.Written;
        problems.Add(item.Place, $"{item.Say} stands where a text or a number is expected.", "Write \"conv1\", or 1.");
        return "1";
    }

    private static bool IsName(string text) => text.Length > 0 && text.All(char.IsAsciiLetter);

    private static CaseNode Fill(CaseNode node, ImmutableArray<(string Name, string Value)> values) => node switch
    {
        CaseText text => Fill(text, values),
        CaseList list => list with { Items = list.Items.Items.Select(item => Fill(item, values)).ToSequence() },
        CaseObject content => content with { Properties = content.Properties.Items.Select(property => new CaseProperty(Fill(property.Name, values), Fill(property.Value, values))).ToSequence() },
        _ => node,
    };

    private static CaseText Fill(CaseText text, ImmutableArray<(string Name, string Value)> values)
    {
        if (!text.Text.Contains('{', StringComparison.Ordinal))
            return text;
        var filled = values.Aggregate(text.Text, (before, value) => before.Replace($"{{{value.Name}}}", value.Value, StringComparison.Ordinal));
        return text with { Text = filled, Raw = filled == text.Text ? text.Raw : filled };
    }
}
