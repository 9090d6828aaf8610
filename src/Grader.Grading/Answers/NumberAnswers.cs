using System.Text.RegularExpressions;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>The numbers a student states: the last member of a chain, a number in a sentence, a cell of a table under its header and beside its row label.</summary>
internal static partial class NumberAnswers
{
    private const int LongestSentence = 240;

    /// <summary>More numbers than this are a list, and no sentence.</summary>
    private const int MostInProse = 50;

    public static IEnumerable<Answer> In(IReadOnlyList<Statement> statements, WordLists words)
    {
        var order = 0;
        foreach (var statement in statements)
        {
            var answers = statement switch
            {
                FormulaStatement formula => InFormula(formula, words),
                SentenceStatement sentence => InSentence(sentence, words),
                TableStatement table => InTable(table, words),
                _ => [],
            };
            foreach (var answer in answers)
                yield return answer with { Order = order++ };
        }
    }

    private static IEnumerable<Answer> InFormula(FormulaStatement formula, WordLists words)
    {
        var label = words.Of(formula.Label);
        var context = words.Introducing(formula);
        if (formula.Members.Count == 0)
        {
            if (formula.Error is not { } error)
                yield break;
            var side = formula.Text.AsSpan(0, Math.Max(0, formula.Text.IndexOf('='))).ToString();
            label = label.And(words.Of(side));
            yield return new(formula, null, formula.Text, formula.Place, label, context, 0)
            {
                Trouble = $"stopped at “{error.Found}”, where {error.Expected} could stand",
                Names = AnswerNames.In(side.Length > 0 ? side : formula.Label),
            };
            yield break;
        }
        var members = formula.Members;
        // The left side is often a name (W', N_params), and sometimes the answer with its formula after it.
        if (members[0].Expression is not Number)
            label = label.And(words.Of(members[0].Text));
        for (var i = members.Count - 1; i >= 0; i--)
        {
            // x < 32 does not say what x is.
            if (members[i].Operator is not (null or RelationOperator.Equal or RelationOperator.Approximately or RelationOperator.Implies))
                yield break;
            if (SubmittedNumber.Of(members[i].Expression) is null && SubmittedShape.CommonSide(members[i].Expression) is null)
            {
                if (MayBeANumber(members[i]) is not { } trouble)
                    continue;
                yield return new(formula, null, members[i].Text, members[i].Place, label, context, 0) { Trouble = trouble, Names = AnswerNames.In(formula, i) };
                yield break;
            }
            yield return new(formula, members[i].Expression, members[i].Text, members[i].Place, label, context, 0)
            {
                Chain = members,
                Approximate = members[i].Operator is RelationOperator.Approximately,
                Names = AnswerNames.In(formula, i),
            };
            yield break;
        }
    }

