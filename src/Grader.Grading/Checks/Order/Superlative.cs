using System.Text.RegularExpressions;
using Grader.Grading.Answers;
using Grader.Mathematics;

namespace Grader.Grading.Checks;

/// <summary>"The longest of all", "the fastest run": that the running time of one of several is the most or the least.</summary>
/// <param name="Subject">Of which one it is said.</param>
/// <param name="IsMost">The longest; else the shortest.</param>
/// <param name="IsSure">It names the one that it is said of; else the part that it stands in is taken.</param>
internal sealed partial record Superlative(int Subject, bool IsMost, bool IsSure, Found Found)
{
    /// <param name="own">The subject whose part it is.</param>
    public static IEnumerable<Superlative> In(PartReading part, int own, Sequence<string> subjects)
    {
        foreach (var sentence in part.Sentences)
        {
            if (sentence.IsQuestion || sentence.Doubt is not null)
                continue;
            var text = sentence.Statement.Text;
            foreach (Match match in Said().Matches(text))
            {
                var labels = Label().Matches(text[..match.Index]).Select(label => SubjectOf(label.Groups["label"].Value, subjects)).ToList();
                // "The slowest was (b)": what follows is meant, whatever stands before; "(b) was the slowest: (a) took 60 s" has its subject before.
                if ((!match.Groups["verb"].Success || !labels.Exists(static subject => subject >= 0)) && Follows().Match(text[(match.Index + match.Length)..]) is { Success: true } follows)
                    labels.Add(SubjectOf(follows.Groups["label"].Value, subjects));
                var named = labels.LastOrDefault(static subject => subject >= 0, -1);
                if (labels.Count > 0 && named < 0)
                    continue;
                yield return new(named >= 0 ? named : own, match.Groups["most"].Success, named >= 0, Grading.Found.At(Sentence.Shorten(match.Value), sentence.Statement.Place));
            }
        }
    }

    /// <summary>The subject that a letter stands for, the <c>a</c> of <c>4a</c>; −1 where it is none.</summary>
    public static int SubjectOf(string label, Sequence<string> subjects)
    {
        for (var i = 0; i < subjects.Count; i++)
            if (subjects[i].EndsWith(label, StringComparison.OrdinalIgnoreCase))
                return i;
        return -1;
    }

    [GeneratedRegex(@"\b(?:(?<verb>was|is|takes?|took)|the|by far)\s+(?:\w+\s+)?(?:(?<most>longest|slowest)|(?:fastest|shortest|quickest))\b(?!\s+(?:epoch|step|part|layer|batch|iteration|operation))(?:\s+(?:of all|of (?:the )?three|run|one|time|training))?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Said();

    [GeneratedRegex(@"(?<!\b(?:than|compared to|compared with) )\((?<label>\w)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s*(?:is|was|being|:)\s*(?:run |network |variant |part )?\((?<label>\w)\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Follows();
}
