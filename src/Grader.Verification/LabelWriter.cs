using System.Text.RegularExpressions;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Verification;

/// <summary>Writes labels that the rule of a check asks for, in words that the assignment itself uses.</summary>
/// <param name="vocabulary">Words of the assignment: <c>param*</c> is written as one of them that starts so.</param>
internal sealed partial class LabelWriter(IReadOnlyList<string> vocabulary)
{
    private const int MostOfGroup = 6;

    /// <summary>Phrases may be found by these, but nobody names a thing by them alone: "the between is 10 %".</summary>
    private static readonly string[] JoiningWords = ["between", "than", "from", "to", "of", "and", "in", "by", "after", "before"];

    public static LabelWriter Of(Assignment assignment) => new([.. Texts(assignment).SelectMany(text => Word().Matches(text).Select(match => match.Value.ToLowerInvariant()))
        .GroupBy(static word => word, StringComparer.Ordinal)
        .OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => group.Key)]);

    /// <summary>Labels that say the check and none of the others; where there is none, the words of what is asked.</summary>
    /// <param name="letters">Words that name something else: the letters of parts.</param>
    public (Sequence<FactLabel> Labels, bool AreTelling) Labels(Check check, IReadOnlyList<Check> others, HashSet<string> letters)
    {
        var telling = Candidates(check).Where(label => !letters.Contains(label.Text) && !JoiningWords.Contains(label.What.Length > 0 ? label.What : label.Text) && IsTelling(label.Text, check, others)).Distinct().ToSequence();
        return telling.Count > 0 ? (telling, true) : ([new(Asked(check.Ask) ?? check.Ask)], others.Count == 0);
    }

    private IEnumerable<FactLabel> Candidates(Check check)
    {
        if (Asked(check.Ask) is { } asked)
            yield return new(asked);
        var groups = check.Labels.Groups.Items.Select(group => group.Items.SelectMany(Written).Distinct().Take(MostOfGroup).ToList()).ToList();
        if (groups.Count == 0 || groups.Exists(group => group.Count == 0))
            yield break;
        if (groups.Count == 1)
        {
            foreach (var phrase in groups[0])
                yield return new(phrase);
        }
        else if (groups.Count == 2)
        {
            foreach (var subject in groups[0])
            {
                foreach (var what in groups[1])
                {
                    yield return new($"{subject} {what}", subject, what);
                    if (char.IsDigit(subject[^1]))
                        yield return new($"{what} of {subject}", subject, what);
                }
            }
        }
        else
        {
            yield return new(string.Join(' ', groups.Select(group => group[0])));
        }
    }

    private static bool IsTelling(string label, Check check, IReadOnlyList<Check> others)
    {
        var words = Words.Of(label);
        return Says(check.Labels, words) && !others.Any(other => other.Labels.Groups.Count >= check.Labels.Groups.Count && Says(other.Labels, words));
    }

    private static bool Says(LabelRule rule, IReadOnlyList<string> words) =>
        rule.Groups.Items.All(group => group.Items.Any(phrase => phrase.Find(words).Length > 0)) && !rule.Without.Items.Any(phrase => phrase.Find(words).Length > 0);

    /// <summary>What is asked, without what follows a comma, and where it is words alone.</summary>
    private static string? Asked(string ask)
    {
        var end = ask.IndexOf(',', StringComparison.Ordinal);
        var words = (end < 0 ? ask : ask[..end]).Trim();
        return PlainWords().IsMatch(words) ? words : null;
    }

    /// <summary>The ways to write a phrase without gaps, in plain words.</summary>
    private IEnumerable<string> Written(Phrase phrase)
    {
        if (phrase.Text.Contains("..", StringComparison.Ordinal))
            return [];
        IEnumerable<string> written = [""];
        foreach (var place in phrase.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var ways = place.Split('|').Select(alternative => string.Join(' ', alternative.Split('_').Select(Whole))).Where(way => PlainWords().IsMatch(way)).ToList();
            written = written.SelectMany(start => ways.Select(way => start.Length == 0 ? way : $"{start} {way}")).Take(MostOfGroup);
        }
        return written;
    }

    /// <summary>The commonest word of the assignment with this beginning; nothing that passes for a word where there is none.</summary>
    private string Whole(string word)
    {
        if (word[^1] != '*')
            return word;
        var last = word.LastIndexOf('-');
        var (before, start) = (word[..(last + 1)], word[(last + 1)..^1]);
        return vocabulary.FirstOrDefault(known => known.StartsWith(start, StringComparison.OrdinalIgnoreCase)) is { } whole ? before + whole : "*";
    }

    private static IEnumerable<string> Texts(Assignment assignment) => assignment.Questions.Items.SelectMany(question =>
        question.Parts.Items.SelectMany(part => part.Checks.Items.Select(check => check.Ask).Append(part.Text)).Append(question.Text).Append(question.Title));

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\p{L}[\p{L}\d]*(?:['-]\p{L}+)*(?: [\p{L}\d][\p{L}\d]*(?:['-]\p{L}+)*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainWords();
}
