using System.CommandLine;
using System.Globalization;
using Grader.Cli.Files;
using Grader.Cli.Intake;
using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Reference.Training;
using Grader.Reports;
using Grader.Submissions;

namespace Grader.Cli.Commands;

/// <summary><c>grader check FILE…</c>: grades submissions and prints a report per question.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Submissions in Markdown, or notebooks; a folder or a zip that holds one; - for standard input.", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(result =>
        {
            // A list of files takes whatever stands there, a mistyped option too.
            foreach (var token in result.Tokens.Where(token => token.Value.Length > 1 && token.Value[0] == '-' && !Path.Exists(token.Value)))
                result.AddError($"There is no option {token.Value}.");
        });
        var assignment = new Option<string?>("--case") { Description = "The assignment: its folder, its assignment.json, its sealed file, or its name in cases/. Default: what grader.json names.", HelpName = "DIR|FILE" };
        var student = AssignmentArguments.Student();
        var keyFile = AssignmentArguments.KeyFile();
        var reports = new Option<string[]>("--report") { Description = $"Also write a report: KIND is one of {string.Join(", ", ReportFormats.Kinds)}; PATH is a file, - standard output. Repeatable; with several submissions PATH is a folder or has {{name}} in it.", HelpName = "KIND=PATH", AllowMultipleArgumentsPerToken = false };
        var format = new Option<string>("--format") { Description = "What standard output gets.", DefaultValueFactory = _ => "text", HelpName = "KIND" };
        format.AcceptOnlyFromAmong([.. ReportFormats.Kinds]);
        var audience = new Option<string?>("--audience") { Description = "For whom: instructor gets all, student verdicts and feedback without right answers, receipt what was read and where, with no verdict. Default: instructor; in CI student.", HelpName = "receipt|student|instructor" };
        audience.AcceptOnlyFromAmong("receipt", "student", "instructor");
        var anonymize = new Option<bool>("--anonymize") { Description = "Leave names of files and students out of everything; a submission goes by a short hash of its bytes." };
        var ci = new Option<string>("--ci") { Description = "The service whose log this is: on GitHub annotations and a step summary, on GitLab advice; in both a report for students. auto sees which.", DefaultValueFactory = _ => "auto", HelpName = "auto|github|gitlab|none" };
        ci.AcceptOnlyFromAmong(ContinuousIntegration.Choices);
        var question = new Option<string?>("-q", "--question") { Description = "Grade this question alone.", HelpName = "ID" };
        var failUnder = new Option<string?>("--fail-under") { Description = "Exit with 2 below this percentage, pending points counted in the student's favour.", HelpName = "PERCENT" };
        var failOnReview = new Option<bool>("--fail-on-review") { Description = "Exit with 9 where something needs a person." };

        var explain = new Option<bool>("--explain") { Description = "In the text: the worked solution of what is not right. For students only where the assignment releases its answers." };
        var color = TerminalWindow.Option();

        var command = new Command("check", "Grade submissions against an assignment; print a report per question.") { files, assignment, student, keyFile, reports, format, audience, ci, anonymize, question, failUnder, failOnReview, explain, color };
        command.SetAction(parsed => (int)new Check(
            parsed.GetRequiredValue(files),
            parsed.GetValue(assignment),
            parsed.GetValue(student),
            parsed.GetValue(keyFile),
            parsed.GetValue(reports) ?? [],
            parsed.GetRequiredValue(format),
            parsed.GetValue(audience),
            ContinuousIntegration.Of(parsed.GetRequiredValue(ci)),
            parsed.GetValue(anonymize),
            parsed.GetValue(question),
            parsed.GetValue(failUnder),
            parsed.GetValue(failOnReview),
            parsed.GetValue(explain),
            TerminalWindow.Of(parsed.GetRequiredValue(color))).Run(CommandLine.Stopping.Token));
        return command;
    }

    private sealed record Check(string[] Files, string? Case, string? Student, string? KeyFile, string[] Reports, string Format, string? For, ContinuousIntegration Ci, bool IsAnonymous, string? Question, string? FailUnder, bool FailOnReview, bool Explain, TerminalScreen? Screen)
    {
        private bool IsReceipt => For == "receipt";

        private Audience Audience => (For ?? (Ci.IsThere ? "student" : "instructor")) == "student" ? Audience.Student : Audience.Instructor;

        public ExitCode Run(CancellationToken cancellation)
        {
            if (FailUnder is not null && Limit is null)
                throw new GraderException(ExitCode.WrongUsage, $"--fail-under {FailUnder}: write a percentage from 0 to 100.");
            if (IsReceipt && (FailUnder is not null || FailOnReview))
                throw new GraderException(ExitCode.WrongUsage, "--audience receipt: a receipt says nothing of what is right, so that --fail-under and --fail-on-review have nothing to go by. Leave them out.");
            var configuration = ConfigurationFile.Find(Directory.GetCurrentDirectory());
            var targets = Reports.Select(text => ReportTarget.Parse(text, ReportFormats.Kinds)).Concat(Reports.Length > 0 ? [] : configuration.Reports.Select(text => ReportTarget.Parse(text, ReportFormats.Kinds))).ToList();
            var name = Case ?? configuration.Assignment ?? throw new GraderException(ExitCode.WrongUsage, "No assignment: give --case DIR, or name one in grader.json (\"assignment\": \"cases/hw5\").");
            var (source, shown) = CaseFolder.Open(name, configuration.Folder, isPath: Case is not null, KeyFile);
            var assignment = CaseFolder.Load(source, shown, Student ?? "");
            CheckQuestion(assignment);
            AssignmentArguments.TellOfDraws(assignment, Student);
            if (IsAnonymous)
                assignment = assignment with { Student = "" };
            if (Explain && (IsReceipt || (Audience == Audience.Student && !assignment.ReleasesAnswers)))
                throw new GraderException(ExitCode.WrongUsage, $"--explain shows right answers, which {assignment.Id} does not release to students: leave it out, give --audience instructor, or write \"releaseAnswers\": true in assignment.json.");
            var curves = IsPageWanted(targets) && (Audience == Audience.Instructor || assignment.ReleasesAnswers) ? ReferenceCurves.Of(assignment, source) : [];
            var expected = SubmissionGrader.ExpectedParts(assignment);
            if (IsReceipt && (targets.Select(target => target.Kind).FirstOrDefault(kind => kind is not ("text" or "json")) ?? (Format is "text" or "json" ? null : Format)) is { } other)
                throw new GraderException(ExitCode.WrongUsage, $"--audience receipt: a receipt is text or json; in {other} there is nothing to say without a verdict.");
            CheckTargets(targets);
            Ci.Advise(targets);

            var codes = new List<ExitCode>();
            foreach (var file in Files)
            {
                if (cancellation.IsCancellationRequested)
                {
                    StandardError.WriteLine("Cancelled; the reports before this one are finished.");
                    codes.Add(ExitCode.Cancelled);
                    break;
                }
                try
                {
                    codes.Add(Grade(file, assignment, expected, curves, targets, new Converters(configuration, cancellation)));
                }
                catch (GraderException error) when (error.Code is not ExitCode.WrongCase)
                {
                    // One bad file does not cost the others their result.
                    StandardError.WriteLine(IsAnonymous ? error.Message.Replace(file, "A submission", StringComparison.Ordinal).Replace(Path.GetFileName(file), "a submission", StringComparison.Ordinal) : error.Message);
                    codes.Add(error.Code);
                }
            }
            return ExitCodes.Combine(codes);
        }

        private double? Limit => double.TryParse(FailUnder?.TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100 ? percent : null;

        private bool IsPageWanted(List<ReportTarget> targets) => Format == "html" || targets.Exists(target => target.Kind == "html");

        /// <summary>Told before anything is graded: a report that has no place of its own, or would replace a submission.</summary>
        private void CheckTargets(List<ReportTarget> targets)
        {
            foreach (var target in targets.Where(target => !target.IsStandardOutput))
            {
                foreach (var file in Files)
                {
                    var path = target.For(SubmissionFile.StemOf(file), Files.Length > 1);
                    if (Files.Any(other => other != "-" && Path.GetFullPath(other) == Path.GetFullPath(path)))
                        throw new GraderException(ExitCode.WrongUsage, $"--report {target.Kind}={target.Path}: this is the submission itself, and would be replaced. Give another place.");
                }
            }
        }

        private void CheckQuestion(Assignment assignment)
        {
            if (Question is not null && !assignment.Questions.Items.Any(question => question.Id == Question))
                throw new GraderException(ExitCode.WrongUsage, $"-q {Question}: {assignment.Id} has no such question. There are: {string.Join(", ", assignment.Questions.Items.Select(question => question.Id))}.");
        }

        private ExitCode Grade(string file, Assignment assignment, Sequence<ExpectedPart> expected, Sequence<ReferenceCurves> curves, List<ReportTarget> targets, Converters converters)
        {
            var submission = SubmissionFile.Read(file, converters);
            if (IsAnonymous)
                submission = submission.Anonymous();
            var document = submission.Document(expected);
            if (IsReceipt)
            {
                var receipt = ReceiptMaker.Of(assignment, document, submission.Sha256, Question) with { Submission = submission.Identity };
                string Receipt(string kind, Receipt of) => kind == "json" ? JsonReceiptWriter.Write(of, ProgramVersion.Text) : ReceiptTextWriter.Write(of);
                Write(submission.Stem, targets, kind => Receipt(kind, receipt), kind => Receipt(kind, Ci.IsThere ? receipt with { Student = "" } : receipt));
                return ExitCode.Done;
            }
            var report = SubmissionGrader.Grade(assignment, document, submission.Sha256, Question) with { Submission = submission.Identity };
            var told = report.For(Audience);
            var run = ContinuousIntegration.Run(file, IsAnonymous) with { Worked = Explain ? Worked(assignment, told) : null };
            var logged = Ci.Public(told, Files.Length > 1);
            var runLogged = run with { Path = logged.Submission == told.Submission ? run.Path : "", Screen = Screen };
            if (IsPageWanted(targets))
            {
                run = run with { Text = SubmissionPassage.Of(document, submission.Identity.AnswersFile), HidesOtherLines = IsAnonymous, Curves = curves };
                // A log is read by others than the one who wrote it.
                if (!Ci.IsThere)
                    runLogged = runLogged with { Text = run.Text, HidesOtherLines = run.HidesOtherLines, Curves = run.Curves };
            }
            Write(submission.Stem, targets, kind => ReportFormats.Named(kind)!.Write(told, run), kind => ReportFormats.Named(kind)!.Write(logged, runLogged));
            Ci.Show(logged, runLogged);

            if (Limit is { } limit && (report.Points + report.PendingPoints).ToDouble() < report.MaxPoints.ToDouble() * limit / 100)
            {
                StandardError.WriteLine($"{logged.Submission.Name}: below {limit} % of the points.");
                return ExitCode.AnswerIsNo;
            }
            if (Limit is not null && report.PendingPoints.Sign > 0)
                StandardError.WriteLine($"{logged.Submission.Name}: pending points were counted in the student's favour.");
            return FailOnReview && report.NeedsReview ? ExitCode.NeedsReview : ExitCode.Done;
        }

        /// <summary>The answers to all that is not simply right.</summary>
        private static AnswerKey Worked(Assignment assignment, GradeReport report)
        {
            var wrong = report.Checks().Where(check => check.Verdict != Verdict.Correct).Select(check => check.Id).ToHashSet(StringComparer.Ordinal);
            return AnswerKey.Of(assignment, check => wrong.Contains(check.Id));
        }

        private void Write(string stem, List<ReportTarget> targets, Func<string, string> render, Func<string, string> renderForLog)
        {
            // Standard output first: a report that cannot be written does not cost the finished result.
            if (!targets.Exists(target => target.IsStandardOutput))
                StandardOutput.Write(Ci.Logged(renderForLog(Format), Format));
            foreach (var target in targets)
            {
                if (target.IsStandardOutput)
                    StandardOutput.Write(Ci.Logged(renderForLog(target.Kind), target.Kind));
                else
                    AtomicFile.Write(target.For(stem, Files.Length > 1), render(target.Kind));
            }
        }
    }
}
