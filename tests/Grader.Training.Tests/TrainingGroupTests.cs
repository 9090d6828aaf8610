using System.Globalization;
using System.Runtime.InteropServices;
using Grader.Reference.Tests.Training;
using Grader.Reference.Training;
using Grader.Training.DataSets;
using Grader.Training.Networks;
using TorchSharp;

namespace Grader.Training.Tests;

/// <summary>Several seeds at once: each as it is alone, the same each time, whole after a stop, and untouched by what becomes of the others.</summary>
[TestFixture]
public sealed class TrainingGroupTests : TorchFixture
{
    private const string Convolution = """{ "kind": "convolution", "kernels": 4, "kernel": 3, "padding": 1 }""";
    private const string Normalization = """{ "kind": "batch-normalization" }""";
    private const string Relu = """{ "kind": "relu" }""";
    private const string Pooling = """{ "kind": "pooling", "kernel": 2 }""";
    private const string Dense = """{ "kind": "dense", "units": 12 }""";
    private const string Last = """{ "kind": "dense", "units": 10 }""";
    private const string Adam = """{ "kind": "adam", "rate": 0.001 }""";

    private static readonly LoadedData Digits = DataLoader.Load(TrainingQuestion.Recipe().Data, new(null, "nowhere", false, false), "");

    private static TrainingRecipe Recipe(string network = TrainingQuestion.Network, string optimizer = Adam, int epochs = 2, string more = "") => TrainingQuestion.Recipe(
        network: network,
        rest: more + TrainingQuestion.Rest.Replace(Adam, optimizer, StringComparison.Ordinal).Replace("\"epochs\": 3", $"\"epochs\": {epochs}", StringComparison.Ordinal));

    private static List<PlannedRun> Seeds(string variant, params IEnumerable<int> seeds) => [.. seeds.Select(seed => new PlannedRun(variant, "", RunRole.Band, seed))];

    private static IReadOnlyList<RunResult> Together(TrainingRecipe recipe, List<PlannedRun> runs, string? checkpoint = null, int stopAfter = int.MaxValue, LoadedData? data = null)
    {
        using var training = new DeviceData((data ?? Digits).Training, recipe.Data, torch.CPU);
        using var test = new DeviceData((data ?? Digits).Test, recipe.Data, torch.CPU);
        using var group = new TrainingGroup(new(recipe, runs, checkpoint, 0), training, test, torch.CPU);
        using var stopping = new CancellationTokenSource();
        return group.Run((_, epoch) => { if (epoch.Epoch >= stopAfter) stopping.Cancel(); }, stopping.Token);
    }

    private static List<RunResult> Alone(TrainingRecipe recipe, List<PlannedRun> runs)
    {
        using var training = new DeviceData(Digits.Training, recipe.Data, torch.CPU);
        using var test = new DeviceData(Digits.Test, recipe.Data, torch.CPU);
        return [.. runs.Select(planned =>
        {
            using var run = new TrainingRun(new(recipe, planned, null), training, test, torch.CPU);
            return run.Run(_ => { }, CancellationToken.None);
        })];
    }

    private static string Bits(RunResult result) => string.Join(' ', result.Curve.Select(epoch => $"{epoch.Training} {epoch.Test}").Append($"{result.FinalTraining} {result.BestTraining} {result.BestEpoch} {result.Diverged}"));

