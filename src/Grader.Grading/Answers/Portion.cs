using System.Text.RegularExpressions;
using Grader.Reference;

namespace Grader.Grading.Answers;

/// <summary>
/// Whether a number counts one of several, or what comes on top or off: "1152 weights per kernel", "each filter has 1152", "another 294912", "saves 294912", "294912 frozen parameters". Where all
/// is asked, that is a step on the way, or another thing.
/// </summary>
internal static partial class Portion
{
    private const string Things = @"(?:output |input |single )?(?:kernel|filter|pixel|position|location|window|patch|neuron|channel|feature map|map|weight|element|entry|cell|row|column|group)s?";

    /// <summary>Whether a check asks for a portion itself.</summary>
    public static bool IsAsked(Check check) => Asked().IsMatch(check.Ask) || IsAsked(check.Labels);

    /// <summary>Whether the words that name a check say one.</summary>
    public static bool IsAsked(LabelRule labels) => labels.Groups.Items.Any(static group => group.Items.Any(static phrase => Asked().IsMatch(phrase.Text)));

    /// <summary>"294912 parameters × 4": a factor of what comes out.</summary>
    /// <param name="after">Its sentence, behind it.</param>
    public static bool IsFactor(string after) => Factor().IsMatch(after);

    /// <summary>Of what stands with an answer: its label.</summary>
    public static bool IsIn(IReadOnlyList<string> label) => label.Count > 1 && Of(string.Join(' ', label), "") is not null;

    /// <returns>The words that say so, or null.</returns>
    /// <param name="before">Its sentence, up to it.</param>
    /// <param name="after">Its sentence, behind it.</param>
    public static string? Of(string before, string after)
    {
        if (Before().Match(before) is { Success: true } first)
            return first.Value.Trim(' ', ',', ':');
        return After().Match(after) is { Success: true } behind ? behind.Groups["say"].Value : null;
    }

    // "*122* and *79*" are in italics, and no product.
    [GeneratedRegex(@"^[ $*`]*(?:[\p{L}-]+ ){1,4}(?:[×·] ?\d|\* \d|\*\d(?![\d.,{}\\% ]*\*(?![\d*])))", RegexOptions.CultureInvariant)]
    private static partial Regex Factor();

    [GeneratedRegex(@"\b(?:per|each|every|(?:one|single) (?:kernel|filter|channel|neuron|position|pixel)|extra|additional|saved?|saves|savings?|frozen|pro|je)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Asked();

    /// <summary>"Per kernel, layer 1 has", "each of the 256 filters holds", "weights per kernel", and right before the number "another", "saves".</summary>
    [GeneratedRegex(@"\b(?:per|pro) " + Things + @"\b(?!.*\b(?:so|thus|hence|therefore|makes?|in total|altogether)\b)|\b(?:each|every|one|a single)(?: of the(?: \d+)?)? " + Things + @"\b(?!.*\b(?:so|thus|hence|therefore|makes?|in total|altogether|all)\b)|\b(?:another|an extra|an additional|saves?|saved|saving)\s*[$*`]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    [GeneratedRegex(@"^[ $*`\\%]*(?:[\p{L}-]+ ){0,2}?(?<say>(?:per|pro|for (?:each|every)|in (?:each|every)|each|every|je) " + Things + @"|(?:non-?trainable|frozen|untrained|extra|additional|more)\b(?= [\p{L}-]+)(?! than)|each(?=\s*(?:[,.;:]|$)))(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex After();
}
