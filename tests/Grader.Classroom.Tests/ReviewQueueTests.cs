using Grader.Classroom.Decisions;
using Grader.Classroom.Review;
using Grader.Classroom.Shards;

namespace Grader.Classroom.Tests;

/// <summary>What waits for a person: answers that say the same once, each person's part, and how long it will take.</summary>
[TestFixture]
public sealed class ReviewQueueTests : ProseClassTests
{
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

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 27, 20, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
