using Grader.Grading.Answers;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Checks;

/// <summary>Judges the answer to a check whose right answer is a quantity of the worksheet.</summary>
internal abstract class ValueGrader(Check check) : IContestant
{
    public Check Check => check;

    /// <summary>What the check binds; the first is what an answer is compared with.</summary>
    public abstract IReadOnlyList<string> Quantities { get; }

    public abstract bool Takes(Answer answer);

    public virtual int Preference(Answer answer) => 0;

    public virtual bool IsGiven(Answer answer) => false;

    /// <summary>The answers of a part that may be this check's alone, before those that all checks of the part compete for.</summary>
    public virtual IReadOnlyList<Answer> OwnCandidates(PartReading part) => [];

    /// <summary>How the answer compares with the quantity, or with the alternative to it that it is nearest to.</summary>
    public virtual Judgement Judge(Answer answer, Worksheet worksheet)
    {
        var best = JudgeAgainst(answer, ValueIn(worksheet), worksheet);
        foreach (var alternative in Check.Alternatives)
        {
            if (best.Agreement == Agreement.Agrees)
                break;
            var other = JudgeAgainst(answer, worksheet[alternative].Value, worksheet);
            if (other.IsNearerThan(best))
                best = other with { Alternative = alternative };
        }

        return best;
    }

    /// <summary>Two worksheets that give the quantity one value judge an answer alike: nothing else of them is looked at.</summary>
    public bool DependsOnValueAlone => Check.Alternatives.Count == 0 && Tolerance is not (null or WorkingTolerance);

    /// <summary>Null where there is no right value.</summary>
    protected virtual Tolerance? Tolerance => null;

    /// <param name="worksheet">Whose quantity the right value is.</param>
    protected abstract Judgement JudgeAgainst(Answer answer, Value? right, Worksheet worksheet);

    /// <summary>What the student's answer puts in the place of the quantity; null where it cannot stand there.</summary>
    public abstract Value? OwnValue(Answer answer);

    /// <summary>The student's answer, printed as the right one is; empty where it cannot stand in its place.</summary>
    public virtual string Print(Answer answer) => OwnValue(answer) is { } value ? ValuePrinter.Print(value) : "";

    /// <summary>The right answer, printed for the report.</summary>
    public abstract string Print(Worksheet worksheet);

    /// <summary>A check's tolerance where the right answer is what a worksheet says: with other values on the way, rounding moves it further or less far.</summary>
    protected Tolerance On(Worksheet worksheet, Tolerance tolerance) => tolerance is WorkingTolerance working
        ? working with { Here = () => Quantities.Select(quantity => worksheet.RoundingBound(quantity, working.Decimals)).Max() }
        : tolerance;

    protected Value? ValueIn(Worksheet worksheet) => worksheet[Quantities[0]].Value;
}
