namespace Grader.Mathematics;

/// <summary>Answers that are a word or the letter of a choice: <c>\text{Yes}</c>, <c>(B)</c>.</summary>
internal static class WordAnswers
{
    private const int MaximumLength = 60;

    /// <summary>Equal where both are the same word, whatever its case, or the same letter; null for all else.</summary>
    public static Decision? Decide(string gold, string answer)
    {
        if (gold.Length > MaximumLength || WordOf(gold) is not { } word)
            return null;
        var said = AnswerExtraction.Extract(answer);
        if (said.Length > MaximumLength || WordOf(said) is not { } other)
            return null;
        if (word.AsSpan().IndexOfAnyExcept(Letters) >= 0)
            return string.Equals(word, other, StringComparison.Ordinal) ? Decision.Equal("same text") : null;
        var same = word.Length == 1 ? string.Equals(word, other, StringComparison.Ordinal) : string.Equals(word, other, StringComparison.OrdinalIgnoreCase);
        return same ? Decision.Equal("same word") : null;
    }

    /// <summary>Letters and spaces without markup, brackets and point; null where there is more than those.</summary>
    private static string? WordOf(string text)
    {
        var word = text.AsSpan().Trim("$ \n.");
        foreach (var command in (ReadOnlySpan<string>)["\\text", "\\textbf", "\\mathrm", "\\mbox", "\\textit", "\\mathbf"])
        {
            if (word.StartsWith(command + "{") && word.EndsWith("}"))
                word = word[(command.Length + 1)..^1].Trim();
            else if (word.IndexOf(command + "{") is > 0 and var at && word.EndsWith("}"))
                word = string.Concat(word[..at].TrimEnd(), " ", word[(at + command.Length + 1)..^1].Trim());
        }

        if (word.StartsWith("(") && word.EndsWith(")"))
            word = word[1..^1];
        word = word.Trim(" .*");
        return word.IsEmpty || word.ContainsAnyExcept(Characters) ? null : word.ToString();
    }

    // Times and dates too, which are the same only if they are written alike.
    private static readonly System.Buffers.SearchValues<char> Characters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789:'");

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ");
}
