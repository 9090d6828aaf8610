using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class ConvolutionByHandTests
{
    /// <summary>Against a padded copy of the input and four loops.</summary>
    [Test]
    public void It_agrees_with_loops()
    {
        var random = new Random(50);
        for (var round = 0; round < 300; round++)
        {
            var (relu, average) = (random.Next(2) == 0, random.Next(2) == 0);
            var (rows, columns, stride, padding, flip, bias, pool) = (random.Next(1, 7), random.Next(1, 7), random.Next(1, 3), random.Next(0, 3), random.Next(2) == 0, random.Next(-3, 4), random.Next(1, 3));
            var input = random.Matrix(rows, columns);
            var kernel = random.Matrix(random.Next(1, rows + 1), random.Next(1, columns + 1));
            var padded = new double[rows + 2 * padding, columns + 2 * padding];
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                    padded[row + padding, column + padding] = input[row][column];
            }

            List<double[]> output = [];
            for (var top = 0; top + kernel.Length <= padded.GetLength(0); top += stride)
            {
                List<double> line = [];
                for (var left = 0; left + kernel[0].Length <= padded.GetLength(1); left += stride)
                {
                    double sum = bias;
                    for (var down = 0; down < kernel.Length; down++)
                    {
                        for (var across = 0; across < kernel[0].Length; across++)
                            sum += padded[top + down, left + across] * (flip ? kernel[^(down + 1)][^(across + 1)] : kernel[down][across]);
                    }

                    line.Add(sum);
                }

                output.Add([.. line]);
            }

            var pools = output.Count >= pool && output[0].Length >= pool;
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "convolution-by-hand", "input": {{Json(input)}}, "kernel": {{Json(kernel)}}, "stride": {{stride}}, "padding": {{padding}}, "flip": {{(flip ? "true" : "false")}}, "bias": {{bias}}, "relu": {{(relu ? "true" : "false")}}{{(pools ? $", \"pool\": {pool}, \"takes\": \"{(average ? "average" : "maximum")}\"" : "")}} }""");
            Expect(worksheet, "output", [.. output.SelectMany(line => line)]);
            if (relu)
            {
                output = output.ConvertAll(line => line.Select(number => Math.Max(0, number)).ToArray());
                Expect(worksheet, "activated", [.. output.SelectMany(line => line)]);
            }

            if (!pools)
                continue;
            List<double> pooled = [];
            for (var row = 0; row + pool <= output.Count; row += pool)
            {
                for (var column = 0; column + pool <= output[0].Length; column += pool)
                    {
                    var window = output.Skip(row).Take(pool).SelectMany(line => line.Skip(column).Take(pool)).ToList();
                    pooled.Add(average ? window.Sum() / window.Count : window.Max());
                }
            }

            Expect(worksheet, "pooled", [.. pooled]);
        }
    }

    /// <summary>A sequence against a padded copy of it.</summary>
    [Test]
    public void A_sequence_agrees_with_loops()
    {
        var random = new Random(51);
        for (var round = 0; round < 300; round++)
        {
            var (length, stride, padding, flip, pool) = (random.Next(1, 12), random.Next(1, 4), random.Next(0, 3), random.Next(2) == 0, random.Next(1, 3));
            var (input, kernel) = (random.Vector(length), random.Vector(random.Next(1, length + 1)));
            double[] padded = [.. new double[padding], .. input, .. new double[padding]];
            List<double> output = [];
            for (var first = 0; first + kernel.Length <= padded.Length; first += stride)
                output.Add(kernel.Select((weight, index) => weight * padded[flip ? first + kernel.Length - 1 - index : first + index]).Sum());
            var pools = output.Count >= pool;
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "convolution-by-hand", "input": {{Json(input)}}, "kernel": {{Json(kernel)}}, "stride": {{stride}}, "padding": {{padding}}, "flip": {{(flip ? "true" : "false")}}{{(pools ? $", \"pool\": {pool}" : "")}} }""");
            Expect(worksheet, "output", [.. output]);
            if (pools)
                Expect(worksheet, "pooled", [.. output.Chunk(pool).Where(window => window.Length == pool).Select(window => window.Max())]);
        }
    }

    private const string Sequence = """{ "name": "convolution-by-hand", "input": [1, 2, -4, 3, 5], "kernel": [2, 0, 1], "stride": 2, "padding": 1, "flip": true, "bias": -1, "relu": true, "pool": 2, "takes": "average" }""";

    [TestCase("", "output", "[3, 7, 2]")]
    [TestCase("kernel-not-flipped", "output", "[1, 6, 5]")]
    [TestCase("bias-left-out", "output", "[4, 8, 3]")]
    [TestCase("stride-forgotten", "output", "[3, -8, 7, 5, 2]")]
    [TestCase("padding-forgotten", "output", "[-8, 5]")]
    [TestCase("maximum-for-mean", "pooled", "[7]")]
    public void Each_mistake_in_a_sequence_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet(Sequence);
        Assert.That(Values.Text((mistake.Length == 0 ? worksheet : worksheet.Making(mistake))[quantity].Value), Is.EqualTo(value));
    }

    [TestCase("", "[[2, 0], [0, 0]]")]
    [TestCase("relu-left-out", "[[2, -1], [-3, 0]]")]
    [TestCase("absolute-for-relu", "[[2, 1], [3, 0]]")]
    public void Each_mistake_in_the_rectifier_has_its_value(string mistake, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "convolution-by-hand", "input": [[2, -1], [-3, 0]], "kernel": [[1]], "relu": true }""");
        Assert.That(Values.Text((mistake.Length == 0 ? worksheet : worksheet.Making(mistake))["activated"].Value), Is.EqualTo(value));
    }

    [TestCase("kernel-flipped", "output", "[[23, 33], [53, 63]]")]
    [TestCase("kernel-transposed", "output", "[[35, 45], [65, 75]]")]
    [TestCase("mean-for-maximum", "pooled", "[57]")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "convolution-by-hand", "input": [[1, 2, 3], [4, 5, 6], [7, 8, 9]], "kernel": [[1, 2], [3, 4]], "pool": 2 }""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }
}
