using System.Text;
using System.Text.RegularExpressions;
using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Classroom.Review;

/// <summary>A submission as a person looks at it.</summary>
/// <param name="Passages">Its text.</param>
/// <param name="Read">By id of the check.</param>
public sealed record ReviewedSubmission(Sequence<SubmissionPassage> Passages, IReadOnlyDictionary<string, ReadAnswer> Read)
{
    private const int LongestGap = 400;

    /// <summary>What was read for a check with what stands between.</summary>
    /// <returns>Empty where nothing was read.</returns>
    public string AnswerOf(string check)
    {
        var answer = new StringBuilder();
        Found? last = null;
        foreach (var found in Read.GetValueOrDefault(check)?.Places.Items.OrderBy(found => found.Start) ?? Enumerable.Empty<Found>())
        {
            if (last is not null && found.Start < last.End)
                continue;
            if (last is not null)
                answer.Append(Between(last, found));
            answer.Append(found.Text);
            last = found;
        }
        return answer.ToString();
    }

    private string Between(Found one, Found other) =>
        other.Start - one.End <= LongestGap && Passages.Items.FirstOrDefault(passage => passage.Start <= one.End && other.Start <= passage.Start + passage.Text.Length) is { } passage
            ? passage.Text[(one.End - passage.Start)..(other.Start - passage.Start)]
            : "\n…\n";
}

/// <param name="Places">What was read for the check, in the order of the text.</param>
/// <param name="Ideas">Ids of the ideas of its rubric that the program finds said.</param>
/// <param name="Around">The whole text of the sections in which it stands: what the program did not read there may change what the answer says.</param>
public sealed partial record ReadAnswer(Sequence<Found> Places, Sequence<string> Ideas, string Around)
{
    /// <summary>A figure may say anything: two that are embedded alike may be two.</summary>
    public bool HasFigure => Figure().IsMatch(Around);

    [GeneratedRegex(@"!\[|<\s*(?:img|svg|object|iframe|embed|video|canvas|picture)\b|data:image|attachment:|\\includegraphics|\b(?:figure|plot|image|screenshot|drawing|diagram|photo)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Figure();
}
