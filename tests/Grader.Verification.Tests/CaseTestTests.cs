using Grader.Grading;
using Grader.Reference;

namespace Grader.Verification.Tests;

/// <summary>What a self-test measures: nothing where the grader is right, and each defect planted in it.</summary>
[TestFixture]
public sealed class CaseTestTests
{
    private const string Sides = """
        { "id": "1", "title": "Sides", "text": ["An input of width 64 meets a kernel of width 3, padding 1, stride 2."],
          "inputs": { "W": 64, "k": 3, "p": 1, "s": 2 },
          "quantities": { "width": "floor((W - k + 2*p)/s) + 1", "count": "k^2*128*256", "half": "count/2 + 1/4" },
          "mistakes": [
            { "id": "no-padding", "say": "Left out the padding.", "formulas": { "width": "floor((W - k)/s) + 1" } },
            { "id": "one-axis", "say": "Took one axis of the kernel.", "formulas": { "count": "k*128*256" } } ],
          "parts": [
            { "id": "1a", "text": "How wide is the output?", "checks": [{ "id": "1a.width", "kind": "number", "ask": "width of the output", "points": 1, "quantity": "width", "tolerance": { "absolute": 0.01 }, "labels": [["width"]] }] },
            { "id": "1b", "text": "How many weights are there, and what is half of it and a quarter?", "checks": [
              { "id": "1b.count", "kind": "number", "ask": "number of weights", "points": 1, "quantity": "count", "tolerance": { "count": 4 }, "labels": [["weights"]] },
              { "id": "1b.half", "kind": "number", "ask": "half and a quarter", "points": 1, "quantity": "half", "tolerance": { "relative": 0.0001 }, "labels": [["half"]] }] }] }
        """;

    public static IEnumerable<string> Folders => Directory.GetDirectories(Path.Combine(Repository.Root, "cases", "kinds")).Select(folder => $"kinds/{Path.GetFileName(folder)}").Order(StringComparer.Ordinal).Concat(["confusion", "kmeans", "backprop", "hw5"]);

    [TestCaseSource(nameof(Folders))]
    public void No_wrong_answer_is_taken_for_right(string name)
    {
        var folder = Path.Combine(Repository.Root, "cases", name);
        var assignment = CaseFolder.Assignment(folder);
        var report = CaseTest.Run(assignment, SampleSentences.Of(assignment, CaseFolder.Samples(folder)), 60, 1, -1, CancellationToken.None);
        Assert.That(report.Failures.Items.Where(failure => failure.Failing == Failing.FalseAccept).Select(failure => $"{failure.Checks[0]} {failure.Say} {failure.Style}\n{failure.Text}"), Is.Empty);
        Assert.That(report.Checks.Items.Where(check => check.Right == 0).Select(check => check.Id), Is.Empty);
    }

    [TestCase("\"absolute\": 0.01", "\"absolute\": 1", "1a.width", "known mistake", TestName = "A tolerance that takes a known mistake")]
    [TestCase("\"relative\": 0.0001", "\"relative\": 0.0002", "1b.half", "just past the tolerance", TestName = "A tolerance doubled")]
    [TestCase("\"count\": 4", "\"relative\": 0.5", "1b.count", "digit", TestName = "A count that takes another digit")]
    [TestCase("\"count\": 4", "\"absolute\": 10000000", "1b.count", "power of ten", TestName = "A tolerance that takes ten times as much")]
    public void A_weak_check_is_found(string sound, string weak, string check, string change)
    {
        var report = Measure(Sides, Sides.Replace(sound, weak, StringComparison.Ordinal));
        var accepts = report.Failures.Items.Where(failure => failure.Failing == Failing.FalseAccept).ToList();
        Assert.That(report.HasFalseAccept, Is.True);
        Assert.That(accepts.Select(failure => (failure.Checks[0], failure.Change)), Does.Contain((check, change)));
        var smallest = accepts.First(failure => failure.Checks[0] == check && failure.Change == change);
        Assert.That(smallest.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.LessThanOrEqualTo(4), smallest.Text);
    }

    [TestCase("floor((W - k + 2*p)/s) + 1", "ceil((W - k + 2*p)/s) + 1", "1a.width")]
    [TestCase("count/2 + 1/4", "count/2 + 1/3 + 100", "1b.half")]
    public void A_right_answer_that_is_not_taken_is_found(string sound, string wrong, string check)
    {
        var report = Measure(Sides, Sides.Replace(sound, wrong, StringComparison.Ordinal));
        var rates = report.Checks.Items.Single(item => item.Id == check);
        Assert.That(rates.FalseRejects + rates.Reviews, Is.GreaterThan(rates.Right / 2), () => string.Join('\n', report.Checks.Items));
        Assert.That(report.Failures.Items.Where(failure => failure.Failing != Failing.FalseAccept).SelectMany(failure => failure.Checks.Items), Does.Contain(check));
    }

    [Test]
    public void Each_way_of_being_wrong_that_fits_is_tried()
    {
        var report = Measure(Sides, Sides, 600);
        Assert.That(report.Changes.Items.Select(change => change.Change), Is.EqualTo(new[] { "known mistake", "two known mistakes", "digit", "sign", "power of ten", "hundredth", "just past the tolerance", "another's value", "parts swapped", "in an appendix", "“or” another", "“not”", "“maybe”" }));
        Assert.That(report.HasFalseAccept, Is.False, () => string.Join('\n', report.Failures.Items));
    }

    [Test]
    public void What_a_tolerance_takes_though_it_is_another_value_is_a_finding()
    {
        var wide = Sides.Replace("\"absolute\": 0.01", "\"absolute\": 1", StringComparison.Ordinal);
        Assert.That(Measure(wide, wide).Findings, Is.EqualTo(new[] { "1a.width: the mistake no-padding gives 31, which this check takes for 32." }));
        Assert.That(Measure(Sides, Sides).Findings, Is.Empty);
    }

    [Test]
    public void Equal_seeds_give_equal_reports_on_any_number_of_cores()
    {
        var (one, many, other) = (Measure(Sides, Sides, 50, jobs: 1), Measure(Sides, Sides, 50), Measure(Sides, Sides, 50, seed: 2));
        Assert.That(many, Is.EqualTo(one));
        Assert.That(other.Checks, Is.Not.EqualTo(one.Checks));
    }

    [TestCase(0, 0, 0, 1)]
    [TestCase(0, 100, 0, 0.036217)]
    [TestCase(1, 100, 0.000253, 0.054459)]
    [TestCase(100, 100, 0.963783, 1)]
    public void Share_has_the_interval_of_clopper_and_pearson(int count, int of, double low, double high)
    {
        var interval = new MeasuredShare(count, of).Interval;
        Assert.That(interval.Low, Is.EqualTo(low).Within(1e-6));
        Assert.That(interval.High, Is.EqualTo(high).Within(1e-6));
    }

    private static CaseTestReport Measure(string question, string judging, int trials = 200, ulong seed = 1, int jobs = -1) =>
        CaseTest.Run(MemoryCase.Assignment(question), MemoryCase.Assignment(judging), new Dictionary<string, Mathematics.Sequence<string>>(), trials, seed, jobs, CancellationToken.None);
}
