using Grader.Grading.Checks;
using Grader.Mathematics;

namespace Grader.Grading.Tests;

/// <summary>What is made of a student's array before and after its entries are compared: rows of any notation, totals at its edge, a lost character, how it is shown.</summary>
[TestFixture]
public sealed class EntriesTests
{
    [TestCase("[[1, 2], [3, 4]]", ExpectedResult = "1 2; 3 4")]
    [TestCase("[1, 2]", ExpectedResult = "1 2")]
    [TestCase("[[1, 2], 3]", ExpectedResult = "[1, 2] 3")]
    [TestCase("[[1, 2], [3]]", ExpectedResult = "1 2; 3")]
    [TestCase("{1, 2}", ExpectedResult = "none")]
    [TestCase("5", ExpectedResult = "none")]
    [TestCase("[[1, 2], [3, 4]]^T", ExpectedResult = "1 3; 2 4")]
    [TestCase("[[1, 2], [3]]^T", ExpectedResult = "none")]
    [TestCase("[[1], [2, 3]]^T", ExpectedResult = "none")]
    [TestCase("[1, 2, 3]^T", ExpectedResult = "1; 2; 3")]
    public string Rows(string written) => Show(SubmittedMatrix.RowsOf(Read(written)));

    [TestCase("[1, 2]", ExpectedResult = "1 2")]
    [TestCase("[[1], [2]]", ExpectedResult = "1 2")]
    [TestCase("[[1, 2]]", ExpectedResult = "1 2")]
    [TestCase("[[1], [2, 3]]", ExpectedResult = "none")]
    [TestCase("[[1, 2], [3]]", ExpectedResult = "none")]
    [TestCase("[[1, 2], [3, 4]]", ExpectedResult = "none")]
    public string Vector(string written) => SubmittedMatrix.VectorOf(Read(written)) is { } vector ? Show([vector]) : "none";

    [TestCase("[[1, 2], [3, 4]]", ExpectedResult = "2x2: 1 2; 3 4")]
    [TestCase("[[1, 2], [3]]", ExpectedResult = "none")]
    [TestCase("[[1], [2, 3]]", ExpectedResult = "none")]
    [TestCase("{1, 2}", ExpectedResult = "none")]
    public string Value(string written) =>
        SubmittedMatrix.ValueOf(SubmittedMatrix.RowsOf(Read(written)), vector: false) is Tensor tensor ? $"{string.Join('x', tensor.Shape)}: {ValuePrinter.Print(tensor)}" : "none";

    [Test]
    public void No_rows_are_no_value() => Assert.That(SubmittedMatrix.ValueOf([], vector: false), Is.Null);

    [TestCase("1 2 3; 4 5 9", "1 2; 4 5", TestName = "Totals of rows")]
    [TestCase("1 2; 4 5; 5 7", "1 2; 4 5", TestName = "Totals of columns")]
    [TestCase("1 2 3; 4 5 9; 5 7 12", "1 2; 4 5", TestName = "Totals of both")]
    [TestCase("1 2 4; 4 5 9", "none", TestName = "The first row does not sum up")]
    [TestCase("1 2 3; 4 5 8", "none", TestName = "The last row does not sum up")]
    [TestCase("1 2; 4 5; 6 7", "none", TestName = "The first column does not sum up")]
    [TestCase("1 2; 4 5; 5 8", "none", TestName = "The last column does not sum up")]
    [TestCase("1 2 3; 4 5 9; 5 7 13", "none", TestName = "The total of totals does not sum up")]
    [TestCase("1 2 3; 4 5 9; 5 8 13", "none", TestName = "A column of both does not sum up")]
    [TestCase("1 2 3 3; 4 5 9 9", "none", TestName = "Two columns too many")]
    [TestCase("1 2; 4 5; 5 7; 5 7", "none", TestName = "Two rows too many")]
    [TestCase("1 2", "none", TestName = "A row too few")]
    [TestCase("1; 4", "none", TestName = "A column too few")]
    [TestCase("1 2; 4 5", "1 2; 4 5", TestName = "No totals")]
    public void Totals_are_left_out_where_they_are_the_sums(string written, string expected)
    {
        var rows = written.Split("; ").Select(row => row.Split(' ')).ToList();
        var matrix = new Tensor([rows.Count, rows[0].Length], [.. rows.SelectMany(row => row).Select(entry => (Value)new Exact(int.Parse(entry, System.Globalization.CultureInfo.InvariantCulture)))]);
        Assert.That(Totals.Removed(matrix, [2, 2]) is { } left ? ValuePrinter.Print(left) : "none", Is.EqualTo(expected));
    }

