using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>The vectors and matrices a student shows: in a formula (with its transpose sign), as a list, as a table.</summary>
internal static class TensorAnswers
{
    public static IEnumerable<Answer> In(IReadOnlyList<Statement> statements, WordLists words)
    {
        var order = 0;
        foreach (var statement in statements)
        {
            var answers = statement switch
            {
                FormulaStatement formula => InFormula(formula, words),
                TableStatement table => InTable(table, words),
                _ => [],
            };
            foreach (var answer in answers)
                yield return answer with { Order = order++ };
        }
    }

    private static IEnumerable<Answer> InFormula(FormulaStatement formula, WordLists words)
    {
        var label = words.Of(formula.Label);
        if (formula.Members.Count > 0 && formula.Members[0].Expression is Symbol or Call { Arguments: [Symbol] } or Power { Base: Symbol })
            label = label.And(words.Of(formula.Members[0].Text));
        var context = words.Introducing(formula);
        if (formula.Members.Count == 0 && formula.Error is { } error && LooksLikeMatrix(formula.Text))
            yield return new(formula, null, formula.Text, formula.Place, label, context, 0) { Trouble = $"stopped at “{error.Found}”, where {error.Expected} could stand" };
        for (var i = 0; i < formula.Members.Count; i++)
        {
            var member = formula.Members[i];
            if (member.Operator is not (null or RelationOperator.Equal or RelationOperator.Approximately or RelationOperator.Implies))
                continue;
            foreach (var matrix in MatricesIn(member.Expression))
            {
                var answer = new Answer(formula, matrix, member.Text, member.Place, label, context, 0) { Names = AnswerNames.In(formula, i) };
                yield return LeavesOut(matrix) ? answer with { Expression = null, Trouble = "dots stand in the place of entries" } : answer;
            }
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
    private static IEnumerable<Answer> InTable(TableStatement table, WordLists words)
    {
        if (TableBlock.Of(table) is not { Entries: { } entries } block)
            yield break;
        var matrix = new Matrix(entries.Select(row => row.ToSequence()).ToSequence());
        var header = block.ColumnLabels.Count > 0 ? $"{block.Corner} {string.Join(' ', block.ColumnLabels)}" : "";
        yield return new(table, matrix, table.Text, table.Place, words.Of(header), words.Introducing(table), 0) { Block = block };
    }

    /// <summary>Dots stand for entries that were left out.</summary>
    private static bool LeavesOut(Expression expression) => expression switch
    {
        Symbol { Name: "…" } => true,
        Matrix matrix => matrix.Rows.Items.Any(row => row.Items.Any(LeavesOut)),
        Listing list => list.Elements.Items.Any(LeavesOut),
        Call { Function: "transpose" } call => call.Arguments.Items.Any(LeavesOut),
        _ => false,
    };
}
