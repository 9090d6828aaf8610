using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Training.Native;
using TorchSharp;

namespace Grader.Training.SecondOpinion;

/// <summary>
/// A question's worksheet against a second implementation, which starts from the question's file alone. Two numbers agree within 1e-9 of the larger; a zero, or a number that the
/// worksheet has as a double itself, also within 1e-13 of the largest number on the way to it, where digits cancel.
/// </summary>
internal sealed class QuestionComparison
{
    public const double Relative = 1e-9;
    private const double Cancelled = 1e-13;

    /// <summary>How often symbols get other numbers: two formulas that differ agree at all of them by no chance.</summary>
    private const int SymbolRounds = 3;

    private readonly Worksheet _worksheet;
    private readonly SymbolNumbers _symbols;
    private readonly Figures _figures;
    private readonly HashSet<string> _own;
    private readonly Dictionary<string, string> _left = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Disagreement> _disagreements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _scales = new(StringComparer.Ordinal);
    private readonly HashSet<string> _agreed = new(StringComparer.Ordinal);

    private QuestionComparison(Worksheet worksheet, JsonElement question, ICaseSource tables, int seed)
    {
        _worksheet = worksheet;
        _symbols = new(seed);
        _figures = new();
        _own = Names(question, "quantities");
        var wrong = Compute(question, tables);
        foreach (var quantity in worksheet.Quantities)
            Compare(quantity, wrong);
        foreach (var (name, second) in _figures.Values)
        {
            if (!worksheet.Has(name))
                _disagreements[name] = new(name, "no such quantity", Shown(second));
        }
    }

    /// <param name="worksheet">The question's, or one with a mistake planted in it.</param>
    /// <param name="tables">Where the CSV tables are that its file names.</param>
    public static QuestionAgreement Of(Question question, Worksheet worksheet, DrawnQuestion drawn, ICaseSource tables)
    {
        using var scope = torch.NewDisposeScope();
        using var file = JsonDocument.Parse(drawn.Json);
        var engine = file.RootElement.TryGetProperty("engine", out var node) ? node.GetProperty("name").GetString()! : "";
        var comparisons = new List<QuestionComparison> { new(worksheet, file.RootElement, tables, 1) };
        while (comparisons[0]._symbols.Any && comparisons.Count < SymbolRounds)
            comparisons.Add(new(worksheet, file.RootElement, tables, comparisons.Count + 1));
        var computed = worksheet.Quantities.Items.Where(quantity => !IsInput(worksheet, quantity)).Select(quantity => quantity.Name).ToHashSet(StringComparer.Ordinal);
        var disagreements = comparisons.SelectMany(comparison => comparison._disagreements.Values).DistinctBy(disagreement => disagreement.Quantity.Split(' ')[0]).ToSequence();
        var agreed = comparisons.Select(comparison => comparison._agreed).Aggregate((all, next) => [.. all.Intersect(next)]);
        return new(
            question.Id, question.Title, engine,
            computed.Count,
            agreed.Count(computed.Contains),
            agreed.Count(name => computed.Contains(name) && comparisons[0]._own.Contains(name)),
            agreed.Count(name => !computed.Contains(name)),
            comparisons[0]._left.Where(left => computed.Contains(left.Key)).Select(left => new NotCovered(left.Key, left.Value)).ToSequence(),
            disagreements);
    }

    /// <returns>Why nothing of the engine was computed; null where it was.</returns>
    private string? Compute(JsonElement question, ICaseSource tables)
    {
        string? wrong = null;
        if (question.TryGetProperty("engine", out var engine))
        {
            if (SecondImplementations.Find(engine.GetProperty("name").GetString()!) is not { } compute)
                wrong = $"{engine.GetProperty("name").GetString()} has no second implementation";
            else
                wrong = Tried(() => compute(new(engine, tables, _symbols), _figures));
        }

        var given = new OwnFormulas(question, tables, _symbols);
        given.AddInputs(_figures);
        given.AddQuantities(_figures);
        return wrong;
    }

