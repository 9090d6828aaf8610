using Grader.Mathematics;
using Grader.Reference.Training;

namespace Grader.Reference.Cases;

/// <summary>Reads a question's training recipe, and tells what would not train before anything is trained.</summary>
internal static class TrainingReader
{
    private const int MostLayers = 1000;

    /// <summary>Nearer to 1 no sample of runs is large enough, nor are the quantiles exact.</summary>
    private static readonly Rational LargestShare = Rational.Of(999, 1000);

    private static readonly string[] Figures = ["training-accuracy", "test-accuracy", "training-loss", "test-loss"];
    private static readonly string[] Definitions = ["final", "during-epoch", "best-epoch"];

    /// <returns>Null where there is none, or where it has problems.</returns>
    public static TrainingRecipe? Read(ObjectReader question)
    {
        var before = question.Problems.Count;
        if (question.Object("training", TrainingShapes.Recipe) is not { } reader || question.Problems.Count > before)
            return null;
        var variants = reader.Objects("variants", TrainingShapes.Variant).Select(variant => new TrainingVariant(variant.Text("id"), variant.Text("say"), SettingsReader.Read(variant))).ToSequence();
        var variations = reader.Objects("variations", TrainingShapes.Variation).Select(variation => new Variation(variation.Text("id"), SettingsReader.Read(variation))).ToSequence();
        var measures = reader.Objects("measures", TrainingShapes.Measure).Select(ReadMeasure).ToSequence();
        var settings = SettingsReader.Read(reader);
        CheckNames(reader, "variants", variants.Items.Select(variant => variant.Id));
        CheckNames(reader, "variations", variations.Items.Select(variation => variation.Id));
        CheckNames(reader, "measures", measures.Items.Select(measure => measure.Id));
        var data = ReadData(reader.Object("data", TrainingShapes.Data)!);
        var layers = reader.Items("network").Select(new LayerReader(reader.Problems).Read).ToList();
        if (question.Problems.Count > before)
            return null;
        var recipe = new TrainingRecipe(
            data,
            layers.OfType<NetworkLayer>().ToSequence(),
            reader.OneOf("loss", "cross-entropy", "squared-error") == "squared-error" ? LossFunction.SquaredError : LossFunction.CrossEntropy,
            new(settings.Optimizer!, settings.Schedule ?? new ConstantRate(), settings.Batch!.Value, settings.Epochs!.Value),
            variants,
            variations,
            ReadSeeds(reader.Object("seeds", TrainingShapes.Seeds)),
            measures,
            Inside(reader, "coverage"),
            Inside(reader, "confidence"),
            Folder(reader));
        CheckNetwork(reader, recipe);
        return question.Problems.Count > before ? null : recipe;
    }

    private static RecipeMeasure ReadMeasure(ObjectReader reader) => new(
        reader.Text("id"),
        reader.Node("say") is null ? reader.Text("id") : reader.Text("say"),
        (Figure)Array.IndexOf(Figures, reader.OneOf("of", Figures)),
        (MeasureDefinition)Array.IndexOf(Definitions, reader.OneOf("definition", Definitions)));

    private static DataSet ReadData(ObjectReader reader)
    {
        var name = reader.OneOf("set", TrainingShapes.DataSets);
        var known = PublishedDataSets.Find(name);
        foreach (var key in known is null ? [] : new[] { "training", "test", "holdOut", "shape", "classes", "largest" })
        {
            if (reader.Node(key) is not null)
                reader.Problems.Add(reader.PlaceOf(key), $"\"{key}\" is known of {name}.", "Leave it out.");
        }

        foreach (var key in known is not null ? [] : new[] { "training", "shape", "classes" })
        {
            if (reader.Node(key) is null)
                reader.Problems.Add(reader.Place, $"The key \"{key}\" is missing.", $"A data set of your own says its \"training\", \"shape\" and \"classes\".");
        }

        var image = known?.Image ?? Shape(reader);
        var test = known is null ? FileName(reader, "test") : "";
        return new(
            name,
            image,
            known?.Classes ?? Math.Max(2, reader.Integer("classes", 2, 2)),
            known?.Largest ?? (name == "folder" ? 255 : Largest(reader)),
            PerChannel(reader, "mean", 0, image.Channels),
            PerChannel(reader, "deviation", 1, image.Channels),
            known is null ? FileName(reader, "training") : "",
            test,
            known?.HoldOut ?? (test.Length > 0 ? 0 : reader.Integer("holdOut", 2, 5)),
            reader.Node("address") is null ? "" : reader.Text("address"));
    }

    private static FeatureShape Shape(ObjectReader reader)
    {
        var sides = reader.Items("shape").Select(side => side is CaseNumber { Value: { IsInteger: true } value } && value.Sign > 0 && value <= 10_000 ? (int)value.Numerator : 0).ToList();
        if (sides is [> 0, > 0, > 0] && new FeatureShape(sides[0], sides[1], sides[2]) is { Count: <= NetworkShapes.MostNumbers } shape)
            return shape;
        if (reader.Node("shape") is not null)
            reader.Problems.Add(reader.PlaceOf("shape"), "\"shape\" is no shape of an image.", $"Write channels, height and width: [1, 8, 8]; at most {NetworkShapes.MostNumbers} numbers.");
        return new(1, 1, 1);
    }

    private static Rational Largest(ObjectReader reader)
    {
        var largest = reader.Rational("largest", Rational.One);
        if (largest.Sign > 0)
            return largest;
        reader.Problems.Add(reader.PlaceOf("largest"), $"\"largest\" is {largest}.", "Write a number above 0.");
        return Rational.One;
    }

