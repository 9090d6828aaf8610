using System.Text.RegularExpressions;

namespace Grader.Grading.Answers;

/// <summary>
/// Whether the sentence around a number claims it: "nobody should say", "does it have 32?", "32 if padding is 1, but padding is 0 here", "32, off by a factor of ten", "32 minus 1", "32 would be the case for stride 1" do not.
/// </summary>
internal static partial class Assertion
{
    /// <returns>Why it is not claimed, or null.</returns>
    /// <param name="before">Its sentence, up to it.</param>
    /// <param name="after">Its sentence, behind it, with a question mark that ends it.</param>
    /// <param name="next">What follows its sentence.</param>
    public static string? WhyNot(string before, string after, string next)
    {
        if (IsAsked(before, after))
            return "its sentence is a question";
        if (Ignorance().Match(before + "\n" + after) is { Success: true } unsure)
            return $"its sentence says “{unsure.Value.Trim()}”";
        if (Denial(before) is { } denial)
            return $"“{denial}” stands before it";
        var clause = Turn().Match(after) is { Success: true } turn ? after[..turn.Index] : after;
        if (Denials().Match(clause) is { Success: true } denied)
            return $"“{denied.Value.Trim()}” follows it";
        if (Reckoning().Match(after) is { Success: true } reckoned)
            return $"“{reckoned.Groups["more"].Value}” follows it";
        if (ReckoningBefore().Match(before) is { Success: true } operation)
            return $"“{operation.Groups["more"].Value}” stands before it";
        if (PutRight().IsMatch(after))
            return "a correction follows it";
        if (Off().Match(after) is { Success: true } off)
            return $"“{off.Value.Trim()}” follows it";
        if (Elsewhere().Match(after) is { Success: true } elsewhere)
            return $"“{elsewhere.Groups["say"].Value}” follows it";
        return IsConditional(before, after, next) ? "it holds under a condition that is then taken back" : null;
    }

    /// <summary>Asked, and not told: the numbers of a question are no answers, where others are.</summary>
    public static bool IsAsked(string before, string after) => AsksBefore().IsMatch(before) || AsksBehind().IsMatch(after);

    /// <summary>"Nobody should claim", unless the sentence has turned from it since: "nobody counts a bias, so".</summary>
    private static string? Denial(string before)
    {
        foreach (Match match in Denials().Matches(before).Concat(DeniedSayings().Matches(before)))
        {
            if (!TurnFrom().IsMatch(before[(match.Index + match.Length)..]))
                return match.Value.Trim();
        }
        return null;
    }

    private static bool IsConditional(string before, string after, string next)
    {
        if (Otherwise().IsMatch(after))
            return true;
        var supposes = Supposition().IsMatch(before) || Supposition().IsMatch(after) || When().IsMatch(after);
        if (supposes && Taking().Match(after) is { Success: true } but && TakenBack().IsMatch(after[but.Index..]))
            return true;
        return (supposes && TakingNext().Match(next) is { Success: true } taking && (taking.Groups["case"].Success ? Denies() : TakenBack()).IsMatch(FirstSentence(next))) || InOurCase().IsMatch(after);
    }

    private static string FirstSentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? text[..end] : text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var line ? text[..line] : text;

    /// <summary>A question mark that ends the sentence on its line, or on the next, where that goes on in lower case; "layer 2: ?" asks nothing of the number before.</summary>
    [GeneratedRegex(@"^[^\n?]*(?:\n(?=\s*\p{Ll})[^\n?]*)?[\p{L}\p{N})%$*`""”'\]]\s?\?", RegexOptions.CultureInvariant)]
    private static partial Regex AsksBehind();

