namespace Grader.Reference;

/// <summary>Splits text into the words that phrases are made of and found in: lower case, letters apart from digits (<c>Layer1</c> is <c>layer 1</c>), primes kept (<c>w'</c>), all else between words.</summary>
public static class Words
{
    public static WordList Of(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var kind = i < text.Length ? KindOf(text[i]) : 0;
            if (start >= 0 && kind != KindOf(text[start]) && !(kind == 3 && KindOf(text[start]) == 1))
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
            if (start < 0 && kind is 1 or 2)
                start = i;
        }
        return new(words);
    }

    private static int KindOf(char c) => char.IsLetter(c) || char.IsSurrogate(c) ? 1 : char.IsDigit(c) ? 2 : c is '\'' or '’' or '′' ? 3 : 0;
}
