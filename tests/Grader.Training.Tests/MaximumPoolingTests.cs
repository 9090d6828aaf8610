using Grader.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Grader.Training.Tests;

/// <summary>Values and gradients of libtorch's own pooling, to the bit.</summary>
[TestFixture]
public sealed class MaximumPoolingTests : TorchFixture
{
    /// <param name="steps">Few different numbers: windows with several largest ones.</param>
    /// <param name="missing">Share of numbers that are none.</param>
    [TestCase(5, 3, 8, 8, 2, 2, 0, 0)]
    [TestCase(5, 3, 9, 7, 2, 2, 0, 0, TestName = "a side that is odd")]
    [TestCase(7, 2, 6, 10, 2, 2, 3, 0, TestName = "several largest")]
    [TestCase(7, 2, 6, 10, 2, 2, 3, 0.2, TestName = "no numbers among them")]
    [TestCase(1, 1, 2, 2, 2, 2, 1, 0, TestName = "all equal")]
    [TestCase(4, 2, 9, 9, 3, 3, 3, 0.1, TestName = "windows of 3 × 3")]
    [TestCase(4, 2, 9, 9, 2, 1, 3, 0.1, TestName = "windows that overlap")]
    public void As_libtorch(int batch, int channels, int height, int width, int kernel, int stride, int steps, double missing)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var numbers = randn([batch, channels, height, width]);
        if (steps > 0)
            numbers = (numbers * steps / 2).round();
        numbers = numbers.masked_fill(rand_like(numbers) < missing, float.NaN);
        foreach (var given in new[] { numbers, numbers.transpose(0, 1).contiguous().transpose(0, 1), numbers.mul(0).masked_fill(numbers > 0, float.NegativeInfinity) })
        {
            var (expected, expectedGradient) = Pooled(given, input => nn.functional.max_pool2d(input, kernel, stride));
            var (pooled, gradient) = Pooled(given, input => MaximumPooling.Of(input, kernel, stride));
            Assert.That(TensorBytes.Of(pooled), Is.EqualTo(TensorBytes.Of(expected)));
            Assert.That(TensorBytes.Of(gradient), Is.EqualTo(TensorBytes.Of(expectedGradient)));
        }
    }

    [Test]
    public void ReLU_after_pooling_is_pooling_after_ReLU()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var numbers = (randn([6, 4, 8, 8]) * 2).round().masked_fill(rand([6, 4, 8, 8]) < 0.05, float.NaN);
        var (expected, expectedGradient) = Pooled(numbers, input => nn.functional.max_pool2d(nn.functional.relu(input), 2, 2));
        var (pooled, gradient) = Pooled(numbers, input => nn.functional.relu(MaximumPooling.Of(input, 2, 2)));
        // A sum with 0 takes the sign from a zero, on which nothing depends.
        Assert.That(TensorBytes.Of(pooled + 0), Is.EqualTo(TensorBytes.Of(expected + 0)));
        Assert.That(TensorBytes.Of(gradient + 0), Is.EqualTo(TensorBytes.Of(expectedGradient + 0)));
    }

    private static (Tensor Output, Tensor Gradient) Pooled(Tensor numbers, Func<Tensor, Tensor> pooling)
    {
        var input = numbers.clone().requires_grad_();
        var output = pooling(input);
        var weights = arange(1, output.numel() + 1, dtype: ScalarType.Float32).reshape(output.shape);
        return (output, autograd.grad([output], [input], [weights])[0].contiguous());
    }
}
