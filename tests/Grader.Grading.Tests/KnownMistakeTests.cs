using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Tests;

/// <summary>Every known mistake of every assignment at hand, made throughout and in each place alone, is found in a submission made with it.</summary>
[TestFixture]
public sealed class KnownMistakeTests
{
    private static IEnumerable<string> Folders => Directory.GetDirectories(Path.Combine(Repository.Root, "cases", "kinds")).Select(folder => "kinds/" + Path.GetFileName(folder)).Order(StringComparer.Ordinal).Prepend("hw5");

    [TestCaseSource(nameof(Folders))]
    public void Each_known_mistake_is_diagnosed_as_itself(string folder)
    {
        var reading = Homework.Lint(folder);
        Assert.That(reading.Problems.Items.Select(problem => problem.ToString()), Is.Empty);
        var notes = reading.Notes.Items.Select(note => note.ToString()).ToList();
        var wrong = new List<string>();
        var cases = 0;
        foreach (var question in reading.Assignment!.Questions)
        {
            foreach (var (mistake, places) in question.Worksheet.Mistakes.Items.SelectMany(Ways))
            {
                var made = question.Worksheet.Making([.. places]);
                var changed = question.Parts.Items.SelectMany(part => part.Checks.Items).Where(check => Changes(check, question.Worksheet, made)).ToList();
                if (changed.Count == 0)
                    continue;
                cases++;
                var where = places.Length == mistake.Occurrences.Count ? "throughout" : $"in {places[0].Where}";
                var report = Homework.Grade(reading.Assignment!, MistakenSubmission.Of(question, made));
                wrong.AddRange(Wrongs(report, question, mistake, changed, notes).Select(problem => $"{question.Id} {mistake.Id} {where}: {problem}"));
            }
        }

        TestContext.Out.WriteLine($"{folder}: {cases} cases");
        Assert.That(wrong, Is.Empty);
    }

    private static IEnumerable<string> Wrongs(GradeReport report, Question question, Mistake mistake, List<Check> changed, List<string> notes)
    {
        var taken = changed.Where(check => report.Check(check.Id).Verdict == Verdict.Correct).Select(check => check.Id).ToList();
        foreach (var check in taken.Where(check => !notes.Exists(note => note.Contains($"\"{mistake.Id}\"", StringComparison.Ordinal) && note.Contains($" {check}:", StringComparison.OrdinalIgnoreCase))))
            yield return $"{check} is taken for right, and lint does not say so ({report.Check(check).Found?.Text} for {report.Check(check).Expected})";
        if (taken.Count == changed.Count)
            yield break;
        var found = report.Mistakes.Items.Where(found => found.Question == question.Id).ToList();
        if (found.Count != 1)
        {
            var judged = changed.Select(check => report.Check(check.Id)).Select(check => $"{check.Id} {check.Verdict.Name()} {check.Found?.Text}");
            yield return $"diagnosed as [{string.Join(", ", found.Select(other => other.Id))}]: {report.Questions.Items.Single(other => other.Id == question.Id).Explains} ({string.Join("; ", judged)})";
            yield break;
        }

        foreach (var other in found[0].OrElse.Items.Append(found[0].Id).Where(other => other != mistake.Id))
        {
            if (found[0].Id != mistake.Id && !found[0].OrElse.Items.Contains(mistake.Id))
                yield return $"diagnosed as {other}: {found[0].Explains}";
            else if (!notes.Exists(note => note.Contains($"\"{mistake.Id}\"", StringComparison.Ordinal) && note.Contains($"\"{other}\"", StringComparison.Ordinal)))
                yield return $"a tie with {other} that lint does not tell: {found[0].Explains}";
        }
    }

    private static IEnumerable<(Mistake Mistake, ImmutableArray<Occurrence> Places)> Ways(Mistake mistake)
    {
        yield return (mistake, mistake.Occurrences.Items);
        if (mistake.Occurrences.Count > 1)
        {
            foreach (var place in mistake.Occurrences)
                yield return (mistake, [place]);
        }
    }

    private static bool Changes(Check check, Worksheet key, Worksheet made) =>
        MistakenSubmission.QuantityOf(check) is { } quantity && MistakenSubmission.Text(made[quantity].Value, percent: false) is { } text && text != MistakenSubmission.Text(key[quantity].Value, percent: false);
}
