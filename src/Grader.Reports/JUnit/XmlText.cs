using System.Text;

namespace Grader.Reports;

/// <summary>One line of text on its way into XML that a CI server reads. An <see cref="System.Xml.XmlWriter"/> encodes it; here goes what XML 1.0 forbids, what hides or reorders text, and what GitLab would take for an attachment.</summary>
internal static class XmlText
{
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in TerminalText.Clean(text).EnumerateRunes())
        {
            if (rune.Value is not (0xFFFE or 0xFFFF))
                clean.Append(rune);
        }
        return clean.ToString().Replace("[[ATTACHMENT", "[ [ATTACHMENT", StringComparison.OrdinalIgnoreCase);
    }
}
