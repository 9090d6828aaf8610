using Grader.Mathematics;

namespace Grader.Grading.Checks;

/// <summary>Collects what is different, entry by entry; it is put into words when a report asks.</summary>
internal sealed class EntryDifferences
{
    private const int MostShown = 3;

    private readonly List<Item> _different = [];
    private bool _doubt;

    public int Right { get; private set; }

    /// <param name="row">1-based.</param>
    /// <param name="column">1-based; null in a vector.</param>
    public bool Add(int row, int? column, Expression entry, Value key, Tolerance tolerance)
    {
        var agreement = EntryJudge.Judge(entry, key, tolerance);
        if (agreement == Agreement.Agrees)
        {
            Right++;
            return true;
        }
        _doubt |= agreement == Agreement.TooCoarse;
        _different.Add(new(row, column, entry, key, Said.Nothing, IsLostCell: false));
        return false;
    }

    /// <summary>A row that has too few or too many entries.</summary>
    public void AddRow(Said say, bool isLostCell) => _different.Add(new(0, null, null, null, say, isLostCell));

    /// <param name="share">What the check's credit gives for the entries that are right.</param>
    public Judgement Judgement(Rational share) => _different.Count == 0
        ? Checks.Judgement.Right
        : new(_doubt ? Agreement.TooCoarse : Agreement.Differs, share, Describe) { Differences = _different.Count };

    private Difference Describe()
    {
        var more = _different.Count > MostShown ? $"; and {_different.Count - MostShown} more" : "";
        return new(Said.Joined("; ", _different.Take(MostShown).Select(item => item.Say)).Within(shown => shown + more), _different.TrueForAll(item => item.IsLost));
    }

    private readonly record struct Item(int Row, int? Column, Expression? Entry, Value? Key, Said Text, bool IsLostCell)
    {
        public Said Say => Entry is null ? Text : new($"{Name} is {EntryJudge.Print(Entry)}, not {ValuePrinter.Print(Key)}", $"{Name} is {EntryJudge.Print(Entry)}, and differs");

        private string Name => $"entry {(Column is { } column ? $"({Row}, {column})" : $"{Row}")}";

        public bool IsLost => Entry is null ? IsLostCell : LostGlyph.Explains(ValuePrinter.Print(Key), EntryJudge.Print(Entry));
    }
}
