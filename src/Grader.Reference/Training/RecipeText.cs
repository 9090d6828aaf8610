using System.Security.Cryptography;
using System.Text;
using Grader.Mathematics;

namespace Grader.Reference.Training;

/// <summary>The recipe of one run as a text that says all it depends on and nothing else; equal texts are the same training.</summary>
public static class RecipeText
{
    private const int ShownHash = 16;

    /// <summary>What a run of a variant under a variation (empty for none) is trained by.</summary>
    public static string OfRun(TrainingRecipe recipe, string variant, string variation)
    {
        var settings = recipe.SettingsOf(variant, variation);
        var text = new StringBuilder("grader/run/v1\n");
        var data = recipe.Data;
        Line($"data {data.Name} {data.TrainingFile} {data.TestFile} {data.HoldOut}: {data.Image}, {data.Classes} classes, over {data.Largest}, mean {Numbers(data.Mean)}, deviation {Numbers(data.Deviation)}");
        foreach (var layer in recipe.NetworkOf(variant))
            Line(Layer(layer));
        Line($"loss {recipe.Loss}");
        Line(Optimizer(settings.Optimizer));
        Line(Schedule(settings.Schedule));
        Line($"batch {settings.Batch}, epochs {settings.Epochs}");
        Line($"stream {Stream(recipe, variant, variation)}");
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    /// <summary>What random numbers of a run are drawn by, besides its seed.</summary>
    public static string Stream(TrainingRecipe recipe, string variant, string variation) => $"{(recipe.Seeds.Shared ? "" : variant)}/{variation}";

    /// <summary>Of one run's recipe: the first 16 digits of a SHA-256.</summary>
    public static string HashOfRun(TrainingRecipe recipe, string variant, string variation) => Hash(OfRun(recipe, variant, variation));

    /// <summary>Of all that a question's bands depend on: the runs' recipes, the measures, and how the bands are made of them.</summary>
    public static string HashOfBands(TrainingRecipe recipe)
    {
        var runs = recipe.Variants.Items.Select(variant => $"{variant.Id}: {HashOfRun(recipe, variant.Id, "")}");
        var measures = recipe.Measures.Items.Select(measure => $"{measure.Id}: {measure.Of} {measure.Definition}");
        return Hash(string.Join('\n', runs.Concat(measures).Append($"{recipe.Coverage} {recipe.Confidence}")));
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..ShownHash];

    private static string Layer(NetworkLayer layer) => layer.Kind + layer switch
    {
        ConvolutionLayer convolution => $" kernels {convolution.Kernels}, kernel {convolution.Kernel}, stride {convolution.Stride}, padding {convolution.Padding}, bias {convolution.Bias}",
        PoolingLayer pooling => $" {(pooling.Maximum ? "maximum" : "average")}, kernel {pooling.Kernel}, stride {pooling.Stride}",
        DenseLayer dense => $" units {dense.Units}, bias {dense.Bias}",
        ActivationLayer activation => $" {activation.Function}",
        BatchNormalizationLayer normalization => $" epsilon {normalization.Epsilon}, momentum {normalization.Momentum}",
        DropoutLayer dropout => $" {dropout.Rate}",
        _ => "",
    };

    private static string Optimizer(Optimizer optimizer) => optimizer switch
    {
        Adam adam => $"adam {adam.Rate}, beta1 {adam.Beta1}, beta2 {adam.Beta2}, epsilon {adam.Epsilon}, decay {adam.WeightDecay}",
        GradientDescent descent => $"sgd {descent.Rate}, momentum {descent.Momentum}, nesterov {descent.Nesterov}, decay {descent.WeightDecay}",
        _ => throw new InvalidOperationException($"no text for {optimizer}"),
    };

    private static string Schedule(Schedule schedule) => "schedule " + schedule switch
    {
        StepRate step => $"step {step.Every}, {step.Factor}",
        CosineRate => "cosine",
        _ => "constant",
    };

    private static string Numbers(Sequence<Rational> numbers) => string.Join(", ", numbers.Items);
}
