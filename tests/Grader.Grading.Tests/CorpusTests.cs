using System.Globalization;
using System.Text.RegularExpressions;
using Grader.Reference;

namespace Grader.Grading.Tests;

/// <summary>How students write, a habit a row of <c>Corpus/habits.txt</c>: a right answer is accepted, with its place; a near miss is not.</summary>
[TestFixture]
public sealed partial class CorpusTests
{
    private static readonly string Folder = Path.Combine(Repository.TestProject, "Corpus");

    private static readonly Lazy<Assignment> Assignment = new(() => MemoryAssignment.Read([.. new[] { "assignment.json", "q1.json", "q2.json" }.Select(name => (name, File.ReadAllText(Path.Combine(Folder, name))))]));

    public static IEnumerable<TestCaseData> Habits => Entries().Select(static entry => new TestCaseData(entry.Check, entry.Right, entry.NearMiss).SetArgDisplayNames(entry.Habit));

    [TestCaseSource(nameof(Habits))]
    public void A_right_answer_is_accepted_at_its_place(string check, string right, string nearMiss)
    {
        var start = right.IndexOf('«', StringComparison.Ordinal);
        var text = right.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);

        var grade = Homework.Grade(Assignment.Value, text).Check(check);

        Assert.That(grade.Verdict, Is.EqualTo(Verdict.Correct), () => $"{grade.Message} Found {grade.Found}\n{text}");
        if (start < 0)
            return;
        var before = right[..start];
        var (line, column) = (before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'));
        Assert.That((grade.Found!.Line, grade.Found.Column), Is.EqualTo((line, column)), () => $"Found {grade.Found}\n{text}");
    }

    [TestCaseSource(nameof(Habits))]
    public void A_near_miss_is_not(string check, string right, string nearMiss)
    {
        var grade = Homework.Grade(Assignment.Value, nearMiss).Check(check);
        Assert.That(grade.Verdict, Is.Not.EqualTo(Verdict.Correct).And.Not.EqualTo(Verdict.CarriedForward), () => $"{grade.Message} Found {grade.Found}\n{nearMiss}");
    }

    [Test]
    public void There_are_many_habits_each_once()
    {
        var names = Entries().Select(entry => entry.Habit).ToList();
        Assert.That(names, Has.Count.GreaterThanOrEqualTo(120).And.Unique);
    }

    private static IEnumerable<(string Habit, string Check, string Right, string NearMiss)> Entries()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "habits.txt")).ReplaceLineEndings("\n");
        text = Section().Replace(text, "\n");
        foreach (var entry in text.Split("\n=== ").Skip(1))
        {
            var (head, body) = (entry[..entry.IndexOf('\n', StringComparison.Ordinal)].Split(" | "), entry[(entry.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            var texts = body.Split("\n---\n");
            Assert.That(texts, Has.Length.EqualTo(2), entry);
            var labels = head.Length > 2 ? "" : $"## Question {head[1][0]}\n\n### ({head[1][1]})\n\n";
            yield return (head[0], head[1], labels + Unescaped(texts[0]), labels + Unescaped(texts[1]));
        }
    }

    private static string Unescaped(string text) => Character().Replace(text.TrimEnd('\n') + "\n", static match => ((char)int.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber)).ToString());

    /// <summary>A heading of the file itself.</summary>
    [GeneratedRegex(@"\n\n# (?:Numbers|Operators|Matrices and tables|Labels|Where the answer hides|Delimiters|Noise|Choosing)\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Section();

    [GeneratedRegex(@"\{U\+(?<code>[0-9A-F]{4})\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Character();
}
