using System.Text;
using Grader.Reference.Engines;

namespace Grader.Reference.Tests;

/// <summary>The smallest assignment of each engine.</summary>
public sealed class KindsTests
{
    private static IEnumerable<string> Kinds => EngineList.All.Items.Select(engine => engine.Inputs.Name);

    [TestCaseSource(nameof(Kinds))]
    public async Task Each_engine_has_a_smallest_assignment(string kind)
    {
        var reading = CaseReader.Read(MemoryCase.FromFolder("kinds/" + kind));
        Assert.That(reading.Problems.Items.Select(problem => problem.ToString()), Is.Empty);
        var text = new StringBuilder();
        foreach (var check in AnswerKey.Of(reading.Assignment!).Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items))
        {
            text.Append(check.Check.Id).Append(" → ").Append(check.Answer is ValueAnswer value ? value.Text : ((TextAnswer)check.Answer).Markdown).Append('\n');
            foreach (var step in check.Steps.Items.Where(step => !step.Given))
                text.Append(WorkingText.Of(step));
        }

        foreach (var mistake in reading.Assignment!.Questions[0].Worksheet.Mistakes)
            text.Append(mistake.Id).Append(": ").Append(mistake.Say).Append('\n');
        await Verify(text.ToString());
    }

    [Test]
    public void Each_folder_shows_an_engine()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "cases", "kinds")).Select(folder => Path.GetFileName(folder));
        Assert.That(folders, Is.EquivalentTo(Kinds));
    }
}
