namespace Grader.Mathematics;

/// <summary>
/// Folds characters that look alike to the ones formulas are written in: full-width forms, mathematical alphanumerics, Unicode minus and dashes, no-break and thin
/// spaces; zero-width characters vanish. A table of our own: <c>string.Normalize</c> does nothing under invariant globalization.
/// </summary>
public static class Folding
{
    public static FoldedText Fold(string text) => throw new InvalidOperationException("contract");
}

/// <param name="Text">The folded text.</param>
/// <param name="Changed">Whether anything was folded.</param>
public sealed record FoldedText(string Text, bool Changed)
{
    /// <summary>The UTF-16 offset in the original text of an offset in <see cref="Text"/> (which may be its length).</summary>
    public int OriginalOffset(int offset) => throw new InvalidOperationException("contract" + GetHashCode());
}
