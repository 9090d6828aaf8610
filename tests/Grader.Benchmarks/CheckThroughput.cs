using Grader.Grading;
using Grader.Reference;
using Grader.Submissions;
using Markdig;

namespace Grader.Benchmarks;

/// <summary>Processor time to read and to grade one submission to <c>hw5</c>, in process and warm, and what share of it is Markdig's.</summary>
internal static class CheckThroughput
{
    public static void Print(IReadOnlyList<string> files)
    {
        var assignment = CaseReader.Read(new CaseOutput()).Assignment!;
        var expected = SubmissionGrader.ExpectedParts(assignment);
        foreach (var file in files.Count > 0 ? files : [CaseOutput.PathOf("submissions/full-marks.md"), CaseOutput.PathOf("submissions/scanned.md")])
        {
            var text = File.ReadAllText(file);
            var document = SubmissionReader.Read("submission.md", text, expected);
            Console.WriteLine($"{Path.GetFileName(file)}, {text.Length} characters");
            if (IsMarkdigs(text))
                Measure("Markdig alone", () => Markdown.Parse(text));
            Measure("read", () => SubmissionReader.Read("submission.md", text, expected));
            Measure("grade", () => SubmissionGrader.Grade(assignment, document, ""));
        }
    }

    /// <summary>Markdig refuses what is nested too deeply; the reader does not.</summary>
    private static bool IsMarkdigs(string text)
    {
        try
        {
            Markdown.Parse(text);
            return true;
        }
        catch (ArgumentException refusal)
        {
            Console.WriteLine($"         Markdig: {refusal.Message}");
            return false;
        }
    }

    private static void Measure(string what, Action action)
    {
        var pass = ProcessorTime.Of(action);
        Console.WriteLine($"{pass.Milliseconds,8:F3} ms {what}, {pass.Bytes / 1024} KB");
    }
}
