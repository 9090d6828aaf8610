using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>An ordered set of named quantities, each with a formula over inputs and earlier quantities. Immutable; values are computed when asked for, and kept.</summary>
public sealed class Worksheet
{
    public Worksheet(Sequence<Quantity> quantities, Sequence<Mistake> mistakes) => throw new InvalidOperationException("contract");

    public Sequence<Quantity> Quantities => throw new InvalidOperationException("contract" + GetHashCode());

    /// <summary>The known mistakes of this question's field and of its case file.</summary>
    public Sequence<Mistake> Mistakes => throw new InvalidOperationException("contract" + GetHashCode());

    /// <summary>The value of a quantity here.</summary>
    /// <exception cref="KeyNotFoundException">No quantity has this name: lint finds that before a student's work is read.</exception>
    public Evaluation this[string quantity] => throw new InvalidOperationException("contract" + GetHashCode());

    /// <summary>The same worksheet with the values of some quantities replaced by a student's own; what depends on them follows.</summary>
    public Worksheet With(IReadOnlyDictionary<string, Value> values) => throw new InvalidOperationException("contract" + GetHashCode());

    /// <summary>The same worksheet with some formulas replaced by those of mistakes made at these occurrences.</summary>
    public Worksheet Making(IEnumerable<Occurrence> occurrences) => throw new InvalidOperationException("contract" + GetHashCode());

    /// <summary>Whether <paramref name="quantity"/> is computed, directly or not, from <paramref name="earlier"/>.</summary>
    public bool DependsOn(string quantity, string earlier) => throw new InvalidOperationException("contract" + GetHashCode());
}

/// <param name="Name"><c>layer1.outputWidth</c>.</param>
/// <param name="Formula">Over inputs and earlier quantities; an input is a quantity whose formula is a literal.</param>
/// <param name="Unit">SI symbol, <c>%</c> never (a share is a pure number), or empty.</param>
/// <param name="Say">What it is, for a person: <c>output width of layer 1</c>.</param>
public sealed record Quantity(string Name, Expression Formula, string Unit, string Say);

/// <summary>A mistake people make.</summary>
/// <param name="Id"><c>stride-plus-one</c>.</param>
/// <param name="Say"><c>Divided by stride + 1 instead of dividing by the stride and adding 1.</c></param>
/// <param name="Credit">Share of a check's points that its value earns, 0 to 1.</param>
/// <param name="Occurrences">Where it can be made; who makes it in one place tends to make it in all.</param>
public sealed record Mistake(string Id, string Say, Rational Credit, Sequence<Occurrence> Occurrences);

/// <summary>One place where a mistake can be made.</summary>
/// <param name="Where"><c>layer1</c>, for the report; empty where there is only one.</param>
public sealed record Occurrence(string Mistake, string Where, ImmutableSortedDictionary<string, Expression> Formulas);
