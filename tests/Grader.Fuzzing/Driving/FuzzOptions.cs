using System.Globalization;

namespace Grader.Fuzzing.Driving;

/// <param name="Count">Inputs in all.</param>
/// <param name="Jobs">Threads. The same options find the same inputs.</param>
/// <param name="Corpus">A folder of one's own, from which parents are read besides those checked in, and to which new ones are added; null for none.</param>
internal sealed record FuzzOptions(long Count, int Seed, int Jobs, string? Corpus)
{
    /// <exception cref="FormatException">An argument is none of these.</exception>
    public static FuzzOptions Read(ReadOnlySpan<string> arguments)
    {
        var options = new FuzzOptions(100_000, 1, 1, null);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (char.IsAsciiDigit(arguments[i].FirstOrDefault()))
            {
                options = options with { Count = long.Parse(arguments[i], CultureInfo.InvariantCulture) };
                continue;
            }
            var value = i + 1 < arguments.Length ? arguments[i + 1] : throw new FormatException($"{arguments[i]}: a value is missing. Write [COUNT] [--seed N] [--jobs N] [--corpus DIR].");
            options = arguments[i++] switch
            {
                "--seed" => options with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
                "--jobs" => options with { Jobs = Math.Clamp(int.Parse(value, CultureInfo.InvariantCulture), 1, 64) },
                "--corpus" => options with { Corpus = value },
                var other => throw new FormatException($"{other}: there is no such option. Write [COUNT] [--seed N] [--jobs N] [--corpus DIR]."),
            };
        }
        return options;
    }
}
