using System.Text;

namespace Grader.Mathematics;

/// <summary>Names as LaTeX writes them: <c>\hat{y}_{11}</c> for <c>y_hat_11</c>.</summary>
internal static class LatexNames
{
    public static string Of(string name)
    {
        switch (name)
        {
            case "infinity":
                return "\\infty";
            case "emptyset":
                return "\\emptyset";
            case "Reals" or "Rationals" or "Integers" or "Naturals" or "Complexes":
                return $"\\mathbb{{{(name == "Integers" ? 'Z' : name[0])}}}";
            case "…":
                return "\\cdots";
        }

        if (name.Contains("/d") && name[0] == 'd')
            return Derivative(name);
        var parts = name.Split('_');
        if (parts[0].Length == 0)
            return $"\\text{{{name}}}";
        var primes = parts[0].Length - parts[0].TrimEnd('\'').Length;
        var text = new StringBuilder(Base(parts[0][..^primes]));
        var scripts = new StringBuilder();
        foreach (var part in parts.AsSpan(1))
        {
            if (part is "hat" or "tilde" or "bar" or "vec" or "dot" or "ddot" && scripts.Length == 0)
                text.Insert(0, $"\\{part}{{").Append('}');
            else
                scripts.Append("_{").Append(part.Trim('{', '}')).Append('}');
        }

        return text.Append('\'', primes).Append(scripts).ToString();
    }

    private static string Base(string name)
    {
        var layer = name.IndexOf("^[", StringComparison.Ordinal);
        if (layer > 0)
            return $"{Base(name[..layer])}^{{{name[(layer + 1)..]}}}";
        if (name.Length == 1)
            return name;
        return GreekLetters.IsName(name) ? "\\" + name + " " : $"\\text{{{name}}}";
    }

    private static string Derivative(string name)
    {
        var slash = name.IndexOf("/d", StringComparison.Ordinal);
        var below = name[(slash + 2)..].Split('d').Select(static part => "\\partial " + WithOrder(part));
        return $"\\frac{{\\partial {WithOrder(name[1..slash])}}}{{{string.Concat(below)}}}";
    }

    private static string WithOrder(string name)
    {
        if (name.StartsWith('^') && name.Length > 2)
            return $"^{{{name[1]}}}{Of(name[2..])}";
        var caret = name.IndexOf('^');
        return caret > 0 ? $"{Of(name[..caret])}^{{{name[(caret + 1)..]}}}" : Of(name);
    }

    public static string Function(string name) => name switch
    {
        "asin" or "acos" or "atan" => "\\arc" + name[1..],
        "sin" or "cos" or "tan" or "sec" or "csc" or "cot" or "sinh" or "cosh" or "tanh" or "coth" or "ln" or "log" or "exp" or "max" or "min" or "gcd" or "det" => "\\" + name,
        _ when name.Length == 1 => name,
        _ => $"\\operatorname{{{name}}}",
    };
}
