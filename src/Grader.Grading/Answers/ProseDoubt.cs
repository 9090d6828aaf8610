using System.Text.RegularExpressions;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>
/// Whether a sentence says in the student's own name what its words say: "is it possible?", "some say that it is", "I am not sure whether it is", "for some layers, but not for this one",
/// "one might think that it is" do not. A book or a paper may be cited for it: an idea that is looked for is no less the student's.
/// </summary>
internal static partial class ProseDoubt
{
    private const int Reach = 240;
    private const int LongestSentence = 2000;

    /// <returns>Why its words are no plain claim, or null.</returns>
    public static string? About(SentenceStatement sentence, string text)
    {
        if (WordsOf(sentence, text) is not { } words)
            return null;
        var end = Math.Clamp(sentence.Place.End, 0, text.Length);
        var behind = Spaced(text.Substring(end, Math.Min(Reach, text.Length - end)));
        if (IsQuestion(sentence, text))
            return "it is a question";
        if (Attribution.OfOpinion(words) is { } other)
            return other;
        if (Hedge(words, sentence, text) is { } hedge)
            return hedge;
        if (Limited().Match(words) is { Success: true } limited)
            return $"it says “{limited.Groups["limit"].Value.Trim()}”";
        if (TakenBack().Match(behind) is { Success: true } back)
            return $"“{back.Groups["say"].Value.Trim()}” follows it";
        return sentence.Check is null && Quotation.Disputed(text, sentence.Place) is { } dispute ? $"it is quoted, and “{dispute}” stands beside the quotation" : null;
    }

    /// <returns>What leaves open whether the sentence is so, or null.</returns>
    public static string? Hedge(SentenceStatement sentence, string text) => WordsOf(sentence, text) is { } words ? Hedge(words, sentence, text) : null;

    private static string? Hedge(string words, SentenceStatement sentence, string text) =>
        (Unsure().Match(words) is { Success: true } unsure ? unsure.Value.Trim() : Hedges.In(words)) is { } hedge ? $"it says “{hedge}”"
        : sentence.Check is null && Hedges.Before(sentence, text) is { } before ? $"“{before}” stands before it"
        : null;

    /// <summary>The sentence as it stands; null where it is empty or too long to be looked through.</summary>
    private static string? WordsOf(SentenceStatement sentence, string text)
    {
        var (start, end) = (Math.Clamp(sentence.Place.Start, 0, text.Length), Math.Clamp(sentence.Place.End, 0, text.Length));
        return end - start is <= 0 or > LongestSentence ? null : Spaced(text[start..end]);
    }

    /// <summary>Blanks that do not break are blanks.</summary>
    private static string Spaced(string text) => text.Replace('\u00A0', ' ');

    /// <summary>A question, which the next sentence may answer.</summary>
    public static bool IsQuestion(SentenceStatement sentence, string text)
    {
        var end = Math.Clamp(sentence.Place.End, 0, text.Length);
        var ends = text.AsSpan(Math.Clamp(sentence.Place.Start, 0, end), end - Math.Clamp(sentence.Place.Start, 0, end)).TrimEnd(" *_`)\"”’'\r\n");
        return ends.EndsWith("?") || text.AsSpan(end, Math.Min(4, text.Length - end)).TrimStart(" *_`)\"”’'").StartsWith("?");
    }

