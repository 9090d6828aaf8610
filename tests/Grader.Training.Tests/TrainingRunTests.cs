using Grader.Mathematics;
using Grader.Reference.Tests.Training;
using Grader.Reference.Training;
using Grader.Training.DataSets;
using Grader.Training.Networks;
using TorchSharp;

namespace Grader.Training.Tests;

/// <summary>One run on the shipped digits: right, the same each time, and whole after a stop.</summary>
[TestFixture]
public sealed class TrainingRunTests : TorchFixture
{
    private static readonly LoadedData Digits = DataLoader.Load(TrainingQuestion.Recipe().Data, new(null, "nowhere", false, false), "");

    private static RunResult Run(TrainingRecipe recipe, string variant = "b", string? checkpoint = null, int stopAfter = int.MaxValue, double checkpointEvery = 0)
    {
        using var training = new DeviceData(Digits.Training, recipe.Data, torch.CPU);
        using var test = new DeviceData(Digits.Test, recipe.Data, torch.CPU);
        using var run = new TrainingRun(new(recipe, new(variant, "", RunRole.Band, 1), checkpoint, checkpointEvery), training, test, torch.CPU);
        using var stopping = new CancellationTokenSource();
        return run.Run(epoch => { if (epoch.Epoch >= stopAfter) stopping.Cancel(); }, stopping.Token);
    }

    private static string Bits(RunResult result) => string.Join(' ', result.Curve.Select(epoch => $"{epoch.Training} {epoch.Test}").Append($"{result.FinalTraining} {result.BestTraining} {result.BestEpoch}"));

    private static TrainingRecipe Recipe(string was = "\"epochs\": 3", string now = "\"epochs\": 3") => TrainingQuestion.Recipe(rest: TrainingQuestion.Rest.Replace(was, now, StringComparison.Ordinal));

    [Test]
    public void It_learns()
    {
        var result = Run(Recipe("\"epochs\": 3", "\"epochs\": 12"), "a");
        Assert.That(result.Diverged, Is.False);
        Assert.That(result.Curve[^1].Test.Accuracy, Is.GreaterThan(70));
        Assert.That(result.Curve[^1].Training.Loss, Is.LessThan(result.Curve[0].Training.Loss * 0.6));
        Assert.That(result.Curve.Max(epoch => epoch.Test.Accuracy), Is.EqualTo(result.Curve[result.BestEpoch - 1].Test.Accuracy));
    }

