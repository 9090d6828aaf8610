using System.Text.RegularExpressions;

namespace Grader.Classroom.Review;

/// <summary>
/// An answer without what cannot change what it says: how its words are spaced and emphasised, capitals of plain words, which sign ends a clause, "the". Answers of one form are decided together, so that
/// all stays that may matter: words of denial, question marks, numbers, all signs beside numbers, letters and brackets of formulas, lines of a matrix, the case of names and units, and the order.
/// </summary>
public static partial class AnswerForm
{
    private const string ClauseEnd = ".";

    /// <summary>Short words that are no unit and no name of a formula.</summary>
    private static readonly HashSet<string> ShortWords = new(StringComparer.Ordinal) { "no", "it", "is", "in", "we", "if", "to", "of", "as", "so", "at", "by", "or", "an", "on", "be", "do" };

    public static string Of(string text)
    {
        var plain = Emphasis().Replace(text, "${said}");
        var tokens = new List<string>();
        foreach (Match match in Token().Matches(plain))
        {
            var token = match.Value;
            if (token[0] is '\n' or '\r')
            {
                // Rows of a matrix or a table; lines of prose are broken anywhere.
                if (tokens.Count > 0 && !IsWord(tokens[^1]) && tokens[^1] != ClauseEnd && tokens[^1] != "\n")
                    tokens.Add("\n");
            }
            else if (token.Length == 1 && ".,;:!".Contains(token[0], StringComparison.Ordinal) && tokens.Count > 0 && IsWord(tokens[^1]) && tokens[^1].Length > 2 && EndsWord(plain, match.Index + 1))
                tokens.Add(ClauseEnd);
            else if (token is "“" or "”" or "„" or "\"" && IsQuote(plain, match.Index))
                continue;
            else if (Lower(token) is not "the" and var said)
                tokens.Add(said);
        }
        while (tokens.Count > 0 && tokens[^1] is ClauseEnd or "\n")
            tokens.RemoveAt(tokens.Count - 1);
        return string.Join(' ', tokens);
    }

    /// <summary>A plain word says the same at the start of a sentence; <c>XW</c>, <c>Mb</c> and <c>W</c> are names and units.</summary>
    private static string Lower(string token)
    {
        var isPlain = char.IsLetter(token[0]) && token.Skip(1).All(c => char.IsLower(c) || c == '\'');
        if (!isPlain || token.Length < 2)
            return token;
        var lower = token.ToLowerInvariant();
        return token.Length > 2 || ShortWords.Contains(lower) ? lower : token;
    }

    private static bool IsWord(string token) => char.IsLetter(token[0]) && token.Length > 1 && token.All(c => char.IsLower(c) || c == '\'');

    private static bool EndsWord(string text, int at) => at >= text.Length || char.IsWhiteSpace(text[at]) || text[at] is '"' or '”' or '\'' or '’' or ')';

    /// <summary>Around words, not behind a number or a name: those are minutes, seconds and primes.</summary>
    private static bool IsQuote(string text, int at) =>
        (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(') || (at > 1 && char.IsLower(text[at - 1]) && char.IsLower(text[at - 2])) || (at > 1 && text[at - 1] is '.' or ',' or '!' or '?' && char.IsLower(text[at - 2]));

    /// <summary>Of words: stars or underscores that open behind a space and close before one. A star elsewhere is a product, a power or an adjoint.</summary>
    [GeneratedRegex(@"(?<=^|[\s(])(?<mark>\*\*|__|\*|_)(?=[\p{L}])(?<said>[^*_\n]*[\p{L}.!?,:;])\k<mark>(?=$|[\s).,;:!?])", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"[\r\n]+[ \t]*|\p{L}+(?:['’]\p{L}+)*|[^\s]", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
