using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines.HingeLoss;

/// <summary>The scores of examples, given or of a linear model: a row an example, a column a class, one column where there are two classes.</summary>
internal sealed class LinearScores
{
    private readonly Matrix? _scores;
    private readonly Matrix? _inputs;
    private readonly Matrix? _weights;
    private readonly ImmutableArray<Expression>? _bias;
    private readonly bool _binary;

    private LinearScores(Matrix? scores, Matrix? inputs, Matrix? weights, ImmutableArray<Expression>? bias, bool binary)
    {
        _scores = scores;
        _inputs = inputs;
        _weights = weights;
        _bias = bias;
        _binary = binary;
    }

    public int Examples => (_scores ?? _inputs!).RowCount;

    public int Classes => _scores?.ColumnCount ?? (_binary ? 1 : _weights!.RowCount);

    public bool HasBias => _bias is not null;

    /// <returns>Null, with a problem, where something is wrong or missing.</returns>
    public static LinearScores? Read(ObjectReader inputs, TableReader tables, bool binary)
    {
        var (scores, values, weights) = (Rows("scores"), Rows("inputs"), Rows("weights"));
        var bias = inputs.Node("bias") is { } node ? tables.ReadVector(node) : null;
        if (inputs.Node("scores") is not null == inputs.Node("inputs") is not null)
            return Wrong(inputs.Place, inputs.Node("scores") is null ? "There are no scores." : "There are both \"scores\" and \"inputs\".", "Write \"scores\": [ … ], or \"inputs\" and \"weights\" of a linear model.");
        if (scores is not null)
        {
            if (bias is not null)
                return Wrong(inputs.PlaceOf("bias"), "There is a bias, and the scores are given.", "Leave it out, or write \"inputs\" instead of \"scores\".");
            return binary && scores.ColumnCount != 1 ? Wrong(inputs.PlaceOf("scores"), $"The scores have {scores.ColumnCount} columns, and there are labels.", "Write one number an example.") : new(scores, null, weights, null, binary);
        }

        if (values is null)
            return null;
        if (weights is null)
            return inputs.Node("weights") is null ? Wrong(inputs.PlaceOf("inputs"), "There are inputs, and no weights.", "Add \"weights\": [ … ].") : null;
        var (width, classes) = binary ? (weights.RowCount, 1) : (weights.ColumnCount, weights.RowCount);
        if (binary && weights.ColumnCount != 1)
            return Wrong(inputs.PlaceOf("weights"), "The weights are rows, and there are labels.", "Write one number an input.");
        if (width != values.ColumnCount)
            return Wrong(inputs.PlaceOf("weights"), $"There are weights for {width} inputs, and {values.ColumnCount} inputs come in.", binary ? "Write one number an input." : "Write a row a class and a column an input.");
        return bias is { } given && given.Length != classes ? Wrong(inputs.PlaceOf("bias"), $"\"bias\" has {given.Length} numbers, and there are {classes} scores.", "Write one a score.") : new(null, values, weights, bias, binary);

        Matrix? Rows(string key) => inputs.Node(key) is { } table ? tables.ReadMatrix(table) : null;

        LinearScores? Wrong(CasePlace place, string problem, string advice)
        {
            inputs.Problems.Add(place, problem, advice);
            return null;
        }
    }

    public void AddTo(WorksheetBuilder worksheet)
    {
        if (_inputs is not null)
            worksheet.Add("inputs", _inputs, "inputs");
        if (_weights is not null)
            worksheet.Add("weights", _weights, "weights");
        if (_bias is { } bias)
            worksheet.Add("bias", TableReader.Column(bias), "bias");
        if (_scores is not null)
            worksheet.Add("scores", _scores, "scores");
        else
            worksheet.Add("scores", $"inputs*{(_binary ? "weights" : "transpose(weights)")}{(_bias is null ? "" : " + transpose(bias)")}", "scores");
    }
}
