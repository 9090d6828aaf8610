using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>A step of a worked solution as a chain of equations: <c>total = 2/3 + 1/6 = 5/6 ≈ 0.833333</c>, without what says the same twice.</summary>
internal static class WorkedChain
{
    /// <summary>An exact number that takes more characters is shown rounded alone.</summary>
    private const int LongestExact = 16;

    public static Expression Of(string name, IEnumerable<Expression> working, Value value, string unit)
    {
        var members = new List<Expression> { new Symbol(name) };
        var operators = new List<RelationOperator>();
        foreach (var (member, isExact) in working.Select(member => (member, true)).Concat(Shown(value, unit)))
        {
            if (members.Contains(member))
                continue;
            members.Add(member);
            operators.Add(isExact ? RelationOperator.Equal : RelationOperator.Approximately);
        }

        return operators.Count == 0 ? members[0] : new Relation(members.ToSequence(), operators.ToSequence());
    }

    private static IEnumerable<(Expression Member, bool IsExact)> Shown(Value value, string unit)
    {
        var exact = KeyText.Expression(value);
        var rounded = KeyText.Rounded(value);
        if (value is not Approximate && !HasRounded(value) && (value is Tensor || exact.ToString().Length <= LongestExact))
            yield return (WithUnit(exact, unit), true);
        if (rounded != exact || value is Approximate || HasRounded(value))
            yield return (WithUnit(rounded, unit), false);
    }

    private static bool HasRounded(Value value) => value is Tensor tensor && tensor.Entries.Items.Any(entry => entry is Approximate || (entry is Exact && Values.ToExpression(entry).ToString().Length > LongestExact));

    private static Expression WithUnit(Expression value, string unit) => unit.Length == 0 || value is Matrix or Listing ? value : new Measured(value, unit);
}
