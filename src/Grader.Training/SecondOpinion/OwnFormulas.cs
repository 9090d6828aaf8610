using System.Runtime.InteropServices;
using System.Text.Json;
using Grader.Reference;
using Grader.Training.Native;
using TorchSharp;

namespace Grader.Training.SecondOpinion;

/// <summary>A question's own inputs and formulas, evaluated by the second evaluator over what the second implementation computed. It says that they are evaluated right, not that they are the right formulas.</summary>
internal sealed class OwnFormulas(JsonElement question, ICaseSource tables, SymbolNumbers symbols)
{
    private readonly HashSet<string> _symbolNames = question.TryGetProperty("symbols", out var names) ? names.EnumerateArray().Select(name => name.GetString()!).ToHashSet(StringComparer.Ordinal) : [];

    public void AddInputs(Figures figures)
    {
        var given = new Given(question, tables, symbols);
        var formulas = new List<(string Name, string Text)>();
        foreach (var input in Map("inputs"))
        {
            if (input.Value.ValueKind == JsonValueKind.String)
                formulas.Add((input.Name, input.Value.GetString()!));
            else
                figures.Add(input.Name, given.Read(input.Value));
        }

        Evaluate(formulas, figures);
    }

    public void AddQuantities(Figures figures) =>
        Evaluate(Map("quantities").Select(quantity => (quantity.Name, (quantity.Value.ValueKind == JsonValueKind.String ? quantity.Value : quantity.Value.GetProperty("formula")).GetString()!)), figures);

    /// <summary>In any order: one formula may name another that stands after it.</summary>
    private void Evaluate(IEnumerable<(string Name, string Text)> formulas, Figures figures)
    {
        var rest = formulas.ToList();
        while (rest.RemoveAll(formula => Add(formula.Name, formula.Text, figures)) > 0)
        {
        }
    }

    private bool Add(string name, string text, Figures figures)
    {
        try
        {
            figures.Add(name, FormulaText.Evaluate(text, symbol => figures.Find(symbol) ?? (_symbolNames.Contains(symbol) ? symbols.Of(symbol) : null)));
            return true;
        }
        catch (UnknownFormulaException unknown)
        {
            figures.Leave(name, $"the question's own formula: {unknown.Message}");
        }
        catch (ExternalException error)
        {
            figures.Leave(name, $"the question's own formula: {NativeError.Told(error.Message)}");
        }

        return false;
    }

    private IEnumerable<JsonProperty> Map(string key) => question.TryGetProperty(key, out var map) ? map.EnumerateObject() : [];
}
