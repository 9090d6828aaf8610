namespace Grader.Mathematics;

/// <summary>The names of Greek letters, and the letters of the names.</summary>
public static class GreekLetters
{
    private const string Letters = "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩ∇ϵϑϕϱϖς";

    private static readonly string[] Names =
        ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega nabla"
        + " epsilon theta phi rho pi sigma").Split(' ');

    private static readonly HashSet<string> Known = new(Names, StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string? NameOf(char letter)
    {
        if (letter < 0x80)
            return null;
        var index = Letters.IndexOf(letter);
        return index < 0 ? null : Names[index];
    }

    public static bool IsName(ReadOnlySpan<char> word) => Lookup.Contains(word);

    public static char? LetterOf(string name)
    {
        var index = Array.IndexOf(Names, name);
        return index < 0 ? null : Letters[index];
    }
}
