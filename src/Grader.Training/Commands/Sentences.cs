namespace Grader.Training.Commands;

/// <summary>Notes of several hands in one text.</summary>
internal static class Sentences
{
    /// <summary>One after the other; a note that its writer did not end gets its full stop.</summary>
    public static string Joined(params IEnumerable<string> notes) => string.Join(' ', notes.Select(note => note.Trim()).Where(note => note.Length > 0).Select(Ended));

    /// <summary>A full stop may stand before a closing quotation mark.</summary>
    private static string Ended(string note) => note.TrimEnd('"', '”', '’', '\'') is { Length: > 0 } core && core[^1] is '.' or '!' or '?' or '…' ? note : note + ".";
}
