using Grader.Reference.Tests.Engines;
using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Training.Tests.SecondOpinion;

/// <summary>Inputs of each engine, drawn at random, as a case file has them. What does not fit together is refused by the reader of cases.</summary>
internal static class DrawnInputs
{
    public static readonly string[] Engines =
    [
        "attention", "batch-normalization", "confusion-matrix", "convolution-by-hand", "convolution-matrix", "convolution-stack", "decision-tree", "dense-network", "gaussian-em", "gradient-descent", "hinge-loss",
        "k-means", "layer-normalization", "linear-regression", "logistic-regression", "lstm", "naive-bayes", "pca", "perceptron", "rnn", "roc-auc", "softmax-cross-entropy", "svm-margin", "transformer-parameters",
    ];

    public static string Of(string engine, Random random) => $"\"name\": \"{engine}\", " + engine switch
    {
        "attention" => Attention(random),
        "batch-normalization" => BatchNormalization(random),
        "confusion-matrix" => $"\"matrix\": {Counts(random, random.Next(2, 5), 0)}, \"rows\": \"{random.Of("actual", "predicted")}\"{random.Maybe("\"positive\": 1")}",
        "convolution-by-hand" => ConvolutionByHand(random),
        "convolution-matrix" => ConvolutionMatrix(random),
        "convolution-stack" => DrawnStack.Of(random),
        "decision-tree" => $"\"impurity\": \"{random.Of("entropy", "gini")}\", \"splits\": [ {{ \"name\": \"f\", \"counts\": {Counts(random, random.Next(2, 4), random.Next(0, 2))} }} ]",
        "dense-network" => DenseNetwork(random),
        "gaussian-em" => GaussianMixture(random),
        "gradient-descent" => GradientDescent(random),
        "hinge-loss" => HingeLoss(random),
        "k-means" => KMeans(random),
        "layer-normalization" => LayerNormalization(random),
        "linear-regression" => LinearRegression(random),
        "logistic-regression" => LogisticRegression(random),
        "lstm" => Lstm(random),
        "naive-bayes" => NaiveBayes(random),
        "pca" => $"\"data\": {Json(random.Matrix(random.Next(4, 8), random.Next(2, 4)))}, \"divisor\": \"{random.Of("n", "n-1")}\", \"components\": {random.Next(1, 3)}",
        "perceptron" => Perceptron(random),
        "rnn" => Rnn(random),
        "roc-auc" => RocAuc(random),
        "softmax-cross-entropy" => Softmax(random),
        "svm-margin" => SvmMargin(random),
        _ => Transformer(random),
    };

    private static string Attention(Random random)
    {
        var (width, keys) = (random.Next(1, 5), random.Next(1, 5));
        return $"\"queries\": {Json(random.Matrix(random.Next(1, 5), width))}, \"keys\": {Json(random.Matrix(keys, width))}, \"values\": {Json(random.Matrix(keys, random.Next(1, 4)))}, \"causal\": {random.Truth()}";
    }

    private static string BatchNormalization(Random random)
    {
        var (units, examples, test) = (random.Next(1, 5), random.Next(2, 7), random.Next(3) == 0);
        var values = random.Matrix(units, examples);
        // Where all are equal, gradients are rounding errors over the root of epsilon.
        foreach (var row in values.Where(row => row.Distinct().Count() == 1))
            row[0]++;
        return $"\"values\": {Json(values)}, \"gamma\": {Json(random.Vector(units))}, \"beta\": {Json(random.Vector(units))}, \"epsilon\": {random.Of("0", "0.00001", "0.001", "0.5")}, \"phase\": \"{(test ? "test" : "training")}\""
            + (test || random.Next(2) == 0 ? $", \"runningMean\": {Json(random.Vector(units))}, \"runningVariance\": {Json([.. random.Vector(units).Select(value => Math.Abs(value) + 0.25)])}" : "")
            + $", \"momentum\": {random.Next(0, 21) / 20.0}, \"momentumOf\": \"{random.Of("batch", "running")}\", \"runningFrom\": \"{random.Of("population-variance", "sample-variance")}\""
            + random.Maybe($"\"upstream\": {Json(random.Matrix(units, examples))}");
    }

    private static string ConvolutionByHand(Random random)
    {
        var plane = random.Next(2) == 0;
        var (input, kernel) = plane ? (Json(random.Matrix(random.Next(4, 8), random.Next(4, 8))), Json(random.Matrix(random.Next(1, 4), random.Next(1, 4)))) : (Json(random.Vector(random.Next(3, 12))), Json(random.Vector(random.Next(1, 4))));
        return $"\"input\": {input}, \"kernel\": {kernel}, \"stride\": {random.Next(1, 4)}, \"padding\": {random.Next(0, 3)}, \"flip\": {random.Truth()}, \"bias\": {random.Next(-2, 3)}, \"relu\": {random.Truth()}, \"takes\": \"{random.Of("average", "maximum")}\"{random.Maybe($"\"pool\": {random.Next(1, 4)}")}";
    }

    private static string ConvolutionMatrix(Random random)
    {
        var (plane, shared, transposed, symbols) = (random.Next(2) == 0, random.Next(2) == 0, random.Next(3) == 0, random.Next(3) == 0);
        var (channels, outputs, rows, columns) = (random.Next(1, 4), random.Next(1, 4), random.Next(2, 5), random.Next(2, 6));
        var (tapRows, taps) = (random.Next(1, 3), random.Next(1, 4));
        var kernel = shared ? Kernel("w") : $"[{string.Join(", ", Enumerable.Range(0, outputs).Select(output => $"[{string.Join(", ", Enumerable.Range(0, channels).Select(input => Kernel($"w{(char)('a' + output)}{(char)('a' + input)}")))}]"))}]";
        return $"\"channels\": {channels}, {(plane ? $"\"height\": {rows}, \"width\": {columns}" : $"\"length\": {columns}")}, \"kernel\": {kernel}, \"stride\": {(plane && random.Next(2) == 0 ? $"[{random.Next(1, 3)}, {random.Next(1, 3)}]" : random.Next(1, 4))}"
            + $", \"padding\": {(!transposed && random.Next(4) == 0 ? "\"full\"" : random.Next(0, 2))}, \"flip\": {(transposed ? "false" : random.Truth())}, \"transposed\": {(transposed ? "true" : "false")}"
            + random.Maybe($"\"input\": {Json(random.Vector(channels * (plane ? rows : 1) * columns))}");

        string Kernel(string name) => symbols
            ? plane ? $"[{string.Join(", ", Enumerable.Range(1, tapRows).Select(row => Names($"{name}_{row}")))}]" : Names($"{name}_")
            : plane ? Json(random.Matrix(tapRows, taps)) : Json(random.Vector(taps));

        string Names(string stem) => $"[{string.Join(", ", Enumerable.Range(1, taps).Select(tap => $"\"{stem}{tap}\""))}]";
    }

    private static string DenseNetwork(Random random)
    {
        var width = random.Next(1, 4);
        var (input, layers) = (random.Vector(width), new List<string>());
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var units = random.Next(1, 4);
            // Away from the kink of a rectifier, where two derivatives are right.
            double[] bias = [.. random.Vector(units).Select(value => value + 0.013)];
            layers.Add($"{{ \"weights\": {Json(random.Matrix(units, width))}, \"bias\": {Json(bias)}, \"activation\": \"{random.Of("identity", "sigmoid", "tanh", "relu")}\" }}");
            width = units;
        }

        return $"\"input\": {Json(input)}, \"layers\": [{string.Join(", ", layers)}]" + random.Maybe($"\"target\": {Json(random.Vector(width))}, \"loss\": \"{random.Of("half-squared-error", "squared-error")}\", \"rate\": {random.Next(1, 9) / 8.0}");
    }

    private static string GaussianMixture(Random random)
    {
        var components = random.Next(1, 4);
        return $"\"data\": {Json(random.Vector(random.Next(3, 7)))}, \"means\": {Json(random.Vector(components))}, \"variances\": {Json([.. random.Vector(components).Select(value => Math.Abs(value) + 2)])}, \"steps\": {random.Next(1, 3)}"
            + random.Maybe($"\"weights\": {Json([.. Enumerable.Repeat(0.5, components)])}");
    }

    private static string GradientDescent(Random random)
    {
        var (a, b, c) = (random.Next(1, 5), random.Next(1, 5), random.Next(-3, 4));
        var method = random.Of("\"plain\"", $"\"adam\", \"beta1\": {random.Next(4, 8) / 8.0}, \"beta2\": {random.Next(12, 16) / 16.0}", $"\"momentum\", \"velocity\": \"{random.Of("sum", "average", "step")}\", \"momentum\": {random.Next(0, 8) / 8.0}");
        return $"\"method\": {method}, \"rate\": {random.Next(1, 9) / 64.0}, \"steps\": {random.Next(1, 5)}{random.Maybe($"\"function\": \"{a}*x^2 + {b}*y^2 + ({c})*x*y + 4*exp(x/4)\"")}, "
            + $"\"variables\": [ {{ \"name\": \"x\", \"start\": {random.Vector(1)[0]}, \"derivative\": \"2*{a}*x + ({c})*y + exp(x/4)\" }}, {{ \"name\": \"y\", \"start\": {random.Vector(1)[0]}, \"derivative\": \"2*{b}*y + ({c})*x\" }} ]";
    }

    private static string HingeLoss(Random random)
    {
        var (examples, classes, features, binary, linear) = (random.Next(1, 5), random.Next(2, 6), random.Next(1, 4), random.Next(2) == 0, random.Next(2) == 0);
        var weights = binary ? Json(random.Vector(features)) : Json(random.Matrix(classes, features));
        var model = linear
            ? $"\"inputs\": {Json(random.Matrix(examples, features))}, \"weights\": {weights}, \"lambda\": {random.Next(1, 9) / 16.0}, \"regularization\": \"{random.Of("squares", "half-squares")}\"{random.Maybe($"\"bias\": {Json(random.Vector(binary ? 1 : classes))}")}"
            : $"\"scores\": {(binary ? Json(random.Vector(examples)) : Json(random.Matrix(examples, classes)))}";
        var right = binary ? $"\"labels\": {Labels(random, examples, -1)}" : $"\"targets\": {Targets(random, examples, classes)}";
        return $"{model}, {right}, \"margin\": {random.Next(1, 9) / 4.0}, \"reduction\": \"{random.Of("mean", "sum")}\"";
    }

    private static string KMeans(Random random)
    {
        var axes = random.Next(1, 4);
        return $"\"points\": {Json(random.Matrix(random.Next(4, 8), axes))}, \"centroids\": {Json(random.Matrix(random.Next(1, 4), axes))}, \"iterations\": {random.Next(1, 4)}, \"distance\": \"{random.Of("euclidean", "squared")}\"";
    }

    private static string LayerNormalization(Random random)
    {
        var features = random.Next(2, 7);
        return $"\"values\": {Json(random.Matrix(random.Next(1, 5), features))}, \"gamma\": {Json(random.Vector(features))}, \"beta\": {Json(random.Vector(features))}, \"epsilon\": {random.Of("0.00001", "0.001", "0.5")}";
    }

    private static string LinearRegression(Random random)
    {
        var examples = random.Next(4, 8);
        return $"\"inputs\": {Json(random.Matrix(examples, random.Next(1, 3)))}, \"targets\": {Json(random.Vector(examples))}, \"intercept\": {random.Truth()}, \"shrinkIntercept\": {random.Truth()}{random.Maybe($"\"ridge\": {random.Next(1, 20) / 4.0}")}";
    }

    private static string LogisticRegression(Random random)
    {
        var (examples, features) = (random.Next(1, 7), random.Next(1, 4));
        double[][] inputs = [.. random.Matrix(examples, features).Select(row => row.Select(value => value / 4).ToArray())];
        return $"\"inputs\": {Json(inputs)}, \"labels\": {Labels(random, examples, 0)}, \"weights\": {Json(random.Vector(features))}, \"bias\": {random.Vector(1)[0]}, \"rate\": {random.Next(1, 5) / 8.0}, \"steps\": {random.Next(1, 4)}";
    }

    private static string Lstm(Random random)
    {
        if (random.Next(3) == 0)
            return Sizes(random);
        var (width, units) = (random.Next(1, 4), random.Next(1, 4));
        var gates = new[] { "input", "forget", "candidate", "output" }.Select(gate => $"\"{gate}\": {{ \"inputWeights\": {Json(random.Matrix(units, width))}, \"hiddenWeights\": {Json(random.Matrix(units, units))}{random.Maybe($"\"bias\": {Json(random.Vector(units))}")} }}");
        return $"\"inputs\": {Json(random.Matrix(random.Next(1, 4), width))}, {string.Join(", ", gates)}{random.Maybe($"\"startHidden\": {Json(random.Vector(units))}")}{random.Maybe($"\"startCell\": {Json(random.Vector(units))}")}{random.Maybe("\"biases\": 2")}";
    }

    private static string NaiveBayes(Random random) =>
        $"\"classes\": [{random.Next(5, 10)}, {random.Next(5, 10)}, {random.Next(5, 10)}], \"features\": [ {string.Join(", ", "fg".Select(name => $"{{ \"name\": \"{name}\", \"counts\": [{random.Next(0, 6)}, {random.Next(1, 6)}, {random.Next(0, 6)}], \"values\": {random.Next(2, 5)} }}"))} ]{random.Maybe($"\"smoothing\": {random.Next(1, 5) / 2.0}")}";

    private static string Perceptron(Random random)
    {
        var (examples, features) = (random.Next(2, 6), random.Next(1, 4));
        return $"\"inputs\": {Json(random.Matrix(examples, features))}, \"labels\": {Labels(random, examples, -1)}, \"rate\": {random.Next(1, 9) / 8.0}, \"passes\": {random.Next(1, 4)}, \"bias\": {random.Vector(1)[0]}{random.Maybe($"\"weights\": {Json(random.Vector(features))}")}";
    }

    private static string Rnn(Random random)
    {
        if (random.Next(3) == 0)
            return Sizes(random);
        var (width, units, outputs) = (random.Next(1, 4), random.Next(1, 4), random.Next(1, 4));
        // Small, for states that stay where an exponential is finite.
        return $"\"inputs\": {Json(random.Matrix(random.Next(1, 4), width))}, \"inputWeights\": {Json(random.Matrix(units, width))}, \"hiddenWeights\": {Json(Small(random.Matrix(units, units)))}, \"activation\": \"{random.Of("tanh", "relu", "sigmoid", "identity")}\""
            + random.Maybe($"\"bias\": {Json(random.Vector(units))}") + random.Maybe($"\"start\": {Json(random.Vector(units))}")
            + random.Maybe($"\"outputWeights\": {Json(Small(random.Matrix(outputs, units)))}, \"outputBias\": {Json(random.Vector(outputs))}, \"outputActivation\": \"{random.Of("identity", "sigmoid", "softmax")}\"");
    }

    private static string Sizes(Random random) =>
        $"\"inputSize\": {random.Next(1, 20)}, \"hiddenSize\": {random.Next(1, 20)}, \"layers\": {random.Next(1, 5)}, \"biases\": {random.Next(3)}{random.Maybe($"\"outputSize\": {random.Next(1, 6)}")}";

    private static string RocAuc(Random random)
    {
        var examples = random.Next(2, 10);
        return $"\"scores\": [{string.Join(", ", Enumerable.Range(0, examples).Select(_ => random.Next(0, 8) / 8.0))}], \"labels\": {Labels(random, examples, 0)}";
    }

    private static string Softmax(Random random)
    {
        var (examples, classes) = (random.Next(1, 5), random.Next(2, 6));
        return random.Next(3) == 0
            ? $"\"logits\": {Json(random.Vector(classes))}, \"target\": {random.Next(classes) + 1}, \"logarithm\": \"{random.Of("natural", "binary")}\""
            : $"\"logits\": {Json(random.Matrix(examples, classes))}, \"targets\": {Targets(random, examples, classes)}, \"reduction\": \"{random.Of("mean", "sum")}\", \"logarithm\": \"{random.Of("natural", "binary")}\"";
    }

    private static string SvmMargin(Random random)
    {
        var (points, axes) = (random.Next(2, 6), random.Next(1, 4));
        return $"\"points\": {Json(random.Matrix(points, axes))}, \"labels\": {Labels(random, points, -1)}, \"weights\": {Json(random.Vector(axes))}, \"bias\": {random.Vector(1)[0]}, \"penalty\": {random.Next(1, 9) / 2.0}";
    }

    private static string Transformer(Random random)
    {
        var heads = random.Next(1, 5);
        return $"\"width\": {heads * random.Next(1, 7)}, \"heads\": {heads}, \"encoderLayers\": {random.Next(0, 3)}, \"decoderLayers\": {random.Next(0, 3)}, \"vocabulary\": {random.Next(1, 50)}, \"positions\": {random.Next(0, 3) * 16}, \"head\": \"{random.Of("none", "tied", "separate")}\""
            + string.Concat(new[] { "attentionBias", "feedForwardBias", "normShift", "embeddingNorm", "finalNorm", "headBias" }.Select(key => random.Maybe($"\"{key}\": {random.Truth()}")))
            + random.Maybe($"\"headWidth\": {random.Next(1, 7)}") + random.Maybe($"\"feedForward\": {random.Next(1, 40)}");
    }

    private static string Counts(Random random, int side, int more) => Json([.. Enumerable.Range(0, side + more).Select(_ => Enumerable.Range(0, side).Select(_ => (double)random.Next(0, 12)).ToArray())]);

    /// <param name="other">The label that is not 1.</param>
    private static string Labels(Random random, int count, int other) => $"[{string.Join(", ", Enumerable.Range(0, count).Select(_ => random.Next(2) == 0 ? 1 : other))}]";

    private static string Targets(Random random, int count, int classes) => $"[{string.Join(", ", Enumerable.Range(0, count).Select(_ => random.Next(classes) + 1))}]";

    private static double[][] Small(double[][] matrix) => [.. matrix.Select(row => row.Select(value => value / 8).ToArray())];

    public static string Of(this Random random, params string[] choices) => choices[random.Next(choices.Length)];

    public static string Truth(this Random random) => random.Of("true", "false");

    /// <summary>A member, after a comma, or nothing.</summary>
    public static string Maybe(this Random random, string member) => random.Next(2) == 0 ? ", " + member : "";
}
