namespace Grader.Fuzzing.Driving;

/// <summary>Makes an input smaller while it shows the same: halves are left out, quarters, at last single bytes.</summary>
internal static class Shrinking
{
    /// <param name="mostTries">Bounds the time.</param>
    public static byte[] Shrink(byte[] input, Func<byte[], bool> showsTheSame, int mostTries)
    {
        var tries = 0;
        for (var chunk = Math.Max(1, input.Length / 2); chunk > 0 && tries < mostTries;)
        {
            var before = input.Length;
            for (var at = 0; at < input.Length && tries < mostTries;)
            {
                byte[] smaller = [.. input.AsSpan(0, at), .. input.AsSpan(Math.Min(input.Length, at + chunk))];
                tries++;
                if (showsTheSame(smaller))
                    input = smaller;
                else
                    at += chunk;
            }
            // What could not go may go once others have gone.
            if (chunk > 1 || input.Length == before)
                chunk /= 2;
        }
        return input;
    }
}
