using System.CommandLine;
using Grader.Classroom.Runs;
using Grader.Cli.Classes;

namespace Grader.Cli.Commands;

/// <summary><c>grader verify-run RUN</c>: grades a finished run again, and compares every hash and every byte.</summary>
internal static class VerifyRunCommand
{
    private const int MostNamed = 50;

    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The folder of a complete run." };
        var submissions = new Option<string?>("--submissions") { Description = $"Where the submissions are now. Default: where they were, by {RunFolder.Manifest}.", HelpName = "DIR" };
        var assignment = new Option<string?>("--case") { Description = $"Where the assignment is now. Default: where it was, by {RunFolder.Manifest}.", HelpName = "DIR|FILE" };
        var keyFile = AssignmentArguments.KeyFile();
        var jobs = AssignmentArguments.Jobs("-j", "--jobs");
        var command = new Command("verify-run", "Grade a finished run again: compare the hashes of submissions, key and program, and the bytes of each result. Exits with 2 where something differs.") { run, submissions, assignment, keyFile, jobs };
        command.SetAction(parsed => (int)Run(parsed.GetRequiredValue(run), parsed.GetValue(submissions), parsed.GetValue(assignment), parsed.GetValue(keyFile), AssignmentArguments.Threads(parsed.GetValue(jobs)), CommandLine.Stopping.Token));
        return command;
    }

    private static ExitCode Run(string run, string? submissions, string? assignment, string? keyFile, int jobs, CancellationToken cancellation)
    {
        var manifest = RunFolder.ReadComplete(run);
        var setup = ClassSetup.OfRun(run, manifest, submissions, assignment, keyFile, cancellation);
        var verified = RunProgressBar.During(progress => RunVerification.Verify(run, setup.Inputs, setup.Tasks, setup.Grader, jobs, GradingBounds.Of(manifest.Source).Time, progress, cancellation));
        foreach (var finding in verified.Findings.Items.Take(MostNamed))
            StandardError.WriteLine(finding);
        if (verified.Findings.Count > MostNamed)
            StandardError.WriteLine($"and {verified.Findings.Count - MostNamed} more.");
        StandardOutput.Write($"{run}: {verified.Same} of {verified.Graded} results have the same bytes; {(verified.Findings.Count == 0 ? "all that it was made of is the same" : $"{verified.Findings.Count} {(verified.Findings.Count == 1 ? "thing differs" : "things differ")}")}.\n");
        return verified.Findings.Count == 0 ? ExitCode.Done : ExitCode.AnswerIsNo;
    }
}
