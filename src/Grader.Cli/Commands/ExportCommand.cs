using System.CommandLine;
using Grader.Classroom.Exports;
using Grader.Classroom.Rosters;
using Grader.Cli.Files;
using Grader.Cli.Intake;

namespace Grader.Cli.Commands;

/// <summary><c>grader export RUN --to canvas|moodle</c>: a gradebook that the learning platform imports.</summary>
internal static class ExportCommand
{
    private const int MostNamed = 10;

    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The folder of a complete run." };
        var to = new Option<string>("--to") { Description = "Which platform imports it.", HelpName = "canvas|moodle", Required = true };
        to.AcceptOnlyFromAmong("canvas", "moodle");
        var gradebook = new Option<string?>("--gradebook") { Description = "The platform's own file, to be filled in: the gradebook that Canvas exports, the grading worksheet of Moodle. Without it one is made of the roster.", HelpName = "FILE" };
        var column = new Option<string?>("--column") { Description = "Which column of that file is filled in. Default: of Canvas the one that is called like the assignment, of Moodle Grade.", HelpName = "NAME" };
        var output = new Option<string?>("-o", "--output") { Description = "Where it goes. Default: standard output.", HelpName = "FILE" };
        var final = new Option<bool>("--final-only") { Description = "Write nothing for students who have points pending." };
        var command = new Command("export", "Write a gradebook that Canvas or Moodle imports: points with people's decisions, in the platform's own file. What has no points is left as it is there.") { run, to, gradebook, column, output, final };
        command.Validators.Add(result =>
        {
            if (result.GetValue(column) is not null && result.GetValue(gradebook) is null)
                result.AddError("--column: it is a column of the file that --gradebook names; give that too.");
        });
        command.SetAction(parsed =>
        {
            var (place, file, target) = (parsed.GetRequiredValue(run), parsed.GetValue(gradebook), parsed.GetValue(output));
            CheckTarget(target, place, file);
            var request = new ExportRequest(place, file is null ? null : (file, Read(file)), parsed.GetValue(column), parsed.GetValue(final));
            var export = parsed.GetRequiredValue(to) == "canvas" ? CanvasExport.Write(request) : MoodleExport.Write(request);
            foreach (var remark in export.Remarks)
                Tell(remark, ContinuousIntegration.Of("auto").IsThere);
            if (target is null or "-")
                StandardOutput.Write(export.Text);
            else
                AtomicFile.Write(target, export.Text, "the gradebook cannot be written ({0}). Give another place with -o.");
            StandardError.WriteLine($"Points of {export.Written} of {export.Listed} students written.");
            return (int)ExitCode.Done;
        });
        return command;
    }

    /// <param name="isPublic">Others read the log: nobody is named.</param>
    private static void Tell(ExportRemark remark, bool isPublic)
    {
        if (remark.Each.Count == 0)
        {
            StandardError.WriteLine(remark.Said);
            return;
        }
        StandardError.WriteLine($"{remark.Said}: {remark.Each.Count}");
        var named = remark.Each.Items.Take(isPublic ? 0 : MostNamed).ToList();
        named.ForEach(StandardError.WriteLine);
        if (!isPublic && remark.Each.Count > MostNamed)
            StandardError.WriteLine($"and {remark.Each.Count - MostNamed} more");
    }

    /// <summary>Nothing that is needed again is written over.</summary>
    private static void CheckTarget(string? target, string run, string? gradebook)
    {
        if (target is null or "-")
            return;
        var full = Path.GetFullPath(target);
        if (gradebook is not null && full == Path.GetFullPath(gradebook))
            throw new GraderException(ExitCode.WrongUsage, $"-o {target}: this is the platform's own file, and has more columns than are written. Give another place.");
        if (Path.GetDirectoryName(full) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(run)))
            throw new GraderException(ExitCode.WrongUsage, $"-o {target}: in the folder of the run stand its own files. Give a place outside {run}.");
    }

    private static byte[] Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return !stream.CanSeek || stream.Length <= RosterReader.MostBytes ? BoundedBytes.Read(stream, path, RosterReader.MostBytes) : throw new GraderException(ExitCode.WrongUsage, $"--gradebook {path}: larger than {RosterReader.MostBytes / 1024 / 1024} MiB, so hardly a gradebook.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GraderException(ExitCode.WrongUsage, $"--gradebook {path}: cannot be read ({error.Message.TrimEnd('.')}). Give the CSV file that the platform exports.");
        }
    }
}
