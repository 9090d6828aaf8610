using Grader.Mathematics;

namespace Grader.Grading.Checks;

/// <summary>How an answer compares with one worksheet: the key, or the key with a student's own values or a mistake in it.</summary>
/// <param name="Share">How much of it is right, 0 to 1, as the check gives credit.</param>
/// <param name="Detail">What differs: <c>entry (3, 3) is 1, not 11</c>; empty where nothing does.</param>
/// <param name="LostGlyph">Every difference is one character or one cell fewer than expected: what a converter loses.</param>
internal sealed record Judgement(Agreement Agreement, Rational Share, string Detail, bool LostGlyph = false)
{
    /// <summary>How many entries of an array differ; of an array of another shape, all.</summary>
    public int Differences { get; init; } = int.MaxValue;

    /// <summary>The other right quantity that the answer was compared with; empty for the check's own.</summary>
    public string Alternative { get; init; } = "";

    /// <summary>More of it right; of two that are as much, the one with less reason to call it wrong.</summary>
    public bool IsNearerThan(Judgement other) => Share == other.Share ? Doubt > other.Doubt : Share > other.Share;

    private int Doubt => Agreement == Agreement.TooCoarse ? 2 : LostGlyph ? 1 : 0;

    public static Judgement Right { get; } = new(Agreement.Agrees, Rational.One, "");

    public static Judgement Wrong(string detail, bool lostGlyph = false) => new(Agreement.Differs, Rational.Zero, detail, lostGlyph);
}
