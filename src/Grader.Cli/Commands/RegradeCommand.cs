using System.CommandLine;
using Grader.Classroom.Decisions;
using Grader.Classroom.Runs;
using Grader.Cli.Classes;
using Grader.Cli.Files;

namespace Grader.Cli.Commands;

/// <summary><c>grader regrade RUN --case NEW</c>: grades a class by a changed key, and tells whose points change and why.</summary>
internal static class RegradeCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The folder of a complete run." };
        var assignment = new Option<string?>("--case") { Description = "The changed assignment. Default: where it was, by run.json.", HelpName = "DIR|FILE" };
        var keyFile = AssignmentArguments.KeyFile();
        var submissions = new Option<string?>("--submissions") { Description = "Where the submissions are now. Default: where they were, by run.json.", HelpName = "DIR" };
        var dry = new Option<bool>("--dry-run") { Description = "Tell what would change; write nothing." };
        var neverLower = new Option<bool>("--never-lower") { Description = "A check that earns less by the new key keeps its points." };
        var jobs = AssignmentArguments.Jobs("-j", "--jobs");
        var reports = AssignmentArguments.Reports(RatesReports.Kinds);
        var command = new Command("regrade", $"Grade a class again by a changed key: whose points change, by how much and why. Decisions of people hold; {Ledger.FileName} says what was regraded by which key.") { run, assignment, keyFile, submissions, dry, neverLower, jobs, reports };
        command.SetAction(parsed =>
        {
            var place = parsed.GetRequiredValue(run);
            var targets = (parsed.GetValue(reports) ?? []).Select(text => ReportTarget.Parse(text, RatesReports.Kinds)).ToList();
            var manifest = RunFolder.ReadComplete(place);
            var setup = ClassSetup.OfRun(place, manifest, parsed.GetValue(submissions), parsed.GetValue(assignment), parsed.GetValue(keyFile), CommandLine.Stopping.Token);
            var difference = RunProgressBar.During(progress => Regrade.Run(place, setup.Inputs, setup.Source, Rubrics.Of(setup.Assignment), setup.Tasks, setup.Grader, AssignmentArguments.Threads(parsed.GetValue(jobs)), GradingBounds.Of(manifest.Source).Time, parsed.GetValue(dry), parsed.GetValue(neverLower), progress, CommandLine.Stopping.Token));
            RatesReports.Write(targets, $"{setup.Assignment.Id}-regrade", RegradePage.Of(difference, setup.Assignment.Title, parsed.GetValue(dry)), () => JsonRegradeWriter.Write(difference));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
