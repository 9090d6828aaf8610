using System.CommandLine;
using Grader.Cli.Files;
using Grader.Reference;
using Grader.Reports;

namespace Grader.Cli.Commands;

/// <summary><c>grader key ASSIGNMENT</c>: the right answers with their working.</summary>
internal static class KeyCommand
{
    private static readonly string[] Kinds = ["markdown", "html", "json"];

    public static Command Create()
    {
        var assignment = AssignmentArguments.Assignment();
        var student = AssignmentArguments.Student();
        var keyFile = AssignmentArguments.KeyFile();
        var reports = AssignmentArguments.Reports(Kinds);
        var mistakes = new Option<bool>("--with-mistakes") { Description = "The instructor's edition: each known mistake, and the answers it would give." };
        var command = new Command("key", "Print the answer key of an assignment with worked solutions, in Markdown.") { assignment, student, keyFile, reports, mistakes };
        command.SetAction(parsed => (int)Run(parsed.GetRequiredValue(assignment), parsed.GetValue(student), parsed.GetValue(keyFile), parsed.GetValue(reports) ?? [], parsed.GetValue(mistakes)));
        return command;
    }

    private static ExitCode Run(string assignment, string? student, string? keyFile, string[] reports, bool withMistakes)
    {
        var targets = reports.Select(text => ReportTarget.Parse(text, Kinds)).ToList();
        var key = AnswerKey.Of(AssignmentArguments.Load(assignment, student, keyFile));
        if (withMistakes)
            key = key.WithMistakes();
        ReportTarget.WriteAll(targets, $"{key.Assignment.Id}-key", "markdown", kind => Render(key, kind));
        return ExitCode.Done;
    }

    private static string Render(AnswerKey key, string kind) => kind switch
    {
        "html" => HtmlKeyWriter.Write(key),
        "json" => JsonKeyWriter.Write(key, ProgramVersion.Text),
        _ => MarkdownKeyWriter.Write(key),
    };
}
