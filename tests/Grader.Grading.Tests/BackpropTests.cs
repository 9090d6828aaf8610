using Grader.Reference;

namespace Grader.Grading.Tests;

/// <summary><c>cases/backprop</c>: numbers rounded on the way, names of quantities, and a layout that is free but not mixed.</summary>
public sealed class BackpropTests
{
    private static readonly string[] Checks = ["1a.hidden", "1a.output", "1a.loss", "1b.delta2", "1b.delta1", "1c.dW2", "1c.dW1", "1c.single", "1d.step", "1d.newW1"];

    private static Assignment Assignment { get; } = Homework.Lint("backprop").Assignment!;

    [TestCase("right", "+ + + + + + + + + +", "11", "")]
    [TestCase("transposed", "+ + + + + + + + + +", "11", "inputs")]
    [TestCase("mixed-layouts", "+ + + + + + + + + x", "10", "inputs")]
    [TestCase("slipped-forward", "~ > > > > > > + > +", "10.5", "")]
    [TestCase("derivative-left-out", "+ + + x x > > > > >", "10", "")]
    public void Each_sample_gets_what_it_shows(string name, string verdicts, string points, string layout)
    {
        var report = Homework.Grade(Assignment, File.ReadAllText(Path.Combine(Repository.Root, "cases", "backprop", "submissions", name + ".md")));
        Assert.Multiple(() =>
        {
            Assert.That(string.Join(' ', report.Checks().Select(check => Mark(check.Verdict))), Is.EqualTo(verdicts));
            Assert.That(report.Points.ToString(), Is.EqualTo(points));
            Assert.That(string.Join(' ', report.Questions[0].Conventions.Items.Select(convention => convention.Choice)), Is.EqualTo(layout));
        });
    }

    [Test]
    public void A_derivative_left_out_is_found()
    {
        var report = Homework.Grade(Assignment, File.ReadAllText(Path.Combine(Repository.Root, "cases", "backprop", "submissions", "derivative-left-out.md")));
        Assert.That(report.Mistakes.Items.Select(mistake => mistake.Id), Is.EqualTo(new[] { "derivative-left-out" }));
    }

    /// <summary>0.000668 with four decimals on the way is 0.0007.</summary>
    [TestCase("0.000668", true)]
    [TestCase("0.0007", true)]
    [TestCase("0.00067", true)]
    [TestCase("0.0008", false)]
    [TestCase("0.0005", false)]
    [TestCase("0.007", false)]
    [TestCase("-0.0007", false)]
    public void Rounding_on_the_way_is_fair(string written, bool right) =>
        Assert.That(Part("c", $"dw_{{21}} = {written}").Check("1c.single").Verdict, right ? Is.EqualTo(Verdict.Correct) : Is.Not.EqualTo(Verdict.Correct));

    /// <summary>Names need no words; another's name is another's answer, though its number is right.</summary>
    [TestCase("$\\delta_2 = 0.0901$", true)]
    [TestCase("$\\delta^{(2)} = 0.0901$", true)]
    [TestCase("δ₂ = 0.0901", true)]
    [TestCase("dz2 = 0.0901", true)]
    [TestCase("$\\frac{\\partial L}{\\partial z_2} = 0.0901$", true)]
    [TestCase("∂L/∂z_2 = 0.3817 · 0.236 = 0.0901", true)]
    [TestCase("| name | value |\n|---|---|\n| $\\delta_2$ | 0.0901 |", true)]
    [TestCase("- delta_2: 0.0901", true)]
    [TestCase("$\\delta_3 = 0.0901$", false)]
    [TestCase("δ₁ = 0.0901", false)]
    [TestCase("$\\frac{\\partial L}{\\partial z_1} = 0.0901$", false)]
    [TestCase("| name | value |\n|---|---|\n| $\\delta_1$ | 0.0901 |", false)]
    public void A_name_says_whose_answer_it_is(string text, bool right) =>
        Assert.That(Part("b", text).Check("1b.delta2").Verdict, right ? Is.EqualTo(Verdict.Correct) : Is.Not.EqualTo(Verdict.Correct));

    private const string Rows = "[[-0.0008, -0.0083], [0.0007, 0.0067]]";
    private const string Columns = "[[-0.0008, 0.0007], [-0.0083, 0.0067]]";
    private const string StepRows = "[[0.0004, 0.0042], [-0.0003, -0.0034]]";
    private const string StepColumns = "[[0.0004, -0.0003], [0.0042, -0.0034]]";
    private const string NewRows = "[[-0.2996, -0.3958], [0.1997, -0.6034]]";
    private const string NewColumns = "[[-0.2996, 0.1997], [-0.3958, -0.6034]]";

    [TestCase(Rows, StepRows, NewRows, "+ + +")]
    [TestCase(Columns, StepColumns, NewColumns, "+ + +")]
    // Two against one: the one is wrong.
    [TestCase(Rows, StepRows, NewColumns, "+ + x")]
    [TestCase(Columns, StepColumns, NewRows, "+ + x")]
    // One alone is nobody's contradiction.
    [TestCase(Columns, "", "", "+ - -")]
    [TestCase("", "", NewColumns, "- - +")]
    // One against one: a person looks.
    [TestCase(Columns, "", NewRows, "? - +")]
    // A transposed matrix with a wrong entry is right in no layout.
    [TestCase("[[-0.0008, 0.0007], [-0.0083, 0.0087]]", "", "", "~ - -")]
    public void Layouts_are_free_but_not_mixed(string gradient, string step, string weights, string verdicts)
    {
        var text = $"# Question 1\n\n(c) {(gradient.Length > 0 ? $"dW_1 = {gradient}" : "")}\n\n(d) {(step.Length > 0 ? $"ΔW_1 = {step}" : "")}\n\n{(weights.Length > 0 ? $"W_1' = {weights}" : "")}\n";
        var report = Homework.Grade(Assignment, text);
        Assert.That(string.Join(' ', new[] { "1c.dW1", "1d.step", "1d.newW1" }.Select(check => Mark(report.Check(check).Verdict))), Is.EqualTo(verdicts));
    }

    [Test]
    public void Every_check_is_in_the_table() => Assert.That(Assignment.Questions[0].Parts.Items.SelectMany(part => part.Checks.Items).Select(check => check.Id), Is.EqualTo(Checks));

    private static GradeReport Part(string letter, string text) => Homework.Grade(Assignment, $"# Question 1\n\n({letter})\n\n{text}\n");

    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Correct => "+",
        Verdict.CarriedForward => ">",
        Verdict.Partial => "~",
        Verdict.Incorrect => "x",
        Verdict.Missing => "-",
        _ => "?",
    };
}
