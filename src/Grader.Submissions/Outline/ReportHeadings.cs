namespace Grader.Submissions.Outline;

/// <summary>Headings of a report: <c>Appendix A: code</c>, <c>References</c>, <c>Table of contents</c>, <c>Introduction</c>.</summary>
internal static class ReportHeadings
{
    private const int Longest = 80;

    /// <param name="isHeading">A heading may say more than the word: <c>Appendix B: numbers</c>; another line is the word alone.</param>
    /// <returns><see cref="CandidateKind.Label"/> where it is none.</returns>
    public static CandidateKind KindOf(ReadOnlySpan<char> line, bool isHeading)
    {
        line = line.Trim(" \t:.*_#0123456789");
        if (line.IsEmpty || line.Length > Longest)
            return CandidateKind.Label;
        if (line.StartsWith("table of ", StringComparison.OrdinalIgnoreCase))
            line = line["table of ".Length..];
        var end = 0;
        while (end < line.Length && char.IsLetter(line[end]))
            end++;
        var word = line[..end];
        var isAlone = end == line.Length;
        if (LabelWords.IsAside(word) && (isAlone || isHeading))
            return CandidateKind.Aside;
        if (!isAlone)
            return CandidateKind.Label;
        return LabelWords.IsContents(word) ? CandidateKind.Contents : isHeading && LabelWords.IsChapter(word) ? CandidateKind.Chapter : CandidateKind.Label;
    }
}
