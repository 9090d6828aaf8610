using System.CommandLine;
using System.Globalization;
using Grader.Classroom.Decisions;
using Grader.Classroom.Layouts;
using Grader.Classroom.Runs;
using Grader.Classroom.Shards;
using Grader.Cli.Classes;

namespace Grader.Cli.Commands;

/// <summary><c>grader grade DIR -o RUN</c>: grades a whole class, several submissions at once, into a folder of plain files.</summary>
internal static class GradeCommand
{
    private const int DefaultSeconds = 60;
    private const int MostSeconds = 24 * 60 * 60;

    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder that holds the submissions: files, archives, folders; a download of Canvas, Moodle or Gradescope; clones of GitHub Classroom or Classroom 50." };
        var output = new Option<string>("-o", "--output") { Description = $"The run's folder: {RunFolder.GradebookName}, {RunFolder.Results}, {RunFolder.Manifest}. A run that was stopped there goes on. {{shard}} stands for the shard.", HelpName = "RUN", Required = true };
        var assignment = new Option<string?>("--case") { Description = "The assignment: its folder, its assignment.json, its sealed file, or its name in cases/. Default: what grader.json names.", HelpName = "DIR|FILE" };
        var keyFile = AssignmentArguments.KeyFile();
        var roster = new Option<string?>("--roster") { Description = "The students, as CSV with a header: id, login, email, github_username, name, section, or what Canvas and Moodle export.", HelpName = "FILE" };
        var jobs = AssignmentArguments.Jobs("-j", "--jobs");
        var seconds = new Option<int>("--seconds") { Description = "How long one submission may take.", DefaultValueFactory = _ => DefaultSeconds, HelpName = "N" };
        seconds.Validators.Add(result => AssignmentArguments.Within(result, "--seconds", 1, MostSeconds));
        var memory = new Option<int>("--memory") { Description = "How much memory grading may take, in MiB: a submission that needs more even alone is one row with an error.", DefaultValueFactory = _ => GradingBounds.DefaultMemoryMiB, HelpName = "MIB" };
        memory.Validators.Add(result => AssignmentArguments.Within(result, "--memory", GradingBounds.LeastMemoryMiB, GradingBounds.MostMemoryMiB));
        var shard = new Option<string?>("--shard") { Description = "Grade one of N parts; grader merge puts them together. auto, or auto/N, asks Slurm, Kubernetes or GitLab which.", HelpName = "I/N" };
        var restart = new Option<bool>("--restart") { Description = "Forget what stands in RUN, and grade all anew." };

        var command = new Command("grade", "Grade a whole class into a folder: results, and a gradebook with a row a student. Stopped at any moment, the same command goes on.") { folder, output, assignment, keyFile, roster, jobs, seconds, memory, shard, restart };
        command.SetAction(parsed => (int)new Grade(
            parsed.GetRequiredValue(folder),
            parsed.GetRequiredValue(output),
            parsed.GetValue(assignment),
            parsed.GetValue(keyFile),
            parsed.GetValue(roster),
            AssignmentArguments.Threads(parsed.GetValue(jobs)),
            new(TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(memory)),
            parsed.GetValue(shard) is { } text ? Shard.Parse(text, Environment.GetEnvironmentVariable) : null,
            parsed.GetValue(restart)).Run(CommandLine.Stopping.Token));
        return command;
    }

    private sealed record Grade(string Folder, string Output, string? Case, string? KeyFile, string? RosterFile, int Jobs, GradingBounds Bounds, Shard? Shard, bool IsRestart)
    {
        private string Place => Output.Replace("{shard}", Shard is null ? "all" : string.Create(CultureInfo.InvariantCulture, $"{Shard.Index}-of-{Shard.Count}"), StringComparison.Ordinal);

        public ExitCode Run(CancellationToken cancellation)
        {
            CheckPlace();
            var setup = ClassSetup.Open(Folder, Case, KeyFile, RosterFile, Shard, Bounds, cancellation);
            StandardError.WriteLine($"{Folder}: {setup.Inputs.Submissions} submissions, {setup.Folder.Layout.Name()}{(Shard is null ? "" : $"; shard {Shard} has {setup.Tasks.Count}")}.");
            RunOutcome outcome;
            try
            {
                outcome = RunProgressBar.During(progress => ClassRun.Run(new(Place, setup.Inputs, setup.Source, setup.Tasks, setup.Roster, setup.RosterBytes, Jobs, Bounds.Time, IsRestart) { Rubrics = Rubrics.Of(setup.Assignment) }, setup.Grader, progress, cancellation));
            }
            catch (OperationCanceledException)
            {
                StandardError.WriteLine($"Cancelled; what was finished is in {Place}. The same command goes on.");
                return ExitCode.Cancelled;
            }
            if (outcome.WasComplete)
                StandardError.WriteLine($"{Place}: this run is complete already, and nothing has changed. --restart grades anew.");
            else if (outcome.Earlier > 0)
                StandardError.WriteLine($"{outcome.Earlier} were graded before.");
            RunSummary.TellProblems(setup.Roster, outcome.Tally, ContinuousIntegration.Of("auto").IsThere);
            StandardOutput.Write(RunSummary.Text(setup.Assignment.Id, Place, outcome.Tally));
            return RunSummary.Code(outcome.Tally);
        }

        /// <summary>A run among the submissions would be one the next time.</summary>
        private void CheckPlace()
        {
            var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Place));
            var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder));
            if (place == folder || place.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new GraderException(ExitCode.WrongUsage, $"-o {Place}: among the submissions it would be taken for one. Give a place outside {Folder}.");
        }
    }
}
