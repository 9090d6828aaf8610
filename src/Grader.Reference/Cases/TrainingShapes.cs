using Grader.Mathematics;
using Grader.Reference.Training;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Cases;

/// <summary>The objects of a training recipe.</summary>
internal static class TrainingShapes
{
    private const string Numbers = """{ "type": "array", "minItems": 1, "items": { "type": "number" } }""";
    private const string Size = """{ "type": "array", "minItems": 3, "maxItems": 3, "items": { "type": "integer", "minimum": 1 } }""";
    private const string Natural = """{ "type": "integer", "minimum": 0 }""";

    private static readonly CaseKey Only = new("only", false, Texts, "Ids of the variants that have it; all unless said.");

    public static readonly string[] DataSets = [.. PublishedDataSets.All.Items.Select(known => known.Name), "csv", "folder"];

    public static readonly CaseShape Data = new("trainingData", "The data set, and how its numbers are scaled.", [
        new("set", true, CaseValues.OneOf(DataSets), "digits (ships with the trainer), cifar-10, cifar-100, mnist, fashion-mnist, or csv (a row an image, its class last) or folder (a folder a class), with your own files."),
        new("training", false, Text, "Of csv or folder: the file or folder, relative to the assignment's."),
        new("test", false, Text, "Of csv or folder: that of the test set; instead of it, \"holdOut\"."),
        new("holdOut", false, PositiveInteger, "Of csv or folder without a test set: every so many-th image is one of test; 5 unless said."),
        new("shape", false, Size, "Of csv or folder: channels, height and width of an image: [1, 8, 8]."),
        new("classes", false, PositiveInteger, "Of csv or folder: how many classes."),
        new("largest", false, Fraction, "Of csv: the value that becomes 1; 1 unless said."),
        new("mean", false, Numbers, "Taken off after scaling to 0 … 1, one for all channels or one for each; 0 unless said."),
        new("deviation", false, Numbers, "Divides what is left, likewise; 1 unless said."),
        new("address", false, Text, "Where `grader train --download` fetches the published archive (of MNIST: the folder of its files) from."),
    ]);

    public static readonly CaseShape Convolution = new("trainedConvolution", "A convolutional layer.", [
        new("kind", true, """{ "const": "convolution" }""", "The kind of layer."),
        new("kernels", true, PositiveInteger, "Number of kernels, which is that of output channels."),
        new("kernel", true, PositiveInteger, "Side of a kernel."),
        new("stride", false, PositiveInteger, "Stride; 1 unless said."),
        new("padding", false, Natural, "Zeros added on each side; 0 unless said."),
        new("bias", false, YesNo, "Each kernel has a bias; true unless said."),
        Only,
    ]);

    public static readonly CaseShape Pooling = new("trainedPooling", "A pooling layer.", [
        new("kind", true, """{ "const": "pooling" }""", "The kind of layer."),
        new("takes", false, OneOf("maximum", "average"), "What it takes of a window; the maximum unless said."),
        new("kernel", true, PositiveInteger, "Side of a window."),
        new("stride", false, PositiveInteger, "Stride; the side of the window unless said."),
        Only,
    ]);

    public static readonly CaseShape GlobalPooling = Plain("trainedGlobalPooling", "global-pooling", "The average of each channel.");

    public static readonly CaseShape Flatten = Plain("trainedFlatten", "flatten", "All numbers in one row; a dense layer does it by itself as well.");

    public static readonly CaseShape Relu = Plain("trainedRelu", "relu", "max(0, x).");

    public static readonly CaseShape Tanh = Plain("trainedTanh", "tanh", "The hyperbolic tangent.");

    public static readonly CaseShape Sigmoid = Plain("trainedSigmoid", "sigmoid", "1/(1 + exp(-x)).");

    public static readonly CaseShape Dense = new("trainedDense", "A dense layer over all numbers of its input.", [
        new("kind", true, """{ "const": "dense" }""", "The kind of layer."),
        new("units", true, PositiveInteger, "Number of units."),
        new("bias", false, YesNo, "Each unit has a bias; true unless said."),
        Only,
    ]);

    public static readonly CaseShape BatchNormalization = new("trainedBatchNormalization", "Batch normalisation of each channel, or of each number of a row.", [
        new("kind", true, """{ "const": "batch-normalization" }""", "The kind of layer."),
        new("epsilon", false, Fraction, "Added to the variance; 1e-5 unless said."),
        new("momentum", false, Fraction, "Share of a batch's statistics in the running ones; 0.1 unless said."),
        Only,
    ]);

    public static readonly CaseShape Dropout = new("trainedDropout", "Dropout.", [
        new("kind", true, """{ "const": "dropout" }""", "The kind of layer."),
        new("rate", true, Fraction, "Share of numbers set to 0 in training."),
        Only,
    ]);

    public static readonly CaseShape[] Layers = [Convolution, Pooling, GlobalPooling, Flatten, Dense, Relu, Tanh, Sigmoid, BatchNormalization, Dropout];

    public static readonly string[] LayerKinds = ["convolution", "pooling", "global-pooling", "flatten", "dense", "relu", "tanh", "sigmoid", "batch-normalization", "dropout"];

