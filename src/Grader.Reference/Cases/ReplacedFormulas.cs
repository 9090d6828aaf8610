using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Engines;

namespace Grader.Reference.Cases;

/// <summary>Reads what a mistake or another convention puts in the place of quantities' formulas.</summary>
/// <param name="formulas">Where formulas go whose names are to be looked up when all quantities are known.</param>
internal sealed class ReplacedFormulas(WorksheetBuilder builder, List<OwnFormula> formulas, ProblemList problems)
{
    public ImmutableSortedDictionary<string, Expression> Read(ObjectReader reader)
    {
        var replaced = ImmutableSortedDictionary.CreateBuilder<string, Expression>(StringComparer.Ordinal);
        foreach (var property in reader.Map("formulas"))
        {
            CheckQuantity(property.Name);
            if (reader.AsText(property.Value) is not { } text || CaseFormula.Read(text, problems) is not { } formula)
                continue;
            replaced[property.Name.Text] = formula;
            formulas.Add(new(text, formula));
        }

        return replaced.ToImmutable();
    }

    public void CheckQuantity(CaseText name)
    {
        if (!builder.Has(name.Text))
            problems.Add(name.Place, $"The quantity \"{name.Text}\" does not exist.", Suggestion.For(name.Text, builder.Names));
    }
}

/// <summary>A formula of the author's, whose names are looked up when all quantities are known.</summary>
internal readonly record struct OwnFormula(CaseText Text, Expression Formula);
