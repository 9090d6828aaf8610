using Grader.Reference;

namespace Grader.Grading.Checks;

/// <summary>The list of kinds of check, and who judges each.</summary>
internal static class CheckKinds
{
    public static ValueGrader? ValueGraderFor(Check check) => check switch
    {
        NumberCheck number => new NumberGrader(number),
        VectorCheck vector => new VectorGrader(vector),
        MatrixCheck matrix => new MatrixGrader(matrix),
        OwnCheck own => new OwnGrader(own),
        _ => null,
    };

    public static ClaimGrader? ClaimGraderFor(Check check) => check switch
    {
        ChoiceCheck choice => new ChoiceGrader(choice),
        RubricCheck rubric => new RubricGrader(rubric),
        BandCheck band => new BandGrader(band),
        DifferenceCheck difference => new DifferenceGrader(difference),
        EffectCheck effect => new EffectGrader(effect),
        OrderCheck order => new OrderGrader(order),
        _ => null,
    };
}
