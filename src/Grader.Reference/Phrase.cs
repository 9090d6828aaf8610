using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>
/// A pattern of words, made to be written by instructors and safe to run on anything: <c>layer 1</c>, <c>increas*|raise* ... learning_rate|lr</c>.
/// Words are compared without case; <c>|</c> separates alternatives for one place, <c>_</c> joins words inside an alternative, <c>*</c> ends a prefix,
/// <c>...</c> allows up to eight words between.
/// </summary>
public sealed class Phrase
{
    public string Text => throw new InvalidOperationException("contract" + GetHashCode());

    /// <returns>The phrase, or null with a <paramref name="problem"/> for the author.</returns>
    public static Phrase? Parse(string text, out string? problem) => throw new InvalidOperationException("contract");

    /// <summary>The first match at or after <paramref name="from"/>: index of its first word and number of words; length 0 where there is none.</summary>
    public (int Start, int Length) Find(IReadOnlyList<string> words, int from = 0) => throw new InvalidOperationException("contract" + GetHashCode());
}
