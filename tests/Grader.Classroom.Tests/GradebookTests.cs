using System.Text;
using Grader.Classroom.Gradebooks;
using Grader.Classroom.Layouts;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;
using Grader.Mathematics;

namespace Grader.Classroom.Tests;

/// <summary>A row a student: groups, students who handed in more than once, and those whom nobody knows.</summary>
[TestFixture]
public sealed class GradebookTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("grader-gradebook-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    /// <summary>Of each submission, its students; one with a question mark is known to nobody.</summary>
    [TestCase(false, "ana", "bo", "cy", ExpectedResult = "ana: s000.md graded 0\nbo: s001.md graded 0.3333\ncy: s002.md graded 0.6667")]
    [TestCase(false, "cy", "ana bo", "bo", ExpectedResult = "cy: s000.md graded 0\nana: s001.md graded 0.3333\nbo: s001.md, s002.md several")]
    [TestCase(false, "bo", "ana", "bo ana", "bo", ExpectedResult = "bo: s000.md, s002.md, s003.md several\nana: s001.md, s002.md several")]
    [TestCase(false, "ana ana", ExpectedResult = "ana: s000.md, s000.md several")]
    [TestCase(true, "cy", "bo", "ana", ExpectedResult = "ana: s002.md graded 0.6667\nbo: s001.md graded 0.3333\ncy: s000.md graded 0\ndi:  missing")]
    [TestCase(true, "cy di", "bo", "di", "bo", ExpectedResult = "ana:  missing\nbo: s001.md, s003.md several\ncy: s000.md graded 0\ndi: s000.md, s002.md several")]
    [TestCase(true, "eva?", "ana eva?", "bo", "cy", "di eva?", ExpectedResult = "ana: s001.md graded 0.3333\nbo: s002.md graded 0.6667\ncy: s003.md graded 1\ndi: s004.md graded 1.3333\neva: s000.md unknown 0\neva: s001.md unknown 0.3333\neva: s004.md unknown 1.3333")]
    public string Row_a_student(bool hasRoster, params string[] submissions)
    {
        var roster = hasRoster ? RosterReader.Read("roster.csv", Encoding.UTF8.GetBytes("id\nana\nbo\ncy\ndi\n")) : null;
        var tasks = submissions.Select((students, i) => new ClassTask(new($"s{i:000}.md", [], []), students.Split(' ').Select(student => new MatchedAuthor(student.TrimEnd('?'), "", !student.EndsWith('?'), student.EndsWith('?') ? "nobody" : "")).ToSequence())).ToSequence();
        var outcome = SampleClass.Run(SampleClass.Request(_folder, submissions.Length, roster) with { Tasks = tasks });
        var rows = Gradebook.Of(_folder, roster, isWhole: true).ToList();
        Assert.That(outcome.Tally.Rows, Is.EqualTo(rows.Count));
        Assert.That(rows.GroupBy(row => row.Status).Select(group => (group.Key, group.Count())), Is.All.Matches<(string Status, int Count)>(status => outcome.Tally.RowsOf(status.Status) == status.Count && outcome.Tally.FirstOf(status.Status).Count == status.Count));
        return string.Join('\n', rows.Select(row => $"{row.Student}: {row.Submission} {(row.Status == GradebookStatus.NeedsReview ? GradebookStatus.Graded : row.Status)} {row.Points?.Points:0.####}".TrimEnd()));
    }
}
