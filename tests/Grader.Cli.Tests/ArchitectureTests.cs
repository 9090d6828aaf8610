using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Grader.Cli.Tests;

/// <summary>The arrows between the stages, as the README draws them; an arrow goes one way.</summary>
[TestFixture]
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, Assembly> Stages = new()
    {
        ["Mathematics"] = typeof(Mathematics.Rational).Assembly,
        ["Reference"] = typeof(Reference.Worksheet).Assembly,
        ["Submissions"] = typeof(Submissions.SubmissionReader).Assembly,
        ["Grading"] = typeof(Grading.SubmissionGrader).Assembly,
        ["Verification"] = typeof(Verification.RenderingStyle).Assembly,
        ["Reports"] = typeof(Reports.JsonReportWriter).Assembly,
        ["Classroom"] = typeof(Classroom.Runs.ClassRun).Assembly,
        ["Review"] = typeof(Review.ReviewServer).Assembly,
    };

    private static readonly Architecture Architecture = new ArchLoader().LoadAssemblies([.. Stages.Values]).Build();

    [TestCase("Mathematics", "")]
    [TestCase("Reference", "Mathematics")]
    [TestCase("Submissions", "Mathematics")]
    [TestCase("Grading", "Mathematics Reference Submissions")]
    [TestCase("Verification", "Mathematics Reference Submissions Grading")]
    [TestCase("Reports", "Mathematics Reference Grading")]
    [TestCase("Classroom", "Mathematics Reference Grading Reports")]
    [TestCase("Review", "Mathematics Grading Reports Classroom")]
    public void Stage_uses_only_those_its_arrows_come_from(string stage, string allowed)
    {
        var forbidden = Stages.Keys.Except(allowed.Split(' ')).Where(other => other != stage).Select(other => $"Grader.{other}.").ToList();
        var arrows = TypesOf(stage)
            .SelectMany(type => type.Dependencies)
            .Where(dependency => forbidden.Exists(prefix => dependency.Target.FullName.StartsWith(prefix, StringComparison.Ordinal)))
            .Select(dependency => $"{dependency.Origin.FullName} -> {dependency.Target.FullName}")
            .Distinct();

        Assert.That(arrows, Is.Empty);
    }

    [Test]
    public void Reports_cannot_regrade()
    {
        string[] judging = ["Formula", "Equality", "Evaluator", "NumeralReader", "Tolerance"];
        var arrows = TypesOf("Reports")
            .SelectMany(type => type.Dependencies)
            .Where(dependency => judging.Contains(dependency.Target.Name) && dependency.Target.FullName.StartsWith("Grader.Mathematics.", StringComparison.Ordinal))
            .Select(dependency => $"{dependency.Origin.FullName} -> {dependency.Target.FullName}");

        Assert.That(arrows, Is.Empty);
    }

    [Test]
    public void Architecture_is_not_empty_so_that_the_rules_can_fail() =>
        Assert.That(Stages.Keys.Select(stage => TypesOf(stage).Sum(type => type.Dependencies.Count)), Is.All.GreaterThan(20));

    private static IEnumerable<IType> TypesOf(string stage) =>
        Architecture.Types.Where(type => type.FullName.StartsWith($"Grader.{stage}.", StringComparison.Ordinal));
}
