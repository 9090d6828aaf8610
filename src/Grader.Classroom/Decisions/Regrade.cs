using Grader.Classroom.Runs;
using Grader.Mathematics;

namespace Grader.Classroom.Decisions;

/// <summary>Grades a finished run by a changed key, and tells whose points change and why. Decisions of people stand.</summary>
public static class Regrade
{
    private const string JournalName = "regrade.tmp";

    /// <param name="now">What it is regraded by: another key, or another version of the program.</param>
    /// <param name="rubrics">Of the key that it is regraded by.</param>
    /// <param name="isDry">Nothing is written.</param>
    /// <param name="isNeverLower">A check that earns less by the new key keeps its points.</param>
    /// <exception cref="ClassroomException">The submissions are others, or the run cannot be written.</exception>
    public static RegradeDifference Run(string run, RunInputs now, RunSource source, Rubrics rubrics, Sequence<ClassTask> tasks, ITaskGrader grader, int jobs, TimeSpan limit, bool isDry, bool isNeverLower, Action<RunProgress> progress, CancellationToken cancellation)
    {
        var manifest = RunFolder.ReadComplete(run);
        if (now.DifferencesFrom(manifest.Inputs with { Key = now.Key, Grader = now.Grader }).ToList() is { Count: > 0 } differences)
            throw new ClassroomException(ClassroomFault.Usage, $"{run}: only the key may be another where a class is regraded: {string.Join("; ", differences)}. Grade what is new into a run of its own.");
        using var folder = RunFolder.Open(run);
        var path = Path.Combine(run, JournalName);
        File.Delete(path);
        try
        {
            using var journal = Journal.Open(path);
            var dangerous = RunResults.Heads(run).Where(result => result.IsDangerous).Select(result => result.Name).ToHashSet(StringComparer.Ordinal);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            new Workers(jobs, limit).Run(
                tasks.Count,
                (number, clock) => grader.Grade(tasks[number], dangerous.Contains(tasks[number].Name), clock),
                (number, line) => RunFolder.Guarded(run, () => journal.Add(tasks[number].Name, line)),
                number => ResultLine.Write(tasks[number], ClassRun.TooLong(limit)),
                done => progress(new(done, 0, tasks.Count, watch.Elapsed)),
                cancellation);
            var difference = Compare(run, manifest.Inputs, now, rubrics, journal, isNeverLower);
            if (!isDry)
                Write(folder, manifest with { Inputs = now, Source = source }, rubrics, journal, difference);
            return difference;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static RegradeDifference Compare(string run, RunInputs from, RunInputs to, Rubrics rubrics, Journal journal, bool isNeverLower)
    {
        var (ledger, earlier) = (Ledger.Read(run), Rubrics.Read(run));
        var (checks, students, kept) = (new List<CheckChange>(), new List<StudentChange>(), new List<Decision>());
        foreach (var (summary, line) in RunResults.Lines(run))
        {
            var regraded = journal.LineOf(summary.Name);
            var head = ResultLine.Read(regraded);
            if (summary.Error is null && head.Error is null && head.Input != summary.Input)
                throw new ClassroomException(ClassroomFault.Usage, $"{run}: {summary.Name} has changed since it was graded. Grade what is new into a run of its own.");
            var decided = ledger.On(summary.Name);
            // The same result earns something else where a person found ideas in it that are worth something else.
            if (decided.Count == 0 && regraded.AsSpan().SequenceEqual(line.Span))
                continue;
            var before = DecidedResults.Checks(line).Items.ToDictionary(check => check.Id, StringComparer.Ordinal);
            var after = DecidedResults.Checks(regraded);
            var changes = after.Items.Select(check => Change(summary.Name, before.GetValueOrDefault(check.Id), check)).Where(change => change.IsOne)
                .Concat(before.Values.Where(check => after.Items.All(other => other.Id != check.Id)).Select(check => new CheckChange(summary.Name, check, null, false))).ToList();
            checks.AddRange(changes);
            var floors = isNeverLower ? Floors(summary.Name, before.Values.Select(check => (check, Worth(summary, check, decided, earlier))), after.Items.ToDictionary(check => check.Id, check => Worth(head, check, decided, rubrics), StringComparer.Ordinal), to.Key) : [];
            kept.AddRange(floors);
            var (was, now) = (DecidedResults.With(summary, line, decided, earlier), DecidedResults.With(head, regraded, [.. decided, .. floors], rubrics));

            CheckChange Change(string submission, GradedCheck? was, GradedCheck now)
            {
                var ofCheck = decided.Where(decision => decision.Check == now.Id).ToList();
                var standing = StandingDecisions.Of(ofCheck, head.Input, now, rubrics[now.Id]);
                return new(submission, was, now, standing.IsDecided) { IsOutOfDate = standing.Stale.Count > 0 && was is not null && StandingDecisions.Of(ofCheck, summary.Input, was, earlier[now.Id]).IsDecided };
            }
            if (was.Points != now.Points || was.Error != now.Error)
                students.Add(new(summary.Name, [.. summary.Students.Items.Select(student => student.Id)], was.Points, now.Points));
        }
        return new(from, to, students.ToSequence(), checks.ToSequence(), kept.ToSequence());
    }

    /// <summary>What a check earns, with the decisions that hold.</summary>
    private static decimal Worth(ResultSummary result, GradedCheck check, IReadOnlyList<Decision> decided, Rubrics rubrics)
    {
        var standing = StandingDecisions.Of(decided.Where(decision => decision.Check == check.Id), result.Input, check, rubrics[check.Id]);
        return standing.Points is not { } points ? check.Points : standing.IsFloor ? Math.Max(points, check.Points) : points;
    }

    private static List<Decision> Floors(string submission, IEnumerable<(GradedCheck Check, decimal Points)> before, Dictionary<string, decimal> after, string key) =>
        [.. before.Where(item => after.TryGetValue(item.Check.Id, out var now) && now < item.Points).Select(item => new Decision(submission, item.Check.Id, new KeptPoints(item.Points), $"not lowered by the key {key[..Math.Min(8, key.Length)]}") { Id = Decision.NewId() })];

    private static void Write(RunFolder folder, RunManifest manifest, Rubrics rubrics, Journal journal, RegradeDifference difference)
    {
        var time = DateTimeOffset.UtcNow;
        // The ledger first: a kill in between leaves decisions that hold for either key, and the same command goes on.
        Ledger.Append(folder.Path, [.. difference.Kept.Items.Select(decision => LedgerEntry.Of(decision with { Time = time }, difference.Students.Items.FirstOrDefault(change => change.Submission == decision.Submission)?.Students.Items.FirstOrDefault() ?? "")), LedgerEntry.Of(difference, time)]);
        folder.WriteResults(manifest, rubrics, journal.CopyTo);
    }
}

/// <summary>What a regrade changes.</summary>
/// <param name="From">What the run was made of, and what it is made of now.</param>
/// <param name="Students">Whose sums change, with the decisions that hold.</param>
/// <param name="Checks">As the program grades them.</param>
/// <param name="Kept">Points that are not lowered.</param>
public sealed record RegradeDifference(RunInputs From, RunInputs To, Sequence<StudentChange> Students, Sequence<CheckChange> Checks, Sequence<Decision> Kept);

public sealed record StudentChange(string Submission, Sequence<string> Students, PointsSum Was, PointsSum Is);

/// <param name="Was">Null where the check is new; <paramref name="Is"/> null where it is no more.</param>
/// <param name="IsDecided">A person's points hold, whatever the program says.</param>
public sealed record CheckChange(string Submission, GradedCheck? Was, GradedCheck? Is, bool IsDecided)
{
    /// <summary>A person's decision held, and holds no more: what is asked, or the right answer, is another.</summary>
    public bool IsOutOfDate { get; init; }

    internal bool IsOne => IsOutOfDate || Was is null || Is is null || Was.Verdict != Is.Verdict || Was.Points != Is.Points || Was.Pending != Is.Pending || Was.Max != Is.Max;
}
