namespace Grader.Reference;

/// <summary>
/// Splits text into the words that phrases are made of and found in: lower case, letters apart from digits (<c>Layer1</c> is <c>layer 1</c>), primes kept (<c>w'</c>), raised and lowered digits
/// as digits (<c>σ²</c> is <c>σ 2</c>), all else between words.
/// </summary>
public static class Words
{
    public static WordList Of(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var kind = i < text.Length ? KindOf(text[i]) : Kind.Other;
            if (start >= 0 && kind != KindOf(text[start]) && !(kind == Kind.Prime && KindOf(text[start]) == Kind.Letter))
            {
                words.Add(KindOf(text[start]) == Kind.Index ? Digits(text[start..i]) : text[start..i].ToLowerInvariant());
                start = -1;
            }
            if (start < 0 && kind is Kind.Letter or Kind.Digit or Kind.Index)
                start = i;
        }
        return new(words);
    }

    private static Kind KindOf(char c) =>
        char.IsLetter(c) || char.IsSurrogate(c) ? Kind.Letter
        : char.IsDigit(c) ? Kind.Digit
        : c is '\'' or '’' or '′' ? Kind.Prime
        : c is '¹' or '²' or '³' or '⁰' or (>= '⁴' and <= '⁹') or (>= '₀' and <= '₉') ? Kind.Index
        : Kind.Other;

    private static string Digits(string raised) => string.Create(raised.Length, raised, static (digits, of) =>
    {
        for (var i = 0; i < digits.Length; i++)
            digits[i] = (char)('0' + (int)char.GetNumericValue(of[i]));
    });

    private enum Kind
    {
        Other,
        Letter,
        Digit,

        /// <summary>A raised or lowered digit.</summary>
        Index,
        Prime,
    }
}
