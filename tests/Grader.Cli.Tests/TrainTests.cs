namespace Grader.Cli.Tests;

/// <summary>How the trainer is found and started. What it does is tested with it.</summary>
[TestFixture]
[NonParallelizable]
public sealed class TrainTests
{
    private static RunResult Run(string trainer, params string[] arguments)
    {
        Environment.SetEnvironmentVariable("GRADER_TRAIN", trainer);
        try
        {
            return GraderProgram.Run(["train", .. arguments]);
        }
        finally
        {
            Environment.SetEnvironmentVariable("GRADER_TRAIN", null);
        }
    }

    [Test]
    public void The_trainer_gets_all_arguments_and_says_what_it_says()
    {
        if (!File.Exists("/bin/echo"))
            Assert.Ignore("There is no /bin/echo here.");
        var run = Run("/bin/echo", "cases/kinds/training-run", "--resume", "-q", "1", "--data=x y");
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((0, "cases/kinds/training-run --resume -q 1 --data=x y\n", "")));
    }

    [Test]
    public void Its_exit_code_is_the_programs()
    {
        if (!File.Exists("/bin/false"))
            Assert.Ignore("There is no /bin/false here.");
        Assert.That(Run("/bin/false").ExitCode, Is.EqualTo(1));
    }

    [Test]
    public void A_trainer_that_is_not_there_is_told()
    {
        var run = Run("/nowhere/grader-train", "doctor");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((5, "GRADER_TRAIN is /nowhere/grader-train, and there is no such program.\n")));
    }
}
