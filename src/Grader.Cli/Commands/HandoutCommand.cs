using System.CommandLine;
using Grader.Cli.Files;
using Grader.Reference;
using Grader.Reports;

namespace Grader.Cli.Commands;

/// <summary><c>grader handout ASSIGNMENT</c>: the questions as a student gets them, and an answer sheet.</summary>
internal static class HandoutCommand
{
    private static readonly string[] Kinds = ["markdown", "html"];

    public static Command Create()
    {
        var assignment = AssignmentArguments.Assignment();
        var student = AssignmentArguments.Student();
        var keyFile = AssignmentArguments.KeyFile();
        var reports = AssignmentArguments.Reports(Kinds);
        var command = new Command("handout", "Print the questions of an assignment, with their inputs and an answer sheet, in Markdown.") { assignment, student, keyFile, reports };
        command.SetAction(parsed => (int)Run(parsed.GetRequiredValue(assignment), parsed.GetValue(student), parsed.GetValue(keyFile), parsed.GetValue(reports) ?? []));
        return command;
    }

    private static ExitCode Run(string assignment, string? student, string? keyFile, string[] reports)
    {
        var targets = reports.Select(text => ReportTarget.Parse(text, Kinds)).ToList();
        var handout = Handout.Of(AssignmentArguments.Load(assignment, student, keyFile));
        ReportTarget.WriteAll(targets, $"{handout.Assignment.Id}-handout", "markdown", kind => kind == "html" ? HtmlHandoutWriter.Write(handout) : MarkdownHandoutWriter.Write(handout));
        return ExitCode.Done;
    }
}
