using Grader.Mathematics;
using Grader.Reference.Engines;

namespace Grader.Reference.Cases;

/// <summary>Reads a question's conventions.</summary>
internal sealed class ConventionReader(WorksheetBuilder builder, ReplacedFormulas formulas)
{
    /// <summary>Each combination of choices is tried on each submission.</summary>
    public const int MostCombinations = 64;

    public void Read(ObjectReader question)
    {
        foreach (var reader in question.Objects("conventions", CaseShapes.Convention))
        {
            var id = reader.TextNode("id");
            if (id is not null && builder.HasConvention(id.Text))
                question.Problems.Add(id.Place, $"The convention \"{id.Text}\" stands already.", "Choose another id.");
            var choices = reader.Objects("choices", CaseShapes.ConventionChoice).Select(Choice).ToSequence();
            if (reader.Node("choices") is CaseList && choices.Count < 2)
                question.Problems.Add(reader.PlaceOf("choices"), "A convention is a choice among at least two ways.", "The first is the key's; add the other right ones.");
            builder.AddConvention(new(id?.Text ?? "", reader.Text("say"), choices));
        }
    }

    /// <summary>To be called with the worksheet that came of it.</summary>
    public static void Check(Worksheet worksheet, ObjectReader question)
    {
        if (worksheet.Conventions.Items.Aggregate(1L, (product, convention) => Math.Min(product * convention.Choices.Count, int.MaxValue)) > MostCombinations)
            question.Problems.Add(question.PlaceOf("conventions"), $"The conventions have more than {MostCombinations} combinations, and each is tried.", "Leave fewer of them free.");
        foreach (var (convention, choice) in worksheet.Conventions.Items.SelectMany(convention => convention.Choices.Items.Select(choice => (convention, choice))))
        {
            if (worksheet.Choosing(choice).Cycle() is { Count: > 0 } cycle)
                question.Problems.Add(question.PlaceOf("conventions"), $"With \"{choice.Id}\" of \"{convention.Id}\" these quantities are computed from each other in a circle: {string.Join(" → ", cycle.Items.Reverse().Append(cycle[^1]))}.", "Let one of them be an input.");
        }
    }

    private ConventionChoice Choice(ObjectReader reader, int index)
    {
        var replaced = formulas.Read(reader);
        var transposed = reader.Texts("transposed");
        foreach (var name in transposed)
            formulas.CheckQuantity(name);
        var changes = replaced.Count > 0 || transposed.Length > 0;
        if (index == 0 && changes)
            reader.Problems.Add(reader.Place, "The first choice is the key's, and changes nothing.", "Write its formulas as the quantities' own, and put the other ways behind it.");
        if (index > 0 && !changes && reader.Node("formulas") is null && reader.Node("transposed") is null)
            reader.Problems.Add(reader.Place, "This choice changes nothing.", "Add \"formulas\": { \"quantity\": \"the formula of this way\" }, or \"transposed\": [\"quantity\"].");
        return new(reader.Text("id"), reader.Text("say"), reader.Phrases("phrases"), replaced, transposed.Select(name => name.Text).ToSequence());
    }
}
