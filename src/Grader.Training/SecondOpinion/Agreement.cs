using Grader.Mathematics;

namespace Grader.Training.SecondOpinion;

/// <summary>How an assignment's worksheets compare with a second implementation.</summary>
/// <param name="Student">Whose variant; empty for nobody's.</param>
internal sealed record AssignmentAgreement(string Id, string Title, string Student, Sequence<QuestionAgreement> Questions)
{
    public int Quantities => Questions.Items.Sum(question => question.Quantities);

    public int Agreed => Questions.Items.Sum(question => question.Agreed);

    public int NotCovered => Questions.Items.Sum(question => question.NotCovered.Count);

    public bool Agrees => Questions.Items.All(question => question.Disagreements.Count == 0);
}

/// <param name="Engine">Empty where the question has none.</param>
/// <param name="Quantities">What its worksheet computes; inputs are not counted.</param>
/// <param name="Agreed">Of these, what the second implementation agrees with.</param>
/// <param name="Again">Of these, the question's own formulas: evaluated again by another evaluator, but the formula is the author's.</param>
/// <param name="Inputs">Inputs that the two read alike.</param>
/// <param name="NotCovered">What the second implementation says nothing of.</param>
internal sealed record QuestionAgreement(string Id, string Title, string Engine, int Quantities, int Agreed, int Again, int Inputs, Sequence<NotCovered> NotCovered, Sequence<Disagreement> Disagreements);

/// <param name="Why"><c>values of a script: solve.py</c>.</param>
internal sealed record NotCovered(string Quantity, string Why);

/// <param name="Quantity">With the entry that differs first: <c>mean (2, 1)</c>.</param>
/// <param name="Worksheet">Its value on the worksheet, exact where it is; or its shape.</param>
internal sealed record Disagreement(string Quantity, string Worksheet, string Second);
