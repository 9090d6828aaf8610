using Grader.Mathematics;
using Grader.Reference;
using Grader.Reference.Tests;

namespace Grader.Training.Tests.SecondOpinion;

/// <summary>Every assignment of the repository against the second implementation, and every mistake that it knows as a planted wrong formula.</summary>
[TestFixture]
public sealed class CaseVerificationTests : TorchFixture
{
    private static IEnumerable<string> Assignments => Verified.Assignments;

    [TestCaseSource(nameof(Assignments))]
    public void All_quantities_are_covered_and_agree(string assignment)
    {
        foreach (var question in Verified.All(MemoryCase.FromFolder(assignment)))
        {
            Assert.That(question.Disagreements, Is.Empty, question.Id);
            Assert.That(question.NotCovered, Is.Empty, question.Id);
            Assert.That(question.Agreed, Is.EqualTo(question.Quantities), question.Id);
        }
    }

    /// <summary>Floor forgotten, variance divided by m − 1, matrix not transposed: a mistake that changes a value anywhere is a worksheet that the second implementation contradicts.</summary>
    [TestCaseSource(nameof(Assignments))]
    public void Each_known_mistake_is_contradicted_where_it_changes_a_value(string assignment)
    {
        var source = MemoryCase.FromFolder(assignment);
        var questions = CaseReader.Read(source).Assignment!.Questions;
        var drawn = DrawnQuestion.Read(source);
        for (var index = 0; index < questions.Count; index++)
        {
            var question = questions[index];
            foreach (var occurrence in question.Worksheet.Mistakes.Items.SelectMany(mistake => mistake.Occurrences.Items))
            {
                var wrong = question.Worksheet.Making([occurrence]);
                if (wrong.Quantities.Items.All(quantity => Same(wrong[quantity.Name].Value, question.Worksheet[quantity.Name].Value)))
                    continue;
                Assert.That(Training.SecondOpinion.QuestionComparison.Of(question, wrong, drawn[index], source).Disagreements, Is.Not.Empty, $"{question.Id}: {occurrence.Mistake} {occurrence.Where}");
            }
        }
    }

    private static bool Same(Value? one, Value? other) => (one, other) switch
    {
        (Tensor left, Tensor right) => left.Shape == right.Shape && left.Entries.Items.Zip(right.Entries.Items).All(pair => Same(pair.First, pair.Second)),
        (Approximate or Exact, Approximate or Exact) => Math.Abs(Grader.Reference.Tests.Values.Number(one) - Grader.Reference.Tests.Values.Number(other)) <= 1e-12 * Math.Max(1, Math.Abs(Grader.Reference.Tests.Values.Number(one))),
        _ => Equals(one, other),
    };
}
