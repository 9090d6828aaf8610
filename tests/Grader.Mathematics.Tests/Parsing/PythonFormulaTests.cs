namespace Grader.Mathematics.Tests;

[TestFixture]
public sealed class PythonFormulaTests
{
    [TestCase("x**2 + 2*x", "x^2 + 2*x")]
    [TestCase("-x**2", "-x^2")]
    [TestCase("2**-1", "2^(-1)")]
    [TestCase("Rational(3, 4)", "3/4")]
    [TestCase("Rational('-7.13')", "-7.13")]
    [TestCase("Eq(a, b + 1)", "a = b + 1")]
    [TestCase("LessThan(x, y)", "x <= y")]
    [TestCase("Matrix([[1, 2], [3, 4]])", "[[1, 2], [3, 4]]")]
    [TestCase("Interval(a, b, left_open=True)", "(a, b]")]
    [TestCase("Function('f')(x)", "f(x)")]
    [TestCase("_Mul(2, _Pow(x, -1), evaluate=False)", "2*x^(-1)")]
    [TestCase("Abs(x) + ceiling(y)", "abs(x) + ceil(y)")]
    [TestCase("1 < x <= 3", "1 < x <= 3")]
    public void Read_python_prints_as(string text, string expected) => Assert.That(PythonFormula.Read(text).Expression?.ToString(), Is.EqualTo(expected));

    [TestCase("x +")]
    [TestCase("f(x")]
    [TestCase("x y")]
    [TestCase("2 $ 3")]
    [TestCase("'abc")]
    [TestCase("")]
    [TestCase("lambda x: x")]
    [TestCase("'' - q")]
    public void Read_what_is_no_expression_is_an_error(string text) => Assert.That(PythonFormula.Read(text).Expression, Is.Null);
}
