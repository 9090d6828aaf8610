using System.CommandLine;
using Grader.Cli.Files;
using Grader.Cli.Intake;
using Grader.Cli.Parsing;
using Grader.Grading;
using Grader.Reference;
using Grader.Reports;
using Grader.Submissions;

namespace Grader.Cli.Commands;

/// <summary><c>grader parse FILE</c>: shows what was read, or how the answers were chosen; nothing is judged.</summary>
internal static class ParseCommand
{
    private static readonly string[] Kinds = ["json", "text"];

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A submission in Markdown, or a notebook; a folder or a zip that holds one; - for standard input." };
        var assignment = new Option<string?>("--case") { Description = "The assignment whose questions and parts to look for. Default: what grader.json names; none: by the text alone.", HelpName = "DIR|FILE" };
        var student = AssignmentArguments.Student();
        var keyFile = AssignmentArguments.KeyFile();
        var explain = new Option<bool>("--explain") { Description = "For each check of the assignment every candidate with its score and the reason, and which was taken and why, or why none." };
        var question = new Option<string?>("-q", "--question") { Description = "With --explain: this question alone.", HelpName = "ID" };
        var reports = AssignmentArguments.Reports(Kinds);
        var format = new Option<string>("--format") { Description = "What standard output gets.", DefaultValueFactory = _ => "text", HelpName = "text|json" };
        format.AcceptOnlyFromAmong(Kinds);
        var command = new Command("parse", "Show what was read: outline, statements, line and column; nothing is judged.") { file, assignment, student, keyFile, explain, question, reports, format };
        command.SetAction(parsed => (int)new Parse(
            parsed.GetRequiredValue(file),
            parsed.GetValue(assignment),
            parsed.GetValue(student) ?? "",
            parsed.GetValue(keyFile),
            parsed.GetValue(explain),
            parsed.GetValue(question),
            [.. (parsed.GetValue(reports) ?? []).Select(text => ReportTarget.Parse(text, Kinds))],
            parsed.GetRequiredValue(format)).Run());
        return command;
    }

    private sealed record Parse(string File, string? Case, string Student, string? KeyFile, bool Explain, string? Question, IReadOnlyList<ReportTarget> Targets, string Format)
    {
        public ExitCode Run()
        {
            var configuration = ConfigurationFile.Find(Directory.GetCurrentDirectory());
            if (Explain && (Case ?? configuration.Assignment) is null)
                throw new GraderException(ExitCode.WrongUsage, "--explain needs an assignment: give --case DIR, or name one in grader.json (\"assignment\": \"cases/hw5\").");
            if (Question is not null && !Explain)
                throw new GraderException(ExitCode.WrongUsage, "-q: it says which question --explain is to explain; give both.");
            var assignment = (Case ?? configuration.Assignment) is { } name ? CaseFolder.Load(name, configuration.Folder, isPath: Case is not null, Student, KeyFile) : null;
            if (Question is not null && !assignment!.Questions.Items.Any(question => question.Id == Question))
                throw new GraderException(ExitCode.WrongUsage, $"-q {Question}: {assignment.Id} has no such question. There are: {string.Join(", ", assignment.Questions.Items.Select(question => question.Id))}.");
            foreach (var target in Targets.Where(target => !target.IsStandardOutput && File != "-" && Path.GetFullPath(target.For(SubmissionFile.StemOf(File), several: false)) == Path.GetFullPath(File)))
                throw new GraderException(ExitCode.WrongUsage, $"--report {target.Kind}={target.Path}: this is the submission itself, and would be replaced. Give another place.");

            var submission = SubmissionFile.Read(File, new Converters(configuration, CommandLine.Stopping.Token));
            var document = submission.Document(assignment is null ? default : SubmissionGrader.ExpectedParts(assignment));
            ReportTarget.WriteAll(Targets, submission.Stem, Format, Explain ? Explained(assignment!, document, submission.Sha256) : Parsed(document, submission.Sha256));
            return ExitCode.Done;
        }

        private static Func<string, string> Parsed(SubmissionDocument document, string sha256) => kind => kind == "json" ? ParseJson.Write(document, sha256) : ParseTree.Write(document);

        private Func<string, string> Explained(Assignment assignment, SubmissionDocument document, string sha256)
        {
            var choices = ChoiceExplainer.Explain(assignment, document, sha256, Question);
            return kind => kind == "json" ? JsonChoiceWriter.Write(choices, ProgramVersion.Text) : ChoiceTextWriter.Write(choices);
        }
    }
}
