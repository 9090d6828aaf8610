using System.Text.RegularExpressions;
using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Diagnosis;

/// <summary>The sentence of a known mistake, as an instructor and as a student may read it: an author may have written a right value into it.</summary>
internal static partial class MistakeSay
{
    public static Said Of(Mistake mistake, Worksheet key)
    {
        if (!Numeral().IsMatch(mistake.Say))
            return mistake.Say;
        var given = Values(key, isGiven: true);
        var right = Values(key, isGiven: false);
        return new(mistake.Say, Numeral().Replace(mistake.Say, numeral => right.Contains(Plain(numeral.Value)) && !given.Contains(Plain(numeral.Value)) ? "…" : numeral.Value));
    }

    /// <summary>What a question gives, or what is computed from it.</summary>
    private static HashSet<string> Values(Worksheet key, bool isGiven) =>
        [.. key.Quantities.Items.Where(quantity => IsGiven(quantity.Formula) == isGiven).SelectMany(quantity => Numbers(key[quantity.Name].Value)).Select(ValuePrinter.Print)];

    private static bool IsGiven(Expression formula) => formula is Number or Matrix;

    private static IEnumerable<Rational> Numbers(Value? value) => value switch
    {
        Exact exact => [exact.Number, exact.Number * 100],
        Tensor tensor => tensor.Entries.Items.OfType<Exact>().Select(entry => entry.Number),
        _ => [],
    };

    private static string Plain(string numeral)
    {
        var digits = numeral.Replace(",", "", StringComparison.Ordinal);
        return digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits;
    }

    /// <summary>One digit says nothing: steps and powers are written with it.</summary>
    [GeneratedRegex(@"(?<![\w.])\d[\d,]*\d(?:\.\d+)?(?![\w])|(?<![\w.])\d\.\d+(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Numeral();
}
