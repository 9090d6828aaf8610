using System.Text.RegularExpressions;
using Grader.Grading.Answers;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Checks;

/// <summary>
/// Whether the words around a figure say that it is no level that the final model reached: what makes any answer doubtful, another measure ("training loss"), another moment ("after epoch 1"), a change ("rose by"),
/// chance, or other data ("on MNIST").
/// </summary>
internal static partial class RunDoubt
{
    private const int Reach = 240;

    /// <returns>Why it is not the measure that is asked, or null.</returns>
    /// <param name="text">The whole submission.</param>
    /// <param name="question">Its title and text say on which data the student is to train.</param>
    public static string? About(Answer answer, string text, BandCheck check, Question question)
    {
        if (Doubt.About(answer, text, isMeasured: true) is { } doubt)
            return doubt;
        var asked = string.Join(' ', check.Labels.Groups.Items.SelectMany(group => group.Items).Select(phrase => phrase.Text)) + " " + check.Ask;
        if (answer.Statement is TableStatement)
        {
            var label = string.Join(' ', answer.Label);
            return OtherMeasure(label, asked) ?? (Best().Match(label) is { Success: true } head ? $"“{head.Value.Trim()}” says that it is not the final model's" : null);
        }

        var (before, after) = SentenceAround.Of(answer, text);

        if (OtherMeasure(before, asked) is { } measure)
            return measure;
        if (Change().Match(before) is { Success: true } change)
            return $"“{change.Value.Trim()}” says how much it changed, not what it came to";
        if (Moment().Match(before) is { Success: true } moment)
            return $"“{moment.Value.Trim()}” says that it is not the final model's";
        if (Best().Match(before) is { Success: true } best)
            return $"“{best.Value.Trim()}” says that it is not the final model's";
        if (MomentBehind().Match(after) is { Success: true } behind)
            return $"“{behind.Value.Trim(' ', '(', '%', ',', '$', '*')}” says that it is not the final model's";
        if (Some().Match(before) is { Success: true } some)
            return $"“{some.Value.Trim()}” says that it is of a part of the data";
        if (SomeBehind().Match(after) is { Success: true } someBehind)
            return $"“{someBehind.Groups["some"].Value.Trim()}” says that it is of a part of the data";
        if (Later(text, Math.Clamp(answer.Place.End, 0, text.Length)) is { } later)
            return $"“{later}” follows it, with another figure";
        if (Chance().Match(before) is { Success: true } chance)
            return $"“{chance.Value}” stands before it";
        var data = Normal($"{question.Title} {question.Text} {check.Ask}");
        return OtherData().Matches(before + "\n" + after).FirstOrDefault(match => !data.Contains(Normal(match.Value), StringComparison.OrdinalIgnoreCase)) is { } other ? $"its sentence says “{other.Value}”" : null;
    }

    /// <summary>What the figure came to afterwards, "and ended at 48.1 %": of the same measure, since none is named between. Null where nothing says so.</summary>
    private static string? Later(string text, int end)
    {
        var behind = text.Substring(end, Math.Min(Reach, text.Length - end));
        if (Paragraph().Match(behind) is { Success: true } stop)
            behind = behind[..stop.Index];
        return LaterFigure().Match(behind) is { Success: true } match && !NamedOrCompared().IsMatch(behind[..(match.Index + match.Length)]) ? match.Groups["later"].Value : null;
    }

    /// <summary>The measure that is named last before a figure, where it is none that the check names.</summary>
    private static string? OtherMeasure(string before, string asked)
    {
        var named = Measure().Matches(Bracketed().Replace(before, "")).LastOrDefault();
        return named is null || named.Groups["right"].Success || asked.Contains(named.Value, StringComparison.OrdinalIgnoreCase) ? null : $"“{named.Value}” is another measure";
    }

