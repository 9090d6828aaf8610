using System.CommandLine;
using Grader.Cli.Files;
using Grader.Cli.Intake;
using Grader.Grading;
using Grader.Submissions;

namespace Grader.Cli.Commands;

/// <summary><c>grader parse FILE</c>: shows what was read; nothing is judged.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A submission in Markdown, or a notebook; a folder or a zip that holds one; - for standard input." };
        var assignment = new Option<string?>("--case") { Description = "The assignment whose questions and parts to look for. Default: what grader.json names; none: by the text alone.", HelpName = "DIR|FILE" };
        var command = new Command("parse", "Show what was read: outline, statements, line and column; nothing is judged.") { file, assignment };
        command.SetAction(parsed => (int)Run(parsed.GetRequiredValue(file), parsed.GetValue(assignment)));
        return command;
    }

    private static ExitCode Run(string file, string? assignment)
    {
        var configuration = ConfigurationFile.Find(Directory.GetCurrentDirectory());
        var submission = SubmissionFile.Read(file, new Converters(configuration, CommandLine.Stopping.Token));
        var expected = (assignment ?? configuration.Assignment) is { } name
            ? SubmissionGrader.ExpectedParts(CaseFolder.Load(name, configuration.Folder, isPath: assignment is not null))
            : default;
        StandardOutput.Write(OutlineText.Write(submission.Document(expected)));
        return ExitCode.Done;
    }
}
