using Grader.Mathematics;
using Grader.Submissions;

namespace Grader.Grading;

/// <summary>The whole text of the sections in which something stands, read or not.</summary>
public static class SectionText
{
    /// <returns>Without the labels of the sections; empty where nothing stands anywhere.</returns>
    public static string Around(SubmissionDocument document, Sequence<Found> places)
    {
        var sections = document.Sections.Items.OrderBy(section => section.Place.Start).ToList();
        var texts = new List<string>();
        for (var i = 0; i < sections.Count; i++)
        {
            var (start, end) = (i == 0 ? 0 : sections[i].Place.Start, i + 1 < sections.Count ? sections[i + 1].Place.Start : document.Text.Length);
            if (!places.Items.Any(found => found.Start < end && found.End > start))
                continue;
            var text = document.Text[start..end];
            texts.Add(sections[i].Heading.Length > 0 && text.StartsWith(sections[i].Heading, StringComparison.Ordinal) ? text[sections[i].Heading.Length..] : text);
        }
        return string.Join("\n\n", texts);
    }
}
