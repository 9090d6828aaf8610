using Grader.Grading.Answers;
using Grader.Mathematics;

namespace Grader.Grading.Checks;

/// <summary>What a check of any kind that asks for one number takes for an answer.</summary>
internal static class PlainNumber
{
    /// <summary>A share may be written as a percentage or a fraction, and lies within ±100 either way; other numbers have no percent sign, and none is a duration.</summary>
    /// <param name="share">A number that may be written in percent, though none is asked for.</param>
    /// <param name="unit">Of what is asked; empty for a pure number.</param>
    public static bool Fits(Answer answer, bool percent, bool share = false, string unit = "")
    {
        if (answer.Trouble is not null)
            return true;
        if (answer.Expression is null || SubmittedNumber.Of(answer.Expression) is not { } number)
            return false;
        return percent ? number.Unit is "" or "%" && Rational.Abs(number.Value) <= 100 : number.Unit switch { "%" => share, "s" => unit.Length > 0, _ => true };
    }

    /// <summary>A percent sign where a percentage is asked says more than the words do.</summary>
    public static int Preference(Answer answer, bool percent) =>
        percent && answer.Expression is not null && SubmittedNumber.Of(answer.Expression) is { IsPercent: true } ? 1 : 0;

    /// <summary><c>k = 3</c>: a name and a literal, nothing computed.</summary>
    public static bool IsGiven(Answer answer) =>
        answer.Chain is [{ Expression: Symbol }, { Expression: Number }];
}
