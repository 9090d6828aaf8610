using Grader.Grading.Answers;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Checks;

/// <summary>A quantity of the student's own: any value of the right shape that keeps the invariants.</summary>
internal sealed class OwnGrader(OwnCheck check) : ValueGrader(check)
{
    /// <summary>Reads a number, vector or matrix as other checks do.</summary>
    private readonly ValueGrader _form = check.Shape.Count switch
    {
        0 => new NumberGrader(new(check.Id, check.Ask, check.Points, check.Labels, [check.Quantity], Tolerance.Default, false)),
        1 => new VectorGrader(new(check.Id, check.Ask, check.Points, check.Labels, check.Quantity, Tolerance.Default, check.RowLabels)),
        _ => new MatrixGrader(new(check.Id, check.Ask, check.Points, check.Labels, check.Quantity, Tolerance.Default, MatrixCredit.None, check.RowLabels) { ColumnLabels = check.Shape[0] == check.Shape[1] ? check.RowLabels : default }),
    };

    public override IReadOnlyList<string> Quantities { get; } = [check.Quantity];

    public bool IsNumber => check.Shape.Count == 0;

    public override bool Takes(Answer answer) => _form.Takes(answer);

    public override int Preference(Answer answer) => _form.Preference(answer);

    public override bool IsGiven(Answer answer) => _form.IsGiven(answer);

    public override IReadOnlyList<Answer> OwnCandidates(PartReading part) => _form.OwnCandidates(part);

    public override Value? OwnValue(Answer answer)
    {
        var value = _form.OwnValue(answer);
        if (value is Tensor { Shape.Count: 2 } matrix && check.Shape.Count == 2 && matrix.Shape != check.Shape)
            value = Totals.Removed(matrix, check.Shape);
        return value is not null && (value is Tensor tensor ? tensor.Shape : []) == check.Shape ? value : null;
    }

    public override Judgement Judge(Answer answer, Worksheet worksheet)
    {
        if (OwnValue(answer) is not { } value)
            return Judgement.Wrong(IsNumber ? "no number" : $"it should be of shape {string.Join(" × ", check.Shape)}");
        if (answer.Block is { } block && NamesRowsOnly(block))
            return new(Agreement.TooCoarse, Rational.One, "its rows are named in another order than the question's, and nothing says whether its columns are too");
        var own = With(value, worksheet);
        if (check.BrokenIn(own) is not { } broken)
            return new(Agreement.Agrees, Rational.One, LeftOut(answer));
        return Judgement.Wrong(() => Describe(broken, value, own));
    }

    private Difference Describe(Invariant broken, Value value, Worksheet own)
    {
        var say = $"{char.ToLowerInvariant(broken.Say[0])}{broken.Say[1..].TrimEnd('.')}";
        var numbers = broken.Explain(own);
        return new($"this does not hold: {say}{(numbers.Length > 0 ? $"; yours: {numbers}" : "")}", LostCharacter.Mends(value, mended => check.BrokenIn(With(mended, own)) is null));
    }

    /// <summary>Whether the classes are told for the rows alone, and stand there in an order of their own.</summary>
    private bool NamesRowsOnly(TableBlock block) =>
        check.Shape.Count == 2 && check.Shape[0] == check.Shape[1] && block.Ordered(check.RowLabels, default) is { } byRows
        && !byRows.RowLabels.SequenceEqual(block.RowLabels) && !TableBlock.Names(check.RowLabels, byRows.ColumnLabels);

    private string LeftOut(Answer answer) => answer.Block is { LeftOut: { Length: > 0 } totals }
        ? $"{totals} left out"
        : _form.OwnValue(answer) is Tensor { Shape.Count: 2 } whole && check.Shape.Count == 2 && whole.Shape != check.Shape ? "the totals, which are the sums, left out" : "";

    protected override Judgement JudgeAgainst(Answer answer, Value? right, Worksheet worksheet) => throw new InvalidOperationException("a quantity of the student's own has no right value");

    /// <summary>The worksheet where the matrix has its rows and columns swapped, where it keeps the invariants that way too; null for what is no square matrix.</summary>
    public Worksheet? Swapped(Answer answer, Worksheet worksheet)
    {
        if (OwnValue(answer) is not Tensor { Shape: [var rows, var columns] } matrix || rows != columns)
            return null;
        var entries = Enumerable.Range(0, rows * columns).Select(index => matrix.Entries[index % rows * columns + index / rows]).ToSequence();
        var swapped = With(matrix with { Entries = entries }, worksheet);
        return check.BrokenIn(swapped) is null ? swapped : null;
    }

    public override string Print(Worksheet worksheet) => $"your own; for instance {ValuePrinter.Print(ValueIn(worksheet))}";

    private Worksheet With(Value value, Worksheet worksheet) => worksheet.With(new Dictionary<string, Value>(StringComparer.Ordinal) { [check.Quantity] = value });
}
