using System.Numerics;

namespace Grader.Mathematics;

/// <summary>Formulas with the imaginary unit and irrational functions, at points in complex doubles; equal only where fourteen digits agree at every one.</summary>
internal sealed class ComplexEquality(PointBudget budget)
{
    private const double Apart = 1e-9;
    private const double Together = 1e-13;

    public Decision Decide(Expression gold, Expression answer, SymbolRoles roles)
    {
        var points = roles.Names.All(static name => name == "i") ? 1 : 8;
        var agreed = 0;
        for (var point = 0; point < points; point++)
        {
            var seed = (ulong)point;
            var evaluation = new PointEvaluation<Complex>(new ComplexEngine(name => At(name, seed, roles)), budget);
            var one = evaluation.Evaluate(gold, out var left);
            var other = evaluation.Evaluate(answer, out var right);
            if (one is PointStatus.OverBudget || other is PointStatus.OverBudget)
                return Decision.Undecided("budget spent");
            if (one != PointStatus.Value || other != PointStatus.Value)
                continue;
            var scale = Math.Max(left.Magnitude, right.Magnitude);
            var distance = (left - right).Magnitude;
            if (distance > Apart * scale)
                return Decision.Different("complex points", $"{ToText(left)} and {ToText(right)}");
            if (distance > Together * scale)
                return Decision.Undecided("too close to tell");
            agreed++;
        }

        return agreed >= Math.Min(points, 4) ? Decision.Equal("complex points") : Decision.Undecided("too few points with a value");
    }

    /// <summary>Seven digits; a part that is nothing beside the other is not written.</summary>
    private static string ToText(Complex value)
    {
        var (real, imaginary) = (value.Real, value.Imaginary);
        if (Math.Abs(imaginary) <= Together * Math.Abs(real))
            return $"{real:G7}";
        var sign = imaginary < 0 ? "-" : "+";
        return Math.Abs(real) <= Together * Math.Abs(imaginary) ? $"{imaginary:G7}i" : $"{real:G7} {sign} {Math.Abs(imaginary):G7}i";
    }

    private static double At(string name, ulong seed, SymbolRoles roles) =>
        roles.WholeValue(name, seed + 50) is { } whole ? (double)(1 + whole.Numerator % 7) : (1 + PrimeField.Hash(name, seed + 0xC0) % 96) / 41.0;
}
