using System.Text.RegularExpressions;

namespace Grader.Grading.Answers;

/// <summary>
/// Whose figure a number is: "my neighbour says", "the paper reports", "expected: 64 %". What others say or what should come out, the student has not answered. What is said of the
/// student's own work, "using the code from the tutorial, we get", is the student's.
/// </summary>
internal static partial class Attribution
{
    /// <returns>Why it is another's, or null.</returns>
    /// <param name="before">Its sentence, up to it.</param>
    /// <param name="after">Its sentence, behind it.</param>
    /// <param name="isMeasured">It is asked what came out of the student's own run, so that what should come out is no answer either.</param>
    public static string? Of(string before, string after, bool isMeasured = false)
    {
        (before, after) = (Plain(before), Plain(after));
        List<Match> ahead = [.. OtherVoices.In(before), .. isMeasured ? (IEnumerable<Match>)Prospects().Matches(before) : []];
        var isCited = YearCitation().IsMatch(after) || (isMeasured && Citation().IsMatch(after));
        var behind = OtherVoices.In(after);
        // Whose own work is named is asked only where another is: most sentences name nobody.
        if (ahead.Count == 0 && behind.Count == 0 && !isCited)
            return null;

        var own = LastOwn(before);
        foreach (var other in ahead)
        {
            var between = before[(other.Index + other.Length)..];
            // "The paper has 70 %, while the test accuracy is ...": the paper has had its figure.
            if (own >= other.Index + other.Length || (Figure().Match(between) is { Success: true } had && (Contrast().IsMatch(between[had.Index..]) || OpensContrast().IsMatch(before[..other.Index]))))
                continue;
            if (own >= 0 && Comparison().IsMatch(before[..other.Index]))
                continue;
            if (!isMeasured && Method().IsMatch(before[..other.Index]))
                continue;
            return Say(other);
        }
        if (own >= 0)
            return null;
        var clause = AnotherClause().Match(after) is { Success: true } cut ? after[..cut.Index] : after;
        return OtherVoices.In(clause) is [var first, ..] && !Figure().IsMatch(after[(first.Index + first.Length)..]) ? Say(first)
            : isCited ? "a citation follows it"
            : null;
    }

    /// <summary>Whose opinion a sentence tells: "some say", "my friend thinks", "it is rumoured", unless the student's own work is named behind it. Null where nobody's.</summary>
    public static string? OfOpinion(string sentence)
    {
        sentence = Plain(sentence);
        return OtherVoices.In(sentence, opinions: true) is [.., var last] && LastOwn(sentence) < last.Index + last.Length ? Say(last) : null;
    }

    /// <summary>The head of a column or row that says whose its cells are.</summary>
    public static string? OfHead(string head) => Head().Match(Plain(head)) is { Success: true } other ? $"its head says “{other.Value}”" : null;

    private static string Say(Match other) => $"“{other.Value.Trim()}” says that it is not the student's own";

    private static string Plain(string text) => text.Replace("*", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Replace('’', '\'');

    /// <summary>Where the student's own work is named last, with no figure since; −1 where it is not.</summary>
    private static int LastOwn(string before)
    {
        var last = -1;
        foreach (Match match in Own().Matches(before))
            last = match.Index + match.Length;
        return last >= 0 && Figure().IsMatch(before[last..]) ? -1 : last;
    }

    [GeneratedRegex(@"\b(?:I|we|ich|wir)\s+(?:(?:\w+ly|also|then|now|both|only|have|still|just)\s+)*(?:get|got|obtain\w*|reach\w*|achiev\w*|measur\w*|comput\w*|calculat\w*|have|had|train\w*|ran|run|report\w*|observ\w*|see|saw|find|found|end\w* up|arriv\w*|record\w*|bekomm\w*|erhalt\w*|mess\w*)\b|\band (?:indeed )?(?:get|got|obtain\w*|reach\w*|measur\w*)\b|\bmine\b|\bours\b|\b(?:and|&) (?:I|me)\b|\b(?:my|our|mein\w*|unser\w*)\s+(?:own\s+)?(?!(?:\w+\s+)?(?:" + OtherVoices.Person + "|" + OtherVoices.Teacher + "|" + OtherVoices.Source + @"|neighbou?r|nachbar))\w+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Own();

    /// <summary>What should come out, is hoped for, or does as a rule.</summary>
    [GeneratedRegex(@"\b(?:should|ought to|typically|usually|commonly|normally|sollte\w*)\s+(?:\w+\s+){0,2}?(?:be|have|get|reach|give|lie|achieve|yield|sein|around|about|approximately|is|are)\b|\b(?:targets?|goal|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|wish\w*|desired)\b|\b(?:from|in|on|of) the (?:lecture|slides?|script|assignment|task|question|exercise)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Prospects();

    /// <summary>Two digits or more, or a percentage: a figure, and not the number of a layer.</summary>
    [GeneratedRegex(@"(?<![-\w.])(?:\d+(?:[.,]\d+)?\s*\\?%|\d+[.,]\d+|\d{2,})", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\b(?:while|whereas|but|here|however|instead|own|the other hand|hingegen|aber)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Contrast();

    [GeneratedRegex(@"\b(?:while|whereas|although|though|unlike|compared (?:to|with))\b\W*(?:\w+\s+){0,3}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OpensContrast();

    [GeneratedRegex(@"\b(?:like|unlike|compared (?:to|with)|than|close to|similar to|matching|versus|vs\.?|as)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Comparison();

    /// <summary>"By the formula in the book": how it was computed, and not what came out.</summary>
    [GeneratedRegex(@"\b(?:using|with|by|following|apply\w*|formula|equation|code|architecture|implementation|settings?|definition|method|rule|theorem|notation|convention|network|hyper-?parameters|kernel size)\b\W*(?:\w+\s+){0,3}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Method();

    /// <summary>What stands behind this is said of another number, or of both.</summary>
    [GeneratedRegex(@"\b(?:while|whereas|but|although|though|compared|than|vs\.?|versus|similar|close|near|higher|lower|better|worse|above|below|agree\w*|match\w*|consistent|unlike|confirm\w*|instead|and|since|because|not|as (?:good|high|low|bad|well))\b|;", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AnotherClause();

    /// <summary>"63.5 % [3]".</summary>
    [GeneratedRegex(@"^[ $%\\,]*\[\d{1,3}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Citation();

    /// <summary>"63.5 % (LeCun, 1998)".</summary>
    [GeneratedRegex(@"^[ $%\\,]*\(\p{Lu}[\p{L}&. -]+,?\s+(?:19|20)\d\d\w?\)", RegexOptions.CultureInvariant)]
    private static partial Regex YearCitation();

    [GeneratedRegex(@"\b(?:paper|literature|published|tutorial|text ?book|book|friend|class-?mate|my neighbou?r|neighbou?r's|authors?|wikipedia|internet|web|github|kaggle|benchmark|leader ?board|sota|state[ -]of[ -]the[ -]art|chat ?gpt|reference (?!layer)|(?:sample|model) solution|theirs|et al)\b|\breference$|\bexpected(?!\s+(?:value|loss|risk|return))|\[\d{1,3}\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Head();
}
