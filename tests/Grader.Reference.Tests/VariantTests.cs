using Grader.Reference.Cases;

namespace Grader.Reference.Tests;

public sealed class VariantTests
{
    private const string Checks = """
        "parts": [ { "id": "1a", "text": "n is {=n}.", "checks": [ { "id": "1a.x", "kind": "number", "ask": "twice {=n}", "points": 1, "quantity": "twice" } ] } ]
        """;

    [TestCase("""{ "draw": [1, 2] }""", "q.json:2:13: These values are the same for every student, and inputs of this question are drawn. See that they do not depend on what is drawn.")]
    [TestCase("1", "")]
    public void Values_of_a_script_beside_drawn_inputs_are_noted(string input, string note)
    {
        var reading = CaseReader.Lint(MemoryCase.WithQuestion(
            $$"""
            "computed": [ { "csv": "values.csv", "by": "solve.py" } ], "inputs": { "n": {{input}} },
            "parts": [ { "id": "1a", "checks": [ { "id": "1a.a", "kind": "number", "ask": "?", "points": 1, "quantity": "a" } ] } ]
            """,
            ("values.csv", "name,value\na,1\n")));
        Assert.That(reading.Problems.Items.Select(problem => problem.ToString()), Is.Empty);
        Assert.That(string.Join('\n', reading.Notes.Items.Select(problem => problem.ToString())), Is.EqualTo(note));
    }

    [Test]
    public void Each_student_has_inputs_of_their_own_and_keeps_them()
    {
        var source = MemoryCase.WithQuestion(""" "inputs": { "n": { "draw": { "from": 10, "to": 99 } }, "m": { "draw": [1, 2, 3, 4, 5] } }, "quantities": { "twice": "2*n" }, """ + Checks);
        var drawn = Enumerable.Range(0, 200).Select(student => Values.Number(Sheet(source, $"s{student}")["n"].Value)).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(drawn, Is.All.InRange(10, 99));
            Assert.That(drawn.Distinct().Count(), Is.GreaterThan(60));
            Assert.That(Enumerable.Range(0, 200).Select(student => Values.Number(Sheet(source, $"s{student}")["n"].Value)), Is.EqualTo(drawn));
            Assert.That(Enumerable.Range(0, 200).Select(student => Values.Number(Sheet(source, $"s{student}")["m"].Value)).Distinct().Count(), Is.EqualTo(5));
        });
    }

    /// <summary>Written down, so that no later version deals other inputs in the middle of a course.</summary>
    [TestCase("", "10")]
    [TestCase("ada", "97")]
    [TestCase("grace", "46")]
    [TestCase("李雷", "59")]
    public void A_draw_is_the_same_for_ever(string student, string value)
    {
        var source = MemoryCase.WithQuestion(""" "inputs": { "n": { "draw": { "from": 10, "to": 99 } } }, "quantities": { "twice": "2*n" }, """ + Checks);
        Assert.That(Values.Text(Sheet(source, student)["n"].Value), Is.EqualTo(value));
    }

    [Test]
    public void Engines_draw_too_and_texts_say_what_was_drawn()
    {
        var source = MemoryCase.WithQuestion("""
            "text": ["Width {=input.width}, {=layer1.kernels} kernels."],
            "engine": { "name": "convolution-stack", "input": { "width": { "draw": [32, 64, 128] }, "height": 32, "channels": 3 }, "layers": [ { "draw": [ { "kernels": 8, "kernel": 3 }, { "kernels": { "draw": [16, 24] }, "kernel": 5 } ] } ] },
            "inputs": { "n": 1 }, "quantities": { "twice": "2*layer1.parameters" },
            """ + Checks);
        var texts = Enumerable.Range(0, 60).Select(student => CaseReader.Read(source, $"{student}").Assignment!.Questions[0].Text).Distinct().Order(StringComparer.Ordinal);
        Assert.That(texts, Is.EqualTo(new[] { "Width 128, 16 kernels.", "Width 128, 24 kernels.", "Width 128, 8 kernels.", "Width 32, 16 kernels.", "Width 32, 24 kernels.", "Width 32, 8 kernels.", "Width 64, 16 kernels.", "Width 64, 24 kernels.", "Width 64, 8 kernels." }));
    }

    [TestCase("""{ "draw": [] }""", "There is nothing to draw from.")]
    [TestCase("""{ "draw": { "from": 2, "to": 1 } }""", "There is no number from 2 to 1 in steps of 1.")]
    [TestCase("""{ "draw": { "from": 2 } }""", "The key \"to\" is missing.")]
    [TestCase("""{ "draw": 5 }""", "5 stands where an object is expected.")]
    public void What_cannot_be_drawn_is_told(string input, string message)
    {
        var reading = CaseReader.Read(MemoryCase.WithQuestion($$""" "inputs": { "n": {{input}} }, "quantities": { "twice": "2*n" }, {{Checks}} """));
        Assert.That(reading.Problems[0].Message, Is.EqualTo(message));
    }

    [Test]
    public void A_value_that_a_text_asks_for_in_vain_is_told()
    {
        var reading = CaseReader.Read(MemoryCase.WithQuestion($$""" "text": "{=width}", "inputs": { "n": 1 }, "quantities": { "twice": "2*n" }, {{Checks}} """));
        Assert.That(reading.Problems.Items.Select(problem => problem.Message), Is.EqualTo(new[] { "\"{=width}\" in this text has no value." }));
    }

    [Test]
    public void Texts_and_questions_are_filled_in()
    {
        var part = CaseReader.Read(MemoryCase.WithQuestion($$""" "inputs": { "n": 4 }, "quantities": { "twice": "2*n" }, {{Checks}} """)).Assignment!.Questions[0].Parts[0];
        Assert.That((part.Text, part.Checks[0].Ask), Is.EqualTo(("n is 4.", "twice 4")));
    }

    private static Worksheet Sheet(ICaseSource source, string student) => CaseReader.Read(source, student).Assignment!.Questions[0].Worksheet;
}
