using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>A matrix that stands a row a statement, each beside the name of its row: <c>c1 = (4, 5)</c>, <c>c2 = (0, 8)</c>.</summary>
internal static class LabelledMatrix
{
    public static Answer? InLines(MatrixCheck check, IReadOnlyList<Answer> tensors)
    {
        var rows = new List<Answer>();
        foreach (var label in check.RowLabels)
        {
            // Of several in one chain, "= ((2 + 0)/2, 7) = (1, 7)", and of several statements, the last.
            if (tensors.LastOrDefault(answer => answer.Statement is not TableStatement && answer.Trouble is null && label.Find(answer.Label).Length > 0 && LabelScore.Of(check.Labels, answer) is { Weight: > 0 } && Row(answer) is not null) is not { } row)
                return null;
            rows.Add(row);
        }
        if (rows.Count < 2 || rows.Distinct().Count() < rows.Count)
            return null;
        var (first, last) = (rows.MinBy(row => row.Place.Start)!, rows.MaxBy(row => row.Place.Start)!);
        return first with
        {
            Expression = new Matrix(rows.Select(row => Row(row)!.ToSequence()).ToSequence()),
            Text = string.Join("; ", rows.Select(row => row.Text)),
            Place = first.Place with { End = last.Place.End, EndLine = last.Place.EndLine, EndColumn = last.Place.EndColumn },
            Chain = default,
        };
    }

    private static IReadOnlyList<Expression>? Row(Answer answer) => Checks.SubmittedMatrix.VectorOf(answer.Expression) is { Count: > 1 } row ? row : null;
}
