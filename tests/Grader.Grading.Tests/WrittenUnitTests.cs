using System.Text;
using Grader.Reference;

namespace Grader.Grading.Tests;

/// <summary>Percent signs, units and small words, where the case asks for none.</summary>
public sealed class WrittenUnitTests
{
    private static Assignment Assignment { get; } = Read("""
        "inputs": { "tp": 48, "fp": 5 },
        "quantities": {
          "precision": "tp/(tp + fp)",
          "memory": { "formula": "252*1024", "unit": "B" },
          "images": "tp + fp - 3",
          "rate3": "0.48", "rate19": "0.019",
        },
        "parts": [
          { "id": "1a", "checks": [ { "id": "1a.precision", "kind": "number", "ask": "?", "points": 1, "quantity": "precision", "labels": [["precision"]] } ] },
          { "id": "1b", "checks": [ { "id": "1b.memory", "kind": "number", "ask": "?", "points": 1, "quantity": "memory", "labels": [["memory"]] } ] },
          { "id": "1c", "checks": [ { "id": "1c.images", "kind": "number", "ask": "?", "points": 1, "quantity": "images", "tolerance": { "absolute": 0 }, "labels": [["images"]] } ] },
          { "id": "1d", "checks": [
            { "id": "1d.rate3", "kind": "number", "ask": "?", "points": 1, "quantity": "rate3", "labels": [["epoch 3"]], "aliases": ["lr_3"] },
            { "id": "1d.rate19", "kind": "number", "ask": "?", "points": 1, "quantity": "rate19", "labels": [["epoch 19"]], "aliases": ["lr_19"] },
          ] },
          { "id": "1e", "checks": [ { "id": "1e.pooling", "kind": "rubric", "ask": "?", "points": 1, "ideas": [ { "id": "none", "say": "none", "phrases": ["no|zero ... param*"] } ], "model": "It has no parameters." } ] },
        ]
        """);

    [TestCase("a", "precision = 48/53 = 0.9057", true)]
    [TestCase("a", "precision = 90.57 %", true)]
    [TestCase("a", "The precision is 90.6 %.", true)]
    [TestCase("a", "$\\text{precision} = \\frac{48}{53} = 90.57\\%$", true)]
    [TestCase("a", "precision = 9.057 %", false)]
    [TestCase("a", "precision = 91.6 %", false)]
    [TestCase("a", "precision = 90.57", false)]
    [TestCase("a", "precision = 0.9057 %", false)]
    [TestCase("b", "memory = 258048", true)]
    [TestCase("b", "memory = 258048 B", true)]
    [TestCase("b", "memory: 258048 bytes", true)]
    [TestCase("b", "memory = 258.048 kB", true)]
    [TestCase("b", "memory = 252 KiB", true)]
    [TestCase("b", "memory = 258048 bits", false)]
    [TestCase("b", "memory = 258.048 MB", false)]
    [TestCase("b", "memory = 258.048", false)]
    [TestCase("b", "memory = 252 kB", false)]
    [TestCase("b", "memory = 258048 s", false)]
    [TestCase("a", "1 - precision = 0.9057", false)]
    [TestCase("a", "1/precision = 0.9057", false)]
    [TestCase("a", "precision/2 = 0.9057", false)]
    [TestCase("a", "precision^2 = 0.9057", false)]
    [TestCase("a", "precision * recall = 0.9057", false)]
    [TestCase("a", "$\\text{precision} = 0.9057$", true)]
    [TestCase("a", "precision (class 1) = 0.9057", true)]
    [TestCase("a", "Twice the precision is 0.9057.", false)]
    [TestCase("a", "Suppose precision = 0.9057.", false)]
    [TestCase("c", "images: 50½", false)]
    [TestCase("c", "images: 50‰", false)]
    [TestCase("c", "images: 50 : 3", false)]
    [TestCase("c", "images: 50'000", false)]
    [TestCase("c", "images: 50 to 60", false)]
    [TestCase("c", "images: (50 − 1)", false)]
    [TestCase("c", "images: 50 K", false)]
    [TestCase("c", "The images cannot be 50.", false)]
    [TestCase("c", "There are 50 images.", true)]
    [TestCase("c", "images: 48 + 5 − 3 = 50", true)]
    [TestCase("c", "images = 50", true)]
    [TestCase("c", "images = 50 %", false)]
    [TestCase("c", "images = 5000 %", false)]
    public void A_unit_counts_for_what_it_is(string part, string text, bool right)
    {
        var grade = Homework.Grade(Assignment, $"# Question 1\n\n({part})\n\n{text}\n").Checks().Single(check => check.Id.StartsWith($"1{part}.", StringComparison.Ordinal));
        Assert.That(grade.Verdict, right ? Is.EqualTo(Verdict.Correct) : Is.Not.EqualTo(Verdict.Correct), grade.Message);
    }

    /// <summary>A name without an index is not another's.</summary>
    [TestCase("lr_3 = 0.48", true)]
    [TestCase("epoch 3: lr = 0.48", true)]
    [TestCase("epoch 3: $\\eta = 0.48$", true)]
    [TestCase("lr_4 = 0.48", false)]
    [TestCase("epoch 3: lr_4 = 0.48", false)]
    public void A_name_without_an_index_may_be_any_of_its_kind(string text, bool right) =>
        Assert.That(Homework.Grade(Assignment, $"# Question 1\n\n(d)\n\n{text}\n").Check("1d.rate3").Verdict, right ? Is.EqualTo(Verdict.Correct) : Is.Not.EqualTo(Verdict.Correct));

    [TestCase("It has no parameters.", true)]
    [TestCase("Pooling has zero parameters.", true)]
    [TestCase("It is not true that it has no parameters.", false)]
    [TestCase("It has many parameters.", false)]
    public void A_denial_that_is_asked_for_denies_nothing(string text, bool right) =>
        Assert.That(Homework.Grade(Assignment, $"# Question 1\n\n(e)\n\n{text}\n").Check("1e.pooling").Verdict, right ? Is.EqualTo(Verdict.Correct) : Is.Not.EqualTo(Verdict.Correct));

    private static Assignment Read(string question)
    {
        var reading = CaseReader.Read(new Files(question));
        Assert.That(reading.Problems, Is.Empty);
        return reading.Assignment!;
    }

    private sealed class Files(string question) : ICaseSource
    {
        public IReadOnlyList<string> Paths { get; } = ["assignment.json", "q.json"];

        public ReadOnlyMemory<byte>? Read(string path) => path switch
        {
            "assignment.json" => """{ "format": 2, "id": "t", "title": "T", "questions": ["q.json"] }"""u8.ToArray(),
            "q.json" => Encoding.UTF8.GetBytes($"{{ \"id\": \"1\", \"title\": \"Q\",\n{question}\n}}"),
            _ => null,
        };
    }
}
