using Grader.Submissions.Blocks;

namespace Grader.Submissions.Outline;

/// <summary>Divides the blocks of a submission at the labels that count.</summary>
internal static class Divider
{
    /// <summary>"### (b) W' = 32": the answer stands in the heading itself.</summary>
    private static bool HoldsAnswer(string clean, Candidate candidate) =>
        candidate.Label.End < candidate.LineEnd && clean.AsSpan(candidate.Label.End, candidate.LineEnd - candidate.Label.End).Contains('=');

    public static List<Stretch> Divide(string clean, List<Block> blocks, List<Mark> marks)
    {
        var stretches = new List<Stretch>();
        var first = marks.Count == 0 ? (Block: blocks.Count, Line: 0) : (marks[0].Candidate.Block, marks[0].Candidate.Line);
        var preamble = Cut(blocks, (0, 0), -1, first);
        if (preamble.Count > 0)
            stretches.Add(new Stretch(null, null, new TextLine(0, 0), preamble, false));
        for (var i = 0; i < marks.Count; i++)
        {
            var (candidate, question, part) = marks[i];
            var next = i + 1 < marks.Count ? (marks[i + 1].Candidate.Block, marks[i + 1].Candidate.Line) : (blocks.Count, 0);
            var isHeading = candidate.Level > 0;
            var isWhole = (isHeading || candidate.WholeLine) && !HoldsAnswer(clean, candidate);
            var contentStart = isWhole ? candidate.LineEnd : candidate.Label.End;
            var heading = new TextLine(candidate.Start, contentStart);
            stretches.Add(new Stretch(question, part, heading, Cut(blocks, (candidate.Block, candidate.Line), contentStart, next), candidate.Kind is CandidateKind.Aside or CandidateKind.Contents));
        }
        DropContents(stretches);
        return stretches;
    }

    /// <summary>Labels with nothing under them at the start, whose questions come again: a table of contents without a title.</summary>
    private static void DropContents(List<Stretch> stretches)
    {
        var first = stretches.FindIndex(static stretch => stretch.Question is not null);
        if (first < 0)
            return;
        var end = first;
        while (end < stretches.Count && stretches[end] is { Question: not null, Blocks.Count: 0 })
            end++;
        if (end - first >= 2 && stretches.FindIndex(end, stretch => stretch.Question == stretches[first].Question && stretch.Part == stretches[first].Part) >= 0)
            stretches.RemoveRange(first, end - first);
    }

    /// <summary>The blocks between two lines, the first cut where its label ends.</summary>
    private static List<Block> Cut(List<Block> blocks, (int Block, int Line) from, int contentStart, (int Block, int Line) to)
    {
        var cut = new List<Block>();
        for (var i = from.Block; i < blocks.Count && (i < to.Block || (i == to.Block && to.Line > 0)); i++)
        {
            var block = blocks[i];
            var firstLine = i == from.Block ? from.Line : 0;
            var lastLine = i == to.Block ? to.Line : block.Lines.Count;
            if (i == from.Block && contentStart >= 0)
            {
                var lines = new List<TextLine>();
                for (var line = firstLine; line < lastLine; line++)
                {
                    var (start, end) = block.Lines[line];
                    start = Math.Max(start, contentStart);
                    if (start < end)
                        lines.Add(new TextLine(start, end));
                }
                if (lines.Count > 0)
                    cut.Add(block with { Kind = block.Kind == BlockKind.Heading ? BlockKind.Paragraph : block.Kind, Lines = lines, Start = lines[0].Start, StartsItem = false });
            }
            else if (firstLine > 0 || lastLine < block.Lines.Count)
            {
                cut.Add(block with { Lines = block.Lines.GetRange(firstLine, lastLine - firstLine) });
            }
            else
            {
                cut.Add(block);
            }
        }
        return cut;
    }
}
