using System.Globalization;
using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>The submission's text, line by line with the numbers that places count in, each answer marked and with a link to its check.</summary>
internal sealed class HtmlSubmissionText
{
    /// <summary>Of a text without a mark in it, in one line.</summary>
    private const int LongestStretch = 4000;

    /// <summary>Of the whole text; what comes after is said to be left out.</summary>
    private const int Longest = 400_000;

    private readonly HtmlPage _part = new();
    private readonly List<Mark> _marks;
    private readonly HashSet<int> _shown = [];
    private readonly bool _hidesOtherLines;
    private int _left = Longest;

    private HtmlSubmissionText(List<Mark> marks, bool hidesOtherLines) => (_marks, _hidesOtherLines) = (marks, hidesOtherLines);

    /// <param name="Number">Of its check in the report, 1-based.</param>
    /// <param name="End">Where nothing stands, its start.</param>
    private sealed record Mark(int Number, string Check, Verdict Verdict, int Start, int End)
    {
        /// <returns>Null where the text has no such place.</returns>
        public static Mark? Of(int number, string check, Verdict verdict, Found found, Sequence<SubmissionPassage> text) =>
            // A report that was not made from this text has no offsets.
            found.End > 0 && text.Items.FirstOrDefault(holder => holder.Start <= found.Start && found.End <= holder.Start + holder.Text.Length) is { } passage ? new(number, check, verdict, found.Start, EndOf(passage, found)) : null;
    }

    public bool HasMarks => _shown.Count > 0;

    public bool Marks(int number) => _shown.Contains(number);

    public static HtmlSubmissionText Of(GradeReport report, RunContext run)
    {
        var marks = new List<Mark>();
        var number = 0;
        foreach (var check in report.Checks())
        {
            number++;
            if (check.Found is { } found && Mark.Of(number, check.Id, check.Verdict, found, run.Text) is { } mark)
                marks.Add(mark);
        }
        return Of(marks, run.Text, run.HidesOtherLines);
    }

    /// <summary>The text with what was read for one check, which waits for a person.</summary>
    public static HtmlSubmissionText Of(string check, IEnumerable<Found> read, Sequence<SubmissionPassage> text) =>
        Of([.. read.Select(found => Mark.Of(1, check, Verdict.NeedsReview, found, text)).OfType<Mark>()], text, hidesOtherLines: false);

    private static HtmlSubmissionText Of(List<Mark> marks, Sequence<SubmissionPassage> text, bool hidesOtherLines)
    {
        var written = new HtmlSubmissionText(marks, hidesOtherLines);
        foreach (var passage in text)
            written.Write(passage, isAlone: text.Count == 1);
        return written;
    }

    public void WriteTo(HtmlPage page)
    {
        page.Heading(2, "The submission", style: "submission");
        page.Inside("p", "soft", () => page.Text(_hidesOtherLines ? "Lines in which an answer was read; the others are left out." : "What was read as an answer is marked, and names its check."));
        page.Element("div", [("class", "pane"), ("tabindex", "0"), ("role", "group"), ("aria-label", "Text of the submission")], () => page.Append(_part));
        if (_left <= 0)
            page.Paragraph("The text is longer than this; the rest is left out.");
    }

    /// <summary>Without the line end behind it.</summary>
    private static int EndOf(SubmissionPassage passage, Found found)
    {
        var end = found.End;
        while (end > found.Start && char.IsWhiteSpace(passage.Text[end - passage.Start - 1]))
            end--;
        return end;
    }

    private void Write(SubmissionPassage passage, bool isAlone)
    {
        var marks = _marks.FindAll(mark => mark.Start >= passage.Start && mark.End <= passage.Start + passage.Text.Length && (mark.Start < passage.Start + passage.Text.Length || isAlone));
        if (_left <= 0 || (_hidesOtherLines && marks.Count == 0))
            return;
        if (isAlone)
        {
            WriteLines(passage, marks);
            return;
        }
        _part.Element("details", marks.Count > 0 ? [("open", "")] : [], () =>
        {
            _part.Inside("summary", "", () => _part.Text(passage.Say));
            WriteLines(passage, marks);
        });
    }