    [GeneratedRegex(@"^\W*(?:does|did|is it (?:true|possible|right|correct)|whether|stimmt es)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AsksBefore();

    [GeneratedRegex(@"(?:\b(?:not|never)|n['’]t)\s+(?:(?:really|quite|exactly|entirely)\s+)?(?:know|sure|certain)\b|\b(?:I|we) wonder\b|\bno idea\b|\buncertain\b|\bwho knows\b|\bweiß (?:es )?nicht\b|\bnicht sicher\b|\bkeine ahnung\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ignorance();

    [GeneratedRegex(@"\b(?:nobody|no[ -]one(?!-)|none of us|niemand|keiner)\b|(?<!\b(?:no|without|my|correct\w*|fix\w*|a sign|this|that|any) )\bmistakes?\b|\b(?:mistaken(?:ly)?|misconceptions?|myth|nonsense|absurd|fallacy|untrue|erroneous(?:ly)?|implausible|unlikely|misread|misprint|by no means|in no way|impossible|improbable|den(?:y|ies|ied)|refut\w+|disbelie\w+|disput\w+|reject(?:s|ed|ing)? (?:that|the (?:claim|idea|value))|refus\w+ to (?:believe|accept)|disagree\w* (?:that|with (?:the|those|anyone|whoever))|far from|irrtum|irrtümlich\w*|unsinn)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Denials();

    /// <summary>"One should not say that", "I don't think that", "it is not the case that".</summary>
    [GeneratedRegex(@"(?:\b(?:not|never|cannot|hardly)|n['’]t)\s+(?:\w+\s+){0,2}?(?:say|claim|think|believe|conclude|state|accept|agree|true|correct|right|the case|possible|follow|mean|plausible|sagen|behaupten|glauben?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DeniedSayings();

    /// <summary>Where a sentence turns from what it denied.</summary>
    [GeneratedRegex(@"\b(?:so|thus|hence|therefore|but|however|instead|in fact|rather|(?:I|we) (?:get|got|have|obtain\w*|find|found)|also|sondern)\b|[→⇒]|=>|->|\\Rightarrow|\\to\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TurnFrom();

    /// <summary>What stands behind this is said of another thing, or is a reason.</summary>
    [GeneratedRegex(@"\b(?:so|thus|hence|therefore|but|however|instead|since|because|as|and|which|where|while|whereas|although|denn|weil|und)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Turn();

    /// <summary>"32 px minus 1", "294912 times 4", "32 squared".</summary>
    [GeneratedRegex(@"^[ $*`)\\%]*(?:[\p{L}-]+ +)?(?:, ?(?=minus\b|plus\b))?(?<more>minus|plus|times|multiplied by|divided by|squared|cubed|geteilt durch|less(?= (?:\d|one\b|two\b|three\b|four\b)))\b(?!\s+or\s+minus)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reckoning();

    [GeneratedRegex(@"\d[\s$*`)]*(?:[\p{L}-]+\s+)?\b(?<more>minus|plus|times|divided by|multiplied by)[\s$*`(]*$|\b(?<more>square(?: root)? of|root of|logarithm of|log of)(?: the)?[\s$*`(]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ReckoningBefore();

    /// <summary>"294912, but I forgot the bias", "but the right one is".</summary>
    [GeneratedRegex(@"\b(?:but|however)\b[^.;]*\b(?:forgot|forgets|overlooked|miscounted|miscalculated|(?:right|correct|true|real|actual) (?:one|answer|value|number|result) (?:is|was))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PutRight();

    [GeneratedRegex(@"\boff by\b|\bis off\b|\btoo (?:small|large|big|high|low|many|few|much|little)\s+by\b|\b(?:times|magnitude|factor of \w+|percent|%)\s+too (?:small|large|big|high|low|many|few|much|little)\b|\bgive or take\b|\bplus(?: or |/|-)minus\b|^[^.,;\n]{0,30}?\bis too (?:small|large|big|high|low|little)\s*(?:$|[.,;!)])|\b(?:over|under)estimat\w+\b|\bout by\b|\bum (?:den|einen) faktor\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Off();

    /// <summary>"32 would be the case for stride 1", "32 if rounded up": it is told what would have to be so, not what is.</summary>
    [GeneratedRegex(@"^[^.;\n]*?\b(?<say>would (?:only |rather |instead )?(?:be (?:the (?:case|answer|result|value) (?:for|with|if|when|without|at|had|were)|(?:true|right|correct|what \w+ get) (?:for|with|if|when|without|only|had|were))|have been\b|hold (?:for|with|if|when)|apply (?:to|for|if|when)))|^[ $*`)\\%]*(?:[\p{L}-]+ +)?\(?(?<say>(?:if|when|were it) (?:(?:it|this|that|the \w+|we|you|one) )?(?:is |were |are )?round(?:ed|s|ing)? (?:it )?up)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\b(?:if|unless|provided|assuming|as long as|in case|only (?:for|with|when)|wenn|falls|sofern)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Supposition();

    [GeneratedRegex(@"^[^,.;\n]*\b(?:when|where)\b[^,.;\n]*(?:$|[,;])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex When();

    /// <summary>"32 if padding is 1, otherwise 30": two answers.</summary>
    [GeneratedRegex(@"\b(?:if|unless|provided|assuming|as long as|in case|when|with|for|wenn|falls|bei)\b[^.;]*\b(?:otherwise|or else|else|sonst)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Otherwise();

    [GeneratedRegex(@"\b(?:but|however|though|yet|only|aber|jedoch)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Taking();

    [GeneratedRegex(@"^\W*(?:but|however|otherwise|else|yet|aber|sonst|(?<case>here|in (?:our|this) case|hier))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TakingNext();

    [GeneratedRegex(@"\b(?:not|no|without|here|actually|(?:our|this) case|instead|so|thus|hence|therefore|nicht|kein\w*|hier|zero|0)\b|n['’]t\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TakenBack();

    [GeneratedRegex(@"\b(?:not|no|without|instead|nicht|kein\w*|zero|0)\b|n['’]t\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Denies();

    /// <summary>"32 with padding 1, but here the padding is 0".</summary>
    [GeneratedRegex(@"\b(?:but|however|aber)\s+(?:here|in (?:our|this) case|actually|hier)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InOurCase();
}