    private static string? Tried(Action compute)
    {
        try
        {
            compute();
            return null;
        }
        catch (UnknownFormulaException unknown)
        {
            return unknown.Message;
        }
        catch (ExternalException error)
        {
            return NativeError.Told(error.Message);
        }
    }

    private void Compare(Quantity quantity, string? wrong)
    {
        var name = quantity.Name;
        // In the worksheet's order, so that a long chain is no deep recursion.
        Scale(name);
        if (_figures.Find(name) is not { } second)
        {
            _left[name] = _figures.Left.GetValueOrDefault(name) ?? (quantity.Provenance.Length > 0 ? $"values of a script: {quantity.Provenance}" : wrong ?? "the second implementation does not compute it");
            return;
        }

        if (_worksheet[name].Value is not { } value)
        {
            _disagreements[name] = new(name, _worksheet[name].Problem ?? "no value", Shown(second));
            return;
        }

        try
        {
            Compare(name, WorksheetNumbers.Of(value, _symbols), second);
        }
        catch (UnknownFormulaException unknown)
        {
            _left[name] = unknown.Message;
        }
    }

    private void Compare(string name, WorksheetNumbers key, torch.Tensor second)
    {
        if (!Plain(key.Shape).SequenceEqual(Plain(second.shape)))
        {
            _disagreements[name] = new(name, Said(key.Shape), Said(second.shape));
            return;
        }

        var numbers = second.cpu().contiguous().reshape(-1).data<double>().ToArray();
        var scale = Scale(name);
        for (var index = 0; index < numbers.Length; index++)
        {
            if (Agree(key.Numbers[index], numbers[index], key.AreExact[index] && key.Numbers[index] != 0 ? 0 : scale))
                continue;
            _disagreements[name] = new(name + Entry(key.Shape, index), key.Written[index], numbers[index].ToString("R", CultureInfo.InvariantCulture));
            return;
        }

        _agreed.Add(name);
    }

    // Written so that nothing agrees with NaN.
    private static bool Agree(double key, double second, double scale) =>
        Math.Abs(key - second) <= Relative * Math.Max(Math.Abs(key), Math.Abs(second)) || Math.Abs(key - second) <= Cancelled * scale;

    /// <summary>The largest amount among a quantity and all that it is computed from, directly or not.</summary>
    private double Scale(string name)
    {
        if (_scales.TryGetValue(name, out var known))
            return known;
        // A quantity that is computed from itself has no value, and is not compared.
        var own = _worksheet[name].Value is { } value ? Largest(value) : 0;
        return _scales[name] = Math.Max(own, _worksheet.Dependencies(name).Select(earlier => Scale(earlier.Name)).DefaultIfEmpty(0).Max());
    }

    private double Largest(Value value)
    {
        try
        {
            return WorksheetNumbers.Of(value, _symbols).Largest;
        }
        catch (UnknownFormulaException)
        {
            return 0;
        }
    }

    private static bool IsInput(Worksheet worksheet, Quantity quantity) => !quantity.IsDerived && !worksheet.Dependencies(quantity.Name).Any() && quantity.Formula is Number or Negation { Operand: Number } or Matrix;

    private static HashSet<string> Names(JsonElement question, string key) => question.TryGetProperty(key, out var map) ? map.EnumerateObject().Select(property => property.Name).ToHashSet(StringComparer.Ordinal) : [];

    /// <summary>A column is a list.</summary>
    private static long[] Plain(long[] shape) => shape is [var rows, 1] ? [rows] : shape;

    private static string Said(long[] shape) => shape.Length == 0 ? "one number" : string.Join(" × ", shape);

    private static string Entry(long[] shape, int index) => Plain(shape) switch
    {
        [] => "",
        [_] => $" ({index + 1})",
        [_, var columns] => $" ({index / columns + 1}, {index % columns + 1})",
        _ => $" (number {index + 1})",
    };

    private static string Shown(torch.Tensor value) => value.dim() == 0 ? value.ToDouble().ToString("R", CultureInfo.InvariantCulture) : Said(value.shape);
}