    private static IEnumerable<TestCaseData> Kinds()
    {
        yield return Case("convolution without bias", $"{Convolution[..^2]}, \"bias\": false }}, {Relu}, {Last}");
        yield return Case("convolution with stride", $$"""{ "kind": "convolution", "kernels": 3, "kernel": 3, "stride": 2 }, {{Relu}}, {{Last}}""");
        yield return Case("two convolutions", $"{Convolution}, {Relu}, {Pooling}, {Convolution}, {Relu}, {Last}");
        yield return Case("average pooling", $$"""{{Convolution}}, { "kind": "pooling", "kernel": 3, "stride": 2, "takes": "average" }, {{Relu}}, {{Last}}""");
        yield return Case("global pooling", $$"""{{Convolution}}, {{Relu}}, { "kind": "global-pooling" }, {{Last}}""");
        yield return Case("flatten", $$"""{{Convolution}}, { "kind": "flatten" }, { "kind": "flatten" }, {{Last}}""");
        yield return Case("dense alone", $"{Dense}, {Relu}, {Last}");
        yield return Case("dense without bias", $$"""{ "kind": "dense", "units": 12, "bias": false }, { "kind": "tanh" }, {{Last}}""");
        yield return Case("tanh and sigmoid", $$"""{{Convolution}}, { "kind": "tanh" }, {{Dense}}, { "kind": "sigmoid" }, {{Last}}""");
        yield return Case("normalisation of channels", $"{Convolution}, {Normalization}, {Relu}, {Last}");
        yield return Case("normalisation of units", $"{Dense}, {Normalization}, {Relu}, {Last}");
        yield return Case("normalisation first", $"{Normalization}, {Dense}, {Relu}, {Last}");
        yield return Case("dropout of units", $$"""{{Dense}}, {{Relu}}, { "kind": "dropout", "rate": 0.3 }, {{Last}}""");
        yield return Case("dropout of channels", $$"""{{Convolution}}, {{Relu}}, { "kind": "dropout", "rate": 0.3 }, {{Dense}}, { "kind": "dropout", "rate": 0 }, { "kind": "dropout", "rate": 0.5 }, {{Last}}""");
        yield return Case("squared error", $"{Dense}, {Relu}, {Last}", more: "\"loss\": \"squared-error\", ");
        yield return Case("adam with decay", TrainingQuestion.Network, """{ "kind": "adam", "rate": 0.002, "weightDecay": 0.01, "beta1": 0.8 }""");
        yield return Case("descent", TrainingQuestion.Network, """{ "kind": "sgd", "rate": 0.05 }""");
        yield return Case("momentum", TrainingQuestion.Network, """{ "kind": "sgd", "rate": 0.02, "momentum": 0.9, "weightDecay": 0.001 }""");
        yield return Case("nesterov", TrainingQuestion.Network, """{ "kind": "sgd", "rate": 0.02, "momentum": 0.9, "nesterov": true }""");
        yield return Case("steps of the rate", TrainingQuestion.Network, more: """ "schedule": { "kind": "step", "every": 1, "factor": 0.5 }, """);

        static TestCaseData Case(string name, string network, string optimizer = Adam, string more = "") => new TestCaseData(network, optimizer, more).SetName($"Each_seed_is_as_it_is_alone({name})");
    }

    [TestCaseSource(nameof(Kinds))]
    public void Each_seed_is_as_it_is_alone(string network, string optimizer, string more)
    {
        var recipe = Recipe(network, optimizer, 2, more);
        var runs = Seeds("b", 1, 2, 7);
        foreach (var (alone, together) in Alone(recipe, runs).Zip(Together(recipe, runs)))
        {
            Assert.That(together.Curve, Has.Count.EqualTo(2));
            foreach (var (one, other) in alone.Curve.Zip(together.Curve))
            {
                Assert.That(other.Training.Loss, Is.EqualTo(one.Training.Loss).Within(0.1).Percent);
                // A rounding grows from step to step.
                Assert.That(other.Test.Loss, Is.EqualTo(one.Test.Loss).Within(one.Epoch == 1 ? 0.5 : 2).Percent);
                // Four images of 359.
                Assert.That(other.Test.Accuracy, Is.EqualTo(one.Test.Accuracy).Within(1.2));
            }

            Assert.That(together.FinalTraining.Loss, Is.EqualTo(alone.FinalTraining.Loss).Within(2).Percent);
            Assert.That(together.BestTraining.Accuracy, Is.EqualTo(alone.BestTraining.Accuracy).Within(1.5));
        }

        var losses = Together(recipe, runs).Select(result => result.Curve[0].Training.Loss);
        Assert.That(losses.Distinct().Count(), Is.EqualTo(3), "seeds that are alike were no seeds");
    }

