using System.Text.RegularExpressions;
using Grader.Grading.Answers;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Checks;

/// <summary>
/// Whether the words around a figure say that it is no level that the final model reached: another measure ("training loss"), another moment ("after epoch 1"), a change ("rose by"),
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
        var asked = string.Join(' ', check.Labels.Groups.Items.SelectMany(group => group.Items).Select(phrase => phrase.Text)) + " " + check.Ask;
        if (answer.Statement is TableStatement)
            return OtherMeasure(string.Join(' ', answer.Label), asked);

        var (start, end) = (Math.Clamp(answer.Place.Start, 0, text.Length), Math.Clamp(answer.Place.End, 0, text.Length));
        var before = text[Math.Max(0, start - Reach)..start];
        before = before[(SentenceEnd().Matches(before) is [.., var last] ? last.Index + last.Length : 0)..];
        var after = text.Substring(end, Math.Min(Reach, text.Length - end));
        after = SentenceEnd().Match(after) is { Success: true } stop ? after[..stop.Index] : after;

        if (OtherMeasure(before, asked) is { } measure)
            return measure;
        if (Change().Match(before) is { Success: true } change)
            return $"“{change.Value.Trim()}” says how much it changed, not what it came to";
        if (Moment().Match(before) is { Success: true } moment)
            return $"“{moment.Value.Trim()}” says that it is not the final model's";
        if (MomentBehind().Match(after) is { Success: true } behind)
            return $"“{behind.Value.Trim(' ', '(', '%', ',', '$', '*')}” says that it is not the final model's";
        if (Chance().Match(before) is { Success: true } chance)
            return $"“{chance.Value}” stands before it";
        var data = Normal($"{question.Title} {question.Text} {check.Ask}");
        return OtherData().Matches(before + "\n" + after).FirstOrDefault(match => !data.Contains(Normal(match.Value), StringComparison.OrdinalIgnoreCase)) is { } other ? $"its sentence says “{other.Value}”" : null;
    }

    /// <summary>The measure that is named last before a figure, where it is none that the check names.</summary>
    private static string? OtherMeasure(string before, string asked)
    {
        var named = Measure().Matches(Bracketed().Replace(before, "")).LastOrDefault();
        return named is null || named.Groups["right"].Success || asked.Contains(named.Value, StringComparison.OrdinalIgnoreCase) ? null : $"“{named.Value}” is another measure";
    }

    private static string Normal(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"[.!?;]\s|\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\b(?:(?<right>accurac\w*|acc)|errors?|loss(?:es)?|cross-?entropy|perplexity|top-?5|misclassif\w*|error rate)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Measure();

    /// <summary>"fell by", "an increase of".</summary>
    [GeneratedRegex(@"\b(?:(?:rose|risen|fell|fallen|increas\w*|decreas\w*|improv\w*|drop\w*|grew|grown|gain\w*|lower\w*|rais\w*|reduc\w*|declin\w*|went (?:up|down)|gone (?:up|down)|up|down|better|worse|higher)\s+(?:\w+\s+)?by|(?:increase|decrease|improvement|drop|gain|fall|rise|reduction|decline) of)\s+(?:about\s+|around\s+|roughly\s+|only\s+|nearly\s+)?[$*`~≈]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Change();

    [GeneratedRegex(@"\b(?:epochs? (?:1|2|3|one|two|three)(?![\d.])(?!\s*(?:to|-|–|bis)\s*\d)|(?:first|second|third|1st|2nd|3rd|best) epoch|at the (?:start|beginning)|initial(?:ly)?|before (?:any )?training|untrained|random(?:ly)? initiali[sz]\w*|halfway)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^[ $%*`\\,]*(?:\(|at |in |after )+\s*(?:the )?(?:best(?: epoch)?\b|epochs? (?:1|2|3|one|two|three)\b|(?:first|second|third|1st|2nd|3rd) epoch\b|(?:start|beginning)\b|peak\b|initial\w*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MomentBehind();

    [GeneratedRegex(@"\b(?:random(?:ly)? guess\w*|random (?:classifier|baseline|chance|predictions?)|chance level|pure chance)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Chance();

    [GeneratedRegex(@"\b(?:(?:fashion[- ]?)?mnist|kmnist|emnist|(?:tiny[- ]?)?imagenet|svhn|cifar[- ]?100?|stl[- ]?10|caltech[- ]?\d+)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherData();
}
