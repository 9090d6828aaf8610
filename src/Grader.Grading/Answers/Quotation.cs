using System.Text.RegularExpressions;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>A block quote that the text beside it disputes. One that nobody disputes may be all of an answer: some quote for layout.</summary>
internal static partial class Quotation
{
    private const int Reach = 240;

    /// <returns>What disputes the quotation that a place stands in, or null.</returns>
    public static string? Disputed(string text, Place place)
    {
        var start = LineStart(text, Math.Clamp(place.Start, 0, text.Length));
        if (!IsQuoted(text, start))
            return null;
        var end = NextLine(text, start);
        while (end < text.Length && IsQuoted(text, end))
            end = NextLine(text, end);
        while (start > 0 && IsQuoted(text, LineStart(text, start - 1)))
            start = LineStart(text, start - 1);
        var behind = text.Substring(end, Math.Min(Reach, text.Length - end)).ReplaceLineEndings("\n");
        if (Heading().Match(behind) is { Success: true } heading)
            behind = behind[..heading.Index];
        // What comes behind another quotation is said of that one.
        if (QuotedLine().Match(behind) is { Success: true } quoted)
            behind = behind[..quoted.Index];
        if (Opening().Match(behind) is { Success: true } opening)
            return opening.Value.Trim();
        if (Dispute().Match(FirstSentences(behind)) is { Success: true } dispute)
            return dispute.Value.Trim();
        var before = text[Math.Max(0, start - Reach)..start];
        var ahead = before[(before.TrimEnd().LastIndexOf('\n') + 1)..];
        return Dispute().Match(ahead) is { Success: true } announced && !IsQuoted(ahead, 0) ? announced.Value.Trim() : null;
    }

    private static string FirstSentences(string text) => text.TrimStart().Split("\n\n")[0];

    private static bool IsQuoted(string text, int lineStart)
    {
        while (lineStart < text.Length && text[lineStart] is ' ' or '\t')
            lineStart++;
        return lineStart < text.Length && text[lineStart] == '>';
    }

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    private static int NextLine(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;

    [GeneratedRegex(@"(?:^|\n)\s{0,3}#", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?:^|\n)\s{0,3}>", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedLine();

    [GeneratedRegex(@"^\s*[*_]*(?:no\b|nope\b|not (?:so|at all|quite|true|correct|right)\b|but\b|however\b|actually\b|nein\b|aber\b|on the contrary\b|(?:I|we) (?:get|got|obtain\w*|do not|don['’]t|cannot|can['’]t|would|disagree|doubt|object|beg)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(?:disagree\w*|wrong(?:ly)?|incorrect(?:ly)?|untrue|(?:not|never|n['’]t) (?:\w+ )?(?:true|correct|right|so|the case|agree|believe|accept|hold)|mistak\w+|nonsense|doubt\w*|disput\w+|contradict\w*|refut\w+|reject\w*|misconception|myth|false(?! positive| negative)|falsch|stimmt nicht|on the contrary)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Dispute();
}