    private void WriteLines(SubmissionPassage passage, List<Mark> marks) => _part.Element("ol", [("class", "text"), ("start", Number(passage.FirstLine))], () =>
    {
        var text = passage.Text;
        var wasLeftOut = false;
        for (var (at, line) = (0, passage.FirstLine); at < text.Length && _left > 0; line++)
        {
            var next = SubmissionPassage.NextLine(text, at, text.Length);
            var (start, end) = (passage.Start + at, passage.Start + at + text.AsSpan(at, next - at).TrimEnd("\r\n").Length);
            var here = marks.FindAll(mark => mark.Start <= end && mark.End >= start);
            at = next;
            if (_hidesOtherLines && here.Count == 0)
            {
                wasLeftOut = true;
                continue;
            }
            _part.Element("li", wasLeftOut ? [("value", Number(line))] : [], () => WriteLine(passage, start, end, here));
            wasLeftOut = false;
        }
    });

    /// <summary>Marks may lie in one another or overlap: the line is cut wherever one begins or ends.</summary>
    private void WriteLine(SubmissionPassage passage, int start, int end, List<Mark> marks)
    {
        var cuts = marks.SelectMany(mark => new[] { Math.Max(mark.Start, start), Math.Min(mark.End, end) }).Append(start).Append(end).Distinct().Order().ToList();
        for (var i = 0; i < cuts.Count; i++)
        {
            foreach (var mark in marks.Where(mark => mark.End == cuts[i] && mark.Start < mark.End))
                WriteReference(mark);
            foreach (var mark in marks.Where(mark => mark.Start == cuts[i] && mark.End == cuts[i]))
            {
                WriteAnchor(mark);
                WriteReference(mark);
            }
            if (i + 1 == cuts.Count)
                break;
            var covering = marks.Where(mark => mark.Start <= cuts[i] && mark.End >= cuts[i + 1] && mark.End > mark.Start).OrderBy(mark => mark.End - mark.Start).ToList();
            var written = passage.Text.AsSpan(cuts[i] - passage.Start, cuts[i + 1] - cuts[i]);
            if (covering.Count == 0)
            {
                WriteStretch(written);
                continue;
            }
            foreach (var other in covering.Skip(1))
                WriteAnchor(other);
            Write(covering[0], new string(written));
        }
    }

    private void Write(Mark mark, string written)
    {
        // A mark of many lines has its address at the first.
        (string, string)[] attributes = _shown.Add(mark.Number) ? [("id", CheckLinks.OfText(mark.Number)), ("class", mark.Verdict.Name())] : [("class", mark.Verdict.Name())];
        _part.Element("mark", attributes, () => WriteStretch(written));
    }

    private void WriteAnchor(Mark mark)
    {
        if (_shown.Add(mark.Number))
            _part.Element("span", [("id", CheckLinks.OfText(mark.Number))], () => { });
    }

    private void WriteReference(Mark mark) => _part.Element("a", [("class", $"ref {mark.Verdict.Name()}"), ("href", "#" + CheckLinks.OfCheck(mark.Number))], () =>
        _part.Element("span", [("aria-hidden", "true")], () => _part.Text(VerdictBadge.Sign(mark.Verdict) + " ")).Text(CheckLines.Shorten(mark.Check)));

    private void WriteStretch(ReadOnlySpan<char> text)
    {
        if (text.Length <= LongestStretch)
        {
            _left -= text.Length + 1;
            _part.Text(new string(text));
            return;
        }
        var (head, tail) = (LongestStretch * 3 / 4, LongestStretch / 4);
        _left -= LongestStretch;
        head -= char.IsHighSurrogate(text[head - 1]) ? 1 : 0;
        tail -= char.IsLowSurrogate(text[^tail]) ? 1 : 0;
        var omitted = text.Length - head - tail;
        _part.Text(new string(text[..head]));
        _part.Element("span", [("class", "soft")], () => _part.Text($" … {omitted} characters left out … "));
        _part.Text(new string(text[^tail..]));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
