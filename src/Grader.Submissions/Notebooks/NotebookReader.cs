using System.Text;
using System.Text.Json;
using Grader.Mathematics;

namespace Grader.Submissions;

/// <summary>
/// Reads a Jupyter notebook as the Markdown that its reader sees: the Markdown cells, and what the code cells put out. Nothing is run, and code is no answer. The document's
/// text is that Markdown; <see cref="SubmissionDocument.Frames"/> tells which lines are which cell.
/// </summary>
public static class NotebookReader
{
    // Widgets nest deep in the metadata.
    private const int DeepestJson = 512;

    /// <param name="json">The <c>.ipynb</c> file's text, of any version of the format.</param>
    /// <param name="expected">As for <see cref="SubmissionReader.Read(string, string, Sequence{ExpectedPart})"/>.</param>
    public static NotebookReading Read(string name, string json, Sequence<ExpectedPart> expected = default)
    {
        var frames = new List<Frame>();
        var text = new StringBuilder();
        string? problem;
        try
        {
            // Lone surrogates become U+FFFD here, as in any file that is stored.
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = DeepestJson });
            problem = NotebookText.Write(document.RootElement, text, frames);
        }
        catch (JsonException error)
        {
            problem = $"this is no notebook: its JSON cannot be read, in line {(error.LineNumber ?? 0) + 1}";
        }
        catch (InvalidOperationException)
        {
            // A name is compared with others only when it is asked for, and half a surrogate pair in it is found only then.
            problem = "this is no notebook: a name in its JSON holds half a character (an escape such as \\ud835 without the other half)";
        }
        return new(problem is null ? SubmissionReader.Read(name, text.ToString(), expected, frames.ToSequence()) : null, problem);
    }
}

/// <param name="Document">Null where it is no notebook.</param>
/// <param name="Problem">Why it is none.</param>
public sealed record NotebookReading(SubmissionDocument? Document, string? Problem);
