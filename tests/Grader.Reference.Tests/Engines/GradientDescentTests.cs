using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class GradientDescentTests
{
    private const int Steps = 4;

    /// <summary>Against the update rules in loops, on a x² + b x y + c y².</summary>
    [TestCase("plain", "sum")]
    [TestCase("momentum", "sum")]
    [TestCase("momentum", "average")]
    [TestCase("momentum", "step")]
    [TestCase("adam", "sum")]
    public void It_agrees_with_the_update_rule(string method, string velocity)
    {
        var random = new Random(36);
        for (var round = 0; round < 100; round++)
        {
            var (a, b, c) = (random.Next(1, 5), random.Next(-3, 4), random.Next(1, 5));
            var x = random.Vector(2);
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "gradient-descent", "method": "{{method}}", "velocity": "{{velocity}}", "rate": 0.05, "steps": {{Steps}}, "function": "{{a}}*x^2 + {{b}}*x*y + {{c}}*y^2",
                  "variables": [ { "name": "x", "start": {{x[0]}}, "derivative": "2*{{a}}*x + {{b}}*y" }, { "name": "y", "start": {{x[1]}}, "derivative": "{{b}}*x + 2*{{c}}*y" } ] }
                """);
            var (first, second) = (new double[2], new double[2]);
            for (var step = 1; step <= Steps; step++)
            {
                double[] gradient = [2 * a * x[0] + b * x[1], b * x[0] + 2 * c * x[1]];
                for (var axis = 0; axis < 2; axis++)
                {
                    first[axis] = 0.9 * first[axis] + gradient[axis] * (method == "adam" || velocity == "average" ? 0.1 : velocity == "step" ? -0.05 : 1);
                    second[axis] = 0.999 * second[axis] + 0.001 * gradient[axis] * gradient[axis];
                    x[axis] -= 0.05 * method switch
                    {
                        "momentum" when velocity == "step" => first[axis] / -0.05,
                        "momentum" => first[axis],
                        "adam" => first[axis] / (1 - Math.Pow(0.9, step)) / (Math.Sqrt(second[axis] / (1 - Math.Pow(0.999, step))) + 1e-8),
                        _ => gradient[axis],
                    };
                }

                Expect(worksheet, $"step{step}.gradient.x", gradient[0]);
                Expect(worksheet, $"step{step}.x", x[0]);
                Expect(worksheet, $"step{step}.y", x[1]);
                Expect(worksheet, $"step{step}.function", a * x[0] * x[0] + b * x[0] * x[1] + c * x[1] * x[1]);
            }
        }
    }

    [TestCase("plain", "gradient-ascent", "step1.x", "4.8")]
    [TestCase("plain", "rate-left-out", "step1.x", "-4")]
    [TestCase("plain", "gradient-not-updated", "step2.x", "2.4")]
    [TestCase("momentum", "gradient-ascent", "step1.x", "4.8")]
    [TestCase("momentum", "rate-left-out", "step1.x", "-4")]
    [TestCase("momentum", "gradient-not-updated", "step2.velocity.x", "15.2")]
    [TestCase("momentum", "momentum-left-out", "step2.x", "2.56")]
    [TestCase("momentum", "velocity-reversed", "step2.velocity.x", "-0.8")]
    [TestCase("momentum", "velocity-not-decayed", "step2.velocity.x", "14.4")]
    [TestCase("momentum", "gradient-weighted", "step1.x", "3.92")]
    [TestCase("average", "gradient-not-weighted", "step1.x", "3.2")]
    [TestCase("step", "gradient-ascent", "step1.x", "4.8")]
    [TestCase("step", "rate-left-out", "step1.x", "-4")]
    [TestCase("step", "velocity-subtracted", "step1.x", "4.8")]
    [TestCase("step", "velocity-reversed", "step2.velocity.x", "0.08")]
    [TestCase("adam", "bias-correction-left-out", "step1.x", "3.36754")]
    [TestCase("adam", "gradient-ascent", "step1.x", "4.2")]
    [TestCase("adam", "rate-left-out", "step1.x", "3")]
    [TestCase("adam", "epsilon-inside-root", "step1.x", "3.84")]
    [TestCase("adam", "root-left-out", "step1.x", "3.975")]
    [TestCase("adam", "betas-swapped", "step1.m.x", "0.008")]
    [TestCase("adam", "correction-not-raised", "step2.mHat.x", "14.8")]
    [TestCase("adam", "first-moment-left-out", "step2.x", "3.60519")]
    public void Each_mistake_has_its_value(string method, string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet($$"""{ "name": "gradient-descent", "method": "{{(method is "average" or "step" ? "momentum" : method)}}", "velocity": "{{(method is "average" or "step" ? method : "sum")}}", "rate": {{(method == "adam" ? "0.2" : "0.1")}}, "epsilon": {{(mistake == "epsilon-inside-root" ? 36 : 0)}}, "steps": 2, "variables": [ { "name": "x", "start": 4, "derivative": "2*x" } ] }""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [Test]
    public void Variables_move_at_once()
    {
        var worksheet = MemoryCase.Worksheet("""
            { "name": "gradient-descent", "rate": 0.5, "variables": [ { "name": "x", "start": 4, "derivative": "x" }, { "name": "y", "start": 1, "derivative": "x + y" } ] }
            """);
        Assert.Multiple(() =>
        {
            Expect(worksheet, "step1.y", -1.5);
            Expect(worksheet.Making("variables-moved-in-turn"), "step1.y", -0.5);
            Expect(worksheet.Making("variables-moved-in-turn"), "step1.x", 2);
        });
    }
}
