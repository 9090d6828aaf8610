using Grader.Classroom.Layouts;

namespace Grader.Classroom.Tests;

/// <summary>The download layouts of learning platforms, told by names alone.</summary>
[TestFixture]
public sealed class LayoutTests
{
    [TestCase("doejane_123_456_hw5.md|roejo_LATE_124_457_hw5.ipynb", ClassLayout.Canvas)]
    [TestCase("Jane Doe_123456_assignsubmission_file_/|Jo Roe_123457_assignsubmission_file_/", ClassLayout.Moodle)]
    [TestCase("Jane Doe_123456_assignsubmission_file_hw5.md", ClassLayout.Moodle)]
    [TestCase("submission_1/|submission_2/|submission_metadata.yml", ClassLayout.Gradescope)]
    [TestCase("hw5-jane/|hw5-jo/", ClassLayout.Repositories)]
    [TestCase("hw5-jane/|other/", ClassLayout.Plain)]
    [TestCase("hw5-jane/", ClassLayout.Plain)]
    [TestCase("jane.md|jo.md", ClassLayout.Plain)]
    [TestCase("jane_hw5_2.md|jo_hw5_2.md", ClassLayout.Plain)]
    [TestCase("doejane_123_456_hw5.md|a.md|b.md", ClassLayout.Plain)]
    public void Layout_is_told_by_names(string names, ClassLayout layout) => Assert.That(ClassLayouts.Of(Items(names)), Is.EqualTo(layout));

    [TestCase("doejane_123_456_hw5.md", "doejane_123_456_hw5.md <- 123 doejane")]
    [TestCase("doejane_LATE_123_456_hw5.md", "doejane_LATE_123_456_hw5.md <- 123 doejane late")]
    [TestCase("doejane_123_456_hw5.md|doejane_123_457_hw5.answers.csv|roejo_9_458_a_1_b.md", "doejane_123 [hw5.md, hw5.answers.csv] <- 123 doejane; roejo_9_458_a_1_b.md <- 9 roejo")]
    [TestCase("doejane_123_456_a.md|roejo_9_458_b.md|poepat_5_text.html", "doejane_123_456_a.md <- 123 doejane; poepat_5_text.html <- 5 poepat; roejo_9_458_b.md <- 9 roejo")]
    [TestCase("doejane_123_457_image.png|doejane_123_458_a.md|roejo_9_458_only.png", "doejane_123 [image.png, a.md] <- 123 doejane")]
    [TestCase("Jane Doe_12_assignsubmission_file_/|Jo_van_Roe_13_assignsubmission_file/", "Jane Doe_12_assignsubmission_file_ <- 12 Jane Doe; Jo_van_Roe_13_assignsubmission_file <- 13 Jo_van_Roe")]
    [TestCase("Jane Doe_12_assignsubmission_file_/|Jane Doe_12_assignsubmission_onlinetext_/", "Jane Doe_12_assignsubmission_file_ <- 12 Jane Doe")]
    [TestCase("Jane Doe_12_assignsubmission_onlinetext_/", "Jane Doe_12_assignsubmission_onlinetext_ <- 12 Jane Doe")]
    [TestCase("Jane Doe_12_assignsubmission_file_a.md|Jane Doe_12_assignsubmission_file_a.answers.csv", "Jane Doe_12 [a.answers.csv, a.md] <- 12 Jane Doe")]
    [TestCase("hw5-jane/|hw5-jo-ann/", "hw5-jane <- jane; hw5-jo-ann <- jo-ann")]
    [TestCase("a-hw5-x-1/|a-hw5-x-2/", "a-hw5-x-1 <- 1; a-hw5-x-2 <- 2")]
    [TestCase("jane.md|roster.csv|picture.png|jo/", "jane.md <- jane; jo <- jo")]
    public void Submissions_and_their_authors(string names, string expected)
    {
        var found = ClassLayouts.Find(Items(names), name => Path.GetExtension(name) is ".md" or ".ipynb" or ".html", () => "");
        Assert.That(string.Join("; ", found.Select(Show)), Is.EqualTo(expected));
    }

    [Test]
    public void Gradescope_groups_have_one_submission_of_several_students()
    {
        const string Metadata = """
            ---
            submission_1:
              :submitters:
              - :name: Jane Doe
                :sid: '0012'
                :email: jane@example.edu
              - :name: "Jo O'Roe"
                :sid:
                :email: jo@example.edu
              :created_at: 2026-01-01 00:00:00.000000000 Z
              :results:
                :tests:
                - :name: a test, no student
            submission_2:
              :submitters:
              - :name: Pat
                :sid: null
            """;
        var found = ClassLayouts.Find(Items("submission_1/|submission_2/|submission_3/|submission_metadata.yml"), _ => false, () => Metadata);
        Assert.That(string.Join("; ", found.Select(Show)), Is.EqualTo("submission_1 <- 0012 Jane Doe, jo@example.edu Jo O'Roe; submission_2 <- Pat Pat; submission_3 <- submission_3"));
        Assert.That(found[0].Authors[0].Keys.Select(key => $"{key.Column} {key.Text}"), Is.EqualTo(new[] { "Id 0012", "Login 0012", "Email jane@example.edu", "Name Jane Doe" }));
    }

    private static ClassItem[] Items(string names) => [.. names.Split('|').Select(name => new ClassItem(name.TrimEnd('/'), name.EndsWith('/')))];

    private static string Show(ClassSubmission submission) =>
        $"{submission.Name}{(submission.Files.Count > 1 ? $" [{string.Join(", ", submission.Files.Select(file => file.UploadedAs))}]" : "")} <- {string.Join(", ", submission.Authors.Select(author => $"{author.Id} {author.Name}".Trim()))}{(submission.IsLate ? " late" : "")}";
}
