using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Grader.Classroom.Shards;

namespace Grader.Classroom.Runs;

/// <summary>What a run was made of, but for the bytes of the submissions, which each result names: equal inputs give equal results.</summary>
/// <param name="Assignment">Its id.</param>
/// <param name="Key">SHA-256 of its files.</param>
/// <param name="Grader">Version of the program.</param>
/// <param name="Converters">SHA-256 of what <c>grader.json</c> says of converters; empty where there are none.</param>
/// <param name="Roster">SHA-256 of the roster; empty where there is none.</param>
/// <param name="Submissions">How many stand in the class's folder.</param>
/// <param name="Names">SHA-256 of their names.</param>
/// <param name="Shard">Which of them this run grades; null for all.</param>
public sealed record RunInputs(string Assignment, string Key, string Grader, string Converters, string Roster, int Submissions, string Names, Shard? Shard)
{
    public static string HashOf(IEnumerable<string> names) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', names))));

    /// <summary>What differs, a sentence each.</summary>
    public IEnumerable<string> DifferencesFrom(RunInputs earlier)
    {
        if (Assignment != earlier.Assignment)
            yield return $"it grades {earlier.Assignment}, and {Assignment} was asked for";
        else if (Key != earlier.Key)
            yield return $"the files of {Assignment} have changed (their hash was {Short(earlier.Key)}, and is {Short(Key)})";
        if (Grader != earlier.Grader)
            yield return $"it was graded by Grader {earlier.Grader}, and this is {Grader}";
        if (Converters != earlier.Converters)
            yield return "the converters in grader.json have changed";
        if (Roster != earlier.Roster)
            yield return earlier.Roster.Length == 0 ? "it was graded without a roster" : Roster.Length == 0 ? "it was graded with a roster, and none was given" : "the roster has changed";
        if (Submissions != earlier.Submissions)
            yield return string.Create(CultureInfo.InvariantCulture, $"there were {earlier.Submissions} submissions, and are {Submissions}");
        else if (Names != earlier.Names)
            yield return "the names of the submissions have changed";
        if (Shard != earlier.Shard)
            yield return $"it is {(earlier.Shard is { } before ? $"shard {before}" : "the whole class")}, and {(Shard is { } now ? $"shard {now}" : "the whole class")} was asked for";
    }

    private static string Short(string hash) => hash.Length > 8 ? hash[..8] : hash;
}
