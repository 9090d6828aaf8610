using System.CommandLine;

namespace Grader.Cli.Commands;

/// <summary><c>grader case verify ASSIGNMENT</c>: the trainer's <c>verify</c>, since the second implementation computes with libtorch.</summary>
internal static class CaseVerifyCommand
{
    public static Command Create()
    {
        var (assignment, student) = (AssignmentArguments.Assignment(), AssignmentArguments.Student());
        var format = new Option<string>("--format") { Description = "What standard output gets.", DefaultValueFactory = _ => "text", HelpName = "text|json" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("verify", "Compare an assignment's worksheets with a second implementation in double precision (the program grader-train). Exits with 2 where they disagree.") { assignment, student, format };
        command.SetAction(parsed => (int)TrainerProgram.Run([
            "verify", parsed.GetRequiredValue(assignment), "--format", parsed.GetRequiredValue(format), .. parsed.GetValue(student) is { } id ? ["--student", id] : Array.Empty<string>(),
        ]));
        return command;
    }
}
