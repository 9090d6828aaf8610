using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports.Tests;

[TestFixture]
public sealed class PreviewWriterTests
{
    private static readonly PreviewExample Anna = new("anna.md", new("32 × 32", 4, 7, 4, 14));
    private static readonly PreviewExample Ben = new("ben.ipynb", new("21 | \u001b[31m<i>", 2, 1, 2, 3) { In = new(3, 1, 0, "", "cell 3, output 1") });

    private static readonly CasePreview Preview = new("hw6", "Homework 6 <b>", "0f", 14,
    [
        new("1a.width", "number", "width of the output", "32", [new("32", Verdict.Correct, 6, [], Anna), new("21", Verdict.Incorrect, 2, ["stride-plus-one"], Ben), .. Enumerable.Range(1, 9).Select(i => new ValueRead($"{i}", Verdict.Incorrect, 1, [], Anna))], []),
        new("1b.words", "rubric", "why", "", [new($"=cmd| {new string('x', 80)}", Verdict.Correct, 1, [], Anna)],
        [
            new(Verdict.Missing, "Part 1b has no text.", false, 3, new("cem.md", null)),
            new(Verdict.NeedsReview, "Entry (3, 3) is 1, not 11.", true, 4, Ben),
            .. "abcde".Select(c => new UnreadFor(Verdict.NeedsReview, $"Found “{c}”.", false, 1, Anna)),
        ]),
        new("1b.more", "number", "more", "5", [], [new(Verdict.Missing, "Part 1b has no text.", false, 3, new("cem.md", null))]),
    ],
    [new("dora.pdf", "This is a PDF, not text.")],
    [
        new(PreviewSign.NoText, ["1b.words", "1b.more"], 3, 5, "part 1b: no text was found in 3 of 5 submissions."),
        new(PreviewSign.NothingRead, ["1a.width"], 9, 10, "check 1a.width: nothing was read in 9 of 10 submissions: its labels may not fit."),
        new(PreviewSign.SharedWrongValue, ["1a.width"], 9, 10, "check 1a.width: 9 of 10 share the value <b>."),
        new(PreviewSign.Unreadable, ["1a.width"], 9, 10, "check 1a.width: not read whole."),
        new(PreviewSign.Review, ["1a.width"], 9, 10, "check 1a.width: left to a person."),
    ]);

    [Test]
    public async Task Text() => await Verify(TextRatesWriter.Write(PreviewPage.Of(Preview)));

    [Test]
    public async Task Markdown() => await Verify(MarkdownRatesWriter.Write(PreviewPage.Of(Preview)), "md");

    [Test]
    public async Task Html() => await Verify(HtmlRatesWriter.Write(PreviewPage.Of(Preview)), "html");

    [Test]
    public async Task Json() => await Verify(JsonPreviewWriter.Write(Preview, "1.0.0"), "json");

    [TestCase(1, 0, "1 submission. ")]
    [TestCase(1, 1, "1 submission, none of which could be read. ")]
    [TestCase(3, 3, "3 submissions, none of which could be read. ")]
    [TestCase(3, 1, "3 submissions, of which 1 could not be read. ")]
    public void Says_how_many_there_are(int submissions, int unread, string start) =>
        Assert.That(PreviewPage.Of(Preview with { Submissions = submissions, NotRead = [.. Enumerable.Repeat(Preview.NotRead[0], unread)] }).Summary, Does.StartWith(start));
}