    private static Sequence<Rational> PerChannel(ObjectReader reader, string key, int otherwise, int channels)
    {
        var numbers = reader.Items(key).Select(item => reader.AsRational(item)).ToSequence();
        if (reader.Node(key) is null)
            return [otherwise];
        if (numbers.Count != 1 && numbers.Count != channels)
            reader.Problems.Add(reader.PlaceOf(key), $"\"{key}\" has {numbers.Count} numbers, and an image has {channels} channels.", "Write one for all channels, or one for each.");
        if (key == "deviation" && numbers.Items.Any(number => number.Sign <= 0))
            reader.Problems.Add(reader.PlaceOf(key), "A deviation is not above 0.", "Write numbers above 0.");
        return numbers;
    }

    private static SeedPlan ReadSeeds(ObjectReader? reader)
    {
        if (reader is null)
            return new(8, 8, 2, false);
        var runs = reader.Integer("runs", 2, 8);
        return new(runs, reader.Integer("heldOut", 0, runs), reader.Integer("variation", 0, 2), reader.Truth("shared", false));
    }

    private static Rational Inside(ObjectReader reader, string key)
    {
        var share = reader.Share(key, Rational.Of(95, 100));
        if (share >= Rational.Of(1, 2) && share <= LargestShare)
            return share;
        reader.Problems.Add(reader.PlaceOf(key), $"\"{key}\" is {share}.", "Write a share from 0.5 to 0.999: 0.95.");
        return Rational.Of(95, 100);
    }

    private static string Folder(ObjectReader reader)
    {
        var folder = reader.Node("folder") is null ? "reference" : reader.Text("folder");
        if (IsBelow(folder))
            return folder;
        reader.Problems.Add(reader.PlaceOf("folder"), $"\"{folder}\" is no folder beside the question.", "Write a name: reference.");
        return "reference";
    }

    /// <summary>A case reads nothing outside of its folder.</summary>
    /// <returns>Empty where there is none.</returns>
    private static string FileName(ObjectReader reader, string key)
    {
        if (reader.Node(key) is null)
            return "";
        var name = reader.Text(key);
        if (name != "." && !IsBelow(name))
            reader.Problems.Add(reader.PlaceOf(key), $"\"{name}\" is no path below the assignment's folder.", "Write one without \"..\": data/train.csv. Data that stand elsewhere are named by --data.");
        return name;
    }

    private static bool IsBelow(string path) => path.Split('/').All(part => part.Length > 0 && part[0] != '.' && !part.Contains('\\', StringComparison.Ordinal) && !part.Contains(':', StringComparison.Ordinal));

    /// <summary>Names stand in CSV files and in names of files.</summary>
    private static void CheckNames(ObjectReader reader, string key, IEnumerable<string> names)
    {
        var items = reader.Items(key);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, node) in names.Zip(items))
        {
            if (!seen.Add(name))
                reader.Problems.Add(node.Place, $"\"{name}\" stands twice.", "Choose another id.");
            else if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
                reader.Problems.Add(node.Place, $"\"{name}\" is no id.", "Use letters, digits, hyphens and points.");
        }
    }

    private static void CheckNetwork(ObjectReader reader, TrainingRecipe recipe)
    {
        var nodes = reader.Items("network");
        if (recipe.Network.Count > MostLayers)
        {
            reader.Problems.Add(reader.PlaceOf("network"), $"The network has {recipe.Network.Count} layers.", $"At most {MostLayers} can be trained here.");
            return;
        }

        var variants = recipe.Variants.Items.Select(variant => variant.Id).ToList();
        foreach (var (layer, node) in recipe.Network.Items.Zip(nodes))
        {
            foreach (var name in layer.Only.Items.Where(name => !variants.Contains(name)))
                reader.Problems.Add(node.Place, $"There is no variant \"{name}\".", Suggestion.For(name, variants));
        }

        var told = new HashSet<ShapeProblem>();
        foreach (var variant in variants)
        {
            var layers = recipe.NetworkOf(variant);
            if ((NetworkShapes.Follow(layers, recipe.Data.Image, recipe.Data.Classes, out var shapes) ?? Unnormalizable(recipe, variant, layers, shapes)) is not { } problem || !told.Add(problem))
                continue;
            var place = problem.Layer <= layers.Count ? nodes.Where((_, index) => recipe.Network[index].IsIn(variant)).ElementAt(problem.Layer - 1).Place : reader.PlaceOf("network");
            reader.Problems.Add(place, variants.Count == 1 ? problem.Message : $"Variant {variant}: {char.ToLowerInvariant(problem.Message[0])}{problem.Message.AsSpan(1)}", problem.Advice);
        }
    }

    /// <summary>Batch normalisation divides by the deviation of a channel over the batch and its positions; of one number there is none.</summary>
    private static ShapeProblem? Unnormalizable(TrainingRecipe recipe, string variant, Sequence<NetworkLayer> layers, Sequence<FeatureShape> shapes)
    {
        if (recipe.Variations.Items.Select(variation => variation.Id).Prepend("").All(variation => recipe.SettingsOf(variant, variation).Batch > 1))
            return null;
        return layers.Items.Zip(shapes.Items).Index()
            .Where(layer => layer.Item is (BatchNormalizationLayer, { Height: 1, Width: 1 }))
            .Select(layer => new ShapeProblem(layer.Index + 1, $"Layer {layer.Index + 1} (batch-normalization) has one number a channel in a batch of 1, which has no deviation to divide by.", "Take larger batches."))
            .FirstOrDefault();
    }
}
