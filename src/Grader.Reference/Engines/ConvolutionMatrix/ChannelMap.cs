using Grader.Mathematics;

namespace Grader.Reference.Engines.ConvolutionMatrix;

/// <summary>Which kernel leads from which input channel to which output channel.</summary>
internal sealed record ChannelMap(int Outputs, int Inputs, Sequence<ChannelPair> Pairs)
{
    /// <summary>One kernel, applied to each channel by itself.</summary>
    public static ChannelMap Shared(int channels) => new(channels, channels, Each(channels, channel => new(channel, channel, 0)));

    /// <summary>A kernel for each pair; an output channel sums over the input channels.</summary>
    public static ChannelMap Dense(int outputs, int inputs) => new(outputs, inputs, Each(outputs * inputs, kernel => new(kernel / inputs, kernel % inputs, kernel)));

    /// <summary>One kernel, and its results summed: a mistake.</summary>
    public static ChannelMap Summed(int channels) => new(1, channels, Each(channels, channel => new(0, channel, 0)));

    /// <summary>A kernel for each pair, and nothing summed: a mistake.</summary>
    public static ChannelMap NotSummed(int outputs, int inputs) => new(outputs * inputs, inputs, Each(outputs * inputs, kernel => new(kernel, kernel % inputs, kernel)));

    /// <summary>Each output channel sees the input channel of its own number alone: a mistake.</summary>
    public static ChannelMap KeptApart(int channels) => new(channels, channels, Each(channels, channel => new(channel, channel, channel * channels + channel)));

    /// <summary>Input and output channel exchanged in the kernels' indices: a mistake.</summary>
    public static ChannelMap Exchanged(int channels) => new(channels, channels, Each(channels * channels, kernel => new(kernel % channels, kernel / channels, kernel)));

    private static Sequence<ChannelPair> Each(int count, Func<int, ChannelPair> pair) => Enumerable.Range(0, count).Select(pair).ToSequence();
}

/// <summary>Channels and kernels, from 0.</summary>
internal readonly record struct ChannelPair(int Output, int Input, int Kernel);
