using System.Text.RegularExpressions;
using Grader.Grading.Answers;

namespace Grader.Grading.Checks;

/// <summary>
/// Whether the words of a choice are said as the answer: "hardly possible", "it would be possible if …", "yes would be wrong" and "yes, that one, but this one is not" say it not, or not of
/// what is asked.
/// </summary>
internal static partial class ChoiceDoubt
{
    private const int Near = 2;

    private static readonly HashSet<string> Weakening = new(StringComparer.Ordinal)
    {
        "hardly", "barely", "scarcely", "rarely", "seldom", "never", "nearly", "almost", "partly", "partially", "only", "not", "isn't", "would", "could", "might", "may", "should", "if", "unless", "kaum", "fast", "nicht",
    };

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal) { "would", "is", "was", "isn't", "wouldn't", "seems", "sounds", "looks", "might", "could", "cannot", "can't", "comes" };

    private static readonly HashSet<string> Things = new(StringComparer.Ordinal) { "padding", "zero", "bias", "biases", "stride", "strides", "dilation", "pooling", "flip", "flipping", "change", "changes", "extra", "additional", "further", "other", "activation" };

    private static readonly HashSet<string> Approving = new(StringComparer.Ordinal) { "right", "correct", "true", "my", "our", "the", "it" };

    /// <summary>The no of "yes, with the same kernel and no padding": it says what is not there, and not no.</summary>
    public static bool IsOfAThing(IReadOnlyList<string> words, (int Start, int Length) match) =>
        match is { Length: 1, Start: > 1 } && words[match.Start] == "no" && words[match.Start - 1] is "and" or "with" or "needs" or "using" && match.Start + 1 < words.Count && Things.Contains(words[match.Start + 1]);

    /// <summary>Whether a sentence says a choice and nothing else: "but it is not possible", not "it is not possible without padding".</summary>
    public static bool IsWhole(IReadOnlyList<string> words, (int Start, int Length) match) =>
        match.Start + match.Length == words.Count && words.Take(match.Start).All(static word => word is "it" or "this" or "that" or "is" or "so" or "but" or "however" or "then" or "thus" or "and" or "or" or "perhaps" or "maybe" or "probably");

    /// <param name="match">Where the words of the choice stand among those of the sentence.</param>
    /// <returns>Why they are no plain answer, or null.</returns>
    public static string? About(Prose sentence, (int Start, int Length) match)
    {
        var words = sentence.Words;
        for (var i = match.Start - 1; i >= 0 && i >= match.Start - Near; i--)
            if (Weakening.Contains(words[i]))
                return $"“{words[i]}” stands before it";
        var next = match.Start + match.Length;
        if (next < words.Count && Verbs.Contains(words[next]) && match.Length == 1 && !(next + 1 < words.Count && words[next] is "is" or "was" && Approving.Contains(words[next + 1])))
            return $"“{words[next]}” follows it, so that something is said of that answer";
        return Exception().Match(sentence.Statement.Text) is { Success: true } exception ? $"it says “{exception.Value.Trim()}”" : null;
    }

    /// <summary>"But the backward pass is not", "but it does not work": not "but the kernel is not the same".</summary>
    [GeneratedRegex(
        @"\b(?:but|however|yet|although|though|except(?: that)?|whereas|while)\b[^.;!?]*?(?:\b(?:is|are|was|does|do|did|can|will|would)\s?(?:not|n['’]t)|\b(?:isn|aren|doesn|don|didn|won|wouldn)['’]t|\bcan['’]t|\bcannot)\b(?:\s+be)?(?:\s+(?:work|hold|apply|possible|so|true|one|exist|go|the case|always|in general|here|a convolution|convolution|done|written|expressed)\b|\s*(?=[.,;!?*_)]|$))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Exception();
}
