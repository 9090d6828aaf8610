using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Grader.Cli.Files;
using Grader.Cli.Intake;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Reports;
using Grader.Verification;

namespace Grader.Cli.Commands;

/// <summary><c>grader case test ASSIGNMENT</c>: how often an assignment's checks judge wrongly, measured on generated submissions, or on some that people graded.</summary>
internal static class CaseTestCommand
{
    private const int MostTrials = 10_000_000;

    public static Command Create()
    {
        var assignment = AssignmentArguments.Assignment();
        var student = AssignmentArguments.Student();
        var keyFile = AssignmentArguments.KeyFile();
        var trials = new Option<int>("--trials") { Description = "How many submissions; every other one is right in all answers, the others have wrong ones.", DefaultValueFactory = _ => CaseTest.DefaultTrials, HelpName = "N" };
        trials.Validators.Add(result => AssignmentArguments.Within(result, "--trials", 2, MostTrials));
        var seed = new Option<ulong>("--seed") { Description = "Another number gives other submissions, the same number the same.", DefaultValueFactory = _ => 1, HelpName = "S" };
        var labelled = new Option<string?>("--labelled") { Description = "Measure on submissions that people graded instead: beside each NAME.md (.ipynb, .zip, a folder) in DIR stands NAME.expected.csv, with the header check,allowed and a row a check; several allowed verdicts with | between them, the person's own first.", HelpName = "DIR" };
        var jobs = AssignmentArguments.Jobs();
        var reports = AssignmentArguments.Reports(RatesReports.Kinds);
        var command = new Command("test", "Measure how often an assignment's checks judge wrongly: on right submissions in many notations, and on known mistakes, slips, hedges and misplaced answers. Exits with 2 where a wrong answer was judged correct.")
        {
            assignment, student, keyFile, trials, seed, labelled, jobs, reports,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(labelled) is not null && (result.GetResult(trials) is { Implicit: false } || result.GetResult(seed) is { Implicit: false }))
                result.AddError("--labelled: nothing is generated, so that --trials and --seed have nothing to say. Leave them out, or leave --labelled out.");
        });
        command.SetAction(parsed =>
        {
            var targets = (parsed.GetValue(reports) ?? []).Select(text => ReportTarget.Parse(text, RatesReports.Kinds)).ToList();
            var (name, whose) = (parsed.GetRequiredValue(assignment), parsed.GetValue(student));
            var read = AssignmentArguments.Load(name, whose, parsed.GetValue(keyFile));
            return (int)(parsed.GetValue(labelled) is { } folder
                ? RunLabelled(read, whose, folder, parsed.GetValue(jobs), targets)
                : Run(read, name, parsed.GetValue(trials), parsed.GetValue(seed), parsed.GetValue(jobs), targets));
        });
        return command;
    }

    private static ExitCode Run(Assignment assignment, string name, int trials, ulong seed, int jobs, List<ReportTarget> targets)
    {
        var watch = Stopwatch.StartNew();
        var report = CaseTest.Run(assignment, SampleSentences.Of(assignment, CaseFolder.Samples(name, ConfigurationFile.Find(Directory.GetCurrentDirectory()).Folder)), trials, seed, jobs, CommandLine.Stopping.Token);
        StandardError.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{trials} submissions in {watch.Elapsed.TotalSeconds:0.0} s."));
        RatesReports.Write(targets, $"{assignment.Id}-test", CaseTestPage.Of(report), () => JsonCaseTestWriter.Write(report, ProgramVersion.Text));
        return report.HasFalseAccept ? ExitCode.AnswerIsNo : ExitCode.Done;
    }

    private static ExitCode RunLabelled(Assignment assignment, string? student, string folder, int jobs, List<ReportTarget> targets)
    {
        AssignmentArguments.TellOfDraws(assignment, student);
        var converters = new Converters(ConfigurationFile.Find(Directory.GetCurrentDirectory()), CommandLine.Stopping.Token);
        var pile = SubmissionPile.In(folder, "--labelled ", converters);
        pile.CheckTargets(targets, $"{assignment.Id}-labelled", converters);
        var verdicts = LabelledFolder.Verdicts(pile, assignment);
        var graded = pile.Grade(assignment, converters, jobs, CommandLine.Stopping.Token);
        var report = LabelledTest.Measure(assignment, graded.Select(submission => new LabelledSubmission(submission, verdicts[submission.File])).ToSequence());
        RatesReports.Write(targets, $"{assignment.Id}-labelled", LabelledPage.Of(report), () => JsonLabelledWriter.Write(report, ProgramVersion.Text));
        return SubmissionPile.After(graded, report.HasFalseAccept ? ExitCode.AnswerIsNo : ExitCode.Done);
    }
}
