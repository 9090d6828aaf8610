using System.Buffers;

namespace Grader.Submissions.Source;

/// <summary>
/// Environments written with blanks, <c>\begin { array } { rr }</c>, <c>\begin{array}[t] {cc}</c>: put together in place, so that what stands for the columns is no entry. The blanks go
/// behind a beginning and before an end, so that a formula starts and ends where it did.
/// </summary>
internal static class ApartEnvironments
{
    private const int LongestName = 20;
    private const int LongestColumns = 80;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ*");

    public static string Join(string text)
    {
        char[]? joined = null;
        for (var at = 0; text.AsSpan(at).IndexOf('\\') is >= 0 and var ahead;)
        {
            at += ahead;
            var begins = text.AsSpan(at).StartsWith("\\begin");
            if (!begins && !text.AsSpan(at).StartsWith("\\end"))
            {
                at++;
                continue;
            }
            var open = at + (begins ? 6 : 4);
            if (Argument(text, open, LongestName) is not { } name || text.AsSpan(name.Start, name.End - name.Start).ContainsAnyExcept(Letters))
            {
                at = open;
                continue;
            }
            var written = text[at..open] + "{" + text[name.Start..name.End] + "}";
            var end = name.After;
            if (begins && text.AsSpan(name.Start, name.End - name.Start) is "array" or "tabular")
            {
                var columns = SkipPosition(text, end);
                if (Argument(text, columns, LongestColumns) is { } specification)
                {
                    written += "{" + text[specification.Start..specification.End] + "}";
                    end = specification.After;
                }
            }
            if (written.Length < end - at)
            {
                joined ??= text.ToCharArray();
                joined.AsSpan(at, end - at).Fill(' ');
                written.CopyTo(joined.AsSpan(begins ? at : end - written.Length));
            }
            at = end;
        }
        return joined is null ? text : new string(joined);
    }

    /// <summary>What stands between the braces that open behind blanks, itself without blanks around it.</summary>
    private static (int Start, int End, int After)? Argument(string text, int at, int longest)
    {
        at = SkipSpaces(text, at);
        if (at >= text.Length || text[at] != '{')
            return null;
        var length = text.AsSpan(at, Math.Min(longest, text.Length - at)).IndexOfAny('}', '\n', '\r');
        if (length < 0 || text[at + length] != '}')
            return null;
        var (start, end) = Characters.Trim(text, at + 1, at + length);
        return (start, end, at + length + 1);
    }

    /// <summary>The <c>[t]</c> of <c>\begin{array}[t]{cc}</c>.</summary>
    private static int SkipPosition(string text, int at)
    {
        var open = SkipSpaces(text, at);
        return open + 2 < text.Length && text[open] == '[' && text[open + 1] is 't' or 'b' or 'c' && text[open + 2] == ']' && SkipSpaces(text, open + 3) is var next && next < text.Length && text[next] == '{' ? next : at;
    }

    private static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return at;
    }
}
