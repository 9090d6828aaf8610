using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference.Engines.DenseNetwork;

/// <summary>A layer and its formulas.</summary>
/// <param name="Before">What it sees: <c>input</c>, <c>layer1.a</c>.</param>
internal sealed record DenseLayer(string Name, string Before, Matrix Weights, ImmutableArray<Expression>? Bias, string Activation)
{
    public int Units => Weights.RowCount;

    public string Sum => Bias is null ? WeightsOnly : $"{WeightsOnly} + {Name}.b";

    public string WeightsOnly => $"{Name}.W*{Before}";

    public string Activate(string sums) => Activation == "identity" ? sums : $"{Activation}({sums})";

    /// <summary>The gradient by the weighted sums, from that of the layer after it, or from the loss.</summary>
    public string Delta(DenseLayer? next, bool half) => Times(Incoming(next, half));

    /// <summary>The gradient by the activations.</summary>
    public string Incoming(DenseLayer? next, bool half) => next is not null
        ? $"transpose({next.Name}.W)*{next.Name}.delta"
        : half ? $"{Name}.a - target" : $"2*({Name}.a - target)";

    /// <param name="incoming">The gradient by the activations.</param>
    public string Times(string incoming) => Activation switch
    {
        "sigmoid" => $"hadamard({incoming}, hadamard({Name}.a, 1 - {Name}.a))",
        "tanh" => $"hadamard({incoming}, 1 - hadamard({Name}.a, {Name}.a))",
        "relu" => $"hadamard({incoming}, sign({Name}.a))",
        _ => incoming,
    };
}
