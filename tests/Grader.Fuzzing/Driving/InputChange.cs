using System.Text;

namespace Grader.Fuzzing.Driving;

/// <summary>Makes an input of one or two parents: a few places cut, doubled, moved, filled with what the reader knows or with noise.</summary>
/// <param name="pieces">What means something to the reader.</param>
internal sealed class InputChange(IEnumerable<string> pieces, Random random)
{
    private const int Typical = 300;
    private const int Large = 20_000;
    private const int LargeOneIn = 500;

    private static readonly byte[][] Numbers =
        [.. new[] { "0", "1", "-1", "2", "7", "100", "0.5", ".5", "1e9", "1e-9", "1e308", "2147483647", "2147483648", "9223372036854775808", "99999999999999999999", "1/3", "NaN", "1,5", "1,000", "" }.Select(Encoding.UTF8.GetBytes)];

    private readonly byte[][] _pieces = [.. pieces.Select(Encoding.UTF8.GetBytes)];

    public byte[] Make(IReadOnlyList<byte[]> parents)
    {
        var parent = Pick(parents);
        var input = parent;
        var isLarge = random.Next(LargeOneIn) == 0;
        for (var changes = 1 + (int)Math.Min(7, -Math.Log2(1 - random.NextDouble())); changes > 0; changes--)
            input = Once(input, parents, isLarge);
        var most = isLarge ? Large : Math.Max(Typical, parent.Length + 100);
        return input.Length > most ? input[..most] : input;
    }

    /// <summary>The latest are picked more often: what is new has been tried least.</summary>
    private byte[] Pick(IReadOnlyList<byte[]> parents) =>
        parents[random.Next(4) == 0 ? Math.Max(0, parents.Count - 1 - random.Next(50)) : random.Next(parents.Count)];

    private byte[] Once(byte[] input, IReadOnlyList<byte[]> parents, bool isLarge)
    {
        var (at, length) = Range(input);
        switch (random.Next(isLarge ? 13 : 12))
        {
            case 0:
                return Replace(input, at, length, []);
            case 1:
                return Replace(input, at, 0, input.AsSpan(at, length));
            case 2:
                return Replace(input, random.Next(input.Length + 1), 0, input.AsSpan(at, length));
            case 3 or 4:
                return Replace(input, at, 0, _pieces[random.Next(_pieces.Length)]);
            case 5:
                return Replace(input, at, length, _pieces[random.Next(_pieces.Length)]);
            case 6:
                return Replace(input, at, 0, [(byte)random.Next(32, 127)]);
            case 7:
                return Flipped(input);
            case 8:
                return OtherNumber(input, at);
            case 9:
                var other = Pick(parents);
                var (from, taken) = Range(other);
                return Replace(input, at, random.Next(2) == 0 ? 0 : length, other.AsSpan(from, taken));
            case 10:
                other = Pick(parents);
                return [.. input.AsSpan(0, random.Next(input.Length + 1)), .. other.AsSpan(random.Next(other.Length + 1))];
            case 11:
                return Lines(input);
            default:
                return Repeated(input, at, length);
        }
    }

    private (int At, int Length) Range(byte[] input)
    {
        var at = random.Next(input.Length + 1);
        return (at, Math.Min(random.Next(4) == 0 ? random.Next(64) : random.Next(8), input.Length - at));
    }

    private byte[] Flipped(byte[] input)
    {
        if (input.Length == 0)
            return input;
        var flipped = (byte[])input.Clone();
        for (var flips = random.Next(1, 4); flips > 0; flips--)
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private byte[] OtherNumber(byte[] input, int at)
    {
        var found = input.AsSpan(at).IndexOfAnyInRange((byte)'0', (byte)'9');
        if (found < 0)
            return input;
        var end = at + found;
        while (end < input.Length && char.IsAsciiDigit((char)input[end]))
            end++;
        return Replace(input, at + found, end - at - found, Numbers[random.Next(Numbers.Length)]);
    }

    private byte[] Lines(byte[] input)
    {
        var lines = new List<byte[]>();
        foreach (var range in input.AsSpan().Split((byte)'\n'))
            lines.Add(input[range]);
        var (one, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(3))
        {
            case 0:
                (lines[one], lines[other]) = (lines[other], lines[one]);
                break;
            case 1:
                lines.Insert(other, lines[one]);
                break;
            default:
                lines.RemoveAt(one);
                break;
        }
        return [.. lines.SelectMany((line, index) => index == 0 ? line : line.Prepend((byte)'\n'))];
    }

    private byte[] Repeated(byte[] input, int at, int length)
    {
        ReadOnlySpan<byte> piece = random.Next(2) == 0 || length == 0 ? _pieces[random.Next(_pieces.Length)] : input.AsSpan(at, length);
        var repeated = new byte[Math.Min(Large, piece.Length * random.Next(2, 4000))];
        for (var i = 0; i < repeated.Length; i++)
            repeated[i] = piece[i % piece.Length];
        return Replace(input, at, 0, repeated);
    }

    private static byte[] Replace(byte[] input, int at, int length, ReadOnlySpan<byte> with) => [.. input.AsSpan(0, at), .. with, .. input.AsSpan(at + length)];
}
