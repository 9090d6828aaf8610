using System.Diagnostics;
using Grader.Reference.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Grader.Training.Networks;

/// <summary>Runs that differ in their seed alone, trained at once.</summary>
/// <param name="Checkpoint">Where they are kept from epoch to epoch; null for nowhere.</param>
/// <param name="CheckpointEvery">Seconds between two checkpoints.</param>
internal sealed record GroupTask(TrainingRecipe Recipe, IReadOnlyList<PlannedRun> Runs, string? Checkpoint, double CheckpointEvery = 10);

/// <summary>Runs of several seeds at once, each with the initial numbers, the order of batches and (on the CPU) the dropout that it has alone. Their sums are added up in another order than <see cref="TrainingRun"/> does, so the bits are others; the same group on the same machine gives the same bits.</summary>
internal sealed class TrainingGroup : IDisposable
{
    private readonly GroupTask _task;
    private readonly DeviceData _training;
    private readonly DeviceData _test;
    private readonly Device _device;
    private readonly RunSettings _settings;
    private readonly List<RandomStreams> _streams;
    private readonly NetworkGroup _networks;
    private readonly ParameterUpdate _update;
    private readonly List<EpochFigures>[] _curves;
    private readonly int[] _bestEpochs;
    private List<Tensor> _best = [];
    private int _epochs;

    public TrainingGroup(GroupTask task, DeviceData training, DeviceData test, Device device)
    {
        (_task, _training, _test, _device) = (task, training, test, device);
        var (variant, variation) = (task.Runs[0].Variant, task.Runs[0].Variation);
        if (task.Runs.Any(run => (run.Variant, run.Variation) != (variant, variation)))
            throw new InvalidOperationException("runs of one group differ in their seed alone");
        _settings = task.Recipe.SettingsOf(variant, variation);
        _streams = [.. task.Runs.Select(run => new RandomStreams(RecipeText.Stream(task.Recipe, variant, variation), run.Seed))];
        _networks = new(task.Recipe.NetworkOf(variant), task.Recipe.Data.Image, Count, device);
        _networks.Initialize([.. _streams.Select(stream => stream.Initial)]);
        _update = ParameterUpdate.Of(_settings.Optimizer, _networks.Parameters);
        _curves = [.. task.Runs.Select(_ => new List<EpochFigures>())];
        _bestEpochs = new int[Count];
    }

    private int Count => _task.Runs.Count;

    /// <param name="after">Called after each epoch for each run that has not diverged before: its place in the group, and its figures. Of the group's seconds each has an equal share.</param>
    /// <returns>In the order of the runs.</returns>
    public IReadOnlyList<RunResult> Run(Action<int, EpochFigures> after, CancellationToken stopping)
    {
        using var scope = NewDisposeScope();
        if (_task.Checkpoint is { } path && Checkpoint.Read(path) is { } checkpoint)
            Resume(checkpoint);
        var sinceCheckpoint = Stopwatch.StartNew();
        while (_epochs < _settings.Epochs && !Enumerable.Range(0, Count).All(HasDiverged))
        {
            stopping.ThrowIfCancellationRequested();
            Take(Epoch(_epochs + 1), after);
            if (_task.Checkpoint is { } place && _epochs < _settings.Epochs && sinceCheckpoint.Elapsed.TotalSeconds >= _task.CheckpointEvery)
            {
                new Checkpoint([.. _curves.Zip(_bestEpochs, (curve, best) => new SavedRun(curve, best))], _update.Steps, [.. State.Concat(_best).Select(TensorBytes.Of)]).Write(place);
                sinceCheckpoint.Restart();
            }
        }

        var final = Evaluate(_training);
        var best = final;
        if (Enumerable.Range(0, Count).Any(run => !HasDiverged(run) && _bestEpochs[run] < _epochs))
        {
            TensorBytes.Restore(Learned, _best);
            best = Evaluate(_training);
        }

        return [.. Enumerable.Range(0, Count).Select(run => Result(run, final[run], best[run]))];
    }

    public void Dispose()
    {
        _networks.Dispose();
        _update.Dispose();
        foreach (var tensor in _best)
            tensor.Dispose();
    }

    /// <summary>What evaluation depends on.</summary>
    private List<Tensor> Learned => [_networks.Parameters, .. _networks.Running];

    private IEnumerable<Tensor> State => Learned.Concat(_update.Memory);

    private bool HasDiverged(int run) => _curves[run] is [.., var last] && !(last.Training.AreFinite && last.Test.AreFinite);

    private RunResult Result(int run, Figures final, Figures best) => HasDiverged(run)
        ? new(_curves[run], new(double.NaN, double.NaN), new(double.NaN, double.NaN), _curves[run].Count, true)
        : new(_curves[run], final, _bestEpochs[run] < _epochs ? best : final, _bestEpochs[run], false);

