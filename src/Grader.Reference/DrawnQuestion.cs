using System.Text;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference;

/// <summary>What a question's file says, with a student's inputs drawn and nothing computed: what another implementation of its engine starts from.</summary>
/// <param name="Json">The file in the current format, without comments. A number is written as the file has it; one that is no number in JSON is a text: <c>"1/3"</c>.</param>
public sealed record DrawnQuestion(string Id, string Json)
{
    /// <summary>The questions of an assignment that <see cref="CaseReader"/> reads without a problem.</summary>
    /// <param name="student">Whose inputs are drawn; empty for nobody's.</param>
    public static Sequence<DrawnQuestion> Read(ICaseSource source, string student = "")
    {
        var problems = new ProblemList();
        var folder = new CaseFolder(source, problems);
        return AssignmentReader.Open(folder, out var format) is not { } assignment
            ? []
            : assignment.Texts("questions").DistinctBy(name => name.Text).Select(name => AssignmentReader.Drawn(folder, name, format, assignment.Text("id"), student, out _)).OfType<CaseObject>().Select(Of).ToSequence();
    }

    private static DrawnQuestion Of(CaseObject question) => new(question["id"] is CaseText id ? id.Text : "", Encoding.UTF8.GetString(CaseJson.Write(question)));
}
