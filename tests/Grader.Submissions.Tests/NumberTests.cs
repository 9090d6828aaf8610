using Grader.Mathematics;

namespace Grader.Submissions.Tests;

/// <summary>Notations of numbers, in a label’s line and in a sentence; what has two readings is unread, and no part of it is taken.</summary>
public sealed class NumberTests
{
    [TestCase("294’912", "294912")]
    [TestCase("1'216", "1216")]
    [TestCase("1'474'560", "1474560")]
    [TestCase("1’474’560.5", "1474560.5")]
    [TestCase("5_856", "5856")]
    [TestCase("1_474_560", "1474560")]
    [TestCase("1.474.560", "1474560")]
    [TestCase("1.474.560,25", "1474560.25")]
    [TestCase("1.474,56", "1474.56")]
    [TestCase("1,474,560.25", "1474560.25")]
    [TestCase("1,474", "1474")]
    [TestCase("4.640", "4.64")]
    [TestCase("1 474 560", "1474560")]
    [TestCase("1\u00A0474\u00A0560", "1474560")]
    [TestCase("1\u202F474\u202F560", "1474560")]
    [TestCase("0{,}0216", "0.0216")]
    [TestCase("82{,}5", "82.5")]
    [TestCase("1{,}474{,}560", "1474560")]
    [TestCase("1{,}474", "1474")]
    [TestCase("2.7648 M", "2764800")]
    [TestCase("1.179648 M", "1179648")]
    [TestCase("294.9 K", "294900")]
    [TestCase("294.9K", "294900")]
    [TestCase("295k", "295000")]
    [TestCase("1.47 Mio", "1470000")]
    [TestCase("1.47 Mio.", "1470000")]
    [TestCase("1,47 Mio.", "1470000")]
    [TestCase("1,47 Mrd", "1470000000")]
    [TestCase("1.5 billion", "1500000000")]
    [TestCase("1.47 millions", "1470000")]
    [TestCase("1.47 Millionen", "1470000")]
    [TestCase("12 Tsd.", "12000")]
    [TestCase("1.47x10^6", "1470000")]
    [TestCase("1.47 E6", "1470000")]
    [TestCase("1.47e+06", "1470000")]
    [TestCase("82,5 %", "82.5%")]
    [TestCase("82,5%", "82.5%")]
    [TestCase("82.5 Prozent", "82.5%")]
    [TestCase(".746232 percent", "0.746232%")]
    [TestCase(".75 million", "750000")]
    [TestCase("12 .5 percent", "unread")]
    [TestCase("82.5 per cent", "82.5%")]
    [TestCase("82.5 pct", "82.5%")]
    [TestCase("0,850", "0.85")]
    [TestCase("0,85", "0.85")]
    [TestCase("82,5", "unread")]
    [TestCase("0,5", "unread")]
    [TestCase("1474,560", "unread")]
    [TestCase("14,74,560", "unread")]
    [TestCase("1 474,560", "unread")]
    [TestCase("1.474,560", "unread")]
    [TestCase("1.2.3", "unread")]
    [TestCase("1.474.56", "unread")]
    [TestCase("5'10", "unread")]
    [TestCase("12½", "unread")]
    [TestCase("12 .5", "unread")]
    [TestCase("1,47 * 10^6", "unread")]
    [TestCase("0x1F", "unread")]
    public void A_number_is_read_whole_or_not_at_all(string written, string read)
    {
        var dollars = written.Replace("%", "\\%", StringComparison.Ordinal);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(All($"total = {written}"), Is.EqualTo(read), "after a sign");
            Assert.That(All($"total: {written}"), Is.EqualTo(read), "after a colon");
            Assert.That(All($"The total is {written}."), Is.EqualTo(read), "in a sentence");
            Assert.That(All($"- total: **{written}**"), Is.EqualTo(read), "in bold");
            if (!written.Contains('½', StringComparison.Ordinal) && !written.Any(char.IsLetter))
                Assert.That(All($"total: ${dollars}$"), Is.EqualTo(read), "in dollars");
        }
    }

    [TestCase("Precision = 0.75, F1 = 0,850", "0.75; unread")]
    [TestCase("Precision is 0.75. F1 is 0,850.", "0.75; unread")]
    [TestCase("accuracy: 82,5 % and loss: 0.3", "unread; 0.3")]
    [TestCase("accuracy: 82,5 %, loss: 0,3", "82.5%; 0.3")]
    [TestCase("A = [0,2]", "[0, 2]")]
    [TestCase("A = [[60,0],[0,40]]", "[[60, 0], [0, 40]]")]
    [TestCase("c = (4,5; 4,5)", "(4.5, 4.5)")]
    [TestCase("c = (4,5)", "(4, 5)")]
    [TestCase("accuracy = 0,85 and A = [0,2]", "0.85; unread")]
    [TestCase("accuracy = 0,85 and A = [0, 2]", "0.85; [0, 2]")]
    [TestCase("accuracy = 0,85 and c = (4,5; 4,5)", "0.85; (4.5, 4.5)")]
    [TestCase("accuracy = 0,85 and n = 4.640", "0.85; 4640")]
    [TestCase("mean = 13,5,0", "[13, 5, 0]")]
    [TestCase("p = 0.5,0.7", "[p = 0.5, 0.7]")]
    [TestCase("f(1,2) = 3", "3")]
    [TestCase("$x_{1,2} = 3$", "3")]
    [TestCase("We used Python 3.10.2 and version 1.2.3.", "")]
    [TestCase("| a |\n|---|\n| 2,24 |", "a")]
    [TestCase("| a |\n|---|\n| 2,24 |\n| 0,75 |", "a; 2.24; 0.75")]
    [TestCase("$0.5 M = 3$", "3")]
    public void The_document_decides_on_commas(string text, string read) => Assert.That(All(text), Is.EqualTo(read));

    /// <summary>All values that the text states.</summary>
    private static string All(string text)
    {
        var statements = SubmissionReader.Read("x.md", text).Sections.Items.SelectMany(section => section.Statements.Items).ToList();
        var stated = statements.SelectMany(StatedValues.Of).Select(value => (value.Place.Start, Text: value.Expression is Relation { Members: [.., var last] } ? last.ToString() : value.Expression.ToString()));
        var unread = statements.OfType<FormulaStatement>().Where(formula => formula.Error is not null).Select(formula => (formula.Place.Start, Text: "unread"));
        return string.Join("; ", stated.Concat(unread).OrderBy(item => item.Start).Select(item => item.Text));
    }
}
