using System.Text.RegularExpressions;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Reports;

namespace Grader.Grading.Tests;

/// <summary>What a student reads before answers are released gives no right answer away.</summary>
[TestFixture]
public sealed partial class StudentAudienceTests
{
    private static IEnumerable<string> Samples => Directory.GetFiles(Path.Combine(Repository.Root, "cases"), "*.md", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "submissions")
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Assignments => Directory.GetFiles(Path.Combine(Repository.Root, "cases"), "assignment.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Samples))]
    public void No_right_value_that_the_student_did_not_write_is_in_it(string sample)
    {
        var assignment = Homework.Read(Path.Combine(Repository.Root, Path.GetDirectoryName(Path.GetDirectoryName(sample))!));
        GivesNothingAway(assignment, File.ReadAllText(Path.Combine(Repository.Root, sample)));
    }

    /// <summary>Each known mistake of each question; then another value in every check, so that nothing explains it.</summary>
    [TestCaseSource(nameof(Assignments))]
    public void Nor_where_answers_are_wrong(string folder)
    {
        var assignment = Homework.Read(Path.Combine(Repository.Root, folder));
        foreach (var question in assignment.Questions)
        {
            foreach (var mistake in question.Worksheet.Mistakes)
                GivesNothingAway(assignment, MistakenSubmission.Of(question, question.Worksheet.Making(mistake.Occurrences)));
            var wrong = question.Parts.Items.SelectMany(part => part.Checks.Items)
                .Where(check => MistakenSubmission.QuantityOf(check) is not null)
                .Select(check => (check.Id, Value: check is NumberCheck ? "9876.5" : "[[9876.5, 1], [2, 9876.5]]")).ToArray();
            GivesNothingAway(assignment, MistakenSubmission.Of(question, question.Worksheet, wrong));
        }
    }

    [TestCase("## Question 1\n\n### (a)\n\nThe parameters of layer 1 are $3 \\cdot 3 \\cdot 128 \\cdot 256 = 5$.\n", "294912", TestName = "A slip in a chain")]
    [TestCase("## Question 1\n\n### (a)\n\nNothing yet: 294912\n", "The right value", TestName = "A value that nothing claims")]
    [TestCase("## Question 2\n\n### (b)\n\n$\\begin{bmatrix} -1 & 1 & 1 & -1 \\\\ -11 & -9 & -9 & -11 \\\\ 9 & 7 & 7 & 9 \\end{bmatrix}$\n", "not 11", TestName = "An entry of a matrix")]
    [TestCase("## Question 2\n\n### (c)\n\nThe moon is blue.\n", "running", TestName = "An idea that is not there")]
    public void A_message_tells_an_instructor_more(string text, string more)
    {
        var report = Homework.Grade(text);
        Assert.That(JsonReportWriter.Write(report, "1.0.0"), Does.Contain(more));
        Assert.That(string.Join('\n', TextsOf(report.For(Audience.Student))), Does.Not.Contain(more));
    }

    [Test]
    public void A_number_that_nothing_claims_is_not_pointed_at()
    {
        const string fishing = "## Question 1\n\n### (a)\n\nSome numbers: 294911, 294912, 294913, 294914\n";
        Assert.That(Homework.Grade(fishing).For(Audience.Student).Checks().Where(check => check.Verdict == Verdict.NeedsReview && check.Found is { Text: "294912" }), Is.Empty);
    }

    [Test]
    public void Released_answers_are_told()
    {
        var report = Homework.Grade(Homework.Assignment with { ReleasesAnswers = true }, Homework.Sample("scanned.md"));
        var told = report.For(Audience.Student);
        Assert.That(told.Checks().Select(check => (check.Expected, check.Message)), Is.EqualTo(report.Checks().Select(check => (check.Expected, check.Message))));
        Assert.That(told.Audience, Is.EqualTo(Audience.Student));
    }

    [Test]
    public void Verdicts_points_and_what_was_read_are_the_same()
    {
        var report = Homework.Grade(Homework.Sample("scanned.md"));
        var told = report.For(Audience.Student);
        Assert.That(told.Checks().Select(check => (check.Id, check.Verdict, check.Points, check.PendingPoints, check.Found)), Is.EqualTo(report.Checks().Select(check => (check.Id, check.Verdict, check.Points, check.PendingPoints, check.Found))));
        Assert.That(told.Checks().Where(check => check.Message.Length == 0), Is.Empty);
    }

    [TestCase("Took 18432 instead.", "Took … instead.")]
    [TestCase("Forgot the padding of 64 pixels.", "Forgot the padding of 64 pixels.")]
    [TestCase("Divided by stride + 1.", "Divided by stride + 1.")]
    public void A_right_value_in_the_sentence_of_a_mistake_is_hidden(string say, string told)
    {
        var worksheet = new Worksheet([new("W", new Number(64), "", "width"), new("out", new Product([new Symbol("W"), new Number(288)]), "", "output")], []);
        Assert.That(Diagnosis.MistakeSay.Of(new("m", say, Rational.Zero, []), worksheet).Told, Is.EqualTo(told));
    }

    private static void GivesNothingAway(Assignment assignment, string text)
    {
        var report = Homework.Grade(assignment, text);
        var told = report.For(Audience.Student);
        // A question's own words are not the key's; nor are a student's.
        var known = text + string.Concat(report.Checks().Select(check => check.Ask)) + string.Concat(assignment.Questions.Items.Select(question => question.Title + question.Text));
        var values = report.Checks().SelectMany(check => Values().Matches(check.Expected).Select(match => match.Value)).Where(value => !known.Contains(value, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var said = TextsOf(told).ToList();
        Assert.That(said.SelectMany(line => Values().Matches(line).Where(match => values.Contains(match.Value)).Select(match => $"{match.Value} in “{line}”")), Is.Empty, text);
        Assert.That(told.Checks().Where(check => check.Expected.Length > 0), Is.Empty);
        // The sentences that say the whole of it.
        var models = assignment.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).OfType<RubricCheck>().SelectMany(check => check.Ideas.Items.Select(idea => idea.Say).Append(check.Model)).Where(model => model.Length > 0 && !known.Contains(model, StringComparison.OrdinalIgnoreCase));
        Assert.That(models.Where(model => said.Exists(line => line.Contains(model, StringComparison.Ordinal))), Is.Empty);
    }

    /// <summary>What is said, and not what the student wrote.</summary>
    private static IEnumerable<string> TextsOf(GradeReport report) =>
        [.. report.Checks().Select(check => check.Message), .. report.Questions.Items.Select(question => question.Explains), .. report.Mistakes.Items.SelectMany(mistake => new[] { mistake.Say, mistake.Explains }), .. report.Remarks.Items.Select(remark => remark.Say)];

    /// <summary>Numbers of three digits and more, which nobody says by chance.</summary>
    [GeneratedRegex(@"(?<![\w.])(?:\d{3,}(?:\.\d+)?|\d+\.\d+)(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Values();
}
