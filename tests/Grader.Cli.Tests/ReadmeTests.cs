namespace Grader.Cli.Tests;

/// <summary>The README is true.</summary>
[TestFixture]
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Test]
    public void The_report_it_shows_is_the_one_the_program_prints() =>
        Assert.That(Readme, Does.Contain(GraderProgram.Run("check", "cases/hw5/submissions/scanned.md").Output.TrimEnd()));

    [Test]
    public void Every_command_of_the_help_is_in_it()
    {
        var help = GraderProgram.Run("--help").Output;
        var commands = help[help.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n').Skip(1).Select(line => line.Trim().Split(' ')[0]).Where(name => name.Length > 0).ToList();
        Assert.That(commands, Is.Not.Empty);
        Assert.That(commands, Is.All.Matches<string>(name => Readme.Contains($"`grader {name}", StringComparison.Ordinal)));
    }

    [Test]
    public void Every_exit_code_is_in_it() =>
        Assert.That(Enum.GetValues<ExitCode>(), Is.All.Matches<ExitCode>(code => Readme.Contains($"| {(int)code} |", StringComparison.Ordinal)));

    [Test]
    public void No_chapter_is_in_it_twice() => Assert.That(Readme.Split('\n').Where(line => line.StartsWith('#')), Is.Unique);

    [TestCase("json")]
    [TestCase("html")]
    public void The_sample_report_is_the_one_the_program_writes(string kind) =>
        Assert.That(File.ReadAllText(Path.Combine(Repository.Root, "reports", $"sample.{kind}")), Is.EqualTo(GraderProgram.Run("check", "cases/hw5/submissions/scanned.md", "--format", kind).Output));
}
