using Grader.Reference;
using Grader.Reports;

namespace Grader.Grading.Tests;

/// <summary>Values from an instructor's own script grade as any others, and say where they come from.</summary>
[TestFixture]
public sealed class ComputedValueTests
{
    private const string Question = """
        { "id": "1", "title": "Q", "inputs": { "n": 3 },
          "computed": [ { "csv": "values.csv", "by": "solve.py, numpy 2.1, 2026-11-03" } ],
          "quantities": { "twice": "2*loss", "first": "M_12 + third" },
          "parts": [ { "id": "1a", "checks": [
            { "id": "1a.loss", "kind": "number", "ask": "loss", "points": 1, "quantity": "loss" },
            { "id": "1a.twice", "kind": "number", "ask": "twice the loss", "points": 1, "quantity": "twice" },
            { "id": "1a.matrix", "kind": "matrix", "ask": "matrix", "points": 1, "quantity": "M" },
            { "id": "1a.vector", "kind": "vector", "ask": "vector", "points": 1, "quantity": "v" },
            { "id": "1a.first", "kind": "number", "ask": "sum", "points": 1, "quantity": "first" },
          ] } ] }
        """;

    private static readonly Assignment Assignment = MemoryAssignment.Read(
        ("assignment.json", """{ "format": 1, "id": "t", "title": "Test", "questions": ["q1.json"] }"""),
        ("q1.json", Question),
        ("values.csv", "name,value,say\nloss,1.25e-1,smallest loss\n\"M\",\"[[1, -2/3], [0.5, 4]]\",\nthird,-1/3,\nv,\"[1, -2.5, 1/3]\",\n"));

    [TestCase("0.125", "0.25", "[[1, -2/3], [0.5, 4]]", "-1", "correct correct correct correct correct")]
    [TestCase("0.126", "0.25", "[[1, 2/3], [0.5, 4]]", "1", "incorrect correct incorrect correct incorrect", TestName = "A near miss is refused")]
    [TestCase("0.5", "1", "[[1, -2/3], [0.5, 4]]", "-1", "incorrect carried-forward correct correct correct", TestName = "What follows from an own value is carried forward")]
    public void Verdicts(string loss, string twice, string matrix, string first, string verdicts)
    {
        var report = Homework.Grade(Assignment, $"```answers\n1a.loss: {loss}\n1a.twice: {twice}\n1a.matrix: {matrix}\n1a.vector: [1, -2.5, 1/3]\n1a.first: {first}\n```\n");
        Assert.That(string.Join(' ', report.Checks().Select(check => check.Verdict.Name())), Is.EqualTo(verdicts), string.Join('\n', report.Checks().Select(check => check.Message)));
    }

    [Test]
    public void The_report_and_the_key_say_where_they_come_from()
    {
        var report = Homework.Grade(Assignment, "");
        var key = AnswerKey.Of(Assignment);
        var markdown = MarkdownKeyWriter.Write(key);
        Assert.Multiple(() =>
        {
            Assert.That(report.Check("1a.loss").Expected, Is.EqualTo("0.125 (from values.csv: solve.py, numpy 2.1, 2026-11-03)"));
            Assert.That(report.Check("1a.twice").Expected, Is.EqualTo("0.25"));
            Assert.That(markdown, Does.Contain("- smallest loss, from values.csv: solve.py, numpy 2.1, 2026-11-03: $"));
            Assert.That(markdown, Does.Contain("- third, from values.csv"));
            Assert.That(HtmlKeyWriter.Write(key), Does.Contain("smallest loss, from values.csv: solve.py, numpy 2.1, 2026-11-03"));
            Assert.That(JsonKeyWriter.Write(key, "1"), Does.Contain("\"provenance\": \"values.csv: solve.py, numpy 2.1, 2026-11-03\""));
            Assert.That(Homework.Grade(Assignment, markdown).Checks().Select(check => check.Verdict), Is.All.EqualTo(Verdict.Correct));
            Assert.That(MarkdownHandoutWriter.Write(Handout.Of(Assignment)), Does.Not.Contain("0.5"));
        });
    }
}
