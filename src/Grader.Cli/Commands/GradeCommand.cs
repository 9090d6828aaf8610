using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Grader.Classroom.Layouts;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;
using Grader.Classroom.Shards;
using Grader.Cli.Classes;
using Grader.Cli.Files;
using Grader.Cli.Intake;
using Grader.Mathematics;

namespace Grader.Cli.Commands;

/// <summary><c>grader grade DIR -o RUN</c>: grades a whole class, several submissions at once, into a folder of plain files.</summary>
internal static class GradeCommand
{
    private const int DefaultSeconds = 60;
    private const int MostSeconds = 24 * 60 * 60;
    private const int MostRoster = 64 * 1024 * 1024;

    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder that holds the submissions: files, archives, folders; a download of Canvas, Moodle or Gradescope; clones of GitHub Classroom or Classroom 50." };
        var output = new Option<string>("-o", "--output") { Description = $"The run's folder: {RunFolder.Gradebook}, {RunFolder.Results}, {RunFolder.Manifest}. A run that was stopped there goes on. {{shard}} stands for the shard.", HelpName = "RUN", Required = true };
        var assignment = new Option<string?>("--case") { Description = "The assignment: its folder, its assignment.json, or its name in cases/. Default: what grader.json names.", HelpName = "DIR|FILE" };
        var roster = new Option<string?>("--roster") { Description = "The students, as CSV with a header: id, login, email, github_username, name, section, or what Canvas and Moodle export.", HelpName = "FILE" };
        var jobs = new Option<int>("-j", "--jobs") { Description = "How many are graded at once. Default: one a core.", DefaultValueFactory = _ => -1, HelpName = "N" };
        jobs.Validators.Add(result => AssignmentArguments.Within(result, "--jobs", 1, 1024));
        var seconds = new Option<int>("--seconds") { Description = "How long one submission may take.", DefaultValueFactory = _ => DefaultSeconds, HelpName = "N" };
        seconds.Validators.Add(result => AssignmentArguments.Within(result, "--seconds", 1, MostSeconds));
        var shard = new Option<string?>("--shard") { Description = "Grade one of N parts; grader merge puts them together. auto, or auto/N, asks Slurm, Kubernetes or GitLab which.", HelpName = "I/N" };
        var restart = new Option<bool>("--restart") { Description = "Forget what stands in RUN, and grade all anew." };

