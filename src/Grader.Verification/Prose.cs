namespace Grader.Verification;

/// <summary>What students write between their answers.</summary>
internal static class Prose
{
    /// <summary>Of a part that asks something, what stands before its answers.</summary>
    public static readonly IReadOnlyList<Func<string, string?>> Options =
    [
        static _ => null,
        static _ => "I worked this out by hand and checked it afterwards.",
        static asked => asked.Length == 0 ? null : $"> {asked.ReplaceLineEndings(" ")}",
        static asked => asked.Length == 0 ? null : $"*{asked.ReplaceLineEndings(" ")}*",
        static _ => "Hier ist meine Rechnung.",
        static _ => "We use the formula from the lecture.",
        static _ => "![my notes](notes.png)",
    ];
}
