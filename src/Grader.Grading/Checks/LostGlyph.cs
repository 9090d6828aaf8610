namespace Grader.Grading.Checks;

/// <summary>Whether a converter's loss of one character explains a difference: 1 for 11, 29491 for 294912, 5 for −5.</summary>
internal static class LostGlyph
{
    public static bool Explains(string expected, string found)
    {
        if (found.Length != expected.Length - 1 || found.Length == 0)
            return false;
        var same = 0;
        while (same < found.Length && found[same] == expected[same])
            same++;
        return expected.AsSpan(same + 1).SequenceEqual(found.AsSpan(same));
    }
}
