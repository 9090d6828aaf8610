using System.Text.RegularExpressions;

namespace Grader.Grading.Answers;

/// <summary>
/// Whose figure a number is: "my neighbour says", "the paper reports", "expected: 64 %". What others say or what should come out, the student has not answered. What is said of the
/// student's own work, "using the code from the tutorial, we get", is the student's.
/// </summary>
internal static partial class Attribution
{
    private const string Person = @"(?:friend|class-?mate|colleague|co-?worker|room-?mate|team-?mate|study ?partner|lab ?partner|partner|brother|sister|fellow students?|kommiliton\w*|freund\w*|mitbewohner\w*)";
    private const string Teacher = @"(?:tutor|TA|teaching assistant|professor|prof\.?|lecturer|teacher|instructor|dozent\w*|other (?:group|team|student|people)|authors?)";
    private const string Source = @"(?:papers?|articles?|publications?|literature|tutorials?|blog(?: ?posts?)?|web ?(?:site|page)s?|web|internet|text ?books?|books?|wikipedia|forums?|github|kaggle|stack ?overflow|chat ?gpt|copilot|leader ?boards?|benchmarks?|state[ -]of[ -]the[ -]art|sota|authors?|(?:reference|sample|model|official|example) solutions?|model answers?|answer key|solution (?:sheet|key)s?|(?:previous|prior|related|original|earlier) works?|documentation|literatur|lehrbuch|musterlösung|tutoren)(?![\w-])";
    private const string Saying = @"(?:report|sa(?:y|id)|stat|claim|g(?:ive|ave|et|ot)|ha(?:s|ve|d)\b|list|show|quot|reach|achiev|f(?:ind|ound)|obtain|mention|wr(?:ite|ote)|suggest|t(?:ell|old)|cit|promis|publish|measur|argue|insist|think|thought|believ)\w*";
    private const string Adverb = @"(?:(?:\w+ly|also|even|often|still|only|may|might|could|would)\s+){0,2}";
    private const string Determiner = @"(?:the|an?|this|that|some|their|his|her|another|most|many|my|our|your|one|cited|published|\w+'s)";

