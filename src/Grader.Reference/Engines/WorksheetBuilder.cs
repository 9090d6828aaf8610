using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines;

/// <summary>Collects the quantities and mistakes of a question.</summary>
internal sealed class WorksheetBuilder
{
    private readonly List<Quantity> _quantities = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<MistakeBuilder> _mistakes = [];
    private readonly List<Convention> _conventions = [];

    /// <summary>Names that stay symbols: <c>w_1</c>.</summary>
    public HashSet<string> Symbols { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _quantities.Select(quantity => quantity.Name);

    public bool Has(string name) => _names.Contains(name);

    /// <param name="formula">In the language of case files.</param>
    public void Add(string name, string formula, string say, string unit = "") => Add(name, CaseFormula.Read(formula), say, unit);

    public void Add(string name, Expression formula, string say, string unit = "", Expression? plausible = null) => Add(new(name, formula, unit, say) { Plausible = plausible });

    /// <summary>A literal that is no input: the engine worked it out.</summary>
    public void AddDerived(string name, Expression literal, string say) => Add(new(name, literal, "", say) { IsDerived = true });

    /// <summary>A literal that a script of the instructor's worked out.</summary>
    public void AddComputed(string name, Expression literal, string say, string unit, string provenance) => Add(new(name, literal, unit, say) { IsDerived = true, Provenance = provenance });

    private void Add(Quantity quantity)
    {
        if (!_names.Add(quantity.Name))
            throw new ArgumentException($"{quantity.Name} is defined twice", nameof(quantity));
        _quantities.Add(quantity);
    }

    public void Add(string name, Rational input, string say, string unit = "") => Add(name, TableReader.Literal(input), say, unit);

    /// <summary>A mistake that nothing is known to be wrong with yet: <see cref="MistakeBuilder.At(string, ReadOnlySpan{ValueTuple{string, string}})"/> says where it can be made.</summary>
    public MistakeBuilder Mistake(string id, string say, Rational credit = default)
    {
        var mistake = new MistakeBuilder(id, say, credit);
        _mistakes.Add(mistake);
        return mistake;
    }

    /// <summary>Something that is right in several ways; the first choice is that of the formulas as they were added.</summary>
    public void AddConvention(Convention convention) => _conventions.Add(convention);

    public bool HasConvention(string id) => _conventions.Exists(convention => convention.Id == id);

    public bool HasMistake(string id) => _mistakes.Exists(mistake => mistake.Id == id);

    /// <summary>Forgets where a mistake changes nothing: a padding that rounding swallows cannot be forgotten.</summary>
    public void DropMistakesWithoutEffect()
    {
        var right = new Worksheet(_quantities.ToSequence(), []);
        foreach (var mistake in _mistakes)
            mistake.Keep(occurrence => Changes(occurrence, right));
    }

    public Worksheet Build() => new(_quantities.ToSequence(), _mistakes.Where(mistake => mistake.CanBeMade).Select(mistake => mistake.Build()).ToSequence()) { Conventions = _conventions.ToSequence() };

    private static bool Changes(Occurrence occurrence, Worksheet right) =>
        occurrence.Formulas.Any(replaced => CaseFormula.Evaluate(replaced.Value, right.ValueOf).Value is not { } wrong || wrong != right[replaced.Key].Value);
}

/// <summary>Collects the places where a mistake can be made.</summary>
internal sealed class MistakeBuilder(string id, string say, Rational credit)
{
    private readonly List<Occurrence> _occurrences = [];

    public string Id => id;

    public bool CanBeMade => _occurrences.Count > 0;

    /// <param name="where">The place, for the report; empty where there is only one.</param>
    /// <param name="formulas">The quantities it changes, and the formulas it puts in their place.</param>
    public MistakeBuilder At(string where, params ReadOnlySpan<(string Quantity, string Formula)> formulas)
    {
        var replaced = ImmutableSortedDictionary.CreateBuilder<string, Expression>(StringComparer.Ordinal);
        foreach (var (quantity, formula) in formulas)
            replaced[quantity] = CaseFormula.Read(formula);
        return At(where, replaced.ToImmutable());
    }

    public MistakeBuilder At(string where, params ReadOnlySpan<(string Quantity, Expression Formula)> formulas)
    {
        var replaced = ImmutableSortedDictionary.CreateBuilder<string, Expression>(StringComparer.Ordinal);
        foreach (var (quantity, formula) in formulas)
            replaced[quantity] = formula;
        return At(where, replaced.ToImmutable());
    }

    public MistakeBuilder At(string where, ImmutableSortedDictionary<string, Expression> formulas)
    {
        _occurrences.Add(new(id, where, formulas));
        return this;
    }

    public void Keep(Predicate<Occurrence> which) => _occurrences.RemoveAll(occurrence => !which(occurrence));

    public Mistake Build() => new(id, say, credit, _occurrences.ToSequence());
}
