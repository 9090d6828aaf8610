using Grader.Mathematics;

namespace Grader.Submissions.Tests;

/// <summary>What is read of the sample submissions, whole.</summary>
public sealed class SampleTests
{
    [TestCase("full-marks", false)]
    [TestCase("scanned", true)]
    [TestCase("missing-3", false)]
    [TestCase("hedged", false)]
    [TestCase("notations", false)]
    public async Task Read_sample(string name, bool converted)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "cases", "hw5", "submissions", name + ".md"));
        string[] parts = ["1", "1a", "1b", "1c", "2", "2a", "2b", "2c", "2d", "3", "3a", "3b", "3c", "4", "4a", "4b", "4c"];
        var document = SubmissionReader.Read(name + ".md", text, parts.Select(id => new ExpectedPart(id[..1], id.Length > 1 ? id[1..] : null, [])).ToSequence());
        Assert.That(document.LooksConverted, Is.EqualTo(converted));
        await Verify(DocumentDump.Print(document));
    }
}
