using System.Text;
using System.Text.RegularExpressions;
using Grader.Mathematics;

namespace Grader.Submissions.Converted;

/// <summary>The pages of a converted text. Page numbers, and what stands at the head or foot of page after page, are blanked where they repeat: they part sentences and are no answers.</summary>
internal static partial class Pages
{
    private const char FormFeed = '\f';

    // Of a page, at its head and at its foot.
    private const int RunningLines = 2;

    // "(a)" or "Solution:" may begin many a page.
    private const int FewestWords = 2;

    /// <returns>The text with lines as they were, and where each page begins; no frames for a text without form feeds.</returns>
    public static (string Text, Sequence<Frame> Frames) Of(string text)
    {
        if (!text.Contains(FormFeed))
            return (text, default);
        var pages = text.TrimEnd('\r', '\n', ' ', FormFeed).Split(FormFeed).Select(page => page.ReplaceLineEndings("\n").Split('\n').ToList()).ToList();
        Blank(pages);

        var whole = new StringBuilder(text.Length);
        var frames = new List<Frame>(pages.Count);
        var line = 1;
        for (var i = 0; i < pages.Count; i++)
        {
            frames.Add(new Frame(line) { Page = i + 1 });
            foreach (var written in pages[i])
                whole.Append(written).Append('\n');
            line += pages[i].Count;
        }
        return (whole.ToString(), frames.ToSequence());
    }

    private static void Blank(List<List<string>> pages)
    {
        var running = pages.ConvertAll(page => Running(page).ToList());
        var pagesWith = Enumerable.Range(0, pages.Count)
            .SelectMany(page => running[page].Select(line => Template(pages[page][line], page + 1)).Distinct())
            .GroupBy(template => template, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < pages.Count; i++)
        {
            foreach (var line in running[i])
            {
                var template = Template(pages[i][line], i + 1);
                var repeats = pagesWith[template] * 2 > pages.Count && Word().Count(template) >= FewestWords && !seen.Add(template);
                if (template.Length == 0 || repeats)
                    pages[i][line] = "";
            }
        }
    }

    /// <summary>Its first and last lines that are not blank.</summary>
    private static IEnumerable<int> Running(List<string> page)
    {
        var written = Enumerable.Range(0, page.Count).Where(line => !string.IsNullOrWhiteSpace(page[line])).ToList();
        return written.Take(RunningLines).Concat(written.TakeLast(RunningLines)).Distinct();
    }

    /// <summary>What is the same on every page: the line without its page number. "Question 2" keeps its number; a number far to the right is the page's only where it is that page's.</summary>
    private static string Template(string line, int page)
    {
        var rest = SaidPage().Replace(line, " ");
        var number = LastNumber().Match(rest);
        if (number.Success && number.Groups["number"].ValueSpan.SequenceEqual(page.ToString()))
            rest = rest[..number.Index];
        return Blanks().Replace(rest, " ").Trim();
    }

    /// <summary><c>Page 2 of 5</c>, <c>- 2 -</c>.</summary>
    [GeneratedRegex(@"\b(?:page|seite|p\.)\s*\d{1,4}(?:\s*(?:of|von|/)\s*\d{1,4})?|^\s*[-–]\s*\d{1,4}\s*[-–]\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SaidPage();

    /// <summary>A number that stands far from what is before it, with the count of pages perhaps: <c>2/5</c>.</summary>
    [GeneratedRegex(@"\s{4,}(?<number>\d{1,4})(?:\s*(?:/|of)\s*\d{1,4})?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex LastNumber();

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
