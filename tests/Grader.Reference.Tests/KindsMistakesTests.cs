namespace Grader.Reference.Tests;

/// <summary>A mistake that changes no answer of its smallest assignment shows nothing there.</summary>
public sealed class KindsMistakesTests
{
    [TestCase("logistic-regression")]
    [TestCase("svm-margin")]
    [TestCase("roc-auc")]
    [TestCase("gaussian-em")]
    [TestCase("pca")]
    [TestCase("linear-regression")]
    [TestCase("naive-bayes")]
    [TestCase("decision-tree")]
    [TestCase("perceptron")]
    public void Each_mistake_changes_an_answer(string kind)
    {
        var questions = CaseReader.Read(MemoryCase.FromFolder("kinds/" + kind)).Assignment!.Questions.Items;
        var made = questions.SelectMany(question => question.Worksheet.Mistakes.Items.Where(mistake => Quantities(question).Any(quantity =>
            !Equals(question.Worksheet.Making(mistake.Occurrences)[quantity].Value, question.Worksheet[quantity].Value))));
        Assert.That(
            made.Select(mistake => mistake.Id).Distinct(),
            Is.EquivalentTo(questions.SelectMany(question => question.Worksheet.Mistakes).Select(mistake => mistake.Id).Distinct()));
    }

    private static IEnumerable<string> Quantities(Question question) => question.Parts.Items.SelectMany(part => part.Checks.Items).SelectMany(check => check switch
    {
        NumberCheck number => number.Quantities.Items,
        VectorCheck vector => [vector.Quantity],
        MatrixCheck matrix => [matrix.Quantity],
        _ => [],
    });
}
