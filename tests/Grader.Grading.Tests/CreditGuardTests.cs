namespace Grader.Grading.Tests;

/// <summary>What follows from an absurd early value is for a person; what follows from a value just short of it is carried forward.</summary>
[TestFixture]
public sealed class CreditGuardTests
{
    private const string Quantities = """
        "inputs": { "c": 3 },
        "quantities": { "a": "5*2", "b": "a*c", "d": "relu(100 - a)*c + 7", "v": "[1, 2]*c", "w": "v + v" },
        "mistakes": [ { "id": "minus", "say": "Subtracted.", "credit": 0.5, "occurrences": [ { "where": "a", "formulas": { "a": "5 - 2" } }, { "where": "v", "formulas": { "v": "[1, 2] - c" } } ] } ],
        """;

    [TestCase("10000", "30000", "carried-forward", "", TestName = "1000 times the right value is not too far off")]
    [TestCase("10001", "30003", "needs-review", "off by more than a factor of 1000", TestName = "More than 1000 times is")]
    [TestCase("0.01", "0.03", "carried-forward", "", TestName = "A thousandth is not too far off")]
    [TestCase("0.0099", "0.0297", "needs-review", "off by more than a factor of 1000", TestName = "Less than a thousandth is")]
    [TestCase("-10000", "-30000", "carried-forward", "", TestName = "The sign does not matter")]
    [TestCase("-10001", "-30003", "needs-review", "off by more than", TestName = "The sign does not excuse")]
    [TestCase("0", "0", "needs-review", "is zero", TestName = "Zero is absurd")]
    public void An_own_value_is_carried_forward_unless_it_is_absurd(string a, string b, string verdict, string reason) => Check("1a.b", Grade(Quantities, $"1a.a: {a}\n1a.b: {b}"), verdict, reason);

    [TestCase("99", "10", "carried-forward", "", TestName = "What still depends on the rest is carried forward")]
    [TestCase("200", "7", "needs-review", "depends on nothing else any more", TestName = "What depends on nothing else is not")]
    public void A_later_quantity_must_depend_on_more_than_the_own_value(string a, string d, string verdict, string reason) => Check("1a.d", Grade(Quantities, $"1a.a: {a}\n1a.d: {d}"), verdict, reason);

    [TestCase("[0, 1]", "[0, 2]", "carried-forward", "")]
    [TestCase("[0, 0]", "[0, 0]", "needs-review", "is zero")]
    [TestCase("[5, 6000]", "[10, 12000]", "carried-forward", "")]
    [TestCase("[5, 6001]", "[10, 12002]", "needs-review", "off by more than")]
    public void An_array_is_as_large_as_its_largest_entry(string v, string w, string verdict, string reason) => Check("1a.w", Grade(Quantities, $"1a.v: {v}\n1a.w: {w}"), verdict, reason);

    [TestCase("100", "300", "carried-forward", "")]
    [TestCase("101", "303", "needs-review", "off by more than a factor of 10")]
    public void The_assignment_says_how_far_off_is_too_far(string a, string b, string verdict, string reason) => Check("1a.b", Grade(Quantities, $"1a.a: {a}\n1a.b: {b}", """ "credit": { "guard": 10 }, """), verdict, reason);

    [TestCase("1", "3", "carried-forward", "")]
    [TestCase("0.5", "1.5", "needs-review", "not plausible")]
    public void The_author_says_what_is_plausible(string a, string b, string verdict, string reason)
    {
        const string plausible = """ "inputs": { "c": 3 }, "quantities": { "a": { "formula": "5*2", "plausible": "a >= 1" }, "b": "a*c", "d": "c", "v": "[1, 2]*c", "w": "v + v" }, """;
        Check("1a.b", Grade(plausible, $"1a.a: {a}\n1a.b: {b}"), verdict, reason);
    }

    [Test]
    public void A_mistake_with_credit_of_its_own_stays_incorrect_and_is_charged_once()
    {
        var report = Grade(Quantities, "1a.a: 3\n1a.b: 9\n1a.v: [-2, -1]\n1a.w: [-4, -2]");
        Assert.Multiple(() =>
        {
            Assert.That(report.Check("1a.a").Verdict, Is.EqualTo(Verdict.Incorrect));
            Assert.That(report.Check("1a.a").Message, Does.Contain("It earns 50 % of the points."));
            Assert.That(report.Check("1a.a").Points, Is.EqualTo(report.Check("1a.a").MaxPoints / 2));
            Assert.That(report.Check("1a.b").Verdict, Is.EqualTo(Verdict.CarriedForward));
            Assert.That(report.Check("1a.b").Points, Is.EqualTo(report.Check("1a.b").MaxPoints));
            Assert.That(report.Check("1a.v").Verdict, Is.EqualTo(Verdict.Incorrect));
            Assert.That(report.Check("1a.v").Message, Does.Contain("charged once"));
            Assert.That(report.Check("1a.v").Points, Is.EqualTo(report.Check("1a.v").MaxPoints));
        });
    }

    private static void Check(string id, GradeReport report, string verdict, string reason)
    {
        Assert.That(report.Check(id).Verdict.Name(), Is.EqualTo(verdict), report.Check(id).Message);
        Assert.That(report.Check(id).Message, Does.Contain(reason));
        Assert.That(verdict == "carried-forward" ? report.Check(id).Points : report.Check(id).PendingPoints, Is.EqualTo(report.Check(id).MaxPoints));
    }

    private static GradeReport Grade(string question, string answers, string credit = "")
    {
        var checks = "a b d".Split(' ').Select(name => $$"""{ "id": "1a.{{name}}", "kind": "number", "ask": "{{name}}", "points": 2, "quantity": "{{name}}", "tolerance": { "absolute": 0 } }""")
            .Concat("v w".Split(' ').Select(name => $$"""{ "id": "1a.{{name}}", "kind": "vector", "ask": "{{name}}", "points": 2, "quantity": "{{name}}", "tolerance": { "absolute": 0 } }"""));
        var assignment = MemoryAssignment.Read(
            ("assignment.json", $$"""{ "format": 1, "id": "t", "title": "Test", {{credit}} "questions": ["q1.json"] }"""),
            ("q1.json", $$"""{ "id": "1", "title": "Q", {{question}} "parts": [ { "id": "1a", "checks": [ {{string.Join(", ", checks)}} ] } ] }"""));
        return Homework.Grade(assignment, $"```answers\n{answers}\n```\n");
    }
}
