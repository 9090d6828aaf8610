using System.Security.Cryptography;
using System.Text;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;
using Grader.Classroom.Shards;
using Grader.Cli.Commands;
using Grader.Cli.Files;
using Grader.Cli.Intake;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Cli.Classes;

/// <summary>A class as it is found on disk: assignment, submissions, students, and what a run of it is made of.</summary>
/// <param name="Roster">Null for none.</param>
/// <param name="Tasks">Of the shard.</param>
internal sealed record ClassSetup(Assignment Assignment, ClassFolder Folder, Roster? Roster, ReadOnlyMemory<byte> RosterBytes, Sequence<ClassTask> Tasks, RunInputs Inputs, RunSource Source, ClassGrader Grader)
{
    /// <summary>From so many on, what finding them has left behind would stay beside all that grading takes.</summary>
    private const int Many = 10_000;

    /// <param name="given">What <c>--case</c> says; null for what <c>grader.json</c> names.</param>
    /// <param name="keyFile">What opens a sealed assignment; null for the key of the environment.</param>
    /// <param name="rosterFile">Null for none.</param>
    /// <exception cref="GraderException">Something of it is not there, or wrong.</exception>
    public static ClassSetup Open(string path, string? given, string? keyFile, string? rosterFile, Shard? shard, GradingBounds bounds, CancellationToken cancellation)
    {
        var setup = Find(path, given, keyFile, rosterFile, shard, bounds, cancellation);
        if (setup.Inputs.Submissions >= Many)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        bounds.BoundThisProcess();
        return setup;
    }

    /// <summary>The class of a complete run, by the bounds of the run.</summary>
    /// <param name="submissions">Where they are now; null for where they were. So with the assignment.</param>
    /// <exception cref="GraderException">Something of it is not there, or wrong.</exception>
    public static ClassSetup OfRun(string run, RunManifest manifest, string? submissions, string? assignment, string? keyFile, CancellationToken cancellation) =>
        Open(submissions ?? manifest.Source.Submissions, assignment ?? manifest.Source.Assignment, keyFile, manifest.Inputs.Roster.Length > 0 ? Path.Combine(run, RunFolder.RosterName) : null, manifest.Inputs.Shard, GradingBounds.Of(manifest.Source), cancellation);

    private static ClassSetup Find(string path, string? given, string? keyFile, string? rosterFile, Shard? shard, GradingBounds bounds, CancellationToken cancellation)
    {
        var configuration = ConfigurationFile.Find(Directory.GetCurrentDirectory());
        var converters = new Converters(configuration, cancellation);
        var name = given ?? configuration.Assignment ?? throw new GraderException(ExitCode.WrongUsage, "No assignment: give --case DIR, or name one in grader.json (\"assignment\": \"cases/hw5\").");
        // Opened once: a sealed assignment takes a moment, and a pipe gives it once.
        var (source, shown) = CaseFolder.Open(name, configuration.Folder, isPath: given is not null, keyFile);
        var assignment = CaseFolder.Load(source, shown, "");
        Assignment Variant(string student) => CaseReader.Read(source, student) is { Problems.Count: 0, Assignment: { } own } ? own : throw new GraderException(ExitCode.WrongCase, $"The variant of {student} has problems; grader case lint with --student tells them.");
        var folder = ClassFolder.Open(path, converters);
        byte[] rosterBytes = rosterFile is null ? [] : ReadRoster(rosterFile);
        var roster = rosterFile is null ? null : RosterReader.Read(rosterFile, rosterBytes);
        var match = roster is null ? null : new RosterMatch(roster);
        var tasks = folder.Submissions.Items.Where((_, position) => shard?.Has(position) ?? true)
            .Select(submission => new ClassTask(submission with { Authors = [] }, submission.Authors.Items.Select(author => match?.Match(author) ?? RosterMatch.Unmatched(author)).ToSequence())).ToSequence();
        return new(
            assignment,
            // Whose they are is known now; of a hundred thousand, nothing stays that nobody asks for.
            folder with { Submissions = [] },
            roster,
            rosterBytes,
            tasks,
            new(assignment.Id, assignment.Sha256, ProgramVersion.Build, Hash(configuration), roster is null ? "" : Convert.ToHexStringLower(SHA256.HashData(rosterBytes)), folder.Submissions.Count, RunInputs.HashOf(folder.Submissions.Items.Select(submission => submission.Name)), shard),
            new(Path.GetFullPath(path), CaseFolder.PathOf(name, configuration.Folder, isPath: given is not null), rosterFile is null ? "" : Path.GetFullPath(rosterFile)) { Title = assignment.Title, Seconds = (int)bounds.Time.TotalSeconds, MemoryMiB = bounds.MemoryMiB },
            new(folder with { Submissions = [] }, assignment, Variant, converters, bounds, new(GradeAloneCommand.Arguments(path, given, keyFile, rosterFile), bounds, cancellation), cancellation));
    }

    private static byte[] ReadRoster(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return !stream.CanSeek || stream.Length <= RosterReader.MostBytes ? BoundedBytes.Read(stream, path, RosterReader.MostBytes) : throw new GraderException(ExitCode.WrongUsage, $"{path}: larger than {RosterReader.MostBytes / 1024 / 1024} MiB, so hardly a roster.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GraderException(ExitCode.WrongUsage, $"--roster {path}: cannot be read ({error.Message.TrimEnd('.')}). Give a CSV file with a row a student.");
        }
    }

    private static string Hash(ConfigurationFile configuration) => configuration.Converters.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', configuration.Converters.OrderBy(converter => converter.Key, StringComparer.Ordinal).Select(converter => $"{converter.Key}\0{string.Join('\0', converter.Value.Items)}")))));
}
