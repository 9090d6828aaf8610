using System.Buffers;
using System.Text.RegularExpressions;

namespace Grader.Grading.Answers;

/// <summary>
/// Where a sentence names somebody else: a person, a teacher, a source, people at large, hearsay, what is expected. Each way of naming has a pattern of its own, and words of which the
/// pattern wants at least one: most sentences hold none of them, and no pattern is tried.
/// </summary>
internal static partial class OtherVoices
{
    public const string Person = @"(?:friend|class-?mate|colleague|co-?worker|room-?mate|team-?mate|study ?partner|lab ?partner|partner|brother|sister|fellow students?|kommiliton\w*|freund\w*|mitbewohner\w*)";
    public const string Teacher = @"(?:tutor|TA|teaching assistant|professor|prof\.?|lecturer|teacher|instructor|dozent\w*|other (?:group|team|student|people)|authors?)";
    public const string Source = @"(?:papers?|articles?|publications?|literature|tutorials?|blog(?: ?posts?)?|web ?(?:site|page)s?|web|internet|text ?books?|books?|wikipedia|forums?|github|kaggle|stack ?overflow|chat ?gpt|copilot|leader ?boards?|benchmarks?|state[ -]of[ -]the[ -]art|sota|authors?|(?:reference|sample|model|official|example) solutions?|model answers?|answer key|solution (?:sheet|key)s?|(?:previous|prior|related|original|earlier) works?|documentation|literatur|lehrbuch|musterlösung|tutoren)(?![\w-])";

    private const string Saying = @"(?:report|sa(?:y|id)|stat|claim|g(?:ive|ave|et|ot)|ha(?:s|ve|d)\b|list|show|quot|reach|achiev|f(?:ind|ound)|obtain|mention|wr(?:ite|ote)|suggest|t(?:ell|old)|cit|promis|publish|measur|argue|insist|think|thought|believ)\w*";
    private const string Adverb = @"(?:(?:\w+ly|also|even|often|still|only|may|might|could|would)\s+){0,2}";
    private const string Determiner = @"(?:the|an?|this|that|some|their|his|her|another|most|many|my|our|your|one|cited|published|\w+'s)";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly string[] PersonSigns = ["friend", "mate", "colleague", "worker", "partner", "brother", "sister", "fellow", "kommiliton", "freund", "mitbewohner"];
    private static readonly string[] SourceSigns =
    [
        "paper", "article", "publication", "literatur", "tutor", "blog", "web", "internet", "book", "wikipedia", "forum", "github", "kaggle", "overflow", "gpt", "copilot", "board", "benchmark", "state of", "state-of",
        "sota", "author", "solution", "model answer", "answer key", " work", "documentation", "lehrbuch",
    ];

    private static readonly Voice[] Voices =
    [
        new(Signs("neighbo", "nachbar"), Neighbour(), IsOpinion: true),
        new(Signs(PersonSigns), PersonOf(), IsOpinion: true),
        new(Signs(PersonSigns), PersonInBrackets(), IsOpinion: true),
        new(Signs("tutor", "teach", "prof", "lecturer", "instructor", "dozent", "other ", "author"), TeacherSays()),
        new(SearchValues.Create(["TA", " ta "], StringComparison.Ordinal), TeacherSays()),
        new(Signs("say", "said", "claim", "told", "tells"), SaysAnother()),
        new(Signs("say", "said", "claim", "report", "write", "wrote", "think", "thought", "believe", "suggest", "argue", "insist", "told"), PeopleSay(), IsOpinion: true),
        new(Signs("someone", "somebody", "others", "everyone", "everybody", "he ", "he\n", "he\r"), SomeoneGets(), IsOpinion: true),
        new(Signs("said", "report", "claim", "rumo", "publish", "stated"), Hearsay(), IsOpinion: true),
        new(Signs("heard", "read", "told", "copied", "looked up", "googled"), Heard(), IsOpinion: true),
        new(Signs("copied", "hint"), Given(), IsOpinion: true),
        new(Signs(SourceSigns), SourceSays()),
        new(Signs(SourceSigns), SourcesResult()),
        new(Signs(SourceSigns), InSource()),
        new(Signs(SourceSigns), SourceInBrackets()),
        new(Signs("according", "laut"), AccordingTo()),
        new(Signs("state of", "state-of", "sota", "one may", "one might", "one could", "one would"), AtLarge(), IsOpinion: true),
        new(Signs("published", "cited", "quoted", "literature", "board", "state-of", "sota", "benchmark", "reference"), PublishedFigure()),
        new(Signs("expect", "supposed", "ought", "erwartet"), Expected()),
        new(Signs("[", "et al"), Reference()),
    ];

