using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Grader.Cli.Files;
using Grader.Grading;
using Grader.Reports;
using Grader.Verification;

namespace Grader.Cli.Commands;

/// <summary><c>grader case test ASSIGNMENT</c>: how often an assignment's checks judge wrongly, measured on generated submissions.</summary>
internal static class CaseTestCommand
{
    private const int MostTrials = 10_000_000;

    private static readonly string[] Kinds = ["text", "html", "markdown", "json"];

    public static Command Create()
    {
        var assignment = AssignmentArguments.Assignment();
        var student = AssignmentArguments.Student();
        var trials = new Option<int>("--trials") { Description = "How many submissions; every other one is right in all answers, the others have wrong ones.", DefaultValueFactory = _ => CaseTest.DefaultTrials, HelpName = "N" };
        trials.Validators.Add(result => Within(result, "--trials", 2, MostTrials));
        var seed = new Option<ulong>("--seed") { Description = "Another number gives other submissions, the same number the same.", DefaultValueFactory = _ => 1, HelpName = "S" };
        var jobs = new Option<int>("--jobs") { Description = "How many are graded at once. Default: one a core.", DefaultValueFactory = _ => -1, HelpName = "N" };
        jobs.Validators.Add(result => Within(result, "--jobs", 1, 1024));
        var reports = AssignmentArguments.Reports(Kinds);
        var command = new Command("test", "Measure how often an assignment's checks judge wrongly: on right submissions in many notations, and on known mistakes, slips, hedges and misplaced answers. Exits with 2 where a wrong answer was judged correct.")
        {
            assignment, student, trials, seed, jobs, reports,
        };
        command.SetAction(parsed => (int)Run(parsed.GetRequiredValue(assignment), parsed.GetValue(student), parsed.GetValue(trials), parsed.GetValue(seed), parsed.GetValue(jobs), parsed.GetValue(reports) ?? []));
        return command;
    }

    private static ExitCode Run(string name, string? student, int trials, ulong seed, int jobs, string[] reports)
    {
        var targets = reports.Select(text => ReportTarget.Parse(text, Kinds)).ToList();
        var assignment = AssignmentArguments.Load(name, student);
        var watch = Stopwatch.StartNew();
        var report = CaseTest.Run(assignment, SampleSentences.Of(assignment, CaseFolder.Samples(name, ConfigurationFile.Find(Directory.GetCurrentDirectory()).Folder)), trials, seed, jobs, CommandLine.Stopping.Token);
        StandardError.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{trials} submissions in {watch.Elapsed.TotalSeconds:0.0} s."));

        // The table first: a report that cannot be written does not cost what was measured.
        if (!targets.Exists(target => target.IsStandardOutput))
            StandardOutput.Write(Render(report, "text"));
        if (targets.Count > 0)
            ReportTarget.WriteAll(targets, $"{assignment.Id}-test", "text", kind => Render(report, kind));
        return report.HasFalseAccept ? ExitCode.AnswerIsNo : ExitCode.Done;
    }

    private static string Render(CaseTestReport report, string kind) => kind switch
    {
        "html" => HtmlCaseTestWriter.Write(report),
        "markdown" => MarkdownCaseTestWriter.Write(report),
        "json" => JsonCaseTestWriter.Write(report, ProgramVersion.Text),
        _ => CaseTestTextWriter.Write(report),
    };

    private static void Within(System.CommandLine.Parsing.OptionResult result, string option, int least, int most)
    {
        if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most))
            result.AddError($"{option} {text}: write a whole number from {least} to {most}.");
    }
}
