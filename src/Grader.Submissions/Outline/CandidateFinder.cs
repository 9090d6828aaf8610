using System.Globalization;
using Grader.Submissions.Blocks;
using Grader.Submissions.Source;

namespace Grader.Submissions.Outline;

/// <summary>Finds every line that may be a label.</summary>
internal static class CandidateFinder
{
    /// <param name="text">Folded, with Markdown's marks.</param>
    /// <param name="clean">The same with the marks as blanks.</param>
    public static List<Candidate> Find(string text, string clean, List<Block> blocks, ExpectedOutline expected)
    {
        var found = new List<Candidate>();
        var asks = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind == BlockKind.Heading && block.Lines.Count > 0)
            {
                if (InHeading(clean, i, block, expected) is { } heading)
                    found.Add(heading);
            }
            else if (block.Kind == BlockKind.Paragraph)
            {
                for (var line = 0; line < block.Lines.Count; line++)
                {
                    var (start, end) = Characters.Trim(clean, block.Lines[line].Start, block.Lines[line].End);
                    if (line == 0 && Outside(clean, i, block, start, end) is { } outside)
                        found.Add(outside);
                    else if (asks && IsLetter(clean, start, end, 'A'))
                        found.Add(Other(CandidateKind.Answer, i, line, start, end));
                    else if (!IsOfContents(text, block.Lines[line]) && InLine(text, clean, blocks, i, line, found) is { } candidate)
                        found.Add(candidate with { IsQuoted = block.IsQuoted });
                    asks |= IsLetter(clean, start, end, 'Q');
                }
            }
        }
        return found;
    }

    private static Candidate? InHeading(string clean, int index, Block block, ExpectedOutline expected)
    {
        var (start, end) = (block.Lines[0].Start, block.Lines[^1].End);
        if (ReportHeadings.KindOf(clean.AsSpan(start, end - start), isHeading: true) is not CandidateKind.Label and var kind)
            return Other(kind, index, 0, block.Start, end) with { Level = block.Level };
        if (LabelIn(clean, start, end, expected, out var isAnswer) is { } label)
            return new Candidate(index, 0, block.Start, end, block.Level, true, label) { IsQuoted = block.IsQuoted };
        return isAnswer ? Other(CandidateKind.Answer, index, 0, block.Start, end) with { Level = block.Level } : null;
    }

    /// <summary>A paragraph that starts with <c>References</c> on a line of its own, or with <c>Answer:</c>.</summary>
    private static Candidate? Outside(string clean, int index, Block block, int start, int end)
    {
        if (ReportHeadings.KindOf(clean.AsSpan(start, end - start), isHeading: false) is not CandidateKind.Label and var kind)
            return Other(kind, index, 0, start, end);
        LabelReader.Read(clean, start, end, LabelStrength.Plain, out var isAnswer, out _);
        return isAnswer ? Other(CandidateKind.Answer, index, 0, block.Start, end) : null;
    }

    private static Candidate Other(CandidateKind kind, int block, int line, int start, int end) => new(block, line, start, end, 0, true, default) { Kind = kind };

    /// <summary><c>Q: …</c> above <c>A: …</c>: the letters are no parts.</summary>
    private static bool IsLetter(string clean, int start, int end, char letter) => start + 1 < end && clean[start] == letter && clean[Characters.SkipBlanks(clean, start + 1, end - 1)] == ':';

    /// <summary>A line of a table of contents: a link into the document, or dots that lead to a page.</summary>
    private static bool IsOfContents(string text, TextLine line)
    {
        var written = text.AsSpan(line.Start, line.End - line.Start);
        return written.Contains("](#", StringComparison.Ordinal) || HasLeader(written);
    }

    private static bool HasLeader(ReadOnlySpan<char> line)
    {
        var page = line.TrimEnd();
        var title = page.TrimEnd("0123456789");
        if (page.Length - title.Length is not (>= 1 and <= 4))
            return false;
        var dots = 0;
        for (var at = title.Length - 1; at >= 0 && title[at] is '.' or ' ' or '_' or '\u2026'; at--)
            dots += title[at] switch { ' ' => 0, '\u2026' => 3, _ => 1 };
        return dots >= 4;
    }

    private static Label? LabelIn(string clean, int start, int end, ExpectedOutline expected, out bool isAnswer)
    {
        if (LabelReader.Read(clean, start, end, LabelStrength.Heading, out isAnswer, out _) is { } label)
            return label;
        if (isAnswer)
            return null;
        if (LaterIn(clean, start, end) is { } later)
            return later;
        if (expected.NamedIn(clean.AsSpan(start, end - start)) is { } named)
            return new Label(named.Question, named.Part?.ToLowerInvariant(), null, LabelStrength.Heading, end);
        return null;
    }

    private static Label? LaterIn(string clean, int start, int end)
    {
        // "Homework 5, Problem 1", "My answers to question 2".
        var words = 0;
        for (var at = start; at < end && words < 12; at++)
        {
            if (!char.IsLetter(clean[at]))
                continue;
            words++;
            var wordStart = at;
            while (at < end && char.IsLetter(clean[at]))
                at++;
            if (wordStart > start && LabelWords.IsQuestion(clean.AsSpan(wordStart, at - wordStart))
                && LabelReader.Read(clean, wordStart, end, LabelStrength.Heading, out _, out _) is { Question: not null } later)
                return later;
        }
        return null;
    }

    private static Candidate? InLine(string text, string clean, List<Block> blocks, int index, int line, List<Candidate> before)
    {
        var block = blocks[index];
        var (start, end) = block.Lines[line];
        (start, end) = Characters.Trim(clean, start, end);
        if (start >= end)
        {
            return block is { StartsItem: true, Item: { Number: { } alone, Parent: null } } && line == 0
                ? new Candidate(index, line, block.Item.Marker, end, 0, false, new Label(null, null, alone.ToString(CultureInfo.InvariantCulture), LabelStrength.ListNumber, start))
                : null;
        }
        var bold = BoldEnd(text, clean, block.Lines[line].Start, block.Lines[line].End);
        var startsItem = line == 0 && block.StartsItem;
        if (startsItem && block.Item is { Number: { } number, Parent: null })
        {
            // "1. (a) …", "2. **Part b**": the number is a question's, what follows may be a part's.
            var inner = LabelReader.Read(clean, start, end, bold > 0 ? LabelStrength.Bold : LabelStrength.Plain, out _, out _);
            var name = number.ToString(CultureInfo.InvariantCulture);
            if (inner is not { IsEmpty: false } || inner.Value.Strength == LabelStrength.ListNumber)
                return new Candidate(index, line, block.Item.Marker, end, 0, false, new Label(null, null, name, LabelStrength.ListNumber, start));
            if (inner.Value is { Question: null, Part: not null, Strength: LabelStrength.Plain } part)
                return new Candidate(index, line, block.Item.Marker, end, 0, false, part with { Question = name, Strength = LabelStrength.ListNumber });
        }

        var shape = bold > 0 ? LabelStrength.Bold : LabelStrength.Plain;
        var label = LabelReader.Read(clean, start, end, shape, out _, out _) ?? (bold >= end ? LaterIn(clean, start, end) : null);
        if (label is not { IsEmpty: false } read)
            return null;
        // In the middle of a paragraph only what cannot be the turn of a line: after the end of a sentence, or "b)" where "a)" was the last label.
        if (line > 0 && read.Strength < LabelStrength.Bold && !Follows(read, before) && !EndsSentence(clean, block.Lines[line - 1], LabelReader.GoesOnInWords(clean, read.End, end)))
            return null;
        if (block.Item is not null && read.Strength == LabelStrength.ListNumber)
            return null;
        return new Candidate(index, line, Characters.SkipBlanks(text, block.Lines[line].Start, start), end, 0, bold >= end, read);
    }

    private static bool Follows(Label label, List<Candidate> before) =>
        label.Part is [var letter] && before is [.., { Label: { Part: [var last] } previous }] && letter == last + 1 && label.Question == previous.Question;

    /// <param name="goesOnSmall">A small letter follows: a short line alone does not show that the sentence before has ended.</param>
    private static bool EndsSentence(string clean, TextLine before, bool goesOnSmall)
    {
        var end = Characters.SkipBlanksBack(clean, before.Start, before.End);
        return end == before.Start || (end - before.Start < 50 && !goesOnSmall) || clean[end - 1] is '.' or ':' or '?' or '!' or ')' or ';';
    }

    /// <summary>Where the bold text ends that a line starts with; 0 where it does not start in bold.</summary>
    private static int BoldEnd(string text, string clean, int start, int end)
    {
        var at = Characters.SkipBlanks(text, start, end);
        if (text.AsSpan(at, end - at).StartsWith("\\textbf{", StringComparison.Ordinal))
            return text.IndexOf('}', at, end - at) + 1;
        if (at + 1 >= end || text[at] is not ('*' or '_' or '<') || clean[at] != ' ')
            return 0;
        if (text[at] == '<')
            return text.AsSpan(at).StartsWith("<b>") || text.AsSpan(at).StartsWith("<strong>") ? Math.Max(at + 3, text.IndexOf("</", at, end - at, StringComparison.Ordinal)) : 0;
        var mark = text[at];
        var run = at;
        while (run < end && text[run] == mark)
            run++;
        var close = text.AsSpan(run, end - run).IndexOf(text.AsSpan(at, run - at));
        return close < 0 ? 0 : run + close + (run - at);
    }
}
