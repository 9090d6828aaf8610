namespace Grader.Cli.Tests;

/// <summary><c>grader completion SHELL</c>; the script of bash is run as bash runs it.</summary>
[TestFixture]
public sealed class CompletionTests
{
    private string _folder = "";

    [OneTimeSetUp]
    public void MakeProgram()
    {
        _folder = Directory.CreateTempSubdirectory("grader-test-").FullName;
        ShellProgram.WriteGrader(Path.Combine(_folder, "grader"));
    }

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Help() => await Verify(GraderProgram.Run("completion", "--help").Output);

    [TestCase("grader ", "case", "check", "compare", "completion", "export", "grade", "gradescope", "handout", "key", "merge", "override", "parse", "regrade", "review", "schema", "seal", "stats", "train", "verify-run")]
    [TestCase("grader ch", "check")]
    [TestCase("grader che", "check")]
    [TestCase("./grader case m", "migrate")]
    [TestCase("grader check --fail-", "--fail-on-review", "--fail-under")]
    [TestCase("grader check hw5.md --audience ", "instructor", "receipt", "student")]
    [TestCase("grader check hw5.md --audience st", "student")]
    [TestCase("grader check ", Description = "a file's place: bash completes its name")]
    [TestCase("grader check \"half a na", Description = "a quotation mark is still open")]
    [TestCase("grader $(touch pwned) `touch pwned` ; touch pwned ")]
    [Platform("Linux,MacOsX")]
    public void Bash(string line, params string[] completions)
    {
        const string script = """
            eval "$(./grader completion bash)"
            COMP_LINE="$LINE" COMP_POINT=${#LINE}
            read -ra COMP_WORDS <<<"$LINE"
            word=""; [[ "$LINE" == *" " ]] || word="${COMP_WORDS[-1]}"
            _grader "${COMP_WORDS[0]}" "$word" ""
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        var run = ShellProgram.Run(_folder, [("LINE", line), ("PATH", $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}")], "-c", script);
        Assert.That(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), completions.Length == 0 ? Is.All.Not.StartsWith("-") : Is.EquivalentTo(completions), run.Error);
        Assert.That(File.Exists(Path.Combine(_folder, "pwned")), Is.False);
    }

    [TestCase("zsh", "compdef _grader grader")]
    [TestCase("fish", "complete -c grader")]
    [TestCase("powershell", "Register-ArgumentCompleter")]
    public void Other_shells(string shell, string line)
    {
        var run = GraderProgram.Run("completion", shell);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.StartWith("#").And.Contain(line).And.Contain("[suggest:").And.EndWith("\n"));
    }

    [TestCase("completion")]
    [TestCase("completion", "tcsh")]
    public void Wrong_usage_exits_with_5(params string[] arguments) => Assert.That(GraderProgram.Run(arguments).ExitCode, Is.EqualTo(5));

    [Test]
    public void The_version_tells_the_commit()
    {
        var run = GraderProgram.Run("--version");
        Assert.That(run.ExitCode, Is.Zero);
        // A copy without its history has no commit to tell.
        Assert.That(run.Output.TrimEnd(), Does.Match(@"^\d+\.\d+\.\d+(\+[0-9a-f]{40})?$"));
    }
}
