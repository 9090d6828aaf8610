using Grader.Classroom.Decisions;
using Grader.Classroom.Exports;
using Grader.Classroom.Gradebooks;
using Grader.Classroom.Review;
using Grader.Classroom.Runs;

namespace Grader.Classroom.Tests;

/// <summary>What a person decides on an evening holds for exactly what was looked at, is scored by the rubric of today, and can be told from the ledger alone.</summary>
[TestFixture]
public sealed class ReviewDecisionTests : ProseClassTests
{
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
}
