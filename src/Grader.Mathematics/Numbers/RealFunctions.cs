namespace Grader.Mathematics;

/// <summary>Functions in doubles.</summary>
internal static class RealFunctions
{
    /// <summary>The value, NaN outside the domain; null where the function is not known.</summary>
    public static double? Apply(string function, ReadOnlySpan<double> arguments) => arguments switch
    {
        [var x] => OfOne(function, x),
        [var x, var y] => OfTwo(function, x, y),
        _ => null,
    };

    private static double? OfOne(string function, double x) => function switch
    {
        "sqrt" => Math.Sqrt(x),
        "cbrt" => Math.Cbrt(x),
        "abs" or "norm" => Math.Abs(x),
        "floor" => Math.Floor(x),
        "ceil" => Math.Ceiling(x),
        "round" => Math.Round(x, MidpointRounding.AwayFromZero),
        "sign" => Math.Sign(x),
        "exp" => Math.Exp(x),
        "ln" or "log" => x > 0 ? Math.Log(x) : double.NaN,
        "log2" => x > 0 ? Math.Log2(x) : double.NaN,
        "log10" => x > 0 ? Math.Log10(x) : double.NaN,
        "sin" => Math.Sin(x),
        "cos" => Math.Cos(x),
        "tan" => Math.Tan(x),
        "sec" => 1 / Math.Cos(x),
        "csc" => 1 / Math.Sin(x),
        "cot" => 1 / Math.Tan(x),
        "asin" => Math.Asin(x),
        "acos" => Math.Acos(x),
        "atan" => Math.Atan(x),
        "asec" => Math.Acos(1 / x),
        "acsc" => Math.Asin(1 / x),
        "acot" => Math.PI / 2 - Math.Atan(x),
        "sinh" => Math.Sinh(x),
        "cosh" => Math.Cosh(x),
        "tanh" => Math.Tanh(x),
        "coth" => 1 / Math.Tanh(x),
        "sech" => 1 / Math.Cosh(x),
        "csch" => 1 / Math.Sinh(x),
        "asinh" => Math.Asinh(x),
        "acosh" => Math.Acosh(x),
        "atanh" => Math.Atanh(x),
        "sigmoid" => 1 / (1 + Math.Exp(-x)),
        "softplus" => Math.Log(1 + Math.Exp(x)),
        "relu" => Math.Max(x, 0),
        "re" or "conjugate" => x,
        _ => null,
    };

    private static double? OfTwo(string function, double x, double y) => function switch
    {
        "log" => Math.Log(x) / Math.Log(y),
        "root" => Math.Pow(x, 1 / y),
        "max" => Math.Max(x, y),
        "min" => Math.Min(x, y),
        "ratio" => x / y,
        "round" => Math.Round(x, (int)y, MidpointRounding.AwayFromZero),
        "modulo" => x - y * Math.Floor(x / y),
        "atan2" => Math.Atan2(x, y),
        _ => null,
    };
}
