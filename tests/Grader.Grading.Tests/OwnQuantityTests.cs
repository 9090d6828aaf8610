using Grader.Reference;

namespace Grader.Grading.Tests;

/// <summary><c>cases/confusion</c>: measures of a matrix of the student's own.</summary>
[TestFixture]
public sealed class OwnQuantityTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "cases", "confusion");

    private static readonly Assignment Assignment = Homework.Read(Folder);

    [TestCase("full-marks", "correct correct correct correct", "5 0")]
    [TestCase("recall-slipped", "correct correct incorrect carried-forward", "4 0")]
    [TestCase("row-sum-broken", "incorrect carried-forward carried-forward carried-forward", "3 0")]
    [TestCase("precision-recall-swapped", "correct incorrect incorrect correct", "4 0")]
    public void Each_sample_gets(string sample, string verdicts, string points)
    {
        var report = Grade(File.ReadAllText(Path.Combine(Folder, "submissions", sample + ".md")));
        Assert.That(string.Join(' ', report.Checks().Select(check => check.Verdict.Name())), Is.EqualTo(verdicts), string.Join('\n', report.Checks().Select(check => $"{check.Id}: {check.Message} Found {check.Found?.Text}")));
        Assert.That($"{report.Points} {report.PendingPoints}", Is.EqualTo(points));
    }

    [Test]
    public void Swapped_precision_and_recall_are_one_known_mistake()
    {
        var report = Grade(Text("[[48, 12], [5, 35]]", "0.800", "0.906", "0.850"));
        Assert.That(report.Mistakes.Items.Select(mistake => mistake.Id), Is.EqualTo(new[] { "rows-columns-swapped" }));
    }

    [TestCase("[[48, 12], [5, 35]]", "0.906", "0.800", "0.850", "correct correct correct correct", TestName = "Right_with_a_matrix_of_their_own")]
    [TestCase("[[52, 8], [6, 34]]", "0.897", "0.867", "0.881", "correct correct correct correct", TestName = "Right_with_the_example_s")]
    [TestCase("[[48, 12], [5, 35]]", "0.897", "0.867", "0.881", "correct incorrect incorrect incorrect", TestName = "What_fits_the_example_only_is_wrong")]
    [TestCase("[[48, 12], [5, 35]]", "0.907", "0.800", "0.850", "correct incorrect correct correct", TestName = "One_digit_off_is_wrong")]
    [TestCase("[[48, 12], [5, 36]]", "0.906", "0.800", "0.850", "incorrect carried-forward carried-forward carried-forward", TestName = "A_broken_row_is_carried_forward")]
    [TestCase("[[61, -1], [5, 35]]", "0.924", "1.017", "0.968", "incorrect carried-forward carried-forward carried-forward", TestName = "A_count_below_zero_is_told")]
    [TestCase("[[48, 12, 60], [5, 35, 40]]", "0.906", "0.800", "0.850", "correct correct correct correct", TestName = "Totals_beside_it_are_left_out")]
    [TestCase("[[48, 12, 60], [5, 35, 40], [53, 47, 100]]", "0.906", "0.800", "0.850", "correct correct correct correct", TestName = "Totals_beside_and_below_it_are_left_out")]
    [TestCase("[[47.5, 12.5], [5, 35]]", "0.905", "0.792", "0.844", "incorrect carried-forward carried-forward carried-forward", TestName = "A_fraction_is_no_count")]
    [TestCase("[[0, 60], [5, 35]]", "0", "0", "0", "correct correct correct needs-review", TestName = "F1_of_no_hit_is_for_a_person")]
    [TestCase("[[48, 12, 61], [5, 35, 40]]", "0.906", "0.800", "0.850", "incorrect needs-review needs-review needs-review", TestName = "Another_shape_leaves_the_rest_to_a_person")]
    [TestCase("", "0.897", "0.867", "0.881", "missing needs-review needs-review needs-review", TestName = "Without_a_matrix_the_example_judges_nothing")]
    public void Verdicts(string matrix, string precision, string recall, string f1, string verdicts)
    {
        var report = Grade(Text(matrix, precision, recall, f1));
        Assert.That(string.Join(' ', report.Checks().Select(check => check.Verdict.Name())), Is.EqualTo(verdicts), string.Join('\n', report.Checks().Select(check => $"{check.Id}: {check.Message} Found {check.Found?.Text}")));
    }

    [TestCase("1a.confusion", "[[48, 12, 60], [5, 35, 40]]", "The totals, which are the sums, left out.")]
    [TestCase("1a.confusion", "[[48, 11], [5, 35]]", "This does not hold: row 1 sums to the 60 images with a lesion; yours: 48 + 11 = 59, not 60.")]
    [TestCase("1b.precision", "[[48, 12], [5, 35]]", "Agrees with your own confusion matrix.")]
    public void Messages_say_the_students_numbers(string check, string matrix, string message) =>
        Assert.That(Grade(Text(matrix, "0.906", "0.8", "0.85")).Check(check).Message, Does.Contain(message));

    /// <summary>Two matrices that both keep the invariants are two answers, and nobody's to choose between.</summary>
    [TestCase("## 1a\n\n$C = [[48, 12], [5, 35]]$\n\n$C = [[52, 8], [6, 34]]$\n", false)]
    [TestCase("## 1a\n\n$C = [[48, 12], [5, 35]]$\n\nSo $C = [[48, 12], [5, 35]]$\n", true)]
    [TestCase("## 1a\n\n```answers\n1a.confusion: [[48, 12], [5, 35]]\n1a.confusion: [[52, 8], [6, 34]]\n```\n", false)]
    public void Two_different_matrices_are_for_a_person(string text, bool right) =>
        Assert.That(Grade(text).Check("1a.confusion").Verdict, Is.EqualTo(right ? Verdict.Correct : Verdict.NeedsReview));

    [TestCase("| | predicted none | predicted lesion |\n|---|---|---|\n| none | 35 | 5 |\n| lesion | 12 | 48 |", "correct correct", TestName = "Classes_in_another_order")]
    [TestCase("| | predicted none | predicted lesion |\n|---|---|---|\n| lesion | 12 | 48 |\n| none | 35 | 5 |", "correct correct", TestName = "Columns_in_another_order")]
    [TestCase("| | predicted lesion | predicted none |\n|---|---|---|\n| none | 48 | 12 |\n| lesion | 5 | 35 |", "incorrect incorrect", TestName = "Names_of_rows_exchanged")]
    [TestCase("| | 1 | 2 |\n|---|---|---|\n| none | 35 | 5 |\n| lesion | 12 | 48 |", "needs-review needs-review", TestName = "Only_the_rows_are_named_and_in_another_order")]
    [TestCase("| | lesion | none | total |\n|---|---|---|---|\n| lesion | 48 | 12 | 60 |\n| none | 5 | 35 | 40 |\n| total | 53 | 47 | 100 |", "correct correct", TestName = "A_table_with_totals")]
    [TestCase("| | actual lesion | actual none |\n|---|---|---|\n| predicted lesion | 48 | 5 |\n| predicted none | 12 | 35 |", "needs-review needs-review", TestName = "Predicted_in_rows_is_for_a_person")]
    [TestCase("```\n          lesion  none\nlesion        48    12\nnone           5    35\n```", "correct correct", TestName = "As_a_program_prints_it")]
    public void Tables(string table, string verdicts)
    {
        var report = Grade($"## 1a\n\n{table}\n\n## 1b\n\nPrecision = 0.906\n\nRecall = 0.800\n\n## 1c\n\nF1 = 0.850\n");
        Assert.That($"{report.Check("1a.confusion").Verdict.Name()} {report.Check("1b.precision").Verdict.Name()}", Is.EqualTo(verdicts), string.Join('\n', report.Checks().Select(check => $"{check.Id}: {check.Message} Found {check.Found?.Text}")));
    }

    private static string Text(string matrix, string precision, string recall, string f1) => $"## 1a\n\n{(matrix.Length > 0 ? $"$C = {matrix}$" : "")}\n\n## 1b\n\nPrecision = {precision}\n\nRecall = {recall}\n\n## 1c\n\nF1 = {f1}\n";

    private static GradeReport Grade(string text) => Homework.Grade(Assignment, text);
}
