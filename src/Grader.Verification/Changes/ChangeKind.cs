namespace Grader.Verification;

/// <summary>A way in which answers become wrong, or no plain answers.</summary>
internal enum ChangeKind
{
    /// <summary>A known mistake, in all its places.</summary>
    Mistake,
    MistakeInOnePlace,

    /// <summary>Two known mistakes at once.</summary>
    MistakePair,
    Digit,
    Sign,

    /// <summary>Ten times as much.</summary>
    Exponent,
    Hundredth,

    /// <summary>Off by more than the check's tolerance takes, and by less than twice that.</summary>
    Beyond,

    /// <summary>The number with another unit behind it.</summary>
    Unit,

    /// <summary>Two entries of an array exchanged, or one that has another's index.</summary>
    Index,

    /// <summary>Rows and columns exchanged.</summary>
    Transposed,

    /// <summary>Exchanged with another value of its part.</summary>
    Exchanged,

    /// <summary>What answers one part stands in another's place, and the other way round.</summary>
    SwappedParts,

    /// <summary>The right answers to a part stand in an appendix.</summary>
    Misplaced,

    /// <summary>With another value beside it: "32 or 33".</summary>
    Or,

    /// <summary>"not 32".</summary>
    Not,

    /// <summary>"maybe 32".</summary>
    Maybe,

    /// <summary>Another of the choices.</summary>
    OtherChoice,

    /// <summary>"Fell" for "rose", "shorter" for "longer".</summary>
    OtherDirection,

    /// <summary>"It is wrong that …".</summary>
    Denial,
}

internal static class ChangeKinds
{
    /// <summary>As reports say it.</summary>
    public static string Name(this ChangeKind kind) => kind switch
    {
        ChangeKind.Mistake => "known mistake",
        ChangeKind.MistakeInOnePlace => "known mistake in one place",
        ChangeKind.MistakePair => "two known mistakes",
        ChangeKind.Digit => "digit",
        ChangeKind.Sign => "sign",
        ChangeKind.Exponent => "power of ten",
        ChangeKind.Hundredth => "hundredth",
        ChangeKind.Beyond => "just past the tolerance",
        ChangeKind.Unit => "unit",
        ChangeKind.Index => "index",
        ChangeKind.Transposed => "rows and columns exchanged",
        ChangeKind.Exchanged => "another's value",
        ChangeKind.SwappedParts => "parts swapped",
        ChangeKind.Misplaced => "in an appendix",
        ChangeKind.Or => "“or” another",
        ChangeKind.Not => "“not”",
        ChangeKind.Maybe => "“maybe”",
        ChangeKind.OtherChoice => "another choice",
        ChangeKind.OtherDirection => "another direction",
        ChangeKind.Denial => "the contrary",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such change"),
    };
}
