using Grader.Reference;

namespace Grader.Grading.Answers;

/// <summary>
/// What was decided about each answer for each check, told by those who decide, as they decide it; there is one only where someone asks. It decides nothing.
/// </summary>
internal sealed class ChoiceTrace
{
    private readonly Dictionary<string, Dictionary<Answer, ConsideredAnswer>> _notes = new(StringComparer.Ordinal);
    private readonly List<(IContestant Contestant, int Weight)> _fitting = [];

    /// <summary>What was looked at for a check, in the order of the text.</summary>
    public IReadOnlyList<ConsideredAnswer> Of(string check) =>
        _notes.TryGetValue(check, out var notes) ? [.. notes.Values.OrderBy(note => note.Answer.Place.Start).ThenBy(note => note.Answer.Place.End)] : [];

    /// <summary>It is not of the kind that is asked.</summary>
    public void Unfit(IContestant contestant, Answer answer)
    {
        var note = Note(contestant.Check, answer, contestant.WhyNot(answer));
        note.IsOfKind = false;
    }

    public void Refused(IContestant contestant, Answer answer, LabelRefusal refusal)
    {
        var without = contestant.Check.Labels.Without;
        Note(contestant.Check, answer, refusal switch
        {
            LabelRefusal.Label => $"“{LabelScore.Said(without, answer.Label)}” in its label says that it is another's",
            LabelRefusal.Introduction => $"“{LabelScore.Said(without, answer.Context[0])}” in what introduces it says that it is another's",
            _ => $"the name {string.Join(", ", answer.Names)} is another's",
        });
    }

    /// <summary>It stands under a name of another check.</summary>
    public void Named(IContestant contestant, Answer answer, IContestant other) => Note(contestant.Check, answer, $"the name {string.Join(", ", answer.Names)} is that of {other.Check.Id}");

    public void Lacks(IContestant contestant, Answer answer, LabelScore score, uint missing)
    {
        var labels = contestant.Check.Labels;
        var lacking = Enumerable.Range(0, labels.Groups.Count).Where(group => (missing & (1u << group)) != 0).Select(group => $"“{labels.Groups[group][0]}”");
        var note = Note(contestant.Check, answer, $"nothing says {string.Join(" or ", lacking)}");
        (note.Score, note.Words) = (score.Weight, WordsOf(labels, answer, score));
    }

    public void Fits(IContestant contestant, Answer answer, LabelScore score, int weight)
    {
        var note = Note(contestant.Check, answer, "its labels fit");
        (note.Score, note.Words) = (weight, WordsOf(contestant.Check.Labels, answer, score));
        if (weight != score.Weight)
            note.Words += $", its form ({weight - score.Weight:+0;-0})";
        _fitting.Add((contestant, weight));
    }

    /// <summary>All checks have been asked how an answer's labels fit.</summary>
    public void Settle(Answer answer, List<IContestant> best, int weight)
    {
        foreach (var (contestant, own) in _fitting)
        {
            if (!best.Contains(contestant))
                Note(contestant.Check, answer, $"the label of {string.Join(" and ", best.Select(other => other.Check.Id))} fits better ({weight} to {own})");
            else if (best.Count > 1)
                Note(contestant.Check, answer, $"fits {string.Join(" and ", best.Where(other => other != contestant).Select(other => other.Check.Id))} as well, so nothing says whose it is");
        }
        _fitting.Clear();
    }

    public void Given(IContestant contestant, Answer answer) => Add(contestant.Check, answer, "it only repeats what the question gives, or is no answer by itself");

    public void Elsewhere(IContestant contestant, Answer answer, IContestant other, int group) =>
        Add(contestant.Check, answer, $"“{other.Check.Labels.Groups[group][0]}” says that it belongs to {other.Check.Id}");

    /// <summary>Answers that say nothing, where others at least name what is asked.</summary>
    public void Unnamed(IContestant contestant, IEnumerable<Answer> answers)
    {
        foreach (var answer in answers)
            Add(contestant.Check, answer, "others at least name what is asked");
    }

    /// <summary>As many answers are left as checks.</summary>
    public void Left(List<IContestant> contestants, List<Answer> answers)
    {
        for (var i = 0; i < contestants.Count; i++)
        {
            for (var j = 0; j < answers.Count; j++)
                Add(contestants[i].Check, answers[j], i != j ? $"by their order it is that of {contestants[j].Check.Id}" : answers.Count == 1 ? "it is the only one left" : $"{answers.Count} answers are left for as many checks, and go to them in their order");
        }
    }

