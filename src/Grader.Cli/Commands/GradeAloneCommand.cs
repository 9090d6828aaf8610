using System.CommandLine;
using System.Text;
using Grader.Classroom.Runs;
using Grader.Cli.Classes;

namespace Grader.Cli.Commands;

/// <summary>
/// <c>grader grade-alone DIR</c>: grades the submission of a class whose name stands on standard input, and writes its result's line. What a run of the class starts for a submission that may end the process.
/// When standard input ends, whoever started it has ended, and so does it.
/// </summary>
internal static class GradeAloneCommand
{
    public const string Name = "grade-alone";

    /// <summary>No file's name has one.</summary>
    public const char EndOfName = '\0';

    private static readonly string?[] StandardInputs = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"];

    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder that holds the submissions." };
        var assignment = new Option<string?>("--case") { HelpName = "DIR|FILE" };
        var keyFile = AssignmentArguments.KeyFile();
        var roster = new Option<string?>("--roster") { HelpName = "FILE" };
        var memory = new Option<int>("--memory") { DefaultValueFactory = _ => GradingBounds.DefaultMemoryMiB, HelpName = "MIB" };
        var command = new Command(Name, "Grade the submission of a class whose name stands on standard input, and write its result's line.") { folder, assignment, keyFile, roster, memory };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            using var input = Console.OpenStandardInput();
            var name = ReadName(input);
            // Not the thread of the pool that waits for what may never come.
            new Thread(() => EndWith(input)) { IsBackground = true }.Start();
            var setup = ClassSetup.Open(parsed.GetRequiredValue(folder), parsed.GetValue(assignment), parsed.GetValue(keyFile), parsed.GetValue(roster), null, GradingBounds.Again with { MemoryMiB = parsed.GetValue(memory) }, CommandLine.Stopping.Token);
            var task = setup.Tasks.Items.FirstOrDefault(task => task.Name == name) ?? throw new GraderException(ExitCode.UnreadableSubmission, $"{name}: the submission is not there any more.");
            byte[]? line = null;
            GradingThread.Start(() => line = Line(setup.Grader, task)).Join();
            if (line is null)
                return (int)ExitCode.Cancelled;
            using var output = Console.OpenStandardOutput();
            output.Write(line);
            return (int)ExitCode.Done;
        });
        return command;
    }

    /// <summary>What stands behind the command's name.</summary>
    /// <returns>Null where one of the files is standard input, which has been read.</returns>
    public static IReadOnlyList<string>? Arguments(string folder, string? assignment, string? keyFile, string? roster) =>
        StandardInputs.Contains(keyFile) || StandardInputs.Contains(roster) ? null : [folder, .. Option("--case", assignment), .. Option("--key-file", keyFile), .. Option("--roster", roster)];

    private static string[] Option(string name, string? value) => value is null ? [] : [name, value];

    /// <returns>Null where the user asks to stop.</returns>
    private static byte[]? Line(ClassGrader grader, ClassTask task)
    {
        try
        {
            return ResultLine.Write(task, grader.GradeHere(task));
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static string ReadName(Stream input)
    {
        var name = new List<byte>();
        while (input.ReadByte() is >= 0 and var next && next != EndOfName)
            name.Add((byte)next);
        return Encoding.UTF8.GetString([.. name]);
    }

    private static void EndWith(Stream input)
    {
        while (input.ReadByte() >= 0)
        {
            // Nothing is said there.
        }
        Environment.Exit((int)ExitCode.Cancelled);
    }
}
