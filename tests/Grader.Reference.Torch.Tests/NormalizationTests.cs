using Grader.Reference.Tests;
using Grader.Reference.Tests.Engines;
using TorchSharp;
using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Torch.Tests;

public sealed class NormalizationTests
{
    private const int Configurations = 200;

    [Test]
    public void Batch_normalisation_agrees()
    {
        var random = new Random(101);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (units, examples) = (random.Next(1, 5), random.Next(2, 7));
            var values = random.Matrix(units, examples);
            var (gamma, beta) = (random.Vector(units), random.Vector(units));
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "batch-normalization", "values": {{Json(values)}}, "gamma": {{Json(gamma)}}, "beta": {{Json(beta)}}, "epsilon": 0.00001 }""");

            // A column an example here, a row an example there.
            var batch = Tensors.Of(values).t().contiguous();
            var output = torch.nn.functional.batch_norm(batch, torch.zeros(units, torch.float64), torch.ones(units, torch.float64), Tensors.Of(gamma), Tensors.Of(beta), training: true, eps: 1e-5);
            Expect(worksheet, "mean", batch.mean([0]).Numbers());
            Expect(worksheet, "variance", batch.var(0, unbiased: false).Numbers());
            Expect(worksheet, "output", output.t().Numbers());
        }
    }
}
