using Grader.Mathematics;
using Grader.Submissions;

namespace Grader.Grading;

/// <summary>A stretch of a submission's text whose lines are counted by themselves: all of it, a cell, a page, the answers beside it.</summary>
/// <param name="Say">For people: <c>cell 3</c>; empty for the text as a whole.</param>
/// <param name="Start">0-based UTF-16 offset in the text, for <see cref="Found.Start"/>.</param>
/// <param name="FirstLine">What its first line counts as.</param>
public sealed record SubmissionPassage(string Say, int Start, int FirstLine, string Text)
{
    /// <summary>The text of a submission, in its order.</summary>
    /// <param name="answersFile">Name of the file of answers beside it.</param>
    public static Sequence<SubmissionPassage> Of(SubmissionDocument document, string answersFile = "")
    {
        var passages = new List<SubmissionPassage>(document.Frames.Count + 2);
        var end = document.RowsStart ?? document.Text.Length;
        var (at, line) = (0, 1);
        for (var i = 0; i < document.Frames.Count; i++)
        {
            var frame = document.Frames[i];
            // What stands before it is a fence around an output.
            for (; line < frame.Line && at < end; line++)
                at = NextLine(document.Text, at, end);
            var start = at;
            var next = i + 1 < document.Frames.Count ? document.Frames[i + 1].Line : int.MaxValue;
            for (; line < next && at < end; line++)
                at = NextLine(document.Text, at, end);
            passages.Add(new(frame.Say, start, frame.First, document.Text[start..at]));
        }
        if (document.Frames.Count == 0)
            passages.Add(new("", 0, 1, document.Text[..end]));
        if (document.RowsStart is { } rows)
            passages.Add(new(answersFile, rows, 1, document.Text[rows..]));
        return passages.ToSequence();
    }

    /// <summary>Where the line after the one at an offset begins; lines end at CR, LF or both.</summary>
    public static int NextLine(string text, int at, int end)
    {
        var ahead = text.AsSpan(at, end - at).IndexOfAny('\r', '\n');
        if (ahead < 0)
            return end;
        at += ahead + 1;
        return text[at - 1] == '\r' && at < end && text[at] == '\n' ? at + 1 : at;
    }
}
