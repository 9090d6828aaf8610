using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports.Tests;

[TestFixture]
public sealed class LabelledWriterTests
{
    private static readonly LabelledReport Report = new("hw6", "Homework 6 <b>", "0f", 12,
    [
        new("1a.width", "number", Right: 8, Wrong: 4, Agreed: 7, FalseAccepts: 1, FalseRejects: 2, Reviews: 1, Unreadable: 1, Otherwise: 0),
        new("1b.words", "rubric", Right: 6, Wrong: 5, Agreed: 9, FalseAccepts: 0, FalseRejects: 0, Reviews: 1, Unreadable: 0, Otherwise: 1),
        LabelledRates.None("1c.unlabelled", "number"),
    ],
    [
        new("rubric checks", [[5, 0, 0, 0, 1], [0, 0, 0, 0, 0], [0, 0, 0, 0, 4], [0, 0, 0, 1, 0], [0, 0, 0, 0, 0]]),
        new("other answers in words", [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]),
        new("one rating", [[3, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]),
    ],
    [
        new(Judged.FalseAccept, "anna.md", "1a.width", new("32 | \u001b[31m<i>", 4, 7, 4, 9), Verdict.Correct, [Verdict.Incorrect], "Agrees with the key.", "maybe 32"),
        new(Judged.FalseReject, "ben.ipynb", "1a.width", new("21", 2, 1, 2, 3) { In = new(3, 1, 0, "", "cell 3, output 1") }, Verdict.Incorrect, [Verdict.Correct, Verdict.NeedsReview], "Differs from the key.", ""),
        new(Judged.Unreadable, "cem.pdf", "1a.width", null, Verdict.Unreadable, [Verdict.Correct], "This is a PDF, not text.", ""),
        new(Judged.Review, "dora.md", "1b.words", new("Yes.", 9, 1, 9, 5), Verdict.NeedsReview, [Verdict.Correct], "No plain claim.", ""),
        new(Judged.Otherwise, "dora.md", "1b.words", null, Verdict.Missing, [Verdict.Incorrect, Verdict.Partial], "Nothing in this part says it.", ""),
    ],
    [new("cem.pdf", "This is a PDF, not text.")]);

    [Test]
    public async Task Text() => await Verify(TextRatesWriter.Write(LabelledPage.Of(Report)));

    [Test]
    public async Task Markdown() => await Verify(MarkdownRatesWriter.Write(LabelledPage.Of(Report)), "md");

    [Test]
    public async Task Html() => await Verify(HtmlRatesWriter.Write(LabelledPage.Of(Report)), "html");

    [Test]
    public async Task Json() => await Verify(JsonLabelledWriter.Write(Report, "1.0.0"), "json");
}
