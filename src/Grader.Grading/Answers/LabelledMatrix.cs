using System.Text.RegularExpressions;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>A matrix that stands a row a statement, each beside the name of its row: <c>c1 = (4, 5)</c>, <c>c2 = (0, 8)</c>.</summary>
internal static partial class LabelledMatrix
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
        return Joined(rows);
    }

    /// <summary>Rows one after the other on a line, of which the first says whose they are: <c>Centroids: (1, 1) and (4, 3)</c>, <c>the rows of A are (1, 0), (0, 1)</c>.</summary>
    public static Answer? InOneLine(MatrixCheck check, IReadOnlyList<Answer> tensors, string text)
    {
        Answer? found = null;
        for (var i = 0; i < tensors.Count;)
        {
            var run = new List<Answer> { tensors[i] };
            while (i + run.Count < tensors.Count && tensors[i + run.Count] is var next && Row(run[^1]) is { } row && Row(next)?.Count == row.Count && Follows(run[^1], next, text))
                run.Add(next);
            i += run.Count;
            if (run.Count > 1 && LabelScore.Of(check.Labels, run[0]) is { Own: > 0 })
                found = Joined(run);
        }
        return found;
    }

    private static bool Follows(Answer row, Answer next, string text) =>
        next is { Statement: FormulaStatement { Members.Count: 1 }, Label.Count: 0, Trouble: null } && row.Statement is FormulaStatement && row.Place.End <= next.Place.Start && next.Place.End <= text.Length && Between().IsMatch(text.AsSpan(row.Place.End, next.Place.Start - row.Place.End));

    [GeneratedRegex(@"^[ \u00A0\t$*`,;\\()]*(?:and|und|&)?[ \u00A0\t$*`\\(]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    private static Answer Joined(List<Answer> rows)
    {
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
