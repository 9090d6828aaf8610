using System.Globalization;
using System.Text;

namespace Grader.Training.SecondOpinion;

/// <summary>For a person: a line a question, what is not covered and why, and each disagreement with both values.</summary>
internal static class AgreementText
{
    public static string Write(AssignmentAgreement agreement)
    {
        var text = new StringBuilder();
        Line($"{agreement.Id}: {agreement.Title}{(agreement.Student.Length > 0 ? $", as drawn for {agreement.Student}" : "")}");
        foreach (var question in agreement.Questions)
        {
            Line($"");
            Line($"Question {question.Id}  {question.Title}{(question.Engine.Length > 0 ? $" ({question.Engine})" : "")}");
            if (question.Quantities == 0)
                Line($"  nothing to compute: the worksheet is empty");
            else
                Line($"  {Count(question.Quantities, "quantity", "quantities")}: {question.Agreed} agree{(question.Again > 0 ? $", {question.Again} of them the question's own formulas, evaluated again" : "")}; {Count(question.Inputs, "input", "inputs")} read alike");
            foreach (var left in question.NotCovered)
                Line($"  - {left.Quantity}: not covered: {left.Why}");
            foreach (var disagreement in question.Disagreements)
                Line($"  x {question.Id}: {disagreement.Quantity}: the worksheet has {disagreement.Worksheet}, the second implementation {disagreement.Second}");
        }

        Line($"");
        Line($"Total: {agreement.Agreed} of {Count(agreement.Quantities, "quantity", "quantities")} agree, {agreement.NotCovered} not covered.");
        Line($"Compared in double precision, shapes too: numbers agree within 1e-9 of the larger.");
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Count(int count, string one, string several) => count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count} {several}");
}
