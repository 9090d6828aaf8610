using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Verification;

/// <summary>Measures on generated submissions how often an assignment's checks are judged wrongly.</summary>
public static class CaseTest
{
    public const int DefaultTrials = 1000;

    /// <summary>Equal arguments give equal reports, on however many cores.</summary>
    /// <param name="sentences">Right sentences besides those of the key, by check.</param>
    /// <param name="trials">How many submissions: every other one is right in all answers.</param>
    /// <param name="jobs">How many are graded at once; −1 for one a core.</param>
    public static CaseTestReport Run(Assignment assignment, IReadOnlyDictionary<string, Sequence<string>> sentences, int trials, ulong seed, int jobs, CancellationToken cancellation) =>
        Run(assignment, assignment, sentences, trials, seed, jobs, cancellation);

    /// <param name="judge">The assignment whose checks judge.</param>
    internal static CaseTestReport Run(Assignment assignment, Assignment judge, IReadOnlyDictionary<string, Sequence<string>> sentences, int trials, ulong seed, int jobs, CancellationToken cancellation)
    {
        var checks = assignment.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).ToList();
        var maker = new TrialMaker(assignment, sentences);
        var grades = new TrialGrades(judge);
        var (tally, merging) = (new TrialTally(checks), new Lock());
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
        Parallel.For(0, trials, options, () => new TrialTally(checks), (number, _, own) =>
        {
            var trial = maker.Make(seed, number);
            own.Add(trial, grades.Of(trial.Text));
            return own;
        }, own =>
        {
            lock (merging)
                tally.Add(own);
        });

        var shrinker = new TrialShrinker(grades, maker.Gap);
        var failures = tally.Failures.ToList();
        var smallest = new FailingSubmission[failures.Count];
        Parallel.For(0, failures.Count, options, index => smallest[index] = Failure(shrinker, failures[index]));
        return new(assignment.Id, assignment.Title, assignment.Sha256, trials, seed, tally.Checks)
        {
            Changes = tally.Changes,
            LeftOut = tally.LeftOut,
            Bands = assignment.Questions.Items.SelectMany(BandRates.Of).ToSequence(),
            Findings = maker.Findings(),
            Failures = Together(smallest),
        };
    }

    private static FailingSubmission Failure(TrialShrinker shrinker, (string Check, Failing Failing, Trial Trial) failure)
    {
        var (trial, grade) = shrinker.Smallest(failure.Trial, failure.Check, failure.Failing);
        var change = failure.Failing == Failing.FalseAccept ? failure.Trial.Wronging(failure.Check) : null;
        return new(failure.Failing, [failure.Check], change?.Kind.Name() ?? "", change?.Say ?? "", trial.Style.ToString(), failure.Trial.Number, grade.Verdict, grade.Message, trial.Text);
    }

    /// <summary>What fails by one style, and for false accepts by one kind of change, is shown once, by the shortest text.</summary>
    private static Sequence<FailingSubmission> Together(IEnumerable<FailingSubmission> failures) => failures
        .GroupBy(failure => (failure.Failing, failure.Change, failure.Style))
        .Select(group => group.MinBy(failure => failure.Text.Length)! with { Checks = group.Select(failure => failure.Checks[0]).ToSequence() })
        .ToSequence();
}
