using System.Collections.Immutable;
using Grader.Grading.Answers;
using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading;

/// <summary>
/// Finds how a student names what may be named in any way, clusters for instance: the one exchange of labels, for all checks of a question together, under which most of the answers
/// agrees with the key; no exchange where another does no better. The answers then stand in the key's labels, for carrying forward and diagnosis to go on from.
/// </summary>
internal sealed class RelabellingSearch
{
    private readonly Relabelling _relabelling;
    private readonly Worksheet _key;
    private readonly IDictionary<string, Selection> _selections;
    private readonly List<(ValueGrader Grader, RelabelledBy By)> _touched;
    private readonly LabelNames _names;

    private RelabellingSearch(Relabelling relabelling, Worksheet key, IReadOnlyList<ValueGrader> graders, IDictionary<string, Selection> selections)
    {
        (_relabelling, _key, _selections) = (relabelling, key, selections);
        _touched = [];
        foreach (var grader in graders.Where(grader => selections.TryGetValue(grader.Check.Id, out var selection) && selection.Answer is { Trouble: null, Expression: not null }))
            _touched.AddRange(grader.Check.Relabelled.Items.Where(relabelled => relabelled.Relabelling == relabelling.Id).Select(relabelled => (grader, relabelled.By)));
        _names = new(relabelling, _touched.Where(item => item.By == RelabelledBy.Values).SelectMany(item => ExchangedLabels.Labels(Selected(item.Grader).Answer.Expression!)).Select(LabelNames.TextOf));
    }

    /// <summary>Puts the answers into the key's labels.</summary>
    /// <param name="notes">For checks whose answer would agree under another exchange than that of the question.</param>
    /// <returns>The exchanges that are none of a label for itself.</returns>
    public static Sequence<RelabellingTaken> Take(Question question, IReadOnlyList<ValueGrader> graders, IDictionary<string, Selection> selections, IDictionary<string, string> notes)
    {
        var taken = new List<RelabellingTaken>();
        foreach (var relabelling in question.Relabellings)
        {
            var search = new RelabellingSearch(relabelling, question.Worksheet, graders, selections);
            if (search._touched.Count > 0 && search.Take(notes) is { } exchange)
                taken.Add(exchange);
        }
        return taken.ToSequence();
    }

    private RelabellingTaken? Take(IDictionary<string, string> notes)
    {
        var orders = Orders(_relabelling.Labels.Count);
        var best = orders[0];
        var most = Rational.Of(-1, 1);
        foreach (var order in orders)
        {
            var agreeing = _touched.Aggregate(Rational.Zero, (sum, item) => sum + item.Grader.Check.Points * ShareUnder(order, item.Grader, item.By));
            if (agreeing > most)
                (best, most) = (order, agreeing);
        }

        var taken = best == orders[0] ? null : new RelabellingTaken(_relabelling.Id, _relabelling.Say, best.Select((label, own) => new LabelExchange(_names.NameOf(own), LabelNames.TextOf(_relabelling.Labels[label]))).ToSequence());
        foreach (var (grader, by) in _touched)
        {
            if (ShareUnder(best, grader, by) != Rational.One && orders.Any(order => ShareUnder(order, grader, by) == Rational.One))
                notes[grader.Check.Id] = "It would agree with other names, but names hold for the whole question.";
            else if (taken is not null)
                notes[grader.Check.Id] = $"Here {taken.Text}.";
        }
        foreach (var (grader, by) in _touched)
        {
            var selection = Selected(grader);
            _selections[grader.Check.Id] = selection with { Answer = Under(best, selection.Answer, by), Rivals = [.. selection.Rivals.Select(rival => Under(best, rival, by))] };
        }
        return taken;
    }

    private Rational ShareUnder(ImmutableArray<int> order, ValueGrader grader, RelabelledBy by)
    {
        var answer = Under(order, Selected(grader).Answer, by);
        if (answer.Trouble is not null)
            return Rational.Zero;
        var judgement = grader.Judge(answer, _key);
        return judgement.Agreement == Agreement.Agrees ? Rational.One : judgement.Share;
    }

    private Answer Under(ImmutableArray<int> order, Answer answer, RelabelledBy by)
    {
        if (answer.Trouble is not null || answer.Expression is not { } expression)
            return answer;
        if (by == RelabelledBy.Values && ExchangedLabels.Labels(expression).FirstOrDefault(entry => entry is Symbol && _names[entry] is null) is { } nobody)
            return answer with { Trouble = $"“{LabelNames.TextOf(nobody)}” names none of {string.Join(", ", _relabelling.Labels.Items.Select(LabelNames.TextOf))}" };
        return answer with { Expression = ExchangedLabels.In(expression, by, order, _relabelling, _names) };
    }

    private Selection Selected(ValueGrader grader) => _selections[grader.Check.Id];

    /// <summary>All orders of so many labels, that of the key first.</summary>
    private static List<ImmutableArray<int>> Orders(int count)
    {
        List<ImmutableArray<int>> orders = [[]];
        for (var place = 0; place < count; place++)
            orders = [.. orders.SelectMany(order => Enumerable.Range(0, count).Where(label => !order.Contains(label)).Select(order.Add))];
        return orders;
    }
}
