using System.Text;
using Grader.Reference;

namespace Grader.Grading.Tests;

/// <summary>An assignment whose files are texts of the test.</summary>
internal static class MemoryAssignment
{
    public static Assignment Read(params (string Path, string Text)[] files)
    {
        var reading = CaseReader.Read(new Files(files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal)));
        Assert.That(reading.Problems.Items.Select(problem => problem.ToString()), Is.Empty);
        return reading.Assignment!;
    }

    /// <summary>An assignment of one question, with the id 1.</summary>
    /// <param name="question">The members of the question besides id and title.</param>
    public static Assignment WithQuestion(string question) => Read(
        ("assignment.json", """{ "format": 2, "id": "t", "title": "Test", "questions": ["q1.json"] }"""),
        ("q1.json", $$"""{ "id": "1", "title": "Q", {{question}} }"""));

    private sealed class Files(Dictionary<string, string> texts) : ICaseSource
    {
        public IReadOnlyList<string> Paths => [.. texts.Keys];

        public ReadOnlyMemory<byte>? Read(string path) => texts.TryGetValue(path, out var text) ? Encoding.UTF8.GetBytes(text) : default(ReadOnlyMemory<byte>?);
    }
}
