namespace Grader.Mathematics;

/// <summary>One pair to compare.</summary>
/// <param name="Gold">The right answer: a formula, or prose that holds one.</param>
/// <param name="Answer">What was answered, in the same ways.</param>
/// <param name="Mode">One of <see cref="AnswerComparison.Modes"/>; null is <c>auto</c>.</param>
/// <param name="Tolerance">Null: as many digits as written, at least three significant.</param>
/// <param name="GoldSyntax"><c>python</c> where the gold is Python with SymPy's names; null or <c>latex</c> otherwise.</param>
public sealed record ComparisonRequest(string Gold, string Answer, string? Mode = null, ComparisonTolerance? Tolerance = null, string? GoldSyntax = null, string? Id = null);

/// <param name="Type"><c>relative</c>, <c>absolute</c>, <c>sigfigs</c> or <c>decimals</c>.</param>
/// <param name="Value">The bound; for sigfigs and decimals the number of digits to which both are rounded.</param>
/// <param name="Written">How many such digits the answer must be written to; null for any.</param>
public sealed record ComparisonTolerance(string Type, Rational Value, int? Written = null);

public enum ComparisonVerdict
{
    Equal,
    Different,
    Undecided,

    /// <summary>The gold, the answer or the request could not be read whole.</summary>
    Unreadable,
}

/// <param name="Rule">What decided.</param>
/// <param name="Witness">A point where the two differ, with both values.</param>
/// <param name="Message">What a person should know: what could not be read and where, a link of a chain that is false.</param>
public sealed record ComparisonResult(string? Id, ComparisonVerdict Verdict, string Rule, string? Witness = null, string? Message = null);
