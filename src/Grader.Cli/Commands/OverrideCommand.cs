using System.CommandLine;
using System.Globalization;
using Grader.Classroom.Decisions;

namespace Grader.Cli.Commands;

/// <summary><c>grader override RUN -s STUDENT -c CHECK --points P --reason TEXT</c>: a person's decision, kept through regrades.</summary>
internal static class OverrideCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The folder of a complete run." };
        var student = new Option<string>("-s", "--student") { Description = "Whose: the id in the gradebook, or the submission's name.", HelpName = "STUDENT", Required = true };
        var check = new Option<string>("-c", "--check") { Description = "Which check.", HelpName = "CHECK", Required = true };
        var points = new Option<string>("--points") { Description = "What it earns.", HelpName = "P", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why, for whoever asks later.", HelpName = "TEXT", Required = true };
        var command = new Command("override", $"Give a student other points for a check than the program did: written to {Ledger.FileName}, counted in the gradebook, kept when the class is regraded.") { run, student, check, points, reason };
        command.SetAction(parsed =>
        {
            var given = decimal.TryParse(parsed.GetRequiredValue(points), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new GraderException(ExitCode.WrongUsage, $"--points {parsed.GetRequiredValue(points)}: write a number, such as 1.5.");
            var done = Override.Apply(parsed.GetRequiredValue(run), parsed.GetRequiredValue(student), parsed.GetRequiredValue(check), given, parsed.GetRequiredValue(reason));
            StandardOutput.Write(string.Create(CultureInfo.InvariantCulture, $"{done.Submission}: {done.Check.Id}: {given:0.####} of {done.Check.Max:0.####} points (the program gave {done.Check.Points:0.####}, {done.Check.Pending:0.####} pending); total {done.Before.Points.Points:0.####} -> {done.After.Points.Points:0.####} of {done.After.Points.Max:0.####}, {done.After.Points.Pending:0.####} pending\n"));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