    /// <summary>Every place that names somebody else, in the order of the text.</summary>
    /// <param name="opinions">Only those whose word is no authority: a friend, some, hearsay.</param>
    public static IReadOnlyList<Match> In(string text, bool opinions = false)
    {
        List<Match>? found = null;
        foreach (var voice in Voices)
            if ((voice.IsOpinion || !opinions) && text.AsSpan().ContainsAny(voice.Signs))
                (found ??= []).AddRange(voice.Pattern.Matches(text));
        found?.Sort(static (left, right) => left.Index != right.Index ? left.Index.CompareTo(right.Index) : right.Length.CompareTo(left.Length));
        return found ?? (IReadOnlyList<Match>)[];
    }

    private static SearchValues<string> Signs(params string[] words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    /// <param name="Signs">Text in which none of these stands does not match the pattern.</param>
    private sealed record Voice(SearchValues<string> Signs, Regex Pattern, bool IsOpinion = false);

    [GeneratedRegex(@"\b(?:my|our|his|her|your|mein\w*|unser\w*)\s+(?:neighbou?rs?|nachbar\w*)\b(?!\s+(?:pixel|cell|value|entr|point|node|unit|window)|\s+and (?:I|me|we)\b)", Options)]
    private static partial Regex Neighbour();

    [GeneratedRegex(@"\b(?:my|our|his|her|their|your|an?|one|another|some|mein\w*)\s+(?:\w+\s+)?" + Person + @"s?\b(?!\s+and (?:I|me|we)\b)", Options)]
    private static partial Regex PersonOf();

    [GeneratedRegex(@"\((?:the\s+|original\s+)*" + Person + @"[^)\d]*\)", Options)]
    private static partial Regex PersonInBrackets();

    [GeneratedRegex(@"\b" + Determiner + @"\s+(?:\w+\s+)?" + Teacher + @"s?\s+" + Adverb + Saying + @"|\b" + Teacher + @"s?\s+(?:said|says|claims?|claimed|told)\b", Options)]
    private static partial Regex TeacherSays();

    [GeneratedRegex(@"\b(?:says?|said|claims?|claimed|told|tells)\s+(?:me\s+|us\s+)?" + Determiner + @"\s+(?:\w+\s+)?(?:" + Person + "|" + Teacher + "|" + Source + @"|neighbou?r)", Options)]
    private static partial Regex SaysAnother();

    [GeneratedRegex(@"\b(?:someone|somebody|anybody|others|people|some|many|they|he|she|everyone|everybody|most)\s+(?:else\s+)?" + Adverb + @"(?:say|says|said|claim\w*|report\w*|write|writes|wrote|think|thinks|thought|believe\w*|suggest\w*|argue\w*|insist\w*|told)\b", Options)]
    private static partial Regex PeopleSay();

    [GeneratedRegex(@"\b(?:someone|somebody|others|everyone|everybody|he|she)\s+(?:else\s+)?(?:gets?|got|obtain\w*|has|had)\b", Options)]
    private static partial Regex SomeoneGets();

    [GeneratedRegex(@"\b(?:it is|it was|is|was|has been|have been|are)\s+(?:often\s+|usually\s+)?(?:said|reported|claimed|rumou?red|published|stated) (?:that|to|in|by|as)\b|\breportedly\b|\brumou?r\w*", Options)]
    private static partial Regex Hearsay();

    [GeneratedRegex(@"\b(?:I|we)\s+(?:have\s+|was\s+|were\s+|got\s+)?(?:heard|read|told|copied|looked up|googled)\b", Options)]
    private static partial Regex Heard();

    /// <summary>"Copied from Bob", "hint from the TA:".</summary>
    [GeneratedRegex(@"\bcopied (?:it |this |that )?from\b(?!\s+(?:above|below|part|(?:the|my|our) (?:table|code|output|log|notebook|previous|terminal|console|lines?|part|question)|\())|\bhints?\b(?: (?!used)\w+){0,4}\s*:", Options)]
    private static partial Regex Given();

    [GeneratedRegex(@"(?<!\bof )\b" + Determiner + @"\s+(?:[\w-]+\s+){0,2}?" + Source + @"(?:'s)?\s+(?:\[\d+\]\s+)?" + Adverb + Saying, Options)]
    private static partial Regex SourceSays();

    [GeneratedRegex(@"\b" + Source + @"(?:'s)?\s+(?:results?|values?|figures?|says?|said|claims?|reports?|gets?|gives?)\b", Options)]
    private static partial Regex SourcesResult();

    [GeneratedRegex(@"(?<!\b(?:based|notebook|repository|repo|logs?|plots?) )\b(?:in|from|by|of|on|at|per|see|cf\.?|im|aus der|in der)\s+(?!paper\b)(?:" + Determiner + @"\s+)?(?:(?!(?:we|I|our|my|code|program|notebook|repository|repo|log|logs|output|plots?)\b)[\w-]+\s+){0,2}?" + Source + @"|\b(?:in|from|by|see)\s+paper\b", Options)]
    private static partial Regex InSource();

    [GeneratedRegex(@"\((?:the\s+|original\s+)*" + Source + @"[^)\d]*\)", Options)]
    private static partial Regex SourceInBrackets();

    [GeneratedRegex(@"\baccording to\b(?!\s+(?:(?:the|our|my|this|these|that|its|a)\s+)?(?:[\w-]+\s+){0,2}?(?:formula\w*|equations?|eqn?s?\b|rules?|definitions?|lectures?|slides?|script|theorem|law|calculations?|computations?|results?|logs?|output|outputs|table|tables|figures?|plots?|summary|graph|runs?|experiments?|training|pytorch|torch\w*|keras|tensor\w*|numpy|python|code|program|notebook|question|task|exercise|assignment|steps?|chain)\b)(?!\s+(?:the\s+)?(?:above|following|my|our)\b)|\blaut\s+(?!\w*(?:formel|gleichung|definition|vorlesung|skript|aufgabe))\w+", Options)]
    private static partial Regex AccordingTo();

    [GeneratedRegex(@"\b(?:state[ -]of[ -]the[ -]art|sota)\b|\bone (?:may|might|could|would) (?:\w+ )?(?:say|think|believe|assume|guess)\b", Options)]
    private static partial Regex AtLarge();

    [GeneratedRegex(@"\b(?:published|cited|quoted|literature|leader ?board|state-of-the-art|sota|benchmark)\s+(?:\w+\s+){0,2}?(?:results?|values?|figures?|numbers?|accurac\w*|scores?|performance|rates?)\b|\breference (?:results?|values?|figures?|accurac\w*|solutions?)\b", Options)]
    private static partial Regex PublishedFigure();

    [GeneratedRegex(@"(?<!\b(?:as|than) )\bexpected\s*(?:[:=]|(?:test|train\w*|validation|accuracy|result|output|answer|figure|outcome|number|count|performance|values? of)\b)|(?<!\b(?:as|than|what) )\b(?:is|are|was|were|be|we|I|one|you)\s+(?:\w+\s+)?expect(?:ed)?\b(?!\s+(?:value|loss|risk|return))|\(expected\)|\bsupposed to\b|\bought to\b|\berwartet\w*\s*(?:[:=]|wird|werden|genauigkeit)", Options)]
    private static partial Regex Expected();

    [GeneratedRegex(@"\[\d{1,3}\]\s+" + Adverb + Saying + @"|\b(?:in|from|by|see|cf\.?|per)\s+(?:ref(?:erence)?s?\.?\s*)?\[\d{1,3}(?:,\s*\d+)*\]|\bet al\b", Options)]
    private static partial Regex Reference();
}
