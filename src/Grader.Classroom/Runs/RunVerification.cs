using Grader.Classroom.Decisions;
using Grader.Classroom.Gradebooks;
using Grader.Mathematics;

namespace Grader.Classroom.Runs;

/// <summary>Whether a finished run still is what its inputs give: every hash is computed anew, and every submission graded again.</summary>
public static class RunVerification
{
    /// <param name="run">The run's folder.</param>
    /// <param name="now">What the run would be made of today.</param>
    /// <param name="tasks">Those of today.</param>
    /// <exception cref="ClassroomException">The run is not there, or not complete.</exception>
    public static RunVerified Verify(string run, RunInputs now, Sequence<ClassTask> tasks, ITaskGrader grader, int jobs, TimeSpan limit, Action<RunProgress> progress, CancellationToken cancellation)
    {
        var manifest = RunFolder.ReadComplete(run);
        var findings = now.DifferencesFrom(manifest.Inputs).Select(difference => $"{RunFolder.Manifest}: {difference}").ToList();
        findings.AddRange(manifest.Files.Where(file => RunFolder.HashOf(Path.Combine(run, file.Key)) != file.Value).Select(file => $"{file.Key}: its bytes are not those that the run wrote").Order(StringComparer.Ordinal));

        // That files are missing or others is said already.
        if (findings.Count == 0 && File.Exists(Path.Combine(run, Ledger.FileName)) && !IsOfResults(run, manifest))
            findings.Add($"{RunFolder.GradebookName}: not what the results and {Ledger.FileName} give; grader review writes it anew");

        using var results = RunResults.Open(run);
        var recorded = results.All().ToDictionary(result => result.Summary.Name, result => (result.Place, result.Summary.IsDangerous), StringComparer.Ordinal);
        findings.AddRange(recorded.Keys.Except(tasks.Items.Select(task => task.Name), StringComparer.Ordinal).Select(name => $"{name}: the submission is not there any more"));
        findings.AddRange(tasks.Items.Where(task => !recorded.ContainsKey(task.Name)).Select(task => $"{task.Name}: the run has no result for it"));

        var known = tasks.Items.Where(task => recorded.ContainsKey(task.Name)).ToList();
        var differing = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        new Workers(jobs, limit).Run(
            known.Count,
            (number, clock) => grader.Grade(known[number], recorded[known[number].Name].IsDangerous, clock),
            (number, again) =>
            {
                var line = results.At(recorded[known[number].Name].Place);
                var (summary, now) = (ResultLine.Read(line), ResultLine.Read(again));
                if (summary.Input.Length > 0 && now.Input != summary.Input)
                    differing[summary.Name] = $"the submission has changed (its hash was {summary.Input[..8]}, and is {(now.Input.Length > 8 ? now.Input[..8] : "unknown")})";
                else if (!again.AsSpan().SequenceEqual(line))
                    differing[summary.Name] = "the submission is the same, and its result comes out otherwise";
            },
            number => ResultLine.Write(known[number], ClassRun.TooLong(limit)),
            done => progress(new(done, 0, known.Count, watch.Elapsed)),
            cancellation);
        findings.AddRange(differing.Select(item => $"{item.Key}: {item.Value}"));
        return new(known.Count, known.Count - differing.Count, findings.ToSequence());
    }

    /// <summary>The gradebook is what results and ledger give.</summary>
    private static bool IsOfResults(string run, RunManifest manifest)
    {
        using var gradebook = new MemoryStream();
        GradebookFile.Write(run, manifest, gradebook);
        return gradebook.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(run, RunFolder.GradebookName)));
    }
}

/// <param name="Graded">Submissions graded again.</param>
/// <param name="Same">Those whose result has the same bytes.</param>
/// <param name="Findings">What does not agree, a sentence each; none where all does.</param>
public sealed record RunVerified(int Graded, int Same, Sequence<string> Findings);
