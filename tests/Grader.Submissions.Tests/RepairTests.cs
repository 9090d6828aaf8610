namespace Grader.Submissions.Tests;

/// <summary>What is mended, how it is said, and what is left alone since it has two readings.</summary>
public sealed class RepairTests
{
    [TestCase("$W = 1 6 7 7 7 2 1 6$", "W = 16777216", "digits that stand apart read as 16777216")]
    [TestCase("macs = 1 6 7 7 7 2 1 6", "= 16777216", "digits that stand apart read as 16777216")]
    [TestCase("macs = 10l4", "= 1014", "10l4 read as 1014")]
    [TestCase("macs = 1,O24", "= 1024", "1,O24 read as 1,024")]
    [TestCase("total = l474560", "= 1474560", "l474560 read as 1474560")]
    [TestCase("total = I474560", "= 1474560", "I474560 read as 1474560")]
    [TestCase("$W = l474560$", "W = 1474560", "l474560 read as 1474560")]
    [TestCase("total = 147456O", "= 1474560", "147456O read as 1474560")]
    [TestCase("$frac{7}{9} times 9 = 7$", "7/9*9 = 7", "put back the backslashes that were lost")]
    [TestCase("recall = frac{7}{9}", "= 7/9", "put back the backslashes that were lost")]
    [TestCase("$k \\times k k×k$", "k*k", "the formula stands there twice, read once")]
    [TestCase("Ｗ ＝ ３２", "W = 32", "full-width, mathematical or invisible characters read as the plain ones")]
    [TestCase("W\u200B = 32", "W = 32", "full-width, mathematical or invisible characters read as the plain ones")]
    [TestCase("W\n=\n1\n6\n7\n7\n7\n2\n1\n6", "W = 16777216", "digits that stand apart read as 16777216")]
    [TestCase("W = lfloor 63/2 rfloor = 31", "W = floor(63/2) = 31", "put back the backslashes that were lost")]
    [TestCase("$$W = \\frac { 6 2 } { 2 } + 1 = 32$$", "W = 62/2 + 1 = 32", "digits that stand apart read as 62")]
    [TestCase("$M = \\begin{bmatrix} -1 1 & 9 \\\\ 9 & 2 \\end{bmatrix}$", "M = [[-11, 9], [9, 2]]", "digits that stand apart read as 11")]
    [TestCase("$W = 1 1 7 9 6 4 8 \\cdot 3 2$", "W = 1179648*32", "digits that stand apart read as 32")]
    public void Read_mends_and_says_so(string text, string formula, string say)
    {
        var document = SubmissionReader.Read("x.md", text);
        var read = document.Sections.Items.SelectMany(section => section.Statements.Items).OfType<FormulaStatement>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Concat(read.Members.Items.Select(DocumentDump.Member)).TrimStart(), Is.EqualTo(formula));
            Assert.That(document.Repairs.Items.Select(repair => repair.Say), Is.EqualTo(new[] { say }));
        }
    }

    [TestCase("x = 1 1 0", "unread", Description = "a list or a number: two readings")]
    [TestCase("x = 14 74 56", "unread", Description = "three numbers or one")]
    [TestCase("x = 0 . 8 5", "unread", Description = "digits apart or two sentences")]
    [TestCase("x = 0. 85", "unread", Description = "digits apart or two sentences")]
    [TestCase("W\n=\n3\n2\n1", "unread", Description = "one glyph a line, too few to be sure of")]
    [TestCase("For a length l, total = l474560", "= l*474560", Description = "the letter l, or a 1")]
    [TestCase("total = l47", "= l_47", Description = "a name with an index, or 147")]
    [TestCase("In O(n) steps, total = 147456O", "= 147456*O", Description = "the letter O, or a 0")]
    [TestCase("T P = 48", "T*P = 48")]
    [TestCase("x _ { 1 1 } = 5", "x_11 = 5")]
    [TestCase("W = \\lfloor 63/2 \\rfloor = 31", "W = floor(63/2) = 31")]
    [TestCase("W = \\left\\lfloor 63/2 \\right\\rfloor = 31", "W = floor(63/2) = 31")]
    [TestCase("$3 \\cdot 33 \\cdot 3$", "3*33*3", Description = "a product, not a formula twice")]
    [TestCase("$W = l_{1}$", "W = l_1", Description = "the letter l")]
    [TestCase("$H_2O = 18$", "H_2*O = 18", Description = "the letter O behind a digit")]
    [TestCase("We saw it 3 times = 9", "= 9", Description = "the word times in prose")]
    [TestCase("$W = 1 1 7 9 \\cdot 3 2$", "unread", Description = "no number is long enough to tell")]
    [TestCase("$$3 2$$", "unread", Description = "two numbers or one")]
    [TestCase("$M = \\begin{bmatrix} 1 2 \\\\ 3 4 \\end{bmatrix}$", "unread", Description = "a column, or a matrix whose cells nothing parts")]
    [TestCase("$S = \\{ 6 2 \\}$", "unread", Description = "a set of two, or of one")]
    public void Read_leaves_alone_what_has_two_readings(string text, string formula)
    {
        var document = SubmissionReader.Read("x.md", text);
        var read = document.Sections.Items.SelectMany(section => section.Statements.Items).OfType<FormulaStatement>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Error is not null ? "unread" : string.Concat(read.Members.Items.Select(DocumentDump.Member)).TrimStart(), Is.EqualTo(formula));
            Assert.That(document.Repairs, Is.Empty);
        }
    }

    [Test]
    public void Read_of_digits_apart_covers_all_of_them()
    {
        var read = SubmissionReader.Read("x.md", "macs = 1 6 7 7 7 2 1 6").Sections[0].Statements.Items.OfType<FormulaStatement>().Single();
        Assert.That(read.Members[0].Text, Is.EqualTo("1 6 7 7 7 2 1 6"));
    }

    [TestCase("# Homework\n\n## Question 1\n\nWidth $W = 32$ and depth $D = 3$.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## Question 2\n\nfine", false)]
    [TestCase("## Solution (a)\n\nNumber  $W = 3$ \n\n $k = 3$ \n\n $s = 1$ \n\n### solution (b)\n\nM1\t12\t14\nM2\t0\t10\n\n#### Solution (c)\n\nend", true)]
    [TestCase("a\tb\n1\t2\n", false, Description = "one table pasted from a spreadsheet")]
    public void Read_tells_a_converted_file(string text, bool converted) => Assert.That(SubmissionReader.Read("x.md", text).LooksConverted, Is.EqualTo(converted));
}
