using Grader.Grading.Answers;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Checks;

/// <summary>One of several answers in words. A sentence that begins with a choice decides; else all that say one must say the same.</summary>
internal sealed class ChoiceGrader(ChoiceCheck check) : ClaimGrader(check)
{
    public override Outcome Judge(SubmissionReading reading)
    {
        var part = reading.PartOf(check);
        var said = part.Sentences
            .SelectMany(sentence => check.Choices.Items.Select(choice => (Sentence: sentence, choice.Id, Match: Longest(choice, sentence.Words))))
            .Where(item => item.Match.Length > 0)
            .ToList();
        // "not possible" also holds "possible": inside one sentence the longer match that covers the shorter one speaks.
        said.RemoveAll(item => said.Exists(other => other.Sentence == item.Sentence && other.Id != item.Id && Covers(other.Match, item.Match)));

        if (said.Count == 0)
            return part.Sentences.Count > 0 ? Outcome.Review(check.Right, Sentence.Found(part.Sentences[0].Statement), "Prose was found, but it does not say plainly which.") : Outcome.Missing(check.Right, part);

        var openings = said.FindAll(item => item.Match.Start == 0);
        var speaking = openings.Count > 0 ? openings : said;
        var decisive = said.TrueForAll(item => item.Id == said[0].Id) ? said[0] : speaking[0];
        var contrary = said.Find(item => item.Id != decisive.Id && (openings.Count == 0 || item.Match.Start == 0 || item.Sentence == decisive.Sentence));
        var found = Sentence.Found(decisive.Sentence.Statement);
        if (contrary.Sentence is not null)
            return Outcome.Review(check.Right, found, $"Says both “{decisive.Id}” and “{contrary.Id}” ({contrary.Sentence.Statement.Place.Where}).");
        return decisive.Id == check.Right
            ? Outcome.Correct(check.Right, found, $"Says “{decisive.Id}”.")
            : Outcome.Incorrect(check.Right, found, $"Says “{decisive.Id}”.");
    }

    private static (int Start, int Length) Longest(Choice choice, IReadOnlyList<string> words) =>
        choice.Phrases.Items.Select(phrase => phrase.Find(words)).Where(match => match.Length > 0).OrderBy(match => match.Start).ThenByDescending(match => match.Length).FirstOrDefault();

    private static bool Covers((int Start, int Length) outer, (int Start, int Length) inner) =>
        outer.Length > inner.Length && outer.Start <= inner.Start && outer.Start + outer.Length >= inner.Start + inner.Length;
}
