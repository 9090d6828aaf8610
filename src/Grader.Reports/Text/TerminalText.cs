using System.Text;

namespace Grader.Reports;

/// <summary>Student text on its way to a terminal: no escape sequences, no control or bidirectional characters, one line.</summary>
public static class TerminalText
{
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var wasSpace = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isSpace = Rune.IsWhiteSpace(rune);
            if (isSpace && !wasSpace)
                clean.Append(' ');
            else if (!isSpace && !IsHostile(rune.Value))
                clean.Append(rune);
            wasSpace = isSpace;
        }
        return clean.ToString().Trim();
    }

    // C0 and C1 controls with DEL, bidirectional marks, embeddings, overrides and isolates, zero-width characters, line and paragraph separators.
    internal static bool IsHostile(int c) =>
        c is < 0x20 or (>= 0x7F and < 0xA0) or 0x061C or (>= 0x200B and <= 0x200F) or (>= 0x2028 and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB);
}
