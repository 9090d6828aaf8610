using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using Grader.Classroom.Decisions;
using Grader.Classroom.Review;
using Grader.Classroom.Runs;
using Grader.Classroom.Shards;
using Grader.Cli.Classes;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Review;

namespace Grader.Cli.Commands;

/// <summary><c>grader review RUN</c>: a page on this machine on which a person decides on what the program was not sure of.</summary>
internal static class ReviewCommand
{
    private const int MostPort = 65535;
    private const int MostSampled = 100;

    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The folder of a complete run." };
        var submissions = new Option<string?>("--submissions") { Description = $"Where the submissions are now. Default: where they were, by {RunFolder.Manifest}.", HelpName = "DIR" };
        var assignment = new Option<string?>("--case") { Description = $"Where the assignment is now. Default: where it was, by {RunFolder.Manifest}.", HelpName = "DIR|FILE" };
        var keyFile = AssignmentArguments.KeyFile();
        var checks = new Option<string[]>("-c", "--check") { Description = "Only this check. Repeatable.", HelpName = "CHECK", AllowMultipleArgumentsPerToken = false };
        var all = new Option<bool>("--all") { Description = "Answers too of which the program is sure." };
        var part = new Option<string?>("--part") { Description = "Of several assistants, each with a copy of RUN: the share of the I-th of N. grader merge brings the decisions together.", HelpName = "I/N" };
        var sample = new Option<int>("--double") { Description = "With --part: how many percent of the answers two of them decide, for their agreement.", HelpName = "PERCENT" };
        sample.Validators.Add(result => AssignmentArguments.Within(result, "--double", 0, MostSampled));
        var reviewer = new Option<string?>("--reviewer") { Description = "Who decides, for the ledger. Default: the user of this machine.", HelpName = "NAME" };
        var port = new Option<int>("--port") { Description = "Where the page is served. Default: a free port.", HelpName = "N" };
        port.Validators.Add(result => AssignmentArguments.Within(result, "--port", 0, MostPort));
        var jobs = AssignmentArguments.Jobs("-j", "--jobs");
        var command = new Command("review", $"Decide on what the program was not sure of, on a page that this machine alone can open: check by check, answers that say the same at once, by the keyboard. Each decision is written to {Ledger.FileName}.") { run, submissions, assignment, keyFile, checks, all, part, sample, reviewer, port, jobs };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(part) is null && parsed.GetValue(sample) > 0)
                throw new GraderException(ExitCode.WrongUsage, "--double: it is about several assistants. Give --part I/N, too.");
            var share = parsed.GetValue(part) is { } text ? ReviewPart.ShareOf(text) : new Shard(1, 1);
            var name = parsed.GetValue(reviewer) ?? (share.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{Environment.UserName}-{share.Index}") : Environment.UserName);
            if (string.IsNullOrWhiteSpace(name))
                throw new GraderException(ExitCode.WrongUsage, "--reviewer: write who decides.");
            var place = parsed.GetRequiredValue(run);
            var manifest = RunFolder.ReadComplete(place);
            var setup = ClassSetup.OfRun(place, manifest, parsed.GetValue(submissions), parsed.GetValue(assignment), parsed.GetValue(keyFile), CommandLine.Stopping.Token);
            if (setup.Inputs.Key != manifest.Inputs.Key)
                throw new GraderException(ExitCode.WrongUsage, $"{place}: it was graded by another key than {setup.Source.Assignment} has now. Grade it by that one first: grader regrade {place}.");
            return (int)new Review(place, setup, [.. parsed.GetValue(checks) ?? []], parsed.GetValue(all), new(share, parsed.GetValue(sample)), name.Trim(), parsed.GetValue(port), AssignmentArguments.Threads(parsed.GetValue(jobs))).Run(CommandLine.Stopping.Token).GetAwaiter().GetResult();
        });
        return command;
    }

    private sealed record Review(string Place, ClassSetup Setup, Sequence<string> Checks, bool WithSure, ReviewPart Part, string Reviewer, int Port, int Jobs)
    {
        public async Task<ExitCode> Run(CancellationToken cancellation)
        {
            using var folder = RunFolder.Open(Place);
            var known = Setup.Assignment.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).Select(check => check.Id).ToHashSet(StringComparer.Ordinal);
            if (Checks.Items.FirstOrDefault(check => !known.Contains(check)) is { } unknown)
                throw new GraderException(ExitCode.WrongUsage, $"-c {unknown}: {Setup.Assignment.Id} has no such check. There are: {string.Join(", ", known)}.");
            var rubrics = folder.Rubrics(Rubrics.Of(Setup.Assignment));
            var inputs = RunResults.Heads(Place).ToDictionary(result => result.Name, result => result.Input, StringComparer.Ordinal);
            var tasks = Setup.Tasks.Items.ToDictionary(task => task.Name, StringComparer.Ordinal);
            var unread = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
            ReviewedSubmission? Read(string name)
            {
                var submission = tasks.TryGetValue(name, out var task) ? Setup.Grader.Review(task, inputs[name]) : null;
                if (submission is null)
                    unread[name] = true;
                return submission;
            }
            var queue = Queue(rubrics, Read, cancellation);
            var session = new ReviewSession(Place, queue, Part, Checks, Reviewer, TimeProvider.System);
            if (Part.Share.Count > 1 && !unread.IsEmpty)
                throw new GraderException(ExitCode.UnreadableSubmission, $"--part {Part.Share}: {unread.Count} submissions are not there, or not as graded (the first: {unread.Keys.Order(StringComparer.Ordinal).First()}): the parts of others would be other answers. Copy the submissions byte by byte, or give their place with --submissions.");
            if (session.Rate.OfAnswers == 0)
            {
                StandardOutput.Write($"{Place}: no answer waits for a person{(Part.Share.Count > 1 ? $" in part {Part.Share}" : "")}.\n");
                return ExitCode.NothingToGrade;
            }
            var note = unread.IsEmpty ? "" : $"{unread.Count} {(unread.Count == 1 ? "submission is" : "submissions are")} not there any more, or not as graded (other line ends are enough): of these only what the run kept is shown, each for itself. Give their place with --submissions.";
            if (note.Length > 0)
                StandardError.WriteLine(note);
            var site = new ReviewSite(session, new(session, Setup.Assignment.Title, Questions(), Read, note));
            // Where an earlier review was killed, the gradebook lacks what the ledger has.
            if (File.Exists(Path.Combine(Place, Ledger.FileName)))
                folder.WriteGradebook();
            CommandLine.EndsItself = true;
            // A terminal that is closed ends an evening, too.
            using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, CommandLine.Stop);
            await using var server = await ReviewServer.Start(site, Port);
            StandardOutput.Write($"{server.Address}\n");
            StandardError.WriteLine($"{Say(session.Rate)} {Reviewer} decides. The address opens the review on this machine alone; whoever has it can decide. End on the page, or with Ctrl-C.");
            try
            {
                await server.Ended.WaitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                // Ctrl-C ends an evening as the page does.
            }
            folder.WriteGradebook();
            StandardError.WriteLine($"{Say(session.Rate)} {Ledger.FileName} has every decision, {RunFolder.GradebookName} is written.");
            return ExitCode.Done;
        }

        private IReadOnlyList<ReviewGroup> Queue(Rubrics rubrics, Func<string, ReviewedSubmission?> read, CancellationToken cancellation)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            return RunProgressBar.During(progress => ReviewQueue.Of(Place, rubrics, read, WithSure, Jobs, (done, of) => { lock (watch) progress(new(done, 0, of, watch.Elapsed)); }, cancellation));
        }

        private Dictionary<string, ReviewQuestion> Questions() => Setup.Assignment.Questions.Items
            .SelectMany(question => question.Parts.Items, (question, part) => (Question: question, Part: part))
            .SelectMany(item => item.Part.Checks.Items, (item, check) => (item.Question, item.Part, Check: check))
            .ToDictionary(item => item.Check.Id, item => new ReviewQuestion($"{item.Part.Id} {item.Question.Title}", $"{item.Question.Text}\n\n{item.Part.Text}"), StringComparer.Ordinal);

        private static string Say(ReviewRate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.Answers} of {rate.OfAnswers} answers are decided.");
    }
}