    public void Unsettled(List<IContestant> contestants, List<Answer> answers)
    {
        foreach (var contestant in contestants)
        {
            foreach (var answer in answers)
                Add(contestant.Check, answer, $"{answers.Count} answers are left for {Count(contestants.Count, "check")}, so nothing says whose it is");
        }
    }

    /// <param name="finalists">How many had the same claim.</param>
    /// <param name="won">All that were the check's.</param>
    public void Chose(Check check, Selection selection, int finalists, IReadOnlyList<Answer> won)
    {
        foreach (var answer in won)
        {
            if (answer.Equals(selection.Answer))
                Add(check, answer, finalists > 1 ? $"the last of {finalists} with the same claim" : won.Count > 1 ? "the best claim" : "no other has a claim").Standing = Standing.Taken;
            else if (selection.Rivals.Contains(answer))
                Add(check, answer, $"{selection.Answer.Place.Where} is said later with the same claim").Standing = Standing.Rival;
            else if (answer.IsOthers && !selection.Answer.IsOthers)
                Add(check, answer, "another says it, it is only asked, or it is what was before a change");
            else
                Add(check, answer, answer.Section != selection.Answer.Section ? $"the part is answered anew in {selection.Answer.Place.Where}" : Correction.Says(selection.Answer) ? $"{selection.Answer.Place.Where} corrects it" : $"{selection.Answer.Place.Where} has a better claim");
        }
    }

    /// <summary>What was taken before any contest: <paramref name="because"/> of the check's id, its address, the names of rows.</summary>
    public void Took(Check check, Selection selection, string because)
    {
        foreach (var rival in selection.Rivals)
            Note(check, rival, $"{because}; {selection.Answer.Place.Where} is said later").Standing = Standing.Rival;
        Note(check, selection.Answer, because).Standing = Standing.Taken;
    }

    /// <summary>The text says an answer, and a row says one by the check's id.</summary>
    public void Outdone(Check check, Selection said, Selection declared)
    {
        foreach (var answer in said.Rivals.Prepend(said.Answer))
            Add(check, answer, $"the row in {declared.Answer.Place.Where} names the check; where they differ, a person decides").Standing = Standing.PassedOver;
    }

    private ConsideredAnswer Note(Check check, Answer answer, string reason)
    {
        if (!_notes.TryGetValue(check.Id, out var notes))
            _notes[check.Id] = notes = [];
        if (!notes.TryGetValue(answer, out var note))
            notes[answer] = note = new(answer);
        note.Reason = reason;
        return note;
    }

    private ConsideredAnswer Add(Check check, Answer answer, string reason)
    {
        var before = _notes.GetValueOrDefault(check.Id)?.GetValueOrDefault(answer)?.Reason;
        return Note(check, answer, before is null || before == reason || before.EndsWith("; " + reason, StringComparison.Ordinal) ? before ?? reason : $"{before}; {reason}");
    }

    /// <summary><c>“output” in its label, “layer 1” in what introduces it</c>.</summary>
    private static string WordsOf(LabelRule labels, Answer answer, LabelScore score)
    {
        if (AnswerNames.Says(labels.Aliases, answer))
            return $"under the name {string.Join(", ", answer.Names.Where(labels.Aliases.Items.Contains))}";
        var own = Enumerable.Range(0, labels.Groups.Count).Where(group => (score.Own & (1u << group)) != 0).Select(group => $"“{LabelScore.Said(labels.Groups[group], answer.Label)}”").ToList();
        var introduced = Enumerable.Range(0, labels.Groups.Count).Where(group => (score.Groups & ~score.Own & (1u << group)) != 0)
            .Select(group => $"“{answer.Context.Select(words => LabelScore.Said(labels.Groups[group], words)).First(phrase => phrase is not null)}”").ToList();
        return string.Join(", ", new[] { own.Count > 0 ? $"{string.Join(" and ", own)} in its label" : "", introduced.Count > 0 ? $"{string.Join(" and ", introduced)} in what introduces it" : "" }.Where(text => text.Length > 0));
    }

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}

/// <summary>An answer that was looked at for a check, and what became of it.</summary>
internal sealed class ConsideredAnswer(Answer answer)
{
    public Answer Answer => answer;

    public Standing Standing { get; set; } = Standing.PassedOver;

    public bool IsOfKind { get; set; } = true;

    /// <summary>Null where labels were not weighed.</summary>
    public int? Score { get; set; }

    /// <summary>The words that speak for it.</summary>
    public string Words { get; set; } = "";

    public string Reason { get; set; } = "";
}
