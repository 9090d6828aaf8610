using Grader.Grading;
using Grader.Mathematics;
using Grader.Submissions;

namespace Grader.Verification.Tests;

/// <summary>What piles of submissions have in common, and when that is a finding.</summary>
[TestFixture]
public sealed class PreviewTests
{
    private const string Question = """
        { "id": "1", "title": "Halves", "inputs": { "W": 64 }, "quantities": { "half": "W/2", "quarter": "half/2" },
          "mistakes": [{ "id": "doubled", "say": "Doubled it instead of halving it.", "formulas": { "half": "2*W" } }],
          "parts": [{ "id": "1a", "text": "Halve 64, and halve that.", "checks": [
            { "id": "1a.half", "kind": "number", "ask": "half", "points": 1, "quantity": "half", "tolerance": { "absolute": 0 }, "labels": [["half"]] },
            { "id": "1a.quarter", "kind": "number", "ask": "quarter", "points": 1, "quantity": "quarter", "tolerance": { "absolute": 0 }, "labels": [["quarter"]] }] },
            { "id": "1b", "text": "Is 64 even?", "checks": [
            { "id": "1b.even", "kind": "rubric", "ask": "why it is even", "points": 1, "labels": [["even"]], "ideas": [{ "id": "two", "say": "two divides it", "phrases": ["two divides", "divisible by two"] }], "model": "Two divides it." }] }] }
        """;

    private static readonly Reference.Assignment Assignment = MemoryCase.Assignment(Question);

    [Test]
    public void Values_are_gathered_by_meaning_and_verdict_the_most_frequent_first()
    {
        var half = Of("half = 31", "half = 32", "half = $\\frac{64}{2}$", "half = 128", "half = 32.0").Checks[0];
        Assert.That(half.Values.Items.Select(value => $"{value.Value} {value.Verdict} {value.Count} {value.Example.File}:{value.Example.Found!.Line} {string.Join(' ', value.Mistakes.Items)}"), Is.EqualTo(new[]
        {
            "32 Correct 3 2.md:2 ", "31 Incorrect 1 1.md:2 ", "128 Incorrect 1 4.md:2 doubled",
        }));
        Assert.That((half.Read, half.Expected, half.Count(Verdict.Incorrect), half.Unread.Count), Is.EqualTo((5, "32", 2, 0)));
    }

    [Test]
    public void One_value_of_two_verdicts_has_two_rows()
    {
        var quarter = Of("half = 32, quarter = 8", "half = 16, quarter = 8").Checks[1];
        Assert.That(quarter.Values.Items.Select(value => $"{value.Value} {value.Verdict}"), Is.EqualTo(new[] { "8 Incorrect", "8 CarriedForward" }));
    }

    [Test]
    public void What_was_not_read_is_gathered_by_reason()
    {
        var half = Of("half = 32 or 33", "It is late.", "half = 32 or 34", "", "\n\n```answers\n1a.half: many\n```").Checks[0];
        Assert.That(half.Unread.Items.Select(unread => $"{unread.Verdict} {unread.Count} {(unread.Varies ? "such as " : "")}{unread.Example.File} {unread.Reason.Split(':')[0]}"), Is.EqualTo(new[]
        {
            "Missing 1 2.md Nothing in this part says it.",
            "Missing 1 4.md Part 1a has no text.",
            "Unreadable 1 5.md Found, but not read whole",
            "NeedsReview 2 such as 1.md Two different final answers",
        }));
    }

    /// <summary>Numbers and the submission's words vary; the assignment's own are the reason.</summary>
    [TestCase("Two final answers: “3” and “4” in line 7.", "Two final answers: “31” and “-4.5” in line 12.", true)]
    [TestCase("Entry (3, 3) is 1, not 11.", "Entry (1, 2) is 1,5, not 0.", true)]
    [TestCase("The value agrees, but “or” and another follow it.", "The value agrees, but “mistaken” follows it.", false)]
    [TestCase("Prose was found, but not “two divides it”.", "Prose was found, but not “another idea”.", false)]
    [TestCase("Prose was found, but not “two divides it”.", "Prose was found, but not “two divides it”.", true)]
    public void One_reason_is_told_from_another(string first, string second, bool isOne)
    {
        var key = new ReasonKey(Assignment.Questions[0].Parts[1].Checks[0]);
        Assert.That(key.Of(first) == key.Of(second), Is.EqualTo(isOne));
    }