    [TestCase(1)]
    [TestCase(2)]
    public void The_same_seed_gives_the_same_bits(int threads)
    {
        torch.set_num_threads(threads);
        try
        {
            var once = Bits(Run(Recipe()));
            Assert.That(Bits(Run(Recipe())), Is.EqualTo(once));
        }
        finally
        {
            torch.set_num_threads(1);
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    public void A_run_that_goes_on_after_a_stop_gives_the_same_bits(int stopAfter)
    {
        using var folder = new TemporaryFolder();
        Assert.That(() => Run(Recipe(), checkpoint: folder["c"], stopAfter: stopAfter), Throws.TypeOf<OperationCanceledException>());
        Assert.That(Checkpoint.Read(folder["c"])!.Runs[0].Curve, Has.Count.EqualTo(stopAfter));
        Assert.That(Bits(Run(Recipe(), checkpoint: folder["c"])), Is.EqualTo(Bits(Run(Recipe()))));
    }

    [Test]
    public void A_checkpoint_that_is_broken_is_none()
    {
        using var folder = new TemporaryFolder();
        Assert.That(() => Run(Recipe(), checkpoint: folder["c"], stopAfter: 2), Throws.TypeOf<OperationCanceledException>());
        var bytes = File.ReadAllBytes(folder["c"]);
        foreach (var broken in new[] { [], bytes[..20], bytes[..^1], [.. bytes[..^1], (byte)(bytes[^1] ^ 1)] })
        {
            File.WriteAllBytes(folder["c"], broken);
            Assert.That(Checkpoint.Read(folder["c"]), Is.Null);
        }

        Assert.That(Bits(Run(Recipe(), checkpoint: folder["c"])), Is.EqualTo(Bits(Run(Recipe()))));
    }

    [Test]
    public void A_checkpoint_that_cannot_be_written_leaves_the_old_one_and_nothing_beside_it()
    {
        using var folder = new TemporaryFolder();
        // Nobody can write a file where a folder of that name stands.
        Directory.CreateDirectory(folder["c/x"]);
        Assert.That(() => Run(Recipe(), checkpoint: folder["c"]), Throws.TypeOf<IOException>().With.Message.Contains("what was trained so far cannot be kept there").And.Message.Contains("--cache"));
        Assert.That(Directory.GetFiles(folder.Path), Is.Empty);
        File.WriteAllText(folder["file"], "");
        Assert.That(() => Run(Recipe(), checkpoint: folder["file/c"]), Throws.TypeOf<IOException>().With.Message.Contains("what was trained so far cannot be kept there"));
    }

    [Test]
    public void A_run_that_diverges_is_a_result()
    {
        var result = Run(Recipe("\"rate\": 0.001", "\"rate\": \"1e30\""));
        Assert.That(result.Diverged, Is.True);
        Assert.That(result.FinalTraining.AreFinite, Is.False);
    }

    [Test]
    public void Tensors_do_not_pile_up_over_epochs()
    {
        var recipe = Recipe("\"epochs\": 3", "\"epochs\": 50");
        using var training = new DeviceData(Digits.Test, recipe.Data, torch.CPU);
        using var run = new TrainingRun(new(recipe, new("b", "", RunRole.Band, 1), null), training, training, torch.CPU);
        var live = new List<long>();
        run.Run(_ => live.Add(torch.Tensor.TotalCount), CancellationToken.None);
        Assert.That(live.Skip(5).Distinct(), Has.Exactly(1).Items, string.Join(' ', live));
    }

    /// <summary>The flat vector and its update beside PyTorch's own modules and optimisers, from the same numbers on the same batches.</summary>
    [TestCase("""{ "kind": "adam", "rate": 0.003, "weightDecay": 0.01 }""")]
    [TestCase("""{ "kind": "sgd", "rate": 0.05, "momentum": 0.9, "weightDecay": 0.01 }""")]
    [TestCase("""{ "kind": "sgd", "rate": 0.05, "momentum": 0.9, "nesterov": true }""")]
    [TestCase("""{ "kind": "sgd", "rate": 0.05 }""")]
    public void Updates_are_those_of_PyTorch(string optimizer)
    {
        var recipe = TrainingQuestion.Recipe(network: """{ "kind": "convolution", "kernels": 3, "kernel": 3 }, { "kind": "batch-normalization" }, { "kind": "relu" }, { "kind": "pooling", "kernel": 2 }, { "kind": "dense", "units": 10 }""", rest: TrainingQuestion.Rest.Replace("""{ "kind": "adam", "rate": 0.001 }""", optimizer, StringComparison.Ordinal));
        using var data = new DeviceData(Digits.Training, recipe.Data, torch.CPU);
        using var network = new Network(recipe.NetworkOf("a"), recipe.Data.Image, torch.CPU);
        network.Initialize(1);
        using var update = ParameterUpdate.Of(recipe.Settings.Optimizer, network.Parameters);
        using var convolution = torch.nn.Conv2d(1, 3, 3);
        using var normalization = torch.nn.BatchNorm2d(3);
        using var dense = torch.nn.Linear(27, 10);
        using var theirs = torch.nn.Sequential(convolution, normalization, torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Flatten(), dense);
        Copy(network.Parameters, theirs);
        using var optimiser = Theirs(recipe.Settings.Optimizer, theirs);
        for (var step = 0; step < 10; step++)
        {
            using var scope = torch.NewDisposeScope();
            var (images, labels) = data.At(torch.arange(step * 64, (step + 1) * 64, dtype: torch.ScalarType.Int64));
            var gradient = torch.autograd.grad([torch.nn.functional.cross_entropy(network.Forward(images, true), labels)], [network.Parameters])[0];
            using (torch.no_grad())
                update.Step(network.Parameters, gradient, 1);
            optimiser.zero_grad();
            torch.nn.functional.cross_entropy(theirs.forward(images), labels).backward();
            optimiser.step();
        }

        using var flat = torch.cat([.. theirs.parameters().Select(parameter => parameter.detach().flatten())]);
        using var distance = (flat - network.Parameters.detach()).abs().max();
        Assert.That(distance.item<float>(), Is.LessThan(2e-5f));
        using var mean = (network.Running.First() - theirs.state_dict()["1.running_mean"]).abs().max();
        Assert.That(mean.item<float>(), Is.LessThan(1e-5f));
    }

    private static void Copy(torch.Tensor flat, torch.nn.Module module)
    {
        using var _ = torch.no_grad();
        var offset = 0L;
        foreach (var parameter in module.parameters())
        {
            parameter.copy_(flat.narrow(0, offset, parameter.numel()).view(parameter.shape));
            offset += parameter.numel();
        }
    }

    private static torch.optim.Optimizer Theirs(Optimizer optimizer, torch.nn.Module module) => optimizer is Adam adam
        ? torch.optim.Adam(module.parameters(), adam.Rate.ToDouble(), weight_decay: adam.WeightDecay.ToDouble())
        : optimizer is GradientDescent descent ? torch.optim.SGD(module.parameters(), descent.Rate.ToDouble(), descent.Momentum.ToDouble(), weight_decay: descent.WeightDecay.ToDouble(), nesterov: descent.Nesterov) : throw new InvalidOperationException();
}
