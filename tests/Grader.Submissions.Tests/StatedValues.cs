using Grader.Mathematics;

namespace Grader.Submissions.Tests;

/// <param name="Label">The words that stand with it.</param>
/// <param name="Context">What introduced it, nearest first.</param>
internal sealed record StatedValue(string Label, IReadOnlyList<string> Context, Expression Expression, Place Place);

/// <summary>The values that a document states: a formula's last member, a sentence's numbers, a table's cells.</summary>
internal static class StatedValues
{
    public static IReadOnlyList<StatedValue> In(string text) => [.. SubmissionReader.Read("x.md", text).Sections.Items.SelectMany(section => section.Statements.Items).SelectMany(Of)];

    public static IEnumerable<StatedValue> Of(Statement statement)
    {
        switch (statement)
        {
            case FormulaStatement { Members.Count: > 0 } formula:
                var left = formula.Members[0].Expression is Number ? "" : formula.Members[0].Text;
                yield return new($"{formula.Label} {left}".Trim(), formula.Context.Items, formula.Members[^1].Expression, formula.Members[^1].Place);
                break;
            case SentenceStatement sentence:
                foreach (var number in sentence.Numbers)
                    yield return new(number.Label, [string.Join(' ', sentence.Words), .. sentence.Context], number.Expression, number.Place);
                break;
            case TableStatement table:
                foreach (var row in table.Rows)
                {
                    foreach (var cell in row.Items.Where(cell => cell.Expression is not null))
                        yield return new(string.Join(' ', row.Items.Where(other => !ReferenceEquals(other, cell)).Select(other => other.Text)), table.Context.Items, cell.Expression!, cell.Place);
                }
                break;
        }
    }
}
