using Grader.Reference;

namespace Grader.Grading.Tests;

/// <summary>Answers that are right as well: another number, a principal component with the other sign.</summary>
[TestFixture]
public sealed class AlternativeTests
{
    private static readonly Assignment Components = Homework.Read(Path.Combine(Repository.Root, "cases", "kinds", "pca"));

    private static readonly Assignment Numbers = MemoryAssignment.WithQuestion("""
        "inputs": { "loss": 12.5, "share": 0.25 },
        "quantities": { "half": { "formula": "loss/2", "say": "loss with the factor ½" }, "rest": "1 - share" },
        "parts": [ { "id": "1a", "checks": [
          { "id": "1a.loss", "kind": "number", "ask": "loss", "points": 2, "quantity": "loss", "alternatives": ["half"], "tolerance": { "absolute": 0.001 } },
          { "id": "1a.share", "kind": "number", "ask": "share", "points": 1, "quantity": "share", "alternatives": ["rest"], "percent": true, "tolerance": { "digits": 3 } },
        ] } ]
        """);

    [TestCase("12.5", "correct", "Agrees with the key.")]
    [TestCase("6.25", "correct", "Agrees with the loss with the factor ½, which is right as well.")]
    [TestCase("6.2505", "correct", "right as well")]
    [TestCase("6.252", "incorrect", "Differs from the key.")]
    [TestCase("-6.25", "incorrect", "Differs from the key.")]
    [TestCase("25", "incorrect", "Differs from the key.")]
    public void A_number(string answer, string verdict, string message) => Check(Numbers, "1a.loss", answer, verdict, message);

    [TestCase("25.0 %", "correct", "Agrees with the key.")]
    [TestCase("75.0 %", "correct", "Agrees with the rest, which is right as well.")]
    [TestCase("0.750", "correct", "right as well")]
    [TestCase("75.1 %", "incorrect", "Differs from the key.")]
    [TestCase("-75 %", "needs-review", "The amount agrees, and the sign depends on what is meant", TestName = "A doubt about an alternative is for a person too")]
    public void A_share(string answer, string verdict, string message) => Check(Numbers, "1a.share", answer, verdict, message);

    [TestCase("1d.direction", "[0.6576, 0.7534]", "correct", "Agrees with the key.")]
    [TestCase("1d.direction", "[-0.6576, -0.7534]", "correct", "Agrees with the direction of component 1, with the other sign, which is right as well.")]
    [TestCase("1d.direction", "[-0.6576, 0.7534]", "partial", "Entry", TestName = "A sign of one entry alone is half wrong")]
    [TestCase("1d.direction", "[0.7534, 0.6576]", "incorrect", "Entry", TestName = "Entries exchanged are wrong")]
    [TestCase("1d.direction", "[-0.6576, -0.7546]", "partial", "Entry 2 is -0.7546, not -0.753364.", TestName = "Just past the tolerance of the other sign is wrong there")]
    public void A_principal_component(string id, string answer, string verdict, string message) => Check(Components, id, answer, verdict, message);

    private static void Check(Assignment assignment, string id, string answer, string verdict, string message)
    {
        var check = Homework.Grade(assignment, $"```answers\n{id}: {answer}\n```\n").Check(id);
        Assert.That(check.Verdict.Name(), Is.EqualTo(verdict), check.Message);
        Assert.That(check.Message, Does.Contain(message));
    }
}
