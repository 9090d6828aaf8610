using Grader.Reference.Training;

namespace Grader.Reference.Tests.Training;

/// <summary>What a recipe says, and what an author is told before anything is trained.</summary>
public sealed class RecipeTests
{
    [TestCase(TrainingQuestion.Network, null)]
    [TestCase("""{ "kind": "convolution", "kernels": 4, "kernel": 9 }, { "kind": "dense", "units": 10 }""", "q.json:4:15: Variant a: layer 1 (convolution) has a kernel of 9 × 9 and padding 0, and its input is 1 × 8 × 8. Take a smaller kernel, more padding, or less pooling before it.")]
    [TestCase("""{ "kind": "convolution", "kernels": 4, "kernel": 9, "padding": 1 }, { "kind": "dense", "units": 10 }""", null)]
    [TestCase("""{ "kind": "flatten" }, { "kind": "convolution", "kernels": 4, "kernel": 3 }, { "kind": "dense", "units": 10 }""", "q.json:4:38: Variant a: layer 2 (convolution) wants channels × height × width, and its input is a row of 64 numbers. Move it before the layer that flattens.")]
    [TestCase("""{ "kind": "pooling", "kernel": 3 }, { "kind": "pooling", "kernel": 3 }, { "kind": "dense", "units": 10 }""", "q.json:4:51: Variant a: layer 2 (pooling) has a window of 3 × 3, and its input is 1 × 2 × 2. Take a smaller window, or leave the layer out.")]
    [TestCase("""{ "kind": "dense", "units": 9 }""", "q.json:4:14: Variant a: the network gives out 9, and there are 10 classes. Let its last layer be { \"kind\": \"dense\", \"units\": 10 }; loss and accuracy are computed on its numbers as they are.")]
    [TestCase("""{ "kind": "dense", "units": 10, "only": ["b"] }""", "q.json:4:14: Variant a: the network gives out 1 × 8 × 8, and there are 10 classes. Let its last layer be { \"kind\": \"dense\", \"units\": 10 }; loss and accuracy are computed on its numbers as they are.")]
    [TestCase("""{ "kind": "dense", "units": 10 }, { "kind": "relu", "only": ["d"] }""", "q.json:4:49: There is no variant \"d\". Did you mean \"a\"?")]
    [TestCase("""{ "kind": "dens", "units": 10 }""", "q.json:4:25: There is no kind of layer \"dens\". Did you mean \"dense\"?")]
    [TestCase("""{ "kind": "dropout", "rate": 1 }, { "kind": "dense", "units": 10 }""", "q.json:4:44: \"rate\" is 1: nothing would be left. Write a share below 1.")]
    [TestCase("""{ "kind": "convolution", "kernels": 10000, "kernel": 3, "padding": 10000 }, { "kind": "dense", "units": 10 }""", "q.json:4:15: Variant a: layer 1 (convolution) gives out 10000 × 20006 × 20006: 4002400360000 numbers an image. At most 10000000 can be trained here. Take fewer kernels, less padding, or a larger stride.")]
    [TestCase("""{ "kind": "convolution", "kernels": 10000, "kernel": 10000, "padding": 5000 }, { "kind": "dense", "units": 10 }""", "q.json:4:15: Variant a: with layer 1 (convolution) the network has 1000000010000 parameters. At most 500000000 can be trained here. Take fewer units or kernels, or pool before it.")]
    [TestCase("""{ "kind": "dense", "units": 10000 }, { "kind": "dense", "units": 10000 }, { "kind": "dense", "units": 10000 }, { "kind": "dense", "units": 10000 }, { "kind": "dense", "units": 10000 }, { "kind": "dense", "units": 10 }""", null)]
    [TestCase("""{ "kind": "dense", "units": 10000 }, { "kind": "dense", "units": 10000 }, { "kind": "dense", "units": 10000 }, { "kind": "dense", "units": 10000 }, { "kind": "dense", "units": 10000 }, { "kind": "dense", "units": 10000 }, { "kind": "dense", "units": 10 }""", "q.json:4:200: Variant a: with layer 6 (dense) the network has 500700000 parameters. At most 500000000 can be trained here. Take fewer units or kernels, or pool before it.")]
    [TestCase("""{ "kind": "batch-normalization", "epsilon": -1 }, { "kind": "dense", "units": 10 }""", "q.json:4:59: \"epsilon\" is -1. Write 0 or more.")]
    [TestCase("""{ "kind": "batch-normalization", "epsilon": 0 }, { "kind": "dense", "units": 10 }""", null)]
    public void A_network_that_does_not_fit_is_told_with_layer_and_shapes(string network, string? told)
    {
        var problems = CaseReader.Read(TrainingQuestion.Case(network: network)).Problems.Items.Select(problem => problem.ToString());
        Assert.That(problems, told is null ? Is.Empty : Is.EqualTo(new[] { told }));
    }

