namespace Grader.Verification;

/// <summary>Numbers that look drawn, the same for the same seed on every machine and in every version of .NET: SplitMix64.</summary>
public sealed class Draws(ulong seed)
{
    private ulong _state = seed;

    /// <returns>0 to <paramref name="count"/> − 1.</returns>
    public int Below(int count) => (int)(((UInt128)Next() * (ulong)count) >> 64);

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
