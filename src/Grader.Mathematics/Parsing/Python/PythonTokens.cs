namespace Grader.Mathematics;

internal enum PythonTokenKind : byte
{
    End,
    Number,
    Name,
    Text,
    Sign,
}

internal readonly record struct PythonToken(PythonTokenKind Kind, int Start, string Text)
{
    public bool Is(string sign) => Kind == PythonTokenKind.Sign && Text == sign;
}

internal static class PythonTokens
{
    private const int MaximumLength = 20_000;

    /// <summary>The tokens, the end last; null where a character has no place in Python.</summary>
    public static List<PythonToken>? Cut(string text)
    {
        if (text.Length > MaximumLength)
            return null;
        var tokens = new List<PythonToken>();
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            var start = at;
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
            {
                at = NumberEnd(text, at);
                tokens.Add(new(PythonTokenKind.Number, start, text[start..at]));
            }
            else if (char.IsAsciiLetter(c) || c == '_')
            {
                while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_' || (text[at] == '.' && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]))))
                    at++;
                tokens.Add(new(PythonTokenKind.Name, start, text[start..at]));
            }
            else if (c is '\'' or '"')
            {
                var close = text.IndexOf(c, at + 1);
                if (close < 0)
                    return null;
                tokens.Add(new(PythonTokenKind.Text, start, text[(at + 1)..close]));
                at = close + 1;
            }
            else
            {
                var length = at + 1 < text.Length && text.AsSpan(at, 2) is "**" or "//" or "<=" or ">=" or "==" or "!=" ? 2 : 1;
                if (length == 1 && !"+-*/()[]{},=<>%|&:".Contains(c))
                    return null;
                at += length;
                tokens.Add(new(PythonTokenKind.Sign, start, text[start..at]));
            }
        }

        tokens.Add(new(PythonTokenKind.End, text.Length, "the end"));
        return tokens;
    }

    private static int NumberEnd(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or '_'))
            at++;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var digits = at + 1;
            if (digits < text.Length && text[digits] is '+' or '-')
                digits++;
            if (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                at = digits;
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                    at++;
            }
        }

        return at;
    }
}
