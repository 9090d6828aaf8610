using System.Buffers;
using Grader.Mathematics;
using Grader.Submissions.Blocks;
using Grader.Submissions.Repairs;
using Grader.Submissions.Source;

namespace Grader.Submissions.Statements;

/// <summary>Reads a stretch of text as formulas: one statement for each, with what could be read of it or why not.</summary>
internal sealed class FormulaReader(SourceText source, string clean, FormulaOptions options, List<Repair> repairs)
{
    private const int LongestFormula = 20_000;

    private static readonly SearchValues<char> Mathematical = SearchValues.Create("({\\+*/");

    /// <summary>Reads the formulas between two offsets.</summary>
    /// <param name="label">The words before the first; the others have the words of their own.</param>
    public void Read(int start, int end, string label, Sequence<string> context, List<Statement> statements) => Read(start, end, label, context, statements, []);

    /// <summary>The lines of a block, without the marks of the quotes and lists that it stands in.</summary>
    public void Read(IReadOnlyList<TextLine> lines, Sequence<string> context, List<Statement> statements) => Read(lines[0].Start, lines[^1].End, "", context, statements, lines);

    private void Read(int start, int end, string label, Sequence<string> context, List<Statement> statements, IReadOnlyList<TextLine> lines)
    {
        (start, end) = Characters.Trim(clean, start, end);
        if (start >= end)
            return;
        if (end - start > LongestFormula)
        {
            statements.Add(Unread(start, end, label, context, new FormulaError(LongestFormula, "…", $"at most {LongestFormula} characters")));
            return;
        }
        var body = clean.AsSpan(start, end - start).ToArray();
        for (var i = 1; i < lines.Count; i++)
            BlankMarks(body, Math.Max(0, lines[i - 1].End - start), Math.Min(body.Length, lines[i].Start - start));
        PlainMatrix.Rewrite(body);
        PrintedArray.AddCommas(body);
        RegionText.BarePercent(body);
        foreach (var (from, to) in FormulaLayout.Divide(body))
        {
            statements.Add(ReadOne(body, start, from, to, label, context));
            if (statements[^1] is FormulaStatement { Members.Count: 1 } alone && alone.Members[0].Operator is null)
                continue;
            label = "";
        }
    }

