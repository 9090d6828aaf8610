namespace Grader.Submissions;

/// <summary>Tells a notebook by its text, where no name does: an object of JSON that has cells of a type.</summary>
public static class NotebookSign
{
    public static bool In(ReadOnlySpan<char> text) =>
        text.TrimStart() is ['{', ..] && text.Contains("\"cell_type\"", StringComparison.Ordinal) && (text.Contains("\"cells\"", StringComparison.Ordinal) || text.Contains("\"worksheets\"", StringComparison.Ordinal));
}
