namespace Grader.Mathematics;

/// <summary>The points at which real values are compared: inside (0, 1), above 1, of mixed and of negative signs, and far out: functions have their domains and branches there.</summary>
internal static class RealPoints
{
    public const int Count = 12;

    /// <param name="positive">Names stand for positive numbers.</param>
    public static Rational At(string name, ulong seed, SymbolRoles roles, bool positive)
    {
        if (IsIndex(name) && roles.WholeValue(name, seed + 50) is { } whole)
            return 1 + (whole.Numerator % 7);
        var hash = PrimeField.Hash(name, seed + 0xBA11);
        var fraction = Rational.Of(1 + (long)(hash % 96), 97);
        var negative = ((hash >> 20) & 1) == 1;
        var value = seed switch
        {
            0 or 7 => fraction,
            1 => 1 + fraction * 2,
            2 => negative ? -fraction : fraction,
            3 => fraction * 6,
            4 => negative ? -1 - fraction * 3 : 1 + fraction * 3,
            5 => -fraction * 3,
            6 => 10 + fraction * 40,
            // Far out on both sides, whatever the name: |x + 50| is x + 50 everywhere else, min(x, 1500) is x.
            9 => -500 - fraction * 1000,
            10 => negative ? -3000 - fraction * 4000 : 2000 + fraction * 4000,
            11 => -At(name, 10, roles, positive: false),
            _ => negative ? -fraction * 9 : fraction * 9,
        };
        return positive ? Rational.Abs(value) : value;
    }

    private static bool IsIndex(string name) => name is "n" or "m" or "k" or "i" or "j" or "N" or "K" or "M" or "l" or "t";
}
