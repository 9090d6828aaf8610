using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>
/// Answers that stand in another's place: a check for which its own part says nothing, and something elsewhere in the submission whose own labels fit that check whole, and no other check.
/// It is shown to a person, and never taken.
/// </summary>
internal static class MisplacedAnswers
{
    /// <summary>A submission with more answers than this is no homework, and not searched.</summary>
    private const int MostAnswers = 2000;

    public static void Find(IReadOnlyList<AnswerChoice> choices, SubmissionDocument document, WordLists words)
    {
        var contestants = choices.SelectMany(choice => choice.ValueGraders.Concat<object>(choice.ClaimGraders).OfType<IContestant>().Select(contestant => (Choice: choice, Contestant: contestant))).ToList();
        var open = contestants.FindAll(item => !item.Choice.Selections.ContainsKey(item.Contestant.Check.Id) && item.Contestant.Check.Labels.Groups.Count > 0);
        if (open.Count == 0)
            return;
        if (!choices.Any(choice => choice.Parts.Values.Any(part => part.IsLabelled)))
            return;
        var takers = Takers(contestants);
        var answers = Answers(document, words).Take(MostAnswers + 1).ToList();
        if (answers.Count > MostAnswers)
            return;
        foreach (var (section, answer) in answers)
        {
            var own = open.FindAll(item => Fits(item.Contestant, answer) && (item.Contestant.Check.Labels.Groups.Count > 1 || section.Question == item.Choice.Question.Id));
            if (own is not [var (choice, contestant)] || contestants.Exists(other => other.Contestant != contestant && Fits(other.Contestant, answer)) || choices.Any(other => other.Copied.Holds(answer.Statement)))
                continue;
            // What stands in its part was looked at there.
            if (choice.PartOf(contestant.Check).Statements.Any(statement => ReferenceEquals(statement, answer.Statement)))
                continue;
            var isTaken = takers.TryGetValue(answer, out var taker);
            if (!isTaken || ReferenceEquals(taker.Choice, choice))
                choice.Misplaced[contestant.Check.Id] = new(answer.Found, NameOf(section), isTaken ? taker.Contestant.Check.Id : null);
        }
    }

    /// <summary>The checks that took an answer, or have it for a rival.</summary>
    private static Dictionary<Answer, (AnswerChoice Choice, IContestant Contestant)> Takers(List<(AnswerChoice Choice, IContestant Contestant)> contestants)
    {
        var takers = new Dictionary<Answer, (AnswerChoice, IContestant)>();
        foreach (var item in contestants)
        {
            if (!item.Choice.Selections.TryGetValue(item.Contestant.Check.Id, out var selection))
                continue;
            foreach (var answer in selection.Rivals.Prepend(selection.Answer))
                takers.TryAdd(answer, item);
        }
        return takers;
    }

    private static bool Fits(IContestant contestant, Answer answer) =>
        contestant.Takes(answer) && !contestant.IsGiven(answer) && LabelScore.Of(contestant.Check.Labels, answer) is { Own: > 0 } score && score.Groups == LabelScore.AllOf(contestant.Check.Labels);

    private static IEnumerable<(Section Section, Answer Answer)> Answers(SubmissionDocument document, WordLists words)
    {
        foreach (var section in document.Sections.Items.Where(section => !PartReading.IsRow(section) && !section.IsAside))
        {
            foreach (var answer in NumberAnswers.In(section.Statements.Items, words).Concat(TensorAnswers.In(section.Statements.Items, words)))
                yield return (section, answer);
        }
    }

    private static string NameOf(Section section) => section switch
    {
        { Question: null, Part: null } => "what stands before any label",
        { Question: null } => $"({section.Part})",
        { Part: null } => $"the text of question {section.Question}",
        _ => section.Question + section.Part,
    };
}

/// <param name="Where">The section that it stands in: <c>2b</c>.</param>
/// <param name="TakenBy">The check of the same question that took it, though its labels do not fit that check whole; null where none did.</param>
internal sealed record MisplacedAnswer(Found Found, string Where, string? TakenBy)
{
    public string Say => $"what answers this seems to stand in {Where}, {Found.Where}";
}
