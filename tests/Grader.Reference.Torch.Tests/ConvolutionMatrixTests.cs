using Grader.Reference.Tests;
using Grader.Reference.Tests.Engines;
using TorchSharp;
using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Torch.Tests;

public sealed class ConvolutionMatrixTests
{
    private const int Configurations = 300;

    /// <summary>A times the input is the convolution, and B times a gradient what autograd gives.</summary>
    [Test]
    public void Sequences_are_convolved_and_gradients_passed_back()
    {
        var random = new Random(104);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (channels, length, taps, stride, padding) = (random.Next(1, 4), random.Next(4, 9), random.Next(1, 4), random.Next(1, 3), random.Next(0, 3));
            var kernel = random.Vector(taps);
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "convolution-matrix", "channels": {{channels}}, "length": {{length}}, "kernel": {{Json(kernel)}}, "stride": {{stride}}, "padding": {{padding}} }""");
            var input = Tensors.Of(random.Matrix(channels, length)).reshape(1, channels, length).requires_grad_();
            var weights = Tensors.Of(kernel).reshape(1, 1, taps).repeat([channels, 1, 1]);
            var output = torch.nn.functional.conv1d(input, weights, null, stride, padding, groups: channels);
            var gradient = Tensors.Of(random.Vector((int)output.numel()));
            output.backward([gradient.reshape(output.shape)]);

            var (rows, columns) = ((int)output.numel(), channels * length);
            var matrix = torch.tensor(Values.Numbers(worksheet["A"].Value), rows, columns, torch.float64);
            var back = torch.tensor(Values.Numbers(worksheet["B"].Value), columns, rows, torch.float64);
            Assert.That(matrix.matmul(input.reshape(columns)).Numbers(), Is.EqualTo(output.Numbers()).Within(1e-9));
            Assert.That(back.matmul(gradient).Numbers(), Is.EqualTo(input.grad!.Numbers()).Within(1e-9));
        }
    }

    /// <summary>Images of several channels with a kernel for each pair: output and gradients, and the matrix of the transposed convolution.</summary>
    [Test]
    public void Images_of_several_channels_are_convolved()
    {
        var random = new Random(105);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (outputs, inputs, rows, columns) = (random.Next(1, 4), random.Next(1, 4), random.Next(3, 6), random.Next(3, 6));
            var (tapRows, tapColumns, strideDown, strideAcross, padding) = (random.Next(1, 3), random.Next(1, 3), random.Next(1, 3), random.Next(1, 3), random.Next(0, 2));
            var weights = Tensors.Of(random.Vector(outputs * inputs * tapRows * tapColumns)).reshape(outputs, inputs, tapRows, tapColumns).requires_grad_();
            var kernels = string.Join(", ", weights.Numbers().Chunk(tapRows * tapColumns).Select(kernel => Json(kernel.Chunk(tapColumns).ToArray())).Chunk(inputs).Select(row => "[" + string.Join(", ", row) + "]"));
            var input = Tensors.Of(random.Vector(inputs * rows * columns)).reshape(1, inputs, rows, columns).requires_grad_();
            var output = torch.nn.functional.conv2d(input, weights, null, [strideDown, strideAcross], [padding, padding]);
            var gradient = Tensors.Of(random.Vector((int)output.numel())).reshape(output.shape);
            output.backward([gradient]);

            var layer = $$"""
                "name": "convolution-matrix", "kernel": [{{kernels}}], "stride": [{{strideDown}}, {{strideAcross}}], "padding": {{padding}}
                """;
            var worksheet = MemoryCase.Worksheet($$"""{ {{layer}}, "height": {{rows}}, "width": {{columns}}, "input": {{Json(input.Numbers())}}, "upstream": {{Json(gradient.Numbers())}} }""");
            Expect(worksheet, "output", output.Numbers());
            Expect(worksheet, "inputGradient", input.grad!.Numbers());
            var weightGradients = weights.grad!.Numbers().Chunk(tapRows * tapColumns).ToList();
            for (var pair = 0; pair < weightGradients.Count; pair++)
                Expect(worksheet, $"output{pair / inputs + 1}.input{pair % inputs + 1}.kernelGradient", weightGradients[pair]);

            // Torch counts the channels of a transposed convolution's weights the other way round.
            var spread = torch.nn.functional.conv_transpose2d(input, weights.transpose(0, 1), null, [strideDown, strideAcross], [padding, padding]);
            Expect(MemoryCase.Worksheet($$"""{ {{layer}}, "transposed": true, "height": {{rows}}, "width": {{columns}}, "input": {{Json(input.Numbers())}} }"""), "output", spread.Numbers());
        }
    }
}
