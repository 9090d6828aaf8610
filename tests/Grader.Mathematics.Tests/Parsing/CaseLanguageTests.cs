namespace Grader.Mathematics.Tests;

[TestFixture]
public sealed class CaseLanguageTests
{
    [TestCase("layer1.outputWidth")]
    [TestCase("layer1.parameters*layer1.outputWidth")]
    [TestCase("w_1 + x1")]
    [TestCase("floor((W - k + 2*p)/s) + 1")]
    [TestCase("if(a < b, [1, 2], [[1, 2], [3, 4]])")]
    [TestCase("A^T*B")]
    [TestCase("mean(X, 1)")]
    [TestCase("sqrt(variance + 0.00001)")]
    [TestCase("x = 1")]
    public void Read_case_formula_prints_as_it_was_written(string text) =>
        Assert.That(Formula.Read(text, FormulaOptions.Case).Expression!.ToString(), Is.EqualTo(text));

    [Test]
    public void Read_name_of_several_letters_is_one_name() =>
        Assert.That(Formula.Read("layer1.outputWidth", FormulaOptions.Case).Expression, Is.EqualTo(new Symbol("layer1.outputWidth")));

    [TestCase("2p", 1)]
    [TestCase("unknownFunction(3)", 0)]
    [TestCase("a b", 2)]
    public void Read_what_the_case_language_has_not_is_an_error(string text, int position) =>
        Assert.That(Formula.Read(text, FormulaOptions.Case).Error?.Position, Is.EqualTo(position));
}