    private static void BlankMarks(char[] body, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!Characters.IsLineBreak(body[i]))
                body[i] = ' ';
        }
    }

    /// <summary>What a cell or the like holds, or null where it is no formula.</summary>
    public Expression? ReadValue(int start, int end)
    {
        (start, end) = Characters.Trim(clean, start, end);
        if (start >= end || end - start > LongestFormula || AmbiguousNumber.Find(clean.AsSpan(start, end - start), options.DecimalComma) is not null)
            return null;
        var body = clean.AsSpan(start, end - start).ToArray();
        RegionText.BarePercent(body);
        return Formula.Read(new string(body), options).Expression;
    }

    private FormulaStatement ReadOne(char[] body, int offset, int from, int to, string label, Sequence<string> context)
    {
        var text = body.AsSpan(from, to - from);
        label = TakeWords(text, label);
        var (first, last) = Characters.Trim(text, 0, text.Length);
        if (first >= last)
            (first, last) = (0, text.Length);
        var start = offset + from + first;
        var end = offset + from + last;
        if (AmbiguousNumber.Find(text[first..last], options.DecimalComma) is { } number)
        {
            var numberStart = source.OriginalOffset(start + number.Start) - source.OriginalOffset(start);
            return Unread(start, end, label, context, new FormulaError(numberStart, source.Written(source.PlaceOf(start + number.Start, start + number.End)), AmbiguousNumber.Expected));
        }
        var mended = FormulaRepair.LostBackslashes(text[first..last]) ?? FormulaRepair.Doubled(text[first..last]);
        var reading = Formula.Read(mended?.Text ?? text[first..last].ToString(), options);
        if (reading.Expression is null && mended is null && FormulaRepair.DigitsApart(text[first..last]) is { } joined && Formula.Read(joined.Text, options) is { Expression: not null } readJoined)
            (mended, reading) = (joined, readJoined);
        if (reading.Expression is null && DropWordyMembers(text))
        {
            var again = Formula.Read(text[first..last].ToString(), options);
            if (again.Expression is not null)
                (mended, reading) = (null, again);
        }

        if (reading.Expression is null)
        {
            var error = reading.Error ?? new FormulaError(0, "", "a formula");
            var position = source.OriginalOffset(Math.Min(end, start + Offset(mended, error.Position))) - source.OriginalOffset(start);
            return Unread(start, end, label, context, error with { Position = position });
        }

        var place = source.PlaceOf(start, end);
        if (mended is not null)
            repairs.Add(new Repair(place, mended.Say));
        foreach (var said in reading.Repairs)
            repairs.Add(new Repair(place, said));
        var members = new StatedMember[reading.Members.Count];
        for (var i = 0; i < members.Length; i++)
        {
            var member = reading.Members[i];
            var memberPlace = source.PlaceOf(start + Offset(mended, member.Start), start + Math.Max(Offset(mended, member.Start), member.Length == 0 ? 0 : Offset(mended, member.Start + member.Length - 1) + 1));
            members[i] = new StatedMember(member.Expression, source.Written(memberPlace), memberPlace, member.Operator);
        }
        return new FormulaStatement(place, source.Written(place), context, label, Sequence.Create<StatedMember>(members), null);
    }

    private static int Offset(MendedFormula? mended, int offset) => mended is null ? offset : mended.Offsets[Math.Min(offset, mended.Offsets.Length - 1)];

    private FormulaStatement Unread(int start, int end, string label, Sequence<string> context, FormulaError error)
    {
        var place = source.PlaceOf(start, end);
        return new FormulaStatement(place, source.Written(place), context, label, [], error);
    }

    /// <summary>Moves a left side that is words into the label, and blanks words behind an operand: <c>\text{Parameters} = 32 \text{ in all}</c>.</summary>
    private static string TakeWords(Span<char> text, string label)
    {
        var relation = FormulaText.NextRelation(text, 0);
        var left = relation < 0 ? text.Length : relation;
        var words = WordsOf(text[..left]);
        if (words.Length > 0 && (relation >= 0 || words.EndsWith(':')))
        {
            label = label.Length == 0 ? words : $"{label} {words}";
            BlankLeft(text, left);
        }
        // Words at the very end explain the value; a unit stays.
        var end = text.TrimEnd().Length;
        for (var at = text[..end].LastIndexOf('\\'); at > 0; at = -1)
        {
            if (RegionText.CommandAt(text, at, end) is ({ } open, { } close) && close == end && IsWords(text[open..(close - 1)]) && LastBefore(text, at) is >= '0' and <= '9' or '}' or ')')
                text[at..end].Fill(' ');
        }
        return label.TrimEnd(' ', ':', '=');
    }

    private static char LastBefore(ReadOnlySpan<char> text, int at)
    {
        var end = Characters.SkipBlanksBack(text, 0, at);
        while (end > 1 && text[end - 2] == '\\' && text[end - 1] is ',' or ';' or ' ' or ':')
            end = Characters.SkipBlanksBack(text, 0, end - 2);
        return end == 0 ? '\0' : text[end - 1];
    }

    /// <summary>The words of a member that consists of words: text commands, or words joined by <c>\ </c>.</summary>
    private static string WordsOf(ReadOnlySpan<char> member)
    {
        var (start, end) = Characters.Trim(member, 0, member.Length);
        if (RegionText.CommandAt(member, start, end) is ({ } open, { } close) && IsWords(member[open..(close - 1)]) && !member[close..end].ContainsAny(Mathematical))
        {
            var rest = member[close..end].Trim();
            var words = member[open..(close - 1)].Trim();
            return rest.IsEmpty ? words.ToString() : $"{words} {rest.Trim("_")}";
        }
        if (member.Contains("\\ ", StringComparison.Ordinal) && RegionText.CountLetters(member) >= 6 && !member.ContainsAny("+*/^{"))
            return Characters.Collapse(member.ToString().Replace("\\ ", "  ", StringComparison.Ordinal));
        return "";
    }

    private static bool IsWords(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return RegionText.CountLetters(text) >= 2 && !text.ContainsAny("\\^=") && !IsUnit(text);
    }

    private static bool IsUnit(ReadOnlySpan<char> text) => text is "MB" or "KB" or "GB" or "kB" or "MiB" or "KiB" or "GiB" or "bytes" or "byte" or "ms" or "min" or "sec" or "seconds" or "minutes";

    private static void BlankLeft(Span<char> text, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (!Characters.IsLineBreak(text[i]))
                text[i] = ' ';
        }
    }

    /// <summary>Blanks each member that consists of words, with the relation before it; the others still say what they say.</summary>
    private static bool DropWordyMembers(Span<char> text)
    {
        var dropped = false;
        var start = 0;
        var relation = -1;
        while (start <= text.Length)
        {
            var next = FormulaText.NextRelation(text, start);
            var end = next < 0 ? text.Length : next;
            if (HasWords(text[start..end]) && (relation >= 0 || next >= 0))
            {
                text[Math.Max(0, relation < 0 ? start : relation)..end].Fill(' ');
                dropped = true;
            }
            if (next < 0)
                break;
            relation = next;
            start = next + FormulaText.RelationAt(text, next);
        }
        return dropped;
    }

    private static bool HasWords(ReadOnlySpan<char> member)
    {
        for (var i = 0; i < member.Length; i++)
        {
            if (member[i] == '\\' && RegionText.CommandAt(member, i, member.Length) is ({ } open, { } close) && IsWords(member[open..(close - 1)]))
                return true;
        }
        return false;
    }
}
