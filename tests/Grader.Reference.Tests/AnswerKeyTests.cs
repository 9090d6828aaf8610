using System.Text;

namespace Grader.Reference.Tests;

public sealed class AnswerKeyTests
{
    [Test]
    public async Task The_key_of_hw5_shows_its_working()
    {
        var key = AnswerKey.Of(CaseReader.Read(MemoryCase.FromFolder("hw5")).Assignment!);
        var text = new StringBuilder();
        foreach (var check in key.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items))
        {
            text.Append(check.Check.Id).Append('\n');
            foreach (var step in check.Steps)
                text.Append(WorkingText.Of(step));
            text.Append("  → ").Append(check.Answer is ValueAnswer value ? value.Text : ((TextAnswer)check.Answer).Markdown).Append('\n');
        }

        await Verify(text.ToString());
    }
}
