namespace Grader.Mathematics;

/// <summary>One string for each short word, so that reading a formula allocates no names.</summary>
internal static class WordTexts
{
    private static readonly string[] Letters = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    public static string Intern(ReadOnlySpan<char> word) => word.Length == 1 && word[0] < 128 ? Letters[word[0]] : word.ToString();

    public static string Letter(char letter) => letter < 128 ? Letters[letter] : letter.ToString();
}
