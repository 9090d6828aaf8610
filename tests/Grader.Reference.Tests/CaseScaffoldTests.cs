namespace Grader.Reference.Tests;

public sealed class CaseScaffoldTests
{
    [Test]
    public void It_passes_lint_for_everybody()
    {
        var source = new MemoryCase([.. CaseScaffold.Files("hw-1", "../schema/")]);
        Assert.Multiple(() =>
        {
            foreach (var student in new[] { "", "ada", "grace" })
            {
                var reading = CaseReader.Lint(source, student);
                Assert.That(reading.Problems.Items.Select(problem => problem.ToString()), Is.Empty);
                Assert.That(reading.Notes.Items.Select(problem => problem.ToString()), Is.Empty);
            }
        });
    }

    [Test]
    public async Task Its_key_is_worked()
    {
        var key = AnswerKey.Of(CaseReader.Read(new MemoryCase([.. CaseScaffold.Files("new")])).Assignment!);
        var checks = key.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items);
        await Verify(string.Concat(checks.Select(check => $"{check.Check.Id} → {(check.Answer is ValueAnswer value ? value.Text : ((TextAnswer)check.Answer).Markdown)}\n{string.Concat(check.Steps.Items.Select(WorkingText.Of))}")));
    }

    [TestCase("")]
    [TestCase("a b")]
    [TestCase("../a")]
    [TestCase("a\"")]
    public void Other_names_are_refused(string name) => Assert.That(() => CaseScaffold.Files(name), Throws.ArgumentException);
}
