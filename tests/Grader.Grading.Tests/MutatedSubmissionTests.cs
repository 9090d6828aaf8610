using Grader.Fuzzing;

namespace Grader.Grading.Tests;

/// <summary>Changed and hostile submissions, read and graded: no exception, and memory within bounds. Times are measured by the program <c>Grader.Fuzzing</c>.</summary>
[TestFixture]
public sealed class MutatedSubmissionTests
{
    private const int Count = 400;
    private const long MostBytes = 100_000_000;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("GRADER_SEED"), out var seed) ? seed : 1;

    [Test]
    public void Grade_of_changed_samples_ends()
    {
        string[] samples = [.. Directory.GetFiles(Path.Combine(Homework.Folder, "submissions"), "*.md").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        var random = new Random(Seed);
        for (var i = 0; i < Count; i++)
        {
            var text = SubmissionMutations.Change(samples, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.That(() => Homework.Grade(text), Throws.Nothing, () => $"input {i} of seed {Seed}:\n{text}");
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(MostBytes), () => $"input {i} of seed {Seed}:\n{text}");
        }
    }

    [TestCase(">")]
    [TestCase("[")]
    [TestCase("$")]
    [TestCase("|")]
    [TestCase("(")]
    [TestCase("{")]
    [TestCase("`")]
    [TestCase("*")]
    [TestCase("\\")]
    [TestCase("=")]
    [TestCase("1=")]
    [TestCase("[[")]
    [CancelAfter(300_000)]
    public void Grade_of_one_thing_over_and_over_ends_in_bounded_memory(string piece)
    {
        var text = "## Question 1\n\n### (a)\n\n" + string.Concat(Enumerable.Repeat(piece, 100_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Homework.Grade(text);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(4_000L * text.Length + MostBytes));
    }
}
