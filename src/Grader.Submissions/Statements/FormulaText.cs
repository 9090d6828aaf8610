using Grader.Submissions.Source;

namespace Grader.Submissions.Statements;

/// <summary>What can be said of a formula's text before it is read.</summary>
internal static class FormulaText
{
    private static readonly string[] RelationCommands =
        ["approx", "simeq", "sim", "cong", "equiv", "le", "leq", "ge", "geq", "lt", "gt", "ne", "neq", "to", "rightarrow", "Rightarrow", "longrightarrow", "Longrightarrow", "implies", "iff", "therefore"];

    private static readonly string[] OperatorCommands = ["times", "cdot", "div", "pm", "odot", "ast", "circ", "otimes"];

    /// <summary>Whether a relation stands at a place; its length, or 0.</summary>
    public static int RelationAt(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
            return 0;
        switch (text[at])
        {
            case '=':
                return at + 1 < text.Length && text[at + 1] is '=' or '>' ? 2 : 1;
            case '<' or '>' or '\u2248' or '\u2243' or '\u2245' or '\u2252' or '\u2260' or '\u2264' or '\u2265' or '\u2261' or '\u223C' or '\u2192' or '\u21D2' or '\u27F9':
                return 1;
            case '-' when at + 1 < text.Length && text[at + 1] == '>':
                return 2;
            case '\\':
                return CommandAt(text, at, RelationCommands);
            default:
                return 0;
        }
    }

    public static bool StartsWithRelation(ReadOnlySpan<char> text) => RelationAt(text, Characters.SkipBlanks(text, 0, text.Length)) > 0;

    public static bool StartsWithOperator(ReadOnlySpan<char> text)
    {
        var at = Characters.SkipBlanks(text, 0, text.Length);
        return at < text.Length && (text[at] is '+' or '-' or '*' or '/' or '\u00D7' or '\u00B7' || CommandAt(text, at, OperatorCommands) > 0);
    }

    public static bool EndsWithRelation(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        return text.Length > 0 && (text[^1] is '=' or '\u2248' or '\u2192' || text.EndsWith("\\approx"));
    }

    public static bool EndsWithOperator(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        return text.Length > 0 && (text[^1] is '+' or '-' or '*' or '/' or '\u00D7' or '\u00B7' || text.EndsWith("\\times") || text.EndsWith("\\cdot"));
    }

    /// <summary>Whether it has a relation outside all braces, brackets and environments.</summary>
    public static bool HasRelation(ReadOnlySpan<char> text) => NextRelation(text, 0) >= 0;

    /// <summary>The first relation at or after a place, outside all braces, brackets and environments; −1 where there is none.</summary>
    public static int NextRelation(ReadOnlySpan<char> text, int from)
    {
        var depth = 0;
        for (var i = from; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{' or '(' or '[':
                    depth++;
                    break;
                case '}' or ')' or ']':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '\\' when text[i..].StartsWith("\\begin{") && !IsLayout(text[i..]):
                    depth++;
                    break;
                case '\\' when text[i..].StartsWith("\\end{") && !IsLayout(text[i..]):
                    depth = Math.Max(0, depth - 1);
                    break;
                default:
                    break;
            }
            if (depth == 0 && RelationAt(text, i) > 0)
                return i;
        }
        return -1;
    }

    /// <summary>Whether an environment only lays formulas out: <c>align</c>, <c>gathered</c>.</summary>
    public static bool IsLayout(ReadOnlySpan<char> environment)
    {
        var open = environment.IndexOf('{');
        var close = environment.IndexOf('}');
        if (open < 0 || close < open)
            return false;
        var name = environment[(open + 1)..close].TrimEnd('*');
        return name is "align" or "aligned" or "alignat" or "alignedat" or "gather" or "gathered" or "split" or "eqnarray" or "equation" or "multline" or "multlined" or "flalign" or "displaymath" or "math" or "center" or "flushleft" or "document" or "enumerate" or "itemize";
    }

    private static int CommandAt(ReadOnlySpan<char> text, int at, string[] commands)
    {
        if (at >= text.Length || text[at] != '\\')
            return 0;
        var end = at + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        var name = text[(at + 1)..end];
        foreach (var command in commands)
        {
            if (name.SequenceEqual(command))
                return end - at;
        }
        return 0;
    }
}
