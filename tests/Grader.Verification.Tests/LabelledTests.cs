using System.Text;
using Grader.Grading;
using Grader.Mathematics;
using Grader.Submissions;

namespace Grader.Verification.Tests;

/// <summary>What people allow, how it is read, and what verdicts beside it count as.</summary>
[TestFixture]
public sealed class LabelledTests
{
    private const string Question = """
        { "id": "1", "title": "Halves", "inputs": { "W": 64 }, "quantities": { "half": "W/2", "quarter": "half/2" },
          "parts": [{ "id": "1a", "text": "Halve 64, and halve that.", "checks": [
            { "id": "1a.half", "kind": "number", "ask": "half", "points": 1, "quantity": "half", "tolerance": { "absolute": 0 }, "labels": [["half"]] },
            { "id": "1a.quarter", "kind": "number", "ask": "quarter", "points": 1, "quantity": "quarter", "tolerance": { "absolute": 0 }, "labels": [["quarter"]] }] },
            { "id": "1b", "text": "Is 64 even?", "checks": [
            { "id": "1b.even", "kind": "rubric", "ask": "why it is even", "points": 1, "labels": [["even"]], "ideas": [{ "id": "two", "say": "two divides it", "phrases": ["two divides", "divisible by two"] }], "model": "Two divides it." }] }] }
        """;

    private static readonly Reference.Assignment Assignment = MemoryCase.Assignment(Question);

