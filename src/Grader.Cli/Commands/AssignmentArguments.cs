using System.CommandLine;
using Grader.Cli.Files;
using Grader.Reference;

namespace Grader.Cli.Commands;

/// <summary>What commands about an assignment share: its argument, and whose variant it is.</summary>
internal static class AssignmentArguments
{
    public static Argument<string> Assignment() => new("ASSIGNMENT") { Description = "Its folder, its assignment.json, or its name in cases/." };

    public static Option<string?> Student()
    {
        var student = new Option<string?>("--student") { Description = "Whose variant, where inputs are drawn for each student.", HelpName = "ID" };
        student.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var id }] && string.IsNullOrWhiteSpace(id))
                result.AddError("--student: write the student's id.");
        });
        return student;
    }

    public static Option<string[]> Reports(IEnumerable<string> kinds) => new("--report")
    {
        Description = $"Write it to a file instead of standard output: {string.Join(", ", kinds.Select(kind => kind + "=PATH"))}; - is standard output. Repeatable.",
        HelpName = "KIND=PATH",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <exception cref="GraderException">There is no such assignment, or its files are wrong.</exception>
    public static Assignment Load(string assignment, string? student) =>
        CaseFolder.Load(assignment, ConfigurationFile.Find(Directory.GetCurrentDirectory()).Folder, isPath: true, student ?? "");
}
