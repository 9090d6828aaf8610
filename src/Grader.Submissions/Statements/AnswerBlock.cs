using System.Buffers;
using Grader.Submissions.Blocks;
using Grader.Submissions.Source;

namespace Grader.Submissions.Statements;

/// <summary>A row of a fenced block <c>answers</c>: what a student says in so many words to be the answer to a check.</summary>
/// <param name="Check"><c>1b.macs-layer1</c>.</param>
/// <param name="Question"><c>1</c>.</param>
/// <param name="Part"><c>b</c>, or null.</param>
/// <param name="Label">The check's name in words: <c>macs layer 1</c>.</param>
/// <param name="Value">Where the value stands.</param>
internal sealed record AnswerRow(string Check, string Question, string? Part, string Label, TextLine Value);

/// <summary>Takes the rows of a block <c>answers</c> apart: <c>check, value</c>, a line each; the value may hold commas.</summary>
internal static class AnswerBlock
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(",:=\t|;");

    public static IEnumerable<AnswerRow> Rows(string clean, Block block)
    {
        foreach (var line in block.Lines)
        {
            if (Row(clean, line) is { } row)
                yield return row;
        }
    }

    /// <summary>The matrices that a value holds among words: <c>the kernel [[1, 2, 3]], flipped</c>.</summary>
    public static IEnumerable<(int Start, int End)> Matrices(string clean, TextLine value)
    {
        for (var at = value.Start; at + 1 < value.End; at++)
        {
            if (clean[at] != '[' || clean[at + 1] != '[')
                continue;
            var (end, depth) = (at, 0);
            do
            {
                depth += clean[end] == '[' ? 1 : clean[end] == ']' ? -1 : 0;
                end++;
            }
            while (depth > 0 && end < value.End);
            if (depth > 0)
                yield break;
            yield return (at, end);
            at = end;
        }
    }

    private static AnswerRow? Row(string clean, TextLine line)
    {
        var (start, end) = Characters.Trim(clean, line.Start, line.End);
        var separator = clean.AsSpan(start, end - start).IndexOfAny(Separators);
        if (separator <= 0)
            return null;
        var check = clean.AsSpan(start, separator).Trim().Trim('"').ToString();
        var (valueStart, valueEnd) = Characters.Trim(clean, start + separator + 1, end);
        if (valueEnd - valueStart >= 2 && clean[valueStart] == '"' && clean[valueEnd - 1] == '"')
            (valueStart, valueEnd) = Characters.Trim(clean, valueStart + 1, valueEnd - 1);
        var digits = 0;
        while (digits < check.Length && char.IsAsciiDigit(check[digits]))
            digits++;
        var dot = check.IndexOf('.', StringComparison.Ordinal);
        if (digits == 0 || dot < digits || dot - digits > 4 || valueStart >= valueEnd)
            return null;
        return new AnswerRow(check, check[..digits], dot == digits ? null : check[digits..dot].ToLowerInvariant(), Words(check.AsSpan(dot + 1)), new TextLine(valueStart, valueEnd));
    }

    /// <summary><c>macs-layer1</c> as words: <c>macs layer 1</c>.</summary>
    private static string Words(ReadOnlySpan<char> name)
    {
        var words = new System.Text.StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiDigit(name[i]) && char.IsLetter(name[i - 1]))
                words.Append(' ');
            words.Append(name[i] is '-' or '_' or '.' ? ' ' : name[i]);
        }
        return words.ToString();
    }
}