        var command = new Command("grade", "Grade a whole class into a folder: results, and a gradebook with a row a student. Stopped at any moment, the same command goes on.") { folder, output, assignment, roster, jobs, seconds, shard, restart };
        command.SetAction(parsed => (int)new Grade(
            parsed.GetRequiredValue(folder),
            parsed.GetRequiredValue(output),
            parsed.GetValue(assignment),
            parsed.GetValue(roster),
            parsed.GetValue(jobs) is > 0 and var count ? count : Environment.ProcessorCount,
            TimeSpan.FromSeconds(parsed.GetValue(seconds)),
            parsed.GetValue(shard) is { } text ? Shard.Parse(text, Environment.GetEnvironmentVariable) : null,
            parsed.GetValue(restart)).Run(CommandLine.Stopping.Token));
        return command;
    }

    private sealed record Grade(string Folder, string Output, string? Case, string? RosterFile, int Jobs, TimeSpan Limit, Shard? Shard, bool IsRestart)
    {
        private string Place => Output.Replace("{shard}", Shard is null ? "all" : string.Create(CultureInfo.InvariantCulture, $"{Shard.Index}-of-{Shard.Count}"), StringComparison.Ordinal);

        public ExitCode Run(CancellationToken cancellation)
        {
            var configuration = ConfigurationFile.Find(Directory.GetCurrentDirectory());
            var converters = new Converters(configuration, cancellation);
            var name = Case ?? configuration.Assignment ?? throw new GraderException(ExitCode.WrongUsage, "No assignment: give --case DIR, or name one in grader.json (\"assignment\": \"cases/hw5\").");
            var assignment = CaseFolder.Load(name, configuration.Folder, isPath: Case is not null);
            CheckPlace();
            var folder = ClassFolder.Open(Folder, converters);
            var rosterBytes = RosterFile is null ? [] : ReadRoster(RosterFile);
            var roster = RosterFile is null ? null : RosterReader.Read(RosterFile, rosterBytes);
            var match = roster is null ? null : new RosterMatch(roster);
            var tasks = folder.Submissions.Items.Where((_, position) => Shard?.Has(position) ?? true)
                .Select(submission => new ClassTask(submission, submission.Authors.Items.Select(author => match?.Match(author) ?? RosterMatch.Unmatched(author)).ToSequence())).ToSequence();
            var inputs = new RunInputs(assignment.Id, assignment.Sha256, ProgramVersion.Build, Hash(configuration), roster is null ? "" : Convert.ToHexStringLower(SHA256.HashData(rosterBytes)), folder.Submissions.Count, RunInputs.HashOf(folder.Submissions.Items.Select(submission => submission.Name)), Shard);
            StandardError.WriteLine($"{Folder}: {folder.Submissions.Count} submissions, {folder.Layout.Name()}{(Shard is null ? "" : $"; shard {Shard} has {tasks.Count}")}.");

            var grader = new ClassGrader(folder, assignment, student => CaseFolder.Load(name, configuration.Folder, isPath: Case is not null, student), converters, cancellation);
            var progress = new RunProgressLines();
            RunOutcome outcome;
            try
            {
                outcome = ClassRun.Run(new(Place, inputs, new(Path.GetFullPath(Folder), Case is null ? name : Path.GetFullPath(name), RosterFile is null ? "" : Path.GetFullPath(RosterFile)), tasks, roster, rosterBytes, Jobs, Limit, IsRestart), grader.Grade, grader.InputOf, progress.Show, cancellation);
            }
            catch (OperationCanceledException)
            {
                progress.End();
                StandardError.WriteLine($"Cancelled; what was finished is in {Place}. The same command goes on.");
                return ExitCode.Cancelled;
            }
            finally
            {
                progress.End();
            }
            if (outcome.WasComplete)
                StandardError.WriteLine($"{Place}: this run is complete already, and nothing has changed. --restart grades anew.");
            else if (outcome.Earlier > 0)
                StandardError.WriteLine($"{outcome.Earlier} were graded before.");
            RunSummary.TellProblems(roster, outcome.Gradebook, ContinuousIntegration.Of("auto").IsThere);
            StandardOutput.Write(RunSummary.Text(assignment.Id, Place, outcome.Results, outcome.Gradebook));
            return RunSummary.Code(outcome.Results.Items);
        }

        /// <summary>A run among the submissions would be one the next time.</summary>
        private void CheckPlace()
        {
            var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Place));
            var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder));
            if (place == folder || place.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new GraderException(ExitCode.WrongUsage, $"-o {Place}: among the submissions it would be taken for one. Give a place outside {Folder}.");
        }

        private static byte[] ReadRoster(string path)
        {
            try
            {
                using var stream = File.OpenRead(path);
                return stream.Length <= MostRoster ? BoundedBytes.Read(stream, path, MostRoster) : throw new GraderException(ExitCode.WrongUsage, $"{path}: larger than {MostRoster / 1024 / 1024} MiB, so hardly a roster.");
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new GraderException(ExitCode.WrongUsage, $"--roster {path}: cannot be read ({error.Message.TrimEnd('.')}). Give a CSV file with a row a student.");
            }
        }

        private static string Hash(ConfigurationFile configuration) => configuration.Converters.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join('\n', configuration.Converters.OrderBy(converter => converter.Key, StringComparer.Ordinal).Select(converter => $"{converter.Key}\0{string.Join('\0', converter.Value.Items)}")))));
    }
}