    [Test]
    public void They_learn()
    {
        foreach (var result in Together(Recipe(epochs: 12), Seeds("a", 1, 2, 3)))
        {
            Assert.That(result.Diverged, Is.False);
            Assert.That(result.Curve[^1].Test.Accuracy, Is.GreaterThan(70));
            Assert.That(result.Curve.Max(epoch => epoch.Test.Accuracy), Is.EqualTo(result.Curve[result.BestEpoch - 1].Test.Accuracy));
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    public void The_same_seeds_give_the_same_bits(int threads)
    {
        torch.set_num_threads(threads);
        try
        {
            var once = Together(Recipe(), Seeds("b", 1, 2, 3)).Select(Bits).ToList();
            Assert.That(Together(Recipe(), Seeds("b", 1, 2, 3)).Select(Bits), Is.EqualTo(once));
        }
        finally
        {
            torch.set_num_threads(1);
        }
    }

    [Test]
    public void What_a_seed_draws_does_not_depend_on_its_neighbours()
    {
        var one = Together(Recipe(), Seeds("b", 1, 2, 3));
        var other = Together(Recipe(), Seeds("b", 8, 2, 9));
        Assert.That(Bits(other[1]), Is.EqualTo(Bits(one[1])));
        Assert.That(Bits(other[0]), Is.Not.EqualTo(Bits(one[0])));
    }

    [TestCase(1)]
    [TestCase(2)]
    public void A_group_that_goes_on_after_a_stop_gives_the_same_bits(int stopAfter)
    {
        using var folder = new TemporaryFolder();
        var runs = Seeds("b", 1, 2, 3);
        Assert.That(() => Together(Recipe(epochs: 4), runs, folder["c"], stopAfter), Throws.TypeOf<OperationCanceledException>());
        Assert.That(Checkpoint.Read(folder["c"])!.Runs.Select(run => run.Curve.Count), Is.EqualTo(new[] { stopAfter, stopAfter, stopAfter }));
        Assert.That(Together(Recipe(epochs: 4), runs, folder["c"]).Select(Bits), Is.EqualTo(Together(Recipe(epochs: 4), runs).Select(Bits)));
    }

    /// <summary>Of fewer seeds, of one, of a recipe with other shapes, or broken.</summary>
    [Test]
    public void A_checkpoint_of_something_else_is_none()
    {
        using var folder = new TemporaryFolder();
        Assert.That(() => Together(Recipe(), Seeds("b", 1, 2), folder["c"], 1), Throws.TypeOf<OperationCanceledException>());
        var whole = Together(Recipe(), Seeds("b", 1, 2, 3)).Select(Bits).ToList();
        Assert.That(Together(Recipe(), Seeds("b", 1, 2, 3), folder["c"]).Select(Bits), Is.EqualTo(whole));
        using var training = new DeviceData(Digits.Training, Recipe().Data, torch.CPU);
        using var run = new TrainingRun(new(Recipe(), Seeds("b", 1)[0], folder["c"]), training, training, torch.CPU);
        Assert.That(run.Run(_ => { }, CancellationToken.None).Curve, Has.Count.EqualTo(2));
    }

    /// <summary>Stopped after an epoch, one seed's parameters are made what divergence makes of them.</summary>
    [TestCase("b")]
    [TestCase("a")]
    public void A_seed_that_diverges_touches_no_other(string variant)
    {
        using var folder = new TemporaryFolder();
        var (recipe, runs) = (Recipe(epochs: 4), Seeds(variant, 1, 2, 3));
        var well = Together(recipe, runs);
        Assert.That(() => Together(recipe, runs, folder["c"], 1), Throws.TypeOf<OperationCanceledException>());
        var checkpoint = Checkpoint.Read(folder["c"])!;
        var parameters = MemoryMarshal.Cast<byte, float>(checkpoint.Tensors[0].AsSpan());
        var end = 0;
        foreach (var parameter in new NetworkPlan(recipe.NetworkOf(variant), recipe.Data.Image).Parameters)
        {
            parameters.Slice(end + (int)parameter.Size, (int)parameter.Size).Fill(float.NaN);
            end += runs.Count * (int)parameter.Size;
        }

        checkpoint.Write(folder["c"]);
        var results = Together(recipe, runs, folder["c"]);
        Assert.Multiple(() =>
        {
            Assert.That(results.Select(result => result.Diverged), Is.EqualTo(new[] { false, true, false }));
            Assert.That(results.Select(result => result.Curve.Count), Is.EqualTo(new[] { 4, 2, 4 }));
            Assert.That(results[1].FinalTraining.AreFinite, Is.False);
            Assert.That(Bits(results[0]), Is.EqualTo(Bits(well[0])));
            Assert.That(Bits(results[2]), Is.EqualTo(Bits(well[2])));
        });
    }

    [Test]
    public void Seeds_that_all_diverge_end_early()
    {
        var results = Together(Recipe(optimizer: """{ "kind": "sgd", "rate": "1e30" }""", epochs: 5), Seeds("a", 1, 2));
        Assert.That(results.Select(result => (result.Diverged, result.Curve.Count)), Is.All.EqualTo((true, 1)));
    }

    [Test]
    public void Tensors_do_not_pile_up_over_epochs()
    {
        var recipe = Recipe(epochs: 30);
        using var data = new DeviceData(Digits.Test, recipe.Data, torch.CPU);
        using var group = new TrainingGroup(new(recipe, Seeds("b", 1, 2, 3), null), data, data, torch.CPU);
        var live = new List<long>();
        group.Run((_, _) => live.Add(torch.Tensor.TotalCount), CancellationToken.None);
        Assert.That(live.Skip(15).Distinct(), Has.Exactly(1).Items, string.Join(' ', live));
    }

    /// <summary>What a device does that has one generator.</summary>
    [Test]
    public void Masks_of_one_generator_are_each_seeds_own()
    {
        var streams = Enumerable.Range(1, 3).Select(seed => new RandomStreams("b/", seed)).ToList();
        using var all = new ReseededMasks(streams, 1, torch.CPU);
        using var fewer = new ReseededMasks([streams[2], streams[0]], 1, torch.CPU);
        using var later = new ReseededMasks(streams, 2, torch.CPU);
        var (first, second) = (all.Next(50, new(20, 1, 1, true), 0.25), all.Next(50, new(20, 1, 1, true), 0.25));
        using var swapped = fewer.Next(50, new(20, 1, 1, true), 0.25);
        using var next = later.Next(50, new(20, 1, 1, true), 0.25);
        Assert.Multiple(() =>
        {
            Assert.That(first.shape, Is.EqualTo(new long[] { 3, 50, 20 }));
            Assert.That(swapped[0].Equals(first[2]), Is.True);
            Assert.That(swapped[1].Equals(first[0]), Is.True);
            Assert.That(first[0].Equals(first[1]), Is.False);
            Assert.That(first[0].Equals(second[0]), Is.False);
            Assert.That(first[0].Equals(next[0]), Is.False);
            Assert.That(first.mean().item<float>(), Is.EqualTo(1).Within(0.05));
            Assert.That(all.Next(5, new(2, 3, 4), 0.25).shape, Is.EqualTo(new long[] { 5, 3, 2, 3, 4 }));
        });
        first.Dispose();
        second.Dispose();
    }

    [TestCase("1: 1", 1)]
    [TestCase("1: 1, 4: 0.95, 8: 0.91", 1)]
    [TestCase("1: 1, 4: 0.5, 8: 0.3, 16: 0.4", 8)]
    [TestCase("1: 1, 4: 0.5, 8: 0.3, 16: -", 8)]
    [TestCase("1: 1, 4: -, 8: -, 16: -", 1)]
    [TestCase("1: 1, 4: 3, 8: 3", 1)]
    [TestCase("1: 1, 2: 0.6", 2)]
    [TestCase("1: -", 1)]
    public void As_many_are_trained_at_once_as_pays(string measured, int together)
    {
        var choice = TogetherMeasurement.Choose([.. measured.Split(", ").Select(one => one.Split(": ")).Select(one => (int.Parse(one[0], CultureInfo.InvariantCulture), one[1] == "-" ? (double?)null : double.Parse(one[1], CultureInfo.InvariantCulture)))]);
        Assert.That(choice.Together, Is.EqualTo(together));
        Assert.That(choice.Said, Does.EndWith(together == 1 ? "So each seed is trained alone." : $"So {together} seeds are trained at once."));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(9)]
    public void The_device_is_measured(int most)
    {
        var recipe = Recipe();
        using var training = new DeviceData(Digits.Training, recipe.Data, torch.CPU);
        using var test = new DeviceData(Digits.Test, recipe.Data, torch.CPU);
        var choice = TogetherMeasurement.Of(recipe, new("b", "long", RunRole.Variation, 1), most, training, test, torch.CPU);
        Assert.That(choice.Together, Is.AnyOf(1, 3, 4, 8).And.LessThanOrEqualTo(most));
        Assert.That(choice.Said, Does.Match(most switch { 1 => "alone\\. So", 3 => "alone, .* with 3 at once\\.", _ => "alone, .* with 4 at once, .* with 8 at once\\." }));
    }
}
