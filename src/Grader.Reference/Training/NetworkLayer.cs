using Grader.Mathematics;

namespace Grader.Reference.Training;

/// <summary>A layer of a network that is trained.</summary>
/// <param name="Only">Variants that have it; empty for all.</param>
public abstract record NetworkLayer(Sequence<string> Only)
{
    /// <summary>Its name in case files and messages.</summary>
    public abstract string Kind { get; }

    public bool IsIn(string variant) => Only.Count == 0 || Only.Items.Contains(variant);
}

/// <param name="Kernel">Side.</param>
/// <param name="Padding">Zeros on each side.</param>
public sealed record ConvolutionLayer(Sequence<string> Only, int Kernels, int Kernel, int Stride, int Padding, bool Bias) : NetworkLayer(Only)
{
    public override string Kind => "convolution";
}

/// <param name="Maximum">The largest of a window; else the average.</param>
public sealed record PoolingLayer(Sequence<string> Only, bool Maximum, int Kernel, int Stride) : NetworkLayer(Only)
{
    public override string Kind => "pooling";
}

/// <summary>The average of each channel.</summary>
public sealed record GlobalPoolingLayer(Sequence<string> Only) : NetworkLayer(Only)
{
    public override string Kind => "global-pooling";
}

public sealed record FlattenLayer(Sequence<string> Only) : NetworkLayer(Only)
{
    public override string Kind => "flatten";
}

/// <summary>Over all numbers of its input.</summary>
public sealed record DenseLayer(Sequence<string> Only, int Units, bool Bias) : NetworkLayer(Only)
{
    public override string Kind => "dense";
}

public sealed record ActivationLayer(Sequence<string> Only, Activation Function) : NetworkLayer(Only)
{
    public override string Kind => "activation";
}

public enum Activation
{
    Relu,
    Tanh,
    Sigmoid,
}

/// <summary>Over the batch and all positions of a channel.</summary>
/// <param name="Momentum">Share of the new statistics in the running ones.</param>
public sealed record BatchNormalizationLayer(Sequence<string> Only, Rational Epsilon, Rational Momentum) : NetworkLayer(Only)
{
    public override string Kind => "batch-normalization";
}

/// <param name="Rate">Share of numbers set to 0.</param>
public sealed record DropoutLayer(Sequence<string> Only, Rational Rate) : NetworkLayer(Only)
{
    public override string Kind => "dropout";
}
