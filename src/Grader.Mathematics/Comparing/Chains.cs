namespace Grader.Mathematics;

/// <summary>One link of a chain that does not hold.</summary>
/// <param name="Index">Of the member on its right, counted from 1.</param>
/// <param name="Start">0-based UTF-16 offset of that member in the text that was read.</param>
public sealed record FalseLink(int Index, int Start, string Left, string Right, Decision Decision);

/// <summary>Chains <c>a = b = c</c> as claims: each link is checked by itself.</summary>
public static class Chains
{
    /// <summary>The links that are false; a link between names and values claims nothing that could be checked.</summary>
    /// <remarks>A member written as a decimal may be rounded at its last digit.</remarks>
    public static Sequence<FalseLink> Check(FormulaReading reading)
    {
        var links = new List<FalseLink>();
        for (var i = 1; i < reading.Members.Count; i++)
        {
            var (left, right) = (reading.Members[i - 1].Expression, reading.Members[i].Expression);
            if (reading.Members[i].Operator is not (RelationOperator.Equal or RelationOperator.Approximately) || Naming.IsName(left) || SymbolRoles.Of(left, right).Names.Count > 0)
                continue;
            var decision = Equality.Decide(left, right);
            if (decision.Verdict == EqualityVerdict.Different && !AgreesAsWritten(left, right, reading.Members[i].Operator))
                links.Add(new(i + 1, reading.Members[i].Start, left.ToString(), right.ToString(), decision));
        }

        return [.. links];
    }

    internal static string? FalseLink(FormulaReading reading) =>
        Check(reading) is [var first, ..] ? $"{first.Left} = {first.Right} does not hold, at {first.Start + 1}" : null;

    private static bool AgreesAsWritten(Expression left, Expression right, RelationOperator? relation)
    {
        if (Numerals.ValueOf(left) is not { } one || Numerals.ValueOf(right) is not { } two)
            return false;
        var minimum = relation == RelationOperator.Approximately ? 1 : 2;
        return new AsWritten(minimum).Judge(two, Numerals.WrittenOf(right), one) != Agreement.Differs || new AsWritten(minimum).Judge(one, Numerals.WrittenOf(left), two) != Agreement.Differs;
    }
}
