using System.Text;
using Grader.Reference;

namespace Grader.Verification.Tests;

/// <summary>An assignment of one question, from its text.</summary>
internal sealed class MemoryCase(string question) : ICaseSource
{
    public IReadOnlyList<string> Paths => ["assignment.json", "q1.json"];

    public ReadOnlyMemory<byte>? Read(string path) => path switch
    {
        "assignment.json" => Encoding.UTF8.GetBytes("""{ "format": 2, "id": "small", "title": "Small", "questions": ["q1.json"] }"""),
        "q1.json" => Encoding.UTF8.GetBytes(question),
        _ => default(ReadOnlyMemory<byte>?),
    };

    public static Assignment Assignment(string question)
    {
        var reading = CaseReader.Read(new MemoryCase(question));
        return reading.Assignment ?? throw new InvalidOperationException(string.Join('\n', reading.Problems.Items));
    }
}
