using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>
/// A quantity of the student's own, such as the confusion matrix of their model: it has no right value, but invariants. What is computed from it is judged with it in
/// the place of the case's example.
/// </summary>
/// <param name="Shape">Of the example: empty for a number, one axis for a vector, two for a matrix.</param>
/// <param name="RowLabels">What names each entry or row in a table.</param>
public sealed record OwnCheck(string Id, string Ask, Rational Points, LabelRule Labels, string Quantity, Sequence<int> Shape, Sequence<Invariant> Invariants, Sequence<Phrase> RowLabels) : Check(Id, Ask, Points, Labels)
{
    public override string Kind => "own";

    /// <summary>The first invariant that a worksheet breaks, or null where it keeps all.</summary>
    public Invariant? BrokenIn(Worksheet worksheet) => Invariants.Items.FirstOrDefault(invariant => invariant.HoldsIn(worksheet) != true);
}

/// <summary>What must hold of a student's own quantity.</summary>
/// <param name="Formula">A comparison: <c>confusion_11 + confusion_12 = 60</c>.</param>
/// <param name="Say">The same for people: <c>Row 1 sums to the 60 sick people.</c></param>
public sealed record Invariant(Expression Formula, string Say)
{
    /// <returns>Null where it has no truth there: the formula is no comparison, or has no value.</returns>
    public bool? HoldsIn(Worksheet worksheet) => Evaluator.Evaluate(Formula, worksheet.ValueOf).Value is Truth truth ? truth.Holds : null;

    /// <summary>The link that does not hold, with its numbers: <c>55 + 4 = 59, not 60</c>; empty where none can be named.</summary>
    public string Explain(Worksheet worksheet)
    {
        if (Formula is not Relation relation)
            return "";
        for (var link = 0; link < relation.Operators.Count; link++)
        {
            var (left, right) = (relation.Members[link], relation.Members[link + 1]);
            if (Evaluator.Evaluate(new Relation([left, right], [relation.Operators[link]]), worksheet.ValueOf).Value is Truth { Holds: true })
                continue;
            if (Evaluator.Evaluate(left, worksheet.ValueOf).Value is not { } own || Evaluator.Evaluate(right, worksheet.ValueOf).Value is not { } bound)
                return "";
            var substituted = FormulaNames.Replace(left, name => worksheet.ValueOf(name) is Exact or Approximate ? KeyText.Expression(worksheet.ValueOf(name)!) : null).ToString();
            var shown = substituted == KeyText.Of(own) ? left.ToString() : substituted;
            var relationSign = relation.Operators[link] switch
            {
                RelationOperator.Less => "less than ",
                RelationOperator.LessOrEqual => "at most ",
                RelationOperator.Greater => "more than ",
                RelationOperator.GreaterOrEqual => "at least ",
                RelationOperator.NotEqual => "other than ",
                _ => "",
            };
            return $"{shown} = {KeyText.Of(own)}, not {relationSign}{KeyText.Of(bound)}";
        }

        return "";
    }
}