    /// <summary>Not known, or what others may think.</summary>
    [GeneratedRegex(
        @"\b(?:(?:I|we)(?:['’]m| am| are|['’]re| was| were)? (?:(?:do |did |can|could )?not|don['’]t|didn['’]t|can['’]t|cannot) (?:\w+ )?(?:sure|certain|know|believe|think|see (?:how|why|that)|say|tell)|(?:it is|it['’]s) (?:not (?:\w+ )?(?:certain|clear)|unclear)|not sure|unsure|uncertain|no idea|no clue|(?:I|we) (?:wonder|doubt|guess)|maybe|perhaps|supposedly|allegedly|presumably"
        + @"|(?:one|you|someone|people|many|some|students) (?:may|might|could|would|can) (?:\w+ )?(?:think|say|believe|assume|expect|guess|argue|suspect|suppose)|might or might not|may or may not"
        + @"|(?:ich|wir) (?:weiß|wissen|bin|sind) (?:es |mir |uns )?nicht|nicht sicher|keine ahnung|vielleicht|vermutlich)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Unsure();

    /// <summary>Said of other cases than the one asked for, or taken back in the same sentence.</summary>
    [GeneratedRegex(
        @"^\W*(?<limit>(?:it|this|that) (?:is|would be|was) (?:not (?:true|right|correct|so|the case)|wrong|false|incorrect|untrue|a mistake|a myth) (?:that|to say))\b|\b(?:for|in|with|on) (?:some|certain|many|most|a few|other) [^.;]*?\b(?<limit>but (?:not|never))\b|(?<limit>but not (?:for|in|with|here|this|that|ours?))\b|^\W*(?<limit>(?:it|that|this) depends)\b|\b(?<limit>(?:has|have|having|had|is|are) (?:nothing|little) to do with|(?:has|have) no (?:relation|connection)|unrelated|sometimes|in some cases|only sometimes|\bnot really)\b"
        + @"|(?<limit>(?:but|however),? (?:(?:that|this|it) (?:is|was)|that['’]s|it['’]s) (?:\w+ )?(?:not (?:true|right|correct|so|the case)|wrong|false|incorrect|untrue|a mistake|a myth|mistaken))\b|(?<limit>(?:my|our|the) (?:own )?(?:results?|numbers|figures|runs?|experiments?|measurements?|data) (?:clearly )?(?:contradicts?|disagrees?|says? otherwise|shows? (?:the )?(?:opposite|otherwise|contrary)|(?:do|does|did)(?: not|n['’]t) (?:confirm|show|support|agree|reproduce))|(?:I|we) (?:could|can|do|did) ?(?:not|n['’]t) (?:confirm|reproduce|observe|see) (?:this|that|it)\b)|(?<limit>(?:but|however),? (?:the opposite|in truth|in reality|actually not))\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Limited();

    /// <summary>What the next sentence says of this one.</summary>
    [GeneratedRegex(
        @"^[\s.!;:)*_""”-]*(?<say>(?:but |however,? |though |yet |only )?(?:that|this|which|it|the (?:claim|statement|above)) (?:is|was|would be|seems) (?:(?:just|simply|plainly|clearly|of course|obviously|actually|quite) )?(?:not (?:true|correct|right|so|the case)|wrong|false(?! positive| negative)|incorrect|untrue|a mistake|mistaken|nonsense|a myth|a misconception)\b|(?:the )?(?:opposite|contrary|reverse) is (?:true|the case|right)\b|(?:(?:but|however,?) )?(?:(?:my|our|the) (?:own )?(?:results?|numbers|figures|runs?|experiments?|measurements?|data) (?:clearly )?(?:contradicts?|disagrees?|says? otherwise|shows? (?:the )?(?:opposite|otherwise|contrary)|(?:do|does|did)(?: not|n['’]t) (?:confirm|show|support|agree|reproduce))|(?:I|we) (?:could|can|do|did) ?(?:not|n['’]t) (?:confirm|reproduce|observe|see) (?:this|that|it)\b)|(?:that|this|it)['’]s (?:not (?:true|right|correct|so)|wrong|false)\b|(?:not true|not really|not so|not at all|not quite|wrong|false(?! positive| negative)|nope|on the contrary|just kidding|or not|or is it|or maybe not|scratch that|(?:but |though )?(?:(?:I|we)(?:['’]m| am| are) )?(?:not (?:\S+ ){0,3}?(?:sure|certain)|unsure|(?:just |only )?guessing)|(?:(?:that|this|it) (?:is|was) )?(?:just |only )?(?:a|my) (?:\w+ )?guess|at least (?:I think|that is what I think)|I (?:guess|suppose)|probably(?=\s*[.!)])|no,? wait|wait,? no)\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TakenBack();
}
