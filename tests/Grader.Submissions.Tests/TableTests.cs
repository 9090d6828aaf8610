namespace Grader.Submissions.Tests;

public sealed class TableTests
{
    [TestCase("| unit | mean |\n|---|---|\n| M1 | 13 |", "header: unit, mean / M1=M_1, 13=13")]
    [TestCase("unit | mean\n---|---\nM1 | 13", "header: unit, mean / M1=M_1, 13=13", Description = "no outer pipes")]
    [TestCase("| unit | mean |\n|---|---|\n| M1 | 13\nM2 | 5 |", "header: unit, mean / M1=M_1, 13=13 / M2=M_2, 5=5", Description = "rows that lost a pipe")]
    [TestCase("| unit | mean |\n|---|---|\n| M1 | |", "header: unit, mean / M1=M_1, ", Description = "an empty cell")]
    [TestCase("| 1 | 2 |\n|---|---|\n| 3 | 4 |", "1=1, 2=2 / 3=3, 4=4", Description = "a matrix whose first row became the header")]
    [TestCase("| M1 | 2 |\n|---|---|\n| M2 | 4 |", "M1=M_1, 2=2 / M2=M_2, 4=4", Description = "named rows without a header")]
    [TestCase("|a|$|x|=2$|\n|-|-|\n|b|3|", "header: a=a, $|x|=2$=abs(x) = 2 / b=b, 3=3", Description = "a pipe inside a formula")]
    [TestCase("Data\tmean\nM1\t13\nM2\t5", "header: Data, mean / M1=M_1, 13=13 / M2=M_2, 5=5")]
    [TestCase("Data\tmean\tvariance\nM1\t13\t\nM2\t5\t", "header: Data, mean, variance / M1=M_1, 13=13,  / M2=M_2, 5=5, ", Description = "an empty last column")]
    [TestCase("unit   mean   variance\nM1     13     1\nM2     5      25", "header: unit, mean, variance / M1=M_1, 13=13, 1=1 / M2=M_2, 5=5, 25=25")]
    [TestCase("$$\\begin{array}{c|cc} & c_1 & \\text{d}_2 \\\\ \\hline A & 0 & \\frac12 \\\\ B & (1, 2) & \\end{array}$$", "header: , c_1=c_1, \\text{d}_2=d_2 / A=A, 0=0, \\frac12=1/2 / B=B, (1, 2)=(1, 2), ", Description = "set as an array")]
    [TestCase("\\begin{tabular}{ccc}\n\\hline\npoint & d & c \\\\\n\\hline\nA & 0 & 1 \\\\\n\\hline\n\\end{tabular}", "header: point, d=d, c=c / A=A, 0=0, 1=1")]
    [TestCase("12 14 14 12\n0 10 10 0", "12=12, 14=14, 14=14, 12=12 / 0=0, 10=10, 10=10, 0=0")]
    [TestCase("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>$\\frac12$</td></tr></table>", "header: a=a, b=b / 1=1, $\\frac12$=1/2")]
    [TestCase("<table>\n<tr><td>1</td><td></td></tr>\n<tr><td colspan=\"2\">3</td></tr>\n</table>", "1=1,  / , 3=3", Description = "a cell over two columns")]
    [TestCase("|part (a)|time|\n|---|---|\n|plain net|8:41|", "header: part (a), time / plain net, 8:41=521\\text{ s}", Description = "a duration")]
    [TestCase("|part|accuracy|\n|---|---|\n|(a)|0.875 (21/24)|", "header: part, accuracy / (a)=a, 0.875 (21/24)=0.875")]
    [TestCase("|part|mean|\n|---|---|\n|(a)|1 or 4/3|", "header: part, mean / (a)=a, 1 or 4/3", Description = "two answers are none")]
    public void Read_finds_a_table(string text, string table) => Assert.That(Tables(text), Is.EqualTo(table));

    [TestCase("one | two")]
    [TestCase("$$\\begin{array}{cc} 1 & 2 \\\\ 3 & 4 \\end{array}$$")]
    [TestCase("$$A = \\begin{array}{c|c} & 2 \\\\ \\hline 3 & 4 \\end{array}$$")]
    [TestCase("$|x| + |y|$ is large\nand $|z|$ is small")]
    [TestCase("We take 3 of them\nand 4 more")]
    public void Read_finds_no_table(string text) => Assert.That(Tables(text), Is.Empty);

    [Test]
    public void Read_says_that_tabs_were_taken_as_columns()
    {
        var repair = SubmissionReader.Read("x.md", "x\n\nData\tmean\nM1\t13").Repairs.Items.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(repair.Say, Is.EqualTo("tabs taken as columns"));
            Assert.That(repair.Place.Line, Is.EqualTo(3));
        }
    }

    private static string Tables(string text) => string.Join(" || ", SubmissionReader.Read("x.md", text).Sections.Items.SelectMany(section => section.Statements.Items).OfType<TableStatement>()
        .Select(table => (table.HasHeader ? "header: " : "") + string.Join(" / ", table.Rows.Items.Select(row => string.Join(", ", row.Items.Select(cell => cell.Expression is null ? cell.Text : $"{cell.Text}={cell.Expression}"))))));
}
