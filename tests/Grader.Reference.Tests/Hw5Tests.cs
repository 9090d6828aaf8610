using Grader.Mathematics;

namespace Grader.Reference.Tests;

/// <summary>The first assignment: its key, its checks, its mistakes.</summary>
public sealed class Hw5Tests
{
    private static readonly CaseReading Reading = CaseReader.Read(MemoryCase.FromFolder("hw5"));

    private static Assignment Hw5 => Reading.Assignment!;

    [Test]
    public void It_has_no_problems() => Assert.That(Reading.Problems.Items.Select(problem => problem.ToString()), Is.Empty);

    [TestCase("1", "layer1.parameters", "294912")]
    [TestCase("1", "layer2.parameters", "1179648")]
    [TestCase("1", "total.parameters", "1474560")]
    [TestCase("1", "layer1.outputWidth", "32")]
    [TestCase("1", "layer1.outputHeight", "32")]
    [TestCase("1", "layer2.outputWidth", "32")]
    [TestCase("1", "layer2.outputHeight", "32")]
    [TestCase("1", "layer1.macs", "301989888")]
    [TestCase("1", "layer2.macs", "1207959552")]
    [TestCase("1", "total.macs", "1509949440")]
    [TestCase("1", "input.features", "524288")]
    [TestCase("1", "layer1.features", "262144")]
    [TestCase("1", "layer2.features", "524288")]
    [TestCase("1", "memoryFall.network", "0")]
    [TestCase("1", "memoryFall.layer1", "0.5")]
    [TestCase("2", "mean", "[13, 5, 0]")]
    [TestCase("2", "variance", "[1, 25, 25]")]
    [TestCase("2", "normalized", "[[-1, 1, 1, -1], [-1, 1, 1, -1], [-1, 1, 1, -1]]")]
    [TestCase("2", "output", "[[-1, 1, 1, -1], [-11, -9, -9, -11], [9, 11, 11, 9]]")]
    [TestCase("3", "A", "[[w_1, w_2, w_3, 0, 0, 0, 0, 0], [0, w_1, w_2, w_3, 0, 0, 0, 0], [0, 0, 0, 0, w_1, w_2, w_3, 0], [0, 0, 0, 0, 0, w_1, w_2, w_3]]")]
    [TestCase("3", "B", "[[w_1, 0, 0, 0], [w_2, w_1, 0, 0], [w_3, w_2, 0, 0], [0, w_3, 0, 0], [0, 0, w_1, 0], [0, 0, w_2, w_1], [0, 0, w_3, w_2], [0, 0, 0, w_3]]")]
    [TestCase("3", "kernel", "[w_1, w_2, w_3]")]
    [TestCase("3", "flippedKernel", "[w_3, w_2, w_1]")]
    public void The_key_is_right(string question, string quantity, string value)
    {
        Assert.That(Values.Text(Worksheet(question)[quantity].Value), Is.EqualTo(value));
    }

