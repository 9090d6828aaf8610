using System.Text;
using System.Text.Json;
using Grader.Mathematics;

namespace Grader.Submissions;

/// <summary>
/// Reads a Jupyter notebook as the Markdown that its reader sees: the Markdown cells, and what the code cells put out. Nothing is run, and code is no answer. The document's
/// text is that Markdown; <see cref="SubmissionDocument.Cells"/> tells which lines are which cell.
/// </summary>
public static class NotebookReader
{
    /// <param name="json">The <c>.ipynb</c> file's text, of any version of the format.</param>
    /// <param name="expected">As for <see cref="SubmissionReader.Read"/>.</param>
    public static SubmissionDocument Read(string name, string json, Sequence<ExpectedPart> expected = default)
    {
        var cells = new List<NotebookCell>();
        var text = new StringBuilder();
        string? problem = null;
        try
        {
            // Lone surrogates become U+FFFD here, as in any file that is stored.
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            problem = NotebookText.Write(document.RootElement, text, cells);
        }
        catch (JsonException error)
        {
            problem = $"this is no notebook: its JSON breaks off in line {(error.LineNumber ?? 0) + 1}";
        }

        var read = SubmissionReader.Read(name, text.ToString(), expected) with { Cells = cells.ToSequence() };
        return problem is null ? read : read with { Repairs = [new Repair(default(Place) with { Line = 1, Column = 1, EndLine = 1, EndColumn = 1 }, problem), .. read.Repairs.AsSpan()] };
    }
}

/// <param name="Number">1-based position among the notebook's cells.</param>
/// <param name="Line">First line of its text in the document, 1-based.</param>
public sealed record NotebookCell(int Number, int Line);
