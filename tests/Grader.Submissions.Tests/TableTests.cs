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
    [TestCase("+----+------+\n| u  | mean |\n+====+======+\n| M1 | 13   |\n+----+------+\n| M2 | 5    |\n+----+------+", "header: u=u, mean / M1=M_1, 13=13 / M2=M_2, 5=5", Description = "a grid")]
    [TestCase("┌────┬──────┐\n│ u  │ mean │\n├────┼──────┤\n│ M1 │ 13   │\n│ M2 │ 5    │\n└────┴──────┘", "header: u=u, mean / M1=M_1, 13=13 / M2=M_2, 5=5", Description = "a drawn box")]
    [TestCase("  unit   mean   var\n------ ------ -----\n    M1     13     1\n    M2            5", "header: unit, mean, var / M1=M_1, 13=13, 1=1 / M2=M_2, , 5=5", Description = "a simple table, with an empty cell")]
    [TestCase("```csv\nunit,mean,variance\nM1,13,1\nM2,5,\n```", "header: unit, mean, variance / M1=M_1, 13=13, 1=1 / M2=M_2, 5=5, ")]
    [TestCase("unit; mean; variance\nM1; 13; 1\nM2; 5; 25", "header: unit, mean, variance / M1=M_1, 13=13, 1=1 / M2=M_2, 5=5, 25=25")]
    [TestCase("```\n      pred A  pred B\nA          5       3\nB          2       7\n```", "header: , pred A, pred B / A=A, 5=5, 3=3 / B=B, 2=2, 7=7", Description = "printed, with no word above the names of the rows")]
    [TestCase("⎡ -1  1 ⎤\n⎢ 2  -3 ⎥\n⎣ w1  0 ⎦", "-1=-1, 1=1 / 2=2, -3=-3 / w1=w_1, 0=0")]
    [TestCase("A = │ -1  1 │\n    │ 2  -3 │", "-1=-1, 1=1 / 2=2, -3=-3")]
    [TestCase("[ -1  1 ]\n[ 2  -3 ]", "-1=-1, 1=1 / 2=2, -3=-3")]
    [TestCase("<table><tr><th rowspan=\"2\">unit</th><th colspan=\"2\">moments</th></tr><tr><th>mean</th><th>var</th></tr><tr><td>M1</td><td>13</td><td>1</td></tr></table>", "header: unit, mean, var / M1=M_1, 13=13, 1=1", Description = "two rows of header cells")]
    [TestCase("<table><tr><td>M1</td><td>25</td></tr>%\n<tr><td>M2</td><td>5</td></tr></table>", "M1=M_1, 25=25 / M2=M_2, 5=5", Description = "a sign behind the cell")]
    [TestCase("<table><tr><td rowspan=2>M1</td><td>13</td></tr><tr><td>5</td></tr></table>", "M1=M_1, 13=13 / M1=M_1, 5=5", Description = "a cell over two rows")]
    [TestCase("|net|memory (MB)|accuracy (%)|share (%)|time in min|\n|---|---|---|---|---|\n|a|30.5|50|0.5|3|\n|b|12|73.8 %|0.7|n/a|", "header: net, memory (MB), accuracy (%), share (%), time in min / a=a, 30.5=30.5 MB, 50=50%, 0.5=0.5, 3=3 min / b=b, 12=12 MB, 73.8 %=73.8%, 0.7=0.7, n/a", Description = "units in the head; shares under a percent sign have two readings")]
    [TestCase("|net|loss (w)|\n|---|---|\n|a|3|", "header: net, loss (w) / a=a, 3=3", Description = "a name in brackets is no unit")]
    [TestCase("|net|hits|\n|---|---|\n|a|3 out of 5|\n|b|about 3|\n|c|-|", "header: net, hits / a=a, 3 out of 5=3/5 / b=b, about 3=3 / c=c, -")]
    [TestCase("| | column 1 | column 2 |\n|---|---|---|\n| row 1 | 3 | 4 |\n| row 2 | 5 | 6 |", "header: , column 1, column 2 / row 1, 3=3, 4=4 / row 2, 5=5, 6=6")]
    [TestCase("| | mean |\n|---|---|\n| W 2 | 3 |", "header: , mean / W 2=W*2, 3=3", Description = "a letter before a number may be a product")]
    [TestCase("```\nw_1 w_2 0\n0 w_1 -w_2\n```", "w_1=w_1, w_2=w_2, 0=0 / 0=0, w_1=w_1, -w_2=-w_2")]
    [TestCase("|layer|width|\n|---|---|\n|1|floor((64 - 3)/2) + 1 = 31|\n|2|width + 1|", "header: layer, width / 1=1, floor((64 - 3)/2) + 1 = 31=floor((64 - 3)/2) + 1 = 31 / 2=2, width + 1", Description = "a function, and a word")]
    public void Read_finds_a_table(string text, string table) => Assert.That(Tables(text), Is.EqualTo(table));

    [TestCase("one | two")]
    [TestCase("$$\\begin{array}{cc} 1 & 2 \\\\ 3 & 4 \\end{array}$$")]
    [TestCase("$$A = \\begin{array}{c|c} & 2 \\\\ \\hline 3 & 4 \\end{array}$$")]
    [TestCase("$|x| + |y|$ is large\nand $|z|$ is small")]
    [TestCase("We take 3 of them\nand 4 more")]
    [TestCase("[[ -1  1 ]\n [ 2  -3 ]\n [ 2  -3 ]]")]
    [TestCase("x\n\n- - -\n\ny")]
    [TestCase("First, we compute\nthen, 3 of them, and\nthen, 5")]
    [TestCase("mean: [13, 5]\nvariance: [1, 25]")]
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

    [TestCase("A = tensor([[1., ..., 2.],\n        [3., ..., 4.]])", 1)]
    [TestCase("x = [[1, 2, ..., 5]]", 1)]
    [TestCase("x = [[1, 2], [3, 4]]...", 0)]
    public void Read_never_takes_a_part_of_an_array_for_all_of_it(string text, int unread)
    {
        var statements = SubmissionReader.Read("x.md", text).Sections.Items.SelectMany(section => section.Statements.Items).ToList();
        Assert.That(statements.OfType<FormulaStatement>().Count(formula => formula.Error?.Expected == "every entry"), Is.EqualTo(unread));
        Assert.That(unread > 0 && statements.OfType<SentenceStatement>().Any(sentence => sentence.Numbers.Count > 0), Is.False);
    }

    private static string Tables(string text) => string.Join(" || ", SubmissionReader.Read("x.md", text).Sections.Items.SelectMany(section => section.Statements.Items).OfType<TableStatement>()
        .Select(table => (table.HasHeader ? "header: " : "") + string.Join(" / ", table.Rows.Items.Select(row => string.Join(", ", row.Items.Select(cell => cell.Expression is null ? cell.Text : $"{cell.Text}={cell.Expression}"))))));
}
