using System.Text;
using Grader.Cli;
using Grader.Cli.Files;
using Grader.Reference.Training;
using Grader.Training.Networks;

namespace Grader.Training.Runs;

/// <summary>The runs of a question on disk: rewritten after each, beside their place and renamed, so that a kill at any moment loses none that was finished.</summary>
internal sealed class RunStore
{
    private readonly string _folder;
    private readonly TrainingRecipe _recipe;
    private readonly List<RunRow> _rows = [];
    private readonly Dictionary<PlannedRun, IReadOnlyList<EpochFigures>> _curves = [];

    private RunStore(string folder, TrainingRecipe recipe) => (_folder, _recipe) = (folder, recipe);

    public IReadOnlyCollection<RunRow> Rows => _rows;

    public IReadOnlyDictionary<PlannedRun, IReadOnlyList<EpochFigures>> Curves => _curves;

    public string RunsPath => Path.Combine(_folder, RunTable.FileName);

    /// <summary>None is there yet, or none of those there counts.</summary>
    public static RunStore New(string folder, TrainingRecipe recipe) => new(folder, recipe);

    /// <summary>Runs of the present recipe are kept; those of an older one are not.</summary>
    /// <exception cref="GraderException">The file of runs cannot be read.</exception>
    public static RunStore Open(string folder, TrainingRecipe recipe)
    {
        var store = new RunStore(folder, recipe);
        if (!File.Exists(store.RunsPath))
            return store;
        var reading = RunTable.Read(store.RunsPath, File.ReadAllBytes(store.RunsPath));
        if (reading.Problems.Count > 0)
            throw new GraderException(ExitCode.WrongCase, $"{string.Join('\n', reading.Problems.Items)}\nMend the file, or write --restart to begin anew.");
        store._rows.AddRange(reading.Rows.Items.Where(row => row.Recipe == store.HashOf(row.Run)));
        var curves = Path.Combine(folder, CurveTable.FileName);
        if (File.Exists(curves))
        {
            foreach (var (run, curve) in CurveTable.Read(File.ReadAllText(curves), [.. store._rows.Select(row => row.Run).Distinct()]))
                store._curves[run] = curve;
        }

        return store;
    }

    public bool Has(PlannedRun run) => _rows.Exists(row => row.Run == run);

    /// <summary>Takes the roles that the recipe now gives to seeds: more seeds for the band make one of those held out.</summary>
    public void Replan()
    {
        var roles = PlannedRun.All(_recipe).ToDictionary(run => (run.Variant, run.Variation, run.Seed));
        for (var index = 0; index < _rows.Count; index++)
        {
            if (!roles.TryGetValue((_rows[index].Run.Variant, _rows[index].Run.Variation, _rows[index].Run.Seed), out var planned) || planned == _rows[index].Run)
                continue;
            if (_curves.Remove(_rows[index].Run, out var curve))
                _curves[planned] = curve;
            _rows[index] = _rows[index] with { Run = planned };
        }
    }

    /// <summary>Writes what was read, and leaves it where it is.</summary>
    /// <exception cref="GraderException">The place cannot be written.</exception>
    public void CopyTo(string folder)
    {
        var copy = new RunStore(folder, _recipe);
        copy.Write(CurveTable.FileName, CurveTable.Write(_curves));
        copy.Write(RunTable.FileName, RunTable.Write(_rows));
    }

    public void Clear()
    {
        _rows.Clear();
        _curves.Clear();
    }

    /// <summary>Runs that were trained at once are kept at once: a group is there whole or not at all.</summary>
    public void Add(IEnumerable<(PlannedRun Run, DoneMessage Done)> runs, string device, string library, string dataHash)
    {
        foreach (var (run, done) in runs)
        {
            _rows.AddRange(RowsOf(run, done, device, library, dataHash));
            _curves[run] = done.Curve;
        }

        Write();
    }

    /// <summary>Whether the runs can be written there is known before hours of training, not after.</summary>
    /// <exception cref="GraderException">They cannot.</exception>
    public void TryPlace()
    {
        const string Trial = ".writable";
        Write(Trial, "");
        File.Delete(Path.Combine(_folder, Trial));
        foreach (var file in new[] { RunTable.FileName, CurveTable.FileName, TrainedBands.FileName }.Where(file => Directory.Exists(Path.Combine(_folder, file))))
            throw new GraderException(ExitCode.Partial, $"{Path.Combine(_folder, file)}: a folder stands where this file is to be written.");
    }

    public void Take(IEnumerable<RunRow> rows)
    {
        _rows.AddRange(rows);
        Write(RunTable.FileName, RunTable.Write(_rows));
    }

    /// <summary>Takes the runs of another with their curves, in the place of the same ones here; nothing is written yet.</summary>
    /// <exception cref="GraderException">They are of other data.</exception>
    public void Take(RunStore other)
    {
        var data = other._rows.Select(row => row.Data).Concat(_rows.Where(row => !other.Has(row.Run)).Select(row => row.Data)).Distinct().ToList();
        if (data.Count > 1)
            throw new GraderException(ExitCode.Partial, $"{other.RunsPath}: these runs are of other data than the rest ({string.Join(", ", data)}). Train them on the same, or write --restart to begin anew.");
        _rows.RemoveAll(row => other.Has(row.Run));
        _rows.AddRange(other._rows);
        foreach (var (run, curve) in other._curves)
            _curves[run] = curve;
    }

    /// <summary>Writes all runs with their curves.</summary>
    public void Write()
    {
        // Curves first: a run that stands in the file of runs is there whole.
        Write(CurveTable.FileName, CurveTable.Write(_curves));
        Write(RunTable.FileName, RunTable.Write(_rows));
    }

    public void Write(string file, string text) => AtomicFile.Write(Path.Combine(_folder, file), text, "this cannot be written ({0}).");

    private IEnumerable<RunRow> RowsOf(PlannedRun run, DoneMessage done, string device, string library, string dataHash)
    {
        var last = done.Curve[^1];
        var best = done.Diverged ? last : done.Curve[done.BestEpoch - 1];
        yield return Row(MeasureDefinition.Final, done.FinalTraining, done.Diverged ? done.FinalTraining : last.Test, last.Epoch);
        yield return Row(MeasureDefinition.DuringEpoch, done.Diverged ? done.FinalTraining : last.Training, done.Diverged ? done.FinalTraining : last.Test, last.Epoch);
        yield return Row(MeasureDefinition.BestEpoch, done.BestTraining, done.Diverged ? done.FinalTraining : best.Test, best.Epoch);

        RunRow Row(MeasureDefinition definition, Figures training, Figures test, int epoch) =>
            new(run, definition, training.Accuracy, test.Accuracy, training.Loss, test.Loss, epoch, done.Seconds, device, library, HashOf(run), dataHash);
    }

    /// <summary>Empty for a variant or variation that the recipe no longer has, which no row bears.</summary>
    private string HashOf(PlannedRun run) => _recipe.Variants.Items.Any(variant => variant.Id == run.Variant) && (run.Variation.Length == 0 || _recipe.Variations.Items.Any(variation => variation.Id == run.Variation))
        ? RecipeText.HashOfRun(_recipe, run.Variant, run.Variation)
        : "none";
}
