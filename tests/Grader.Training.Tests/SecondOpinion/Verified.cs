using Grader.Reference;
using Grader.Reference.Tests;
using Grader.Training.SecondOpinion;

namespace Grader.Training.Tests.SecondOpinion;

/// <summary>Questions of a case in memory, compared with the second implementation.</summary>
internal static class Verified
{
    /// <param name="planted">What becomes of a worksheet before it is compared.</param>
    public static IReadOnlyList<QuestionAgreement> All(MemoryCase source, string student = "", Func<Worksheet, Worksheet>? planted = null)
    {
        var reading = CaseReader.Read(source, student);
        var assignment = reading.Assignment ?? throw new AssertionException(string.Join('\n', reading.Problems));
        return [.. assignment.Questions.Items.Zip(DrawnQuestion.Read(source, student).Items, (question, drawn) => QuestionComparison.Of(question, planted?.Invoke(question.Worksheet) ?? question.Worksheet, drawn, source))];
    }

    public static MemoryCase Question(string members) => MemoryCase.WithQuestion(members + """
        , "parts": [ { "id": "1a", "checks": [ { "id": "1a.x", "kind": "choice", "ask": "?", "points": 1, "right": "yes", "choices": { "yes": ["yes"], "no": ["no"] } } ] } ]
        """);

    /// <summary>Folders of all assignments of the repository, as <see cref="MemoryCase.FromFolder"/> takes them.</summary>
    public static IEnumerable<string> Assignments => Directory.GetFiles(Path.Combine(Grader.Tests.Repository.Root, "cases"), "assignment.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Path.Combine(Grader.Tests.Repository.Root, "cases"), Path.GetDirectoryName(file)!).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
