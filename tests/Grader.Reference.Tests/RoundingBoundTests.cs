using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Tests;

public sealed class RoundingBoundTests
{
    [TestCase("a = 2", "a", 2, "0.005")]
    [TestCase("a = 2; b = a/3", "b", 2, "0.005")]
    [TestCase("a = 2; b = a/3; c = 10*b", "c", 2, "0.055")]
    [TestCase("a = 2; b = a/3; c = a/7; d = 10*b - 4*c", "d", 2, "0.075")]
    [TestCase("a = 2; b = a/3; c = 10*b", "c", 4, "0.00055")]
    [TestCase("v = [1, 2]; w = v/3; s = sum(w)", "s", 1, "0.15")]
    [TestCase("v = [1, 2]; w = v/3", "w_2", 1, "0.05")]
    [TestCase("a = x", "a", 2, "none")]
    public void The_bound_is_the_sum_of_what_each_rounding_moves(string quantities, string quantity, int decimals, string bound)
    {
        var worksheet = new Worksheet(quantities.Split("; ").Select(line => line.Split(" = ", 2)).Select(pair => new Quantity(pair[0], CaseFormula.Read(pair[1]), "", "")).ToSequence(), []);
        Assert.That(RoundingBound.Of(worksheet, quantity, decimals)?.ToString() ?? "none", Is.EqualTo(bound));
    }

    /// <summary>Against working with rounded numbers, over random two-layer networks.</summary>
    [Test]
    public void Working_with_rounded_numbers_stays_inside()
    {
        var random = new Random(40);
        for (var round = 0; round < 200; round++)
        {
            double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-8, 9) / 4.0)];
            var (x, w1, w2, t) = (Draw(2), Draw(4), Draw(2), random.Next(2));
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "dense-network", "input": [{{x[0]}}, {{x[1]}}], "target": [{{t}}],
                  "layers": [ { "weights": [[{{w1[0]}}, {{w1[1]}}], [{{w1[2]}}, {{w1[3]}}]], "activation": "sigmoid" }, { "weights": [[{{w2[0]}}, {{w2[1]}}]], "activation": "sigmoid" } ] }
                """);
            double Round(double value) => Math.Round(value, 3, MidpointRounding.AwayFromZero);
            double Sigmoid(double value) => Round(1 / (1 + Math.Exp(-value)));
            var hidden = new[] { Sigmoid(Round(w1[0] * x[0] + w1[1] * x[1])), Sigmoid(Round(w1[2] * x[0] + w1[3] * x[1])) };
            var output = Sigmoid(Round(w2[0] * hidden[0] + w2[1] * hidden[1]));
            var delta = Round((output - t) * output * (1 - output));
            var gradient = Round(Round(w2[0] * delta * hidden[0] * (1 - hidden[0])) * x[0]);
            var bound = RoundingBound.Of(worksheet, "layer1.dW", 3)!.Value.ToDouble();
            Assert.That(gradient, Is.EqualTo(Values.Numbers(worksheet["layer1.dW"].Value)[0]).Within(bound * 1.001));
            Assert.That(bound, Is.LessThan(0.02));
        }
    }

    [TestCase("c", """{ "workingDecimals": 2 }""", "0.055")]
    public void A_check_takes_the_bound_as_its_tolerance(string quantity, string tolerance, string bound)
    {
        var reading = CaseReader.Read(MemoryCase.WithQuestion($$"""
            "quantities": { "a": "2", "b": "a/3", "c": "10*b" },
            "parts": [ { "id": "1a", "checks": [ { "id": "1a.x", "kind": "number", "ask": "?", "points": 1, "quantity": "{{quantity}}", "tolerance": {{tolerance}} } ] } ]
            """));
        var check = (NumberCheck)reading.Assignment!.Questions[0].Parts[0].Checks[0];
        Assert.That(((AbsoluteTolerance)check.Tolerance).Bound.ToString(), Is.EqualTo(bound));
    }
}
