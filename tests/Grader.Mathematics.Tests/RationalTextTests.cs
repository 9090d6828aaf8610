namespace Grader.Mathematics.Tests;

/// <summary>Which fractions are written as decimals.</summary>
[TestFixture]
public sealed class RationalTextTests
{
    [TestCase(7, 1, "7")]
    [TestCase(0, 3, "0")]
    [TestCase(-1, 2, "-0.5")]
    [TestCase(9023, 100, "90.23")]
    [TestCase(1, 3, "1/3")]
    [TestCase(-7, 9, "-7/9")]
    [TestCase(1, 6, "1/6")]
    [TestCase(1, 1024, "0.0009765625")]
    public void Text_says_whether_it_is_a_decimal(int numerator, int denominator, string text)
    {
        var number = Rational.Of(numerator, denominator);
        Assert.That((number.ToString(), number.IsDecimal), Is.EqualTo((text, !text.Contains('/'))));
    }

    [TestCase(2, 20, true)]
    [TestCase(2, 21, false)]
    [TestCase(5, 20, true)]
    [TestCase(5, 21, false)]
    [TestCase(10, 20, true)]
    [TestCase(10, 21, false)]
    [TestCase(2, 47_758, false)]
    public void Places_have_a_bound(int factor, int power, bool isDecimal)
    {
        var number = Rational.One / Rational.Of(System.Numerics.BigInteger.Pow(factor, power), 1);
        Assert.That((number.IsDecimal, !number.ToString().Contains('/')), Is.EqualTo((isDecimal, isDecimal)));
    }
}
