using System.CommandLine;
using Grader.Cli.Files;
using Grader.Cli.Gradescope;
using Grader.Reference;

namespace Grader.Cli.Commands;

/// <summary><c>grader gradescope ASSIGNMENT</c>: the zip of an autograder.</summary>
internal static class GradescopeCommand
{
    public static Command Create()
    {
        var assignment = AssignmentArguments.Assignment();
        assignment.Description = "Its folder, its assignment.json, or its name in cases/.";
        var output = new Option<string?>("-o", "--output") { Description = "The zip. Default: the assignment's id and -gradescope.zip.", HelpName = "FILE" };
        var binary = new Option<string?>("--binary") { Description = "The native program for linux-x64 that goes into it. Default: this one.", HelpName = "FILE" };
        var command = new Command("gradescope", "Write the zip that Gradescope takes as an autograder: run_autograder, setup.sh, the program, the assignment.") { assignment, output, binary };
        command.SetAction(parsed => (int)Run(parsed.GetRequiredValue(assignment), parsed.GetValue(output), parsed.GetValue(binary)));
        return command;
    }

    private static ExitCode Run(string assignment, string? output, string? binary)
    {
        var root = ConfigurationFile.Find(Directory.GetCurrentDirectory()).Folder;
        var folder = CaseFolder.Folder(assignment, root);
        var source = new PlainCase(folder);
        var read = CaseFolder.Load(source, folder, "");
        if (read.IsDrawn)
            throw new GraderException(ExitCode.WrongUsage, $"{read.Id} draws inputs for each student, and the zip would not know whose a submission is: all would be graded by nobody's variant. Write values instead of \"draw\", or grade with `grader check --student ID`.");
        var program = LinuxProgram.Read(binary);
        output ??= $"{read.Id}-gradescope.zip";
        if (Directory.Exists(output))
            throw new GraderException(ExitCode.WrongUsage, $"-o {output}: this is a folder. Give a file: {Path.Combine(output, $"{read.Id}-gradescope.zip")}.");
        AtomicFile.Write(output, AutograderZip.Write(program, CaseContents.Of(source)), "the zip cannot be written ({0}). Give another place.");
        StandardError.WriteLine($"{output}: the autograder of {read.Id}. It holds the key: give it to Gradescope alone.");
        return ExitCode.Done;
    }
}