    public static readonly CaseShape Optimizer = new("trainingOptimizer", "How parameters are updated.", [
        new("kind", true, OneOf("adam", "sgd"), "The optimiser."),
        new("rate", true, Fraction, "Learning rate."),
        new("weightDecay", false, Fraction, "Times the parameter, added to its gradient; 0 unless said."),
        new("beta1", false, Fraction, "Of adam; 0.9 unless said."),
        new("beta2", false, Fraction, "Of adam; 0.999 unless said."),
        new("epsilon", false, Fraction, "Of adam; 1e-8 unless said."),
        new("momentum", false, Fraction, "Of sgd; 0 unless said."),
        new("nesterov", false, YesNo, "Of sgd: Nesterov's momentum; false unless said."),
    ]);

    public static readonly CaseShape Schedule = new("trainingSchedule", "How the learning rate goes over the epochs; constant unless said.", [
        new("kind", true, OneOf("constant", "step", "cosine"), "step: times a factor after every so many epochs; cosine: down to 0 along half a cosine."),
        new("every", false, PositiveInteger, "Of step: epochs between two changes."),
        new("factor", false, Fraction, "Of step: the factor; 0.1 unless said."),
    ]);

    private static readonly Sequence<CaseKey> Settings =
    [
        new("optimizer", false, An(Optimizer), "How parameters are updated."),
        new("schedule", false, An(Schedule), "How the learning rate goes over the epochs."),
        new("batch", false, PositiveInteger, "Examples a batch; what is left over is a smaller last one."),
        new("epochs", false, PositiveInteger, "Epochs."),
    ];

    public static readonly CaseShape Variant = new("trainingVariant", "A variant of the network or of its training: plain, with batch normalisation.", [
        new("id", true, Text, "Short name: a."),
        new("say", false, Text, "What it is, for people."),
        .. Settings,
    ]);

    public static readonly CaseShape Variation = new("trainingVariation", "What an honest student may do otherwise.", [
        new("id", true, Text, "Short name: epochs-20."),
        .. Settings,
    ]);

    public static readonly CaseShape Seeds = new("trainingSeeds", "How many runs.", [
        new("runs", false, PositiveInteger, "Runs a variant that make the band; 8 unless said."),
        new("heldOut", false, Natural, "Further runs a variant, by which its rate of false rejects is measured; as many as \"runs\" unless said."),
        new("variation", false, Natural, "Runs a variant and variation; 2 unless said."),
        new("shared", false, YesNo, "The same seed gives all variants the same order of batches and initial numbers; false unless said."),
    ]);

    public static readonly CaseShape Measure = new("trainingMeasure", "A figure that is asked for.", [
        new("id", true, Text, "Short name, by which checks name it: test-accuracy."),
        new("of", true, OneOf("training-accuracy", "test-accuracy", "training-loss", "test-loss"), "Which figure; accuracies are in percent."),
        new("definition", false, OneOf("final", "during-epoch", "best-epoch"), "final: of the final model, in evaluation mode; during-epoch: the average over the last epoch while the model changed; best-epoch: of the epoch with the best test accuracy. final unless said."),
        new("say", false, Text, "What it is, for people."),
    ]);

    public static readonly CaseShape Recipe = new("training", "How reference runs are trained, from which `grader train` makes bands.", [
        new("data", true, An(Data), "The data set."),
        new("network", true, ListOfAny(Layers), "Its layers, first to last."),
        new("loss", false, OneOf("cross-entropy", "squared-error"), "The loss, on the last layer's numbers; cross-entropy unless said."),
        new("optimizer", true, An(Optimizer), "How parameters are updated."),
        new("schedule", false, An(Schedule), "How the learning rate goes over the epochs; constant unless said."),
        new("batch", true, PositiveInteger, "Examples a batch; what is left over is a smaller last one."),
        new("epochs", true, PositiveInteger, "Epochs."),
        new("variants", true, ListOf(Variant), "The variants that are asked for; one at least."),
        new("variations", false, ListOf(Variation), "What may vary between honest students, for the wider band."),
        new("seeds", false, An(Seeds), "How many runs."),
        new("measures", true, ListOf(Measure), "The figures that are asked for."),
        new("coverage", false, Fraction, "Share of honest students who are to lie inside all bands; 0.95 unless said."),
        new("confidence", false, Fraction, "How sure that is; 0.95 unless said."),
        new("folder", false, Text, "Where runs and bands stand; reference unless said."),
    ]);

    public static readonly CaseShape TrainedBand = new("trainedBand", "The band that the question's training runs made.", [
        new("variant", true, Text, "Id of the variant."),
        new("measure", true, Text, "Id of the measure."),
    ]);

    public static readonly CaseShape TrainedDifference = new("trainedDifference", "How far seeds alone move the difference of two variants.", [
        new("from", true, Text, "Id of the variant before."),
        new("to", true, Text, "Id of the variant after."),
        new("measure", true, Text, "Id of the measure."),
    ]);

    public static Sequence<CaseShape> Objects => [Recipe, Data, .. Layers, Optimizer, Schedule, Variant, Variation, Seeds, Measure, TrainedBand, TrainedDifference];

    private static CaseShape Plain(string name, string kind, string say) => new(name, say, [
        new("kind", true, $$"""{ "const": "{{kind}}" }""", "The kind of layer."),
        Only,
    ]);
}
