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
    [TestCase("a = 2; b = a/3; c = a/7; d = 1 + b + b + 3*c + b*c + 2", "d", 1, "0.347619047619")]
    [TestCase("a = 2; b = a/4; v = [1, 2]; d = v + b + b + b + b + b", "d", 1, "0.3")]
    [TestCase("a = 2; b = a/4; c = a/2; s = sum(b, c, b, 1, 2)", "s", 1, "0.2")]
    [TestCase("v = [1, 2]; w = v/3", "w_2", 1, "0.05")]
    [TestCase("a = x", "a", 2, "none")]
    public void The_bound_is_the_sum_of_what_each_rounding_moves(string quantities, string quantity, int decimals, string bound)
    {
        Assert.That(RoundingBound.Of(Worksheet(quantities), quantity, decimals)?.ToString() ?? "none", Is.EqualTo(bound));
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

    /// <summary>Where the student's own value stands on the way, nothing before it counts, and what it is multiplied with weighs as much as it.</summary>
    [TestCase("a", "30", "c", "0.162071067812")]
    [TestCase("a", "0.3", "c", "0.0135710678119")]
    [TestCase("b", "1.5", "c", "0.0275")]
    [TestCase("c", "50", "c", "0.005")]
    public void The_bound_follows_own_values(string own, string value, string quantity, string bound)
    {
        var worksheet = Worksheet("u = 1; v = 2; a = 3*u; b = sqrt(v); c = a*b");
        Assert.That(worksheet.RoundingBound("c", 2).ToString(), Is.EqualTo("0.0270710678119"));
        var given = worksheet.With(new Dictionary<string, Value>(StringComparer.Ordinal) { [own] = Evaluator.Evaluate(CaseFormula.Read(value)).Value! });
        Assert.That(given.RoundingBound(quantity, 2)!.Value.ToDouble(), Is.EqualTo(double.Parse(bound, System.Globalization.CultureInfo.InvariantCulture)).Within(1e-10));
    }

    /// <summary>As many numbers on the way as a hand calculation may have: one after the other, and all at once.</summary>
    [Test]
    public void A_long_way_has_a_bound()
    {
        var chain = Worksheet("q0 = 1; " + string.Join("; ", Enumerable.Range(1, 1001).Select(index => $"q{index} = q{index - 1}/2 + 1")));
        Assert.That(chain.RoundingBound("q1001", 2)!.Value.ToDouble(), Is.EqualTo(0.01).Within(1e-12));
        var fan = Worksheet("a = 1; " + string.Join("; ", Enumerable.Range(1, 1000).Select(index => $"q{index} = a/{index}")) + "; s = " + string.Join(" + ", Enumerable.Range(1, 1000).Select(index => $"q{index}")));
        Assert.That(fan.RoundingBound("s", 2)!.Value.ToDouble(), Is.EqualTo(1001 * 0.005).Within(1e-12));
        Assert.That(Worksheet("q0 = 1; " + string.Join("; ", Enumerable.Range(1, 1002).Select(index => $"q{index} = q{index - 1}/2 + 1"))).RoundingBound("q1002", 2), Is.Null);
    }

    /// <summary>Against moving each number on the way in its turn and computing all that follows.</summary>
    [Test]
    public void The_bound_is_what_moving_each_number_gives()
    {
        var random = new Random(41);
        for (var round = 0; round < 50; round++)
        {
            double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-8, 9) / 4.0)];
            var (x, w1, w2, t) = (Draw(2), Draw(4), Draw(2), random.Next(2));
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "dense-network", "input": [{{x[0]}}, {{x[1]}}], "target": [{{t}}],
                  "layers": [ { "weights": [[{{w1[0]}}, {{w1[1]}}], [{{w1[2]}}, {{w1[3]}}]], "activation": "sigmoid" }, { "weights": [[{{w2[0]}}, {{w2[1]}}]], "activation": "sigmoid" } ] }
                """);
            foreach (var quantity in new[] { "layer1.a", "layer2.a", "layer1.dW" })
                Assert.That(worksheet.RoundingBound(quantity, 4)!.Value.ToDouble(), Is.EqualTo(Moved(worksheet, quantity, 0.00005)).Within(0.1).Percent);
        }
    }

    private static double Moved(Worksheet worksheet, string quantity, double half)
    {
        var result = Values.Numbers(worksheet[quantity].Value).ToList();
        var moved = new double[result.Count];
        foreach (var known in worksheet.Quantities.Items.Where(known => known.Name != quantity && worksheet.DependsOn(quantity, known.Name) && worksheet.Dependencies(known.Name).Any()))
        {
            var numbers = Values.Numbers(worksheet[known.Name].Value).ToList();
            for (var entry = 0; entry < numbers.Count; entry++)
            {
                var changed = numbers.Select((number, index) => (Value)new Approximate(index == entry ? number + half : number)).ToSequence();
                var after = Values.Numbers(worksheet.With(new Dictionary<string, Value>(StringComparer.Ordinal) { [known.Name] = worksheet[known.Name].Value is Tensor tensor ? tensor with { Entries = changed } : changed[0] })[quantity].Value).ToList();
                for (var index = 0; index < moved.Length; index++)
                    moved[index] += Math.Abs(after[index] - result[index]);
            }
        }

        return moved.Max() + half;
    }

    private static Worksheet Worksheet(string quantities) => new(quantities.Split("; ").Select(line => line.Split(" = ", 2)).Select(pair => new Quantity(pair[0], CaseFormula.Read(pair[1]), "", "")).ToSequence(), []);

    [TestCase("c", """{ "workingDecimals": 2 }""", "0.055")]
    public void A_check_takes_the_bound_as_its_tolerance(string quantity, string tolerance, string bound)
    {
        var reading = CaseReader.Read(MemoryCase.WithQuestion($$"""
            "quantities": { "a": "2", "b": "a/3", "c": "10*b" },
            "parts": [ { "id": "1a", "checks": [ { "id": "1a.x", "kind": "number", "ask": "?", "points": 1, "quantity": "{{quantity}}", "tolerance": {{tolerance}} } ] } ]
            """));
        var check = (NumberCheck)reading.Assignment!.Questions[0].Parts[0].Checks[0];
        Assert.That(((WorkingTolerance)check.Tolerance).Bound.ToString(), Is.EqualTo(bound));
    }
}