    private IReadOnlyList<EpochFigures> Epoch(int epoch)
    {
        var clock = Stopwatch.StartNew();
        using var scope = NewDisposeScope();
        var orders = stack(_streams.Select(stream => Order(stream, epoch)));
        using var masks = DropoutMasks.Of(_streams, epoch, _device);
        var loss = zeros(Count, dtype: ScalarType.Float64, device: _device);
        var right = zeros(Count, dtype: ScalarType.Int64, device: _device);
        var factor = LearningRate.Factor(_settings, epoch);
        foreach (var (start, length) in MiniBatches.Of(_training.Count, _settings.Batch))
            Batch(orders.narrow(1, start, length).reshape(-1), masks, loss, right, factor);
        // The first wait for the device in this epoch.
        var training = Averages(loss, right, _training.Count);
        var test = Evaluate(_test);
        var seconds = clock.Elapsed.TotalSeconds / Count;
        return [.. training.Zip(test, (during, atEnd) => new EpochFigures(epoch, during, atEnd, seconds))];
    }

    private Tensor Order(RandomStreams stream, int epoch)
    {
        using var generator = new Generator((ulong)stream.Order(epoch), CPU);
        return randperm(_training.Count, dtype: ScalarType.Int64, generator: generator).to(_device);
    }

    private void Batch(Tensor indices, DropoutMasks masks, Tensor loss, Tensor right, double rateFactor)
    {
        using var scope = NewDisposeScope();
        var (images, flatLabels) = _training.At(indices);
        var labels = flatLabels.view(Count, -1);
        var output = _networks.Forward(_networks.SideBySide(images), masks);
        var losses = Losses(output, labels);
        // No number of a network is in another's loss, so the sum's gradient is each one's own.
        var gradient = autograd.grad([losses.sum()], [_networks.Parameters])[0];
        using var _ = no_grad();
        loss.add_(losses, labels.shape[1]);
        right.add_(output.argmax(2).eq(labels).sum(1));
        _update.Step(_networks.Parameters, gradient, rateFactor);
    }

    /// <returns>The mean over its batch for each network.</returns>
    /// <param name="output"><c>[networks, batch, classes]</c>.</param>
    /// <param name="labels"><c>[networks, batch]</c>.</param>
    private Tensor Losses(Tensor output, Tensor labels) => _task.Recipe.Loss == LossFunction.CrossEntropy
        ? nn.functional.cross_entropy(output.flatten(0, 1), labels.reshape(-1), reduction: nn.Reduction.None).view(Count, -1).mean([1])
        : nn.functional.mse_loss(output, nn.functional.one_hot(labels, output.shape[2]).to_type(ScalarType.Float32), nn.Reduction.None).mean([1, 2]);

    private Figures[] Evaluate(DeviceData data)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var loss = zeros(Count, dtype: ScalarType.Float64, device: _device);
        var right = zeros(Count, dtype: ScalarType.Int64, device: _device);
        foreach (var (images, flatLabels) in data.Batches())
        {
            using var batch = NewDisposeScope();
            var output = _networks.Forward(_networks.Repeated(images), null);
            var labels = flatLabels.expand(Count, -1);
            loss.add_(Losses(output, labels), labels.shape[1]);
            right.add_(output.argmax(2).eq(labels).sum(1));
            images.Dispose();
            flatLabels.Dispose();
        }

        return Averages(loss, right, data.Count);
    }

    private static Figures[] Averages(Tensor loss, Tensor right, int count)
    {
        using var losses = loss.cpu();
        using var rights = right.cpu();
        return [.. losses.data<double>().ToArray().Zip(rights.data<long>().ToArray(), (sum, number) => new Figures(sum / count, 100.0 * number / count))];
    }

    private void Take(IReadOnlyList<EpochFigures> figures, Action<int, EpochFigures> after)
    {
        _epochs++;
        for (var run = 0; run < Count; run++)
        {
            if (HasDiverged(run))
                continue;
            _curves[run].Add(figures[run]);
            after(run, figures[run]);
            if (!HasDiverged(run) && (_bestEpochs[run] == 0 || figures[run].Test.Accuracy > _curves[run][_bestEpochs[run] - 1].Test.Accuracy))
                KeepBest(run);
        }
    }

    private void KeepBest(int run)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        if (_best.Count == 0)
            _best = Copies(Learned);
        foreach (var (kept, now) in _networks.ByNetwork(_best).Zip(_networks.ByNetwork(Learned)))
            kept[run].copy_(now[run]);
        _bestEpochs[run] = _epochs;
    }

    private static List<Tensor> Copies(IEnumerable<Tensor> tensors) => [.. tensors.Select(tensor => tensor.detach().clone().DetachFromDisposeScope())];

    /// <summary>Goes on from a checkpoint of these runs; another one is none.</summary>
    private void Resume(Checkpoint checkpoint)
    {
        using var scope = NewDisposeScope();
        var state = State.ToList();
        if (checkpoint.Runs.Count != Count || !TensorBytes.Fit(checkpoint.Tensors, [.. state, .. Learned]))
            return;
        foreach (var (index, (curve, best)) in checkpoint.Runs.Index())
        {
            _curves[index].AddRange(curve);
            _bestEpochs[index] = best;
        }

        _epochs = _curves.Max(curve => curve.Count);
        _update.Steps = checkpoint.Steps;
        _best = Copies(Learned);
        TensorBytes.Restore(state.Concat(_best), checkpoint.Tensors);
    }
}
