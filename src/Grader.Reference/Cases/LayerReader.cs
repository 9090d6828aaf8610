using Grader.Mathematics;
using Grader.Reference.Training;

namespace Grader.Reference.Cases;

/// <summary>Reads the layers of a network that is trained.</summary>
internal sealed class LayerReader(ProblemList problems)
{
    private const int LargestSide = 10_000;

    /// <returns>Null, with a problem, where the kind is unknown.</returns>
    public NetworkLayer? Read(CaseNode node)
    {
        var kind = (node as CaseObject)?["kind"] as CaseText;
        if (kind is null || Array.IndexOf(TrainingShapes.LayerKinds, kind.Text) is not (>= 0 and var index))
        {
            problems.Add(kind?.Place ?? node.Place, kind is null ? "A layer is an object with a \"kind\"." : $"There is no kind of layer \"{kind.Text}\".", Suggestion.For(kind?.Text ?? "", TrainingShapes.LayerKinds));
            return null;
        }

        return ObjectReader.Open(node, TrainingShapes.Layers[index], problems) is { } reader ? Read(kind.Text, reader) : null;
    }

    private static NetworkLayer Read(string kind, ObjectReader reader)
    {
        var only = reader.Texts("only").Select(variant => variant.Text).ToSequence();
        return kind switch
        {
            "convolution" => new ConvolutionLayer(only, Side(reader, "kernels", 1), Side(reader, "kernel", 1), Side(reader, "stride", 1), Side(reader, "padding", 0), reader.Truth("bias", true)),
            "pooling" => new PoolingLayer(only, reader.OneOf("takes", "maximum", "average") == "maximum", Side(reader, "kernel", 1), reader.Node("stride") is null ? Side(reader, "kernel", 1) : Side(reader, "stride", 1)),
            "global-pooling" => new GlobalPoolingLayer(only),
            "flatten" => new FlattenLayer(only),
            "dense" => new DenseLayer(only, Side(reader, "units", 1), reader.Truth("bias", true)),
            "relu" => new ActivationLayer(only, Activation.Relu),
            "tanh" => new ActivationLayer(only, Activation.Tanh),
            "sigmoid" => new ActivationLayer(only, Activation.Sigmoid),
            "batch-normalization" => new BatchNormalizationLayer(only, Epsilon(reader), reader.Share("momentum", Rational.Of(1, 10))),
            "dropout" => new DropoutLayer(only, Rate(reader)),
            _ => throw new InvalidOperationException($"the layer {kind} has a shape and no reader"),
        };
    }

    private static int Side(ObjectReader reader, string key, int smallest) => reader.Integer(key, smallest, smallest, LargestSide);

    private static Rational Epsilon(ObjectReader reader)
    {
        var epsilon = reader.Rational("epsilon", Rational.Of(1, 100_000));
        if (epsilon.Sign >= 0)
            return epsilon;
        reader.Problems.Add(reader.PlaceOf("epsilon"), $"\"epsilon\" is {epsilon}.", "Write 0 or more.");
        return Rational.Zero;
    }

    private static Rational Rate(ObjectReader reader)
    {
        var rate = reader.Share("rate", Rational.Zero);
        if (rate < 1)
            return rate;
        reader.Problems.Add(reader.PlaceOf("rate"), "\"rate\" is 1: nothing would be left.", "Write a share below 1.");
        return Rational.Zero;
    }
}