    [TestCase("""{ "set": "digits", "shape": [1, 8, 8] }""", "\"shape\" is known of digits.")]
    [TestCase("""{ "set": "csv" }""", "The key \"training\" is missing.")]
    [TestCase("""{ "set": "csv", "training": "t.csv", "shape": [1, 8], "classes": 10 }""", "\"shape\" is no shape of an image.")]
    [TestCase("""{ "set": "digits", "mean": [0.5, 0.5] }""", "\"mean\" has 2 numbers, and an image has 1 channels.")]
    [TestCase("""{ "set": "digits", "deviation": [0] }""", "A deviation is not above 0.")]
    [TestCase("""{ "set": "csv", "training": "/etc/passwd", "shape": [1, 8, 8], "classes": 10 }""", "\"/etc/passwd\" is no path below the assignment's folder.")]
    [TestCase("""{ "set": "folder", "training": "a/../../b", "shape": [1, 8, 8], "classes": 10 }""", "\"a/../../b\" is no path below the assignment's folder.")]
    [TestCase("""{ "set": "csv", "training": "t.csv", "test": "C:x", "shape": [1, 8, 8], "classes": 10 }""", "\"C:x\" is no path below the assignment's folder.")]
    [TestCase("""{ "set": "csv", "training": "t.csv", "shape": [1000, 1000, 1000], "classes": 10 }""", "\"shape\" is no shape of an image.")]
    public void Data_that_are_wrong_are_told(string data, string told) =>
        Assert.That(CaseReader.Read(TrainingQuestion.Case(data: data)).Problems.Items.Select(problem => problem.Message), Does.Contain(told));

    [TestCase("\"rate\": 0.001", "\"rate\": 0", "\"rate\" is 0.")]
    [TestCase("\"rate\": 0.001", "\"rate\": 0.001, \"momentum\": 0.9", "\"momentum\" means nothing to adam.")]
    [TestCase("\"id\": \"b\"", "\"id\": \"a\"", "\"a\" stands twice.")]
    [TestCase("\"id\": \"long\"", "\"id\": \"../long\"", "\"../long\" is no id.")]
    [TestCase("\"epochs\": 3", "\"epochs\": 3, \"folder\": \"../x\"", "\"../x\" is no folder beside the question.")]
    [TestCase("\"epochs\": 3", "\"epochs\": 3, \"coverage\": 1", "\"coverage\" is 1.")]
    [TestCase("\"epochs\": 3", "\"epochs\": 3, \"confidence\": \"0.99999999999\"", "\"confidence\" is 0.99999999999.")]
    [TestCase("\"epochs\": 3", "\"epochs\": 3, \"coverage\": \"1/3\"", "\"coverage\" is 1/3.")]
    [TestCase("\"rate\": 0.001", "\"rate\": 0.001, \"beta1\": 1", "\"beta1\" is 1: nothing would be learned.")]
    [TestCase("\"rate\": 0.001", "\"rate\": 0.001, \"beta2\": 1", "\"beta2\" is 1: nothing would be learned.")]
    [TestCase("{ \"id\": \"long\", \"epochs\": 6 }", "{ \"id\": \"one\", \"batch\": 1 }", null)]
    [TestCase("\"batch\": 64,", "\"batch\": 64, \"schedule\": { \"kind\": \"step\" },", "A step schedule says after how many epochs it steps.")]
    public void Settings_that_are_wrong_are_told(string right, string wrong, string? told)
    {
        var problems = CaseReader.Read(TrainingQuestion.Case(rest: TrainingQuestion.Rest.Replace(right, wrong, StringComparison.Ordinal))).Problems.Items.Select(problem => problem.Message);
        Assert.That(problems, told is null ? Is.Empty : Does.Contain(told));
    }

    [TestCase("""{ "kind": "dense", "units": 8 }, { "kind": "batch-normalization" }, { "kind": "dense", "units": 10 }""", 1, "Variant a: layer 2 (batch-normalization) has one number a channel in a batch of 1, which has no deviation to divide by.")]
    [TestCase("""{ "kind": "pooling", "kernel": 8 }, { "kind": "batch-normalization" }, { "kind": "dense", "units": 10 }""", 1, "Variant a: layer 2 (batch-normalization) has one number a channel in a batch of 1, which has no deviation to divide by.")]
    [TestCase("""{ "kind": "dense", "units": 8 }, { "kind": "batch-normalization" }, { "kind": "dense", "units": 10 }""", 2, null)]
    [TestCase("""{ "kind": "batch-normalization" }, { "kind": "dense", "units": 10 }""", 1, null)]
    public void Normalisation_over_one_number_is_told(string network, int batch, string? told)
    {
        var problems = CaseReader.Read(TrainingQuestion.Case(network: network, rest: TrainingQuestion.Rest.Replace("\"epochs\": 6", $"\"batch\": {batch}", StringComparison.Ordinal))).Problems.Items.Select(problem => problem.Message);
        Assert.That(problems, told is null ? Is.Empty : Is.EqualTo(new[] { told }));
    }

