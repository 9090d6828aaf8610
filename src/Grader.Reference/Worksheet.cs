using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference;

/// <summary>An ordered set of named quantities, each with a formula over inputs and earlier quantities. Immutable; values are computed when asked for, and kept.</summary>
/// <remarks><c>mean_2</c> is the second entry of the quantity <c>mean</c>, and <c>z_13</c> an entry of a matrix: in formulas, and wherever a quantity is named here.</remarks>
public sealed class Worksheet
{
    private readonly QuantityNames _names;
    private readonly WorksheetGraph _graph;

    /// <summary>What a student's own value replaced.</summary>
    private readonly ImmutableDictionary<int, Value> _own;

    /// <summary>Filled in when asked for; a value that two threads compute at once is the same value.</summary>
    private readonly Evaluation?[] _evaluations;

    /// <summary>Null in a worksheet that was derived from another: those are many, and soon forgotten.</summary>
    private readonly ConcurrentDictionary<Sequence<Occurrence>, Worksheet>? _made;

    private readonly ConcurrentDictionary<(string Quantity, int Decimals), Rational?> _bounds = [];

    public Worksheet(Sequence<Quantity> quantities, Sequence<Mistake> mistakes)
        : this(quantities, mistakes, new QuantityNames(quantities.Items.Select(quantity => quantity.Name)))
    {
    }

    private Worksheet(Sequence<Quantity> quantities, Sequence<Mistake> mistakes, QuantityNames names)
        : this(quantities, mistakes, names, new(quantities, names), ImmutableDictionary<int, Value>.Empty, new Evaluation?[quantities.Count]) => _made = [];

    private Worksheet(Sequence<Quantity> quantities, Sequence<Mistake> mistakes, QuantityNames names, WorksheetGraph graph, ImmutableDictionary<int, Value> own, Evaluation?[] evaluations)
    {
        Quantities = quantities;
        Mistakes = mistakes;
        _names = names;
        _graph = graph;
        _own = own;
        _evaluations = evaluations;
    }

    public Sequence<Quantity> Quantities { get; }

    /// <summary>The known mistakes of this question's field and of its case file.</summary>
    public Sequence<Mistake> Mistakes { get; }

    /// <summary>What is right in several ways here; a question's answers take one of each.</summary>
    public Sequence<Convention> Conventions { get; init; }

    /// <summary>The value of a quantity here.</summary>
    /// <exception cref="KeyNotFoundException">No quantity has this name: lint finds that before a student's work is read.</exception>
    public Evaluation this[string quantity]
    {
        get
        {
            var reference = Find(quantity);
            var evaluation = Evaluate(reference.Quantity);
            if (reference.Index.Length == 0 || evaluation.Value is not { } whole)
                return evaluation;
            var entry = reference.Of(whole, quantity, out var problem);
            return new(entry, problem);
        }
    }

    /// <summary>The same worksheet with the values of some quantities replaced by a student's own; what depends on them follows.</summary>
    /// <exception cref="KeyNotFoundException">No quantity has this name.</exception>
    public Worksheet With(IReadOnlyDictionary<string, Value> values)
    {
        var references = values.Select(item => (Reference: Find(item.Key), item.Value)).ToList();
        var changed = WithWhole(references.FindAll(item => item.Reference.Index.Length == 0));

        // An entry stands in an array that follows from all other values: those that it is computed from come first.
        var rest = references.FindAll(item => item.Reference.Index.Length > 0);
        while (rest.Count > 0)
        {
            var next = rest.Find(item => rest.TrueForAll(other => other.Reference.Quantity == item.Reference.Quantity || !_graph.Reaches(item.Reference.Quantity, other.Reference.Quantity)));
            var quantity = (next.Value is null ? rest[0] : next).Reference.Quantity;
            var entries = rest.FindAll(item => item.Reference.Quantity == quantity);
            rest.RemoveAll(item => item.Reference.Quantity == quantity);
            changed = changed.WithWhole([(new QuantityReference(quantity, ""), entries.Aggregate(changed.Evaluate(quantity).Value, (array, entry) => entry.Reference.Replace(array, entry.Value))!)]);
        }

        return changed;
    }

    private Worksheet WithWhole(List<(QuantityReference Reference, Value Value)> values)
    {
        if (values.Count == 0)
            return this;
        var own = _own;
        foreach (var (reference, value) in values)
            own = own.SetItem(reference.Quantity, ShapedAs(own.GetValueOrDefault(reference.Quantity) ?? Evaluate(reference.Quantity).Value, value));
        return new(Quantities, Mistakes, _names, _graph, own, _graph.Keep(_evaluations, values.Select(item => item.Reference.Quantity))) { Conventions = Conventions };
    }

