using Grader.Reference;

namespace Grader.Grading.Checks;

/// <summary>A word directly before the words of an idea that makes them say another thing: "minus the transpose", "the negative of the transpose", "almost the transpose".</summary>
internal static class Qualifiers
{
    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal) { "of", "the", "a", "an", "its", "to", "that" };

    private static readonly HashSet<string> Changing = new(StringComparer.Ordinal)
    {
        "negative", "minus", "plus", "twice", "thrice", "double", "half", "times", "almost", "nearly", "similar", "like", "resembles", "resemble", "opposite", "square", "inverse", "adjugate", "determinant", "trace", "rank", "norm", "exponential", "pseudoinverse", "negated",
    };

    public static bool Before(Phrase phrase, IReadOnlyList<string> words)
    {
        var match = phrase.Find(words);
        if (match.Length == 0)
            return false;
        var at = match.Start - 1;
        while (at >= 0 && Joining.Contains(words[at]))
            at--;
        return at >= 0 && Changing.Contains(words[at]);
    }
}
