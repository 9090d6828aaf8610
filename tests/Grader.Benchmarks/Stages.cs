using System.Diagnostics;
using System.Globalization;
using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Reports;
using Grader.Submissions;
using Grader.Verification;

namespace Grader.Benchmarks;

/// <summary>A row a stage, from an answer to a class, in processor time of one core, warm: the table of the README.</summary>
internal static class Stages
{
    private const int ClassSize = 300;
    private const int Starts = 41;

    /// <param name="program">The native binary, for the cold start; null leaves that row out.</param>
    public static void Print(string? program)
    {
        var pairs = PairFile.Read(PairFile.Own);
        var assignment = CaseReader.Read(new CaseOutput()).Assignment!;
        var expected = SubmissionGrader.ExpectedParts(assignment);
        var text = File.ReadAllText(CaseOutput.PathOf("submissions/scanned.md"));
        var document = SubmissionReader.Read("scanned.md", text, expected);
        var report = SubmissionGrader.Grade(assignment, document, "");
        var question = new Question1(assignment);

        Console.WriteLine("| stage | | time | allocated |");
        Console.WriteLine("|---|---|---|---|");
        Each("parse", "an answer", pairs.Length, Throughput.Pass(pairs, static pair => Formula.Read(pair.Answer)));
        Each("compare", "two answers", pairs.Length, Throughput.Pass(pairs, static pair => AnswerComparison.Compare(pair)));
        Each("load", "`hw5`, its bands included", 1, ProcessorTime.Of(() => CaseReader.Read(new CaseOutput())));
        Each("read", $"a scanned submission, {text.Length} characters", 1, ProcessorTime.Of(() => SubmissionReader.Read("scanned.md", text, expected)));
        Each("grade", "the same", 1, ProcessorTime.Of(() => SubmissionGrader.Grade(assignment, document, "")));
        foreach (var (what, answers) in new[] { ("nothing to diagnose", question.Right), ("two mistakes explain all", question.TwoMistakes), ("nothing explains them", question.Unexplained) })
            Each("diagnose", $"eight answers: {what}", 1, ProcessorTime.Of(() => SubmissionGrader.Grade(question.Assignment, answers, "")));
        foreach (var format in ReportFormats.All)
            Each("render", format.Kind, 1, ProcessorTime.Of(() => format.Write(report, new("1.0.0"))));

        var submissions = Class(assignment);
        Each($"class of {ClassSize}", "read and graded, a submission", ClassSize, ProcessorTime.Of(() =>
        {
            foreach (var submission in submissions)
                SubmissionGrader.Grade(assignment, SubmissionReader.Read("submission.md", submission, expected), "");
        }));
        if (program is not null)
            ColdStart(program);
    }

    /// <summary>Right answers, each in another style.</summary>
    private static List<string> Class(Assignment assignment)
    {
        var said = ModelSubmission.Of(AnswerKey.Of(assignment));
        return [.. Enumerable.Range(0, ClassSize).Select(student => SubmissionRenderer.Render(said, RenderingStyle.Draw(new Draws((ulong)student))))];
    }

    private static void ColdStart(string program)
    {
        var times = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo(program, ["check", "--case", CaseOutput.PathOf(""), CaseOutput.PathOf("submissions/scanned.md")]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Row("cold start", $"`grader check`, native, by the clock, median of {Starts}", $"{times[Starts / 2].ToString("F1", CultureInfo.InvariantCulture)} ms", "");
    }

    private static void Each(string stage, string what, int count, ProcessorTime pass) =>
        Row(stage, what, Microseconds(pass.Time.TotalMicroseconds / count), $"{(pass.Bytes / 1024.0 / count).ToString("N1", CultureInfo.InvariantCulture)} KB");

    private static string Microseconds(double time) =>
        time < 1000 ? $"{time.ToString("F1", CultureInfo.InvariantCulture)} µs" : $"{(time / 1000).ToString("F2", CultureInfo.InvariantCulture)} ms";

    private static void Row(string stage, string what, string time, string bytes) => Console.WriteLine($"| {stage} | {what} | {time} | {bytes} |");
}
