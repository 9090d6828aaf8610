namespace Grader.Submissions.Tests;

public sealed class AnswerBlockTests
{
    [TestCase("1b.macs-layer1, 301,989,888", "1b 1b.macs-layer1: macs layer 1: 301989888")]
    [TestCase("1b.macs-layer1: 301989888", "1b 1b.macs-layer1: macs layer 1: 301989888")]
    [TestCase("\"1b.macs-layer1\",\"301989888\"", "1b 1b.macs-layer1: macs layer 1: 301989888")]
    [TestCase("2a.mean, 13, 5, 0", "2a 2a.mean: mean: [13, 5, 0]")]
    [TestCase("2a.normalized, [[1, 2], [3, 4]]", "2a 2a.normalized: normalized: [[1, 2], [3, 4]]")]
    [TestCase("3c.possible, yes", "3c 3c.possible: yes")]
    [TestCase("4.time, 8:41", "4 4.time: 8:41")]
    public void Read_takes_each_row_as_a_section_of_its_part(string row, string answer)
    {
        var document = SubmissionReader.Read("x.md", $"## Question 1\n\nW = 3\n\n```answers\ncheck, value\n{row}\n```\n");
        var section = document.Sections[^1];
        var statement = section.Statements.Items.Single();
        var said = statement is FormulaStatement formula ? $"{formula.Label}: {formula.Members[^1].Expression}" : string.Join(' ', ((SentenceStatement)statement).Words);
        Assert.That($"{section.Question}{section.Part} {statement.Check}: {said}", Is.EqualTo(answer));
    }

    [TestCase("1b.macs-layer1")]
    [TestCase("macs-layer1, 3")]
    [TestCase("1b.macs-layer1,")]
    public void Read_passes_over_a_row_that_names_no_check_or_no_value(string row) =>
        Assert.That(SubmissionReader.Read("x.md", $"```answers\n{row}\n```\n").Sections, Is.Empty);
}
