using System.Text;
using Grader.Mathematics;

namespace Grader.Submissions;

/// <summary>Adds answers by the ids of checks, from a file beside the submission, as if they stood in a block <c>answers</c> at its end; their lines are that file's.</summary>
public static class AnswerRows
{
    private const string Opening = "```answers\n";

    /// <param name="file">Name of the file.</param>
    public static SubmissionDocument Add(SubmissionDocument document, string file, Sequence<AnswerFileRow> rows)
    {
        if (rows.Count == 0)
            return document;
        var block = new StringBuilder(Opening);
        var frames = new List<Frame>(rows.Count);
        foreach (var row in rows)
        {
            frames.Add(new Frame(frames.Count + 2) { File = file, First = row.Line });
            block.Append(row.Check).Append(',').Append(OnOneLine(row.Value)).Append('\n');
        }
        block.Append("```\n");

        var before = document.Text.TrimEnd('\r', '\n') + "\n\n";
        var read = SubmissionReader.Read(file, block.ToString(), default, frames.ToSequence(), before.Length);
        return document with
        {
            Text = before + read.Text,
            RowsStart = before.Length,
            Sections = [.. document.Sections.AsSpan(), .. read.Sections.AsSpan()],
            Repairs = [.. document.Repairs.AsSpan(), .. read.Repairs.AsSpan()],
        };
    }

    /// <summary>Whether a text has the form of a check's id: <c>1b.macs-layer1</c>.</summary>
    public static bool IsId(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot is > 0 and < 12 && char.IsAsciiDigit(text[0]) && dot + 1 < text.Length && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_');
    }

    /// <summary>As a file of commas has it, so that columns are the same.</summary>
    private static string OnOneLine(string value)
    {
        if (value.AsSpan().IndexOfAny("\r\n") >= 0)
            return value.ReplaceLineEndings(" ");
        return value.Contains(',') && !value.Contains('"') ? $"\"{value}\"" : value;
    }
}

/// <param name="Line">In the file, 1-based.</param>
/// <param name="Check">Id of a check: <c>1b.macs-layer1</c>.</param>
public sealed record AnswerFileRow(int Line, string Check, string Value);
