using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Grader.Classroom.Layouts;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;
using Grader.Classroom.Tests;
using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Benchmarks;

/// <summary>A class of generated submissions graded by the native program, by the clock, and where the processor's time goes, in process.</summary>
internal static class ClassRate
{
    private const int Bytes = 7 * 1024;
    private const int Jobs = 2;

    /// <summary>In process; of more the shares do not change.</summary>
    private const int MostStaged = 3000;
    private const int Warming = 300;

    public static void Print(int count, string program)
    {
        var folder = Directory.CreateTempSubdirectory("grader-class-").FullName;
        try
        {
            var submissions = Path.Combine(folder, "class");
            var size = Generate(submissions, count);
            Native(program, submissions, Path.Combine(folder, "run"), count, size);
            Staged(submissions, Path.Combine(folder, "warming"), Warming);
            Row(count, Staged(submissions, Path.Combine(folder, "staged"), Math.Min(count, MostStaged)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The samples of <c>hw5</c> in turn, each with the log of a training run behind it, as students paste them, up to the size; no two alike.</summary>
    /// <returns>Bytes of one, on average.</returns>
    private static double Generate(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        var samples = Directory.GetFiles(CaseOutput.PathOf("submissions"), "*.md").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var bytes = 0L;
        for (var number = 0; number < count; number++)
        {
            var random = new Random(number);
            var text = new StringBuilder(samples[number % samples.Count]).Append(CultureInfo.InvariantCulture, $"\n\n```\nrun {number}\n");
            for (var epoch = 1; Encoding.UTF8.GetByteCount(text.ToString()) < Bytes; epoch++)
                text.Append(CultureInfo.InvariantCulture, $"epoch {epoch,3}  loss {random.NextDouble():0.0000}  time {9 + random.NextDouble():0.00} s\n");
            text.Append("```\n");
            bytes += Encoding.UTF8.GetByteCount(text.ToString());
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"student{number:000000}.md")), text.ToString());
        }
        return (double)bytes / count;
    }

    private static void Native(string program, string submissions, string run, int count, double size)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, ["grade", submissions, "--case", CaseOutput.PathOf(""), "-o", run, "-j", Jobs.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(20))
            peak = Math.Max(peak, Peak(process.Id));
        var seconds = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output.Result}");
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, RunFolder.Manifest)));
        var processor = manifest.RootElement.GetProperty("processorSeconds").GetDouble();
        Console.WriteLine("| submissions | of | rate | by the clock | processor time each | peak memory |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {count:N0} | {size / 1024:0.0} KB | {count / seconds:0} a second | {seconds:0.0} s | {1000 * processor / count:0.00} ms | {peak / 1024.0:0} MiB |"));
    }

    /// <returns>KiB; 0 where it cannot be known.</returns>
    private static long Peak(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Select(line => long.Parse(line.AsSpan(6).TrimEnd(" kB").Trim(), CultureInfo.InvariantCulture)).FirstOrDefault();
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>The same class, one submission at a time: what is no reading or grading is writing.</summary>
    private static (TimeSpan Find, TimeSpan Read, TimeSpan Grade, TimeSpan Write) Staged(string submissions, string run, int count)
    {
        var assignment = CaseReader.Read(new CaseOutput()).Assignment!;
        var expected = SubmissionGrader.ExpectedParts(assignment);
        var start = Environment.CpuUsage.TotalTime;
        var items = new DirectoryInfo(submissions).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Take(count).Select(file => new ClassItem(file.Name, IsFolder: false)).ToList();
        var tasks = ClassLayouts.Find(items, static _ => true, static () => "").Items.Select(submission => new ClassTask(submission with { Authors = [] }, submission.Authors.Items.Select(RosterMatch.Unmatched).ToSequence())).ToSequence();
        var find = Environment.CpuUsage.TotalTime - start;
        var (read, grade) = (TimeSpan.Zero, TimeSpan.Zero);
        var begun = Environment.CpuUsage.TotalTime;
        ClassRun.Run(
            new(run, new("hw5", assignment.Sha256, "", "", "", count, "", null), new("", "", ""), tasks, null, default, 1, TimeSpan.FromMinutes(1), false),
            new SampleGrader(task =>
            {
                var before = Environment.CpuUsage.TotalTime;
                var bytes = File.ReadAllBytes(Path.Combine(submissions, task.Name));
                var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
                var document = SubmissionReader.Read(task.Name, Encoding.UTF8.GetString(bytes), expected);
                var between = Environment.CpuUsage.TotalTime;
                var report = SubmissionGrader.Grade(assignment, document, hash);
                read += between - before;
                grade += Environment.CpuUsage.TotalTime - between;
                return new(hash, report, null);
            }, static _ => ""),
            static _ => { },
            CancellationToken.None);
        return (find, read, grade, Environment.CpuUsage.TotalTime - begun - read - grade);
    }

    private static void Row(int count, (TimeSpan Find, TimeSpan Read, TimeSpan Grade, TimeSpan Write) stages)
    {
        var all = stages.Find + stages.Read + stages.Grade + stages.Write;
        string Share(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{100 * time / all:0.0} %");
        Console.WriteLine();
        Console.WriteLine("| submissions | found | read | graded | written | all, one at a time, JIT |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {Math.Min(count, MostStaged):N0} | {Share(stages.Find)} | {Share(stages.Read)} | {Share(stages.Grade)} | {Share(stages.Write)} | {all.TotalMilliseconds / Math.Min(count, MostStaged):0.00} ms each |"));
    }
}