    private static string Normal(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\b(?:(?<right>accurac\w*|acc)|errors?|loss(?:es)?|cross-?entropy|perplexity|top-?5|misclassif\w*|error rate)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Measure();

    /// <summary>"fell by", "an increase of".</summary>
    [GeneratedRegex(@"\b(?:(?:rose|risen|fell|fallen|increas\w*|decreas\w*|improv\w*|drop\w*|grew|grown|gain\w*|lower\w*|rais\w*|reduc\w*|declin\w*|went (?:up|down)|gone (?:up|down)|up|down|better|worse|higher)\s+(?:\w+\s+)?by|(?:increase|decrease|improvement|drop|gain|fall|rise|reduction|decline) of)\s+(?:about\s+|around\s+|roughly\s+|only\s+|nearly\s+)?[$*`~≈]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Change();

    /// <summary>"Peaked at", "the best test accuracy": the highest of a run, and not its last.</summary>
    [GeneratedRegex(@"\b(?:peak(?:s|ed|ing)?\b|(?:best|highest|max(?:imum|imal)?)(?:-so-far| observed| overall| achieved)?\s+(?:(?:test|train(?:ing)?|validation|val|recorded)\s+){0,2}(?:accurac\w*|acc\b|score|value|figure|result|checkpoint)|at (?:its|their|the very|the) (?:best|peak|maximum|height|highest)|so far|early[- ]stopp\w*|temporar\w*|intermediate|for a (?:while|moment))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Best();

    /// <summary>"On a subset of 1000 images", before a figure.</summary>
    [GeneratedRegex(@"\b(?:(?:on|of|over|for|from|with|using) (?:only )?(?:(?:a|an|one|the|some|half|part|random|small|single|last|first|\d+ ?%|\d+) )*(?:(?:random|small|tiny) )?(?:subset|subsample|sample of|fraction of|portion of|half of|part of|quarter of|single (?:mini-?)?batch|last (?:mini-?)?batch|first (?:mini-?)?batch|one (?:mini-?)?batch|(?:first|few|random) \d+ (?:images|examples|samples|pictures))|(?:running|batch|per-batch|mini-?batch) accurac\w*)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Some();

    /// <summary>"On a subset of 1000 images", directly behind it.</summary>
    [GeneratedRegex(@"^[ $%*`\\,(]*(?<some>(?:on|of|over|for|from) (?:only |just )?(?:(?:a|an|one|the|some|random|small|tiny|single|last|first) ){0,3}(?:subset|subsample|sample of|fraction|portion|half|part of|quarter|mini-?batch|batch|few|first \d+|\d+ (?:random )?(?:images|examples|samples|pictures)(?= only\b)))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SomeBehind();

    /// <summary>"Ended at 48.1 %", "collapsed to 10 %", "at the end 61 %".</summary>
    [GeneratedRegex(@"\b(?<later>end(?:ed|s|ing)?(?: up)?|(?:at|in) the (?:very )?end|final(?:ly)?|eventually|afterwards|(?:in|after) the last epoch|when training (?:ended|stopped|finished)|after training|(?:collaps|drop|plummet|crash|degrad|declin|deteriorat)\w*|fell|falls?|falling|fallen|sank|went down|goes down)\b(?:\s+(?:back|again|down|to|at|with|it|is|was|reached|came|comes|had|has|only|about|around|roughly|just|still|a|value|of|then)\b|[\s:=,~≈$*`(])*\d+(?:[.,]\d+)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LaterFigure();

    /// <summary>Another measure, another network, or a difference, between two figures.</summary>
    [GeneratedRegex(@"\b(?:test\w*|train(?:ing)?(?! (?:ended|stopped|finished))|validation|val|loss\w*|errors?|gap|differ\w*|time|took|minutes?|seconds?|epochs?(?= \d)|batch|bn|dropout|drop-out|normali\w*|compared|than|part|network|by|points?)\b|\([a-z]\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NamedOrCompared();

    [GeneratedRegex(@"\n\s*\n|\n(?=\s*(?:[-*#|]|\d+\.)\s?)", RegexOptions.CultureInvariant)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"\b(?:epochs? (?:1|2|3|one|two|three)(?![\d.])(?!\s*(?:to|-|–|bis)\s*\d)|(?:first|second|third|1st|2nd|3rd|best) epoch|at the (?:start|beginning)|initial(?:ly)?|before (?:any )?training|untrained|random(?:ly)? initiali[sz]\w*|halfway)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^[ $%*`\\,]*(?:\(|at |in |after )+\s*(?:the |its |their |his )?(?:very )?(?:best(?: epoch)?\b|max(?:imum|imal)?\b|highest\b|epochs? (?:1|2|3|one|two|three)\b|(?:first|second|third|1st|2nd|3rd) epoch\b|(?:start|beginning)\b|peak\b|initial\w*|middle\b)|^[ $%*`\\,]*\(?(?:before\b(?! (?:the|this|our|my) (?:comma|point))|earlier\b|previously\b|at first\b|originally\b|so far\b|half-?way\b|midway\b|early on\b|in between\b|at (?:most|some point)\b|for a (?:while|moment)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MomentBehind();

    [GeneratedRegex(@"\b(?:random(?:ly)? guess\w*|random (?:classifier|baseline|chance|predictions?)|chance level|pure chance)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Chance();

    [GeneratedRegex(@"\b(?:(?:fashion[- ]?)?mnist|kmnist|emnist|(?:tiny[- ]?)?imagenet|svhn|cifar[- ]?100?|stl[- ]?10|caltech[- ]?\d+)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherData();
}
