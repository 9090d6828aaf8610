using Grader.Reference;

namespace Grader.Grading.Tests;

/// <summary>What the samples of <c>cases/kmeans</c> must get, and what is near to them and must not.</summary>
[TestFixture]
public sealed class KMeansTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "cases", "kmeans");

    private static readonly Assignment Assignment = Homework.Read(Folder);

    private static readonly string FullMarks = Sample("full-marks.md");

    [TestCase("full-marks.md", "correct correct correct correct correct correct correct correct")]
    [TestCase("names-exchanged.md", "correct correct correct correct correct correct correct correct")]
    [TestCase("slip-in-iteration-1.md", "partial carried-forward carried-forward carried-forward carried-forward carried-forward carried-forward carried-forward")]
    [TestCase("manhattan.md", "incorrect incorrect carried-forward carried-forward carried-forward carried-forward carried-forward carried-forward")]
    public void A_sample_gets(string sample, string verdicts) => Assert.That(Verdicts(Grade(Sample(sample))), Is.EqualTo(verdicts));

    [TestCase("| quantity | value |\n|---|---|\n| cost in iteration 1 | 122 |\n| cost in iteration 2 | 79 |", "correct correct")]
    [TestCase("| quantity | value |\n|---|---|\n| cost in iteration 1 | 79 |\n| cost in iteration 2 | 122 |", "incorrect incorrect", TestName = "Costs_exchanged")]
    [TestCase("| cost in iteration 1 | cost in iteration 2 |\n|---|---|\n| 122 | 79 |", "correct correct", TestName = "Labels_above")]
    [TestCase("| cost in iteration 1 | cost in iteration 2 |\n|---|---|\n| 79 | 122 |", "incorrect incorrect", TestName = "Labels_above_and_costs_exchanged")]
    public void One_label_may_name_row_and_column(string table, string verdicts)
    {
        var report = Grade($"## 1b\n\n{table}\n");
        Assert.That($"{report.Check("1b.cost1").Verdict.Name()} {report.Check("1b.cost2").Verdict.Name()}", Is.EqualTo(verdicts));
    }

    [Test]
    public void The_exchange_of_names_is_told()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Exchange(Grade(Sample("names-exchanged.md"))), Is.EqualTo("your mu_1 is the key's 2, your mu_2 is the key's 1"));
            Assert.That(Exchange(Grade(FullMarks)), Is.Empty);
        });
    }

    [Test]
    public void A_distance_of_another_kind_is_diagnosed() =>
        Assert.That(Grade(Sample("manhattan.md")).Mistakes.Items.Select(mistake => mistake.Id), Is.EqualTo(new[] { "manhattan-distance" }));

    [TestCase("1", "2", "")]
    [TestCase("2", "1", "your 1 is the key's 2, your 2 is the key's 1")]
    [TestCase("C1", "C2", "")]
    [TestCase("$c_2$", "$c_1$", "your c_1 is the key's 2, your c_2 is the key's 1")]
    [TestCase("cluster 1", "cluster 2", "")]
    [TestCase("A", "B", "")]
    [TestCase("b", "a", "your a is the key's 2, your b is the key's 1")]
    [TestCase("red", "blue", "", Description = "told apart, and no more")]
    [TestCase("the upper one", "the other one", null, Description = "no names")]
    [TestCase("1", "3", null, Description = "there is no third")]
    [TestCase("1", "-2", null, Description = "a sign is no part of a name")]
    [TestCase("1", "2.2", null, Description = "a number is not its end")]
    [TestCase("1", "1/2", null, Description = "nor its denominator")]
    [TestCase("1", "1", null)]
    public void Clusters_may_have_any_names(string first, string second, string? exchange)
    {
        var report = Grade(Submission(ClustersOnly(1, first, second), ClustersOnly(2, first, second)));
        Assert.Multiple(() =>
        {
            Assert.That(report.Check("1a.clusters1").Verdict == Verdict.Correct && report.Check("1a.clusters2").Verdict == Verdict.Correct, Is.EqualTo(exchange is not null), report.Check("1a.clusters1").Message);
            Assert.That(Exchange(report), Is.EqualTo(exchange ?? ""));
        });
    }

    [TestCase(false, false, "correct correct correct correct correct correct")]
    [TestCase(true, true, "correct correct correct correct correct correct")]
    [TestCase(false, true, "correct incorrect correct carried-forward correct carried-forward")]
    public void Names_hold_for_all_iterations(bool first, bool second, string verdicts)
    {
        var report = Grade(Submission(Iteration(1, first), Iteration(2, second)));
        Assert.That(string.Join(' ', report.Checks().Take(6).Select(check => check.Verdict.Name())), Is.EqualTo(verdicts), string.Join('\n', report.Checks().Select(check => check.Message)));
        if (first != second)
            Assert.That(report.Check("1a.distances2").Message, Does.EndWith("It would agree with other names, but names hold for the whole question."));
    }

    [Test]
    public void Clusters_named_otherwise_in_the_second_iteration_are_wrong_there()
    {
        var report = Grade(Submission(ClustersOnly(1, "1", "2"), ClustersOnly(2, "2", "1")));
        Assert.Multiple(() =>
        {
            Assert.That(report.Check("1a.clusters1").Verdict, Is.EqualTo(Verdict.Correct));
            Assert.That(report.Check("1a.clusters2").Verdict, Is.EqualTo(Verdict.Incorrect));
            Assert.That(report.Check("1a.clusters2").Message, Does.EndWith("It would agree with other names, but names hold for the whole question."));
        });
    }

    [TestCase("", "| A | 1 |\n| B | |\n| C | 1 |\n| D | 1 |\n| E | 1 |\n| F | 1 |", Verdict.NeedsReview, Description = "an empty cell")]
    [TestCase("", "| A | 1 |\n| C | 1 |\n| D | 1 |\n| E | 1 |\n| F | 1 |", Verdict.NeedsReview, Description = "a point that is not there")]
    [TestCase("", "| F | 1 |\n| E | 1 |\n| D | 1 |\n| C | 1 |\n| B | 2 |\n| A | 1 |", Verdict.Correct, Description = "in another order")]
    [TestCase("", "| A | 1 |\n| B | ? |\n| C | 1 |\n| D | 1 |\n| E | 1 |\n| F | 1 |", Verdict.NeedsReview)]
    [TestCase("rank", "| A | 1 |\n| B | 2 |\n| C | 1 |\n| D | 1 |\n| E | 1 |\n| F | 1 |", Verdict.NeedsReview, Description = "another column holds the right values")]
    [TestCase("rank", "| A | 1 |\n| B | 1 |\n| C | 1 |\n| D | 1 |\n| E | 1 |\n| F | 1 |", Verdict.Missing, Description = "another column")]
    public void A_column_is_read_at_its_address(string header, string rows, Verdict verdict)
    {
        var report = Grade(Submission($"Iteration 1\n\n| point | {(header.Length == 0 ? "cluster" : header)} |\n|---|---|\n{rows}\n", ClustersOnly(2, "1", "2")));
        Assert.That(report.Check("1a.clusters1").Verdict, Is.EqualTo(verdict), report.Check("1a.clusters1").Message);
    }

    [TestCase("Iteration 1\n\n| centroid | new position |\n|---|---|\n| 2 | (0, 8) |\n| 1 | (4, 5) |", "correct", Description = "coordinates in cells, in another order")]
    [TestCase("Iteration 1\n\n| | $\\mu_1$ | $\\mu_2$ |\n|---|---|---|\n| new | $(4, 5)$ | (0, 8) |", "correct", Description = "in a row")]
    [TestCase("Iteration 1\n\n| | $\\mu_1$ | $\\mu_2$ |\n|---|---|---|\n| x | 4 | 0 |\n| y | 5 | 8 |", "correct", Description = "transposed")]
    [TestCase("Iteration 1\n\n| centroid | new position |\n|---|---|\n| 1 | (4, 5) |\n| 2 | |", "needs-review", Description = "an empty cell")]
    [TestCase("Iteration 1\n\n| centroid | new position |\n|---|---|\n| 1 | (5, 4) |\n| 2 | (0, 8) |", "partial")]
    [TestCase("Iteration 1\n\n$$\\mu_1 = \\begin{pmatrix} 4 \\\\ 5 \\end{pmatrix}, \\quad \\mu_2 = \\begin{pmatrix} 0 \\\\ 8 \\end{pmatrix}$$", "correct")]
    [TestCase("Iteration 1\n\n- Centroid 1: (4, 5)\n- Centroid 2: (0, 8)", "correct")]
    [TestCase("Iteration 1\n\n- Centroid 1: (4, 5)", "missing", Description = "the other is not there")]
    public void Centroids_are_read_however_they_stand(string iteration, string verdict)
    {
        var report = Grade(Submission(iteration, Iteration(2, false)));
        Assert.That(report.Check("1a.centroids1").Verdict.Name(), Is.EqualTo(verdict), report.Check("1a.centroids1").Message);
    }

    [Test]
    public void A_table_of_another_iteration_is_not_taken()
    {
        var report = Grade(Submission("", Iteration(2, false)));
        Assert.That(Verdicts(report), Is.EqualTo("missing correct missing correct missing correct missing missing"));
    }

    [TestCase("| Iteration | Cost |\n|---|---|\n| 1 | 122 |\n| 2 | 79 |", "correct correct")]
    [TestCase("| Iteration | 2 | 1 |\n|---|---|---|\n| SSE | 79 | 122 |", "correct correct", Description = "transposed, in another order")]
    [TestCase("| Iteration | Cost |\n|---|---|\n| 1 | 79 |\n| 2 | 122 |", "incorrect incorrect", Description = "the cells of each other")]
    [TestCase("| Iteration | Cost |\n|---|---|\n| 1 | |\n| 2 | 79 |", "needs-review correct", Description = "an empty cell")]
    [TestCase("| Iteration | Cost |\n|---|---|\n| 2 | 79 |\n| 3 | 122 |", "needs-review correct", Description = "another row holds the right value")]
    [TestCase("| Iteration | Moved |\n|---|---|\n| 1 | 122 |\n| 2 | 79 |", "needs-review needs-review", Description = "another column holds the right values")]
    [TestCase("| Iteration | Cost |\n|---|---|\n| 1 | 100 + 22 = 122 |\n| 2 | $\\frac{158}{2}$ |", "correct correct")]
    [TestCase("| Iteration | Cost |\n|---|---|\n| 1 | 122 |\n| 1 | 123 |\n| 2 | 79 |", "needs-review correct", Description = "two rows alike")]
    [TestCase("| Iteration | Cost |\n|---|---|\n| 2 | 79 |\n| 3 | 80 |", "missing correct", Description = "another row")]
    [TestCase("| Iteration | Cost |\n|---|---|\n| 1 | 122 |\n\nCorrected:\n\n| Iteration | Cost |\n|---|---|\n| 1 | 100 |", "needs-review missing", Description = "two tables that differ")]
    public void A_number_is_read_in_its_cell(string table, string verdicts)
    {
        var report = Grade(FullMarks[..FullMarks.IndexOf("## b)", StringComparison.Ordinal)] + "## b)\n\n" + table + "\n");
        Assert.That(string.Join(' ', report.Checks().Skip(6).Select(check => check.Verdict.Name())), Is.EqualTo(verdicts), string.Join('\n', report.Checks().Skip(6).Select(check => check.Message)));
    }

    private static string Submission(string first, string second) => $"# Question 1\n\n## a)\n\n{first}\n\n{second}\n";

    private static string ClustersOnly(int iteration, string first, string second)
    {
        var b = iteration == 1 ? first : second;
        return $"Iteration {iteration}\n\n| | A | B | C | D | E | F |\n|---|---|---|---|---|---|---|\n| assigned to | {b} | {second} | {first} | {first} | {first} | {first} |\n";
    }

    /// <summary>The right answers of an iteration, with the clusters numbered as in the key or the other way round.</summary>
    private static string Iteration(int iteration, bool exchanged)
    {
        string[] first = iteration == 1 ? ["0", "2.24", "6.08", "4", "5.39", "6.32"] : ["2.83", "5", "5", "2.83", "3", "5.66"];
        string[] second = ["2.24", "0", "8", "6.08", "7.21", "7"];
        int[] clusters = iteration == 1 ? [1, 2, 1, 1, 1, 1] : [2, 2, 1, 1, 1, 1];
        var (left, right) = exchanged ? (second, first) : (first, second);
        var rows = Enumerable.Range(0, 6).Select(point => $"| {"ABCDEF"[point]} | {left[point]} | {right[point]} | {(exchanged ? 3 - clusters[point] : clusters[point])} |");
        string[] centroids = iteration == 1 ? ["(4, 5)", "(0, 8)"] : ["(4.5, 4.5)", "(1, 7.5)"];
        return $"Iteration {iteration}\n\n| point | d1 | d2 | cluster |\n|---|---|---|---|\n{string.Join('\n', rows)}\n\nThe centroids are then $c_1 = {centroids[exchanged ? 1 : 0]}$ and $c_2 = {centroids[exchanged ? 0 : 1]}$.\n";
    }

    private static string Exchange(GradeReport report) => string.Join("; ", report.Questions[0].Relabellings.Items.Select(relabelling => relabelling.Text));

    private static string Verdicts(GradeReport report) => string.Join(' ', report.Checks().Select(check => check.Verdict.Name()));

    private static GradeReport Grade(string text) => Homework.Grade(Assignment, text);

    private static string Sample(string name) => File.ReadAllText(Path.Combine(Folder, "submissions", name));
}
