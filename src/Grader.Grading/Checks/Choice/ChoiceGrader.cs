using Grader.Grading.Answers;
using Grader.Reference;

namespace Grader.Grading.Checks;

/// <summary>One of several answers in words. A sentence that begins with a choice decides; else all that say one must say the same.</summary>
internal sealed class ChoiceGrader(ChoiceCheck check) : ClaimGrader(check)
{
    public override Outcome Judge(SubmissionReading reading)
    {
        var part = reading.PartOf(check);
        if (Decide(part) is not { } decision)
            return part.Sentences.Count > 0 ? Outcome.Review(check.Right, Sentence.Found(part.Sentences[0].Statement), "Prose was found, but it does not say plainly which.") : Outcome.Missing(check.Right, part);

        var (_, decisive, contrary) = decision;
        var found = Sentence.Found(decisive.Sentence.Statement);
        if (DoubtOf(decisive) is { } doubt)
            return Outcome.Review(check.Right, found, $"Says “{decisive.Choice}”, but {doubt}.");
        if (contrary is not null)
            return Outcome.Review(check.Right, found, $"Says both “{decisive.Choice}” and “{contrary.Choice}” ({contrary.Sentence.Statement.Place.Where}).");
        var outcome = decisive.Choice == check.Right
            ? Outcome.Correct(check.Right, found, $"Says “{decisive.Choice}”.")
            : Outcome.Incorrect(check.Right, found, $"Says “{decisive.Choice}”.");
        return outcome with { Value = decisive.Choice };
    }

    public override IEnumerable<Evidence> Evidence(SubmissionReading reading)
    {
        var part = reading.PartOf(check);
        if (Decide(part) is not { } decision)
            return part.Sentences.Select(sentence => new Evidence(Sentence.Found(sentence.Statement), "says none of the choices plainly", IsTaken: false));
        return decision.Said.Select(said => new Evidence(
            Sentence.Found(said.Sentence.Statement),
            $"says “{said.Choice}”{(DoubtOf(said) is { } doubt ? $", but {doubt}" : said == decision.Decisive || said == decision.Contrary ? "" : said.Choice == decision.Decisive.Choice ? ", as another sentence does" : ", and a sentence that begins with a choice goes before it")}",
            said == decision.Decisive || said == decision.Contrary));
    }

    /// <summary>What is said in words of the choices, and which of it decides; null where nothing is. A question says none of them, and what is said plainly goes before what is not.</summary>
    private (IReadOnlyList<SaidChoice> Said, SaidChoice Decisive, SaidChoice? Contrary)? Decide(PartReading part)
    {
        var said = part.Sentences
            .Where(sentence => !sentence.IsQuestion)
            .SelectMany(sentence => check.Choices.Items.Select(choice => new SaidChoice(sentence, choice.Id, Longest(choice, sentence.Words))))
            .Where(item => item.Match.Length > 0 && !ChoiceDoubt.IsOfAThing(item.Sentence.Words, item.Match))
            .ToList();
        if (said.Count == 0)
            return null;
        var openings = said.FindAll(item => item.Match.Start == 0);
        var speaking = openings.Count > 0 ? openings : said;
        if (speaking.FindAll(item => DoubtOf(item) is null) is { Count: > 0 } plain)
            speaking = plain;
        var decisive = DoubtOf(said[0]) is null && said.TrueForAll(item => item.Choice == said[0].Choice) ? said[0] : speaking[0];
        var heard = DoubtOf(decisive) is null ? said.FindAll(item => DoubtOf(item) is null || ReferenceEquals(item.Sentence, decisive.Sentence)) : said;
        var contrary = heard.Find(item => item.Choice != decisive.Choice && (openings.Count == 0 || item.Match.Start == 0 || ReferenceEquals(item.Sentence, decisive.Sentence)));
        // "Yes. It is not possible.": a sentence that says nothing but the other choice, though it does not begin with it.
        if (contrary is null && DoubtOf(decisive) is null)
        {
            var at = said.IndexOf(decisive);
            contrary = said.Where((item, i) => item.Choice != decisive.Choice && ChoiceDoubt.IsWhole(item.Sentence.Words, item.Match) && (i > at || DoubtOf(item) is null)).FirstOrDefault();
        }
        return (said, decisive, contrary);
    }

    private static string? DoubtOf(SaidChoice said) => said.Sentence.Doubt ?? ChoiceDoubt.About(said.Sentence, said.Match);

    private sealed record SaidChoice(Prose Sentence, string Choice, (int Start, int Length) Match);

    /// <summary>The first match, of two that start together the longer. "Not possible" also holds "possible": what the words of another choice cover is not said.</summary>
    private (int Start, int Length) Longest(Choice choice, IReadOnlyList<string> words)
    {
        var others = check.Choices.Items.Where(other => other.Id != choice.Id).SelectMany(other => Matches(other, words)).ToList();
        return Matches(choice, words).Where(match => !others.Exists(other => Covers(other, match))).OrderBy(match => match.Start).ThenByDescending(match => match.Length).FirstOrDefault();
    }

    private static IEnumerable<(int Start, int Length)> Matches(Choice choice, IReadOnlyList<string> words)
    {
        foreach (var phrase in choice.Phrases)
        {
            for (var match = phrase.Find(words); match.Length > 0; match = phrase.Find(words, match.Start + 1))
                yield return match;
        }
    }

    private static bool Covers((int Start, int Length) outer, (int Start, int Length) inner) =>
        outer.Length > inner.Length && outer.Start <= inner.Start && outer.Start + outer.Length >= inner.Start + inner.Length;
}