    /// <returns>Why it is another's, or null.</returns>
    /// <param name="before">Its sentence, up to it.</param>
    /// <param name="after">Its sentence, behind it.</param>
    /// <param name="isMeasured">It is asked what came out of the student's own run, so that what should come out is no answer either.</param>
    public static string? Of(string before, string after, bool isMeasured = false)
    {
        (before, after) = (Plain(before), Plain(after));
        var own = LastOwn(before);
        foreach (Match other in Others().Matches(before).Concat(isMeasured ? Prospects().Matches(before) : []))
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
        return Others().Match(clause) is { Success: true } behind && !Figure().IsMatch(after[(behind.Index + behind.Length)..])
            ? Say(behind)
            : YearCitation().IsMatch(clause) || (isMeasured && Citation().IsMatch(clause)) ? "a citation follows it" : null;
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

    [GeneratedRegex(@"\b(?:I|we|ich|wir)\s+(?:(?:\w+ly|also|then|now|both|only|have|still|just)\s+)*(?:get|got|obtain\w*|reach\w*|achiev\w*|measur\w*|comput\w*|calculat\w*|have|had|train\w*|ran|run|report\w*|observ\w*|see|saw|find|found|end\w* up|arriv\w*|record\w*|bekomm\w*|erhalt\w*|mess\w*)\b|\band (?:indeed )?(?:get|got|obtain\w*|reach\w*|measur\w*)\b|\bmine\b|\bours\b|\b(?:and|&) (?:I|me)\b|\b(?:my|our|mein\w*|unser\w*)\s+(?:own\s+)?(?!(?:\w+\s+)?(?:" + Person + "|" + Teacher + "|" + Source + @"|neighbou?r|nachbar))\w+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Own();

    [GeneratedRegex(
        @"\b(?:my|our|his|her|your|mein\w*|unser\w*)\s+(?:neighbou?rs?|nachbar\w*)\b(?!\s+(?:pixel|cell|value|entr|point|node|unit|window)|\s+and (?:I|me|we)\b)"
        + @"|\b(?:my|our|his|her|their|your|an?|one|another|some|mein\w*)\s+(?:\w+\s+)?" + Person + @"s?\b(?!\s+and (?:I|me|we)\b)"
        + @"|\b" + Determiner + @"\s+(?:\w+\s+)?" + Teacher + @"s?\s+" + Adverb + Saying
        + @"|\b" + Teacher + @"s?\s+(?:said|says|claims?|claimed|told)\b"
        + @"|\b(?:says?|said|claims?|claimed|told|tells)\s+(?:me\s+|us\s+)?" + Determiner + @"\s+(?:\w+\s+)?(?:" + Person + "|" + Teacher + "|" + Source + @"|neighbou?r)"
        + @"|\b(?:someone|somebody|anybody|others|people|some|many|they|he|she|everyone|everybody|most)\s+(?:else\s+)?" + Adverb + @"(?:say|says|said|claim\w*|report\w*|write|writes|wrote|think|thinks|thought|believe\w*|suggest\w*|argue\w*|insist\w*|told)\b"
        + @"|\b(?:someone|somebody|others|everyone|everybody|he|she)\s+(?:else\s+)?(?:gets?|got|obtain\w*|has|had)\b"
        + @"|\b(?:it is|it was|is|was|has been|have been|are)\s+(?:often\s+|usually\s+)?(?:said|reported|claimed|rumou?red|published|stated) (?:that|to|in|by|as)\b|\breportedly\b|\brumou?r\w*"
        + @"|\b(?:I|we)\s+(?:have\s+|was\s+|were\s+|got\s+)?(?:heard|read|told|copied|looked up|googled)\b"
        + @"|(?<!\bof )\b" + Determiner + @"\s+(?:[\w-]+\s+){0,2}?" + Source + @"(?:'s)?\s+(?:\[\d+\]\s+)?" + Adverb + Saying
        + @"|\b" + Source + @"(?:'s)?\s+(?:results?|values?|figures?|says?|said|claims?|reports?|gets?|gives?)\b"
        + @"|(?<!\b(?:based|notebook|repository|repo|logs?|plots?) )\b(?:in|from|by|of|on|at|per|see|cf\.?|im|aus der|in der)\s+(?!paper\b)(?:" + Determiner + @"\s+)?(?:(?!(?:we|I|our|my|code|program|notebook|repository|repo|log|logs|output|plots?)\b)[\w-]+\s+){0,2}?" + Source
        + @"|\((?:the\s+|original\s+)*(?:" + Source + "|" + Person + @")[^)\d]*\)"
        + @"|\b(?:in|from|by|see)\s+paper\b"
        + @"|\baccording to\b(?!\s+(?:(?:the|our|my|this|these|that|its|a)\s+)?(?:[\w-]+\s+){0,2}?(?:formula\w*|equations?|eqn?s?\b|rules?|definitions?|lectures?|slides?|script|theorem|law|calculations?|computations?|results?|logs?|output|outputs|table|tables|figures?|plots?|summary|graph|runs?|experiments?|training|pytorch|torch\w*|keras|tensor\w*|numpy|python|code|program|notebook|question|task|exercise|assignment|steps?|chain)\b)(?!\s+(?:the\s+)?(?:above|following|my|our)\b)|\blaut\s+(?!\w*(?:formel|gleichung|definition|vorlesung|skript|aufgabe))\w+"
        + @"|\b(?:state[ -]of[ -]the[ -]art|sota)\b|\bone (?:may|might|could|would) (?:\w+ )?(?:say|think|believe|assume|guess)\b"
        + @"|\b(?:published|cited|quoted|literature|leader ?board|state-of-the-art|sota|benchmark)\s+(?:\w+\s+){0,2}?(?:results?|values?|figures?|numbers?|accurac\w*|scores?|performance|rates?)\b|\breference (?:results?|values?|figures?|accurac\w*|solutions?)\b"
        + @"|(?<!\b(?:as|than) )\bexpected\s*(?:[:=]|(?:test|train\w*|validation|accuracy|result|output|answer|figure|outcome|number|count|performance|values? of)\b)|(?<!\b(?:as|than|what) )\b(?:is|are|was|were|be|we|I|one|you)\s+(?:\w+\s+)?expect(?:ed)?\b(?!\s+(?:value|loss|risk|return))|\(expected\)|\bsupposed to\b|\bought to\b|\berwartet\w*\s*(?:[:=]|wird|werden|genauigkeit)"
        + @"|\[\d{1,3}\]\s+" + Adverb + Saying + @"|\b(?:in|from|by|see|cf\.?|per)\s+(?:ref(?:erence)?s?\.?\s*)?\[\d{1,3}(?:,\s*\d+)*\]|\bet al\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Others();

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