    [TestCase("check,allowed\n1a.half,correct\n", "1a.half: Correct")]
    [TestCase("check;allowed\n1a.half;correct\n", "1a.half: Correct")]
    [TestCase("allowed,check\nneeds-review | partial,1A.HALF\n", "1a.half: NeedsReview Partial")]
    [TestCase("Check,Allowed,Note\r\n1a.half,Correct carried-forward correct,\"why, so\"\r\n\r\n1b.even,missing,\r\n", "1a.half: Correct CarriedForward (why, so)", "1b.even: Missing")]
    public void Reads(string csv, params string[] verdicts)
    {
        var reading = Read(csv);
        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Verdicts.Items.Select(verdict => $"{verdict.Check}: {string.Join(' ', verdict.Allowed.Items)}{(verdict.Note.Length > 0 ? $" ({verdict.Note})" : "")}"), Is.EqualTo(verdicts));
    }

    [TestCase("", "x.csv:1:1: The file is empty.")]
    [TestCase("\n\n", "x.csv:1:1: The file is empty.")]
    [TestCase("check,allowed\n", "x.csv:1:1: There is a header, and no row.")]
    [TestCase("1a.half,correct\n", "x.csv:1:1: The first line is “1a.half,correct”, which is no header of this file. Write check,allowed or check,allowed,note in it.")]
    [TestCase("check,verdict\n1a.half,correct\n", "x.csv:1:1: The first line is “check,verdict”")]
    [TestCase("check,allowed,points\n1a.half,correct,1\n", "x.csv:1:1: The first line is “check,allowed,points”")]
    [TestCase("check,allowed,check\n1a.half,correct,1\n", "x.csv:1:1: The first line is")]
    [TestCase("check,allowed\n1a.halve,correct\n", "x.csv:2:1: Small has no check “1a.halve”. Of 1a there are: 1a.half, 1a.quarter.")]
    [TestCase("check,allowed\n9z,correct\n", "x.csv:2:1: Small has no check “9z”. There are: 1a.half, 1a.quarter, 1b.even.")]
    [TestCase("check,allowed\n1a.half,right\n", "x.csv:2:1: There is no verdict “right”. There are: correct, carried-forward, partial, incorrect, missing, unreadable, needs-review;")]
    [TestCase("check,allowed\n1a.half,correct|\n1a.half,0\n1b.even,|\n", "x.csv:3:1: 1a.half stands in line 2 already.", "x.csv:3:1: There is no verdict “0”.", "x.csv:4:1: No verdict is allowed here.")]
    [TestCase("check,allowed\n1a.half,correct,\n1b.even,correct\n", "x.csv:2:1: This line has 3 fields, and the first has 2.")]
    [TestCase("check,allowed\n1a.half,\"correct\n", "x.csv:2:1: This line is no CSV")]
    public void Tells_all_that_is_wrong_with_a_file(string csv, params string[] problems)
    {
        var told = Read(csv).Problems.Items.Select(problem => problem.ToString()).ToList();
        Assert.That(told, Has.Count.EqualTo(problems.Length), () => string.Join('\n', told));
        foreach (var (problem, start) in told.Zip(problems))
            Assert.That(problem, Does.StartWith(start).IgnoreCase);
    }

    [TestCase(Verdict.Correct, "correct", Judged.AsAllowed)]
    [TestCase(Verdict.NeedsReview, "correct|needs-review", Judged.AsAllowed)]
    [TestCase(Verdict.Correct, "incorrect", Judged.FalseAccept)]
    [TestCase(Verdict.Correct, "partial", Judged.FalseAccept)]
    [TestCase(Verdict.Correct, "needs-review", Judged.FalseAccept)]
    [TestCase(Verdict.CarriedForward, "missing|partial", Judged.FalseAccept)]
    [TestCase(Verdict.CarriedForward, "correct", Judged.Otherwise)]
    [TestCase(Verdict.Correct, "carried-forward", Judged.Otherwise)]
    [TestCase(Verdict.Incorrect, "correct", Judged.FalseReject)]
    [TestCase(Verdict.Missing, "carried-forward|needs-review", Judged.FalseReject)]
    [TestCase(Verdict.Partial, "correct|incorrect", Judged.FalseReject)]
    [TestCase(Verdict.Partial, "incorrect", Judged.Otherwise)]
    [TestCase(Verdict.Incorrect, "partial", Judged.Otherwise)]
    [TestCase(Verdict.Incorrect, "needs-review", Judged.Otherwise)]
    [TestCase(Verdict.NeedsReview, "incorrect", Judged.Review)]
    [TestCase(Verdict.Unreadable, "correct|needs-review", Judged.Unreadable)]
    public void A_verdict_is_held_against_those_allowed(Verdict verdict, string allowed, Judged judged) =>
        Assert.That(LabelledTest.Judge(verdict, Read($"check,allowed\n1a.half,{allowed}\n").Verdicts[0]), Is.EqualTo(judged));

    [Test]
    public void Counts_by_check_and_tells_the_gravest_first()
    {
        var report = LabelledTest.Measure(Assignment,
        [
            Submission("a.md", "# 1\n(a) half = 32, quarter = 16\n(b) It is even: two divides it.", "1a.half,correct\n1a.quarter,incorrect\n1b.even,correct"),
            Submission("b.md", "# 1\n(a) half = 31, quarter = 15.5\n(b) It is even: that is plain.", "1a.half,incorrect\n1a.quarter,carried-forward\n1b.even,incorrect|needs-review"),
            Submission("c.md", "# 1\n(a) half = 33", "1a.half,correct\n1b.even,missing"),
            new(new("d.pdf", null, "No text."), Read("check,allowed\n1a.half,correct\n").Verdicts),
        ]);
        Assert.Multiple(() =>
        {
            Assert.That(report.HasFalseAccept);
            Assert.That(report.Checks[0], Is.EqualTo(new LabelledRates("1a.half", "number", Right: 3, Wrong: 1, Agreed: 2, FalseAccepts: 0, FalseRejects: 1, Reviews: 0, Unreadable: 1, Otherwise: 0)));
            Assert.That(report.Checks[1], Is.EqualTo(new LabelledRates("1a.quarter", "number", Right: 1, Wrong: 1, Agreed: 1, FalseAccepts: 1, FalseRejects: 0, Reviews: 0, Unreadable: 0, Otherwise: 0)));
            Assert.That(report.Exact.Answers, Is.EqualTo(6));
            Assert.That(report.All.Answers, Is.EqualTo(9));
            Assert.That(report.Disagreements.Items.Select(other => $"{other.Judged} {other.File} {other.Check} {other.Found?.Text}"), Is.EqualTo(new[] { "FalseAccept a.md 1a.quarter 16", "FalseReject c.md 1a.half 33", "Unreadable d.pdf 1a.half " }));
            Assert.That(report.NotRead, Is.EqualTo(new[] { new FileNotRead("d.pdf", "No text.") }));
            Assert.That(report.Words[0].Counts, Is.EqualTo((Sequence<Sequence<int>>)[[1, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 1], [0, 0, 0, 1, 0], [0, 0, 0, 0, 0]]));
            Assert.That(report.Words[1].Answers, Is.Zero);
        });
    }

    /// <summary>Cohen's own: 0.4 for 20, 5, 10, 15.</summary>
    [TestCase("20 5; 10 15", 0.4)]
    [TestCase("25 0; 0 25", 1.0)]
    [TestCase("0 25; 25 0", -1.0)]
    [TestCase("9 3; 3 1", 0.0)]
    public void Kappa_is_cohens(string counts, double kappa)
    {
        var measured = Kappa.Of(Counts(counts))!;
        Assert.That(measured.Value, Is.EqualTo(kappa).Within(1e-12));
        Assert.That(measured.Low, Is.LessThanOrEqualTo(kappa).And.GreaterThanOrEqualTo(-1));
        Assert.That(measured.High, Is.GreaterThanOrEqualTo(kappa).And.LessThanOrEqualTo(1));
        Assert.That(measured.High - measured.Low, Is.Positive);
    }

    [TestCase("0 0; 0 0")]
    [TestCase("7 0; 0 0")]
    public void There_is_no_kappa_where_one_rating_explains_all(string counts) => Assert.That(Kappa.Of(Counts(counts)), Is.Null);

    private static Sequence<Sequence<int>> Counts(string text) => text.Split(';').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToSequence()).ToSequence();

    private static HumanVerdictsReading Read(string csv) => HumanVerdicts.Read("x.csv", Encoding.UTF8.GetBytes(csv), Assignment);

    private static LabelledSubmission Submission(string file, string text, string rows) =>
        new(new(file, SubmissionGrader.Grade(Assignment, SubmissionReader.Read(file, text, SubmissionGrader.ExpectedParts(Assignment)), ""), ""), Read($"check,allowed\n{rows}\n").Verdicts);
}
