using Grader.Mathematics;
using Grader.Reference.Engines;

namespace Grader.Reference.Cases;

/// <summary>Reads what a question computes: its engine, inputs, own quantities and own mistakes.</summary>
internal sealed class WorksheetReader(ObjectReader question, CaseFolder folder)
{
    private readonly ProblemList _problems = folder.Problems;
    private readonly TableReader _tables = new(folder);
    private readonly WorksheetBuilder _builder = new();
    private readonly List<OwnFormula> _formulas = [];
    private readonly Dictionary<string, CasePlace> _mistakes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CasePlace> _places = new(StringComparer.Ordinal);

    /// <returns>The worksheet; null where a problem leaves it incomplete, so that not every name that is missing in it is told as well.</returns>
    public Worksheet? Read()
    {
        var before = _problems.Count;
        ReadEngine();
        foreach (var property in question.Map("inputs"))
        {
            if (_tables.Read(property.Value) is { } literal)
                Add(property.Name, literal, property.Value as CaseText, "", property.Name.Text);
        }

        foreach (var value in question.Objects("computed", ComputedReader.Shape).SelectMany(new ComputedReader(folder).Read))
        {
            if (IsFree(value.Name))
                _builder.AddComputed(value.Name.Text, value.Value, value.Say.Length > 0 ? value.Say : value.Name.Text, value.Unit, value.Provenance);
        }

        foreach (var symbol in question.Texts("symbols"))
            _builder.Symbols.Add(symbol.Text);
        foreach (var property in question.Map("quantities"))
            ReadQuantity(property);
        var mistakes = question.Objects("mistakes", CaseShapes.OwnMistake).ToList();
        foreach (var mistake in mistakes)
            ReadMistake(mistake);
        new ConventionReader(_builder, new(_builder, _formulas, _problems)).Read(question);
        if (_problems.Count > before)
            return null;
        var worksheet = _builder.Build();
        Check(worksheet);
        return _problems.Count > before ? null : worksheet;
    }

    private void ReadEngine()
    {
        if (question.Node("engine") is not { } node)
            return;
        if (node is not CaseObject { } inputs || inputs["name"] is not CaseText name)
        {
            _problems.Add(node.Place, "The engine has no name.", "Write \"engine\": { \"name\": \"convolution-stack\", … }; the README beside the cases lists the engines.");
            return;
        }

        if (EngineList.Find(name.Text) is not { } engine)
            _problems.Add(name.Place, $"There is no engine \"{name.Text}\".", Suggestion.For(name.Text, EngineNames));
        else if (ObjectReader.Open(node, engine.Inputs, _problems) is { } reader)
            engine.Build(reader, _tables, _builder);
    }

    private static IEnumerable<string> EngineNames => EngineList.All.Items.Select(engine => engine.Inputs.Name);

    private void ReadQuantity(CaseProperty property)
    {
        if (property.Value is CaseText text)
        {
            if (CaseFormula.Read(text, _problems) is { } formula)
                Add(property.Name, formula, text, "", property.Name.Text);
        }
        else if (ObjectReader.Open(property.Value, CaseShapes.OwnQuantity, _problems) is { } reader && reader.TextNode("formula") is { } written && CaseFormula.Read(written, _problems) is { } formula)
        {
            Add(property.Name, formula, written, reader.Text("unit"), reader.Text("say") is { Length: > 0 } say ? say : property.Name.Text, ReadPlausible(reader));
        }
    }

    private Expression? ReadPlausible(ObjectReader reader)
    {
        if (reader.Node("plausible") is null || reader.TextNode("plausible") is not { } text || CaseFormula.Read(text, _problems) is not { } plausible)
            return null;
        _formulas.Add(new(text, plausible));
        return plausible;
    }

