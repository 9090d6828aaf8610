using System.CommandLine;
using System.Globalization;
using Grader.Classroom;
using Grader.Classroom.Shards;
using Grader.Training.DataSets;
using Grader.Training.Runs;

namespace Grader.Training.Commands;

/// <summary>The options of training.</summary>
internal sealed class TrainOptions
{
    private const string Auto = "auto";

    public Argument<string> Assignment { get; } = new("ASSIGNMENT") { Description = "Its folder, its assignment.json, or its name in cases/." };

    public Option<string?> Question { get; } = new("-q") { Description = "Train this question alone.", HelpName = "ID" };

    public Option<bool> Resume { get; } = new("--resume") { Description = "Keep the runs that are there, and go on." };

    public Option<string?> Shard { get; } = new("--shard") { Description = "Train one of N parts of the runs; when all are done, --resume puts them together. auto, or auto/N, asks Slurm, Kubernetes or GitLab which.", HelpName = "I/N" };

    public Option<bool> Restart { get; } = new("--restart") { Description = "Begin anew though some runs are there." };

    public Option<string?> Data { get; } = new("--data") { Description = "Where the data set is: a folder or an archive.", HelpName = "PATH" };

    public Option<string> Cache { get; } = new("--cache") { Description = "Where downloads and unfinished runs are kept.", HelpName = "DIR", DefaultValueFactory = _ => DataFolder.DefaultCache };

    public Option<bool> Download { get; } = new("--download") { Description = "Fetch the data set from the case's address where it is not there." };

    public Option<bool> AcceptData { get; } = new("--accept-data") { Description = "Train also on files whose checksum is not the published one." };

    public Option<int> Jobs { get; } = new("--jobs") { Description = "Runs at once, each a process with one thread.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };

    public Option<string?> Together { get; } = new("--together") { Description = "Seeds that a process trains at once, or auto: as many as a measurement on the device says. Without it auto on a CUDA device, 1 on the CPU.", HelpName = "K" };

    public Option<string> Device { get; } = new("--device") { Description = "What computes: cpu, cuda, cuda:N.", HelpName = "NAME", DefaultValueFactory = _ => "cpu" };

    public Option<string?> Output { get; } = new("--output") { Description = "Where runs, bands and plots go; the question's folder in the case unless said.", HelpName = "DIR" };

    public Option<string> Note { get; } = new("--note") { Description = "What else who judges by the bands should know, for their provenance.", HelpName = "TEXT", DefaultValueFactory = _ => "" };

    public TrainOptions()
    {
        Shard.Validators.Add(result =>
        {
            try
            {
                if (result.Tokens is [{ Value: var text }])
                    ShardOf(text);
            }
            catch (ClassroomException error)
            {
                result.AddError(error.Message);
            }
        });
        Jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--jobs: write a number from 1 on.");
        });
        foreach (var place in new Option[] { Data, Cache, Output })
        {
            place.Validators.Add(result =>
            {
                if (result.Tokens is [{ Value: "" }])
                    result.AddError($"{place.Name}: write a path.");
            });
        }

        // Else the cache, or the digits that ship with the trainer, would be taken in its place without a word.
        Data.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { Length: > 0 } path }] && !Path.Exists(path))
                result.AddError($"--data {path}: there is no such file or folder.");
        });
        Together.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not (null or Auto) && Count(result.GetValueOrDefault<string>()) is null)
                result.AddError($"--together: write a number from 1 to {RunGroups.Largest}, or {Auto}.");
        });
    }

    /// <exception cref="ClassroomException">It says no shard.</exception>
    public static Shard ShardOf(string text) => Classroom.Shards.Shard.Parse(text, Environment.GetEnvironmentVariable);

    /// <returns>Null where a measurement decides.</returns>
    /// <param name="together">What <c>--together</c> says.</param>
    public static int? SeedsAtOnce(string? together, string device) => together is null && device == "cpu" ? 1 : Count(together);

    private static int? Count(string? together) => int.TryParse(together, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= RunGroups.Largest ? count : null;
}