    [Test]
    public void A_file_that_cannot_be_read_is_told_and_not_counted()
    {
        var preview = PreviewTally.Of(Assignment, [Graded("a.md", "half = 32"), new("b.pdf", null, "No text.")]);
        Assert.That(preview.NotRead, Is.EqualTo((Sequence<FileNotRead>)[new("b.pdf", "No text.")]));
        Assert.That((preview.Submissions, preview.Checks[0].Read, preview.Checks[0].Unread.Count), Is.EqualTo((2, 1, 0)));
    }

    [Test]
    public void Of_nothing_readable_there_is_nothing_to_find()
    {
        var preview = PreviewTally.Of(Assignment, [new("a.pdf", null, "No text."), new("b.pdf", null, "No text.")]);
        Assert.That(preview.Findings, Is.Empty);
        Assert.That(preview.Checks.Items.Select(check => check.Expected + check.Read), Is.All.EqualTo("0"));
    }

    [TestCase("half = 32, quarter = 16|half = 32, quarter = 16|half = 32, quarter = 16", "")]
    [TestCase("half = 32", "")]
    [TestCase("half = 32|half = 32, quarter = 16", "")]
    [TestCase("half = 32|half = 32|half = 32, quarter = 16", "check 1a.quarter: nothing was read in 2 of 3 submissions: its labels may not fit.")]
    [TestCase("half = 32|half = 32||half = 32, quarter = 16", "check 1a.quarter: nothing was read in 2 of 3 submissions that have text for 1a: its labels may not fit.")]
    [TestCase("||half = 32, quarter = 16", "part 1a: no text was found in 2 of 3 submissions: its heading may be written otherwise, or the students left it out.")]
    [TestCase("half = 31, quarter = 16|half = 31, quarter = 16", "")]
    [TestCase("half = 31|half = 31|half = 31|half = 32|half = 32|half = 32|half = 32|half = 32|half = 32|half = 32", "nothing was read")]
    [TestCase("half = 31, quarter = 16|half = 31, quarter = 16|half = 31, quarter = 16|half = 32, quarter = 16", "check 1a.half: 3 of 4 submissions that answer it share the value 31 where 32 is expected: the key or a label may be wrong.")]
    [TestCase("half = 128, quarter = 64|half = 128, quarter = 64|half = 128, quarter = 64|half = 32, quarter = 16|half = 32, quarter = 16|half = 32, quarter = 16", "")]
    [TestCase("half = 128, quarter = 64|half = 128, quarter = 64|half = 128, quarter = 64|half = 32, quarter = 16", "check 1a.half: 3 of 4 submissions that answer it share the value 128 where 32 is expected, a known mistake (doubled) that more make than are right: the key or a label may be wrong.")]
    [TestCase("quarter = 16\nhalf = 32 or 33|quarter = 16\nhalf = 32 or 34|half = 32, quarter = 16", "check 1a.half: left to a person in 2 of 3 submissions, always for a reason such as: Two different final answers: “33” here and “32” in line 3.")]
    [TestCase("quarter = 16\n\n```answers\n1a.half: many\n```|quarter = 16\n\n```answers\n1a.half: many\n```", "check 1a.half: not read whole in 2 of 2 submissions, always for this reason: Found, but not read whole: ")]
    public void What_most_have_in_common_is_a_finding(string submissions, string finding)
    {
        var found = string.Join('\n', Of(submissions.Split('|')).Findings.Items.Where(item => !item.Checks.Items.Contains("1b.even")).Select(item => item.Say));
        Assert.That(found, finding is "" or "nothing was read" ? Does.Not.Contain("share the value").And.Contain(finding) : Does.Contain(finding));
        if (finding.Length == 0)
            Assert.That(found, Is.Empty);
    }

    [Test]
    public void A_finding_says_whose_it_is_and_of_how_many()
    {
        var finding = Of("half = 32", "half = 32", "half = 32, quarter = 16").Findings.Items.Single(item => item.Sign == PreviewSign.NothingRead);
        Assert.That((finding.Checks, finding.Count, finding.Of), Is.EqualTo(((Sequence<string>)["1a.quarter"], 2, 3)));
    }

    private static CasePreview Of(params string[] answers) => PreviewTally.Of(Assignment, answers.Select((answer, index) => Graded($"{index + 1}.md", answer)).ToSequence());

    private static GradedSubmission Graded(string file, string answer) =>
        new(file, SubmissionGrader.Grade(Assignment, SubmissionReader.Read(file, $"# 1\n(a) {answer}\n", SubmissionGrader.ExpectedParts(Assignment)), ""), "");
}
