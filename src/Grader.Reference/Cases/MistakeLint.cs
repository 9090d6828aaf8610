using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Tells where a case cannot tell a mistake from the right answer, or two mistakes from each other: made everywhere, or in one place.</summary>
internal sealed class MistakeLint(CaseLinks links, ProblemList notes)
{
    public void Check(Question question)
    {
        var targets = question.Parts.Items.SelectMany(part => part.Checks.Items).Select(MistakeTarget.Of).OfType<MistakeTarget>().ToList();
        CheckConventions(question, targets);
        var key = targets.ConvertAll(target => question.Worksheet[target.Quantity].Value);
        var made = question.Worksheet.Mistakes.Items.SelectMany(Ways).Select(way => way with { Values = targets.ConvertAll(target => question.Worksheet.Making(way.Places)[target.Quantity].Value) }).ToList();
        foreach (var mistake in made.GroupBy(way => way.Mistake.Id))
        {
            for (var index = 0; index < targets.Count; index++)
                CompareWithKey([.. mistake], targets[index], index, key[index], question.Worksheet);
        }

        CompareWithEachOther([.. made.Where(way => way.Values.Where((value, index) => !MistakeTarget.Same(value, key[index])).Any())], targets, question);
    }

    private void CheckConventions(Question question, List<MistakeTarget> targets)
    {
        foreach (var convention in question.Worksheet.Conventions)
        {
            foreach (var choice in convention.Choices.Items.Skip(1))
            {
                var chosen = question.Worksheet.Choosing(choice);
                if (targets.TrueForAll(target => !choice.Transposed.Items.Contains(target.Quantity) && MistakeTarget.Same(chosen[target.Quantity].Value, question.Worksheet[target.Quantity].Value)))
                    notes.Add(links.PlaceOfQuestion(question.Id), $"The choice \"{choice.Id}\" of the convention \"{convention.Id}\" changes no answer.", "Name a quantity that some check asks for, or leave the choice out.");
            }
        }
    }

    private void CompareWithKey(List<Way> ways, MistakeTarget target, int index, Value? key, Worksheet worksheet)
    {
        if (key is not { } right)
            return;
        foreach (var way in ways)
        {
            if (way.Values[index] is not { } wrong || MistakeTarget.Same(wrong, right))
                continue;
            var taken = target.Check.Alternatives.Items.Select(name => worksheet[name].Value).OfType<Value>().Prepend(right).FirstOrDefault(accepted => target.TakesFor(wrong, accepted));
            if (taken is null)
                continue;
            notes.Add(links.PlaceOfCheck(target.Check.Id), $"{target.Check.Id}: the mistake {way.Name} gives {KeyText.Of(wrong)}, which this check takes for {KeyText.Of(taken)}.", "Make the tolerance smaller, or choose other inputs.");
            return;
        }
    }

    private void CompareWithEachOther(List<Way> ways, List<MistakeTarget> targets, Question question)
    {
        var told = new HashSet<(string, string)>();
        for (var first = 0; first < ways.Count; first++)
        {
            for (var second = first + 1; second < ways.Count; second++)
            {
                var (one, other) = (ways[first], ways[second]);
                if (one.Mistake.Id == other.Mistake.Id || told.Contains((one.Mistake.Id, other.Mistake.Id)) || !targets.Select((target, index) => target.TakesEither(one.Values[index], other.Values[index])).All(same => same))
                    continue;
                told.Add((one.Mistake.Id, other.Mistake.Id));
                notes.Add(links.PlaceOfQuestion(question.Id), $"The mistakes {one.Name} and {other.Name} give the same answers.", "Choose other inputs, if they are to be told apart.");
            }
        }
    }

    private static IEnumerable<Way> Ways(Mistake mistake)
    {
        yield return new(mistake, mistake.Occurrences, $"\"{mistake.Id}\"");
        if (mistake.Occurrences.Count < 2)
            yield break;
        foreach (var place in mistake.Occurrences)
            yield return new(mistake, [place], $"\"{mistake.Id}\" in {place.Where} alone");
    }

    private sealed record Way(Mistake Mistake, Sequence<Occurrence> Places, string Name)
    {
        /// <summary>What each target comes to.</summary>
        public List<Value?> Values { get; init; } = [];
    }
}
