using Grader.Mathematics;
using Grader.Reference.Training;
using Grader.Training.DataSets;
using Tensor = TorchSharp.torch.Tensor;
using TorchSharp;
using static TorchSharp.torch;

namespace Grader.Training.Networks;

/// <summary>A set of images on the device: one tensor, bytes where they are bytes, which a batch at a time become numbers.</summary>
internal sealed class DeviceData : IDisposable
{
    public const int EvaluationBatch = 1000;

    private readonly Tensor _images;
    private readonly Tensor _factor;
    private readonly Tensor _shift;

    public DeviceData(ImageSet set, DataSet data, Device device)
    {
        using var scope = NewDisposeScope();
        long[] shape = [set.Count, data.Image.Channels, data.Image.Height, data.Image.Width];
        var images = set.Bytes.Length > 0 ? tensor(set.Bytes, dtype: ScalarType.Byte) : tensor(set.Numbers, dtype: ScalarType.Float32);
        _images = images.reshape(shape).to(device).MoveToOuterDisposeScope();
        Labels = tensor(set.Labels, dtype: ScalarType.Int64).to(device).MoveToOuterDisposeScope();
        // (x / largest - mean) / deviation as one product and one sum.
        var largest = data.Largest.ToDouble();
        var deviations = PerChannel(data.Deviation, data.Image.Channels);
        var means = PerChannel(data.Mean, data.Image.Channels);
        _factor = tensor(Array.ConvertAll(deviations, deviation => (float)(1 / (largest * deviation)))).reshape(1, -1, 1, 1).to(device).MoveToOuterDisposeScope();
        _shift = tensor(means.Zip(deviations, (mean, deviation) => (float)(-mean / deviation)).ToArray()).reshape(1, -1, 1, 1).to(device).MoveToOuterDisposeScope();
        Count = set.Count;
    }

    private DeviceData(Tensor images, Tensor labels, Tensor factor, Tensor shift) =>
        (_images, Labels, _factor, _shift, Count) = (images, labels, factor, shift, (int)labels.shape[0]);

    public int Count { get; }

    public Tensor Labels { get; }

    public (Tensor Images, Tensor Labels) At(Tensor indices) => (Numbers(_images.index_select(0, indices)), Labels.index_select(0, indices));

    /// <summary>The first so many of them, or all.</summary>
    public DeviceData First(int count)
    {
        count = Math.Min(count, Count);
        return new(_images.narrow(0, 0, count), Labels.narrow(0, 0, count), _factor.alias(), _shift.alias());
    }

    /// <summary>All of them in large batches, in their order.</summary>
    public IEnumerable<(Tensor Images, Tensor Labels)> Batches()
    {
        for (var start = 0; start < Count; start += EvaluationBatch)
        {
            var length = Math.Min(EvaluationBatch, Count - start);
            yield return (Numbers(_images.narrow(0, start, length)), Labels.narrow(0, start, length));
        }
    }

    public void Dispose()
    {
        _images.Dispose();
        _factor.Dispose();
        _shift.Dispose();
        Labels.Dispose();
    }

    private Tensor Numbers(Tensor images) => images.to_type(ScalarType.Float32, copy: true).mul_(_factor).add_(_shift);

    private static double[] PerChannel(Sequence<Rational> numbers, int channels) =>
        [.. Enumerable.Range(0, channels).Select(channel => numbers[numbers.Count == 1 ? 0 : channel].ToDouble())];
}
