using System.Globalization;
using Grader.Mathematics;
using TorchSharp;

namespace Grader.Training.SecondOpinion;

/// <summary>The value of a quantity as doubles, row-major, with their shape; symbols have numbers.</summary>
internal sealed record WorksheetNumbers(long[] Shape, double[] Numbers, string[] Written, bool[] AreExact)
{
    public double Largest => Numbers.Select(Math.Abs).Where(double.IsFinite).DefaultIfEmpty(0).Max();

    /// <exception cref="UnknownFormulaException">A symbolic value that the second evaluator does not read.</exception>
    public static WorksheetNumbers Of(Value value, SymbolNumbers symbols)
    {
        var entries = value is Tensor tensor ? tensor.Entries.Items : [value];
        return new(
            value is Tensor shaped ? [.. shaped.Shape.Items.Select(length => (long)length)] : [],
            [.. entries.Select(entry => Number(entry, symbols))],
            [.. entries.Select(Text)],
            [.. entries.Select(entry => entry is Exact or Truth)]);
    }

    private static double Number(Value entry, SymbolNumbers symbols) => entry switch
    {
        Exact exact => exact.Number.ToDouble(),
        Approximate approximate => approximate.Number,
        Truth truth => truth.Holds ? 1 : 0,
        Symbolic symbolic => FormulaText.Evaluate(symbolic.Expression.ToString()!, symbols.Of).ToDouble(),
        _ => throw new UnknownFormulaException("a table of tables"),
    };

    private static string Text(Value entry) => entry switch
    {
        Exact exact => exact.Number.ToString(),
        Approximate approximate => approximate.Number.ToString("R", CultureInfo.InvariantCulture),
        Symbolic symbolic => symbolic.Expression.ToString()!,
        Truth truth => truth.Holds ? "true" : "false",
        _ => "",
    };
}
