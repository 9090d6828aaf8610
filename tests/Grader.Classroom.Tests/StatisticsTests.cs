using Grader.Classroom.Runs;
using Grader.Classroom.Statistics;
using Grader.Grading;
using Grader.Mathematics;
using Grader.Reports;

namespace Grader.Classroom.Tests;

/// <summary>Statistics of results of which it is known by hand what they are.</summary>
[TestFixture]
public sealed class StatisticsTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("grader-stats-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Points_are_distributed()
    {
        var points = Of([.. Enumerable.Range(0, 5).Select(i => Enumerable.Range(0, 4).Select(check => check < i ? Right : Wrong("7")).ToArray())]).Points;
        Assert.That((points.Max, points.Mean, points.Least, points.Median, points.Most, points.LowerQuartile, points.UpperQuartile), Is.EqualTo((4.0, 2.0, 0.0, 2.0, 4.0, 1.0, 3.0)));
        Assert.That(points.Deviation, Is.EqualTo(Math.Sqrt(2.5)).Within(1e-12));
        Assert.That(points.Tenths, Is.EqualTo(new[] { 1, 0, 1, 0, 1, 0, 0, 1, 0, 1 }));
    }

    /// <summary>Of 4 checks the first separates the good from the others, the last does the contrary.</summary>
    [Test]
    public void Discrimination_is_point_biserial_with_the_rest()
    {
        var checks = Of([[Right, Right, Right, Wrong("1")], [Right, Right, Wrong("1"), Wrong("1")], [Wrong("1"), Wrong("1"), Wrong("1"), Right], [Wrong("1"), Wrong("2"), Right, Right]]).Checks;
        // The rest without the first check: 2, 1, 1, 2; right: the first two. Means 1.5 and 1.5.
        Assert.That(checks[0].Discrimination, Is.EqualTo(0).Within(1e-12));
        // The rest without the last: 3, 2, 0, 1; right: the last two. (0.5 − 2.5) · ½ / √1.25.
        Assert.That(checks[3].Discrimination, Is.EqualTo(-1 / Math.Sqrt(1.25)).Within(1e-12));
        Assert.That(checks.Select(check => check.Ease), Is.All.EqualTo(0.5));
    }

    [Test]
    public void A_check_that_all_get_right_discriminates_nothing() =>
        Assert.That(Of([[Right, Right], [Right, Wrong("1")]]).Checks.Select(check => check.Discrimination), Is.EqualTo(new double?[] { null, null }));

    [Test]
    public void Pending_answers_are_not_judged_and_missing_ones_are()
    {
        var check = Of([[Answer(Verdict.NeedsReview, "", "")], [Answer(Verdict.Unreadable, "", "")], [Answer(Verdict.Missing, "", "")], [Right]]).Checks[0];
        Assert.That((check.Judged, check.Right, check.Missing, check.Pending, check.Ease), Is.EqualTo((2, 1, 1, 2, 0.5)));
    }

    [Test]
    public void A_wrong_value_that_nothing_explains_and_many_share_is_suspicious()
    {
        var answers = Enumerable.Repeat(Wrong("21"), 3).Concat(Enumerable.Repeat(Wrong("16", "stride"), 5)).Concat(Enumerable.Repeat(Wrong("5"), 2)).Append(Wrong("6")).Concat(Enumerable.Repeat(Right, 9));
        var statistics = Of([.. answers.Select(answer => new[] { answer })]);
        Assert.That(statistics.WrongValues.Select(wrong => $"{wrong.Value} {wrong.Count}/{wrong.Of} {string.Join(',', wrong.Mistakes)} {wrong.IsSuspicious}"), Is.EqualTo(new[] { "16 5/20 stride False", "21 3/20  True", "5 2/20  False" }));
        Assert.That(statistics.Mistakes.Select(mistake => $"{mistake.Count} {mistake.Say}"), Is.EqualTo(new[] { "5 Said stride." }));
    }

    [Test]
    public void Reasons_that_differ_in_numbers_and_words_are_one()
    {
        var unread = Of([[Answer(Verdict.Unreadable, "", "Column 3: “x” is no number.")], [Answer(Verdict.Unreadable, "", "Column 14: “yy” is no number.")], [Answer(Verdict.NeedsReview, "", "Two answers.")]]).Unread;
        Assert.That(unread.Select(item => $"{item.Count} {item.Verdict} {item.Kind} {item.Reason}"), Is.EqualTo(new[] { "2 unreadable number Column 3: “x” is no number.", "1 needs-review number Two answers." }));
    }

    [Test]
    public void Rare_wrong_answers_that_two_share_are_listed_with_their_chance()
    {
        // 40 students with 4 checks; two share four wrong values of their own, the others' are each their own.
        var answers = Enumerable.Range(0, 40).Select(i => Enumerable.Range(0, 4).Select(check => i is 7 or 23 ? Wrong($"90{check}") : i % 4 == check ? Wrong($"{i}") : Right).ToArray()).ToArray();
        var pair = Of(answers).Alike.Single();
        Assert.That((pair.One, pair.Other, pair.Shared.Count), Is.EqualTo(("s007.md", "s023.md", 4)));
        Assert.That(pair.Chance, Is.EqualTo(Math.Pow(2 / 40.0, 4)).Within(1e-15));
        Assert.That(pair.Expected, Is.EqualTo(pair.Chance * 40 * 39 / 2).Within(1e-12));
    }

    [Test]
    public void Common_mistakes_make_nobody_alike() =>
        Assert.That(Of([.. Enumerable.Range(0, 40).Select(i => Enumerable.Range(0, 4).Select(_ => i % 2 == 0 ? Wrong("16", "stride") : Wrong("3")).ToArray())]).Alike, Is.Empty);

    [Test]
    public async Task All_of_it_as_text()
    {
        var answers = Enumerable.Range(0, 40).Select(i => Enumerable.Range(0, 4).Select(check => i is 7 or 23 ? Wrong($"90{check}") : i % 4 != check ? Right : i % 3 == 0 ? Wrong("16", "stride") : i % 7 == 0 ? Wrong("21") : i % 5 == 0 ? Answer(Verdict.Unreadable, "", "Row 3 has 7 entries.") : Answer(Verdict.Missing, "", "")).ToArray()).ToArray();
        await Verify(TextRatesWriter.Write(StatisticsPage.Of(Of(answers))));
    }

    [Test]
    public void Nothing_graded_is_told() => Assert.That(StatisticsPage.Of(Of([])).Summary, Is.EqualTo("0 submissions, none of which could be graded."));

    private static readonly CheckGrade Right = Answer(Verdict.Correct, "32", "");

    private static CheckGrade Wrong(string value, params string[] mistakes) => Answer(Verdict.Incorrect, value, "") with { Mistakes = [.. mistakes] };

    private static CheckGrade Answer(Verdict verdict, string value, string message) =>
        new("", "number", "?", verdict, verdict == Verdict.Correct ? 1 : 0, verdict.IsDecided() || verdict == Verdict.Missing ? 0 : 1, 1, "32", null, [], [], message) { Value = value };

    private ClassStatistics Of(CheckGrade[][] answers)
    {
        var request = SampleClass.Request(Path.Combine(_folder, "run"), answers.Length);
        SampleClass.Run(
            request,
            task =>
            {
                var checks = answers[int.Parse(task.Name.AsSpan(1, 3))].Select((check, i) => check with { Id = $"1a.{i}" }).ToSequence();
                Rational Sum(Func<CheckGrade, Rational> of) => checks.Items.Aggregate(Rational.Of(0, 1), (sum, check) => sum + of(check));
                var part = new PartGrade("1a", Sum(check => check.Points), Sum(check => check.PendingPoints), Sum(check => check.MaxPoints), checks);
                var mistakes = checks.Items.SelectMany(check => check.Mistakes.Items, (check, mistake) => new MistakeFound(mistake, "1", $"Said {mistake}.", [check.Id], "")).ToSequence();
                return new("x", new("hw", "Homework", new(task.Name, "ab"), "k1", part.Points, part.PendingPoints, part.MaxPoints, false, mistakes, [new("1", "One", part.Points, part.PendingPoints, part.MaxPoints, [part])], []), null);
            });
        return StatisticsTally.Of(request.Output);
    }
}
