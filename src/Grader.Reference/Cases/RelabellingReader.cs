using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Reads the relabellings of a question, and how its checks are touched by them.</summary>
internal static class RelabellingReader
{
    /// <summary>All permutations of the labels are tried, and 6 labels have 720.</summary>
    private const int MostLabels = 6;

    public static readonly CaseShape Shape = new("relabelling", "Labels that a student may exchange, throughout the question.", [
        new("id", true, CaseValues.Text, "Short name: clusters."),
        new("say", true, CaseValues.Text, "One sentence for people: the clusters may be numbered in any order."),
        new("labels", true, """{ "type": "array", "minItems": 2, "maxItems": 6, "items": { "type": [ "string", "number" ] } }""", "As the key writes them, in the order of its rows or columns: [\"1\", \"2\"]."),
        new("names", false, """{ "type": "array", "items": { "type": "array", "items": { "type": "string" } } }""", "Other names of each label: [[\"red\"], [\"blue\"]]. 1 is also C1, cluster 1 and A."),
    ]);

    public static CaseKey CaseKey { get; } = new("relabel", false, CaseValues.MapOf(CaseValues.OneOf("values", "rows", "columns")), "How the answer changes when labels are exchanged: its values are labels, or it has a row (an entry of a vector) or a column for each: { \"clusters\": \"values\" }.");

    public static Sequence<Relabelling> Read(ObjectReader question)
    {
        var read = question.Objects("relabellings", Shape).Select(reader => (Reader: reader, Relabelling: ReadOne(reader))).ToList();
        foreach (var repeated in read.GroupBy(item => item.Relabelling.Id).SelectMany(group => group.Skip(1)))
            question.Problems.Add(repeated.Reader.PlaceOf("id"), $"The relabelling \"{repeated.Relabelling.Id}\" stands twice.", "Choose another id.");
        return read.Select(item => item.Relabelling).ToSequence();
    }

    /// <summary>How a check is touched; its key must have a label where it says so.</summary>
    public static Sequence<RelabelledCheck> Of(ObjectReader check, Check kind, Sequence<Relabelling> relabellings, Worksheet? worksheet) =>
        check.Map("relabel").Items.Select(property => Of(property, check, kind, relabellings, worksheet)).OfType<RelabelledCheck>().ToSequence();

    private static RelabelledCheck? Of(CaseProperty property, ObjectReader check, Check kind, Sequence<Relabelling> relabellings, Worksheet? worksheet)
    {
        var problems = check.Problems;
        if (relabellings.Items.FirstOrDefault(known => known.Id == property.Name.Text) is not { } relabelling)
        {
            problems.Add(property.Name.Place, $"There is no relabelling \"{property.Name.Text}\".", Suggestion.For(property.Name.Text, relabellings.Items.Select(known => known.Id)));
            return null;
        }

        if (check.AsText(property.Value) is not { } form)
            return null;
        var forms = kind switch { NumberCheck => ["values"], VectorCheck => ["values", "rows"], _ => (string[])["values", "rows", "columns"] };
        if (!forms.Contains(form.Text))
        {
            problems.Add(form.Place, $"A {kind.Kind} is not relabelled by \"{form.Text}\".", Suggestion.For(form.Text, forms));
            return null;
        }

        var by = form.Text switch { "values" => RelabelledBy.Values, "rows" => RelabelledBy.Rows, _ => RelabelledBy.Columns };
        if (worksheet is not null && Misfit(by, KeyOf(kind, worksheet), relabelling) is { } misfit)
            problems.Add(form.Place, $"{misfit}, and \"{relabelling.Id}\" has the labels {string.Join(", ", relabelling.Labels)}.", "Say how the labels stand in the answer: as values, or one a row or column.");
        return new(relabelling.Id, by);
    }

    private static string? Misfit(RelabelledBy by, Value? key, Relabelling relabelling)
    {
        var shape = (key as Tensor)?.Shape ?? [];
        return by switch
        {
            _ when key is null || (by != RelabelledBy.Values && shape.Count == 0) => null,
            RelabelledBy.Values => Entries(key).FirstOrDefault(entry => !relabelling.Labels.Items.Any(label => Evaluator.Evaluate(label).Value == entry)) is { } other ? $"The key has the value {KeyText.Of(other)}" : null,
            RelabelledBy.Rows => shape[0] != relabelling.Labels.Count ? $"The key has {shape[0]} {(shape.Count == 1 ? "entries" : "rows")}" : null,
            _ => shape[^1] != relabelling.Labels.Count ? $"The key has {shape[^1]} columns" : null,
        };
    }

    private static IEnumerable<Value> Entries(Value key) => key is Tensor tensor ? tensor.Entries.Items : [key];

    private static Value? KeyOf(Check check, Worksheet worksheet)
    {
        var quantity = check switch { NumberCheck number => number.Quantities.Items.FirstOrDefault(), VectorCheck vector => vector.Quantity, MatrixCheck matrix => matrix.Quantity, _ => null };
        return quantity is not null && worksheet.Has(quantity) ? worksheet[quantity].Value : null;
    }

    private static Relabelling ReadOne(ObjectReader reader)
    {
        var labels = reader.Items("labels").Select(item => (item.Place, Text: item is CaseNumber number ? number.Written : reader.AsText(item)?.Text ?? "")).ToList();
        if (labels.Count is < 2 or > MostLabels)
            reader.Problems.Add(reader.PlaceOf("labels"), $"\"labels\" has {labels.Count}.", $"Write 2 to {MostLabels}.");
        foreach (var (place, text) in labels.GroupBy(label => label.Text).SelectMany(group => group.Skip(1)))
            reader.Problems.Add(place, $"The label {text} stands twice.", "Keep one.");
        var expressions = new List<Expression>();
        foreach (var (place, text) in labels)
        {
            if (Formula.Read(text).Expression is { } label and (Number or Symbol))
                expressions.Add(label);
            else
                reader.Problems.Add(place, $"\"{text}\" is no label.", "Write a number or a name, as the key does.");
        }

        var names = reader.Items("names").Select(item => item is CaseList list ? list.Items.Items.Select(reader.AsText).OfType<CaseText>().Select(name => name.Text).ToSequence() : default).ToSequence();
        if (names.Count > 0 && names.Count != labels.Count)
            reader.Problems.Add(reader.PlaceOf("names"), $"\"names\" has {names.Count} lists, and \"labels\" {labels.Count} labels.", "Write a list of names for each label, in their order.");
        foreach (var name in names.Items.SelectMany(list => list.Items.Distinct()).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            reader.Problems.Add(reader.PlaceOf("names"), $"\"{name.Key}\" names two labels.", "A name is of one label.");
        return new(reader.Text("id"), reader.Text("say"), expressions.ToSequence(), names);
    }
}
