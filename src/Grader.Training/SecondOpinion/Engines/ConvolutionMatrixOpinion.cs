using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>
/// The matrix column by column, as what libtorch's convolution makes of an input that is 1 in one place; that of the gradient row by row, as what autograd passes back of an output
/// that is 1 in one place. Symbols have random numbers.
/// </summary>
internal static class ConvolutionMatrixOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var plane = given.Has("height");
        var axes = plane ? 2 : 1;
        var kernels = given.Table("kernel");
        var shared = kernels.dim() == axes;
        // A sequence is an image of one row.
        kernels = (plane ? kernels : kernels.unsqueeze(-2)).detach().requires_grad_();
        var channels = given.Whole("channels", shared ? 1 : (int)kernels.shape[1]);
        var (rows, columns) = plane ? (given.Whole("height"), given.Whole("width")) : (1, given.Whole("length"));
        var convolution = new Convolution(given, kernels, shared, channels, plane);

        AddKernels(figures, kernels, shared, plane);
        var count = channels * rows * columns;
        var ones = torch.eye(count, dtype: torch.float64).reshape(count, channels, rows, columns);
        var matrix = convolution.Of(ones).reshape(count, -1).t();
        figures.Add("A", matrix);
        figures.Add("B", Backward(convolution, channels, rows, columns, (int)matrix.shape[0]));
        var input = given.Has("input") ? given.Vector("input").reshape(1, channels, rows, columns).requires_grad_() : null;
        if (input is not null)
        {
            figures.Add("input", input.reshape(-1));
            figures.Add("output", convolution.Of(input).reshape(-1));
        }

        if (!given.Has("upstream"))
            return;
        var upstream = given.Vector("upstream");
        figures.Add("upstream", upstream);
        var sees = input ?? torch.zeros(1, channels, rows, columns, torch.float64).requires_grad_();
        var output = convolution.Of(sees);
        output.backward([upstream.reshape(output.shape)]);
        figures.Add("inputGradient", sees.grad!.reshape(-1));
        if (input is not null)
            EachKernel(kernels.grad!, shared, (prefix, kernel) => figures.Add($"{prefix}kernelGradient", plane ? kernel : kernel.reshape(-1)));
    }

    private static Tensor Backward(Convolution convolution, int channels, int rows, int columns, int outputs)
    {
        var input = torch.zeros(1, channels, rows, columns, torch.float64).requires_grad_();
        var output = convolution.Of(input).reshape(-1);
        return torch.stack(Enumerable.Range(0, outputs).Select(index => torch.autograd.grad([output[index]], [input], retain_graph: true)[0].reshape(-1)), 1);
    }

    private static void AddKernels(Figures figures, Tensor kernels, bool shared, bool plane) => EachKernel(kernels.detach(), shared, (prefix, kernel) =>
    {
        figures.Add($"{prefix}kernel", kernel);
        figures.Add($"{prefix}flippedKernel", plane ? kernel.flip([0, 1]) : kernel.flip([1]));
    });

    private static void EachKernel(Tensor kernels, bool shared, Action<string, Tensor> action)
    {
        if (shared)
        {
            action("", kernels);
            return;
        }

        for (var output = 0; output < kernels.shape[0]; output++)
        {
            for (var input = 0; input < kernels.shape[1]; input++)
                action($"output{output + 1}.input{input + 1}.", kernels[output, input]);
        }
    }

    private sealed class Convolution(Given given, Tensor kernels, bool shared, int channels, bool plane)
    {
        private readonly long[] _stride = AlongBoth(given.PerAxis("stride", plane ? 2 : 1, 1), plane, 1);

        private readonly long[] _padding = given.Text("padding") == "full"
            ? [kernels.shape[^2] - 1, kernels.shape[^1] - 1]
            : AlongBoth(given.PerAxis("padding", plane ? 2 : 1, 0), plane, 0);

        /// <param name="input">Any number of inputs: number, channel, row, column.</param>
        public Tensor Of(Tensor input)
        {
            var weights = given.Truth("flip") ? kernels.flip([-2, -1]) : kernels;
            if (shared)
                weights = weights.unsqueeze(0).unsqueeze(0).repeat([channels, 1, 1, 1]);
            var groups = shared ? channels : 1;
            if (!given.Truth("transposed"))
                return torch.nn.functional.conv2d(input, weights, null, _stride, _padding, groups: groups);
            // libtorch counts the channels of a transposed convolution's weights the other way round.
            return torch.nn.functional.conv_transpose2d(input, shared ? weights : weights.transpose(0, 1), null, _stride, _padding, groups: groups);
        }

        private static long[] AlongBoth(long[] numbers, bool plane, long other) => plane ? numbers : [other, numbers[0]];
    }
}
