using System.Text;
using Grader.Fuzzing.Driving;
using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;
using Grader.Verification.Tests;

namespace Grader.Fuzzing.Readers;

/// <summary>Submissions in Markdown or R Markdown, against the questions of an assignment; those read thoroughly are graded too.</summary>
/// <param name="isConverted">As a converter prints them: pages, parted by form feeds.</param>
internal sealed class SubmissionFuzzing(string folder, bool isConverted) : IFuzzedReader
{
    private readonly Assignment _assignment = CaseFolder.Assignment(folder);
    private readonly Sequence<ExpectedPart> _expected = SubmissionGrader.ExpectedParts(CaseFolder.Assignment(folder));

    public string Name => isConverted ? "converted" : "submission";

    public long MostBytes => 500_000_000;

    public int ThoroughOneIn => 64;

    public IReadOnlyList<string> Pieces => SubmissionPieces.All;

    public void Read(byte[] input, Traits traits, bool thorough)
    {
        var text = Encoding.UTF8.GetString(input);
        var document = Document(text);
        if (!isConverted)
            Promise.Hold(document.Text == text, "a document has the text that was given");
        DocumentPromises.Hold(document, traits);
        if (!thorough)
            return;
        Promise.Hold(Document(text) == document, "the same text is read the same twice");
        foreach (var grade in SubmissionGrader.Grade(_assignment, document, "").Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items))
            Promise.Hold(grade.Points.Sign >= 0 && grade.PendingPoints.Sign >= 0 && grade.Points + grade.PendingPoints <= grade.MaxPoints, "points lie between none and all", () => $"{grade.Id} {grade.Points} {grade.PendingPoints}");
    }

    private SubmissionDocument Document(string text) => isConverted ? ConvertedReader.Read("x.pdf", text, _expected) : SubmissionReader.Read("x.md", text, _expected);
}
