using System.Text.RegularExpressions;
using Grader.Cli.Commands;
using YamlDotNet.RepresentationModel;

namespace Grader.Cli.Tests;

/// <summary>The action, the workflows and the template of GitLab: what they run is what the program takes, and nothing that a student chose is evaluated.</summary>
[TestFixture]
[Platform("Linux,MacOsX")]
public sealed partial class ActionTests
{
    private static readonly string GitHub = Path.Combine(Repository.Root, ".github");
    private static readonly string Script = Path.Combine(GitHub, "actions", "grade", "grade");

    private string _folder = "";
    private string _program = "";

    private static IEnumerable<string> Yaml => Directory.GetFiles(GitHub, "*.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => Path.GetRelativePath(GitHub, file));

    private static IEnumerable<string> Pages => Directory.GetFiles(GitHub, "*.md", SearchOption.AllDirectories).Append(Path.Combine(Repository.Root, "README.md")).Select(file => Path.GetRelativePath(Repository.Root, file));

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("grader-test-").FullName;
        _program = Path.Combine(_folder, "grader");
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(Yaml))]
    public void No_script_holds_an_expression(string file)
    {
        var scripts = Texts(Read(file), "run", "script", "before_script").ToList();
        Assert.That(scripts, Is.All.Not.Contains("${{"));
    }

    [TestCaseSource(nameof(Yaml))]
    public void Command_lines_are_ones_that_the_program_takes(string file)
    {
        foreach (var line in Texts(Read(file), "run", "script").SelectMany(script => script.Split('\n')).Where(line => line.StartsWith("grader ", StringComparison.Ordinal)))
            AssertTaken(line);
    }

    [TestCaseSource(nameof(Pages))]
    public void Command_lines_of_a_page_are_ones_that_the_program_takes(string page)
    {
        var lines = File.ReadLines(Path.Combine(Repository.Root, page)).Select(line => line.Trim()).Select(line => line.StartsWith("$ ", StringComparison.Ordinal) ? line[2..] : line).Where(line => line.StartsWith("grader ", StringComparison.Ordinal)).ToList();
        foreach (var line in lines)
            AssertTaken(line.Split(" #")[0]);
        if (page.EndsWith("classroom/README.md", StringComparison.Ordinal))
            Assert.That(lines, Has.Count.GreaterThan(2));
    }

    [Test]
    public void A_renamed_option_would_be_noticed() => Assert.That(GraderCommands.Create().Parse("check --no-such-option a.md").Errors, Is.Not.Empty);

    [Test]
    public void Every_input_of_the_action_is_used_and_every_one_used_is_there()
    {
        var action = Read("actions/grade/action.yml");
        var inputs = Keys(action["inputs"]);
        var used = Texts(action["runs"]).SelectMany(text => InputExpression().Matches(text)).Select(match => match.Groups[1].Value).Distinct();
        Assert.That(used, Is.EquivalentTo(inputs));
        var environment = (YamlMappingNode)action["runs"]["steps"][0]["env"];
        var script = File.ReadAllText(Script);
        Assert.That(Keys(environment).Except(["GRADER_SEAL_KEY"]), Is.All.Matches<string>(name => script.Contains(name!, StringComparison.Ordinal)));
    }

    [TestCase("classroom/student-repository.yml")]
    [TestCase("classroom/collect.yml")]
    public void A_workflow_gives_the_action_what_it_asks_for(string file)
    {
        var inputs = (YamlMappingNode)Read("actions/grade/action.yml")["inputs"];
        var step = Mappings(Read(file)).Single(mapping => mapping.Children.TryGetValue("uses", out var uses) && uses.ToString().Contains("/.github/actions/grade@", StringComparison.Ordinal));
        var given = Keys(step["with"]);
        Assert.That(given, Is.SubsetOf(Keys(inputs)));
        Assert.That(given, Is.SupersetOf(inputs.Children.Where(input => ((YamlMappingNode)input.Value).Children.TryGetValue("required", out var required) && required.ToString() == "true").Select(input => input.Key.ToString())));
        Assert.That(Read(file)["permissions"]["contents"].ToString(), Is.EqualTo("read"));
    }

    [Test]
    public void The_action_gives_the_program_its_inputs()
    {
        ShellProgram.WriteRecorder(_program);
        var run = RunScript(("INPUT_SUBMISSION", "hw5.md\n\nnotes.md\n"), ("INPUT_CASE", "hw5.sealed"), ("INPUT_STUDENT", "ada"), ("INPUT_REPORT", "json=a.json\njunit=b.xml\n"), ("INPUT_FAIL_UNDER", "60"), ("INPUT_FAIL_ON_REVIEW", "true"), ("INPUT_AUDIENCE", "student"));
        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Error);
        var arguments = ShellProgram.Recorded(_program);
        Assert.That(arguments, Is.EqualTo(new[] { "check", "--ci", "github", "--case", "hw5.sealed", "--audience", "student", "--student=ada", "--fail-under=60", "--fail-on-review", "--report=json=a.json", "--report=junit=b.xml", "--", "hw5.md", "notes.md" }));
        Assert.That(GraderCommands.Create().Parse(arguments).Errors, Is.Empty);
    }

    [TestCase("$(touch pwned).md")]
    [TestCase("`touch pwned`.md")]
    [TestCase("; touch pwned; .md")]
    [TestCase("a\" && touch pwned && \".md")]
    [TestCase("${IFS}touch${IFS}pwned")]
    [TestCase("--report=json=pwned")]
    [TestCase("-o")]
    [TestCase("*")]
    [TestCase("${{ github.token }}")]
    public void A_name_that_a_student_chose_is_an_argument_and_nothing_else(string name)
    {
        ShellProgram.WriteRecorder(_program);
        var run = RunScript(("INPUT_SUBMISSION", name), ("INPUT_CASE", name), ("INPUT_STUDENT", name), ("INPUT_REPORT", name), ("INPUT_FAIL_UNDER", name));
        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Error);
        var shown = name.StartsWith('-') ? "./" + name : name;
        Assert.That(ShellProgram.Recorded(_program), Is.EqualTo(new[] { "check", "--ci", "github", "--case", name, "--audience", "student", $"--student={name}", $"--fail-under={name}", $"--report={name}", "--", shown }));
        Assert.That(Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "grader", "grader.arguments" }));
    }

    [TestCase("", "Give the action a version")]
    [TestCase("latest", "Give the action a version")]
    [TestCase("1.0.0/../../evil", "Give the action a version")]
    [TestCase("1.0.0\n::set-env name=PATH::evil", "Give the action a version")]
    public void A_version_that_is_none_downloads_nothing(string version, string message)
    {
        var run = RunScript(("INPUT_BINARY", ""), ("INPUT_VERSION", version), ("INPUT_SUBMISSION", "a.md"), ("INPUT_CASE", "hw5"));
        Assert.That(run.ExitCode, Is.EqualTo(5));
        Assert.That(run.Output, Does.StartWith("::error title=Grader::").And.Contain(message));
        Assert.That(run.Output.Trim().Split('\n'), Has.Length.EqualTo(1));
    }

    [Test]
    public void It_grades_with_a_sealed_assignment_and_writes_the_summary()
    {
        ShellProgram.WriteGrader(_program);
        var (key, closed, summary, output) = (At("hw5.key"), At("hw5.sealed"), At("summary.md"), At("output"));
        Assert.That(GraderProgram.Run("seal", "hw5", "-o", closed, "--new-key", key).ExitCode, Is.Zero);
        var run = RunScript(
            ("INPUT_SUBMISSION", Path.Combine(Repository.Root, "cases/hw5/submissions/scanned.md")), ("INPUT_CASE", closed), ("INPUT_REPORT", "json=report.json"), ("INPUT_FAIL_UNDER", "99"),
            ("GRADER_SEAL_KEY", File.ReadAllText(key)), ("GITHUB_STEP_SUMMARY", summary), ("GITHUB_OUTPUT", output), ("CI", "true"), ("GITHUB_ACTIONS", "true"));
        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        Assert.That(run.Error, Does.Contain("::error ").And.Contain("1b.output-layer1"));
        Assert.That(run.Output, Does.Not.Contain("expected 32"), "a log for students has no right answers");
        Assert.That(File.ReadAllText(summary), Does.Contain("1b.output-layer1"));
        Assert.That(File.ReadAllText(output), Is.EqualTo("exit-code=2\n"));
        Assert.That(File.ReadAllText(At("report.json")), Does.Contain("\"grader/report/v1\""));
    }

    [Test]
    public void Without_the_secret_it_says_so_and_ends_with_6()
    {
        ShellProgram.WriteGrader(_program);
        var closed = At("hw5.sealed");
        Assert.That(GraderProgram.Run("seal", "hw5", "-o", closed, "--new-key", At("hw5.key")).ExitCode, Is.Zero);
        var run = RunScript(("INPUT_SUBMISSION", "a.md"), ("INPUT_CASE", closed), ("GRADER_SEAL_KEY", ""));
        Assert.That(run.ExitCode, Is.EqualTo(6), run.Error);
        Assert.That(run.Error, Does.Contain("runs from a fork do not get"));
    }

    private RunResult RunScript(params (string Name, string Value)[] variables) =>
        ShellProgram.Run(_folder, [.. new[] { ("INPUT_BINARY", _program) }.Where(own => variables.All(variable => variable.Name != own.Item1)), .. variables], Script);

    private static void AssertTaken(string line) =>
        Assert.That(GraderCommands.Create().Parse(line.Replace('\'', '"')["grader ".Length..]).Errors.Select(error => error.Message), Is.Empty, line);

    private static YamlMappingNode Read(string file)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(Path.Combine(GitHub, file));
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    private static IEnumerable<string> Keys(YamlNode node) => ((YamlMappingNode)node).Children.Keys.Select(key => key.ToString());

    private static IEnumerable<YamlMappingNode> Mappings(YamlNode node) => node.AllNodes.OfType<YamlMappingNode>();

    private static IEnumerable<string> Texts(YamlNode node) => node.AllNodes.OfType<YamlScalarNode>().Select(text => text.Value ?? "");

    private static IEnumerable<string> Texts(YamlNode node, params string[] keys) => Mappings(node).SelectMany(mapping => mapping.Children).Where(child => keys.Contains(child.Key.ToString())).SelectMany(child => Texts(child.Value));

    private string At(string name) => Path.Combine(_folder, name);

    [GeneratedRegex(@"inputs\.([a-z-]+)")]
    private static partial Regex InputExpression();
}