    /// <summary>The same worksheet with some formulas replaced by those of mistakes made at these occurrences.</summary>
    /// <remarks>Kept: what a mistake makes of the key is the same for a whole class.</remarks>
    /// <exception cref="KeyNotFoundException">No quantity has the name of one.</exception>
    public Worksheet Making(Sequence<Occurrence> occurrences) => _made is null ? Made(occurrences, this) : _made.GetOrAdd(occurrences, Made, this);

    private static Worksheet Made(Sequence<Occurrence> occurrences, Worksheet worksheet) => worksheet.Replacing(occurrences.Items.SelectMany(occurrence => occurrence.Formulas));

    /// <summary>The same worksheet as someone has it who takes this way of a convention.</summary>
    /// <exception cref="KeyNotFoundException">No quantity has the name of one of its formulas.</exception>
    public Worksheet Choosing(ConventionChoice choice) => Replacing(choice.Formulas);

    private Worksheet Replacing(IEnumerable<KeyValuePair<string, Expression>> formulas)
    {
        var quantities = Quantities.Items.ToBuilder();
        var replaced = new HashSet<int>();
        foreach (var (name, formula) in formulas)
        {
            var index = _names[name];
            quantities[index] = quantities[index] with { Formula = formula };
            replaced.Add(index);
        }

        if (replaced.Count == 0)
            return this;
        var sequence = new Sequence<Quantity>(quantities.DrainToImmutable());
        var graph = _graph.With(sequence, replaced, _names);
        return new(sequence, Mistakes, _names, graph, _own, graph.Keep(_evaluations, replaced)) { Conventions = Conventions };
    }

    /// <summary>Whether <paramref name="quantity"/> is computed, directly or not, from <paramref name="earlier"/>. An entry is computed from its array, and an array from its entries.</summary>
    /// <exception cref="KeyNotFoundException">No quantity has one of these names.</exception>
    public bool DependsOn(string quantity, string earlier)
    {
        var (later, from) = (Find(quantity), Find(earlier));
        var partOfEachOther = later.Quantity == from.Quantity && later.Index.Length == 0 != (from.Index.Length == 0);
        return partOfEachOther || _graph.Reaches(later.Quantity, from.Quantity);
    }

    /// <summary>Whether a quantity, or an entry of one, has this name.</summary>
    public bool Has(string quantity) => _names.Find(quantity) is not null;

    /// <summary>The quantities that a formula's name stands for: one, or none for a free symbol.</summary>
    public Quantity? Named(string name) => _names.Find(name) is { } reference ? Quantities[reference.Quantity] : null;

    /// <summary>The value that a name in a formula has here: of a quantity, or of an entry of one. Null for a free symbol and where there is no value.</summary>
    public Value? ValueOf(string name) =>
        _names.Find(name) is { } reference && Evaluate(reference.Quantity).Value is { } whole ? reference.Of(whole, name, out _) : null;

    /// <summary>How far a quantity can move here where every number on the way, and itself, is rounded to so many decimals.</summary>
    /// <returns>Null where that cannot be said: it is symbolic, or has more than a thousand numbers on the way.</returns>
    /// <exception cref="KeyNotFoundException">No quantity has this name.</exception>
    public Rational? RoundingBound(string quantity, int decimals) => _bounds.GetOrAdd((quantity, decimals), static (of, worksheet) => Reference.RoundingBound.Of(worksheet, of.Quantity, of.Decimals), this);

    /// <summary>Whether a condition holds of the quantities here; null where the formula is none or has no value.</summary>
    public bool? Fulfils(Expression condition) => CaseFormula.Holds(CaseFormula.Evaluate(condition, ValueOf).Value);

    /// <summary>The quantities that a quantity's formula names, in the order of the formula.</summary>
    /// <exception cref="KeyNotFoundException">No quantity has this name.</exception>
    public IEnumerable<Quantity> Dependencies(string quantity) => _graph.Dependencies(Find(quantity).Quantity).Select(index => Quantities[index]);

    /// <summary>Names of quantities that depend on themselves, in the order of the circle; empty where there is none.</summary>
    public Sequence<string> Cycle() => _graph.Cycle().Select(index => Quantities[index].Name).ToSequence();

    internal QuantityReference ReferenceOf(string name) => Find(name);

    internal Value? ValueAt(int index) => Evaluate(index).Value;

    /// <summary>Whether a quantity is worked out, and not given. An own value is a result as well.</summary>
    internal bool IsComputed(int index) => !_graph.Dependencies(index).IsEmpty;

    /// <summary>What a quantity is computed from here: nothing where its value is the student's own.</summary>
    internal ImmutableArray<int> ComputedFrom(int index) => _own.ContainsKey(index) ? [] : _graph.Dependencies(index);

    internal ImmutableArray<int> NamedIn(Expression formula) => WorksheetGraph.Read(formula, _names);

