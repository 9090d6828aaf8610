using System.Text.RegularExpressions;
using Grader.Grading.Answers;
using Grader.Mathematics;
using Grader.Submissions;

namespace Grader.Grading.Checks;

/// <summary>Whether a formula that says the right thing is said at all: not "at first I thought B = Aᵀ", not "holds only for symmetric A", not with another formula of the same names behind it.</summary>
internal static partial class FormulaClaim
{
    private const int Reach = 160;

    /// <returns>Why it is no plain claim, or null.</returns>
    public static string? WhyNot(FormulaStatement formula, PartReading part, Sequence<string> formulas, IReadOnlyList<Expression> right)
    {
        var text = part.Text;
        var (start, end) = (Math.Clamp(formula.Place.Start, 0, text.Length), Math.Clamp(formula.Place.End, 0, text.Length));
        var before = text[Math.Max(0, start - Reach)..start];
        before = before[(SentenceEnd().Matches(before) is [.., var last] ? last.Index + last.Length : 0)..];
        if (Thought().Match(before) is { Success: true } thought)
            return $"“{thought.Value}” stands before it";
        if (Limit().Match(text.Substring(end, Math.Min(Reach, text.Length - end))) is { Success: true } limit)
            return $"“{limit.Groups["limit"].Value}” follows it";
        var names = formulas.Items.SelectMany(NamesIn).ToHashSet(StringComparer.Ordinal);
        if (Contradicts(formula, names, right))
            return "the line says another one too";
        return part.Formulas.FirstOrDefault(other => other.Place.Start > formula.Place.Start && Contradicts(other, names, right)) is { } contrary ? $"“{contrary.Text}” stands behind it" : null;
    }

    /// <summary>An equation of the same names, and of nothing else, that is none of the right ones.</summary>
    private static bool Contradicts(FormulaStatement statement, HashSet<string> names, IReadOnlyList<Expression> right)
    {
        for (var i = 0; i + 1 < statement.Members.Count; i++)
        {
            var (one, two) = (statement.Members[i].Expression, statement.Members[i + 1].Expression);
            if (statement.Members[i + 1].Operator is RelationOperator.Equal && (one is Symbol || two is Symbol) && IsOf(names, statement.Members[i].Text) && IsOf(names, statement.Members[i + 1].Text) && !Same(one, two)
                && !right.OfType<Relation>().Any(key => Says(key, one, two)))
                return true;
        }
        return false;
    }

    /// <summary>Whether an equation, read either way, is the one of the key.</summary>
    public static bool Says(Relation key, Expression one, Expression two) =>
        (Same(key.Members[0], one) && Same(key.Members[1], two)) || (Same(key.Members[0], two) && Same(key.Members[1], one));

    private static bool IsOf(HashSet<string> names, string text) => NamesIn(text) is { Count: > 0 } used && used.All(names.Contains);

    private static bool Same(Expression key, Expression answer) => EntryJudge.Decide(key, answer) == Agreement.Agrees;

    private static IReadOnlyList<string> NamesIn(string text) => [.. Name().Matches(text).Select(static name => name.Value).Where(static name => name is not ("top" or "mathrm" or "mathsf" or "intercal"))];

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"[.!?]\s|\n\s*\n", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(?:at first|first thought|initially|thought|expected|assumed?|suppose|one would|tempting|if)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Thought();

    [GeneratedRegex(@"^[ $`*,]*(?:(?:which|this|that|it)\s+)?(?:(?:holds?|is|true|valid|would be|applies)\s+){0,3}(?<limit>only (?:for|if|when|in)|would (?:be|hold)|does not hold|is (?:wrong|false)|if and only if|for symmetric|when A is|if A is|(?:only )?up to)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Limit();
}
