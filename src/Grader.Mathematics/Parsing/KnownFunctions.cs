using System.Collections.Frozen;

namespace Grader.Mathematics;

/// <summary>The functions that can be written as a word or a command, and the name each goes by in <see cref="Call"/>.</summary>
internal static class KnownFunctions
{
    private static readonly FrozenDictionary<string, string> Table = Build().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Lists = "max min gcd lcm mean sum argmax argmin".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Unbracketed =
        "sin cos tan sec csc cot asin acos atan asec acsc acot sinh cosh tanh coth sech csch asinh acosh atanh ln log log2 log10 exp det trace rank arg re im sign erf vec diag dim max min argmax argmin".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static string? Canonical(string name) => Table.GetValueOrDefault(name);

    /// <summary>The function that a name before a bracket is in the case language.</summary>
    public static string? InCases(string name) => name switch
    {
        "and" or "or" or "not" or "row" or "column" or "length" or "prod" => name,
        "product" => "prod",
        _ => Canonical(name),
    };

    public static bool TakesList(string name) => Lists.Contains(name);

    /// <summary>Functions whose argument may follow without brackets: <c>\sin x</c>.</summary>
    public static bool MayLackBrackets(string canonical) => Unbracketed.Contains(canonical);

    /// <summary>The inverse that <c>f^{-1}</c> means, or null.</summary>
    public static string? Inverse(string canonical) => canonical switch
    {
        "sin" or "cos" or "tan" or "sec" or "csc" or "cot" or "sinh" or "cosh" or "tanh" => "a" + canonical,
        "asin" or "acos" or "atan" or "asinh" or "acosh" or "atanh" => canonical[1..],
        "ln" => "exp",
        "exp" => "ln",
        _ => null,
    };

    private static Dictionary<string, string> Build()
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in "sqrt floor ceil abs ln log exp sin cos tan sec csc cot asin acos atan asec acsc acot sinh cosh tanh coth sech csch asinh acosh atanh max min gcd lcm round sum mean log2 log10 norm det trace rank sign transpose factorial binomial erf argmax argmin sigmoid softmax relu vec diag dim arg re im cbrt var std if plusminus minusplus union intersection setminus hadamard modulo derivative conjugate root ratio kronecker cases setbuilder congruent subscript index limit softplus".Split(' '))
            table[name] = name;
        foreach (var pair in "arcsin asin,arccos acos,arctan atan,arcsec asec,arccsc acsc,arccot acot,arcsinh asinh,arccosh acosh,arctanh atanh,arsinh asinh,arcosh acosh,artanh atanh,cosec csc,lg log10,ld log2,tr trace,sgn sign,Tr trace,ceiling ceil,Max max,Min min,Re re,Im im,ReLU relu,tg tan,ctg cot,arctg atan,sen sin,mod modulo,average mean,comb binomial,transp transpose,argmin argmin,std std".Split(','))
            table[pair.Split(' ')[0]] = pair.Split(' ')[1];
        return table;
    }
}