    /// <summary>What a formula gives where one quantity that it names has this value.</summary>
    internal Value? Given(Expression formula, int quantity, Value value) => Compute(formula, known => known == quantity ? value : Evaluate(known).Value, out _);

    private QuantityReference Find(string name) => _names.Find(name) ?? throw new KeyNotFoundException($"no quantity is named {name}");

    /// <summary>A student's vector may stand in a row where the formula's stands in a column.</summary>
    private static Value ShapedAs(Value? key, Value own) =>
        key is Tensor right && own is Tensor written && right.Shape != written.Shape && right.Entries.Count == written.Entries.Count && IsVector(right) && IsVector(written)
            ? written with { Shape = right.Shape }
            : own;

    private static bool IsVector(Tensor tensor) => tensor.Shape.Items.Count(length => length != 1) <= 1;

    private Evaluation Evaluate(int root)
    {
        if (_evaluations[root] is { } known)
            return known;
        // Not by recursion: a chain of ten thousand quantities is a worksheet, not a stack overflow.
        var path = new Stack<(int Index, int Next)>();
        var open = new HashSet<int> { root };
        path.Push((root, 0));
        while (path.TryPop(out var step))
        {
            var (index, next) = step;
            var dependencies = _own.ContainsKey(index) ? [] : _graph.Dependencies(index);
            while (next < dependencies.Length && _evaluations[dependencies[next]] is not null)
                next++;
            if (next < dependencies.Length && open.Add(dependencies[next]))
            {
                path.Push((index, next));
                path.Push((dependencies[next], 0));
                continue;
            }

            _evaluations[index] = next < dependencies.Length ? new(null, $"{Quantities[index].Name} depends on itself") : Compute(index);
            open.Remove(index);
        }

        return _evaluations[root]!;
    }

    private Evaluation Compute(int index)
    {
        if (_own.TryGetValue(index, out var own))
            return new(own, null);
        foreach (var dependency in _graph.Dependencies(index))
        {
            if (_evaluations[dependency]!.Value is null)
                return _evaluations[dependency]!;
        }

        return Compute(Quantities[index].Formula, quantity => _evaluations[quantity]?.Value, out var problem) is { } value ? new(value, null) : new(null, $"{Quantities[index].Name}: {problem}");
    }

    /// <param name="known">The value of a quantity that the formula names, by index.</param>
    private Value? Compute(Expression formula, Func<int, Value?> known, out string? problem)
    {
        string? wrongName = null;
        var evaluation = CaseFormula.Evaluate(formula, name =>
        {
            if (_names.Find(name) is not { } reference)
                return null;
            if (known(reference.Quantity) is not { } whole)
            {
                // x_i, where x_1 and x_2 are quantities and the bounds of i are not written as numbers.
                wrongName ??= $"{name} is a quantity of its own and no entry of an array";
                return null;
            }

            var value = reference.Of(whole, name, out var wrong);
            wrongName ??= wrong;
            return value;
        });
        problem = wrongName ?? evaluation.Problem;
        return wrongName is null ? evaluation.Value : null;
    }
}

/// <param name="Name"><c>layer1.outputWidth</c>.</param>
/// <param name="Formula">Over inputs and earlier quantities; an input is a quantity whose formula is a literal.</param>
/// <param name="Unit">SI symbol, <c>%</c> never (a share is a pure number), or empty.</param>
/// <param name="Say">What it is, for a person: <c>output width of layer 1</c>.</param>
public sealed record Quantity(string Name, Expression Formula, string Unit, string Say)
{
    /// <summary>Its formula is a literal, and yet it is worked out: a convolution's matrix. No handout shows it.</summary>
    public bool IsDerived { get; init; }

    /// <summary>What computed its value where no formula did: <c>values.csv: solve.py, numpy 2.1, 2026-11-03</c>; else empty.</summary>
    public string Provenance { get; init; } = "";

    /// <summary>What holds of any value that is not absurd, <c>out ≥ 1</c>; null where nothing is said.</summary>
    public Expression? Plausible { get; init; }
}

/// <summary>A mistake people make.</summary>
/// <param name="Id"><c>stride-plus-one</c>.</param>
/// <param name="Say"><c>Divided by stride + 1 instead of dividing by the stride and adding 1.</c></param>
/// <param name="Credit">Share of a check's points that its value earns, 0 to 1.</param>
/// <param name="Occurrences">Where it can be made; who makes it in one place tends to make it in all.</param>
public sealed record Mistake(string Id, string Say, Rational Credit, Sequence<Occurrence> Occurrences);

/// <summary>One place where a mistake can be made.</summary>
/// <param name="Where"><c>layer1</c>, for the report; empty where there is only one.</param>
public sealed record Occurrence(string Mistake, string Where, ImmutableSortedDictionary<string, Expression> Formulas);
