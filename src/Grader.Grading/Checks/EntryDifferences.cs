using Grader.Mathematics;

namespace Grader.Grading.Checks;

/// <summary>Collects what is different, entry by entry.</summary>
internal sealed class EntryDifferences
{
    private const int MostShown = 3;

    private readonly List<string> _shown = [];
    private int _different;
    private bool _doubt;
    private bool _glyphs = true;

    public int Right { get; private set; }

    public bool Add(string where, Expression entry, Value key, Tolerance tolerance)
    {
        var agreement = EntryJudge.Judge(entry, key, tolerance);
        if (agreement == Agreement.Agrees)
        {
            Right++;
            return true;
        }
        _doubt |= agreement == Agreement.TooCoarse;
        Add($"{where} is {EntryJudge.Print(entry)}, not {ValuePrinter.Print(key)}", LostGlyph.Explains(ValuePrinter.Print(key), EntryJudge.Print(entry)));
        return false;
    }

    public void Add(string difference, bool lostGlyph)
    {
        _different++;
        _glyphs &= lostGlyph;
        if (_shown.Count < MostShown)
            _shown.Add(difference);
    }

    /// <param name="share">What the check's credit gives for the entries that are right.</param>
    public Judgement Judgement(Rational share)
    {
        if (_different == 0)
            return Checks.Judgement.Right;
        var detail = string.Join("; ", _shown) + (_different > _shown.Count ? $"; and {_different - _shown.Count} more" : "");
        return new(_doubt ? Agreement.TooCoarse : Agreement.Differs, share, detail, _glyphs) { Differences = _different };
    }
}
