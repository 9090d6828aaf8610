using System.Text.RegularExpressions;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>
/// Words with which a student leaves open whether what is said is so: "it might use", "probably", "or something like that", "if I remember correctly", "I am not 100 % sure". "I think" and
/// "I believe" are how plain answers begin, and "probably because" doubts the reason alone.
/// </summary>
internal static partial class Hedges
{
    private const int Reach = 120;

    /// <returns>The hedge in a sentence, or null.</returns>
    public static string? In(string sentence) => Hedge().Match(sentence) is { Success: true } hedge ? hedge.Value.Trim() : null;

    /// <returns>The hedge that the sentence before, or the words before a colon, consist of: "Just a guess: …". Null where there is none.</returns>
    public static string? Before(SentenceStatement sentence, string text)
    {
        var start = Math.Clamp(sentence.Place.Start, 0, text.Length);
        return Announced().Match(text[Math.Max(0, start - Reach)..start]) is { Success: true } announced ? announced.Groups["say"].Value.Trim() : null;
    }

    [GeneratedRegex(
        @"\b(?:might|or maybe|could (?:also |just as well |well )?be|may (?:also |well )?(?:be (?!recovered|compensated|offset|remedied|countered|mitigated|restored|avoided|used|written|seen|expressed|computed)|use\b|take\b)"
        + @"|(?:probably|possibly|presumably)(?!\s+(?:because|due|since|as|caused)\b)"
        + @"|(?:I|we)(?:['’]d)? (?:just |only |would |can only |have to |had to )?(?:guess|suppose|assume|suspect|imagine|presume|speculate|reckon)(?:ed|d)?\b|(?:it|this|that) (?:is|was) (?:just |only )?(?:a|my) (?:\w+ )?guess|(?:my|a|an) (?:best |wild |educated |random )?guess\b|(?:just |only )?guessing\b"
        + @"|not (?:\S+ ){0,4}?(?:sure|certain|confident|convinced)\b|(?:un|in)certain\b|no certainty|(?:can['’]?t|cannot|can not|don['’]?t|do not|couldn['’]?t|could not) (?:really |quite |exactly )?(?:remember|recall|tell|say for sure)|(?:I|we) (?:forgot|forget)\b"
        + @"|if (?:I|we) (?:remember|recall|understand|understood)\b|if (?:I|we)(?:['’]m| am|['’]re| are) (?:not mistaken|right)|as far as (?:I|we) (?:know|remember|recall|can tell|understand)|iirc\b|afaik\b|to (?:my|the best of my) knowledge|unless (?:I|we)(?:['’]m| am|['’]re| are) (?:wrong|mistaken)"
        + @"|(?:correct me if|(?:I|we) (?:may|might|could) be (?:wrong|mistaken))|or (?:so(?=\s*[.,;)]|\s*$)|something (?:like that|similar|along|of)|some such|the other way (?:a?round)|vice versa|is it\b|was it\b)|hard to (?:say|tell)|who knows|hopefully|apparently|one of the two"
        + @"|wahrscheinlich|möglicherweise|eventuell|evtl|womöglich|vermute|rate ich|könnte(?:n)? (?:auch )?sein|wohl eher|soweit ich weiß|wenn ich mich recht erinnere|oder so(?=\s*[.,;)]|\s*$))|\(\s*\?+\s*\)|\?\?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Hedge();

    [GeneratedRegex(
        @"(?:^|[.!?:;)]\s+|\n)[\W_]*(?<say>(?:(?:this|that|it) is |(?:I|we)(?:['’]m| am| are) |but |so |here )?(?:(?:just|only|really|totally|completely) )?(?:(?:a|my|an) )?(?:(?:best|wild|educated|pure) )?(?:guess(?:ing|work)?|not (?:\S+ ){0,2}?(?:sure|certain)|unsure|no (?:idea|clue)|unclear|maybe|perhaps|probably)(?: (?:here|about (?:this|that|it)|on this(?: one)?|but|though|at all)){0,2})\s*[.:,;–—-]*\s*[*_]*\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Announced();
}