    [TestCase("1", "stride-plus-one", "layer1.outputWidth", "21")]
    [TestCase("1", "stride-plus-one", "layer2.outputHeight", "10")]
    [TestCase("1", "stride-plus-one", "layer1.macs", "130056192")]
    [TestCase("1", "stride-plus-one", "layer2.macs", "117964800")]
    [TestCase("1", "stride-plus-one", "total.macs", "248020992")]
    [TestCase("1", "stride-plus-one", "layer1.parameters", "294912")]
    [TestCase("1", "one-forgotten", "layer1.outputWidth", "31")]
    [TestCase("1", "padding-forgotten", "layer1.outputWidth", "31")]
    [TestCase("1", "padding-forgotten", "layer2.outputWidth", "29")]
    [TestCase("1", "padding-once", "layer2.outputWidth", "31")]
    [TestCase("1", "ceiling-for-floor", "layer1.outputWidth", "33")]
    [TestCase("1", "bias-counted", "layer1.parameters", "295168")]
    [TestCase("1", "bias-counted", "total.parameters", "1475328")]
    [TestCase("1", "flops-for-macs", "layer1.macs", "603979776")]
    [TestCase("1", "flops-for-macs", "total.macs", "3019898880")]
    [TestCase("1", "input-channels-left-out", "layer1.parameters", "2304")]
    [TestCase("1", "fall-as-remainder", "memoryFall.network", "1")]
    [TestCase("2", "sample-variance", "variance", "[4/3, 100/3, 100/3]")]
    [TestCase("2", "deviation-for-variance", "variance", "[1, 5, 5]")]
    [TestCase("2", "deviation-for-variance", "normalized", "[[-1, 1, 1, -1], [-1, 1, 1, -1], [-1, 1, 1, -1]]")]
    [TestCase("2", "variance-for-deviation", "normalized", "[[-1, 1, 1, -1], [-0.2, 0.2, 0.2, -0.2], [-0.2, 0.2, 0.2, -0.2]]")]
    [TestCase("2", "gamma-beta-swapped", "output", "[[1, 1, 1, 1], [11, -9, -9, 11], [-9, 11, 11, -9]]")]
    [TestCase("2", "shift-left-out", "output", "[[-1, 1, 1, -1], [-1, 1, 1, -1], [-1, 1, 1, -1]]")]
    [TestCase("3", "kernel-flipped", "A", "[[w_3, w_2, w_1, 0, 0, 0, 0, 0], [0, w_3, w_2, w_1, 0, 0, 0, 0], [0, 0, 0, 0, w_3, w_2, w_1, 0], [0, 0, 0, 0, 0, w_3, w_2, w_1]]")]
    [TestCase("3", "matrix-for-transpose", "B", "[[w_1, w_2, w_3, 0, 0, 0, 0, 0], [0, w_1, w_2, w_3, 0, 0, 0, 0], [0, 0, 0, 0, w_1, w_2, w_3, 0], [0, 0, 0, 0, 0, w_1, w_2, w_3]]")]
    [TestCase("3", "interleaved", "A", "[[w_1, 0, w_2, 0, w_3, 0, 0, 0], [0, w_1, 0, w_2, 0, w_3, 0, 0], [0, 0, w_1, 0, w_2, 0, w_3, 0], [0, 0, 0, w_1, 0, w_2, 0, w_3]]")]
    public void Each_mistake_has_its_value(string question, string mistake, string quantity, string value)
    {
        var worksheet = Worksheet(question);
        var made = worksheet.Making(worksheet.Mistakes.Items.Single(known => known.Id == mistake).Occurrences);
        Assert.That(Values.Text(made[quantity].Value), Is.EqualTo(value));
    }

    [TestCase("1", "layer1.outputWidth,layer1.outputHeight", 21, "layer2.outputWidth", "21")]
    [TestCase("1", "layer2.outputWidth,layer2.outputHeight", 10, "layer2.features", "51200")]
    [TestCase("1", "layer1.parameters", 100, "total.parameters", "1179748")]
    [TestCase("1", "layer1.parameters", 100, "layer1.macs", "102400")]
    public void A_students_own_value_carries_forward(string question, string quantities, long own, string later, string value)
    {
        var worksheet = Worksheet(question).With(quantities.Split(',').ToDictionary(name => name, Value (_) => Values.Of(own)));
        Assert.That(Values.Text(worksheet[later].Value), Is.EqualTo(value));
    }

    [Test]
    public async Task Its_checks_are_these()
    {
        var lines = from question in Hw5.Questions.Items
                    from part in question.Parts.Items
                    from check in part.Checks.Items
                    select $"{check.Id}  {check.Kind}  {check.Points}  {check.Ask}";
        await Verify(string.Join('\n', lines) + "\n");
    }

    [Test]
    public void Each_question_has_ten_points()
    {
        var sums = Hw5.Questions.Items.Select(question => question.Parts.Items.SelectMany(part => part.Checks.Items).Aggregate(Rational.Zero, (sum, check) => sum + check.Points));
        Assert.That(sums, Is.All.EqualTo((Rational)10));
    }

    [TestCase("1", "stride-plus-one", "layer1", "layer1.outputHeight,layer1.outputWidth")]
    [TestCase("1", "stride-plus-one", "layer2", "layer2.outputHeight,layer2.outputWidth")]
    public void A_mistake_in_a_size_is_made_in_width_and_height_together(string question, string mistake, string where, string quantities)
    {
        var occurrence = Worksheet(question).Mistakes.Items.Single(known => known.Id == mistake).Occurrences.Items.Single(known => known.Where == where);
        Assert.That(string.Join(',', occurrence.Formulas.Keys), Is.EqualTo(quantities));
    }

    private static Worksheet Worksheet(string question) => Hw5.Questions.Items.Single(known => known.Id == question).Worksheet;
}
