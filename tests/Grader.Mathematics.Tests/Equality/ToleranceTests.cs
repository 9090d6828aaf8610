namespace Grader.Mathematics.Tests;

[TestFixture]
public sealed class ToleranceTests
{
    private static Agreement Judge(Tolerance tolerance, string submitted, Rational key)
    {
        var expression = Formula.Read(submitted).Expression!;
        var negative = expression is Negation;
        var number = (Number)(expression is Negation negation ? negation.Operand : expression);
        return tolerance.Judge(negative ? -number.Value : number.Value, number.Written, key);
    }

    [TestCase("0.667", 2, 3, Agreement.Agrees)]
    [TestCase("0.666", 2, 3, Agreement.TooCoarse, Description = "cut off, not rounded")]
    [TestCase("0.668", 2, 3, Agreement.Differs)]
    [TestCase("0.67", 2, 3, Agreement.TooCoarse)]
    [TestCase("-0.667", 2, 3, Agreement.Differs)]
    [TestCase("0.6666667", 2, 3, Agreement.Agrees)]
    [TestCase("0.125", 1, 8, Agreement.Agrees)]
    [TestCase("0.12", 1, 8, Agreement.TooCoarse, Description = "a half may go either way")]
    [TestCase("0.13", 1, 8, Agreement.TooCoarse)]
    [TestCase("50", 50, 1, Agreement.Agrees)]
    [TestCase("0", 0, 1, Agreement.Agrees)]
    [TestCase("0.00", 1, 1000, Agreement.TooCoarse)]
    [TestCase("21", 43, 2, Agreement.TooCoarse)]
    [TestCase("21", 22, 1, Agreement.Differs, Description = "a whole unit off")]
    [TestCase("0", 3, 5, Agreement.TooCoarse)]
    [TestCase("0", -3, 5, Agreement.TooCoarse)]
    [TestCase("1", -1, 5, Agreement.Differs)]
    public void Judge_as_written(string submitted, int numerator, int denominator, Agreement expected) =>
        Assert.That(Judge(Tolerance.Default, submitted, Rational.Of(numerator, denominator)), Is.EqualTo(expected));

    [TestCase("1509949440", Agreement.Agrees)]
    [TestCase("1,509,949,441", Agreement.Differs)]
    [TestCase("1509900000", Agreement.Differs, Description = "written out whole")]
    [TestCase("1.5099e9", Agreement.Agrees)]
    [TestCase("1.510e9", Agreement.Agrees)]
    [TestCase("1.51e9", Agreement.TooCoarse)]
    [TestCase("1.509e9", Agreement.TooCoarse)]
    [TestCase("1.5098e9", Agreement.Differs)]
    public void Judge_count(string submitted, Agreement expected) =>
        Assert.That(Judge(new CountTolerance(4), submitted, 1509949440), Is.EqualTo(expected));

    [TestCase("10.5", Agreement.Agrees)]
    [TestCase("10.51", Agreement.Differs)]
    [TestCase("9.5", Agreement.Agrees)]
    public void Judge_absolute(string submitted, Agreement expected) => Assert.That(Judge(new AbsoluteTolerance(Rational.Of(1, 2)), submitted, 10), Is.EqualTo(expected));

    [TestCase("-101", Agreement.Agrees)]
    [TestCase("-101.1", Agreement.Differs)]
    [TestCase("100", Agreement.Differs)]
    public void Judge_relative(string submitted, Agreement expected) => Assert.That(Judge(new RelativeTolerance(Rational.Of(1, 100)), submitted, -100), Is.EqualTo(expected));

    /// <summary>Where nothing on the way was rounded, the result itself is.</summary>
    [TestCase("10.004", Agreement.Agrees)]
    [TestCase("10.005", Agreement.Agrees)]
    [TestCase("9.995", Agreement.Agrees)]
    [TestCase("10.006", Agreement.Differs)]
    [TestCase("10.02", Agreement.Differs)]
    public void Judge_rounded_result(string submitted, Agreement expected) => Assert.That(Judge(new WorkingTolerance(2, Rational.Zero), submitted, 10), Is.EqualTo(expected));

    // Each number on the way rounded to two places: the result may be off by 0.3, in the way that was gone by 0.1.
    [TestCase("10.004", 100, Agreement.Agrees, Description = "the result itself, rounded")]
    [TestCase("10.005", 100, Agreement.Agrees)]
    [TestCase("10.1", 100, Agreement.Agrees)]
    [TestCase("9.9", 100, Agreement.Agrees)]
    [TestCase("10.11", 100, Agreement.Differs)]
    [TestCase("10.2", -1, Agreement.Agrees, Description = "no other way: the bound of the right one")]
    [TestCase("10.3", -1, Agreement.Agrees)]
    [TestCase("10.31", -1, Agreement.Differs)]
    [TestCase("10.9", 5000, Agreement.Agrees, Description = "a tenth, which another way may allow")]
    [TestCase("11", 5000, Agreement.Agrees)]
    [TestCase("11.01", 5000, Agreement.Differs, Description = "no way allows more than a tenth")]
    [TestCase("-10", 5000, Agreement.Differs)]
    public void Judge_by_rounding_on_the_way(string submitted, int hereInThousandths, Agreement expected) =>
        Assert.That(Judge(new WorkingTolerance(2, Rational.Of(3, 10), hereInThousandths < 0 ? null : () => Rational.Of(hereInThousandths, 1000)), submitted, 10), Is.EqualTo(expected));

    [TestCase("0.0000", 0, Agreement.Agrees)]
    [TestCase("0.001", 0, Agreement.Differs, Description = "a whole last digit off")]
    [TestCase("0.66", -2, Agreement.Differs, Description = "cut off, of the other sign")]
    [TestCase("-0.66", -2, Agreement.TooCoarse)]
    [TestCase("0.6665", 2, Agreement.Differs)]
    [TestCase("0.6667", 2, Agreement.Agrees)]
    [TestCase("0.6666", 2, Agreement.TooCoarse)]
    public void Judge_cut_off_digits(string submitted, int thirds, Agreement expected) => Assert.That(Judge(Tolerance.Default, submitted, Rational.Of(thirds, 3)), Is.EqualTo(expected));

    [Test]
    public void Judge_count_that_was_computed_must_be_exact() =>
        Assert.That(new CountTolerance(4).Judge(1_509_900_000, null, 1_509_949_440), Is.EqualTo(Agreement.Differs));

    [Test]
    public void Judge_computed_value_is_exact() =>
        Assert.That(Tolerance.Default.Judge(Rational.Of(7, 9), null, Rational.Of(7, 9)), Is.EqualTo(Agreement.Agrees));
}
