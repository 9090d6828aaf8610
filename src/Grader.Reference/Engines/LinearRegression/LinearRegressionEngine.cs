using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.LinearRegression;

/// <summary>
/// Least squares by the normal equations, exact: weights = (XᵀX + λ I)⁻¹ Xᵀ y. With an intercept, X gets a first column of ones; the intercept is not shrunk unless the case
/// says that it is.
/// </summary>
internal sealed class LinearRegressionEngine : IEngine
{
    private const int MostColumns = 6;

    private static readonly CaseShape Shape = new("linear-regression", "Linear or ridge regression by the normal equations.", [
        new("name", true, """{ "const": "linear-regression" }""", "The engine."),
        new("inputs", true, CaseValues.Table, "A row an example, a column a feature."),
        new("targets", true, CaseValues.Table, "A number an example."),
        new("intercept", false, YesNo, "A first column of ones is put before the features; true unless said."),
        new("ridge", false, InputNumber, "Lambda; 0 unless said."),
        new("shrinkIntercept", false, YesNo, "Lambda counts for the intercept too; false unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("inputs") is not { } inputsNode || inputs.Node("targets") is not { } targetsNode || tables.ReadMatrix(inputsNode) is not { } features || tables.ReadVector(targetsNode) is not { } targets)
            return;
        var intercept = inputs.Truth("intercept", true);
        var ridge = inputs.Rational("ridge");
        var columns = features.ColumnCount + (intercept ? 1 : 0);
        if (targets.Length != features.RowCount)
            inputs.Problems.Add(targetsNode.Place, $"There are {targets.Length} targets, and {features.RowCount} examples.", "Write one an example.");
        if (columns > MostColumns)
            inputs.Problems.Add(inputsNode.Place, $"There are {columns} weights.", $"Ask for at most {MostColumns}: more is no hand calculation.");
        if (ridge.Sign < 0)
            inputs.Problems.Add(inputs.PlaceOf("ridge"), $"\"ridge\" is {ridge}.", "Write 0 or more.");
        if (targets.Length != features.RowCount || columns > MostColumns)
            return;

        worksheet.Add("X", intercept ? new(features.Rows.Items.Select(row => Sequence.Create([new Number(1), .. row.Items])).ToSequence()) : features, "design matrix");
        worksheet.Add("y", TableReader.Column(targets), "targets");
        worksheet.Add("gram", "transpose(X)*X", "X^T X");
        worksheet.Add("moment", "transpose(X)*y", "X^T y");
        var shrunk = inputs.Truth("shrinkIntercept", false) || !intercept;
        if (!ridge.IsZero)
        {
            worksheet.Add("lambda", ridge, "lambda");
            worksheet.Add("penalty", Penalty(columns, shrunk), "what ridge regression adds to X^T X");
        }

        worksheet.Add("weights", ridge.IsZero ? "gram^(-1)*moment" : "(gram + penalty)^(-1)*moment", intercept ? "weights, the intercept first" : "weights");
        worksheet.Add("predictions", "X*weights", "predictions");
        worksheet.Add("residuals", "y - predictions", "residuals");
        worksheet.Add("squaredError", "sum(residuals^2)", "sum of squared residuals");
        worksheet.Add("meanSquaredError", $"squaredError/{features.RowCount}", "mean of squared residuals");

        if (!ridge.IsZero)
        {
            worksheet.Mistake("ridge-left-out", "Left out lambda.").At("", ("weights", "gram^(-1)*moment"));
            worksheet.Mistake("ridge-subtracted", "Subtracted lambda from the diagonal.").At("", ("weights", "(gram - penalty)^(-1)*moment"));
            worksheet.Mistake("ridge-times-examples", "Multiplied lambda by the number of examples, as for a mean of squares; here the squares are summed.").At("", ("weights", $"(gram + {features.RowCount}*penalty)^(-1)*moment"));
            if (intercept)
                worksheet.Mistake(shrunk ? "intercept-not-shrunk" : "intercept-shrunk", shrunk ? "Left lambda out for the intercept." : "Let lambda count for the intercept too.").At("", ("penalty", Penalty(columns, !shrunk)));
        }

        if (intercept && features.ColumnCount == 1)
            AddLineMistakes(worksheet, features, ridge);
        worksheet.Mistake("residuals-not-squared", "Summed absolute residuals instead of squares.").At("", ("squaredError", "sum(abs(residuals))"));
        worksheet.Mistake("mean-not-taken", "Gave the sum of squared residuals, not their mean.").At("", ("meanSquaredError", "squaredError"));
        worksheet.Mistake("root-taken", "Took the root of the mean squared error.").At("", ("meanSquaredError", $"sqrt(squaredError/{features.RowCount})"));
        if (features.RowCount > columns)
            worksheet.Mistake("divided-by-degrees-of-freedom", "Divided by the number of examples less that of the weights, as to estimate the noise; the mean divides by the number of examples.").At("", ("meanSquaredError", $"squaredError/{features.RowCount - columns}"));
    }

    /// <summary>Mistakes of a line through points in a plane.</summary>
    private static void AddLineMistakes(WorksheetBuilder worksheet, Matrix features, Rational ridge)
    {
        var examples = features.RowCount;
        var solution = ridge.IsZero ? "gram^(-1)*moment" : "(gram + penalty)^(-1)*moment";
        var mean = $"({string.Join(" + ", Enumerable.Range(1, examples).Select(example => Entry("x", example)))})/{examples}";
        worksheet.Mistake("intercept-sign", "Added slope times mean to the mean of the targets; the intercept subtracts it.").At("", ("weights", EntryFormulas.Column(2, row => row == 1
            ? $"mean(y) + index({solution}, 2, 1)*{mean}"
            : $"index({solution}, 2, 1)")));
        if (!ridge.IsZero)
            return;
        worksheet.Mistake("through-the-origin", "Fitted a line through the origin, without an intercept.").At("", ("weights", EntryFormulas.Column(2, row => row == 1 ? "0" : $"({Products("x", "y")})/({Products("x", "x")})")));
        // The slope of x on y, and the intercept that goes with it.
        var slope = $"(({Products("x", "y")}) - {examples}*{mean}*mean(y))/(({Products("y", "y")}) - {examples}*mean(y)^2)";
        worksheet.Mistake("roles-swapped", "Predicted the inputs from the targets.").At("", ("weights", EntryFormulas.Column(2, row => row == 1 ? $"{mean} - {slope}*mean(y)" : slope)));

        string Entry(string variable, int example) => variable == "x" ? EntryNames.Of("X", example, 2, examples, 2) : EntryNames.Of("y", example);

        string Products(string left, string right) => string.Join(" + ", Enumerable.Range(1, examples).Select(example => $"{Entry(left, example)}*{Entry(right, example)}"));
    }

    private static Matrix Penalty(int columns, bool first) => EntryFormulas.Table(columns, columns, (row, column) => row == column && (first || row > 1) ? "lambda" : "0");
}
