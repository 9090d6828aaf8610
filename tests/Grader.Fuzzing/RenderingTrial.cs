using Grader.Grading;
using Grader.Reference;
using Grader.Submissions;
using Grader.Verification;
using Grader.Verification.Tests;

namespace Grader.Fuzzing;

/// <summary>Right answers in many styles: which do not get full marks, and the plainest style that does not.</summary>
internal static class RenderingTrial
{
    private const int MostShrunk = 80;
    private const int MostShown = 12;

    public static int Run(string folder, int count, int seed)
    {
        var assignment = CaseFolder.Assignment(folder);
        var model = ModelSubmission.Of(AnswerKey.Of(assignment), SampleSentences.Of(assignment, folder));
        var draws = new Draws((ulong)seed);
        var (failures, gaps, shrunk) = (0, 0, new Dictionary<string, (int Count, string Text)>(StringComparer.Ordinal));
        for (var i = 0; i < count; i++)
        {
            var style = RenderingStyle.Draw(draws);
            if (ReaderGaps.Of(folder, model, style) is not null)
            {
                gaps++;
                continue;
            }
            if (Wrong(style).Count == 0)
                continue;
            failures++;
            if (failures > MostShrunk)
                continue;
            var smallest = style.Shrink(plainer => ReaderGaps.Of(folder, model, plainer) is null && Wrong(plainer).Count > 0);
            var text = Environment.GetEnvironmentVariable("GRADER_TEXT") is null ? "" : SubmissionRenderer.Render(model, smallest);
            var name = $"{smallest}: {string.Join("; ", Wrong(smallest).Take(3).Select(grade => $"{grade.Id} {grade.Verdict.Name()} ({grade.Message}) found {grade.Found?.Text}"))}";
            shrunk[smallest.ToString()] = (shrunk.GetValueOrDefault(smallest.ToString()).Count + 1, $"{name}\n{text}");
        }

        foreach (var axis in Enum.GetValues<Axis>())
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

        List<CheckGrade> Wrong(RenderingStyle style)
        {
            var document = SubmissionReader.Read("submission.md", SubmissionRenderer.Render(model, style), SubmissionGrader.ExpectedParts(assignment));
            return [.. SubmissionGrader.Grade(assignment, document, "").Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).Where(grade => grade.Verdict != Verdict.Correct)];
        }
    }
}
