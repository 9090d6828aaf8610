using Grader.Reference.Tests;
using TorchSharp;
using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Torch.Tests;

public sealed class ConvolutionStackTests
{
    private const int Configurations = 300;

    /// <summary>Shapes by running the modules, parameters by counting theirs, multiply-adds by running with ones.</summary>
    [Test]
    public void Shapes_and_counts_are_those_of_its_modules([Values(1, 2)] int axes)
    {
        var random = new Random(110 + axes);
        var draws = new StackDraws(random, axes);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            long[] sizes = [.. Enumerable.Range(0, axes).Select(_ => random.NextInt64(5, 20))];
            var (channels, bytes) = (random.Next(1, 7), random.Next(1, 9));
            var input = torch.zeros([1, channels, .. sizes]);
            var layers = new List<DrawnLayer>();
            for (var count = random.Next(1, 5); count > 0; count--)
                layers.Add(draws.Next(layers.Count == 0 ? input : layers[^1].Output));

            var side = axes == 1 ? $"\"length\": {sizes[0]}" : $"\"height\": {sizes[0]}, \"width\": {sizes[1]}";
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "convolution-stack", "input": { {{side}}, "channels": {{channels}} }, "layers": [ {{string.Join(", ", layers.Select(layer => layer.Text))}} ], "bytesPerValue": {{bytes}} }""");
            for (var index = 0; index < layers.Count; index++)
                ExpectLayer(worksheet, $"layer{index + 1}", layers[index], bytes);
            Expect(worksheet, "total.parameters", layers.Sum(layer => layer.Parameters));
            Expect(worksheet, "total.memory", layers.Sum(layer => layer.Output.numel() * bytes));
            var counted = layers.Where(layer => layer.MultiplyAdds is not null).ToList();
            Assert.That(worksheet.Has("total.macs"), Is.EqualTo(counted.Count > 0));
            if (counted.Count == 0)
                continue;
            Expect(worksheet, "total.macs", counted.Sum(layer => layer.MultiplyAdds!.Value));
            Expect(worksheet, "total.flops", counted.Sum(Operations));
        }
    }

    /// <summary>
    /// The receptive field is what of the input moves one output, by autograd, and the jump how far it moves from one output to the next. An average depends on all of its
    /// window, so it stands for both kinds of pooling.
    /// </summary>
    [Test]
    public void Receptive_fields_and_jumps_are_what_gradients_reach([Values(1, 2)] int axes)
    {
        var random = new Random(114 + axes);
        var size = axes == 1 ? 500 : 160;
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var input = torch.zeros([1, 1, .. Enumerable.Repeat((long)size, axes)], torch.float64).requires_grad_();
            var (output, texts) = (input, new List<string>());
            for (var count = random.Next(1, axes == 1 ? 5 : 4); count > 0; count--)
            {
                var pools = random.Next(3) == 0;
                var window = DrawnWindow.Draw(random, axes, output, pools) with { Padding = new long[axes], Same = false };
                texts.Add($"{{ {(pools ? "\"kind\": \"pooling\"" : $"\"kernels\": 1, {window.DilationText(random)}")}, {window.Text(random)} }}");
                output = Slide(output, window, pools);
            }

            var side = axes == 1 ? $"\"length\": {size}" : $"\"height\": {size}, \"width\": {size}";
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "convolution-stack", "input": { {{side}}, "channels": 1 }, "layers": [ {{string.Join(", ", texts)}} ] }""");
            var (first, next) = (Reach(output, input, 0), Reach(output, input, 1));
            for (var axis = 0; axis < axes; axis++)
            {
                var name = worksheet.Has("layer1.receptiveField") ? "" : axis == 0 ? "Height" : "Width";
                Expect(worksheet, $"layer{texts.Count}.receptiveField{name}", first[axis].To - first[axis].From + 1);
                Expect(worksheet, $"layer{texts.Count}.jump{name}", next[axis].From - first[axis].From);
            }
        }
    }

    private static void ExpectLayer(Worksheet worksheet, string name, DrawnLayer layer, int bytes)
    {
        string[] sizes = layer.Output.shape.Length switch { 3 => ["Length"], 4 => ["Height", "Width"], _ => [] };
        for (var axis = 0; axis < sizes.Length; axis++)
            Expect(worksheet, $"{name}.output{sizes[axis]}", layer.Output.shape[2 + axis]);
        Expect(worksheet, $"{name}.features", layer.Output.numel());
        Expect(worksheet, $"{name}.memory", layer.Output.numel() * bytes);
        Expect(worksheet, $"{name}.parameters", layer.Parameters);
        Assert.That(worksheet.Has($"{name}.macs"), Is.EqualTo(layer.MultiplyAdds is not null), layer.Text);
        if (layer.MultiplyAdds is not { } products)
            return;
        Expect(worksheet, $"{name}.macs", products);
        Expect(worksheet, $"{name}.flops", Operations(layer));
    }

    private static double Operations(DrawnLayer layer) => 2 * layer.MultiplyAdds!.Value + (layer.Bias ? layer.Output.numel() : 0);

    private static torch.Tensor Slide(torch.Tensor input, DrawnWindow window, bool pools)
    {
        var weights = torch.ones([1, 1, .. window.Kernel], torch.float64);
        return (window.Kernel.Length, pools) switch
        {
            (1, true) => torch.nn.functional.avg_pool1d(input, window.Kernel[0], window.Stride[0]),
            (1, false) => torch.nn.functional.conv1d(input, weights, null, window.Stride[0], 0, window.Dilation[0]),
            (_, true) => torch.nn.functional.avg_pool2d(input, window.Kernel, window.Stride),
            _ => torch.nn.functional.conv2d(input, weights, null, window.Stride, [0, 0], window.Dilation),
        };
    }

    /// <summary>The input positions, from 0, that move the output at this index of each axis: first and last along each axis.</summary>
    private static (long From, long To)[] Reach(torch.Tensor output, torch.Tensor input, long index)
    {
        var at = output;
        while (at.shape.Length > 2)
            at = at.select(2, index);
        var reached = torch.autograd.grad([at.sum()], [input], retain_graph: true)[0].nonzero();
        return [.. Enumerable.Range(2, (int)reached.shape[1] - 2).Select(axis => (reached.select(1, axis).min().ToInt64(), reached.select(1, axis).max().ToInt64()))];
    }
}
