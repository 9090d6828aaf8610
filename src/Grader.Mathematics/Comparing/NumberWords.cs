namespace Grader.Mathematics;

/// <summary>Words that say a number: <c>unchanged</c>, <c>halved</c>, <c>twice</c>, <c>seven</c>.</summary>
public static class NumberWords
{
    private static readonly string[] Small =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    /// <summary>The number, as a factor where the word tells of a change; null for any other word.</summary>
    public static Rational? Find(string word)
    {
        word = word.Trim().ToLowerInvariant();
        var index = Array.IndexOf(Small, word);
        if (index >= 0)
            return index;
        return word switch
        {
            "unchanged" or "same" or "the same" or "once" or "no change" => Rational.One,
            "half" or "halved" or "halves" or "one half" or "one-half" => Rational.Of(1, 2),
            "twice" or "double" or "doubled" or "doubles" => 2,
            "thrice" or "triple" or "tripled" or "triples" => 3,
            "quadruple" or "quadrupled" or "quadruples" => 4,
            "third" or "one third" or "one-third" => Rational.Of(1, 3),
            "quarter" or "quartered" or "one quarter" or "one fourth" => Rational.Of(1, 4),
            "none" or "no" when word == "none" => Rational.Zero,
            "hundred" or "a hundred" or "one hundred" => 100,
            "thousand" or "a thousand" or "one thousand" => 1000,
            _ => null,
        };
    }
}