    [TestCase(1000, null)]
    [TestCase(1001, "The network has 1001 layers.")]
    public void So_many_layers_are_told(int layers, string? told)
    {
        var network = string.Concat(Enumerable.Repeat("""{ "kind": "relu" }, """, layers - 1)) + """{ "kind": "dense", "units": 10 }""";
        Assert.That(CaseReader.Read(TrainingQuestion.Case(network: network)).Problems.Items.Select(problem => problem.Message), told is null ? Is.Empty : Is.EqualTo(new[] { told }));
    }

    [TestCase(""" "trained": { "variant": "c", "measure": "test" }""", "The training has no variant \"c\".")]
    [TestCase(""" "trained": { "variant": "a", "measure": "tests" }""", "The training has no measure \"tests\".")]
    [TestCase(""" "percent": true""", "The check has no band.")]
    public void A_band_that_nothing_makes_is_told(string band, string told) =>
        Assert.That(CaseReader.Read(MemoryCase.WithQuestion($$"""
            "training": { "data": { "set": "digits" }, "network": [{{TrainingQuestion.Network}}], {{TrainingQuestion.Rest}} },
            {{TrainingQuestion.Parts($$"""{ "id": "1a.x", "kind": "band", "ask": "?", "points": 1, {{band}} }""")}}
            """)).Problems.Items.Select(problem => problem.Message), Is.EqualTo(new[] { told }));

    [Test]
    public void A_trained_band_without_a_training_is_told() =>
        Assert.That(CaseReader.Read(MemoryCase.WithQuestion(TrainingQuestion.Parts(TrainingQuestion.Check(""" "trained": { "variant": "a", "measure": "test" }""")))).Problems.Items.Select(problem => problem.Message), Is.EqualTo(new[] { "The question trains nothing." }));

    [Test]
    public void A_variant_has_the_layers_that_are_its_own()
    {
        var recipe = TrainingQuestion.Recipe();
        Assert.That(recipe.NetworkOf("a").Items.Select(layer => layer.Kind), Is.EqualTo(new[] { "convolution", "activation", "pooling", "dense", "activation", "dense" }));
        Assert.That(recipe.NetworkOf("b").Count, Is.EqualTo(8));
        Assert.That(recipe.SettingsOf("a", "long").Epochs, Is.EqualTo(6));
    }

    /// <summary>hw5's LeNet: 16 channels of 5 × 5 before the dense layers.</summary>
    [Test]
    public void Shapes_of_LeNet_are_those_of_the_literature()
    {
        var recipe = CaseReader.Read(MemoryCase.FromFolder("hw5")).Assignment!.Questions.Items.Single(question => question.Training is not null).Training!.Recipe;
        Assert.That(NetworkShapes.Follow(recipe.NetworkOf("a"), recipe.Data.Image, 10, out var shapes), Is.Null);
        Assert.That(string.Join("; ", shapes.Items), Is.EqualTo("6 × 28 × 28; 6 × 28 × 28; 6 × 14 × 14; 16 × 10 × 10; 16 × 10 × 10; 16 × 5 × 5; 120; 120; 84; 84; 10"));
    }

    [TestCase("\"epochs\": 3", "\"epochs\": 4", true)]
    [TestCase("\"rate\": 0.001", "\"rate\": 0.0010", false)]
    [TestCase("\"rate\": 0.001", "\"rate\": 0.002", true)]
    [TestCase("\"runs\": 8", "\"runs\": 9", false)]
    [TestCase("\"variation\": 2", "\"variation\": 2, \"shared\": true", true)]
    [TestCase("\"epochs\": 6", "\"epochs\": 7", false)]
    public void The_hash_of_a_run_changes_with_what_it_is_trained_by_and_with_nothing_else(string right, string other, bool changes)
    {
        var (before, after) = (TrainingQuestion.Recipe(), TrainingQuestion.Recipe(rest: TrainingQuestion.Rest.Replace(right, other, StringComparison.Ordinal)));
        Assert.That(RecipeText.HashOfRun(before, "a", "") != RecipeText.HashOfRun(after, "a", ""), Is.EqualTo(changes));
    }

    /// <summary>Committed runs bear this hash: text that changes by accident would make them stale.</summary>
    [Test]
    public Task Text_of_a_recipe() => Verify(RecipeText.OfRun(TrainingQuestion.Recipe(), "b", "long"));

    [Test]
    public void Runs_that_make_bands_come_first()
    {
        var runs = PlannedRun.All(TrainingQuestion.Recipe()).ToList();
        Assert.That(runs.Take(16).Select(run => run.Role), Is.All.EqualTo(RunRole.Band));
        Assert.That(runs.Skip(16).Take(16).Select(run => run.Role), Is.All.EqualTo(RunRole.HeldOut));
        Assert.That(runs.Skip(32).Select(run => run.Role), Is.EqualTo(Enumerable.Repeat(RunRole.Variation, 4)));
        Assert.That(runs.Distinct().Count(), Is.EqualTo(36));
    }
}
