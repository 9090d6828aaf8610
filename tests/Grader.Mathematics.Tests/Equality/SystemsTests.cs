using System.Globalization;

namespace Grader.Mathematics.Tests;

/// <summary>Systems of equations by their solutions, and inequalities as sets.</summary>
[TestFixture]
public sealed class SystemsTests
{
    private static Sequence<Expression> Read(string system) => [.. system.Split(';').Select(static relation => Formula.Read(relation).Expression!)];

    [TestCase("x + y = 3; x - y = 1", "x = 2; y = 1", "Equal: linear system")]
    [TestCase("x + y = 3; x - y = 1", "x = 2; y = 2", "Different: linear system")]
    [TestCase("x + y = 3; 2x + 2y = 6", "x = 3 - y", "Equal: linear system")]
    [TestCase("x = x", "y = y", "Equal: linear system")]
    [TestCase("x = x", "x = 1", "Different: linear system")]
    // No system: no solution in common, not linear, not exact, no value at zero or at one.
    [TestCase("x = 1; x = -2", "x = 1", null)]
    [TestCase("x y = 1", "x = 1", null)]
    [TestCase("x = y^2", "x = y", null)]
    [TestCase(@"x = \sqrt{y}", "x = y", null)]
    [TestCase(@"x = \frac{1}{y}", "x = y", null)]
    [TestCase(@"x = \frac{1}{y - 1}", "x = y", null)]
    [TestCase(@"x = \pi y", "x = y", null)]
    [TestCase("x < y", "x = y", null)]
    [TestCase("x = y = z", "x = y", null)]
    [TestCase("1 = 1", "2 = 2", null)]
    public void Linear_systems(string gold, string answer, string? expected) => Assert.That(LinearSystems.Decide(Read(gold), Read(answer)) is { } decision ? $"{decision.Verdict}: {decision.Rule}" : null, Is.EqualTo(expected));

    [TestCase(12, true)]
    [TestCase(13, false)]
    public void Linear_systems_of_many_names(int names, bool decided)
    {
        Expression sum = new Sum([.. Enumerable.Range(1, names).Select(static i => (Expression)new Symbol("x_" + i.ToString(CultureInfo.InvariantCulture)))]);
        Sequence<Expression> system = [new Relation([sum, new Number(1)], [RelationOperator.Equal])];
        Assert.That(LinearSystems.Decide(system, system) is not null, Is.EqualTo(decided));
    }

    [TestCase(12, 12, true)]
    [TestCase(12, 13, false)]
    public void Linear_systems_of_many_equations(int gold, int answer, bool decided) => Assert.That(LinearSystems.Decide(Equations(gold), Equations(answer)) is not null, Is.EqualTo(decided));

    private static Sequence<Expression> Equations(int count) => [.. Enumerable.Repeat(Formula.Read("x + y = 1").Expression!, count)];

    [TestCase("y = x; z = x", "x = 1", true)]
    [TestCase("x = 1", "y = x; z = x", true)]
    [TestCase("y = x", "y = x", true)]
    [TestCase("x = 1; y = 2", "x = 2; y = 1", false)]
    [TestCase("y = x; y = 2x", "y = x", false, Description = "several answers")]
    [TestCase("y = x", "y = x; y = 2x", false)]
    [TestCase("y = x; 2y = x", "y = x", true)]
    public void What_a_system_is(string gold, string answer, bool expected) => Assert.That(Systems.Are(Read(gold), Read(answer)), Is.EqualTo(expected));

    [TestCase("y = x^2; z = x", "y = z^2; z = x", "Undecided: systems that no rule solves")]
    [TestCase("y = x^2; z = x", "y = x^3; z = x", "Different: systems, y = 9, x = 3, z = 3 solves y = x^2, z = x, and not y = x^3, z = x")]
    [TestCase("x y = 1; x = 2", "y = x; x = 3", "Different: systems, y = 3, x = 3 solves y = x, x = 3, and not x*y = 1, x = 2")]
    [TestCase("y = z; z = y", "y = 2z; z = y", "Undecided: systems that no rule solves", Description = "each needs the other")]
    [TestCase("y = x; y = 2", "y = x; x = 2", "Undecided: systems that no rule solves")]
    public void Systems_that_define_names(string gold, string answer, string expected)
    {
        var decision = Systems.Decide(Read(gold), Read(answer));
        Assert.That($"{decision.Verdict}: {decision.Rule}{(decision.Witness is null ? "" : ", " + decision.Witness)}", Is.EqualTo(expected));
    }

    [TestCase("2x < 4")]
    [TestCase("x - 3 > x - x")]
    [TestCase(@"x \le \sqrt2")]
    [TestCase(@"\sqrt2 \ge x")]
    public void Inequalities_that_are_solved(string relation) => Assert.That(Inequalities.Solve((Relation)Formula.Read(relation).Expression!)?.Variable, Is.EqualTo("x"));

    [TestCase("x - x < 1", Description = "no name is left")]
    [TestCase("x^2 < 4")]
    [TestCase("x(x - 1)(x - 2) < 0")]
    [TestCase(@"|x| < 4")]
    [TestCase(@"\frac1x < 4")]
    [TestCase("x < y")]
    [TestCase("1 < 2")]
    [TestCase(@"\sqrt2 x < 2")]
    public void Inequalities_that_are_not_solved(string relation) => Assert.That(Inequalities.Solve((Relation)Formula.Read(relation).Expression!), Is.Null);
}
