using Grader.Mathematics;

namespace Grader.Submissions.Source;

/// <summary>A submission's text, folded once for reading, with the way back: all offsets inside the reader count in <see cref="Text"/>, all places in <see cref="Original"/>.</summary>
internal sealed class SourceText
{
    private readonly FoldedText _folded;
    private readonly int[]? _numbers;
    private readonly List<int> _lineStarts;

    private readonly Sequence<Frame> _frames;
    private readonly int _before;

    /// <param name="frames">What lines are counted in, in the order of the text; empty for the text as a whole.</param>
    /// <param name="before">How much text the document has before this one: its offsets count on from there.</param>
    public SourceText(string original, Sequence<Frame> frames = default, int before = 0)
    {
        Original = original;
        _frames = frames;
        _before = before;
        _folded = Folding.Fold(original);
        (Text, _numbers) = NumberNotation.Fold(ApartEnvironments.Join(_folded.Text));
        _lineStarts = LineStarts(original);
    }

    public string Original { get; }

    public string Text { get; }

    /// <summary>Whether the commas of its numbers are decimal, as they were written.</summary>
    public bool DecimalComma => Source.DecimalComma.IsUsed(_folded.Text);

    public bool Folded => _folded.Changed;

    public int OriginalOffset(int offset)
    {
        if (_numbers is not null)
            offset = _numbers[offset];
        return _folded.Changed ? Math.Min(_folded.OriginalOffset(offset), Original.Length) : offset;
    }

    public Place PlaceOf(int start, int end)
    {
        var first = OriginalOffset(start);
        return PlaceInOriginal(first, Math.Max(first, OriginalOffset(end)));
    }

    public Place PlaceInOriginal(int start, int end)
    {
        var (line, column) = LineAndColumn(start);
        var (endLine, endColumn) = LineAndColumn(end);
        var place = new Place(_before + start, _before + end, line, column, endLine, endColumn);
        return _frames.Count == 0 ? place : InFrame(place);
    }

    /// <summary>What stands at a place, as the student wrote it.</summary>
    public string Written(Place place) => Original[(place.Start - _before)..(place.End - _before)];

    private Place InFrame(Place place)
    {
        var (low, high) = (0, _frames.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_frames[middle].Line <= place.Line)
                low = middle;
            else
                high = middle - 1;
        }
        var frame = _frames[low];
        var shift = frame.First - frame.Line;
        return place with { Frame = frame, Line = Math.Max(1, place.Line + shift), EndLine = Math.Max(1, place.EndLine + shift) };
    }

    private (int Line, int Column) LineAndColumn(int offset)
    {
        var index = _lineStarts.BinarySearch(offset);
        if (index < 0)
            index = ~index - 1;
        return (index + 1, offset - _lineStarts[index] + 1);
    }

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int>(16 + (text.Length / 40)) { 0 };
        var at = 0;
        while (text.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var ahead)
        {
            at += ahead + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n')
                at++;
            starts.Add(at);
        }
        return starts;
    }
}
