namespace Grader.Grading.Answers;

/// <summary>A value with the same value in another form behind it in brackets, <c>0.7778 (7/9)</c>, <c>50 % (0.5)</c>, <c>1.47M (1474560)</c>: one answer, as exact as the more exact of the two.</summary>
internal static class OtherForms
{
    private const int LongestGap = 12;

    /// <param name="answers">In the order of the text.</param>
    public static IEnumerable<Answer> Joined(IEnumerable<Answer> answers, string text)
    {
        Answer? last = null;
        foreach (var answer in answers)
        {
            if (last is not null && IsInBracketsBehind(last, answer, text) && Same(last, answer) is { } exact)
            {
                last = exact;
                continue;
            }
            if (last is not null)
                yield return last;
            last = answer;
        }
        if (last is not null)
            yield return last;
    }

    /// <summary>Nothing but an opening bracket and a sign of equality stands between, and a closing bracket behind.</summary>
    private static bool IsInBracketsBehind(Answer first, Answer second, string text)
    {
        // The reader may take the bracket into the number: "(1/2)".
        var (start, end) = (first.Place.End, second.Place.Start);
        if (start > end || end - start > LongestGap || end > text.Length || second.Place.End > text.Length)
            return false;
        var between = text.AsSpan(start, end - start).Trim(" $*%\\");
        var written = second.Text.AsSpan();
        if (between.IsEmpty)
            return written.StartsWith("(") && written.EndsWith(")");
        return between[0] == '(' && between[1..].Trim(" $=≈~") is "" or "i.e." or "or" or "about" && text.AsSpan(second.Place.End).TrimStart(" $*%\\").StartsWith(")");
    }

    private static Answer? Same(Answer first, Answer second)
    {
        if (first is not { Trouble: null, Expression: { } a } || second is not { Trouble: null, Expression: { } b } || SubmittedNumber.Of(a) is not { } ours || SubmittedNumber.Of(b) is not { } theirs)
            return null;
        if (!ours.AsShare().IsSameAs(theirs.AsShare()))
            return null;
        var isCoarser = ours.AsShare().Value != theirs.AsShare().Value && (theirs.Written is null || (ours.Written is not null && theirs.AsShare().Written!.LastDigitExponent < ours.AsShare().Written!.LastDigitExponent));
        return isCoarser ? first with { Expression = b } : first;
    }
}
