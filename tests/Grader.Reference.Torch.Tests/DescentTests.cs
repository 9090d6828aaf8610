using Grader.Reference.Tests;
using Grader.Reference.Tests.Engines;
using TorchSharp;
using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Torch.Tests;

public sealed class DescentTests
{
    private const int Configurations = 150;

    /// <summary>
    /// A function of two variables, descended by each optimiser, with derivatives by autograd. The optimiser has momentum as a sum; as an average it moves as a sum does with
    /// the rate times 1 − m, and as a step it is the move itself.
    /// </summary>
    [Test]
    public void Gradient_descent_agrees([Values("plain", "sum", "average", "step", "adam")] string method)
    {
        var random = new Random(108);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (a, b, c, steps) = (random.Next(1, 5), random.Next(1, 5), random.Next(-3, 4), random.Next(1, 6));
            var (start, rate, momentum) = (random.Vector(2), random.Next(1, 9) / 64.0, random.Next(0, 8) / 8.0);
            var (beta1, beta2) = (random.Next(4, 8) / 8.0, random.Next(12, 16) / 16.0);
            var kind = method switch
            {
                "plain" => "\"method\": \"plain\"",
                "adam" => $"\"method\": \"adam\", \"beta1\": {beta1}, \"beta2\": {beta2}",
                _ => $"\"method\": \"momentum\", \"velocity\": \"{method}\", \"momentum\": {momentum}",
            };
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "gradient-descent", {{kind}}, "rate": {{rate}}, "steps": {{steps}}, "function": "{{a}}*x^2 + {{b}}*y^2 + ({{c}})*x*y + 4*exp(x/4)",
                  "variables": [ { "name": "x", "start": {{start[0]}}, "derivative": "2*{{a}}*x + ({{c}})*y + exp(x/4)" }, { "name": "y", "start": {{start[1]}}, "derivative": "2*{{b}}*y + ({{c}})*x" } ] }
                """);
            var point = torch.nn.Parameter(Tensors.Of(start));
            torch.optim.Optimizer optimiser = method switch
            {
                "adam" => torch.optim.Adam([point], rate, beta1, beta2),
                "plain" => torch.optim.SGD([point], rate),
                _ => torch.optim.SGD([point], method == "average" ? rate * (1 - momentum) : rate, momentum: momentum),
            };
            for (var step = 1; step <= steps; step++)
            {
                optimiser.zero_grad();
                Function().backward();
                var before = point.Numbers();
                optimiser.step();
                foreach (var (index, name) in new[] { (0, "x"), (1, "y") })
                {
                    var moved = point.Numbers()[index] - before[index];
                    Expect(worksheet, $"step{step}.gradient.{name}", point.grad!.Numbers()[index]);
                    Expect(worksheet, $"step{step}.{name}", point.Numbers()[index]);
                    if (method is "sum" or "average" or "step")
                        Expect(worksheet, $"step{step}.velocity.{name}", method == "step" ? moved : -moved / rate);
                }

                Expect(worksheet, $"step{step}.function", Function().ToDouble());
            }

            torch.Tensor Function() => a * point[0].square() + b * point[1].square() + c * point[0] * point[1] + 4 * (point[0] / 4).exp();
        }
    }
}
