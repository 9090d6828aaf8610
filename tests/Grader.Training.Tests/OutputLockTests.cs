using Grader.Cli;
using Grader.Training.Runs;

namespace Grader.Training.Tests;

/// <summary>One trainer a folder.</summary>
[TestFixture]
public sealed class OutputLockTests
{
    [Test]
    public void A_folder_is_one_trainers_until_it_is_done()
    {
        using var folder = new TemporaryFolder();
        var place = folder["out"];
        using (OutputLock.Take(place))
        {
            Assert.That(() => OutputLock.Take(place), Throws.TypeOf<GraderException>().With.Message.EqualTo($"{place}: another grader-train is at work there. Wait until it is done, or name another place with --output.").And.Property("Code").EqualTo(ExitCode.Partial));
            Assert.That(() => OutputLock.Take(folder["other"]).Dispose(), Throws.Nothing);
        }

        Assert.That(Directory.GetFileSystemEntries(place), Is.Empty);
        Assert.That(() => OutputLock.Take(place).Dispose(), Throws.Nothing);
    }

    [Test]
    public void What_a_killed_trainer_left_keeps_nobody_out()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[OutputLock.FileName], "");
        Assert.That(() => OutputLock.Take(folder.Path).Dispose(), Throws.Nothing);
    }
}