    [Test]
    public void What_is_no_number_has_no_total() =>
        Assert.That(Totals.Removed(new Tensor([2, 3], [new Exact(1), new Exact(2), new Exact(3), new Exact(4), new Exact(5), new Symbolic(Read("a"))]), [2, 2]), Is.Null);

    [TestCase(12, "123", ExpectedResult = true)]
    [TestCase(12, "312", ExpectedResult = true)]
    [TestCase(12, "132", ExpectedResult = true)]
    [TestCase(12, "-12", ExpectedResult = true)]
    [TestCase(12, "1.2", ExpectedResult = true)]
    [TestCase(12, "1234", ExpectedResult = false)]
    [TestCase(12, "13", ExpectedResult = false)]
    public bool A_lost_character_would_mend_it(int written, string meant)
    {
        var right = ((Exact)Evaluator.Evaluate(Read(meant)).Value!).Number;
        var inVector = LostCharacter.Mends(new Tensor([3], [new Symbolic(Read("a")), new Exact(7), new Exact(written)]), value => value is Tensor { Entries: [Symbolic, Exact { Number: var first }, Exact { Number: var second }] } && first == 7 && second == right);
        var alone = LostCharacter.Mends(new Exact(written), value => value is Exact { Number: var number } && number == right);
        Assert.That(inVector, Is.EqualTo(alone));
        return alone;
    }

    [Test]
    public void In_a_large_array_no_character_is_looked_for([Values(100, 101)] int count) =>
        Assert.That(LostCharacter.Mends(new Tensor([count], [.. Enumerable.Repeat((Value)new Exact(1), count)]), _ => true), Is.EqualTo(count == 100));

