using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Grader.Cli.Files;
using Grader.Cli.Sealing;
using Grader.Reference;

namespace Grader.Cli.Commands;

/// <summary>What commands about an assignment share: its argument, and whose variant it is.</summary>
internal static class AssignmentArguments
{
    public static Argument<string> Assignment() => new("ASSIGNMENT") { Description = "Its folder, its assignment.json, its sealed file, or its name in cases/." };

    /// <summary>What opens a sealed assignment.</summary>
    public static Option<string?> KeyFile() => new("--key-file") { Description = $"What opens a sealed assignment. Default: what {SealKey.Variable} holds.", HelpName = "FILE" };

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

    /// <summary>How many submissions are graded at once; −1 for one a core.</summary>
    public static Option<int> Jobs(string name = "--jobs", params string[] aliases)
    {
        var jobs = new Option<int>(name, aliases) { Description = "How many are graded at once. Default: one a core.", DefaultValueFactory = _ => -1, HelpName = "N" };
        jobs.Validators.Add(result => Within(result, "--jobs", 1, 1024));
        return jobs;
    }

    /// <summary>How many threads that is.</summary>
    public static int Threads(int jobs) => jobs > 0 ? jobs : Environment.ProcessorCount;

    public static void Within(OptionResult result, string option, int least, int most)
    {
        if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most))
            result.AddError($"{option} {text}: write a whole number from {least} to {most}.");
    }

    public static Option<string[]> Reports(IEnumerable<string> kinds) => new("--report")
    {
        Description = $"Write it to a file instead of standard output: {string.Join(", ", kinds.Select(kind => kind + "=PATH"))}; - is standard output. Repeatable.",
        HelpName = "KIND=PATH",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <exception cref="GraderException">There is no such assignment, it cannot be opened, or its files are wrong.</exception>
    public static Assignment Load(string assignment, string? student, string? keyFile = null) =>
        CaseFolder.Load(assignment, ConfigurationFile.Find(Directory.GetCurrentDirectory()).Folder, isPath: true, student ?? "", keyFile);

    /// <summary>Says that submissions are graded by nobody's variant, where each student has one.</summary>
    public static void TellOfDraws(Assignment assignment, string? student)
    {
        if (assignment.IsDrawn && student is null)
            StandardError.WriteLine($"{assignment.Id} draws inputs for each student, and no --student was given: graded by the first of each draw, which is nobody's.");
    }
}
