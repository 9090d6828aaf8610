using Grader.Mathematics;
using Grader.Submissions.Converted;

namespace Grader.Submissions;

/// <summary>Reads the text that a program made of a PDF, a Word document and the like: page by page, where it parts pages by form feeds.</summary>
public static class ConvertedReader
{
    /// <param name="text">As the converter printed it.</param>
    /// <param name="expected">As for <see cref="SubmissionReader.Read(string, string, Sequence{ExpectedPart})"/>.</param>
    public static SubmissionDocument Read(string name, string text, Sequence<ExpectedPart> expected = default)
    {
        var (whole, frames) = Pages.Of(text);
        return SubmissionReader.Read(name, whole, expected, frames) with { LooksConverted = true };
    }
}
