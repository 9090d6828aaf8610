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
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind == BlockKind.Heading && block.Lines.Count > 0)
            {
                if (InHeading(clean, block, expected) is { } label)
                    found.Add(new Candidate(i, 0, block.Start, block.Lines[^1].End, block.Level, true, label));
            }
            else if (block.Kind == BlockKind.Paragraph)
            {
                for (var line = 0; line < block.Lines.Count; line++)
                {
                    if (InLine(text, clean, blocks, i, line, found) is { } candidate)
                        found.Add(candidate);
                }
            }
        }
        return found;
    }

    private static Label? InHeading(string clean, Block block, ExpectedOutline expected)
    {
        var (start, end) = (block.Lines[0].Start, block.Lines[^1].End);
        if (LabelReader.Read(clean, start, end, LabelStrength.Heading, out var isAnswer, out _) is { } label)
            return label;
        if (isAnswer)
            return null;
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
        if (expected.NamedIn(clean.AsSpan(start, end - start)) is { } named)
            return new Label(named.Question, named.Part?.ToLowerInvariant(), null, LabelStrength.Heading, end);
        return null;
    }

    private static Candidate? InLine(string text, string clean, List<Block> blocks, int index, int line, List<Candidate> before)
    {
        var block = blocks[index];
        var (start, end) = block.Lines[line];
        (start, end) = Characters.Trim(clean, start, end);
        if (start >= end)
            return null;
        var bold = BoldEnd(text, clean, block.Lines[line].Start, end);
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
        var label = LabelReader.Read(clean, start, end, shape, out _, out _);
        if (label is not { IsEmpty: false } read)
            return null;
        // In the middle of a paragraph only what cannot be the turn of a line: after the end of a sentence, or "b)" where "a)" was the last label.
        if (line > 0 && read.Strength < LabelStrength.Bold && !Follows(read, before) && !EndsSentence(clean, block.Lines[line - 1], read.End < end && char.IsLower(clean[read.End])))
            return null;
        if (block.Item is not null && read.Strength == LabelStrength.ListNumber)
            return null;
        return new Candidate(index, line, Characters.SkipBlanks(text, block.Lines[line].Start, start), end, 0, bold >= end, read);
    }

    private static bool Follows(Label label, List<Candidate> before) =>
        label is { Question: null, Part: [var letter] } && before is [.., { Label.Part: [var last] }] && letter == last + 1;

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
