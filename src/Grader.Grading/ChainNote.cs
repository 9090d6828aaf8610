using Grader.Grading.Answers;
using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Submissions;

namespace Grader.Grading;

/// <summary>A false link in a chain of equations is a note, never a deduction.</summary>
internal static class ChainNote
{
    public static Said Of(Answer answer)
    {
        StatedMember? previous = null;
        SubmittedNumber? previousValue = null;
        foreach (var member in answer.Chain)
        {
            if (SubmittedNumber.Of(member.Expression) is not { } value)
                continue;
            if (previous is not null && previousValue is { } left && member.Operator is RelationOperator.Equal or RelationOperator.Approximately && !Links(left, value))
                return new($"Note: {Shorten(previous.Text)} is {ValuePrinter.Print(left.Value)}{(left.IsPercent ? " %" : "")}, not {Shorten(member.Text)}.", $"Note: {Shorten(previous.Text)} is not {Shorten(member.Text)}.");
            (previous, previousValue) = (member, value);
        }
        return Said.Nothing;
    }

    /// <summary>Equal, or one rounded (or cut) to the digits the other was written with; a share and its percentage are the same.</summary>
    private static bool Links(SubmittedNumber left, SubmittedNumber right)
    {
        if (Near(left, right))
            return true;
        return Near(left with { Value = left.Value * 100, Written = null }, right) || Near(left with { Value = left.Value / 100, Written = null }, right);
    }

    private static bool Near(SubmittedNumber left, SubmittedNumber right)
    {
        var unit = Rational.Max(UnitOf(left), UnitOf(right));
        return Rational.Abs(left.Value - right.Value) is { } distance && (distance.IsZero || distance < unit);
    }

    private static Rational UnitOf(SubmittedNumber number) => number.Written is { } written ? Rational.PowerOfTen(written.LastDigitExponent) : Rational.Zero;

    private static string Shorten(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length <= 60 ? trimmed : string.Concat(trimmed.AsSpan(0, 60), "…");
    }
}
