using Grader.Classroom.Decisions;
using Grader.Classroom.Review;
using Grader.Classroom.Runs;

namespace Grader.Classroom.Tests;

/// <summary>What several people decided in copies of a run comes together, and where they disagree, neither holds.</summary>
[TestFixture]
public sealed class ReviewMergeTests : ProseClassTests
{
    [Test]
    public void Undo_takes_back_the_one_decision_whatever_is_merged_between()
    {
        var (one, other) = (Class("one", ["because"]).Graded(), Class("other", ["because"]).Graded());
        var (first, second) = (one.Session("ann"), other.Session("ann"));
        second.DecideNow(1, new Rejected(), "", _ => true);
        first.DecideNow(1, new Accepted(), "", _ => true);
        second.Undo();
        foreach (var runs in new[] { new[] { one.Run, other.Run }, [other.Run, one.Run] })
        {
            var merged = Path.Combine(Folder, $"merged-{Path.GetFileName(runs[0])}");
            DecisionMerge.Merge(runs, merged);
            Assert.That(DecidedResults.Of(merged).First().Points, Is.EqualTo(new PointsSum(2, 0, 2)));
        }
    }

    [Test]
    public void Two_who_go_by_one_name_disagree_all_the_same()
    {
        var (one, other) = (Class("one", ["because"]).Graded(), Class("other", ["because"]).Graded());
        one.Session("ann").DecideNow(1, new Accepted(), "", _ => true);
        other.Session("ann").DecideNow(1, new Rejected(), "", _ => true);
        DecisionMerge.Merge([one.Run, other.Run], Path.Combine(Folder, "merged"));
        Assert.That((DecidedResults.Of(Path.Combine(Folder, "merged")).First().Points.Pending, DecisionCount.Of(Path.Combine(Folder, "merged"))), Is.EqualTo((1.5m, new DecisionCount(0, 1, 0))));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void An_override_in_one_copy_is_above_a_review_in_the_other_whenever_they_were_made(bool overrideFirst)
    {
        var (one, other) = (Class("one", ["because"]).Graded(), Class("other", ["because"]).Graded());
        if (overrideFirst)
            Override.Apply(one.Run, "s000.md", ProseClass.Check, 1.25m, "Seen in the office hour.");
        other.Session("ben").DecideNow(1, new Rejected(), "", _ => true);
        if (!overrideFirst)
            Override.Apply(one.Run, "s000.md", ProseClass.Check, 1.25m, "Seen in the office hour.");
        DecisionMerge.Merge(overrideFirst ? [other.Run, one.Run] : [one.Run, other.Run], Path.Combine(Folder, "merged"));
        Assert.That(DecidedResults.Of(Path.Combine(Folder, "merged")).First().Points, Is.EqualTo(new PointsSum(1.25m, 0, 2)));
    }

    [Test]
    public void Two_assistants_decide_in_copies_and_what_they_decide_otherwise_waits_for_a_third()
    {
        string[] answers = [.. Enumerable.Range(0, 40).Select(number => $"answer {(char)('a' + (number % 20))} of {number / 20}")];
        var (one, other) = (Class("one", answers).Graded(), Class("other", answers).Graded());
        foreach (var (prose, index) in new[] { (one, 1), (other, 2) })
        {
            var session = prose.Session($"assistant {index}", new(new(index, 2), 50));
            while (session.Next(null, 0) is { } number)
                session.DecideNow(number, number % 3 == 2 && index == 2 ? new Rejected() : new Accepted(), index == 1 ? "Fine." : "", _ => true);
        }
        var merged = Path.Combine(Folder, "merged");
        DecisionMerge.Merge([one.Run, other.Run], merged);
        var agreement = ReviewAgreement.Of(merged)[0];
        var sampled = Enumerable.Range(1, 40).Count(number => new ReviewPart(new(1, 2), 50).Has(number) && new ReviewPart(new(2, 2), 50).Has(number));
        Assert.That((agreement.Pairs, agreement.Same), Is.EqualTo((sampled, sampled - Enumerable.Range(1, 40).Count(number => number % 3 == 2 && new ReviewPart(new(1, 2), 50).Has(number) && new ReviewPart(new(2, 2), 50).Has(number)))));
        Assert.That(agreement.Same, Is.LessThan(agreement.Pairs).And.GreaterThan(0));

        var third = new ReviewSession(merged, ReviewQueue.Of(merged, Rubrics.Read(merged)!, one.Read, false, 1, (_, _) => { }, default), ReviewPart.Whole, [], "third", TimeProvider.System);
        Assert.That(third.Checks[0].Contested, Is.EqualTo(agreement.Pairs - agreement.Same));
        while (third.Next(null, 0) is { } number)
        {
            Assert.That(third.Group(number)!.Shown.Standing.Beside.Select(decision => decision.By), Is.EqualTo(new[] { "assistant 1", "assistant 2" }));
            third.DecideNow(number, new GivenPoints(1.25m), "", _ => true);
        }
        Assert.That(DecidedResults.Of(merged).Select(result => result.Points.Pending), Is.All.Zero);
        Assert.That(DecidedResults.Of(merged).Count(result => result.Points.Points == 1.25m), Is.EqualTo(agreement.Pairs - agreement.Same));
        Assert.That(ReviewAgreement.Of(merged), Is.EqualTo(new[] { agreement }), "who saw both is no witness");

        DecisionMerge.Merge([one.Run, merged], merged);
        Assert.That(DecidedResults.Of(merged).Select(result => result.Points.Pending), Is.All.Zero, "merged once more, nothing is new");
        var lines = File.ReadAllLines(Path.Combine(merged, Ledger.FileName));
        DecisionMerge.Merge([merged, other.Run, one.Run], Path.Combine(Folder, "again"));
        Assert.That(File.ReadAllLines(Path.Combine(Folder, "again", Ledger.FileName)), Is.EqualTo(lines));
        Assert.That(SampleClass.Files(Path.Combine(Folder, "again")), Is.EqualTo(SampleClass.Files(merged)));
    }

    [Test]
    public void An_unfinished_run_is_not_merged_into()
    {
        var one = Class("because").Graded();
        var unfinished = Path.Combine(Folder, "unfinished");
        SampleClass.Run(SampleClass.Request(unfinished, 3));
        var manifest = Path.Combine(unfinished, RunFolder.Manifest);
        File.WriteAllText(manifest, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(manifest), "\\n *\"finished\": [^\\n]*", ""));
        Assert.That(Assert.Throws<ClassroomException>(() => DecisionMerge.Merge([one.Run], unfinished))!.Message, Does.Contain("not complete stands here"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_gradebook_that_lacks_what_was_decided_is_told_and_written_at_the_next_start(bool isThere)
    {
        var prose = Class("because").Graded();
        prose.Session().DecideNow(1, new Accepted(), "", _ => true);
        if (!isThere)
            File.Delete(Path.Combine(prose.Run, RunFolder.GradebookName));
        IReadOnlyList<string> Findings() => [.. RunVerification.Verify(prose.Run, prose.Inputs("k1"), prose.Tasks, prose.Grader, 1, TimeSpan.FromSeconds(30), _ => { }, default).Findings];
        Assert.That(Findings(), Has.Count.EqualTo(1).And.Some.StartsWith(RunFolder.GradebookName + (isThere ? ": not what the results and ledger.jsonl give" : ": its bytes")));
        using (var folder = RunFolder.Open(prose.Run))
            folder.WriteGradebook();
        Assert.That(Findings(), Is.Empty);
    }

    [Test]
    public void Runs_of_other_assignments_are_not_merged()
    {
        var one = Class("because").Graded();
        SampleClass.Run(SampleClass.Request(Path.Combine(Folder, "other"), 3) with { Inputs = SampleClass.Request("", 3).Inputs with { Assignment = "hw9" } });
        Assert.That(Assert.Throws<ClassroomException>(() => DecisionMerge.Merge([one.Run, Path.Combine(Folder, "other")], Path.Combine(Folder, "out")))!.Message, Does.Contain("a run of hw9"));
    }

    [TestCase("aabb", "aabb", 1.0)]
    [TestCase("aabb", "bbaa", -1.0)]
    [TestCase("aaab", "aaba", -1 / 3.0)]
    [TestCase("abab", "aabb", 0.0)]
    public void Kappa_is_cohens(string one, string other, double kappa) => Assert.That(ReviewAgreement.KappaOf([.. one.Zip(other)]), Is.EqualTo(kappa).Within(1e-12));

    [Test]
    public void Kappa_says_nothing_where_all_judge_the_same()
    {
        Assert.That(ReviewAgreement.KappaOf([('a', 'a'), ('a', 'a')]), Is.Null);
        Assert.That(ReviewAgreement.KappaOf(Array.Empty<(int, int)>()), Is.Null);
        // Cohen 1960's textbook table: 20, 5, 10, 15 of 50.
        Assert.That(ReviewAgreement.KappaOf([.. Enumerable.Repeat((1, 1), 20), .. Enumerable.Repeat((1, 0), 5), .. Enumerable.Repeat((0, 1), 10), .. Enumerable.Repeat((0, 0), 15)]), Is.EqualTo(0.4).Within(1e-12));
    }
}
