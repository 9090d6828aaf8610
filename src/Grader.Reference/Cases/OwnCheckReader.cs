using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Reads what is particular to a check of a quantity of the student's own.</summary>
internal sealed class OwnCheckReader(Worksheet? worksheet, ProblemList problems)
{
    public static CaseShape Invariant { get; } = new("invariant", "What must hold of a quantity of the student's own.", [
        new("formula", true, CaseValues.Text, "A comparison that names the quantity: confusion_11 + confusion_12 = 60."),
        new("say", true, CaseValues.Text, "The same for people: Row 1 sums to the 60 sick people."),
    ]);

    public OwnCheck Read(ObjectReader reader, string id, string ask, Rational points, LabelRule labels)
    {
        var name = reader.TextNode("quantity");
        var shape = name is null || worksheet is null ? [] : ShapeOf(name, worksheet);
        var invariants = reader.Objects("invariants", Invariant).Select(invariant => ReadInvariant(invariant, name)).OfType<Invariant>().ToSequence();
        return new(id, ask, points, labels, name?.Text ?? "", shape, invariants, reader.Phrases("rowLabels"));
    }

    private Sequence<int> ShapeOf(CaseText name, Worksheet known)
    {
        if (known.Named(name.Text) is not { } quantity || quantity.Name != name.Text)
        {
            problems.Add(name.Place, $"The quantity \"{name.Text}\" does not exist.", Suggestion.For(name.Text, known.Quantities.Items.Select(other => other.Name)));
            return [];
        }

        if (known.Dependencies(name.Text).Any())
            problems.Add(name.Place, $"The quantity \"{name.Text}\" is computed from others.", "A quantity of the student's own is an input, whose value is an example.");
        switch (known[name.Text].Value)
        {
            case Exact or Approximate:
                return [];
            case Tensor { Shape.Count: <= 2 } tensor when tensor.Entries.Items.All(entry => entry is Exact or Approximate):
                var axes = tensor.Shape.Items.Where(length => length != 1).ToSequence();
                return axes.Count == 2 ? tensor.Shape : [tensor.Entries.Count];
            default:
                problems.Add(name.Place, $"The quantity \"{name.Text}\" is no number, vector or matrix of numbers.", "Give it an example that is: [[52, 8], [6, 34]].");
                return [];
        }
    }

    private Invariant? ReadInvariant(ObjectReader reader, CaseText? quantity)
    {
        if (reader.TextNode("formula") is not { } text || CaseFormula.Read(text, problems) is not { } formula)
            return null;
        var invariant = new Invariant(formula, reader.Text("say"));
        if (worksheet is null || quantity is null || !worksheet.Has(quantity.Text))
            return invariant;
        var before = problems.Count;
        CaseFormula.CheckNames(text, formula, worksheet, new HashSet<string>(), problems);
        if (problems.Count > before)
            return invariant;
        if (!FormulaNames.In(formula).Any(name => worksheet.Named(name) is not null && (worksheet.Named(name)!.Name == quantity.Text || worksheet.DependsOn(name, quantity.Text))))
            problems.Add(text.Place, $"The invariant \"{text.Text}\" does not speak of \"{quantity.Text}\".", "Name it, its entries, or what is computed from it.");
        else if (Evaluator.Evaluate(formula, worksheet.ValueOf) is { Value: null, Problem: var problem })
            problems.Add(text.Place, $"The invariant \"{text.Text}\" has no value: {problem}.", "Mend it, or the example.");
        else if (FormulaNames.In(formula).FirstOrDefault(name => !CaseFormula.IsConstant(name) && worksheet.ValueOf(name) is null) is { } valueless)
            problems.Add(text.Place, $"\"{valueless}\" has no value in the example.", "Entries are counted from 1: m_12 is row 1, column 2.");
        else if (invariant.HoldsIn(worksheet) is not { } holds)
            problems.Add(text.Place, $"The invariant \"{text.Text}\" is no comparison.", $"Write what must hold of it: sum({quantity.Text}) = 100.");
        else if (!holds)
            problems.Add(text.Place, $"The example breaks this invariant: {invariant.Explain(worksheet)}.", "Mend the example, or the invariant.");
        return invariant;
    }
}
