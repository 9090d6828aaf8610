using Grader.Grading;

namespace Grader.Verification.Tests;

/// <summary>Right answers in any style get full marks, and one wrong value among them costs its own check alone.</summary>
[TestFixture]
public sealed class RenderingTests
{
    private const int Styles = 1000;
    private const int StylesOfSlips = 3;

    private static readonly Lazy<RenderedAssignment> Homework = new(() => new RenderedAssignment("hw5"));

    [Test]
    public void Right_answers_of_a_homework_get_full_marks_in_every_style()
    {
        var (failures, left) = Try(Homework.Value, Styles, 1);
        TestContext.Out.WriteLine($"{Styles} styles; left out: {string.Join(", ", left.Select(item => $"{item.Key} {item.Value}"))}");
        Assert.That(failures, Is.Empty, () => $"{failures.Count} styles fail; the first:\n{failures[0]}");
    }

    [TestCase("kmeans", 60)]
    [TestCase("backprop", 60)]
    [TestCase("confusion", 60)]
    public void Right_answers_of_other_assignments_get_full_marks(string name, int styles)
    {
        var (failures, _) = Try(new(name), styles, 1);
        Assert.That(failures, Is.Empty, () => $"{failures.Count} styles fail; the first:\n{failures[0]}");
    }

    public static IEnumerable<string> Kinds => Directory.GetDirectories(Path.Combine(Repository.Root, "cases", "kinds")).Select(folder => $"kinds/{Path.GetFileName(folder)}").Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Kinds))]
    public void Right_answers_of_each_kind_get_full_marks(string name)
    {
        var (failures, _) = Try(new(name), 15, 1);
        Assert.That(failures, Is.Empty, () => $"{failures.Count} styles fail; the first:\n{failures[0]}");
    }

    public static IEnumerable<TestCaseData> Slips => Homework.Value.Model.Facts.OfType<ValueFact>().SelectMany(fact => Enum.GetValues<SlipKind>().Select(kind => new TestCaseData(fact.Check, kind)));

    [TestCaseSource(nameof(Slips))]
    public void A_slip_turns_its_own_checks_and_no_other(string check, SlipKind kind)
    {
        var draws = new Draws(7);
        var tried = 0;
        for (var trial = 0; tried < StylesOfSlips && trial < 10 * StylesOfSlips; trial++)
        {
            if (ValueChange.Slip(Homework.Value.Model, check, kind, draws) is not { } slip)
                continue;
            // What a formula equals is an answer too, so it must not be shown where it is right and the answer wrong.
            var style = RenderingStyle.Draw(draws).With(Axis.Working, 0);
            var text = SubmissionRenderer.Render(slip.Submission, style);
            if (Homework.Value.Gap(style) is not null || Homework.Value.NotCorrect(SubmissionRenderer.Render(Homework.Value.Model, style)).Count > 0)
                continue;
            tried++;
            var turned = Homework.Value.NotCorrect(text);
            var following = Homework.Value.Following(slip.Checks);
            // A difference may be stated the other way round, and one that is exchanged with a term still agrees with what it is of.
            var own = slip.Checks.Items.Where(id => !(kind is SlipKind.Sign or SlipKind.Neighbour && Homework.Value.IsDifference(id)));
            Assert.That(turned.Select(grade => grade.Id), Is.SupersetOf(own), () => $"{style}\n{text}");
            Assert.That(turned.Where(grade => !following.Contains(grade.Id)).Select(grade => $"{grade.Id} {grade.Verdict.Name()} {grade.Message}"), Is.Empty, () => $"{style}\n{text}");
        }
    }

    [Test]
    public void A_style_can_be_drawn_again()
    {
        var (first, again, other) = (RenderingStyle.Draw(new(5)), RenderingStyle.Draw(new(5)), RenderingStyle.Draw(new(6)));
        Assert.That(again, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
    }

    [Test]
    public void A_failing_style_shrinks_to_the_axes_that_fail()
    {
        var style = RenderingStyle.Plain.With(Axis.Number, 3).With(Axis.Noise, 4).With(Axis.Layout, 2);
        Assert.That(style.Shrink(plainer => plainer[Axis.Noise] == 4).ToString(), Is.EqualTo("Noise=4"));
    }

    private static (List<string> Failures, Dictionary<string, int> Left) Try(RenderedAssignment rendered, int count, ulong seed)
    {
        var (failures, left, draws) = (new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal), new Draws(seed));
        for (var tried = 0; tried < count;)
        {
            var style = RenderingStyle.Draw(draws);
            if (rendered.Gap(style) is { } gap)
            {
                left[gap] = left.GetValueOrDefault(gap) + 1;
                continue;
            }
            tried++;
            if (rendered.NotCorrect(SubmissionRenderer.Render(rendered.Model, style)).Count == 0)
                continue;
            var smallest = failures.Count > 5 ? style : style.Shrink(plainer => rendered.Gap(plainer) is null && rendered.NotCorrect(SubmissionRenderer.Render(rendered.Model, plainer)).Count > 0);
            var document = SubmissionRenderer.Render(rendered.Model, smallest);
            failures.Add($"{smallest}: {string.Join("; ", rendered.NotCorrect(document).Select(grade => $"{grade.Id} {grade.Verdict.Name()}: {grade.Message} Found {grade.Found?.Text}"))}\n{document}");
        }
        return (failures, left);
    }
}
