using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.Attention;

/// <summary>Scaled dot-product attention of one head: softmax(Q Kᵀ/√d) V, a row a query; d is the width of a key. With a mask, query i sees keys 1 to i.</summary>
internal sealed class AttentionEngine : IEngine
{
    private static readonly CaseShape Shape = new("attention", "Scaled dot-product attention of one head.", [
        new("name", true, """{ "const": "attention" }""", "The engine."),
        new("queries", true, CaseValues.Table, "Q: a row a query."),
        new("keys", true, CaseValues.Table, "K: a row a key."),
        new("values", true, CaseValues.Table, "V: a row a key."),
        new("causal", false, YesNo, "Query i sees keys 1 to i only; false unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        var queries = Rows("queries");
        var keys = Rows("keys");
        var values = Rows("values");
        if (queries is null || keys is null || values is null)
            return;
        if (queries.ColumnCount != keys.ColumnCount)
            inputs.Problems.Add(inputs.PlaceOf("keys"), $"Keys have {keys.ColumnCount} numbers, and queries {queries.ColumnCount}.", "Both have as many.");
        if (keys.RowCount != values.RowCount)
            inputs.Problems.Add(inputs.PlaceOf("values"), $"There are {values.RowCount} values, and {keys.RowCount} keys.", "Write a value a key.");

        var causal = inputs.Truth("causal", false);
        worksheet.Add("Q", queries, "queries");
        worksheet.Add("K", keys, "keys");
        worksheet.Add("V", values, "values");
        worksheet.Add("d", keys.ColumnCount, "width of a key");
        if (causal)
            worksheet.Add("mask", Mask(queries.RowCount, keys.RowCount), "which keys a query sees");
        worksheet.Add("scores", "Q*transpose(K)/sqrt(d)", "scaled scores");
        worksheet.Add("weights", Softmax(causal, 2), "attention weights");
        worksheet.Add("output", "weights*V", "output");

        if (keys.ColumnCount > 1)
        {
            worksheet.Mistake("scale-left-out", "Did not divide the scores by the root of the keys' width.").At("", ("scores", "Q*transpose(K)"));
            worksheet.Mistake("root-left-out", "Divided the scores by the keys' width instead of its root.").At("", ("scores", "Q*transpose(K)/d"));
        }

        if (keys.RowCount != keys.ColumnCount && keys.RowCount > 1)
            worksheet.Mistake("scaled-by-keys", "Divided the scores by the root of the number of keys instead of their width.").At("", ("scores", $"Q*transpose(K)/sqrt({keys.RowCount})"));
        if (keys.RowCount == keys.ColumnCount && keys.RowCount > 1)
            worksheet.Mistake("keys-not-transposed", "Multiplied the queries by the keys without transposing them.").At("", ("scores", "Q*K/sqrt(d)"));
        if (queries.RowCount > 1)
            worksheet.Mistake("softmax-over-queries", "Normalised each column; the weights of a query, a row, sum to 1.").At("", ("weights", Softmax(causal, 1)));
        worksheet.Mistake("softmax-left-out", "Used the scores as weights, without softmax.").At("", ("weights", causal ? "hadamard(scores, mask)" : "scores"));
        worksheet.Mistake("exponential-left-out", "Divided the scores themselves by their sum, without the exponential.").At("", ("weights", causal ? "hadamard(scores, mask)/transpose(sum(hadamard(scores, mask), 2))" : "scores/transpose(sum(scores, 2))"));
        if (causal && keys.RowCount > 1)
            AddMaskMistakes(worksheet);

        Matrix? Rows(string key) => inputs.Node(key) is { } node ? tables.ReadMatrix(node) : null;
    }

    private static void AddMaskMistakes(WorksheetBuilder worksheet)
    {
        worksheet.Mistake("mask-left-out", "Let queries see later keys.").At("", ("weights", Softmax(false, 2)));
        worksheet.Mistake("mask-after-softmax", "Masked the weights after the softmax; those of a query do not sum to 1 then.").At("", ("weights", $"hadamard({Softmax(false, 2)}, mask)"));
        worksheet.Mistake("masked-with-zero", "Set masked scores to 0; their exponential is 1, and only −∞ gives the weight 0.").At("", ("weights", "exp(hadamard(scores, mask))/transpose(sum(exp(hadamard(scores, mask)), 2))"));
    }

    /// <param name="axis">Along which the weights sum to 1: 2 is along a row.</param>
    private static string Softmax(bool causal, int axis)
    {
        var exponentials = causal ? "hadamard(exp(scores), mask)" : "exp(scores)";
        var sums = $"sum({exponentials}, {axis})";
        return $"{exponentials}/{(axis == 2 ? $"transpose({sums})" : sums)}";
    }

    private static Matrix Mask(int queries, int keys) =>
        new(Enumerable.Range(0, queries).Select(query => Enumerable.Range(0, keys).Select(key => TableReader.Literal(key <= query ? 1 : 0)).ToSequence()).ToSequence());
}
