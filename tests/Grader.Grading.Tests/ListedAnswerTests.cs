namespace Grader.Grading.Tests;

/// <summary>Vectors and matrices whose entries stand one after the other in a line.</summary>
[TestFixture]
public sealed class ListedAnswerTests
{
    private static readonly Reference.Assignment KMeans = Homework.Read(Path.Combine(Repository.Root, "cases", "kinds", "k-means"));

    [TestCase("2a.mean", "mean: 13; 5; 0", "correct")]
    [TestCase("2a.mean", "mean: 13; 5; 1", "partial")]
    [TestCase("2a.mean", "mean: 5; 13; 0", "partial")]
    [TestCase("2a.mean", "Means: M1: 13, M2: 5, M3: 0", "correct")]
    [TestCase("2a.mean", "Means: M1 = 13, M2 = 5, M3 = 0", "correct")]
    [TestCase("2a.mean", "Means: M1: 13, M2: 5, M3: 1", "partial")]
    [TestCase("2a.mean", "Means: M1: 5, M2: 13, M3: 0", "partial")]
    [TestCase("2a.mean", "Variances: M1: 13, M2: 5, M3: 0", "missing")]
    [TestCase("2a.variance", "Means: M1: 13, M2: 5, M3: 0\n\nVariances: M1: 1, M2: 25, M3: 25", "correct")]
    [TestCase("2a.variance", "Means: M1: 1, M2: 25, M3: 25\n\nVariances: M1: 13, M2: 5, M3: 0", "incorrect")]
    [TestCase("1c.memory-layer1", "From the input to the output of layer 1 memory shrinks by one half.", "correct")]
    [TestCase("1c.memory-network", "From the input to the output of layer 2 memory shrinks by one half.", "incorrect")]
    [TestCase("3c.possible", "Yes, with the same kernel and no padding.", "correct")]
    [TestCase("3c.possible", "Yes and no.", "needs-review")]
    [TestCase("3c.possible", "No, with the same kernel and no padding.", "incorrect")]
    public void Of_the_homework(string check, string text, string verdict)
    {
        var grade = Homework.Grade($"## Question {check[0]}\n\n### ({check[1]})\n\n{text}\n").Check(check);
        Assert.That(grade.Verdict.Name(), Is.EqualTo(verdict), $"{grade.Found?.Text}: {grade.Message}");
    }

    [TestCase("1c.clusters2", "Clusters: A → 1, B → 1, C → 2, D → 2", "correct")]
    [TestCase("1c.clusters2", "Clusters: A: 1, B: 1, C: 2, D: 2", "correct")]
    [TestCase("1c.clusters2", "Clusters: A → 1, B → 2, C → 2, D → 2", "incorrect")]
    [TestCase("1d.centroids2", "Centroids: (1.5, 1) and (4.5, 3.5)", "correct")]
    [TestCase("1d.centroids2", "Centroids: $(1.5, 1)$ and $(4.5, 3.5)$", "correct")]
    [TestCase("1d.centroids2", "The centroids are (1.5, 1), (4.5, 3.5).", "correct")]
    [TestCase("1d.centroids2", "Centroids: (1.5, 1) and (4.5, 3.6)", "partial")]
    [TestCase("1d.centroids2", "Centroids: (1.5, 1) or (4.5, 3.5)", "missing")]
    [TestCase("1d.centroids2", "Points: (1.5, 1) and (4.5, 3.5)", "missing")]
    public void Of_two_iterations_of_k_means(string check, string text, string verdict)
    {
        var grade = Homework.Grade(KMeans, $"# Question 1\n\n({check[1]}) {text}\n").Check(check);
        Assert.That(grade.Verdict.Name(), Is.EqualTo(verdict), $"{grade.Found?.Text}: {grade.Message}");
    }
}