    /// <summary>Whether a quantity may have this name; its place is then noted.</summary>
    private bool IsFree(CaseText name)
    {
        if (!CaseFormula.IsName(name.Text))
            _problems.Add(name.Place, $"\"{name.Text}\" is no name for a quantity.", CaseFormula.IsConstant(name.Text) ? "It is a constant; choose another name." : "A name is of letters, digits, _ and dots before letters: layer1.width.");
        else if (_builder.Has(name.Text))
            _problems.Add(name.Place, $"The quantity \"{name.Text}\" is defined already.", "Choose another name.");
        else
            return _places.TryAdd(name.Text, name.Place);
        return false;
    }

    private void Add(CaseText name, Expression formula, CaseText? written, string unit, string say, Expression? plausible = null)
    {
        if (!IsFree(name))
            return;
        _builder.Add(name.Text, formula, say, unit, plausible);
        if (written is not null)
            _formulas.Add(new(written, formula));
    }

    private void ReadMistake(ObjectReader reader)
    {
        var id = reader.TextNode("id");
        if (id is not null && _builder.HasMistake(id.Text))
            _problems.Add(id.Place, $"The mistake \"{id.Text}\" is known already.", "Choose another id.");
        if (id is not null)
            _mistakes[id.Text] = id.Place;
        var mistake = _builder.Mistake(id?.Text ?? "", reader.Text("say"), reader.Share("credit", Rational.Zero));
        var occurrences = reader.Objects("occurrences", CaseShapes.OwnOccurrence).ToList();
        if (reader.Node("formulas") is not null == occurrences.Count > 0)
            _problems.Add(reader.Place, "A mistake has either \"formulas\" or \"occurrences\".", "Write \"formulas\": { \"quantity\": \"the wrong formula\" }.");
        if (reader.Node("formulas") is not null)
            ReadOccurrence(mistake, "", reader);
        foreach (var occurrence in occurrences)
            ReadOccurrence(mistake, occurrence.Text("where"), occurrence);
    }

    private void ReadOccurrence(MistakeBuilder mistake, string where, ObjectReader reader)
    {
        var replaced = new ReplacedFormulas(_builder, _formulas, _problems).Read(reader);
        if (replaced.Count > 0)
            mistake.At(where, replaced);
    }

    private void Check(Worksheet worksheet)
    {
        foreach (var (text, formula) in _formulas)
            CaseFormula.CheckNames(text, formula, worksheet, _builder.Symbols, _problems);
        if (worksheet.Cycle() is { Count: > 0 } cycle)
        {
            var place = cycle.Items.Where(_places.ContainsKey).Select(name => _places[name]).DefaultIfEmpty(question.Place).First();
            _problems.Add(place, $"These quantities are computed from each other in a circle: {string.Join(" → ", cycle.Items.Reverse().Append(cycle[^1]))}.", "Let one of them be an input.");
            return;
        }

        foreach (var mistake in worksheet.Mistakes)
        {
            if (_mistakes.TryGetValue(mistake.Id, out var place) && worksheet.Making(mistake.Occurrences).Cycle() is { Count: > 0 } circle)
                _problems.Add(place, $"With the mistake \"{mistake.Id}\" these quantities are computed from each other in a circle: {string.Join(" → ", circle.Items.Reverse().Append(circle[^1]))}.", "Let its formulas use what stands before them.");
        }

        ConventionReader.Check(worksheet, question);
        foreach (var quantity in worksheet.Quantities)
        {
            if (quantity.Plausible is { } plausible && worksheet.Fulfils(plausible) is not true and var holds && _places.TryGetValue(quantity.Name, out var at))
                _problems.Add(at, holds is false ? $"Its own value, {KeyText.Of(worksheet[quantity.Name].Value!)}, is not plausible." : "What is plausible is no condition.", "Write a condition that its value fulfils: out >= 1.");
            if (worksheet[quantity.Name] is { Value: null, Problem: var problem } && _places.TryGetValue(quantity.Name, out var place) && problem!.StartsWith(quantity.Name + ":", StringComparison.Ordinal))
                _problems.Add(place, $"This quantity has no value: {problem[(quantity.Name.Length + 2)..]}.", "Mend its formula or its inputs.");
        }
    }
}
