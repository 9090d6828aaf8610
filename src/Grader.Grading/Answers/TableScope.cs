using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>
/// The statements of a part that stand under the words which introduce a check's table: "iteration 2". The nearest words that name any check's table decide, so that what stands under
/// iteration 2 is not iteration 1's, whose heading stands above both. Where a part names no table at all, everything is in scope.
/// </summary>
internal sealed class TableScope
{
    private readonly HashSet<Statement>? _statements;

    private TableScope(HashSet<Statement>? statements) => _statements = statements;

    public bool Holds(Statement statement) => _statements is null || _statements.Contains(statement);

    public static TableScope Of(Check check, PartReading reading)
    {
        var own = Tables(check).ToList();
        if (own.Count == 0)
            return new(null);
        var all = reading.Part.Checks.Items.SelectMany(Tables).Distinct().ToList();
        var named = new HashSet<Statement>(ReferenceEqualityComparer.Instance);
        var isNamed = false;
        foreach (var statement in reading.Statements)
        {
            if (Introductions(statement, reading).FirstOrDefault(words => Says(all, words)) is not { } nearest)
                continue;
            isNamed = true;
            if (Says(own, nearest))
                named.Add(statement);
        }
        return new(isNamed ? named : null);
    }

    private static IEnumerable<Phrase> Tables(Check check) => check.Cells.Items.SelectMany(cell => cell.Table.Items);

    /// <summary>The words that may name its table, nearest first.</summary>
    private static IEnumerable<IReadOnlyList<string>> Introductions(Statement statement, PartReading reading)
    {
        if (statement is TableStatement { Rows: [[var corner, ..], ..] })
            yield return reading.Words.Of(corner.Text);
        // The one column or the one row of values that it has, where a head names that.
        if (statement is TableStatement { HasHeader: true, Rows: [[_, var head], ..] })
            yield return reading.Words.Of(head.Text);
        else if (statement is TableStatement { HasHeader: true, Rows: [_, [{ Expression: null } row, ..]] })
            yield return reading.Words.Of(row.Text);
        if (statement is FormulaStatement formula)
        {
            yield return reading.Words.Of(formula.Label);
            if (reading.Sentences.FirstOrDefault(sentence => sentence.Statement.Place.Start <= statement.Place.Start && sentence.Statement.Place.End >= statement.Place.End) is { } around)
                yield return around.Words;
        }
        if (statement is SentenceStatement sentence)
            yield return reading.Words.Of(sentence);
        foreach (var words in reading.Words.Introducing(statement))
            yield return words;
    }

    private static bool Says(List<Phrase> phrases, IReadOnlyList<string> words) => phrases.Exists(phrase => phrase.Find(words).Length > 0);
}

/// <summary>A check that competes only for the answers under the words that introduce its table, and for no cell of a table where it has an address.</summary>
internal sealed class ScopedContestant(IContestant inner, TableScope scope) : IContestant
{
    public Check Check => inner.Check;

    public bool Takes(Answer answer) => scope.Holds(answer.Statement) && !(inner.Check is (NumberCheck or VectorCheck) and { Cells.Count: > 0 } && answer.Statement is TableStatement) && inner.Takes(answer);

    public string WhyNot(Answer answer) => !scope.Holds(answer.Statement) ? "it stands under the words that introduce another table"
        : inner.Takes(answer) ? "a cell of a table, and this check has an address in tables"
        : inner.WhyNot(answer);

    public int Preference(Answer answer) => inner.Preference(answer);

    public bool IsGiven(Answer answer) => inner.IsGiven(answer);
}
