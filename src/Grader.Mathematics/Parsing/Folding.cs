using System.Text;

namespace Grader.Mathematics;

/// <summary>
/// Folds characters that look alike to the ones formulas are written in: full-width forms, mathematical alphanumerics, Unicode minus and dashes, no-break and thin
/// spaces; zero-width characters vanish. A table of our own: <c>string.Normalize</c> does nothing under invariant globalization.
/// </summary>
public static class Folding
{
    public static FoldedText Fold(string text)
    {
        var first = FirstFoldable(text);
        if (first == text.Length)
            return new(text, Changed: false);

        var folded = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length + 1);
        folded.Append(text, 0, first);
        for (var i = 0; i < first; i++)
            offsets.Add(i);

        var at = first;
        while (at < text.Length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var consumed);
            var replacement = Replacement(rune.Value);
            if (replacement is null)
            {
                folded.Append(text, at, consumed);
                for (var i = 0; i < consumed; i++)
                    offsets.Add(at + i);
            }
            else
            {
                folded.Append(replacement);
                for (var i = 0; i < replacement.Length; i++)
                    offsets.Add(at);
            }

            at += consumed;
        }

        offsets.Add(text.Length);
        return new(folded.ToString(), Changed: true) { Offsets = [.. offsets] };
    }

    private static int FirstFoldable(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] < 0x80)
            {
                at++;
                continue;
            }

            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var consumed);
            if (Replacement(rune.Value) is not null)
                return at;
            at += consumed;
        }

        return at;
    }

    /// <summary>What a character folds to; null where it stays.</summary>
    private static string? Replacement(int rune) => rune switch
    {
        < 0x80 => null,
        0xAD or (>= 0x200B and <= 0x200F) or (>= 0x2060 and <= 0x2064) or 0xFEFF or (>= 0xFE00 and <= 0xFE0F) => "",
        0xA0 or (>= 0x2000 and <= 0x200A) or 0x202F or 0x205F or 0x3000 => " ",
        >= 0xFF01 and <= 0xFF5E => ((char)(rune - 0xFEE0)).ToString(),
        (>= 0x2010 and <= 0x2015) or 0x2212 or 0xFE63 or 0x2796 => "-",
        0xB5 => "μ",
        0x2217 or 0x204E or 0xFE61 => "*",
        0x22C5 or 0x2219 or 0x2022 or 0x30FB => "·",
        0x2715 or 0x2716 or 0x2A2F => "×",
        0x2795 => "+",
        0x2044 or 0x2215 => "/",
        0x2223 or 0x2758 => "|",
        0x2225 => "‖",
        0x223C or 0x02DC => "~",
        0x2236 => ":",
        0x2018 or 0x2019 or 0x2032 or 0x02B9 => "'",
        0x2033 => "''",
        0x201C or 0x201D => "\"",
        0x3001 => ",",
        0x3002 => ".",
        0x3008 or 0x2329 => "⟨",
        0x3009 or 0x232A => "⟩",
        0x3010 => "[",
        0x3011 => "]",
        0x2113 => "l",
        0x210E => "h",
        0x210F => "ħ",
        0x212F or 0x2147 => "e",
        0x2148 => "i",
        0x2149 => "j",
        0x2102 => "ℂ",
        0x2126 => "Ω",
        0x212A => "K",
        0x212B => "Å",
        0x2252 or 0x2243 or 0x2245 or 0x2248 => rune == 0x2248 ? null : "≈",
        0x27F9 or 0x21D2 => rune == 0x21D2 ? null : "⇒",
        0x27F6 => "→",
        0x2A7D or 0x2266 => "≤",
        0x2A7E or 0x2267 => "≥",
        0x2205 => null,
        0x22A4 or 0x1D40 => "⊤",
        >= 0x1D400 and <= 0x1D7FF => MathematicalAlphanumeric(rune - 0x1D400),
        _ => null,
    };

    private const string Greek = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΘΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰφϱϖ";

    // The block is 13 alphabets of 26 capitals and 26 small letters, two dotless letters, 5 Greek alphabets of 58 and 5 sets of digits.
    private static string? MathematicalAlphanumeric(int index)
    {
        if (index < 0x2A4)
        {
            var letter = index % 52;
            return ((char)(letter < 26 ? 'A' + letter : 'a' + letter - 26)).ToString();
        }

        if (index is 0x2A4 or 0x2A5)
            return index == 0x2A4 ? "i" : "j";
        if (index is >= 0x2A8 and < 0x2A8 + 5 * 58)
            return Greek[(index - 0x2A8) % 58].ToString();
        return index >= 0x3CE ? ((char)('0' + (index - 0x3CE) % 10)).ToString() : null;
    }
}

/// <param name="Text">The folded text.</param>
/// <param name="Changed">Whether anything was folded.</param>
public sealed record FoldedText(string Text, bool Changed)
{
    /// <summary>The original offset of each folded one and of the end; empty where nothing was folded.</summary>
    internal Sequence<int> Offsets { get; init; }

    /// <summary>The UTF-16 offset in the original text of an offset in <see cref="Text"/> (which may be its length).</summary>
    public int OriginalOffset(int offset) => Offsets.Count == 0 ? offset : Offsets[offset];
}
