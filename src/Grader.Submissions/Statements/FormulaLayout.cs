using Grader.Submissions.Source;

namespace Grader.Submissions.Statements;

/// <summary>
/// Divides the body of a display into its formulas: the rows of <c>align</c>, formulas side by side. A row that starts with a relation goes on with the one before.
/// What only lays out becomes blanks, so that nothing moves.
/// </summary>
internal static class FormulaLayout
{
    private static readonly string[] Silent =
        ["nonumber", "notag", "hline", "displaystyle", "textstyle", "limits", "nolimits", "noindent", "centering", "hfill", "newline", "item", "therefore", "because", "large", "Large", "small"];

    /// <param name="body">Is changed: marks of layout become blanks.</param>
    public static List<(int Start, int End)> Divide(Span<char> body)
    {
        var breaks = new List<(int At, int Length, bool Row)>();
        Scan(body, breaks);

        var formulas = new List<(int Start, int End)>();
        var start = 0;
        // Whether the formula so far has a relation; asked chunk by chunk, so that a long list stays linear.
        var hasRelation = false;
        for (var i = 0; i <= breaks.Count; i++)
        {
            var chunk = i == 0 ? 0 : breaks[i - 1].At + breaks[i - 1].Length;
            var end = i < breaks.Count ? breaks[i].At : body.Length;
            hasRelation |= FormulaText.HasRelation(body[chunk..end]);
            if (i < breaks.Count)
            {
                var next = end + breaks[i].Length;
                var nextEnd = i + 1 < breaks.Count ? breaks[i + 1].At : body.Length;
                if (!Separates(body[Math.Min(chunk, end)..end], start == chunk, body[next..nextEnd], hasRelation, breaks[i].Row))
                {
                    if (breaks[i].Row || body[end] == '\\')
                        body.Slice(end, breaks[i].Length).Fill(' ');
                    continue;
                }
            }
            var (first, last) = Characters.Trim(body, start, end);
            while (last > first && body[last - 1] is ',' or '.' or ';' or ':' or ' ')
                last--;
            if (last > first)
                formulas.Add((first, last));
            start = i < breaks.Count ? end + breaks[i].Length : body.Length;
            hasRelation = false;
        }
        return formulas;
    }

    /// <param name="before">The chunk before the break; <paramref name="isFirst"/> where nothing of the formula stands before that.</param>
    private static bool Separates(ReadOnlySpan<char> before, bool isFirst, ReadOnlySpan<char> after, bool hasRelation, bool row)
    {
        if (after.Trim().IsEmpty)
            return false;
        if (isFirst && before.Trim().IsEmpty)
            return row;
        if (row)
            return !FormulaText.StartsWithRelation(after) && !FormulaText.StartsWithOperator(after) && !FormulaText.EndsWithRelation(before) && !FormulaText.EndsWithOperator(before);
        return hasRelation && FormulaText.HasRelation(after) && !FormulaText.StartsWithRelation(after);
    }

    private static void Scan(Span<char> body, List<(int At, int Length, bool Row)> breaks)
    {
        var depth = 0;
        for (var i = 0; i < body.Length; i++)
        {
            switch (body[i])
            {
                case '{' or '(' or '[':
                    depth++;
                    break;
                case '}' or ')' or ']':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '&' when depth == 0:
                    body[i] = ' ';
                    break;
                case ',' when depth == 0 && GroupsDigits(body, i):
                    break;
                case ',' or ';' when depth == 0:
                    breaks.Add((i, 1, false));
                    break;
                case '\\':
                    i = Command(body, i, ref depth, breaks);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The commas of <c>301,989,888</c>, before a relation too.</summary>
    private static bool GroupsDigits(ReadOnlySpan<char> body, int comma) =>
        comma > 0 && char.IsAsciiDigit(body[comma - 1]) && comma + 3 < body.Length && !body.Slice(comma + 1, 3).ContainsAnyExceptInRange('0', '9') && !(comma + 4 < body.Length && char.IsAsciiDigit(body[comma + 4]));

    private static int Command(Span<char> body, int at, ref int depth, List<(int At, int Length, bool Row)> breaks)
    {
        if (at + 1 >= body.Length)
            return at;
        if (body[at + 1] == '\\')
        {
            if (depth == 0)
            {
                var length = 2;
                if (at + 2 < body.Length && body[at + 2] == '[' && body[at..].IndexOf(']') is > 0 and < 12 and var close)
                    length = close + 1;
                breaks.Add((at, length, true));
                return at + length - 1;
            }
            return at + 1;
        }
        if (!char.IsAsciiLetter(body[at + 1]))
            return at + 1;
        var end = at + 1;
        while (end < body.Length && char.IsAsciiLetter(body[end]))
            end++;
        ReadOnlySpan<char> name = body[(at + 1)..end];
        if (name is "begin" or "end")
        {
            var layout = FormulaText.IsLayout(body[at..]);
            var close = body[at..].IndexOf('}');
            if (close < 0)
                return end - 1;
            if (layout)
                body.Slice(at, close + 1).Fill(' ');
            else
                depth = name is "begin" ? depth + 1 : Math.Max(0, depth - 1);
            return at + close;
        }
        if (name is "quad" or "qquad" && depth == 0)
        {
            breaks.Add((at, end - at, false));
            return end - 1;
        }
        if (name is "tag" or "label" && end < body.Length && body[end] is '{' or '*' && body[end..].IndexOf('}') is >= 0 and var argument)
        {
            body.Slice(at, end - at + argument + 1).Fill(' ');
            return end + argument;
        }
        foreach (var silent in Silent)
        {
            if (name.SequenceEqual(silent))
                body[at..end].Fill(' ');
        }
        return end - 1;
    }
}
