using System.Collections.Immutable;
using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Diagnosis;

/// <summary>The readable answers of a question in the order in which their quantities are computed, and which of them an answer may have been computed from.</summary>
internal sealed class AnswerGraph
{
    /// <summary>Looked through one by one.</summary>
    private const int MostValues = 64;

    private readonly ImmutableArray<HashSet<string>> _uses;
    private readonly ImmutableArray<ImmutableArray<string>> _binds;
    private readonly ImmutableArray<ImmutableArray<int>> _before;
    private readonly ImmutableArray<Value?> _own;
    private readonly ImmutableArray<List<(Value Value, Judgement Judgement)>> _judged;
    private readonly bool[,] _isUsed;
    private readonly Dictionary<Occurrence, bool[]> _concerned = new(ReferenceEqualityComparer.Instance);

    public AnswerGraph(IReadOnlyList<ValueState> states, Worksheet key)
    {
        Key = key;
        var readable = states.Where(state => state.AgainstKey is not null).ToList();
        var binds = readable.ConvertAll(state => state.Grader.Quantities.Select(quantity => key.Named(quantity)!.Name).Distinct().ToImmutableArray());
        var uses = binds.ConvertAll(quantities => Reached(quantities, key));
        var order = Order(binds, uses);
        Answers = [.. order.Select(index => readable[index])];
        _binds = [.. order.Select(index => binds[index])];
        _uses = [.. order.Select(index => uses[index])];
        _isUsed = new bool[order.Count, order.Count];
        for (var answer = 0; answer < order.Count; answer++)
        {
            for (var other = 0; other < order.Count; other++)
                _isUsed[answer, other] = answer != other && _binds[other].Any(_uses[answer].Contains);
        }

        _before = [.. order.Select((_, answer) => Enumerable.Range(0, order.Count).Where(other => other < answer || (other > answer && !Uses(other, answer))).ToImmutableArray())];
        _judged = [.. order.Select(_ => new List<(Value Value, Judgement Judgement)>())];
        _own = [.. Answers.Select(state => state.Grader.OwnValue(state.Selection!.Answer))];
    }

    public Worksheet Key { get; }

    public ImmutableArray<ValueState> Answers { get; }

    /// <summary>Whether a mistake changes a formula on the way to an answer.</summary>
    public bool Concerns(Occurrence occurrence, int answer)
    {
        if (!_concerned.TryGetValue(occurrence, out var concerned))
        {
            var changed = occurrence.Formulas.Keys.Select(quantity => Key.Named(quantity)!.Name).ToList();
            _concerned[occurrence] = concerned = [.. _uses.Select(uses => changed.Exists(uses.Contains))];
        }

        return concerned[answer];
    }

    /// <summary>The student's own values that stand in the place of quantities: of some answers.</summary>
    public Dictionary<string, Value> OwnValues(IEnumerable<int> answers)
    {
        var values = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            if (_own[answer] is not { } value)
                continue;
            foreach (var quantity in Answers[answer].Grader.Quantities)
                values[quantity] = value;
        }

        return values;
    }

    /// <summary>How an answer compares with a worksheet. Most mistakes leave most values as they are, and a value is compared once.</summary>
    public Judgement Judge(int answer, Worksheet worksheet)
    {
        var state = Answers[answer];
        if (!state.Grader.DependsOnValueAlone || worksheet[state.Grader.Quantities[0]].Value is not { } value)
            return state.Grader.Judge(state.Selection!.Answer, worksheet);
        foreach (var (known, judgement) in _judged[answer])
        {
            if (known.Equals(value))
                return judgement;
        }

        var judged = state.Grader.Judge(state.Selection!.Answer, worksheet);
        if (_judged[answer].Count < MostValues)
            _judged[answer].Add((value, judged));
        return judged;
    }

    /// <summary>The answers that another may have been computed from: those that are not computed from it.</summary>
    public ImmutableArray<int> Before(int answer) => _before[answer];

    /// <summary>Whether an answer's quantity is computed from what another binds, or is part of it.</summary>
    public bool Uses(int answer, int other) => _isUsed[answer, other];

    private static HashSet<string> Reached(ImmutableArray<string> quantities, Worksheet key)
    {
        var reached = new HashSet<string>(quantities, StringComparer.Ordinal);
        var rest = new Stack<string>(quantities);
        while (rest.TryPop(out var quantity))
        {
            foreach (var earlier in key.Dependencies(quantity))
            {
                if (reached.Add(earlier.Name))
                    rest.Push(earlier.Name);
            }
        }

        return reached;
    }

    /// <summary>Each after all that it is computed from, and else as the question asks.</summary>
    private static List<int> Order(List<ImmutableArray<string>> binds, List<HashSet<string>> uses)
    {
        var order = new List<int>();
        var seen = new bool[binds.Count];
        for (var answer = 0; answer < binds.Count; answer++)
            Visit(answer);
        return order;

        void Visit(int answer)
        {
            if (seen[answer])
                return;
            seen[answer] = true;
            for (var other = 0; other < binds.Count; other++)
            {
                // An entry and its array are computed from each other: these stay as they are asked.
                if (!seen[other] && binds[other].Any(uses[answer].Contains) && !binds[answer].Any(uses[other].Contains))
                    Visit(other);
            }

            order.Add(answer);
        }
    }
}
