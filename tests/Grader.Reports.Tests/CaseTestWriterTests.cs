using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference.Training;

namespace Grader.Reports.Tests;

[TestFixture]
public sealed class CaseTestWriterTests
{
    private static readonly CaseTestReport Report = new("hw6", "Homework 6 <b>", "0f", 1001, 7,
    [
        new("1a.width", "number", 480, 2, 1, 0, 21, 3, 9),
        new("1b.words", "rubric", 501, 0, 4, 1, 0, 0, 0),
    ])
    {
        Changes = [new("digit", 20, 2, 8), new("“or” another", 1, 1, 0)],
        LeftOut = [new("a tab | between a name and a number", 12)],
        Bands = [new("2a.accuracy", Rational.Of(6713, 100), Rational.Of(7829, 100), Percent: true, 8, Rational.Of(1, 120), Rational.Of(19, 20), new HeldOut(8, 7, new(Rational.Of(3, 1000), Rational.Of(5265, 10000)))), new("2b.loss", Rational.Zero, Rational.One, Percent: false, 2, Rational.Of(1, 120), Rational.Of(19, 20), null)],
        Findings = ["1a.width: the mistake no-padding gives 31, which this check takes for 32."],
        Failures =
        [
            new(Failing.FalseAccept, ["1a.width"], "digit", "digit of 1a.width", "Layout=3 Number=5", 17, Verdict.Correct, "Agrees with the key.", "# Homework\r\n\r\n- Width:\r\n  - `42` \u001b[31m<script>\r\n"),
            new(Failing.Review, ["1b.words", "1a.width"], "", "", "", 4, Verdict.NeedsReview, "Two different final answers: “2” here and “3” in line 5.", "```\n2\n```\n"),
        ],
    };

    [Test]
    public async Task Text() => await Verify(TextRatesWriter.Write(CaseTestPage.Of(Report)));

    [Test]
    public async Task Markdown() => await Verify(MarkdownRatesWriter.Write(CaseTestPage.Of(Report)), "md");

    [Test]
    public async Task Html() => await Verify(HtmlRatesWriter.Write(CaseTestPage.Of(Report)), "html");

    [Test]
    public async Task Json() => await Verify(JsonCaseTestWriter.Write(Report, "1.0.0"), "json");

    [TestCase(0, 0, "-")]
    [TestCase(0, 5000, "0 (0 to 0.074 %)")]
    [TestCase(1, 1, "1 (2.5 to 100 %)")]
    [TestCase(3, 21, "3 (3 to 36 %)")]
    [TestCase(1, 10000000, "1 (0 to 0.000056 %)")]
    public void Share(int count, int of, string text) => Assert.That(ShareText.Of(count, of), Is.EqualTo(text));
}
