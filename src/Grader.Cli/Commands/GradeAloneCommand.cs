using System.CommandLine;
using System.Text;
using Grader.Classroom.Runs;
using Grader.Cli.Classes;

namespace Grader.Cli.Commands;

/// <summary><c>grader grade-alone DIR</c>: grades the submission of a class whose name stands on standard input, and writes its result's line. What a run of the class starts for a submission that may end the process.</summary>
internal static class GradeAloneCommand
{
    public const string Name = "grade-alone";

    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder that holds the submissions." };
        var assignment = new Option<string?>("--case") { HelpName = "DIR|FILE" };
        var keyFile = AssignmentArguments.KeyFile();
        var roster = new Option<string?>("--roster") { HelpName = "FILE" };
        var memory = new Option<int>("--memory") { HelpName = "MIB" };
        var command = new Command(Name, "Grade the submission of a class whose name stands on standard input, and write its result's line.") { folder, assignment, keyFile, roster, memory };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            var setup = ClassSetup.Open(parsed.GetRequiredValue(folder), parsed.GetValue(assignment), parsed.GetValue(keyFile), parsed.GetValue(roster), null, GradingBounds.Again with { MemoryMiB = parsed.GetValue(memory) }, CommandLine.Stopping.Token);
            var name = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8).ReadToEnd();
            var task = setup.Tasks.Items.FirstOrDefault(task => task.Name == name) ?? throw new GraderException(ExitCode.UnreadableSubmission, $"{name}: the submission is not there any more.");
            byte[] line = [];
            GradingThread.Start(() => line = ResultLine.Write(task, setup.Grader.GradeHere(task))).Join();
            using var output = Console.OpenStandardOutput();
            output.Write(line);
            return (int)ExitCode.Done;
        });
        return command;
    }

    /// <summary>What stands behind the name.</summary>
    public static IReadOnlyList<string> Arguments(string folder, string? assignment, string? keyFile, string? roster) =>
        [folder, .. Option("--case", assignment), .. Option("--key-file", keyFile), .. Option("--roster", roster)];

    private static string[] Option(string name, string? value) => value is null ? [] : [name, value];
}
