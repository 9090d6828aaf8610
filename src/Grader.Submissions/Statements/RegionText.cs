using Grader.Submissions.Source;

namespace Grader.Submissions.Statements;

/// <summary>Words that stand inside a formula's delimiters.</summary>
internal static class RegionText
{
    private static readonly string[] TextCommands =
        ["text", "textbf", "textit", "textrm", "texttt", "mathrm", "mathbf", "mathit", "mathsf", "operatorname", "mbox", "underline", "emph", "quad", "qquad"];

    /// <summary>The words of a body that is nothing but words: <c>\mathbf{or}</c>; length 0 where it is a formula.</summary>
    public static (int Start, int Length) Words(ReadOnlySpan<char> body)
    {
        var (start, end) = Characters.Trim(body, 0, body.Length);
        if (CommandAt(body, start, end) is not ({ } open, { } close) || close != end)
            return (0, 0);
        var inner = body[open..(close - 1)];
        if (inner.ContainsAny("\\^_=") || CountLetters(inner) < 2 || inner.ContainsAnyInRange('0', '9'))
            return (0, 0);
        var (first, last) = Characters.Trim(inner, 0, inner.Length);
        return (open + first, last - first);
    }

    /// <summary>The argument of a text command at a position: where it starts, and where the command ends; nulls where none stands there.</summary>
    public static (int? Open, int? End) CommandAt(ReadOnlySpan<char> text, int at, int end)
    {
        if (at >= end || text[at] != '\\')
            return (null, null);
        var stop = at + 1;
        while (stop < end && char.IsAsciiLetter(text[stop]))
            stop++;
        var name = text[(at + 1)..stop];
        var known = false;
        foreach (var command in TextCommands)
            known |= name.SequenceEqual(command);
        stop = Characters.SkipBlanks(text, stop, end);
        if (!known || stop >= end || text[stop] != '{')
            return (null, null);
        var depth = 0;
        // A text command is short; one that never closes must not be sought to the end again and again.
        for (var i = stop; i < end && i < stop + 500; i++)
        {
            if (text[i] == '{')
                depth++;
            else if (text[i] == '}' && --depth == 0)
                return (stop + 1, i + 1);
        }
        return (null, null);
    }

    /// <summary>Takes the text command off a percent sign that is all it holds: <c>50\text{ \%}</c>.</summary>
    public static void BarePercent(Span<char> text)
    {
        for (var at = 0; text[at..].IndexOf('%') is >= 0 and var ahead; at++)
        {
            at += ahead;
            var open = text[..at].TrimEnd('\\').TrimEnd(' ');
            var close = Characters.SkipBlanks(text, at + 1, text.Length);
            if (close >= text.Length || text[close] != '}' || open.Length == 0 || open[^1] != '{')
                continue;
            var command = open[..^1].LastIndexOf('\\');
            if (command < 0 || CommandAt(text, command, text.Length) is not ({ } from, { } to) || from != open.Length || to != close + 1)
                continue;
            text[command..to].Fill(' ');
            text[at] = '%';
        }
    }

    public static int CountLetters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                letters++;
        }
        return letters;
    }
}
