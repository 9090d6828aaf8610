using Grader.Classroom.Decisions;
using Grader.Classroom.Exports;
using Grader.Classroom.Gradebooks;
using Grader.Classroom.Review;
using Grader.Classroom.Runs;
using Grader.Classroom.Shards;

namespace Grader.Classroom.Tests;

/// <summary>What a person decides on an evening holds for exactly what was looked at, is scored by the rubric of today, and can be told from the ledger alone.</summary>
[TestFixture]
public sealed class ReviewTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("grader-review-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    private ProseClass Class(params string[] answers) => Class("run", answers);

    private ProseClass Class(string run, string[] answers) => new(Path.Combine(_folder, run), answers.Select((answer, number) => (Name: $"s{number:000}.md", answer)).ToDictionary(item => item.Name, item => item.answer, StringComparer.Ordinal));

    [Test]
    public void Answers_that_say_the_same_are_one_group_and_the_largest_is_first()
    {
        var queue = Class("It rises.", "it falls", "It falls.", "it **falls**!", "It does not fall.", "sure it falls").Graded().Queue();
        Assert.That(queue.Select(group => group.Items.Count), Is.EqualTo(new[] { 3, 1, 1 }));
        Assert.That(queue[0].Wordings.Select(wording => wording.Items.Count), Is.EqualTo(new[] { 1, 1, 1 }));
        Assert.That(queue.Select(group => group.Number), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(queue.SelectMany(group => group.Items).Select(item => item.Submission), Does.Not.Contain("s005.md"), "the program is sure of it");
    }

    [Test]
    public void Sure_answers_are_reviewed_where_that_is_asked_for() =>
        Assert.That(Class("it falls", "sure it falls").Graded().Queue(withSure: true).SelectMany(group => group.Items).Select(item => item.Submission), Is.EquivalentTo(new[] { "s000.md", "s001.md" }));

    [Test]
    public void A_decision_by_ideas_is_worth_what_the_rubric_says_and_is_scored_anew_when_that_changes()
    {
        var prose = Class("because", "because!", "other").Graded();
        var session = prose.Session();
        Assert.That(session.Next(null, 0), Is.EqualTo(1));
        Assert.That(session.DecideNow(1, new IdeasFound(["cause"]), "Half of it.", _ => true), Is.EqualTo(2));
        Assert.That(session.Next(null, 1), Is.EqualTo(2));
        Assert.That((prose.PointsOf("s000.md"), prose.PointsOf("s001.md"), prose.PointsOf("s002.md")), Is.EqualTo((new PointsSum(1.5m, 0, 2), new PointsSum(1.5m, 0, 2), new PointsSum(0.5m, 1.5m, 2))));

        prose.Rubrics = ProseClass.RubricsOf(0.4m, 1.6m);
        var difference = prose.Regraded("k2");
        Assert.That(difference.Students.Select(change => (change.Submission, change.Was.Points, change.Is.Points)), Is.EqualTo(new[] { ("s000.md", 1.5m, 0.4m), ("s001.md", 1.5m, 0.4m) }), "the results have the same bytes, and earn less");
        Assert.That(prose.PointsOf("s000.md").Points, Is.EqualTo(0.4m));
        Assert.That(prose.Session().Next(null, 0), Is.EqualTo(2), "what was decided is decided");
    }

    [Test]
    public void All_ideas_are_all_points_though_thirds_are_rounded()
    {
        var prose = Class("because");
        prose.Rubrics = ProseClass.RubricsOf(0.6667m, 1.3333m);
        prose.Graded().Session().DecideNow(1, new IdeasFound(["cause", "effect"]), "", _ => true);
        Assert.That(prose.PointsOf("s000.md"), Is.EqualTo(new PointsSum(2, 0, 2)));
    }

    [TestCase(true, 2)]
    [TestCase(false, 0.5)]
    public void Accepting_gives_all_and_rejecting_what_is_sure(bool accepts, double points)
    {
        var prose = Class("because").Graded();
        prose.Session().DecideNow(1, accepts ? new Accepted() : new Rejected(), "", _ => true);
        Assert.That(prose.PointsOf("s000.md"), Is.EqualTo(new PointsSum((decimal)points, 0, 2)));
    }

    [Test]
    public void A_changed_rubric_makes_decisions_out_of_date()
    {
        var prose = Class("because", "other").Graded();
        prose.Session().DecideNow(1, new Accepted(), "", _ => true);
        prose.Ask = "why, and what then";
        var difference = prose.Regraded("k2");
        Assert.That(difference.Checks.Where(change => change.IsOutOfDate).Select(change => change.Submission), Is.EqualTo(new[] { "s000.md" }));
        Assert.That(prose.PointsOf("s000.md"), Is.EqualTo(new PointsSum(0.5m, 1.5m, 2)), "points wait for a person again");
        var session = prose.Session();
        Assert.That(session.Checks[0].Stale, Is.EqualTo(1));
        Assert.That(session.Group(1)!.Shown.Standing.Stale.Items, Has.Length.EqualTo(1));
        session.DecideNow(1, new Rejected(), "", _ => true);
        Assert.That(prose.PointsOf("s000.md"), Is.EqualTo(new PointsSum(0.5m, 0, 2)));
    }

    [Test]
    public void A_decision_holds_for_the_text_that_was_looked_at_alone()
    {
        var earlier = Class("earlier", ["because", "other"]).Graded();
        earlier.Session().DecideNow(1, new Accepted(), "", _ => true);
        earlier.Session().DecideNow(2, new Accepted(), "", _ => true);
        var resubmitted = Class("later", ["because", "another"]).Graded();
        DecisionMerge.Merge([earlier.Run], resubmitted.Run);
        Assert.That((resubmitted.PointsOf("s000.md").Pending, resubmitted.PointsOf("s001.md").Pending), Is.EqualTo((0m, 1.5m)));
        Assert.That(resubmitted.Session().Checks[0], Is.EqualTo(new CheckProgress(ProseClass.Check, "why", 2, 1, 2, 1, 1, 0)));
    }

    [Test]
    public void Undo_takes_back_the_whole_step_and_what_was_before_holds_again()
    {
        var prose = Class("because", "because.", "other").Graded();
        var session = prose.Session();
        Assert.That(session.Undo(), Is.Null);
        session.DecideNow(1, new Accepted(), "", _ => true);
        session.DecideNow(1, new Rejected(), "", _ => true);
        Assert.That(prose.PointsOf("s001.md").Points, Is.EqualTo(0.5m));
        Assert.That(session.Undo(), Is.EqualTo(1));
        Assert.That((prose.PointsOf("s000.md"), prose.PointsOf("s001.md")), Is.EqualTo((new PointsSum(2, 0, 2), new PointsSum(2, 0, 2))));
        Assert.That(session.Undo(), Is.EqualTo(1));
        Assert.That(prose.PointsOf("s000.md").Pending, Is.EqualTo(1.5m));
        Assert.That((session.CanUndo, session.Group(1)!.IsDecided), Is.EqualTo((false, false)));
        Assert.That(File.ReadAllLines(Path.Combine(prose.Run, Ledger.FileName)), Has.Length.EqualTo(8), "nothing is taken out of the ledger");
    }

    [Test]
    public void A_wording_can_be_decided_apart()
    {
        var prose = Class("because", "Because.", "because").Graded();
        var session = prose.Session();
        Assert.That(session.Group(1)!.Wordings.Select(wording => (wording.Answer, wording.Items.Count)), Is.EqualTo(new[] { ("because", 2), ("Because.", 1) }));
        Assert.That(session.DecideNow(1, new Accepted(), "", item => item.Answer == "because"), Is.EqualTo(2));
        Assert.That((session.Group(1)!.IsDecided, session.Next(null, 0)), Is.EqualTo((false, 1)));
        Assert.That(session.Group(1)!.Shown.Submission, Is.EqualTo("s001.md"));
        Assert.That(session.DecideNow(1, new Rejected(), "", _ => true), Is.EqualTo(1), "what was decided stays");
        Assert.That(prose.PointsOf("s000.md").Points, Is.EqualTo(2));
    }

    [TestCase("points", "0 to 2")]
    [TestCase("negative", "0 to 2")]
    [TestCase("idea", "no such idea")]
    [TestCase("none", "No answer is ticked")]
    public void What_cannot_be_decided_is_told_and_nothing_is_written(string what, string message)
    {
        var prose = Class("because").Graded();
        Ruling ruling = what switch { "points" => new GivenPoints(2.01m), "negative" => new GivenPoints(-1), "idea" => new IdeasFound(["nonsense"]), _ => new Accepted() };
        Assert.That(Assert.Throws<ClassroomException>(() => prose.Session().DecideNow(1, ruling, "", _ => what != "none"))!.Message, Does.Contain(message));
        Assert.That(File.Exists(Path.Combine(prose.Run, Ledger.FileName)), Is.False);
    }

    [TestCase("It falls.| And here a table that was not read: 1 2", "It falls.| And here a table that was not read: 2 1")]
    [TestCase("It falls.|![](a.png)", "It falls.|![](a.png)", Description = "Two figures may have one name.")]
    [TestCase("As the figure shows, it falls.", "As the figure shows, it falls.")]
    [TestCase("It falls.|<img src='a.png'>", "It falls.|<img src='a.png'>")]
    public void What_was_not_read_keeps_answers_apart(string one, string other) => Assert.That(Class(one, other).Graded().Queue(), Has.Count.EqualTo(2));

    [Test]
    public void Submissions_that_cannot_be_read_any_more_are_each_for_itself()
    {
        var prose = Class("it falls", "it falls", "it falls", "it falls").Graded();
        Assert.That(prose.Queue(), Has.Count.EqualTo(1));
        prose.Gone.UnionWith(["s001.md", "s002.md"]);
        Assert.That(prose.Queue().Select(group => group.Items.Count), Is.EqualTo(new[] { 2, 1, 1 }));
    }

    [Test]
    public void A_form_of_an_earlier_page_decides_nothing()
    {
        var prose = Class("because", "Because.").Graded();
        var session = prose.Session();
        var version = session.Group(1)!.Version;
        session.Decide(1, version, new Rejected(), "", item => item.Answer == "because");
        Assert.That(Assert.Throws<ClassroomException>(() => session.Decide(1, version, new Accepted(), "", _ => true))!.Message, Does.Contain("out of date"));
        Assert.That(prose.PointsOf("s001.md").Pending, Is.EqualTo(1.5m));
    }

    [Test]
    public void A_ledger_that_something_else_changed_is_told()
    {
        var prose = Class("because", "other").Graded();
        var session = prose.Session();
        session.DecideNow(1, new Accepted(), "", _ => true);
        File.Delete(Path.Combine(prose.Run, Ledger.FileName));
        Assert.That(Assert.Throws<ClassroomException>(() => session.DecideNow(2, new Accepted(), "", _ => true))!.Message, Does.Contain("was changed by something else"));
    }

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
            var merged = Path.Combine(_folder, $"merged-{Path.GetFileName(runs[0])}");
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
        DecisionMerge.Merge([one.Run, other.Run], Path.Combine(_folder, "merged"));
        Assert.That((DecidedResults.Of(Path.Combine(_folder, "merged")).First().Points.Pending, DecisionCount.Of(Path.Combine(_folder, "merged"))), Is.EqualTo((1.5m, new DecisionCount(0, 1, 0))));
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
        DecisionMerge.Merge(overrideFirst ? [other.Run, one.Run] : [one.Run, other.Run], Path.Combine(_folder, "merged"));
        Assert.That(DecidedResults.Of(Path.Combine(_folder, "merged")).First().Points, Is.EqualTo(new PointsSum(1.25m, 0, 2)));
    }

    [Test]
    public void An_override_is_on_the_text_that_was_handed_in()
    {
        var (earlier, later) = (Class("earlier", ["because", "same"]).Graded(), Class("later", ["No idea.", "same"]).Graded());
        foreach (var name in new[] { "s000.md", "s001.md" })
            Override.Apply(earlier.Run, name, ProseClass.Check, 2, "Right.");
        DecisionMerge.Merge([earlier.Run], later.Run);
        Assert.That((later.PointsOf("s000.md").Points, later.PointsOf("s001.md").Points), Is.EqualTo((0.5m, 2m)));
    }

    [Test]
    public void Another_question_text_makes_decisions_out_of_date()
    {
        var prose = Class("because").Graded();
        prose.Session().DecideNow(1, new Accepted(), "", _ => true);
        prose.Rubrics = ProseClass.RubricsOf(1.5m, 0.5m, "quite another question");
        prose.Regraded("k2");
        Assert.That(prose.PointsOf("s000.md").Pending, Is.EqualTo(1.5m));
    }

    [TestCase(0.4, "the question")]
    [TestCase(1.5, "another question")]
    public void Never_lower_keeps_what_a_person_gave(double cause, string text)
    {
        var prose = Class("because").Graded();
        prose.Session().DecideNow(1, new IdeasFound(["cause"]), "", _ => true);
        prose.Rubrics = ProseClass.RubricsOf((decimal)cause, 2 - (decimal)cause, text);
        prose.Regraded("k2", isNeverLower: true);
        Assert.That(prose.PointsOf("s000.md").Points, Is.EqualTo(1.5m));
        prose.Session().DecideNow(1, new Rejected(), "", _ => true);
        Assert.That(prose.PointsOf("s000.md").Points, Is.EqualTo(0.5m), "a person may go below");
    }

    [Test]
    public void Asking_for_one_check_moves_no_number()
    {
        var prose = Class("because", "other").Graded();
        Assert.That(prose.Session(only: ProseClass.Check).Next(null, 0), Is.EqualTo(1));
        Assert.That(prose.Session(only: "1b.nothing").Rate.OfAnswers, Is.Zero);
        Assert.That(prose.Session(only: "1b.nothing").Group(1), Is.Null);
    }

    [TestCase(1, 0)]
    [TestCase(2, 0)]
    [TestCase(3, 20)]
    [TestCase(4, 100)]
    public void Parts_are_disjoint_but_for_the_sample_and_miss_nothing(int count, int percent)
    {
        const int Groups = 1000;
        var parts = Enumerable.Range(1, count).Select(index => new ReviewPart(new Shard(index, count), percent)).ToList();
        var owners = Enumerable.Range(1, Groups).Select(group => parts.Count(part => part.Has(group))).ToList();
        Assert.That(owners, Is.All.InRange(1, 2));
        Assert.That(owners.Count(number => number == 2), Is.EqualTo(count == 1 ? 0 : Groups * percent / 100).Within(count));
        foreach (var part in parts.Where(_ => count > 1))
            Assert.That(Enumerable.Range(1, Groups).Count(part.Has), Is.EqualTo(Groups / count * (100 + percent) / 100).Within(count + 1), "each has as much");
    }

    [TestCase("1/3", 1, 3)]
    [TestCase("3/3", 3, 3)]
    public void A_share_is_read(string text, int index, int count) => Assert.That(ReviewPart.ShareOf(text), Is.EqualTo(new Shard(index, count)));

    [TestCase("0/3")]
    [TestCase("4/3")]
    [TestCase("1")]
    [TestCase("1/2/3")]
    [TestCase("-1/3")]
    [TestCase("a/b")]
    [TestCase("")]
    public void Another_text_is_no_share(string text) => Assert.That(Assert.Throws<ClassroomException>(() => ReviewPart.ShareOf(text))!.Message, Does.Contain("write I/N"));

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
        var merged = Path.Combine(_folder, "merged");
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
        DecisionMerge.Merge([merged, other.Run, one.Run], Path.Combine(_folder, "again"));
        Assert.That(File.ReadAllLines(Path.Combine(_folder, "again", Ledger.FileName)), Is.EqualTo(lines));
        Assert.That(SampleClass.Files(Path.Combine(_folder, "again")), Is.EqualTo(SampleClass.Files(merged)));
    }

    [Test]
    public void An_unfinished_run_is_not_merged_into()
    {
        var one = Class("because").Graded();
        var unfinished = Path.Combine(_folder, "unfinished");
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
        SampleClass.Run(SampleClass.Request(Path.Combine(_folder, "other"), 3) with { Inputs = SampleClass.Request("", 3).Inputs with { Assignment = "hw9" } });
        Assert.That(Assert.Throws<ClassroomException>(() => DecisionMerge.Merge([one.Run, Path.Combine(_folder, "other")], Path.Combine(_folder, "out")))!.Message, Does.Contain("a run of hw9"));
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

    [Test]
    public void An_override_stands_above_what_was_decided_before_it_and_a_later_decision_above_that()
    {
        var prose = Class("because").Graded();
        prose.Session().DecideNow(1, new Accepted(), "", _ => true);
        Override.Apply(prose.Run, "s000.md", ProseClass.Check, 1, "Late proof.");
        Assert.That(prose.PointsOf("s000.md").Points, Is.EqualTo(1));
        prose.Ask = "another question";
        prose.Regraded("k2");
        Assert.That(prose.PointsOf("s000.md").Points, Is.EqualTo(1), "an override holds whatever is asked");
        prose.Session().DecideNow(1, new Rejected(), "", _ => true);
        Assert.That(prose.PointsOf("s000.md").Points, Is.EqualTo(0.5m));
    }

    [Test]
    public void The_pace_leaves_out_pauses()
    {
        var clock = new Clock();
        var session = Class("a", "b", "c", "d").Graded().Session(time: clock);
        Assert.That((session.Rate.AnswersAMinute, session.Rate.Left), Is.EqualTo(((double?)null, (TimeSpan?)null)));
        foreach (var (number, pause) in new[] { (1, 10), (2, 3600), (3, 20) })
        {
            clock.Now += TimeSpan.FromSeconds(pause);
            session.DecideNow(number, new Accepted(), "Good.", _ => true);
        }
        Assert.That((session.Rate.Worked, session.Rate.AnswersAMinute, session.Rate.Left), Is.EqualTo((TimeSpan.FromSeconds(30), (double?)6, (TimeSpan?)TimeSpan.FromSeconds(10))));
        Assert.That(session.Comments, Is.EqualTo(new[] { "Good." }));
    }

    [Test]
    public void A_kill_within_a_decision_leaves_those_that_were_written()
    {
        var prose = Class("because", "because.", "because!").Graded();
        prose.Session().DecideNow(1, new Accepted(), "", _ => true);
        var ledger = Path.Combine(prose.Run, Ledger.FileName);
        var text = File.ReadAllText(ledger);
        for (var cut = 0; cut < text.Length; cut += 37)
        {
            File.WriteAllText(ledger, text[..cut]);
            var session = prose.Session();
            var whole = text[..cut].Count(c => c == '\n');
            Assert.That(session.Checks[0].DecidedAnswers, Is.EqualTo(whole));
            session.DecideNow(1, new Accepted(), "", _ => true);
            Assert.That(DecidedResults.Of(prose.Run).Select(result => result.Points.Points), Is.All.EqualTo(2));
        }
    }

    [Test]
    public void A_comment_is_for_the_student_and_the_reason_of_an_override_is_not()
    {
        var prose = Class("because", "other", "third").Graded();
        var session = prose.Session();
        session.DecideNow(1, new IdeasFound(["cause"]), "And what follows?", _ => true);
        session.DecideNow(2, new Accepted(), "", _ => true);
        Override.Apply(prose.Run, "s002.md", ProseClass.Check, 1, "His mother called.");
        var feedback = ExportFeedback.Of(prose.Run);
        var texts = Gradebook.Of(prose.Run, RunFolder.ReadComplete(prose.Run)).Select(feedback.Text).ToList();
        Assert.That(texts, Is.EqualTo(new[] { "1.5 of 2 points. Question 1: 1.5 of 2. 1a.why: 1.5 of 2: And what follows?", "2 of 2 points. Question 1: 2 of 2.", "1 of 2 points. Question 1: 1 of 2. 1a.why: 1 of 2." }));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 27, 20, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

internal static class Sessions
{
    /// <summary>Decides on the group as it is now.</summary>
    public static int DecideNow(this ReviewSession session, int number, Ruling ruling, string comment, Func<ReviewItem, bool> takes) => session.Decide(number, session.Group(number)!.Version, ruling, comment, takes);
}
