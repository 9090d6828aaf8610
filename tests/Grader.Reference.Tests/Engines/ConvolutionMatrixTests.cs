using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class ConvolutionMatrixTests
{
    private const int Configurations = 300;

    /// <summary>A times vec(X) against a sliding kernel, and B times a gradient against sending it back along each product.</summary>
    [Test]
    public void It_agrees_with_sliding_the_kernel()
    {
        var random = new Random(23);
        for (var round = 0; round < Configurations; round++)
        {
            var (channels, length, stride, padding) = (random.Next(1, 4), random.Next(1, 8), random.Next(1, 4), random.Next(0, 3));
            var kernel = Draw(random, random.Next(1, length + 2 * padding + 1));
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "convolution-matrix", "channels": {{channels}}, "length": {{length}}, "kernel": [{{string.Join(", ", kernel)}}], "stride": {{stride}}, "padding": {{padding}} }""");

            var x = Draw(random, channels * length);
            List<double> y = [];
            List<(int Output, int Input, double Weight)> products = [];
            for (var channel = 0; channel < channels; channel++)
            {
                for (var first = -padding; first + kernel.Length <= length + padding; first += stride)
                {
                    var sum = 0.0;
                    for (var weight = 0; weight < kernel.Length; weight++)
                    {
                        if (first + weight < 0 || first + weight >= length)
                            continue;
                        sum += kernel[weight] * x[channel * length + first + weight];
                        products.Add((y.Count, channel * length + first + weight, kernel[weight]));
                    }

                    y.Add(sum);
                }
            }

            var gradient = Draw(random, y.Count);
            var back = new double[x.Length];
            foreach (var (output, input, weight) in products)
                back[input] += weight * gradient[output];
            Assert.Multiple(() =>
            {
                Assert.That(Times(Values.Numbers(worksheet["A"].Value), x), Is.EqualTo(y));
                Assert.That(Times(Values.Numbers(worksheet["B"].Value), gradient), Is.EqualTo(back));
            });
        }
    }

    [TestCase("""["w_1", "w_2", "w_1"]""", "kernel-flipped", false)]
    [TestCase("""["w_1", "w_2"]""", "kernel-flipped", true)]
    [TestCase("""["w_1", "w_2"]""", "interleaved", false)]
    public void Only_mistakes_that_change_something_are_offered(string kernel, string mistake, bool offered)
    {
        var worksheet = MemoryCase.Worksheet($$"""{ "name": "convolution-matrix", "channels": 1, "length": 4, "kernel": {{kernel}} }""");
        Assert.That(worksheet.Mistakes.Items.Any(known => known.Id == mistake), Is.EqualTo(offered));
    }

    /// <summary>Sequences and images, a shared kernel or one for each pair, any stride and padding, either way round: the output against loops over a padded copy, the gradients against central differences of those loops (exact but for rounding, as all is linear).</summary>
    [Test]
    public void Its_output_and_gradients_agree_with_loops([Values] bool plane, [Values] bool shared, [Values] bool flip)
    {
        var random = new Random(24);
        for (var round = 0; round < 60; round++)
        {
            var layer = LoopedConvolution.Draw(random, plane, shared, flip);
            var worksheet = MemoryCase.Worksheet(layer.Case());
            var right = layer.Output(layer.Input, layer.Kernels);
            Assert.That(Times(Values.Numbers(worksheet["A"].Value), layer.Input), Is.EqualTo(right).Within(1e-9));
            Expect(worksheet, "output", right);
            Expect(worksheet, "inputGradient", Differences(layer.Input, input => Loss(layer, layer.Output(input, layer.Kernels))));
            var gradients = Differences(layer.Kernels, kernels => Loss(layer, layer.Output(layer.Input, kernels))).Chunk(layer.KernelSize).ToList();
            if (shared)
                Expect(worksheet, "kernelGradient", gradients[0]);
            for (var pair = 0; !shared && pair < gradients.Count; pair++)
                Expect(worksheet, $"output{pair / layer.InputChannels + 1}.input{pair % layer.InputChannels + 1}.kernelGradient", gradients[pair]);
        }
    }

    /// <summary>Each input spreads the kernel over an output, from which the padding is then taken.</summary>
    [Test]
    public void A_transposed_convolution_spreads_its_inputs()
    {
        var random = new Random(25);
        for (var round = 0; round < 200; round++)
        {
            var (height, width, rows, columns, stride) = (random.Next(1, 4), random.Next(1, 5), random.Next(1, 4), random.Next(1, 4), random.Next(1, 4));
            var padding = random.Next(0, Math.Min((height - 1) * stride + rows, (width - 1) * stride + columns) / 2 + 1);
            var (outputRows, outputColumns) = ((height - 1) * stride + rows - 2 * padding, (width - 1) * stride + columns - 2 * padding);
            if (outputRows < 1 || outputColumns < 1)
                continue;
            var (kernel, input) = (random.Matrix(rows, columns), random.Matrix(height, width));
            var whole = new double[outputRows + 2 * padding, outputColumns + 2 * padding];
            for (var cell = 0; cell < height * width * rows * columns; cell++)
            {
                var (y, x, down, across) = (cell / columns / rows / width, cell / columns / rows % width, cell / columns % rows, cell % columns);
                whole[y * stride + down, x * stride + across] += input[y][x] * kernel[down][across];
            }

            var worksheet = MemoryCase.Worksheet($$"""{ "name": "convolution-matrix", "transposed": true, "height": {{height}}, "width": {{width}}, "kernel": {{Json(kernel)}}, "stride": {{stride}}, "padding": {{padding}}, "input": {{Json(input)}} }""");
            Expect(worksheet, "output", [.. Enumerable.Range(0, outputRows * outputColumns).Select(cell => whole[cell / outputColumns + padding, cell % outputColumns + padding])]);
        }
    }

    /// <summary>The transpose of a convolution is the full convolution with the flipped kernel.</summary>
    [Test]
    public void The_gradient_is_a_full_convolution_and_a_transposed_one()
    {
        var random = new Random(26);
        for (var round = 0; round < 200; round++)
        {
            var (height, width) = (random.Next(1, 6), random.Next(1, 6));
            var kernel = random.Matrix(random.Next(1, height + 1), random.Next(1, width + 1));
            var (outputHeight, outputWidth) = (height - kernel.Length + 1, width - kernel[0].Length + 1);
            var gradient = MemoryCase.Worksheet($$"""{ "name": "convolution-matrix", "height": {{height}}, "width": {{width}}, "kernel": {{Json(kernel)}} }""")["B"].Value;
            foreach (var kind in new[] { "\"padding\": \"full\", \"flip\": true", "\"transposed\": true" })
                Assert.That(MemoryCase.Worksheet($$"""{ "name": "convolution-matrix", {{kind}}, "height": {{outputHeight}}, "width": {{outputWidth}}, "kernel": {{Json(kernel)}} }""")["A"].Value, Is.EqualTo(gradient));
        }
    }

    private const string Sequence = """ "length": 5, "kernel": ["a", "b"], "stride": 2, "padding": 1""";
    private const string Shared = """ "channels": 2, "length": 2, "kernel": ["a", "b"]""";
    private const string Dense = """ "length": 2, "kernel": [[["a", "b"], ["c", "d"]], [["f", "g"], ["h", "k"]]]""";
    private const string Plane = """ "height": 2, "width": 3, "kernel": [["a", "b"], ["c", "d"]]""";
    private const string Full = """ "length": 2, "kernel": ["a", "b"], "padding": "full", "flip": true""";
    private const string Transposed = """ "length": 2, "kernel": ["a", "b", "c"], "stride": 2, "padding": 1, "transposed": true""";
    private const string Symbols = """ "length": 3, "kernel": ["a", "b"], "input": ["x_1", "x_2", "x_3"], "upstream": ["g_1", "g_2"]""";
    private const string Strided = """ "length": 4, "kernel": [1, 2], "stride": 2, "padding": 1, "input": [1, 2, 3, 4], "upstream": [1, 10, 100]""";
    private const string SharedNumbers = """ "channels": 2, "length": 2, "kernel": [1, 2], "input": [[1, 2], [3, 4]], "upstream": [1, 10]""";

    [TestCase(Sequence, "A", "[[b, 0, 0, 0, 0], [0, a, b, 0, 0], [0, 0, 0, a, b]]")]
    [TestCase(Dense, "A", "[[a, b, c, d], [f, g, h, k]]")]
    [TestCase(Plane, "A", "[[a, b, 0, c, d, 0], [0, a, b, 0, c, d]]")]
    [TestCase(Full, "A", "[[a, 0], [b, a], [0, b]]")]
    [TestCase(Transposed, "A", "[[b, 0], [c, a], [0, b]]")]
    [TestCase(Symbols, "output", "[a*x_1 + b*x_2, a*x_2 + b*x_3]")]
    [TestCase(Symbols, "inputGradient", "[a*g_1, b*g_1 + a*g_2, b*g_2]")]
    [TestCase(Symbols, "kernelGradient", "[g_1*x_1 + g_2*x_2, g_1*x_2 + g_2*x_3]")]
    public void A_right_answer_has_its_value(string inputs, string quantity, string value) => Assert.That(Values.Text(Of(inputs)[quantity].Value), Is.EqualTo(value));

    [TestCase(Sequence, "kernel-flipped", "A", "[[a, 0, 0, 0, 0], [0, b, a, 0, 0], [0, 0, 0, b, a]]")]
    [TestCase(Sequence, "stride-forgotten", "A", "[[b, 0, 0, 0, 0], [a, b, 0, 0, 0], [0, a, b, 0, 0], [0, 0, a, b, 0], [0, 0, 0, a, b], [0, 0, 0, 0, a]]")]
    [TestCase(Sequence, "padding-forgotten", "A", "[[a, b, 0, 0, 0], [0, 0, a, b, 0]]")]
    [TestCase(Sequence, "columns-shifted", "A", "[[a, b, 0, 0, 0], [0, 0, a, b, 0], [0, 0, 0, 0, a]]")]
    [TestCase(Sequence, "matrix-for-transpose", "B", "[[b, 0, 0, 0, 0], [0, a, b, 0, 0], [0, 0, 0, a, b]]")]
    [TestCase(Sequence, "backward-not-flipped", "B", "[[a, 0, 0], [0, b, 0], [0, a, 0], [0, 0, b], [0, 0, a]]")]
    [TestCase(Sequence, "transpose-for-matrix", "A", "[[b, 0, 0], [0, a, 0], [0, b, 0], [0, 0, a], [0, 0, b]]")]
    [TestCase(Shared, "full-for-valid", "A", "[[b, 0, 0, 0], [a, b, 0, 0], [0, a, 0, 0], [0, 0, b, 0], [0, 0, a, b], [0, 0, 0, a]]")]
    [TestCase(Shared, "channels-summed", "A", "[a, b, a, b]")]
    [TestCase(Shared, "interleaved", "A", "[[a, 0, b, 0], [0, a, 0, b]]")]
    [TestCase(Dense, "channels-not-summed", "A", "[[a, b, 0, 0], [0, 0, c, d], [f, g, 0, 0], [0, 0, h, k]]")]
    [TestCase(Dense, "channels-kept-apart", "A", "[[a, b, 0, 0], [0, 0, h, k]]")]
    [TestCase(Dense, "channels-exchanged", "A", "[[a, b, f, g], [c, d, h, k]]")]
    [TestCase(Dense, "interleaved", "A", "[[a, c, b, d], [f, h, g, k]]")]
    [TestCase(Dense, "kernel-flipped", "A", "[[b, a, d, c], [g, f, k, h]]")]
    [TestCase(Plane, "kernel-flipped", "A", "[[d, c, 0, b, a, 0], [0, d, c, 0, b, a]]")]
    [TestCase(Plane, "full-for-valid", "A", "[[d, 0, 0, 0, 0, 0], [c, d, 0, 0, 0, 0], [0, c, d, 0, 0, 0], [0, 0, c, 0, 0, 0], [b, 0, 0, d, 0, 0], [a, b, 0, c, d, 0], [0, a, b, 0, c, d], [0, 0, a, 0, 0, c], [0, 0, 0, b, 0, 0], [0, 0, 0, a, b, 0], [0, 0, 0, 0, a, b], [0, 0, 0, 0, 0, a]]")]
    [TestCase(Plane, "column-by-column", "A", "[[a, c, b, d, 0, 0], [0, 0, a, c, b, d]]")]
    [TestCase(Plane, "columns-shifted", "A", "[[0, a, b, 0, c, d], [0, 0, a, 0, 0, c]]")]
    [TestCase(Full, "kernel-not-flipped", "A", "[[b, 0], [a, b], [0, a]]")]
    [TestCase(Full, "valid-for-full", "A", "[b, a]")]
    [TestCase(Transposed, "kernel-not-flipped", "A", "[[b, 0], [a, c], [0, b]]")]
    [TestCase(Transposed, "stride-forgotten", "A", "[[b, a], [c, b]]")]
    [TestCase(Transposed, "padding-forgotten", "A", "[[a, 0], [b, 0], [c, a], [0, b], [0, c]]")]
    [TestCase(Transposed, "transpose-for-matrix", "A", "[[b, c, 0], [0, a, b]]")]
    [TestCase(Transposed, "columns-shifted", "A", "[[0, b], [0, c], [0, 0]]")]
    [TestCase(Symbols, "kernel-flipped", "output", "[b*x_1 + a*x_2, b*x_2 + a*x_3]")]
    [TestCase(Symbols, "kernel-flipped", "kernelGradient", "[g_1*x_2 + g_2*x_3, g_1*x_1 + g_2*x_2]")]
    [TestCase(Symbols, "backward-not-flipped", "inputGradient", "[b*g_1, a*g_1 + b*g_2, a*g_2]")]
    [TestCase(Strided, "stride-forgotten", "inputGradient", "[12, 120, 200, 0]")]
    [TestCase(Strided, "stride-forgotten", "kernelGradient", "[210, 321]")]
    [TestCase(Strided, "padding-forgotten", "inputGradient", "[1, 2, 10, 20]")]
    [TestCase(Strided, "padding-forgotten", "kernelGradient", "[31, 42]")]
    [TestCase(Strided, "columns-shifted", "inputGradient", "[1, 2, 10, 20]")]
    [TestCase(SharedNumbers, "gradient-of-one-channel", "kernelGradient", "[1, 2]")]
    public void Each_mistake_has_its_value(string inputs, string mistake, string quantity, string value) => Assert.That(Values.Text(Of(inputs).Making(mistake)[quantity].Value), Is.EqualTo(value));

    [TestCase(""" "kernel": ["a"] """, "The input has neither a length, nor a height and a width.")]
    [TestCase(""" "length": 3, "width": 3, "kernel": ["a"] """, "The input has neither a length, nor a height and a width.")]
    [TestCase(""" "length": 3, "kernel": [["a", "b"]] """, "The kernel is 1 x 2.")]
    [TestCase(""" "height": 3, "width": 3, "kernel": ["a", "b"] """, "The kernel is 2.")]
    [TestCase(""" "length": 3, "kernel": [[["a", "b"], ["c", "d"]], [["a", "b"]]] """, "This is 1 x 2, and the first is 2 x 2.")]
    [TestCase(""" "length": 3, "channels": 3, "kernel": [[["a", "b"], ["c", "d"]]] """, "There are 3 channels, and each output channel has kernels for 2.")]
    [TestCase(""" "length": 2, "kernel": ["a", "b", "c"] """, "A kernel of 3 does not fit into 2 with padding 0.")]
    [TestCase(""" "length": 1, "kernel": ["a", "b"], "padding": 1, "transposed": true """, "With kernels of 2, a padding of 1 leaves no output.")]
    [TestCase(""" "length": 3, "kernel": ["a", "b"], "flip": true, "transposed": true """, "A transposed convolution has no \"flip\".")]
    [TestCase(""" "length": 3, "kernel": ["a", "b"], "padding": "full", "transposed": true """, "A transposed convolution has no padding \"full\".")]
    [TestCase(""" "length": 3, "kernel": ["a", "b"], "stride": [1, 2] """, "\"stride\" is a list.")]
    [TestCase(""" "length": 3, "kernel": ["a", "b"], "input": [1, 2] """, "\"input\" is 2.")]
    [TestCase(""" "length": 3, "kernel": ["a", "b"], "input": [1, 2, 3], "upstream": [1, 2, 3] """, "\"upstream\" is 3.")]
    [TestCase(""" "height": 3, "width": 2, "kernel": [["a", "b"]], "input": [[1, 2, 3], [4, 5, 6]] """, "\"input\" is 2 x 3.")]
    [TestCase(""" "length": 1001, "kernel": ["a"] """, "The matrix would have more than a million entries.")]
    [TestCase(""" "height": 1000000000, "width": 1000000000, "kernel": [["a"]], "padding": 1000000000 """, "The matrix would have more than a million entries.")]
    public void An_author_is_told(string inputs, string message) => Assert.That(Assert.Throws<AssertionException>(() => Of(inputs))!.Message, Does.Contain(message));

    private static Worksheet Of(string inputs) => MemoryCase.Worksheet($$"""{ "name": "convolution-matrix", {{inputs}} }""");

    private static double Loss(LoopedConvolution layer, double[] output) => output.Zip(layer.Upstream, (entry, gradient) => entry * gradient).Sum();

    private static double[] Differences(double[] at, Func<double[], double> loss) => [.. at.Select((value, index) => loss(Moved(at, index, value + 0.5)) - loss(Moved(at, index, value - 0.5)))];

    private static double[] Moved(double[] at, int index, double value)
    {
        var moved = (double[])at.Clone();
        moved[index] = value;
        return moved;
    }

    private static double[] Times(double[] matrix, double[] vector) =>
        [.. matrix.Chunk(vector.Length).Select(row => row.Zip(vector, (left, right) => left * right).Sum())];

    private static double[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(-9, 10))];
}
