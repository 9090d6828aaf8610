namespace Grader.Submissions.Tests;

/// <summary>R Markdown and Quarto: the head and the code are no answers, what R printed may be.</summary>
public sealed class RMarkdownTests
{
    [TestCase("---\ntitle: \"Homework 5\"\nauthor: A\ndate: 2026-11-24\noutput:\n  html_document:\n    toc: true\n---\n\nW = 3\n", "W = 3")]
    [TestCase("---\ntitle: W = 4\nformat: html\n...\nW = 3\n", "W = 3")]
    [TestCase("---\r\ntitle: \"about $a_1 = 4$\"\r\n---\r\n\r\nW = 3\r\n", "W = 3")]
    [TestCase("---\n\nW = 3\n\n---\n\nV = 4\n", "W = 3|V = 4")]
    [TestCase("---\nW: 3 = 3\n---\n\nV = 4\n", "3 = 3|V = 4")]
    public void Front_matter_is_no_answer(string text, string formulas) => Assert.That(Formulas(text), Is.EqualTo(formulas));

    [TestCase("```{r echo=FALSE}\nW = 4\n```\n\nW = 3\n", "W = 3")]
    [TestCase("```{python}\n#| label: fig\nW = 4\n```\n\nW = 3\n", "W = 3")]
    [TestCase("```r\nW = 4\n```\n\nW = 3\n", "W = 3")]
    [TestCase("``` {.r .cell-code}\nW = 4\n```\n\nW = 3\n", "W = 3")]
    [TestCase("The width is `r 1 + 3`, so\n\nW = 3\n", "W = 3")]
    [TestCase("The width is `{python} W = 4`.\n\nW = 3\n", "W = 3")]
    [TestCase("With `r = 4` the rest follows.\n", "r = 4")]
    public void Code_is_no_answer(string text, string formulas) => Assert.That(Formulas(text), Is.EqualTo(formulas));

    [TestCase("```\n## [1] 0.85\n```\n", "0.85")]
    [TestCase("```\n[1] 0.85\n```\n", "0.85")]
    [TestCase("```\n## W = 3\n```\n", "W = 3")]
    [TestCase("```\n##  [1] 1 2 3\n##  [4] 4 5 6\n```\n", "1 2 3\n## [4] 4 5 6")]
    [TestCase("```\n##      [,1] [,2]\n## [1,]    1    2\n## [2,]    3    4\n```\n", "[1, 2; 3, 4]")]
    [TestCase("```\n## a comment\nW = 3\n```\n", "## a comment|W = 3")]
    [TestCase("```\n[1]\n```\n", "[1]")]
    [TestCase("```\n[1, 2]\n```\n", "[1, 2]")]
    public void What_R_printed_stands_as_it_is(string text, string said) => Assert.That(Said(text), Is.EqualTo(said));

    [Test]
    public void What_R_printed_keeps_its_place()
    {
        var statement = SubmissionReader.Read("x.md", "```\n## [1] 0.85\n```\n").Sections.Items.SelectMany(section => section.Statements.Items).First();
        Assert.That((statement.Place.Line, statement.Place.Column, statement.Text), Is.EqualTo((2, 8, "0.85")));
    }

    private static string Formulas(string text) => string.Join('|', SubmissionReader.Read("x.Rmd", text).Sections.Items.SelectMany(section => section.Statements.Items).OfType<FormulaStatement>().Select(formula => formula.Text));

    private static string Said(string text) => string.Join('|', SubmissionReader.Read("x.md", text).Sections.Items.SelectMany(section => section.Statements.Items).Select(statement => statement switch
    {
        TableStatement table => $"[{string.Join("; ", table.Rows.Items.Select(row => string.Join(", ", row.Items.Select(cell => cell.Text))))}]",
        _ => string.Join(' ', statement.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    }));
}
