using Grader.Reference;
using Grader.Training.SecondOpinion;

namespace Grader.Training.Tests.SecondOpinion;

/// <summary>Each engine on inputs drawn at random: sizes, strides, paddings, what may be left out. Both implementations give the same quantities and values.</summary>
[TestFixture]
public sealed class DrawnVerificationTests : TorchFixture
{
    private const int Rounds = 200;
    private const int Draws = 20 * Rounds;

    [Test]
    public void Both_implementations_agree([ValueSource(typeof(DrawnInputs), nameof(DrawnInputs.Engines))] string engine)
    {
        var random = new Random(700);
        var compared = 0;
        for (var draw = 0; draw < Draws && compared < Rounds; draw++)
        {
            var inputs = DrawnInputs.Of(engine, random);
            var source = Verified.Question($"\"engine\": {{ {inputs} }}");
            if (CaseReader.Read(source).Assignment is not { } assignment || assignment.Questions[0].Worksheet is var worksheet && worksheet.Quantities.Items.Any(quantity => worksheet[quantity.Name].Value is null))
                continue;
            compared++;
            var question = Verified.All(source)[0];
            Assert.That(question.Disagreements, Is.Empty, inputs);
            Assert.That(question.NotCovered.Items.Where(left => left.Quantity != "eigenvectors"), Is.Empty, inputs);
        }

        Assert.That(compared, Is.EqualTo(Rounds));
    }

    [Test]
    public void Every_engine_that_is_drawn_has_a_second_implementation() =>
        Assert.That(DrawnInputs.Engines.Where(engine => SecondImplementations.Find(engine) is null), Is.Empty);

    /// <summary>The list of engines in the schema of case files, so that a new engine is drawn here, too.</summary>
    [Test]
    public void Every_engine_of_the_schema_is_drawn()
    {
        var schema = File.ReadAllText(Path.Combine(Grader.Tests.Repository.Root, "cases", "schema", "question.schema.json"));
        var engines = System.Text.RegularExpressions.Regex.Matches(schema, "\"description\": \"The engine\\.\",\\s*\"const\": \"([a-z-]+)\"").Select(match => match.Groups[1].Value);
        Assert.That(engines, Is.EquivalentTo(DrawnInputs.Engines));
    }
}
