using Grader.Reference.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Grader.Training.Networks;

/// <summary>What dropout keeps, for networks computed at once: drawn for each from a stream of its own, so that none depends on its neighbours.</summary>
internal abstract class DropoutMasks(int count, Device device) : IDisposable
{
    /// <summary>On the CPU the masks that each seed has alone. TorchSharp has no generators on other devices, whose one generator is therefore set before each draw.</summary>
    /// <param name="epoch">1-based.</param>
    public static DropoutMasks Of(IReadOnlyList<RandomStreams> streams, int epoch, Device device) =>
        device.type == DeviceType.CPU ? new GeneratedMasks(streams, epoch, device) : new ReseededMasks(streams, epoch, device);

    /// <summary>The next layer's: 0, or what keeps the mean.</summary>
    /// <returns><c>[networks, batch, channels]</c> of what is flat; else <c>[batch, networks, channels, height, width]</c>.</returns>
    public Tensor Next(long batch, FeatureShape shape, double rate)
    {
        long[] own = shape.IsFlat ? [batch, shape.Channels] : [batch, shape.Channels, shape.Height, shape.Width];
        Advance();
        var masks = Enumerable.Range(0, count).Select(network => Draw(network, empty(own, device: device), 1 - rate));
        return stack(masks, shape.IsFlat ? 0 : 1).div_(1 - rate);
    }

    public abstract void Dispose();

    protected virtual void Advance()
    {
    }

    /// <summary>Fills it with ones at this rate, and zeros.</summary>
    protected abstract Tensor Draw(int network, Tensor empty, double keep);
}

internal sealed class GeneratedMasks(IReadOnlyList<RandomStreams> streams, int epoch, Device device) : DropoutMasks(streams.Count, device)
{
    private readonly List<Generator> _generators = [.. streams.Select(stream => new Generator((ulong)stream.Dropout(epoch), CPU))];

    protected override Tensor Draw(int network, Tensor empty, double keep) => empty.bernoulli_(keep, _generators[network]);

    public override void Dispose() => _generators.ForEach(generator => generator.Dispose());
}

internal sealed class ReseededMasks(IReadOnlyList<RandomStreams> streams, int epoch, Device device) : DropoutMasks(streams.Count, device)
{
    private int _draw;

    protected override void Advance() => _draw++;

    protected override Tensor Draw(int network, Tensor empty, double keep)
    {
        manual_seed(streams[network].Dropout(epoch, _draw));
        return empty.bernoulli_(keep);
    }

    public override void Dispose()
    {
        // The device's generator is nobody's.
    }
}
