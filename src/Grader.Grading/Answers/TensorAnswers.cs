using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>The vectors and matrices a student shows: in a formula (with its transpose sign), as a list, as a table.</summary>
internal static class TensorAnswers
{
    public static IEnumerable<Answer> In(IReadOnlyList<Statement> statements)
    {
        var order = 0;
        foreach (var statement in statements)
        {
            var answers = statement switch
            {
                FormulaStatement formula => InFormula(formula),
                TableStatement table => InTable(table),
                _ => [],
            };
            foreach (var answer in answers)
                yield return answer with { Order = order++ };
        }
    }

    private static IEnumerable<Answer> InFormula(FormulaStatement formula)
    {
        var label = Words.Of(formula.Label);
        if (formula.Members.Count > 0 && formula.Members[0].Expression is Symbol or Call { Arguments: [Symbol] })
            label = label.And(Words.Of(formula.Members[0].Text));
        var context = NumberAnswers.Context(formula);
        if (formula.Members.Count == 0 && formula.Error is { } error && LooksLikeMatrix(formula.Text))
            yield return new(formula, null, formula.Text, formula.Place, label, context, 0) { Trouble = $"stopped at “{error.Found}”, where {error.Expected} could stand" };
        for (var i = 0; i < formula.Members.Count; i++)
        {
            var member = formula.Members[i];
            if (member.Operator is not (null or RelationOperator.Equal or RelationOperator.Approximately or RelationOperator.Implies))
                continue;
            foreach (var matrix in MatricesIn(member.Expression))
                yield return new(formula, matrix, member.Text, member.Place, label, context, 0) { Names = AnswerNames.In(formula, i) };
        }
    }

    private static bool LooksLikeMatrix(string text) => text.Contains("matrix", StringComparison.Ordinal) || text.Contains("array", StringComparison.Ordinal) || text.Contains("[[", StringComparison.Ordinal);

    /// <summary>The matrices of a product, each with its transpose sign.</summary>
    private static IEnumerable<Expression> MatricesIn(Expression expression) => expression switch
    {
        Matrix or Listing { Kind: not ListingKind.Set } => [expression],
        Call { Function: "transpose", Arguments: [Matrix or Listing] } => [expression],
        // A number before a matrix makes it another matrix.
        Product product when !product.Factors.Items.Any(factor => SubmittedNumber.Of(factor) is not null) => product.Factors.Items.SelectMany(MatricesIn),
        _ => [],
    };

    /// <summary>The block of cells that are not labels, as one matrix.</summary>
    private static IEnumerable<Answer> InTable(TableStatement table)
    {
        // A Markdown table must have a header, so the first row of a matrix often stands there.
        var hasHeader = table.HasHeader && !table.Rows[0].Items.All(cell => IsEntry(cell.Expression));
        var rows = table.Rows.Items.Skip(hasHeader ? 1 : 0).ToList();
        var labels = rows.Count > 0 && rows.TrueForAll(row => row.Count > 1 && row[0].Expression is null or Symbol && row[0].Text.Length > 0) ? 1 : 0;
        var block = rows.ConvertAll(row => row.Items.Skip(labels).ToList());
        if (block.Count == 0 || block.Exists(row => row.Count == 0 || row.Exists(cell => cell.Expression is null)))
            yield break;
        var header = hasHeader ? string.Join(' ', table.Rows[0].Items.Select(cell => cell.Text)) : "";
        var matrix = new Matrix(block.Select(row => row.Select(cell => cell.Expression!).ToSequence()).ToSequence());
        yield return new(table, matrix, table.Text, table.Place, Words.Of(header), NumberAnswers.Context(table), 0);
    }

    private static bool IsEntry(Expression? expression) => expression is Number or Negation || (expression is Symbol symbol && symbol.Name.Contains('_'));
}
