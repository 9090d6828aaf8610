using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Grader.Cli;
using Grader.Mathematics;
using Grader.Reference.Training;
using Grader.Training.DataSets;
using Grader.Training.Native;
using Grader.Training.Networks;
using Grader.Training.Runs;
using TorchSharp;

namespace Grader.Training.Commands;

/// <summary><c>grader-train doctor</c>: what is here, whether it computes right, and how fast. On a GPU it is the one command that accepts that path: it trains the shipped digits there and compares with the CPU's band.</summary>
internal static class DoctorCommand
{
    private const int BandRuns = 8;

    /// <summary>Two dense layers on the digits: seconds on any machine.</summary>
    private static TrainingRecipe Recipe { get; } = new(
        new(PublishedDataSets.Digits, new(1, 8, 8), 10, 16, [0], [1], "", "", 5, ""),
        [
            new ConvolutionLayer([], 8, 3, 1, 1, true), new BatchNormalizationLayer([], Rational.Of(1, 100_000), Rational.Of(1, 10)), new ActivationLayer([], Activation.Relu),
            new PoolingLayer([], true, 2, 2), new DenseLayer([], 32, true), new ActivationLayer([], Activation.Relu), new DropoutLayer([], Rational.Of(1, 5)), new DenseLayer([], 10, true),
        ],
        LossFunction.CrossEntropy,
        new(new Adam(Rational.Of(2, 1000), 0, Rational.Of(9, 10), Rational.Of(999, 1000), Rational.PowerOfTen(-8)), new ConstantRate(), 64, 5),
        [new("doctor", "", new(null, null, null, null))],
        [],
        new(BandRuns, 0, 0, false),
        [new("test-loss", "test loss", Figure.TestLoss, MeasureDefinition.Final), new("test-accuracy", "test accuracy", Figure.TestAccuracy, MeasureDefinition.Final)],
        Rational.Of(95, 100),
        Rational.Of(95, 100),
        "reference");

    public static Command Create()
    {
        var device = new TrainOptions().Device;
        var command = new Command("doctor", "Tell versions, devices and speed, and whether the device trains as the CPU does.") { device };
        command.SetAction(parsed => (int)Run(parsed.GetRequiredValue(device)));
        return command;
    }

    private static ExitCode Run(string name)
    {
        Say($"platform     {RuntimeInformation.RuntimeIdentifier}, .NET {Environment.Version}, {Environment.ProcessorCount} cores");
        if (TorchLibrary.Trouble() is { } trouble)
        {
            Say($"libtorch     {trouble}");
            return ExitCode.Partial;
        }

        Say($"libtorch     {TorchDevice.Library}");
        Say($"CUDA         {(torch.cuda.is_available() ? $"{torch.cuda.device_count()} devices" : "none that this program can use")}");
        var data = DataLoader.Load(Recipe.Data, new(null, DataFolder.DefaultCache, false, false), "");
        var reference = Rows("cpu", data, Enumerable.Range(1, BandRuns), out var cpuRate);
        var bands = new BandMaker(Recipe, reference, new("digits", "cpu", TorchDevice.Library, "", "")).Make().Bands!;
        Say($"cpu          {cpuRate:0} images a second in training, one thread; test accuracy {bands.Bands[1].Mean.ToDecimal(2)} ± {bands.Bands[1].Deviation.ToDecimal(2)} %");
        var again = Rows("cpu", data, [1], out _);
        var same = again[0] with { Seconds = 0 } == reference[0] with { Seconds = 0 };
        Say($"same bits    {(same ? "yes: a seed run twice gave the same" : "NO: a seed run twice gave other figures")}");
        // New seeds: the same ones would be inside by construction on the CPU.
        var seeds = Enumerable.Range(BandRuns + 1, 3).ToList();
        var tried = Rows(name, data, seeds, out var rate);
        var inside = tried.Count(Inside);
        Say($"{name,-12} {rate:0} images a second in training; {inside} of {tried.Count} new seeds lie inside the CPU's bands");
        var atOnce = Rows(name, data, seeds, out var rateAtOnce, together: true);
        var insideAtOnce = atOnce.Count(Inside);
        Say($"at once      {rateAtOnce:0} images a second with {atOnce.Count} seeds trained at once; {insideAtOnce} of them lie inside the CPU's bands");
        return same && inside == tried.Count && insideAtOnce == atOnce.Count ? ExitCode.Done : ExitCode.AnswerIsNo;

        bool Inside(RunRow row) => bands.Bands.Items.All(band => !row.Diverged && band.Interval.Holds(Rational.FromDouble(row[Recipe.Measures.Items.First(measure => measure.Id == band.Measure).Of]!.Value)));
    }

    /// <param name="together">Train the seeds at once.</param>
    private static List<RunRow> Rows(string name, LoadedData data, IEnumerable<int> seeds, out double imagesPerSecond, bool together = false)
    {
        var device = TorchDevice.Open(name, 1);
        using var training = new DeviceData(data.Training, Recipe.Data, device);
        using var test = new DeviceData(data.Test, Recipe.Data, device);
        var clock = Stopwatch.StartNew();
        var runs = seeds.Select(seed => new PlannedRun("doctor", "", RunRole.Band, seed)).ToList();
        var results = together ? Group(runs, training, test, device) : [.. runs.Select(run => One(run, training, test, device))];
        imagesPerSecond = results.Sum(result => (long)training.Count * result.Curve.Count) / clock.Elapsed.TotalSeconds;
        return [.. runs.Zip(results, (run, result) => new RunRow(run, MeasureDefinition.Final, result.FinalTraining.Accuracy, result.Curve[^1].Test.Accuracy, result.FinalTraining.Loss, result.Curve[^1].Test.Loss, result.Curve.Count, result.Seconds, name, "", RecipeText.HashOfRun(Recipe, "doctor", ""), data.Hash))];
    }

    private static RunResult One(PlannedRun planned, DeviceData training, DeviceData test, torch.Device device)
    {
        using var run = new TrainingRun(new(Recipe, planned, null), training, test, device);
        return run.Run(_ => { }, CancellationToken.None);
    }

    private static IReadOnlyList<RunResult> Group(IReadOnlyList<PlannedRun> planned, DeviceData training, DeviceData test, torch.Device device)
    {
        using var group = new TrainingGroup(new(Recipe, planned, null), training, test, device);
        return group.Run((_, _) => { }, CancellationToken.None);
    }

    private static void Say(FormattableString line) => StandardOutput.Write(line.ToString(CultureInfo.InvariantCulture) + "\n");
}
