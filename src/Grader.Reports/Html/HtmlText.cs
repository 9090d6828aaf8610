using System.Text;

namespace Grader.Reports;

/// <summary>Plain text on its way into HTML, for content and for attributes in double quotes alike.</summary>
internal static class HtmlText
{
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (TerminalText.IsHostile(rune.Value) && rune.Value is not ('\n' or '\t'))
                continue;
            _ = rune.Value switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\'' => encoded.Append("&#39;"),
                _ => encoded.Append(rune),
            };
        }
        return encoded.ToString();
    }

    /// <summary>Without characters that reorder or hide text; line ends stay.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!TerminalText.IsHostile(rune.Value) || rune.Value is '\n' or '\t')
                clean.Append(rune);
        }
        return clean.ToString();
    }
}
