using Grader.Mathematics;
using Grader.Reference;
using Grader.Reports;
using Grader.Submissions;

namespace Grader.Grading.Tests;

/// <summary>A receipt says what was read, and nothing of what is right.</summary>
[TestFixture]
public sealed class ReceiptTests
{
    private static IEnumerable<string> Samples => Directory.GetFiles(Path.Combine(Repository.Root, "cases"), "*.md", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "submissions")
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Samples))]
    public void Other_right_values_give_the_same_bytes(string sample)
    {
        var assignment = Homework.Read(Path.Combine(Repository.Root, Path.GetDirectoryName(Path.GetDirectoryName(sample))!));
        var text = File.ReadAllText(Path.Combine(Repository.Root, sample));
        var other = WithOtherValues(assignment);
        Assert.That(Homework.Grade(other, text).Points, Is.Not.EqualTo(Homework.Grade(assignment, text).Points), "the other values make another grade");
        Assert.That(Written(other, text), Is.EqualTo(Written(assignment, text)));
    }

    [TestCase("The parameters of layer 1 are 50 %.")]
    [TestCase("The parameters of layer 1 are 294912.")]
    [TestCase("The parameters of layer 1 are 3.")]
    [TestCase("Nothing yet: 294912")]
    public void Whether_a_number_is_a_share_is_not_told(string said)
    {
        var text = $"## Question 1\n\n### (a)\n\n{said}\n";
        var other = WithOtherValues(Homework.Assignment);
        Assert.That(Written(other, text), Is.EqualTo(Written(Homework.Assignment, text)));
    }

    [TestCaseSource(nameof(Samples))]
    public void No_right_value_that_the_student_did_not_write_is_in_it(string sample)
    {
        var assignment = Homework.Read(Path.Combine(Repository.Root, Path.GetDirectoryName(Path.GetDirectoryName(sample))!));
        var text = File.ReadAllText(Path.Combine(Repository.Root, sample));
        var receipt = Written(assignment, text);
        IEnumerable<string> values = Homework.Grade(assignment, text).Checks().Where(check => check.Kind == "number").Select(check => check.Expected.Split(' ')[0]!).Where(value => value.Length > 3 && !text.Contains(value) && !assignment.Questions.Items.Any(question => question.Title.Contains(value, StringComparison.Ordinal)));
        Assert.That(values.Where(receipt.Contains), Is.Empty);
        Assert.That(new[] { "verdict", "points", "expected", "correct", "review", "carried" }, Has.None.Matches<string>(word => receipt.Contains($"\"{word}\"")));
    }

    [TestCase("## Question 1\n\n### (b)\n\nThe output width of layer 1 is 21.\n", "1b.output-layer1", "21", "")]
    [TestCase("## Question 1\n\n### (b)\n\nThe output width of layer 1 is 32.\n", "1b.output-layer1", "32", "")]
    [TestCase("## Question 1\n\n### (b)\n\nThe output width of layer 1 is 21.\n\nThe output width of layer 1 is 32.\n", "1b.output-layer1", "32", "line 5 may be meant as well")]
    [TestCase("## Question 1\n\n### (b)\n\nWe see 32.\n", "1b.output-layer1", "", "nothing was found")]
    [TestCase("## Question 1\n\n### (b)\n\n![sketch](a.png)\n", "1b.output-layer1", "", "nothing was found; the image in line 5 cannot be read")]
    [TestCase("## Question 1\n", "1b.output-layer1", "", "no text was found for 1b")]
    [TestCase("## Question 3\n\n### (c)\n\nNo, by no means.\n", "3c.possible", "No, by no means.", "says “no”")]
    [TestCase("## Question 2\n\n### (d)\n\nThe moon is blue.\n", "2d.batch-size", "The moon is blue.", "")]
    public void It_says_what_was_read(string text, string check, string read, string note)
    {
        var receipt = ReceiptMaker.Of(Homework.Assignment, SubmissionReader.Read("submission.md", text, SubmissionGrader.ExpectedParts(Homework.Assignment)), "");
        var found = receipt.Questions.Items.SelectMany(question => question.Checks.Items).Single(item => item.Id == check);
        Assert.That((string.Join('|', found.Read.Items.Select(item => item.Text)), found.Note), Is.EqualTo((read, note)));
    }

    private static string Written(Assignment assignment, string text)
    {
        var receipt = ReceiptMaker.Of(assignment, SubmissionReader.Read("submission.md", text, SubmissionGrader.ExpectedParts(assignment)), "ab12");
        return ReceiptTextWriter.Write(receipt) + JsonReceiptWriter.Write(receipt, "1.0.0");
    }

    /// <summary>The same questions, each of whose answers is another one.</summary>
    private static Assignment WithOtherValues(Assignment assignment) => assignment with
    {
        Sha256 = "other",
        Questions = assignment.Questions.Items.Select(question => question with
        {
            Worksheet = question.Worksheet.With(question.Parts.Items.SelectMany(part => part.Checks.Items).Select(MistakenSubmission.QuantityOf).OfType<string>().Distinct()
                .Where(quantity => question.Worksheet.Named(quantity)?.Name == quantity && question.Worksheet[quantity].Value is not null)
                .ToDictionary(quantity => quantity, quantity => Another(question.Worksheet[quantity].Value!), StringComparer.Ordinal)),
            Parts = question.Parts.Items.Select(part => part with { Checks = part.Checks.Items.Select(Another).ToSequence() }).ToSequence(),
        }).ToSequence(),
    };

    private static Value Another(Value value) => value switch
    {
        Tensor tensor => tensor with { Entries = tensor.Entries.Items.Select(Another).ToSequence() },
        _ => new Exact(Rational.Of(987654, 1000)),
    };

    private static Check Another(Check check) => check switch
    {
        NumberCheck number => number with { IsShare = !number.IsShare },
        ChoiceCheck choice => choice with { Right = choice.Choices.Items.First(other => other.Id != choice.Right).Id },
        BandCheck band => band with { Band = band.Band with { Low = 1, High = 2 } },
        RubricCheck rubric => rubric with { Model = "zebra", Formulas = [], Ideas = rubric.Ideas.Items.Select(idea => idea with { Say = "zebra", Phrases = [Phrase.Parse("zebra", out _)!], Denials = [] }).ToSequence() },
        _ => check,
    };
}