    /// <summary>"Precision is undefined", "layer 2 has no parameters": an answer, though no number; null where nothing is said.</summary>
    private static string? SaysNoNumber(Sequence<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] is "undefined" or "undefiniert" or "nan" or "infinite" or "unendlich")
                return words[i];
            if (i > 1 && words[i - 1] is "no" or "keine" && words[i - 2] is "has" or "have" or "needs" or "with" or "hat" or "haben" && words[i] is "parameters" or "weights" or "params" or "operations" or "macs" or "multiplications" or "parameter" or "gewichte")
                return $"{words[i - 1]} {words[i]}";
        }
        return null;
    }

    /// <summary>"If layer 1 had no bias, 294912.": a number of what is not so.</summary>
    private static bool Supposes(Sequence<string> words) =>
        words.Count > 2 && words[0] is "if" or "wenn" or "suppose" or "supposing" && words.Items.Any(static word => word is "had" or "were" or "would" or "hadn't" or "weren't" or "hätte" or "wäre" or "würde");

    /// <summary>Why a member that is no number may be meant as one: <c>14,7,560</c>, <c>1.47m</c>. An earlier member is not the answer then.</summary>
    private static string? MayBeANumber(StatedMember member) => member.Expression switch
    {
        Listing or Relation { Members: [.., Listing] } when GluedList().IsMatch(member.Text) => "it may be one number or several",
        Product { Factors: [Number, Symbol { Name: "k" or "K" or "m" or "M" or "G" or "T" or "B" or "b" }] } when !member.Text.AsSpan().ContainsAny("*\\·×") => "its letter may multiply the number or be a unit",
        Product { Factors: [Symbol { Name: "l" or "I" or "O" or "o" }, Number] or [Number, Symbol { Name: "l" or "I" or "O" or "o" }] } => "its letter may be a digit",
        Quotient when DividesByZero().IsMatch(member.Text) => "nothing can be divided by zero",
        _ => null,
    };

    [GeneratedRegex(@"^\W*\d+(?:\.0*)?\s*[/÷]\s*0(?:\.0*)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex DividesByZero();

    [GeneratedRegex(@"\d,\d|\d ,|^\[\s*-?\d{1,3}(?: \d{3})+\s*\]$", RegexOptions.CultureInvariant)]
    private static partial Regex GluedList();

    private static IEnumerable<Answer> InSentence(SentenceStatement sentence, WordLists words)
    {
        IReadOnlyList<IReadOnlyList<string>> context = [WordLists.Bounded(new(sentence.Words.Items)), .. words.Introducing(sentence)];
        if (sentence.Numbers.Count == 0 && SaysNoNumber(sentence.Words) is { } said)
            yield return new(sentence, null, sentence.Text, sentence.Place, words.Of(sentence), context, 0) { Trouble = $"stopped at “{said}”, where a number could stand" };
        var supposes = Supposes(sentence.Words);
        foreach (var number in sentence.Numbers)
        {
            if (supposes)
            {
                yield return new(sentence, null, number.Text, number.Place, words.Of(number.Label), context, 0) { Trouble = "it is said of what is only supposed", Names = AnswerNames.In(number.Label) };
                continue;
            }
            yield return new(sentence, number.Expression, number.Text, number.Place, words.Of(number.Label), context, 0)
            {
                Approximate = number.Approximate,
                Names = AnswerNames.In(number.Label),
                AsksWhose = () => IsOthers(sentence, number.Place),
            };
        }
    }

    /// <summary>What a number was before, in "from 71.2 to 74.5 %", is no answer beside what it became.</summary>
    [GeneratedRegex(@"\b(?:from|von)[ $*]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex StartsChange();

    [GeneratedRegex(@"^[ $*%\\]*(?:percent )?(?:(?:up|down|all the way) )?(?:to|auf)\b[ $*]*(?:about |around |only )?[\d.]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex GoesOn();

    private static bool IsOthers(SentenceStatement sentence, Place place)
    {
        var (start, end) = (place.Start - sentence.Place.Start, place.End - sentence.Place.Start);
        if (start < 0 || end > sentence.Text.Length || sentence.Numbers.Count > MostInProse)
            return false;
        var (before, after) = (sentence.Text[Math.Max(0, start - LongestSentence)..start], sentence.Text[end..Math.Min(sentence.Text.Length, end + LongestSentence)]);
        before = before[(before.LastIndexOf(';') + 1)..];
        return (StartsChange().IsMatch(before) && GoesOn().IsMatch(after)) || Attribution.Of(before, after.IndexOf(';', StringComparison.Ordinal) is >= 0 and var stop ? after[..stop] : after) is not null || Assertion.IsAsked(before, after) || Portion.IsFactor(after);
    }

    private static IEnumerable<Answer> InTable(TableStatement given, WordLists words)
    {
        var table = TableBlock.WithoutIndex(given);
        var context = words.Introducing(given);
        for (var r = table.HasHeader ? 1 : 0; r < table.Rows.Count; r++)
        {
            var row = table.Rows[r];
            for (var c = 0; c < row.Count; c++)
            {
                if (row[c].Expression is not { } cell || LastNumber(cell) is not { } expression)
                    continue;
                var label = WordList.None;
                if (c > 0 && row[0].Expression is null or Symbol)
                    label = label.And(words.Of(row[0].Text));
                if (table.HasHeader && c < table.Rows[0].Count)
                    label = label.And(words.Of(table.Rows[0][c].Text));
                var rowHead = c > 0 && row[0].Expression is null ? row[0].Text : "";
                var columnHead = table.HasHeader && c < table.Rows[0].Count ? table.Rows[0][c].Text : "";
                yield return new(given, expression, row[c].Text, row[c].Place, label, context, 0)
                {
                    AsksWhose = () => Attribution.OfHead(rowHead) is not null || Attribution.OfHead(columnHead) is not null,
                    Names = AnswerNames.In(c > 0 ? row[0].Text : "", columnHead),
                };
            }
        }
    }

    /// <summary>The number of a cell; of a chain in a cell, its last member.</summary>
    private static Expression? LastNumber(Expression cell) => cell is Relation chain
        ? chain.Members.Items.LastOrDefault(member => SubmittedNumber.Of(member) is not null)
        : SubmittedNumber.Of(cell) is null ? null : cell;
}
