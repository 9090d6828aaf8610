using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>By libtorch's convolution and pooling; it does not flip kernels, as neural networks do not.</summary>
internal static class ConvolutionByHandOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var sequence = given.IsList("input") && given.IsList("kernel");
        var (stride, padding, bias) = (given.Whole("stride", 1), given.Whole("padding"), given.Number("bias"));
        var (input, kernel) = sequence ? (given.Vector("input"), given.Vector("kernel")) : (given.Rows("input"), given.Rows("kernel"));
        figures.Add("input", input);
        figures.Add("kernel", kernel);
        if (bias != 0)
            figures.Add("bias", bias);
        var weights = given.Truth("flip") ? kernel.flip(sequence ? [0] : [0, 1]) : kernel;
        var (map, window, shift) = (input.unsqueeze(0).unsqueeze(0), weights.unsqueeze(0).unsqueeze(0), torch.tensor([bias], torch.float64));
        var output = sequence ? torch.nn.functional.conv1d(map, window, shift, stride, padding) : torch.nn.functional.conv2d(map, window, shift, [stride, stride], [padding, padding]);
        figures.Add("output", output.squeeze(0).squeeze(0));
        if (given.Truth("relu"))
        {
            output = torch.nn.functional.relu(output);
            figures.Add("activated", output.squeeze(0).squeeze(0));
        }

        if (!given.Has("pool"))
            return;
        long side = given.Whole("pool");
        var pooled = (sequence, given.Text("takes", "maximum") == "average") switch
        {
            (true, true) => torch.nn.functional.avg_pool1d(output, side),
            (true, false) => torch.nn.functional.max_pool1d(output, side),
            (false, true) => torch.nn.functional.avg_pool2d(output, side),
            _ => torch.nn.functional.max_pool2d(output, side),
        };
        figures.Add("pooled", pooled.squeeze(0).squeeze(0));
    }
}
