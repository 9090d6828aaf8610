using System.Text;

namespace Grader.Mathematics.Tests;

[TestFixture]
public sealed class RealPointTests
{
    private static readonly string[] Names = ["x", "y", "w", "alpha", "n", "m", "k", "i", "j", "N", "K", "M", "l", "t", "nn"];

    /// <summary>Which points are taken decides which differences are seen: a change of them must be meant.</summary>
    [Test]
    public Task Points_of_names()
    {
        var roles = SymbolRoles.Of(Formula.Read("x + y").Expression!, Formula.Read(@"\binom{n}{k} + x").Expression!);
        var text = new StringBuilder();
        foreach (var name in Names)
            text.AppendLine($"{name}: {string.Join(", ", Enumerable.Range(0, RealPoints.Count).Select(seed => RealPoints.At(name, (ulong)seed, roles, positive: false)))}");
        return Verify(text.ToString());
    }

    /// <summary>A name that must be whole is a small number where it is one that indices have; any other is what it is elsewhere.</summary>
    [TestCaseSource(nameof(Names))]
    public void Points_of_whole_names(string name)
    {
        var (whole, free) = (SymbolRoles.Of(new Call("factorial", [new Symbol(name)])), SymbolRoles.Of(new Symbol(name)));
        var values = Enumerable.Range(0, RealPoints.Count).Select(seed => RealPoints.At(name, (ulong)seed, whole, positive: false)).ToList();
        if (name is "n" or "m" or "k" or "i" or "j" or "N" or "K" or "M" or "l" or "t")
            Assert.That(values, Has.All.Matches<Rational>(static value => value.IsInteger && value >= 1 && value <= 7));
        else
            Assert.That(values, Is.EqualTo(Enumerable.Range(0, RealPoints.Count).Select(seed => RealPoints.At(name, (ulong)seed, free, positive: false))));
    }

    [Test]
    public void Points_of_positive_names_are_the_same_without_sign() => Assert.Multiple(() =>
    {
        var roles = SymbolRoles.Of(Formula.Read("x").Expression!, Formula.Read("y").Expression!);
        foreach (var name in Names)
            for (var seed = 0UL; seed < RealPoints.Count; seed++)
                Assert.That(RealPoints.At(name, seed, roles, positive: true), Is.EqualTo(Rational.Abs(RealPoints.At(name, seed, roles, positive: false))).And.GreaterThan(Rational.Zero), $"{name} {seed}");
    });

    /// <summary>A function's domain and branches lie where some point is.</summary>
    [TestCase(0, 1)]
    [TestCase(1, 3)]
    [TestCase(-3, 0)]
    [TestCase(10, 50)]
    [TestCase(-1500, -500)]
    [TestCase(-7000, -2000)]
    [TestCase(2000, 6000)]
    public void Some_point_lies_between(int low, int high)
    {
        var roles = SymbolRoles.Of(Formula.Read("x").Expression!, Formula.Read("y").Expression!);
        foreach (var name in (string[])["x", "y", "z", "alpha"])
            Assert.That(Enumerable.Range(0, RealPoints.Count).Select(seed => RealPoints.At(name, (ulong)seed, roles, positive: false)), Has.Some.Matches<Rational>(value => value > low && value < high), name);
    }
}
