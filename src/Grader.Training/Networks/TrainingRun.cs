using System.Diagnostics;
using Grader.Reference.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Grader.Training.Networks;

/// <summary>What a run is trained by, wherever it runs.</summary>
/// <param name="Checkpoint">Where it is kept from epoch to epoch; null for nowhere.</param>
/// <param name="CheckpointEvery">Seconds between two checkpoints.</param>
internal sealed record RunTask(TrainingRecipe Recipe, PlannedRun Run, string? Checkpoint, double CheckpointEvery = 10);

/// <param name="BestTraining">Of the epoch with the best test accuracy.</param>
/// <param name="Diverged">The loss became NaN or infinite, in the last epoch of the curve.</param>
internal sealed record RunResult(IReadOnlyList<EpochFigures> Curve, Figures FinalTraining, Figures BestTraining, int BestEpoch, bool Diverged)
{
    public double Seconds => Curve.Sum(epoch => epoch.Seconds);
}

/// <summary>One run of a recipe. The same task on the same machine with as many threads gives the same bits, in one go or resumed.</summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly RunTask _task;
    private readonly DeviceData _training;
    private readonly DeviceData _test;
    private readonly Device _device;
    private readonly RunSettings _settings;
    private readonly RandomStreams _streams;
    private readonly Network _network;
    private readonly ParameterUpdate _update;
    private readonly List<EpochFigures> _curve = [];
    private List<Tensor> _best = [];
    private int _bestEpoch;

    public TrainingRun(RunTask task, DeviceData training, DeviceData test, Device device)
    {
        (_task, _training, _test, _device) = (task, training, test, device);
        var run = task.Run;
        _settings = task.Recipe.SettingsOf(run.Variant, run.Variation);
        _streams = new(RecipeText.Stream(task.Recipe, run.Variant, run.Variation), run.Seed);
        _network = new(task.Recipe.NetworkOf(run.Variant), task.Recipe.Data.Image, device);
        _network.Initialize(_streams.Initial);
        _update = ParameterUpdate.Of(_settings.Optimizer, _network.Parameters);
    }

    /// <param name="after">Called after each epoch.</param>
    public RunResult Run(Action<EpochFigures> after, CancellationToken stopping)
    {
        using var scope = NewDisposeScope();
        if (_task.Checkpoint is { } path && Checkpoint.Read(path) is { } checkpoint)
            Resume(checkpoint);
        var sinceCheckpoint = Stopwatch.StartNew();
        for (var epoch = _curve.Count + 1; epoch <= _settings.Epochs; epoch++)
        {
            stopping.ThrowIfCancellationRequested();
            var figures = Epoch(epoch);
            _curve.Add(figures);
            after(figures);
            if (!figures.Training.AreFinite || !figures.Test.AreFinite)
                return new(_curve, new(double.NaN, double.NaN), new(double.NaN, double.NaN), epoch, true);
            if (_bestEpoch == 0 || figures.Test.Accuracy > _curve[_bestEpoch - 1].Test.Accuracy)
                KeepBest(epoch);
            if (_task.Checkpoint is { } place && epoch < _settings.Epochs && sinceCheckpoint.Elapsed.TotalSeconds >= _task.CheckpointEvery)
            {
                new Checkpoint([new(_curve, _bestEpoch)], _update.Steps, [.. State.Concat(_best).Select(TensorBytes.Of)]).Write(place);
                sinceCheckpoint.Restart();
            }
        }

        var final = Evaluate(_training);
        var best = final;
        if (_bestEpoch < _settings.Epochs)
        {
            TensorBytes.Restore(Learned, _best);
            best = Evaluate(_training);
        }

        return new(_curve, final, best, _bestEpoch, false);
    }

    public void Dispose()
    {
        _network.Dispose();
        _update.Dispose();
        foreach (var tensor in _best)
            tensor.Dispose();
    }

    /// <summary>What evaluation depends on.</summary>
    private IEnumerable<Tensor> Learned => _network.Running.Prepend(_network.Parameters);

    private IEnumerable<Tensor> State => Learned.Concat(_update.Memory);

    private EpochFigures Epoch(int epoch)
    {
        var clock = Stopwatch.StartNew();
        using var scope = NewDisposeScope();
        using var generator = new Generator((ulong)_streams.Order(epoch), CPU);
        var order = randperm(_training.Count, dtype: ScalarType.Int64, generator: generator).to(_device);
        manual_seed(_streams.Dropout(epoch));
        var loss = zeros(1, dtype: ScalarType.Float64, device: _device);
        var right = zeros(1, dtype: ScalarType.Int64, device: _device);
        var factor = LearningRate.Factor(_settings, epoch);
        foreach (var (start, length) in MiniBatches.Of(_training.Count, _settings.Batch))
            Batch(order.narrow(0, start, length), loss, right, factor);

        // The first wait for the device in this epoch.
        var training = new Figures(loss.item<double>() / _training.Count, 100.0 * right.item<long>() / _training.Count);
        return new(epoch, training, Evaluate(_test), clock.Elapsed.TotalSeconds);
    }

    private void Batch(Tensor indices, Tensor loss, Tensor right, double rateFactor)
    {
        using var scope = NewDisposeScope();
        var (images, labels) = _training.At(indices);
        var output = _network.Forward(images, true);
        var batchLoss = Loss(output, labels);
        var gradient = autograd.grad([batchLoss], [_network.Parameters])[0];
        using var _ = no_grad();
        loss.add_(batchLoss, labels.shape[0]);
        right.add_(output.argmax(1).eq(labels).sum());
        _update.Step(_network.Parameters, gradient, rateFactor);
    }

    private Tensor Loss(Tensor output, Tensor labels) => _task.Recipe.Loss == LossFunction.CrossEntropy
        ? nn.functional.cross_entropy(output, labels)
        : nn.functional.mse_loss(output, nn.functional.one_hot(labels, output.shape[1]).to_type(ScalarType.Float32));

    private Figures Evaluate(DeviceData data)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var loss = zeros(1, dtype: ScalarType.Float64, device: _device);
        var right = zeros(1, dtype: ScalarType.Int64, device: _device);
        foreach (var (images, labels) in data.Batches())
        {
            using var batch = NewDisposeScope();
            var output = _network.Forward(images, false);
            loss.add_(Loss(output, labels), labels.shape[0]);
            right.add_(output.argmax(1).eq(labels).sum());
            images.Dispose();
            labels.Dispose();
        }

        return new(loss.item<double>() / data.Count, 100.0 * right.item<long>() / data.Count);
    }

    private void KeepBest(int epoch)
    {
        using var scope = NewDisposeScope();
        foreach (var tensor in _best)
            tensor.Dispose();
        _best = [.. Learned.Select(tensor => tensor.detach().clone().DetachFromDisposeScope())];
        _bestEpoch = epoch;
    }

    private void Resume(Checkpoint checkpoint)
    {
        var state = State.ToList();
        if (checkpoint.Runs is not [var (curve, bestEpoch)] || !TensorBytes.Fit(checkpoint.Tensors, [.. state, .. Learned]))
            return;
        _curve.AddRange(curve);
        _update.Steps = checkpoint.Steps;
        KeepBest(bestEpoch);
        TensorBytes.Restore(state.Concat(_best), checkpoint.Tensors);
    }
}
