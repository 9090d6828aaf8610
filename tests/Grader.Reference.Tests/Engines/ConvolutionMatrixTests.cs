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

    private static double[] Times(double[] matrix, double[] vector) =>
        [.. matrix.Chunk(vector.Length).Select(row => row.Zip(vector, (left, right) => left * right).Sum())];

    private static double[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(-9, 10))];
}
