using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Verification;

/// <summary>What the samples of an assignment answer in words, where it is right.</summary>
public static class SampleSentences
{
    /// <param name="samples">The texts of sample submissions.</param>
    /// <returns>By check, ways to say it.</returns>
    public static IReadOnlyDictionary<string, Sequence<string>> Of(Assignment assignment, IEnumerable<string> samples)
    {
        var sentences = new Dictionary<string, Sequence<string>>(StringComparer.Ordinal);
        foreach (var sample in samples)
        {
            var document = SubmissionReader.Read("sample.md", sample, SubmissionGrader.ExpectedParts(assignment));
            if (document.LooksConverted)
                continue;
            var grades = SubmissionGrader.Grade(assignment, document, "").Checks();
            foreach (var grade in grades.Where(grade => grade is { Verdict: Verdict.Correct, Kind: "rubric" or "choice" or "effect", Found: not null }))
            {
                // Ideas of one answer may stand in several sentences.
                var (check, part) = Find(assignment, grade.Id);
                var said = check is RubricCheck { Ideas.Count: > 1 } && part.Checks.Count == 1 ? Section(document, part.Id) : Sentence(document, grade.Found!);
                // What is said of an effect with its figures is right beside those figures alone.
                if (check is EffectCheck && said.Any(char.IsAsciiDigit))
                    continue;
                sentences[grade.Id] = sentences.GetValueOrDefault(grade.Id).Items.Add(said.Trim()).ToSequence();
            }
        }
        return sentences;
    }

    private static string Sentence(SubmissionDocument document, Found found) => document.Sections.Items.SelectMany(section => section.Statements.Items).OfType<SentenceStatement>()
        .FirstOrDefault(sentence => sentence.Place.Line <= found.Line && sentence.Place.EndLine >= found.EndLine && sentence.Text.Contains(found.Text, StringComparison.Ordinal))?.Text ?? found.Text;

    private static (Check Check, Part Part) Find(Assignment assignment, string id) => assignment.Questions.Items.SelectMany(question => question.Parts.Items)
        .SelectMany(part => part.Checks.Items.Select(check => (check, part))).First(pair => pair.check.Id == id);

    private static string Section(SubmissionDocument document, string part)
    {
        var statements = document.Sections.Items.Where(section => section.Question + section.Part == part).SelectMany(section => section.Statements.Items).ToList();
        return document.Text[statements.Min(statement => statement.Place.Start)..statements.Max(statement => statement.Place.End)];
    }
}
