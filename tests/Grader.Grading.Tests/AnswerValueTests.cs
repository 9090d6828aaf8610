using Grader.Reference;

namespace Grader.Grading.Tests;

/// <summary>What an answer was taken for, printed alike for all notations.</summary>
public sealed class AnswerValueTests
{
    private static Assignment Assignment { get; } = MemoryAssignment.WithQuestion("""
        "inputs": { "W": 64, "a": [1, 2], "M": [[1, 2], [3, 4]] },
        "quantities": { "side": "W/2", "share": "1/4", "pair": "2*a", "double": "2*M" },
        "parts": [
          { "id": "1a", "checks": [ { "id": "1a.side", "kind": "number", "ask": "?", "points": 1, "quantities": ["side", "side"], "tolerance": { "absolute": 0 }, "labels": [["side"]] } ] },
          { "id": "1b", "checks": [ { "id": "1b.share", "kind": "number", "ask": "?", "points": 1, "quantity": "share", "percent": true, "labels": [["share"]] } ] },
          { "id": "1c", "checks": [ { "id": "1c.pair", "kind": "vector", "ask": "?", "points": 1, "quantity": "pair", "labels": [["pair"]] } ] },
          { "id": "1d", "checks": [ { "id": "1d.double", "kind": "matrix", "ask": "?", "points": 1, "quantity": "double", "labels": [["double"]] } ] },
          { "id": "1e", "checks": [ { "id": "1e.even", "kind": "choice", "ask": "?", "points": 1, "right": "yes", "choices": { "yes": ["yes", "even"], "no": ["no", "odd"] } } ] },
        ]
        """);

    [TestCase("a", "side = 32", "32", Verdict.Correct)]
    [TestCase("a", "side = 32 × 32", "32", Verdict.Correct)]
    [TestCase("a", "side = $\\frac{64}{2}$", "32", Verdict.Correct)]
    [TestCase("a", "side = 1,024", "1024", Verdict.Incorrect)]
    [TestCase("a", "side = 2/3", "0.666667", Verdict.Incorrect)]
    [TestCase("a", "side = 32 or 33", "", Verdict.NeedsReview)]
    [TestCase("a", "The weather is fine.", "", Verdict.Missing)]
    [TestCase("b", "share = 0.25", "25 %", Verdict.Correct)]
    [TestCase("b", "share = 25", "25 %", Verdict.Correct)]
    [TestCase("b", "share = 25.0 %", "25 %", Verdict.Correct)]
    [TestCase("b", "share = 1/4", "25 %", Verdict.Correct)]
    [TestCase("b", "share = 75 %", "75 %", Verdict.Incorrect)]
    [TestCase("c", "pair = (2, 4)", "2, 4", Verdict.Correct)]
    [TestCase("c", "pair = [2; 4.0]", "2, 4", Verdict.Correct)]
    [TestCase("c", "pair = $\\begin{bmatrix} 2 \\\\ 5 \\end{bmatrix}$", "2, 5", Verdict.Partial)]
    [TestCase("d", "double = [[2, 4], [6, 8]]", "2 4; 6 8", Verdict.Correct)]
    [TestCase("d", "double:\n\n| 2 | 4 |\n|---|---|\n| 6 | 8 |", "2 4; 6 8", Verdict.Correct)]
    [TestCase("e", "Yes, it is.", "yes", Verdict.Correct)]
    [TestCase("e", "It is odd.", "no", Verdict.Incorrect)]
    public void One_value_prints_alike(string part, string text, string value, Verdict verdict)
    {
        var check = Homework.Grade(Assignment, $"# 1\n({part})\n{text}\n").Checks().Single(check => check.Id.StartsWith("1" + part, StringComparison.Ordinal));
        Assert.That(check.Verdict, Is.EqualTo(verdict), check.Message);
        Assert.That(check.Value, Is.EqualTo(value));
        Assert.That(check.IsPartEmpty, Is.False);
    }

    [Test]
    public void A_part_without_text_is_told_from_one_that_says_something_else()
    {
        var report = Homework.Grade(Assignment, "# 1\n(a)\nThe weather is fine.\n");
        Assert.That(report.Checks().Where(check => check.IsPartEmpty).Select(check => check.Id), Is.EqualTo(new[] { "1b.share", "1c.pair", "1d.double", "1e.even" }));
        Assert.That(report.Checks().Select(check => check.Verdict), Is.All.EqualTo(Verdict.Missing));
    }
}
