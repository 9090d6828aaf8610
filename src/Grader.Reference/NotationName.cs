using System.Text;
using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>
/// The name of a quantity as people write it, folded so that ways to write the same are the same text: <c>\delta_{2}</c>, <c>δ₂</c> and <c>delta2</c> are <c>delta_2</c>,
/// <c>\frac{\partial L}{\partial z_2}</c> and <c>∂L/∂z₂</c> are <c>dl/dz_2</c>, and <c>δ^{(2)}</c> is <c>delta^2</c>. Case does not count.
/// </summary>
public static class NotationName
{
    private const int Longest = 80;

    /// <summary>Commands that say how a name is set, not what it is.</summary>
    private static readonly string[] Setting = ["mathrm", "mathbf", "mathit", "mathcal", "boldsymbol", "bm", "text", "textbf", "operatorname", "left", "right", "displaystyle", "tfrac", "dfrac", "frac", "vec", "big", "Big"];

    /// <returns>Null where the text is no name: a number, a formula, too long.</returns>
    public static string? Of(string text)
    {
        if (text.Length > Longest || Tokens(text) is not { } tokens)
            return null;
        var name = new StringBuilder();
        var at = 0;
        return Names(tokens, ref at, name, inside: false) && at == tokens.Length && name.Length > 0 && char.IsLetter(name[0]) ? name.ToString() : null;
    }

    /// <summary>The name without its indices: names that differ in indices alone are of different quantities of one kind.</summary>
    public static string WithoutIndices(string name)
    {
        var kept = new StringBuilder(name.Length);
        var index = false;
        foreach (var c in name)
        {
            index = c is '_' or '^' || (index && (char.IsLetterOrDigit(c) || c == '\''));
            if (!index)
                kept.Append(c);
        }
        return kept.ToString();
    }

    /// <summary>Letters, digits, and the signs that structure a name; null where any other sign stands.</summary>
    private static string? Tokens(string text)
    {
        var tokens = new StringBuilder(text.Length);
        var script = ' ';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var (level, shown) = Scripts.Lower(c) is { } lowered ? ('_', lowered) : Scripts.Raise(c) is { } raised ? ('^', raised) : (' ', c);
            if (level != ' ' && level != script)
                tokens.Append(level);
            script = level;
            if (level != ' ' && char.IsLetterOrDigit(shown))
                tokens.Append('{').Append(shown).Append('}');
            else if (level != ' ')
                continue;
            else if (c == '\\')
                i += Command(text.AsSpan(i + 1), tokens);
            else if (c == '∂')
                tokens.Append('d');
            else if (GreekLetters.NameOf(c) is { } greek)
                tokens.Append(greek);
            else if (char.IsLetterOrDigit(c) || c is '_' or '^' or '{' or '}' or '(' or ')' or '[' or ']' or '/' or '\'')
                tokens.Append(c is '(' or '[' ? '{' : c is ')' or ']' ? '}' : char.ToLowerInvariant(c));
            else if (!(char.IsWhiteSpace(c) || c is '$' or '`' or '*' or ','))
                return null;
        }
        return tokens.Replace("}{", "/").ToString();
    }

    /// <returns>How many characters the command has.</returns>
    private static int Command(ReadOnlySpan<char> text, StringBuilder tokens)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length]))
            length++;
        var command = text[..length].ToString();
        if (command == "partial")
            tokens.Append('d');
        else if (!Setting.Contains(command))
            tokens.Append(command.ToLowerInvariant());
        // \, and \! are spaces.
        return length == 0 ? Math.Min(1, text.Length) : length;
    }

    private static bool Names(string tokens, ref int at, StringBuilder name, bool inside)
    {
        while (at < tokens.Length)
        {
            switch (tokens[at])
            {
                case '}':
                    return inside;
                case '{':
                    at++;
                    if (!Names(tokens, ref at, name, inside: true) || at == tokens.Length)
                        return false;
                    at++;
                    break;
                case '_' or '^':
                    if (!Scripted(tokens, ref at, name))
                        return false;
                    break;
                case '/' or '\'':
                    name.Append(tokens[at++]);
                    break;
                case var c when char.IsDigit(c):
                    name.Append('_');
                    while (at < tokens.Length && char.IsDigit(tokens[at]))
                        name.Append(tokens[at++]);
                    break;
                default:
                    name.Append(tokens[at++]);
                    break;
            }
        }
        return !inside;
    }

    /// <summary>Subscript before superscript, whichever was written first.</summary>
    private static bool Scripted(string tokens, ref int at, StringBuilder name)
    {
        var (lower, upper) = ("", "");
        while (at < tokens.Length && tokens[at] is '_' or '^')
        {
            var level = tokens[at++];
            var content = new StringBuilder();
            var depth = 0;
            do
            {
                if (at == tokens.Length)
                    return false;
                var c = tokens[at++];
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (char.IsLetterOrDigit(c) || c == '\'')
                    content.Append(c);
            }
            while (depth > 0 || (depth == 0 && at < tokens.Length && char.IsDigit(tokens[at]) && content.Length > 0 && char.IsDigit(content[^1]) && tokens[at - 1] != '}'));
            if (level == '_')
                lower += content;
            else
                upper += content;
        }
        name.Append(lower.Length > 0 ? "_" + lower : "").Append(upper.Length > 0 ? "^" + upper : "");
        return true;
    }
}
