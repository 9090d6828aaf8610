using Grader.Mathematics;

namespace Grader.Grading.Checks;

/// <summary>Compares one entry of a vector or matrix, numeric or symbolic, with the key's.</summary>
internal static class EntryJudge
{
    public static Agreement Judge(Expression entry, Value key, Tolerance tolerance)
    {
        if (key is Symbolic symbolic)
            return Decide(symbolic.Expression, entry);
        var number = key switch
        {
            Exact exact => exact.Number,
            Approximate approximate => Rational.FromDouble(approximate.Number),
            _ => (Rational?)null,
        };
        if (number is not { } right)
            return Agreement.Differs;
        return Answers.SubmittedNumber.Of(entry) is { Unit: "" } submitted
            ? tolerance.Judge(submitted.Value, submitted.Written, right)
            : Decide(new Number(right), entry);
    }

    public static Agreement Decide(Expression key, Expression entry) => key == entry ? Agreement.Agrees : Equality.Decide(key, entry).Verdict switch
    {
        EqualityVerdict.Equal => Agreement.Agrees,
        EqualityVerdict.Different => Agreement.Differs,
        // Undecided is a doubt, and a doubt goes to a person.
        _ => Agreement.TooCoarse,
    };

    /// <summary>An entry as the report shows it.</summary>
    public static string Print(Expression entry) => Answers.SubmittedNumber.Of(entry) is { } number ? ValuePrinter.Print(number.Value) : entry.ToString();
}
