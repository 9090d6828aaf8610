using System.Text.RegularExpressions;
using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>
/// Words around a number that make another number of it: "by 100 %, no wait, by 0 %", "falls to 75 %" where it is asked by how much, "$1.51$ billion". A wrong number may be a right answer then,
/// and a right one a wrong answer.
/// </summary>
internal static partial class Rewording
{
    private static readonly Rational OneHundred = 100;

    /// <summary>Why a number that differs from the key may be right as it is said, or null.</summary>
    public static string? OfWrong(Answer answer, string text, ValueGrader grader, Worksheet key)
    {
        if (answer.Statement is TableStatement || answer.Statement.Check is not null || answer.Trouble is not null)
            return null;
        var (before, after) = SentenceAround.Of(answer, text);
        if (PutRight().Match(after) is { Success: true } correction)
            return $"“{correction.Groups["say"].Value.Trim()}” and another follow it";
        if (grader is not NumberGrader { Check: NumberCheck check })
            return null;
        if (Remainder(answer, before, check) is { } remainder && grader.Judge(remainder, key).Agreement == Agreement.Agrees)
            return "it says what remains, and what is asked agrees with that";
        return Scaled(answer, after) is { } scaled && grader.Judge(scaled.Answer, key).Agreement is not Agreement.Differs ? $"“{scaled.Unit}” follows it, and agrees as far as it is written" : null;
    }

    /// <summary>Why a number that agrees with the key is wrong as it is said, or null.</summary>
    public static string? OfRight(Answer answer, string text, ValueGrader grader, Worksheet key)
    {
        if (answer.Statement is TableStatement || answer.Statement.Check is not null || grader is not NumberGrader { Check: NumberCheck check })
            return null;
        var (before, after) = SentenceAround.Of(answer, text);
        if (Remainder(answer, before, check) is { } remainder && grader.Judge(remainder, key).Agreement == Agreement.Differs)
            return "it says what remains, and the fall is asked";
        return Scaled(answer, after) is { } scaled && grader.Judge(scaled.Answer, key).Agreement == Agreement.Differs ? $"“{scaled.Unit}” follows it" : null;
    }

    /// <summary>What falls to 75 % falls by 25 %.</summary>
    private static Answer? Remainder(Answer answer, string before, NumberCheck check)
    {
        if (!check.Percent || !AsksFall(check.Labels) || !FallsTo().IsMatch(before) || answer.Expression is null || SubmittedNumber.Of(answer.Expression) is not { } number)
            return null;
        var left = (number.IsPercent || Rational.Abs(number.Value) > Rational.One ? OneHundred : Rational.One) - number.Value;
        Expression written = left.Sign < 0 ? new Negation(new Number(-left)) : new Number(left);
        return answer with { Expression = number.IsPercent ? new Measured(written, "%") : written };
    }

    private static bool AsksFall(LabelRule labels) => labels.Groups.Items.Any(static group => group.Items.Any(static phrase => phrase.Text is "fall*" or "reduc*" or "decreas*" or "drop*" or "sav*"));

    private static (Answer Answer, string Unit)? Scaled(Answer answer, string after) =>
        answer.Expression is Number or Quotient && ScaleBehind().Match(after) is { Success: true } scale
            ? (answer with { Expression = new Measured(answer.Expression, scale.Groups["unit"].Value.ToLowerInvariant()) }, scale.Groups["unit"].Value)
            : null;

    /// <summary>"No wait, by 0 %", "I mean 32", "sorry, 32", "or rather 32": a correction with a number of its own, in the same sentence.</summary>
    [GeneratedRegex(
        @"(?:[,;:(–—…-]|\.\.\.)\s*[*_]*(?<say>(?:(?:oh|oops|er+|uh|hm+),? )?(?:(?:no|nope),? wait|wait,? no|no,? (?:sorry|actually|I mean)|wait|sorry|pardon|oops|I mean|I meant|or rather|rather|actually|correction|make that|scratch that|that is wrong|nein|halt|quatsch|ich meine|Moment|besser gesagt)\b)[^.!?\n]*?\d",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PutRight();

    [GeneratedRegex(@"\b(?:falls?|fell|drops?|dropped|goes|went|go|gone|shrinks?|shrank|shrunk|decreas\w+|reduc\w+|sinks?|sank|down|cut|fallen|comes?|declin\w+|sinkt|fällt|reduziert)\b(?:\s+(?:\p{L}[\p{L}'-]*|\d)){0,6}?\s+(?:to|auf)\s+[$*`~≈]*(?:(?:about|around|only|just|roughly|etwa|ca\.)\s+)?[$*`~≈]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FallsTo();

    [GeneratedRegex(@"^[ \u00A0$*`)\\]*(?:\\?,)?[ \u00A0]*(?<unit>thousand|million|billion)s?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ScaleBehind();
}
