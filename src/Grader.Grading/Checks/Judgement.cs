using Grader.Mathematics;

namespace Grader.Grading.Checks;

/// <summary>How an answer compares with one worksheet: the key, or the key with a student's own values or a mistake in it.</summary>
/// <param name="Share">How much of it is right, 0 to 1, as the check gives credit.</param>
/// <param name="Describe">What differs, in words; asked for only where a report says it: a search compares a thousand times.</param>
internal sealed record Judgement(Agreement Agreement, Rational Share, Func<Difference> Describe)
{
    private Difference? _difference;

    public Judgement(Agreement agreement, Rational share, Said detail)
        : this(agreement, share, () => new(detail, IsLostGlyph: false))
    {
    }

    /// <summary>What differs: <c>entry (3, 3) is 1, not 11</c>; empty where nothing does.</summary>
    public Said Detail => (_difference ??= Describe()).Detail;

    /// <summary>Every difference is one character or one cell fewer than expected: what a converter loses.</summary>
    public bool LostGlyph => (_difference ??= Describe()).IsLostGlyph;

    /// <summary>How many entries of an array differ; of an array of another shape, all.</summary>
    public int Differences { get; init; } = int.MaxValue;

    /// <summary>The other right quantity that the answer was compared with; empty for the check's own.</summary>
    public string Alternative { get; init; } = "";

    /// <summary>More of it right; of two that are as much, the one with less reason to call it wrong.</summary>
    public bool IsNearerThan(Judgement other) => Share == other.Share ? Doubt > other.Doubt : Share > other.Share;

    private int Doubt => Agreement == Agreement.TooCoarse ? 2 : LostGlyph ? 1 : 0;

    public static Judgement Right { get; } = new(Agreement.Agrees, Rational.One, "");

    public static Judgement Wrong(Said detail) => new(Agreement.Differs, Rational.Zero, detail);

    public static Judgement Wrong(Func<Difference> describe) => new(Agreement.Differs, Rational.Zero, describe);
}

/// <param name="Detail">Empty where there is nothing to say but that it differs.</param>
/// <param name="IsLostGlyph">One character or one cell fewer than expected explains all of it.</param>
internal sealed record Difference(Said Detail, bool IsLostGlyph);
