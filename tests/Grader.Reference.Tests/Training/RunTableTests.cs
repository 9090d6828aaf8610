using System.Text;
using Grader.Reference.Training;

namespace Grader.Reference.Tests.Training;

/// <summary>The file of runs.</summary>
public sealed class RunTableTests
{
    [Test]
    public void What_is_written_is_read()
    {
        var rows = TrainingQuestion.Rows(TrainingQuestion.Recipe(), (run, definition) => run.Seed == 2 ? double.NaN : 50 + (run.Seed / 8.0));
        var reading = RunTable.Read("runs.csv", Encoding.UTF8.GetBytes(RunTable.Write(rows)));
        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Rows.Items, Is.EquivalentTo(rows));
        Assert.That(RunTable.Write(rows.AsEnumerable().Reverse()), Is.EqualTo(RunTable.Write(rows)));
    }

    [Test]
    public void Variant_seed_and_a_figure_will_do()
    {
        var reading = RunTable.Read("runs.csv", "variant,seed,test-accuracy\na,1,61.5\na,2,NaN\n"u8);
        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Rows[0].Run, Is.EqualTo(new PlannedRun("a", "", RunRole.Band, 1)));
        Assert.That((reading.Rows[0][Figure.TestAccuracy], reading.Rows[0][Figure.TrainingAccuracy], reading.Rows[0].Diverged), Is.EqualTo(((double?)61.5, (double?)null, false)));
        Assert.That(reading.Rows[1].Diverged, Is.True);
    }

    [TestCase("", "runs.csv: The file is empty.")]
    [TestCase("variant,test-accuracy\na,60\n", "runs.csv:1:1: The column \"seed\" is missing.")]
    [TestCase("variant,seed\na,1\n", "runs.csv:1:1: There is no figure.")]
    [TestCase("variant,seed,test-acc\na,1,60\n", "runs.csv:1:1: There is no column \"test-acc\".")]
    [TestCase("variant,seed,test-accuracy\na,one,60\n", "runs.csv:2:1: The seed is \"one\".")]
    [TestCase("variant,seed,test-accuracy\na,1,600\n", "runs.csv:2:1: The test-accuracy is \"600\".")]
    [TestCase("variant,seed,test-accuracy\na,1,60\na,1,61\n", "runs.csv: The run a seed 1 stands 2 times by the definition final.")]
    [TestCase("variant,seed,role,test-accuracy\na,1,variation,60\n", "runs.csv:2:1: The role is variation, and the variation is empty.")]
    public void What_cannot_be_taken_is_told(string text, string told) =>
        Assert.That(RunTable.Read("runs.csv", Encoding.UTF8.GetBytes(text)).Problems.Items.Select(problem => problem.ToString()), Has.Some.StartsWith(told));

    [Test]
    public void A_header_of_many_columns_costs_no_more_than_its_length()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 3_000)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(RunTable.Read("runs.csv", bytes).Problems, Is.Not.Empty);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(100_000_000));
    }
}
