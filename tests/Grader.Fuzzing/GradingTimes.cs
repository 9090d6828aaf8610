using System.Text;
using Grader.Grading;
using Grader.Submissions;
using Grader.Verification.Tests;

namespace Grader.Fuzzing;

/// <summary>Reads and grades changed submissions of whole length: no exception, memory within bounds, and how long it takes.</summary>
internal static class GradingTimes
{
    /// <summary>Allocated in all, not held at once.</summary>
    private const long MostBytes = 500_000_000;

    /// <summary>Milliseconds that are measured again.</summary>
    private const double Slow = 20;

    public static int Run(int count, int seed)
    {
        var folder = CaseFolders.Of("hw5");
        var assignment = CaseFolder.Assignment(folder);
        var expected = SubmissionGrader.ExpectedParts(assignment);
        string[] samples = [.. Directory.GetFiles(Path.Combine(folder, "submissions"), "*.md").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        var random = new Random(seed);
        var times = new double[count];
        var (slowest, largest) = ((Milliseconds: 0.0, Text: ""), (Bytes: 0L, Text: ""));
        for (var i = 0; i < count; i++)
        {
            var text = SubmissionMutations.Change(samples, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = Environment.CpuUsage.TotalTime;
            try
            {
                SubmissionGrader.Grade(assignment, SubmissionReader.Read("submission.md", text, expected), "");
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                Console.WriteLine($"seed {seed}, input {i}: {problem}{Environment.NewLine}{text}");
                return 1;
            }

            times[i] = (Environment.CpuUsage.TotalTime - started).TotalMilliseconds;
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            // The compiler and the collector work for others too: what is slow by itself is slow again.
            for (var again = 0; again < 3 && times[i] > Slow; again++)
            {
                started = Environment.CpuUsage.TotalTime;
                SubmissionGrader.Grade(assignment, SubmissionReader.Read("submission.md", text, expected), "");
                times[i] = Math.Min(times[i], (Environment.CpuUsage.TotalTime - started).TotalMilliseconds);
            }

            if (times[i] > slowest.Milliseconds && i > count / 20)
                slowest = (times[i], text);
            if (bytes > largest.Bytes)
                largest = (bytes, text);
        }

        // The first inputs pay for the compiler.
        var warm = times[(count / 20)..].Order().ToArray();
        Console.WriteLine($"{count} submissions; processor time, warm: median {warm[warm.Length / 2]:F2} ms, 99 % under {warm[warm.Length * 99 / 100]:F1} ms, at most {warm[^1]:F1} ms; at most {largest.Bytes / 1e6:F1} MB");
        if (Environment.GetEnvironmentVariable("GRADER_SLOWEST") is { Length: > 0 } file)
            File.WriteAllBytes(file, Encoding.UTF8.GetBytes(slowest.Text));
        return largest.Bytes > MostBytes ? 1 : 0;
    }
}
