using System.Text;
using System.Text.RegularExpressions;

namespace Grader.Verification;

/// <summary>What editors, converters and chats leave in a text, and which changes nothing of what it says.</summary>
internal static partial class DocumentNoise
{
    private const int Width = 60;

    public static readonly IReadOnlyList<Func<IReadOnlyList<Block>, string>> Options =
    [
        static blocks => Joined(blocks),
        static blocks => Joined(blocks).Replace("\n", "\r\n", StringComparison.Ordinal),
        static blocks => "\uFEFF" + Joined(blocks),
        static blocks => Joined(blocks).Replace("\n", " \n", StringComparison.Ordinal),
        static blocks => Joined(Each(blocks, BlockKind.Prose, Wrapped)),
        static blocks => string.Join("\n\n<!-- seen -->\n\n", blocks.Select(block => block.Text)) + "\n",
        static blocks => Joined(Each(blocks, BlockKind.Prose, static text => LongWord().Replace(text, "\u200B"))),
        static blocks => Joined(Each(blocks, BlockKind.Prose, static text => text.Replace(" = ", "&nbsp;=&nbsp;", StringComparison.Ordinal).Replace(" × ", "&nbsp;&times;&nbsp;", StringComparison.Ordinal))),
        static blocks => Joined(Each(blocks, BlockKind.Prose, static text => Bare(text) ? text.Replace(": ", "：", StringComparison.Ordinal).Replace(" = ", " ＝ ", StringComparison.Ordinal).Replace("(", "（", StringComparison.Ordinal).Replace(")", "）", StringComparison.Ordinal) : text)),
        static blocks => Joined(Each(blocks, BlockKind.Prose, Quoted)),
        static blocks => Joined(Each(blocks, BlockKind.Formula, Quoted)),
        static blocks => Joined(blocks.SelectMany(static (block, i) => i % 3 == 2 && block.Kind == BlockKind.Label ? (Block[])[Block.Prose("Homework, page 2"), block] : [block])),
        static blocks => Joined(Each(blocks, BlockKind.Prose, static text => "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal))),
        static blocks => Joined(Each(blocks, BlockKind.Formula, DigitsApart)),
        static blocks => Joined(Each(blocks, BlockKind.Formula, static text => text.Replace("_", " _ ", StringComparison.Ordinal).Replace("{", " { ", StringComparison.Ordinal).Replace("}", " } ", StringComparison.Ordinal))),
        static blocks => Joined(Each(blocks, BlockKind.Prose, static text => text.Replace("\n", "<br>\n", StringComparison.Ordinal) + "<br>")),
        static blocks => string.Join("\n\n\n\n", blocks.Select(block => block.Text)) + "\n\n\n",
        static blocks => Joined(blocks).Replace(" = ", " =\t", StringComparison.Ordinal),
        static blocks => string.Join("\n\n---\n\n", blocks.Select(block => block.Text)) + "\n",
        static blocks => Joined(blocks).Replace(" ", "\u00A0", StringComparison.Ordinal).Replace("\n-\u00A0", "\n- ", StringComparison.Ordinal).Replace("#\u00A0", "# ", StringComparison.Ordinal),
        static blocks => Joined(blocks).Replace("\n", "\r", StringComparison.Ordinal),
        static blocks => Joined(blocks).TrimEnd(),
    ];

    private static string Joined(IEnumerable<Block> blocks) => string.Join("\n\n", blocks.Select(block => block.Text)) + "\n";

    private static IEnumerable<Block> Each(IEnumerable<Block> blocks, BlockKind kind, Func<string, string> change) => blocks.Select(block => block.Kind == kind ? block with { Text = change(block.Text) } : block);

    /// <summary>The digits of a formula apart, where some number has many: two or three may be as many numbers, and of a row a mark between entries may be lost.</summary>
    private static string DigitsApart(string text) => text.AsSpan().ContainsAny("&;") || text.Contains("\\\\", StringComparison.Ordinal) || !ManyDigits().IsMatch(text) ? text : BetweenDigits().Replace(text, " ");

    private static string Quoted(string text) => "> " + text.Replace("\n", "\n> ", StringComparison.Ordinal);

    /// <summary>No formula and no code, whose signs are not prose's.</summary>
    private static bool Bare(string text) => !text.AsSpan().ContainsAny("$\\`");

    /// <summary>Lines of at most sixty characters, broken between words of prose alone.</summary>
    private static string Wrapped(string text)
    {
        if (!Bare(text) || text.Contains('\n', StringComparison.Ordinal) || text[0] is '-' or '*' or '>' or '|' or '1')
            return text;
        var wrapped = new StringBuilder();
        var line = 0;
        foreach (var word in text.Split(' '))
        {
            if (line > 0 && line + word.Length + 1 > Width && char.IsLetter(word[0]))
            {
                wrapped.Append('\n');
                line = 0;
            }
            else if (wrapped.Length > 0)
            {
                wrapped.Append(' ');
            }
            wrapped.Append(word);
            line += word.Length + 1;
        }
        return wrapped.ToString();
    }

    [GeneratedRegex(@"(?<=(?:^|\P{L})\p{L}{5})(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex LongWord();

    [GeneratedRegex(@"\d{5}", RegexOptions.CultureInvariant)]
    private static partial Regex ManyDigits();

    [GeneratedRegex(@"(?<=\d)(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenDigits();
}
