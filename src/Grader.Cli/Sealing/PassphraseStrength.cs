namespace Grader.Cli.Sealing;

/// <summary>
/// Whether a passphrase is surely too weak: one that is tried on a stolen file, not at a login. Counts different groups of three characters, of which a repeated word has no
/// new ones; rows of a keyboard, runs of letters and digits, and repeated characters do not count at all. What passes may still be weak; a random key never is.
/// </summary>
internal static class PassphraseStrength
{
    private const int LeastCharacters = 20;
    private const int LeastGroups = 15;
    private const string Rows = "qwertyuiopasdfghjklzxcvbnm";

    public static bool IsWeak(string passphrase)
    {
        var text = passphrase.ToLowerInvariant();
        var groups = Enumerable.Range(0, Math.Max(0, text.Length - 2)).Select(start => text.Substring(start, 3)).Where(group => !IsRun(group)).Distinct(StringComparer.Ordinal);
        return text.Length < LeastCharacters || groups.Count() < LeastGroups;
    }

    private static bool IsRun(string group)
    {
        var (first, second) = (group[1] - group[0], group[2] - group[1]);
        return (first == second && first is >= -1 and <= 1) || Rows.Contains(group, StringComparison.Ordinal) || Rows.Contains(new string([group[2], group[1], group[0]]), StringComparison.Ordinal);
    }
}
