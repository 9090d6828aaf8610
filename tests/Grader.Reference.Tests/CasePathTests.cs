namespace Grader.Reference.Tests;

[TestFixture]
public sealed class CasePathTests
{
    [TestCase("a.csv", "a.csv")]
    [TestCase("./a.csv", "a.csv")]
    [TestCase("reference//runs.csv", "reference/runs.csv")]
    [TestCase("tables/../a.csv", "a.csv")]
    [TestCase("a/b/../../c", "c")]
    [TestCase("...", "...")]
    [TestCase("ä/ö", "ä/ö")]
    public void Written_one_way(string written, string path) => Assert.That(CasePath.Of(written), Is.EqualTo(path));

    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    [TestCase("../a.csv")]
    [TestCase("a/../../b")]
    [TestCase("/etc/passwd")]
    [TestCase("C:/a")]
    [TestCase("a\\b")]
    [TestCase("a\0b")]
    [TestCase("two\nlines")]
    public void No_name_of_an_assignments_file(string written) => Assert.That(CasePath.Of(written), Is.Null);
}