    [TestCase("11", "1", ExpectedResult = true)]
    [TestCase("-5", "5", ExpectedResult = true)]
    [TestCase("12", "3", ExpectedResult = false)]
    public bool A_lost_glyph_explains_an_entry(string key, string entry)
    {
        var differences = new EntryDifferences();
        differences.Add(1, null, Read(entry), new Exact(int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)), Tolerance.Default);
        return differences.Judgement(Rational.Zero).LostGlyph;
    }

    [TestCase("0.3", ExpectedResult = Agreement.TooCoarse)]
    [TestCase("0.3 0.3", ExpectedResult = Agreement.TooCoarse)]
    [TestCase("0.3 7", ExpectedResult = Agreement.TooCoarse)]
    [TestCase("7 0.3 7", ExpectedResult = Agreement.TooCoarse)]
    [TestCase("7", ExpectedResult = Agreement.Differs)]
    [TestCase("0.3333333333", ExpectedResult = Agreement.Agrees)]
    public Agreement One_doubtful_entry_makes_a_doubt_of_all(string entries)
    {
        var differences = new EntryDifferences();
        foreach (var (index, entry) in entries.Split(' ').Index())
            differences.Add(index + 1, null, Read(entry), new Exact(Rational.Of(1, 3)), Tolerance.Default);
        return differences.Judgement(Rational.Zero).Agreement;
    }

    [Test]
    public void Nearer_is_what_is_right_in_more_and_then_what_is_less_surely_wrong()
    {
        Judgement Of(int share, Agreement agreement, bool lost) => new(agreement, Rational.Of(share, 2), () => new("", lost));
        var (doubt, lost, wrong) = (Of(1, Agreement.TooCoarse, false), Of(1, Agreement.Differs, true), Of(1, Agreement.Differs, false));
        Judgement[] nearest = [Of(2, Agreement.Differs, false), doubt, lost, wrong, Of(0, Agreement.TooCoarse, true)];
        foreach (var (i, one) in nearest.Index())
            foreach (var (j, other) in nearest.Index())
                Assert.That(one.IsNearerThan(other), Is.EqualTo(i < j), $"{i} before {j}");
    }

    [Test]
    public void What_differs_is_put_into_words_once()
    {
        var asked = 0;
        var judgement = Judgement.Wrong(() => { asked++; return new("it differs", IsLostGlyph: true); });
        Assert.That((judgement.Detail.Full, judgement.Detail.Full, judgement.LostGlyph, judgement.LostGlyph, asked), Is.EqualTo(("it differs", "it differs", true, true, 1)));
        Assert.That(new Judgement(Agreement.Differs, Rational.Zero, "it differs").LostGlyph, Is.False);
    }

    [TestCase("5", ExpectedResult = "5")]
    [TestCase("-1/2", ExpectedResult = "-0.5")]
    [TestCase("1/3", ExpectedResult = "0.333333")]
    [TestCase("2/3", ExpectedResult = "0.666667")]
    [TestCase("12345678901/10", ExpectedResult = "1234567890")]
    [TestCase("1000000001/10", ExpectedResult = "100000000")]
    [TestCase("-12345678901/100", ExpectedResult = "-123456789")]
    [TestCase("1234567/10", ExpectedResult = "123456.7")]
    [TestCase("12345678/100", ExpectedResult = "123457")]
    [TestCase("1/30000", ExpectedResult = "0.0000333333")]
    [TestCase("1/3000000000000000", ExpectedResult = "0")]
    public string A_number_is_shown(string value) => ValuePrinter.Print(((Exact)Evaluator.Evaluate(Read(value)).Value!).Number);

    [Test]
    public void A_value_is_shown()
    {
        Value one = new Exact(1);
        Assert.That(ValuePrinter.Print(new Truth(true)), Is.EqualTo("true"));
        Assert.That(ValuePrinter.Print(new Truth(false)), Is.EqualTo("false"));
        Assert.That(ValuePrinter.Print(new Approximate(0.5)), Is.EqualTo("0.5"));
        Assert.That(ValuePrinter.Print(new Symbolic(Read("a + b"))), Is.EqualTo("a + b"));
        Assert.That(ValuePrinter.Print(new Tensor([2], [one, one])), Is.EqualTo("1, 1"));
        Assert.That(ValuePrinter.Print(new Tensor([2, 1], [one, one])), Is.EqualTo("1; 1"));
        Assert.That(ValuePrinter.Print(new Tensor([1, 1, 2], [one, one])), Is.EqualTo("1, 1"));
        Assert.That(ValuePrinter.Print(new Tensor([2, 0], [])), Is.Empty);
        Assert.That(ValuePrinter.Print((Value?)null), Is.EqualTo("no value"));
    }

    [TestCase("x", 300, ExpectedResult = "300 ")]
    [TestCase("x", 301, ExpectedResult = "301 …")]
    public string A_long_sentence_is_cut(string letter, int length)
    {
        var shown = Sentence.Shorten(string.Concat(Enumerable.Repeat(letter, length)));
        return $"{shown.Length} {shown[300..]}";
    }

    private static Expression Read(string text) => Formula.Read(text).Expression!;

    private static string Show(IReadOnlyList<IReadOnlyList<Expression>>? rows) => rows is null ? "none" : string.Join("; ", rows.Select(row => string.Join(' ', row)));
}
