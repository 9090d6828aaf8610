using Grader.Reference.Tests;
using Grader.Reference.Tests.Engines;
using TorchSharp;
using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Torch.Tests;

public sealed class ConvolutionTests
{
    private const int Configurations = 300;

    /// <summary>Shapes by running the layers, parameters by counting those of the modules.</summary>
    [Test]
    public void A_stack_has_the_shapes_and_parameters_of_its_modules()
    {
        var random = new Random(102);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (width, height, channels) = (random.Next(8, 33), random.Next(8, 33), random.Next(1, 4) * 2);
            var texts = new List<string>();
            var input = torch.zeros([1, channels, height, width]);
            var expected = new List<(long Width, long Height, long Parameters)>();
            for (var layer = 0; layer < random.Next(1, 4); layer++)
            {
                var side = (int)Math.Min(input.shape[2], input.shape[3]);
                var (kernel, stride, padding, dilation) = (random.Next(1, Math.Min(side, 5) + 1), random.Next(1, 4), random.Next(0, 3), random.Next(1, 3));
                if ((kernel - 1) * dilation + 1 > side + 2 * padding)
                    dilation = 1;
                if (random.Next(4) == 0 && padding <= kernel / 2)
                {
                    texts.Add($$"""{ "kind": "pooling", "kernel": {{kernel}}, "stride": {{stride}}, "padding": {{padding}} }""");
                    input = torch.nn.functional.max_pool2d(input, [kernel, kernel], [stride, stride], [padding, padding], [1, 1], ceil_mode: false);
                    expected.Add((input.shape[3], input.shape[2], 0));
                    continue;
                }

                var incoming = (int)input.shape[1];
                var groups = random.GetItems([1, incoming % 2 == 0 ? 2 : 1, incoming], 1)[0];
                var (kernels, bias) = (groups * random.Next(1, 4), random.Next(2) == 0);
                texts.Add($$"""{ "kernels": {{kernels}}, "kernel": {{kernel}}, "stride": {{stride}}, "padding": {{padding}}, "dilation": {{dilation}}, "groups": {{groups}}, "bias": {{(bias ? "true" : "false")}} }""");
                var module = torch.nn.Conv2d(incoming, kernels, kernel, stride, padding, dilation, groups: groups, bias: bias);
                input = module.forward(input);
                expected.Add((input.shape[3], input.shape[2], module.parameters().Sum(parameter => parameter.numel())));
            }

            var worksheet = MemoryCase.Worksheet($$"""{ "name": "convolution-stack", "input": { "width": {{width}}, "height": {{height}}, "channels": {{channels}} }, "layers": [ {{string.Join(", ", texts)}} ] }""");
            for (var layer = 0; layer < expected.Count; layer++)
            {
                Expect(worksheet, $"layer{layer + 1}.outputWidth", expected[layer].Width);
                Expect(worksheet, $"layer{layer + 1}.outputHeight", expected[layer].Height);
                ExpectCount(worksheet, $"layer{layer + 1}.parameters", expected[layer].Parameters);
            }

            ExpectCount(worksheet, "total.parameters", expected.Sum(layer => layer.Parameters));
        }

        // What has no parameters may leave them out.
        static void ExpectCount(Worksheet worksheet, string quantity, long count)
        {
            if (count > 0 || worksheet.Has(quantity))
                Expect(worksheet, quantity, count);
        }
    }

    [Test]
    public void By_hand_it_agrees()
    {
        var random = new Random(103);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (rows, columns, kernelRows, kernelColumns) = (random.Next(4, 8), random.Next(4, 8), random.Next(1, 4), random.Next(1, 4));
            var (stride, padding, flip, bias) = (random.Next(1, 3), random.Next(0, 3), random.Next(2) == 0, random.Next(-4, 5));
            var (input, kernel) = (random.Matrix(rows, columns), random.Matrix(kernelRows, kernelColumns));
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "convolution-by-hand", "input": {{Json(input)}}, "kernel": {{Json(kernel)}}, "stride": {{stride}}, "padding": {{padding}}, "flip": {{(flip ? "true" : "false")}}, "bias": {{bias}} }""");
            var weights = Tensors.Of(kernel);
            weights = flip ? weights.flip([0, 1]) : weights;
            var output = torch.nn.functional.conv2d(Tensors.Of(input).reshape(1, 1, rows, columns), weights.reshape(1, 1, kernelRows, kernelColumns), torch.tensor([(double)bias], torch.float64), [stride, stride], [padding, padding]);
            Expect(worksheet, "output", output.Numbers());
        }
    }

    /// <summary>A times the input is the convolution, and B times a gradient what autograd gives.</summary>
    [Test]
    public void As_a_matrix_it_convolves_and_passes_gradients_back()
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
    public void As_a_matrix_it_convolves_images_of_several_channels()
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
