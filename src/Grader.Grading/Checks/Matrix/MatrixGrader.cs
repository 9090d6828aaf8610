using Grader.Grading.Answers;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Checks;

/// <summary>A matrix, numeric or symbolic, with credit by entries, rows, or the entries that are not zero.</summary>
internal sealed class MatrixGrader(MatrixCheck check) : ValueGrader(check)
{
    public override IReadOnlyList<string> Quantities { get; } = [check.Quantity];

    protected override Tolerance Tolerance => check.Tolerance;

    public override bool Takes(Answer answer) => answer.Trouble is not null || (SubmittedMatrix.RowsOf(answer.Expression) is { Count: > 1 } rows && rows.Any(row => row.Count > 1));

    public override IReadOnlyList<Answer> OwnCandidates(PartReading part) =>
        (LabelledMatrix.InLines(check, part.Tensors) ?? (part.Tensors.Any(Takes) ? null : LabelledMatrix.InOneLine(check, part.Tensors, part.Text))) is { } lines ? [lines] : [];

    protected override Judgement JudgeAgainst(Answer answer, Value? right, Worksheet worksheet)
    {
        if (RowsOf(answer) is not { } rows || right is not Tensor { Shape: [var rowCount, var columnCount] } key)
            return Judgement.Wrong("");
        var widest = rows.Max(row => row.Count);
        if (rows.Count != rowCount || widest != columnCount)
            return Judgement.Wrong(new Said($"a {rows.Count} × {widest} matrix, where {rowCount} × {columnCount} was expected", $"a {rows.Count} × {widest} matrix is of another shape"));

        var tolerance = On(worksheet, check.Tolerance);
        var differences = new EntryDifferences();
        var keyRows = ValuePrinter.Rows(key).ToList();
        var (rightRows, nonZeroRight, nonZeroWrong, nonZero) = (0, 0, 0, 0);
        for (var r = 0; r < rowCount; r++)
        {
            nonZero += keyRows[r].Count(entry => !IsZero(entry));
            if (rows[r].Count != columnCount)
            {
                differences.AddRow(new($"row {r + 1} has {rows[r].Count} entries, not {columnCount}", $"row {r + 1} has {rows[r].Count} entries, another count than asked for"), IsRowWithLostCell(rows[r], keyRows[r], tolerance));
                continue;
            }
            var rowIsRight = true;
            for (var c = 0; c < columnCount; c++)
            {
                var agrees = differences.Add(r + 1, c + 1, rows[r][c], keyRows[r][c], tolerance);
                rowIsRight &= agrees;
                if (!IsZero(keyRows[r][c]))
                    nonZeroRight += agrees ? 1 : 0;
                else if (!agrees)
                    nonZeroWrong++;
            }
            rightRows += rowIsRight ? 1 : 0;
        }

        return differences.Judgement(check.Credit switch
        {
            MatrixCredit.Entries => Rational.Of(differences.Right, rowCount * columnCount),
            MatrixCredit.Rows => Rational.Of(rightRows, rowCount),
            MatrixCredit.NonZeroEntries => nonZero == 0 ? Rational.Zero : Rational.Max(Rational.Zero, Rational.Of(nonZeroRight - nonZeroWrong, nonZero)),
            _ => Rational.Zero,
        });
    }

    /// <summary>A table's rows by their names, where the check has names for them.</summary>
    private IReadOnlyList<IReadOnlyList<Expression>>? RowsOf(Answer answer) =>
        answer.Block?.Ordered(check.RowLabels, check.ColumnLabels)?.Entries ?? SubmittedMatrix.RowsOf(answer.Expression);

    private static bool IsRowWithLostCell(IReadOnlyList<Expression> row, IReadOnlyList<Value> key, Tolerance tolerance)
    {
        if (row.Count != key.Count - 1)
            return false;
        var same = 0;
        while (same < row.Count && EntryJudge.Judge(row[same], key[same], tolerance) == Agreement.Agrees)
            same++;
        for (var i = same; i < row.Count; i++)
            if (EntryJudge.Judge(row[i], key[i + 1], tolerance) != Agreement.Agrees)
                return false;
        return true;
    }

    private static bool IsZero(Value value) => value is Exact { Number.IsZero: true };

    public override Value? OwnValue(Answer answer) => SubmittedMatrix.ValueOf(RowsOf(answer), vector: false);

    public override string Print(Worksheet worksheet) => ValuePrinter.Print(ValueIn(worksheet));
}
