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
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "convolution-by-hand", "input": {{Json(input)}}, "kernel": {{Json(kernel)}}, "stride": {{stride}}, "padding": {{padding}}, "flip": {{(flip ? "true" : "false")}}, "bias": {{bias}}{{(pools ? $", \"pool\": {pool}" : "")}} }""");
            Expect(worksheet, "output", [.. output.SelectMany(line => line)]);
            if (!pools)
                continue;
            List<double> pooled = [];
            for (var row = 0; row + pool <= output.Count; row += pool)
            {
                for (var column = 0; column + pool <= output[0].Length; column += pool)
                    pooled.Add(output.Skip(row).Take(pool).Max(line => line.Skip(column).Take(pool).Max()));
            }

            Expect(worksheet, "pooled", [.. pooled]);
        }
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
