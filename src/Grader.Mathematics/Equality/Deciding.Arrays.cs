namespace Grader.Mathematics;

/// <summary>Matrices and vectors: shape first, then entry by entry; names of matrices as random matrices.</summary>
internal sealed partial class Deciding
{
    private const int LongestEntry = 200;

    private Decision DecideArrays(Expression gold, Expression answer)
    {
        if (HasExplicitEntries(gold) || HasExplicitEntries(answer))
            return DecideExplicit(gold, answer);
        return new NonCommutingEquality(options, _budget).Decide(gold, answer);
    }

    private static bool HasExplicitEntries(Expression expression) => Children.Occur(expression, static part => part is Matrix or Listing { Elements.Count: > 1 });

    private Decision DecideExplicit(Expression gold, Expression answer)
    {
        if (!Arrays.TryExpand(gold, out var left, out var leftScalar, out var problem) || !Arrays.TryExpand(answer, out var right, out var rightScalar, out problem))
            return Decision.Undecided(problem);
        if (left is null && right is null)
            return DecideScalars(leftScalar, rightScalar);
        if (left is null || right is null)
            return left?.Entries.Length == 1 ? Decide(left.Entries[0], rightScalar) : right?.Entries.Length == 1 ? Decide(leftScalar, right.Entries[0]) : Decision.Different("kind", left is null ? "a number and an array" : "an array and a number");
        if (!SameShape(left, right))
            return Decision.Different("shape", $"{Shape(left)} and {Shape(right)}");
        return DecideEntries(left, right);
    }

    /// <summary>An entry of a product may be a long sum.</summary>
    private static string Brief(Expression expression) => expression.ToString() is { Length: > LongestEntry } text ? $"{text.AsSpan(0, LongestEntry)}…" : expression.ToString();

    /// <summary>A vector written as a list is a row or a column.</summary>
    private static bool SameShape(FormulaArray left, FormulaArray right) => (left.Columns, right.Columns) switch
    {
        ({ } one, { } other) => left.Rows == right.Rows && one == other,
        (null, null) => left.Rows == right.Rows,
        _ => left.Entries.Length == right.Entries.Length && (left.Columns ?? right.Columns) is { } columns && (columns == 1 || columns == left.Entries.Length),
    };

    private static string Shape(FormulaArray array) => array.Columns is { } columns ? $"{array.Rows}x{columns}" : $"{array.Rows}";

    private Decision DecideEntries(FormulaArray left, FormulaArray right)
    {
        var differences = new List<EntryDifference>();
        var undecided = 0;
        var columns = left.Columns ?? right.Columns ?? 1;
        for (var i = 0; i < left.Entries.Length; i++)
        {
            var decision = Decide(left.Entries[i], right.Entries[i]);
            if (decision.Verdict == EqualityVerdict.Equal)
                continue;
            undecided += decision.Verdict == EqualityVerdict.Undecided ? 1 : 0;
            differences.Add(new(i / columns + 1, i % columns + 1, decision));
        }

        if (differences.Count == 0)
            return Decision.Equal("entries");
        var first = differences.Find(static difference => difference.Decision.Verdict == EqualityVerdict.Different) ?? differences[0];
        var at = (first.Row - 1) * columns + first.Column - 1;
        var verdict = undecided == differences.Count ? EqualityVerdict.Undecided : EqualityVerdict.Different;
        // Of numbers the values say more than the sums they come from; of formulas, the formulas.
        var entries = first.Decision is { Rule: "exact value", Witness: { } values } ? values : $"{Brief(left.Entries[at])} and {Brief(right.Entries[at])}";
        return new(verdict, "entries", $"row {first.Row}, column {first.Column}: {entries}") { Entries = [.. differences] };
    }
}
