using Grader.Classroom.Runs;
using Grader.Cli.Classes;

namespace Grader.Cli.Tests;

/// <summary>How far a run is, in words and numbers; only what was graded now tells how fast it goes.</summary>
[TestFixture]
public sealed class ProgressTests
{
    [TestCase(0, 0, 300, 0.1, "0 of 300 (0 %)")]
    [TestCase(1200, 0, 10000, 1, "1200 of 10000 (12 %), 1200 a second, 8 s left")]
    [TestCase(1200, 1200, 10000, 1, "1200 of 10000 (12 %)")]
    [TestCase(1300, 1200, 10000, 10, "1300 of 10000 (13 %), 10 a second, 14:30 min left")]
    [TestCase(3, 0, 10000, 9, "3 of 10000 (0 %), 0.3 a second, 8:19 h left")]
    [TestCase(299, 0, 300, 3, "299 of 300 (99 %), 99.7 a second, 1 s left")]
    [TestCase(300, 0, 300, 3, "300 of 300 (100 %), 100 a second")]
    [TestCase(0, 0, 0, 0, "0 of 0 (100 %)")]
    public void Text(int done, int earlier, int of, double seconds, string text) =>
        Assert.That(RunProgressText.Of(new(done, earlier, of, TimeSpan.FromSeconds(seconds))), Is.EqualTo(text));

    [Test]
    public void A_log_gets_no_control_sequence_and_the_result_comes_through() =>
        Assert.That(RunProgressBar.During(progress =>
        {
            progress(new(1, 0, 2, TimeSpan.FromSeconds(1)));
            return 7;
        }), Is.EqualTo(7));
}
