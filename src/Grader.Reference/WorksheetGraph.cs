using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>Which quantity is computed from which, by index.</summary>
internal sealed class WorksheetGraph
{
    private readonly ImmutableArray<int>[] _dependencies;

    /// <summary>The graph that formulas were replaced in, this one itself at first: what it knows of dependents holds here too, but for what was added.</summary>
    private readonly WorksheetGraph _root;
    private readonly ImmutableArray<(int From, int To)> _added;
    private List<int>[]? _dependents;

    public WorksheetGraph(Sequence<Quantity> quantities, QuantityNames names)
        : this(quantities.Items.Select(quantity => Read(quantity.Formula, names)).ToArray(), null, [])
    {
    }

    private WorksheetGraph(ImmutableArray<int>[] dependencies, WorksheetGraph? root, ImmutableArray<(int From, int To)> added) =>
        (_dependencies, _root, _added) = (dependencies, root ?? this, added);

    public ImmutableArray<int> Dependencies(int quantity) => _dependencies[quantity];

    public WorksheetGraph With(Sequence<Quantity> quantities, IEnumerable<int> replaced, QuantityNames names)
    {
        var dependencies = (ImmutableArray<int>[])_dependencies.Clone();
        var added = _added.ToBuilder();
        foreach (var index in replaced)
        {
            dependencies[index] = Read(quantities[index].Formula, names);
            foreach (var from in dependencies[index])
            {
                if (!_dependencies[index].Contains(from))
                    added.Add((from, index));
            }
        }

        return new(dependencies, _root, added.DrainToImmutable());
    }

    /// <summary>The evaluations that do not change where <paramref name="changed"/> do.</summary>
    public Evaluation?[] Keep(Evaluation?[] evaluations, IEnumerable<int> changed)
    {
        var kept = (Evaluation?[])evaluations.Clone();
        // Those of a formula that was replaced are kept: to compute again what need not be is no error.
        var dependents = _root._dependents ??= _root.Reverse();
        var seen = new HashSet<int>();
        var rest = new Stack<int>(changed);
        while (rest.TryPop(out var index))
        {
            if (!seen.Add(index))
                continue;
            kept[index] = null;
            foreach (var dependent in dependents[index])
                rest.Push(dependent);
            foreach (var (from, to) in _added)
            {
                if (from == index)
                    rest.Push(to);
            }
        }

        return kept;
    }

    public bool Reaches(int quantity, int earlier)
    {
        var seen = new HashSet<int>();
        var rest = new Stack<int>(_dependencies[quantity]);
        while (rest.TryPop(out var index))
        {
            if (index == earlier)
                return true;
            if (!seen.Add(index))
                continue;
            foreach (var dependency in _dependencies[index])
                rest.Push(dependency);
        }

        return false;
    }

    /// <summary>The first circle found, in its order; empty where there is none.</summary>
    public ImmutableArray<int> Cycle()
    {
        var done = new bool[_dependencies.Length];
        var open = new bool[_dependencies.Length];
        var path = new Stack<(int Index, int Next)>();
        for (var root = 0; root < _dependencies.Length; root++)
        {
            if (!done[root])
                path.Push((root, 0));
            while (path.TryPop(out var step))
            {
                var (index, next) = step;
                open[index] = true;
                if (next == _dependencies[index].Length)
                {
                    open[index] = false;
                    done[index] = true;
                    continue;
                }

                path.Push((index, next + 1));
                var dependency = _dependencies[index][next];
                if (open[dependency])
                    return [.. path.Select(frame => frame.Index).TakeWhile(frame => frame != dependency).Append(dependency).Reverse()];
                if (!done[dependency])
                    path.Push((dependency, 0));
            }
        }

        return [];
    }

    public static ImmutableArray<int> Read(Expression formula, QuantityNames names)
    {
        var dependencies = ImmutableArray.CreateBuilder<int>();
        var seen = new HashSet<int>();
        foreach (var name in FormulaNames.In(formula))
        {
            if (names.Find(name) is { } reference && seen.Add(reference.Quantity))
                dependencies.Add(reference.Quantity);
        }

        return dependencies.DrainToImmutable();
    }

    private List<int>[] Reverse()
    {
        var dependents = new List<int>[_dependencies.Length];
        for (var index = 0; index < dependents.Length; index++)
            dependents[index] = [];
        for (var index = 0; index < dependents.Length; index++)
        {
            foreach (var dependency in _dependencies[index])
                dependents[dependency].Add(index);
        }

        return dependents;
    }
}
