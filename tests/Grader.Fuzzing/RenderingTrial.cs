using Grader.Grading;
using Grader.Reference;
using Grader.Submissions;
using Grader.Verification;
using Grader.Verification.Tests;

namespace Grader.Fuzzing;

/// <summary>Right answers in many styles: which do not get full marks, and the plainest style that does not.</summary>
internal static class RenderingTrial
{
    private static readonly int MostShrunk = int.Parse(Environment.GetEnvironmentVariable("GRADER_SHRUNK") ?? "80");
    private static readonly bool All = Environment.GetEnvironmentVariable("GRADER_GAPS") == "none";
    private const int MostShown = 12;

    /// <summary>Shows a submission in one style (<c>Layout=15 FactOrder=1</c>, the rest plain), and what of it does not get full marks.</summary>
    public static int Show(string folder, IEnumerable<string> options)
    {
        var assignment = CaseFolder.Assignment(folder);
        var model = ModelSubmission.Of(AnswerKey.Of(assignment), SampleSentences.Of(assignment, CaseFolder.Samples(folder)));
        var style = options.Select(option => option.Split('=')).Aggregate(RenderingStyle.Plain, (style, option) => style.With(Enum.Parse<Axis>(option[0]), int.Parse(option[1])));
        var text = SubmissionRenderer.Render(model, style);
        Console.WriteLine(text);
        foreach (var grade in Wrong(assignment, text))
            Console.Error.WriteLine($"{grade.Id} {grade.Verdict.Name()} ({grade.Message}) found {grade.Found?.Text}");
        return 0;
    }

    public static int Run(string folder, int count, int seed)
    {
        var assignment = CaseFolder.Assignment(folder);
        var model = ModelSubmission.Of(AnswerKey.Of(assignment), SampleSentences.Of(assignment, CaseFolder.Samples(folder)));
        var draws = new Draws((ulong)seed);
        var (failures, gaps, shrunk) = (0, 0, new Dictionary<string, (int Count, string Text)>(StringComparer.Ordinal));
        for (var i = 0; i < count; i++)
        {
            var style = RenderingStyle.Draw(draws);
            if (Gap(style) is not null)
            {
                gaps++;
                continue;
            }
            if (Wrong(style).Count == 0)
                continue;
            failures++;
            if (failures > MostShrunk)
                continue;
            var smallest = style.Shrink(plainer => Gap(plainer) is null && Wrong(plainer).Count > 0);
            var text = Environment.GetEnvironmentVariable("GRADER_TEXT") is null ? "" : SubmissionRenderer.Render(model, smallest);
            var name = $"{smallest}: {string.Join("; ", Wrong(smallest).Take(3).Select(grade => $"{grade.Id} {grade.Verdict.Name()} ({grade.Message}) found {grade.Found?.Text}"))}";
            shrunk[smallest.ToString()] = (shrunk.GetValueOrDefault(smallest.ToString()).Count + 1, $"{name}\n{text}");
        }

        foreach (var axis in Environment.GetEnvironmentVariable("GRADER_ALONE") is null ? [] : Enum.GetValues<Axis>())
        {
            for (var option = 1; option < RenderingStyle.Count(axis); option++)
            {
                if (Wrong(RenderingStyle.Plain.With(axis, option)) is { Count: > 0 } wrong)
                    Console.WriteLine($"alone {axis}={option}: {string.Join("; ", wrong.Take(3).Select(grade => $"{grade.Id} {grade.Verdict.Name()} ({grade.Message}) found {grade.Found?.Text}"))}");
            }
        }
        foreach (var (_, (times, text)) in shrunk.OrderByDescending(item => item.Value.Count).Take(MostShown))
            Console.WriteLine($"---- {times} times: {text}");
        foreach (var (style, (times, text)) in shrunk.OrderByDescending(item => item.Value.Count))
            Console.WriteLine($"{times,4} {text.Split('\n')[0]}");
        Console.WriteLine($"{Path.GetFileName(folder)}: {count - gaps - failures} of {count - gaps} styles get full marks, {gaps} are left out");
        return failures == 0 ? 0 : 1;

        string? Gap(RenderingStyle style) => All ? null : ReaderGaps.Of(model, style);

        List<CheckGrade> Wrong(RenderingStyle style) => RenderingTrial.Wrong(assignment, SubmissionRenderer.Render(model, style));
    }

    private static List<CheckGrade> Wrong(Assignment assignment, string text)
    {
        var document = SubmissionReader.Read("submission.md", text, SubmissionGrader.ExpectedParts(assignment));
        return [.. SubmissionGrader.Grade(assignment, document, "").Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).Where(grade => grade.Verdict != Verdict.Correct)];
    }
}
