using System.Text;
using Grader.Submissions;

namespace Grader.Grading.Tests;

/// <summary>Answers in a CSV file beside the submission.</summary>
[TestFixture]
public sealed class AnswersFileTests
{
    [TestCase("check,value\n1b.macs-layer1,301989888\n", Verdict.Correct)]
    [TestCase("check,value\r\n1b.macs-layer1,\"301,989,888\"\r\n", Verdict.Correct)]
    [TestCase("\uFEFFCheck;Value\n1b.macs-layer1;301989888\n", Verdict.Correct)]
    [TestCase("value\tcheck\tnote\n301989888\t1B.MACS-LAYER1\tmine\n", Verdict.Correct)]
    [TestCase("check,value\n\n1b.macs-layer1,301989889\n", Verdict.Incorrect)]
    [TestCase("check,value\n1b.macs-layer1,\n", Verdict.Missing)]
    [TestCase("check,value\n1b.macs-layer1,many\n", Verdict.Unreadable)]
    [TestCase("check,value\n1b.macs-layer1,301989888\n1b.macs-layer1,3\n", Verdict.NeedsReview)]
    [TestCase("check,value\n1b.macs-layer1,301989888\n1b.macs-layer1,301989888\n", Verdict.Correct)]
    [TestCase("check,value\n1b.macs-layer1,301989888\n```,3\n", Verdict.Correct)]
    public void A_row_is_judged_by_its_check(string csv, Verdict verdict)
    {
        var graded = Grade("# Homework\n", csv).Check("1b.macs-layer1");
        Assert.That(graded.Verdict, Is.EqualTo(verdict), graded.Message);
    }

    [TestCase("check,value\n2a.mean,\"13, 5, 0\"\n", "2a.mean")]
    [TestCase("check,value\n2a.mean,\"[13, 5, 0]\"\n", "2a.mean")]
    [TestCase("check,value\n2a.normalized,\"[[-1,1,1,-1],\n[-1,1,1,-1],\n[-1,1,1,-1]]\"\n", "2a.normalized")]
    [TestCase("check,value\n3c.possible,yes\n", "3c.possible")]
    [TestCase("check,value\n3b.relation,B = A^T\n", "3b.relation")]
    [TestCase("check,value\n4a.train-accuracy,74 %\n", "4a.train-accuracy")]
    public void A_value_of_any_kind_is_read(string csv, string check)
    {
        var graded = Grade("# Homework\n", csv).Check(check);
        Assert.That(graded.Verdict, Is.EqualTo(Verdict.Correct), graded.Message);
    }

    [TestCase("", "answers.csv 1: The file is empty.")]
    [TestCase("1b.macs-layer1,301989888\n", "answers.csv 1: The first line is no header, so nothing of the file was read. Write check,value in it.")]
    [TestCase("check,value\n1b.macs-layer9,3\n", "answers.csv 2: hw5 has no check “1b.macs-layer9”, so this row answers none.")]
    [TestCase("check,value\nmacs,3\n", "answers.csv 2: “macs” is no id of a check, so this row was not read.")]
    [TestCase("check,value\n1b.macs-layer1,3\n1b.macs-layer1,3\n", "answers.csv 3: 1b.macs-layer1 stands in line 2 already; where the values differ, a person looks.")]
    [TestCase("check,value\n2a.mean,13,5,0\n1b.macs-layer1,3\n", "answers.csv 2: This line has 4 fields, and the first has 2.")]
    [TestCase("check,value\n2a.mean,\"13\n", "answers.csv 2: This line is no CSV: a quote is not closed")]
    [TestCase("check,value\n2a.mean,\u0001\uD800\n", "")]
    public void What_is_wrong_with_the_file_is_told_and_the_rest_is_graded(string csv, string remark)
    {
        var report = Grade("## Question 1\n\n### (a)\n\nParameters in total: 1474560\n", csv);
        Assert.That(report.Check("1a.parameters-total").Verdict, Is.EqualTo(Verdict.Correct));
        Assert.That(string.Join('\n', report.Remarks.Items.Select(told => $"{told.In!.File} {told.Line}: {told.Say}")), Does.StartWith(remark));
    }

    [Test]
    public void A_file_that_is_no_text_is_told()
    {
        var document = AnswersFile.Add(SubmissionReader.Read("a.md", "x"), "answers.csv", [0x63, 0xFF, 0xFE]);
        Assert.That(document.Remarks.Items.Single().Say, Does.Contain("UTF-8"));
    }

    [Test]
    public void A_block_of_answers_with_an_unknown_id_is_told_too() =>
        Assert.That(Homework.Grade("```answers\n1b.mcas-layer1: 3\n```\n").Remarks.Items.Single().Say, Does.Contain("no check “1b.mcas-layer1”"));

    [Test]
    public void The_place_is_the_row_of_the_file()
    {
        var found = Grade("## Question 1\n", "check,value\n\n1b.output-layer1,21\n1b.macs-layer1,301989888\n").Check("1b.macs-layer1").Found!;
        Assert.That((found.In!.File, found.Line, found.Column, found.Text), Is.EqualTo(("answers.csv", 4, 16, "301989888")));
    }

    [Test]
    public void What_the_text_says_otherwise_is_for_a_person_with_both_places()
    {
        var graded = Grade("## Question 1\n\n### (b)\n\nMultiply-adds of layer 1: 3\n", "check,value\n1b.macs-layer1,301989888\n").Check("1b.macs-layer1");
        Assert.That((graded.Verdict, graded.Found!.In!.File, graded.Message), Is.EqualTo((Verdict.NeedsReview, "answers.csv", "Two different final answers: “301989888” here and “3” in line 5.")));
    }

    [TestCase("```\nan open fence")]
    [TestCase("$$ an open formula")]
    [TestCase("<!-- an open comment")]
    [TestCase("> a quote")]
    [TestCase("- a list\n  - in a list\n    ")]
    public void Nothing_left_open_in_the_text_swallows_the_file(string text) =>
        Assert.That(Grade(text, "check,value\n1b.macs-layer1,301989888\n").Check("1b.macs-layer1").Verdict, Is.EqualTo(Verdict.Correct));

    private static GradeReport Grade(string text, string csv) => SubmissionGrader.Grade(
        Homework.Assignment,
        AnswersFile.Add(SubmissionReader.Read("submission.md", text, SubmissionGrader.ExpectedParts(Homework.Assignment)), "answers.csv", Encoding.UTF8.GetBytes(csv)),
        "");
}
