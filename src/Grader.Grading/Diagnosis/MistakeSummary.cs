using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Diagnosis;

/// <summary>The mistakes found in a question, each with one sentence of what it explains.</summary>
internal static class MistakeSummary
{
    public static IReadOnlyList<MistakeFound> Of(Question question, IReadOnlyList<ValueState> states)
    {
        var wrong = states.Where(state => state.IsWrong).ToList();
        var found = wrong.SelectMany(state => state.Mistakes).Distinct().ToList();
        var summaries = new List<MistakeFound>();
        foreach (var id in found)
        {
            var mistake = question.Worksheet.Mistakes.Items.First(mistake => mistake.Id == id);
            var made = wrong.FindAll(state => state.Mistakes.Contains(id));
            var explained = wrong.Count(state => made.Contains(state) || Follows(state, made));
            summaries.Add(new(id, question.Id, mistake.Say, made.Select(state => state.Grader.Check.Id).ToSequence(), Sentence(question, mistake, explained, wrong.Count, made.Count)));
        }
        return summaries;
    }

    private static bool Follows(ValueState state, List<ValueState> made) =>
        state.IsCarried && state.CarriedFrom.All(earlier => made.Contains(earlier) || Follows(earlier, made));

    private static string Sentence(Question question, Mistake mistake, int explained, int wrong, int made)
    {
        var share = explained == wrong
            ? wrong == 1 ? $"One mistake explains the wrong answer in question {question.Id}" : $"One mistake explains all {wrong} wrong answers in question {question.Id}"
            : $"One mistake explains {explained} of the {wrong} wrong answers in question {question.Id}";
        var follows = explained > made ? ", and what follows from it is right given it" : "";
        return $"{share}{follows}: {char.ToLowerInvariant(mistake.Say[0])}{mistake.Say[1..].TrimEnd('.')}.";
    }
}
