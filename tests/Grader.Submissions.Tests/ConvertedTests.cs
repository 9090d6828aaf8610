namespace Grader.Submissions.Tests;

/// <summary>Text that a converter made, page by page.</summary>
public sealed class ConvertedTests
{
    [TestCase("W = 3\n", "line 1: W = 3")]
    [TestCase("W = 3\n\f", "page 1, line 1: W = 3")]
    [TestCase("W = 3\n\fV = 4\n\f", "page 1, line 1: W = 3|page 2, line 1: V = 4")]
    [TestCase("W = 3\r\n\fV = 4\r\n\f\n", "page 1, line 1: W = 3|page 2, line 1: V = 4")]
    [TestCase("Head of all pages\nW = 3\n\fHead of all pages\n\nV = 4\n\f", "page 1, line 2: W = 3|page 2, line 3: V = 4")]
    [TestCase("W = 3\n            1\n\fV = 4\n            2\n\f", "page 1, line 1: W = 3|page 2, line 1: V = 4")]
    [TestCase("W = 3\nPage 1 of 2\n\fV = 4\n- 2 -\n\f", "page 1, line 1: W = 3|page 2, line 1: V = 4")]
    [TestCase("Ada Lovelace, homework of week five     1\nW = 3\n\fAda Lovelace, homework of week five     2\nV = 4\n\f", "page 1, line 2: W = 3|page 2, line 2: V = 4")]
    public void Lines_count_on_each_page_and_what_runs_along_is_no_statement(string text, string formulas)
    {
        var document = ConvertedReader.Read("x.pdf", text);
        Assert.That(string.Join('|', document.Sections.Items.SelectMany(section => section.Statements.Items).OfType<FormulaStatement>().Where(formula => formula.Members.Count > 1).Select(formula => $"{formula.Place.Where}: {formula.Text}")), Is.EqualTo(formulas));
        Assert.That(document.LooksConverted, Is.True);
    }

    [TestCase("W = 32\n\fW = 33\n\f", "W = 33")]
    [TestCase("Question 1\n\nW = 3\n\fQuestion 2\n\nW = 4\n\f", "Question 2")]
    [TestCase("(a)\nW = 3\n\f(a)\nW = 4\n\f", "(a)\nW = 4")]
    [TestCase("Answer:        17\n\fAnswer:        18\n\f", "Answer:        18")]
    [TestCase("W = 3\n         32\n\fW = 4\n         32\n\f", "         32\n\nW = 4\n         32\n")]
    [TestCase("Homework five of Ada\n\fsomething else\n\fHomework five of Ada\n\fmore\n\f", "Homework five of Ada\n\nmore")]
    public void What_only_looks_like_it_stays(string text, string kept) => Assert.That(ConvertedReader.Read("x.pdf", text).Text, Does.Contain(kept));

    [Test]
    public void Questions_and_parts_are_found_in_a_layout_with_a_margin()
    {
        var document = ConvertedReader.Read("x.pdf", "\n        CS 7                Homework 5                 Ada\n\n        Question 1\n\n        (a)   W = 3\n\n        (b)   V = 4\n\n                                  1\n\f        Question 2\n\n        (a)   U = 5\n");
        Assert.That(document.Sections.Items.Where(section => section.Statements.Items.OfType<FormulaStatement>().Any()).Select(section => $"{section.Question}{section.Part}"), Is.SupersetOf(new[] { "1a", "1b", "2a" }));
    }
}
