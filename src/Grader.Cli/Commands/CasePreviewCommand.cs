using System.CommandLine;
using Grader.Cli.Files;
using Grader.Cli.Intake;
using Grader.Mathematics;
using Grader.Reports;
using Grader.Verification;

namespace Grader.Cli.Commands;

/// <summary><c>grader case preview ASSIGNMENT DIR</c>: what an assignment's checks read of a pile of past submissions, and what they do not.</summary>
internal static class CasePreviewCommand
{
    public static Command Create()
    {
        var assignment = AssignmentArguments.Assignment();
        var folder = new Argument<string>("DIR") { Description = "The folder in which each submission is a file (.md, .ipynb, .zip, …) or a folder." };
        var student = AssignmentArguments.Student();
        var keyFile = AssignmentArguments.KeyFile();
        var jobs = AssignmentArguments.Jobs();
        var reports = AssignmentArguments.Reports(RatesReports.Kinds);
        var command = new Command("preview", "Try an assignment on past submissions before the deadline: per check what is read of them, how often, and what is not. Nothing is stored.") { assignment, folder, student, keyFile, jobs, reports };
        command.SetAction(parsed => (int)Run(
            parsed.GetRequiredValue(assignment),
            parsed.GetRequiredValue(folder),
            parsed.GetValue(student),
            parsed.GetValue(keyFile),
            parsed.GetValue(jobs),
            [.. (parsed.GetValue(reports) ?? []).Select(text => ReportTarget.Parse(text, RatesReports.Kinds))]));
        return command;
    }

    private static ExitCode Run(string name, string folder, string? student, string? keyFile, int jobs, List<ReportTarget> targets)
    {
        var assignment = AssignmentArguments.Load(name, student, keyFile);
        AssignmentArguments.TellOfDraws(assignment, student);
        var converters = new Converters(ConfigurationFile.Find(Directory.GetCurrentDirectory()), CommandLine.Stopping.Token);
        var pile = SubmissionPile.In(folder, "", converters);
        var stem = $"{assignment.Id}-preview";
        pile.CheckTargets(targets, stem, converters);
        var graded = pile.Grade(assignment, converters, jobs, CommandLine.Stopping.Token);
        var preview = PreviewTally.Of(assignment, graded.ToSequence());
        RatesReports.Write(targets, stem, PreviewPage.Of(preview), () => JsonPreviewWriter.Write(preview, ProgramVersion.Text));
        return SubmissionPile.After(graded, ExitCode.Done);
    }
}
