using System.Numerics;

namespace Grader.Mathematics;

/// <summary>Complex doubles, principal values.</summary>
internal sealed class ComplexEngine(Func<string, double> values) : IPointEngine<Complex>
{
    public PointStatus Number(Rational value, out Complex result) => Checked(value.ToDouble(), out result);

    public PointStatus Symbol(string name, out Complex result)
    {
        if (name == "infinity")
        {
            result = default;
            return PointStatus.Unsupported;
        }

        return Checked(name switch { "i" => Complex.ImaginaryOne, "pi" => Math.PI, "e" => Math.E, _ => values(name) }, out result);
    }

    public Complex Negate(Complex value) => -value;

    public PointStatus Add(Complex a, Complex b, out Complex result) => Checked(a + b, out result);

    public PointStatus Multiply(Complex a, Complex b, out Complex result) => Checked(a * b, out result);

    public PointStatus Divide(Complex a, Complex b, out Complex result) => Checked(a / b, out result);

    public PointStatus Power(Complex root, Complex exponent, Expression exponentText, PointEvaluation<Complex> evaluation, out Complex result)
    {
        if (exponent.Imaginary == 0 && exponent.Real == Math.Round(exponent.Real) && Math.Abs(exponent.Real) < 64)
        {
            // Repeated products keep digits that a logarithm loses.
            result = Complex.One;
            for (var i = 0; i < Math.Abs(exponent.Real); i++)
                result *= root;
            return Checked(exponent.Real < 0 ? 1 / result : result, out result);
        }

        if (root == Complex.Zero && exponent.Real <= 0)
        {
            result = default;
            return PointStatus.Undefined;
        }

        return Checked(exponent == 0.5 ? Complex.Sqrt(root) : root == Math.E ? Complex.Exp(exponent) : Complex.Pow(root, exponent), out result);
    }

    public PointStatus Function(string function, ReadOnlySpan<Complex> arguments, out Complex result)
    {
        result = default;
        if (arguments is not [var x])
            return PointStatus.Unsupported;
        Complex? value = function switch
        {
            "sin" => Complex.Sin(x),
            "cos" => Complex.Cos(x),
            "ln" => Complex.Log(x),
            "abs" => x.Magnitude,
            "re" => x.Real,
            "im" => x.Imaginary,
            "arg" => x.Phase,
            "conjugate" or "bar" => Complex.Conjugate(x),
            "asin" => Complex.Asin(x),
            "acos" => Complex.Acos(x),
            "atan" => Complex.Atan(x),
            _ => null,
        };
        return value is { } known ? Checked(known, out result) : PointStatus.Unsupported;
    }

    public PointStatus Opaque(string kind, ReadOnlySpan<Complex> parts, out Complex result)
    {
        result = default;
        return PointStatus.Unsupported;
    }

    public PointStatus Probe(int index, out Complex result)
    {
        result = default;
        return PointStatus.Unsupported;
    }

    public PointStatus Exact(Expression expression, PointEvaluation<Complex> evaluation, out Rational result)
    {
        result = default;
        if (evaluation.Evaluate(expression, out var value) != PointStatus.Value || value.Imaginary != 0 || value.Real != Math.Round(value.Real) || Math.Abs(value.Real) > 1e9)
            return PointStatus.Unsupported;
        result = (long)value.Real;
        return PointStatus.Value;
    }

    private static PointStatus Checked(Complex value, out Complex result)
    {
        result = value;
        return double.IsFinite(value.Real) && double.IsFinite(value.Imaginary) ? PointStatus.Value : PointStatus.Undefined;
    }
}
