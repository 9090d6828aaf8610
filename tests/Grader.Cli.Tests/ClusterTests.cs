using System.Diagnostics;
using System.Text.RegularExpressions;
using Grader.Cli.Commands;
using YamlDotNet.RepresentationModel;

namespace Grader.Cli.Tests;

/// <summary>The scripts that grade a class on several machines: their command lines are ones that the program takes, their numbers of shards agree, and names are arguments and nothing else. On a real Slurm the gate tries them.</summary>
[TestFixture]
[Platform("Linux,MacOsX")]
public sealed partial class ClusterTests
{
    private static readonly string Cluster = Path.Combine(Repository.Root, ".cluster");

    private string _folder = "";

    private static IEnumerable<string> Files => Directory.GetFiles(Cluster, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".sbatch" or ".yaml").Append(Path.Combine(Repository.Root, ".github", "classroom", "class.yml")).Select(file => Path.GetRelativePath(Repository.Root, file));

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("grader-test-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(Files))]
    public void Command_lines_are_ones_that_the_program_takes(string file)
    {
        var lines = CommandLine().Matches(File.ReadAllText(Path.Combine(Repository.Root, file))).Select(match => Expansion().Replace(match.Groups["rest"].Value, match => match.Value == "\"$@\"" ? "" : "1")).ToList();
        Assert.That(lines, Is.Not.Empty);
        foreach (var line in lines)
            Assert.That(GraderCommands.Create().Parse(line).Errors.Select(error => error.Message), Is.Empty, line);
    }

    [Test]
    public void Shards_of_Kubernetes_agree()
    {
        var job = (YamlMappingNode)Read(".cluster/kubernetes/grade.yaml")["spec"];
        var shards = job["completions"].ToString();
        Assert.That((job["parallelism"].ToString(), job["completionMode"].ToString()), Is.EqualTo((shards, "Indexed")));
        Assert.That(Text(".cluster/kubernetes/grade.yaml"), Does.Contain($"--shard auto/{shards} "));
        Assert.That(Text(".cluster/kubernetes/merge.yaml"), Does.Contain($"/*-of-{shards} "));
    }

    [Test]
    public void Shards_of_GitHub_agree()
    {
        var grade = (YamlMappingNode)Read(".github/classroom/class.yml")["jobs"]["grade"];
        var shards = ((YamlSequenceNode)grade["strategy"]["matrix"]["shard"]).Children.Select(shard => int.Parse(shard.ToString(), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.That(shards, Is.EqualTo(Enumerable.Range(1, shards.Count)));
        Assert.That(Text(".github/classroom/class.yml"), Does.Contain($"--shard auto/{shards.Count} ").And.Contain($"/*-of-{shards.Count} "));
    }

    [TestCase("class", "run")]
    [TestCase("a class", "a run")]
    [TestCase("$(touch pwned)", "`touch pwned`")]
    [TestCase("; touch pwned", "x\" && touch pwned && \"")]
    public void Names_are_arguments_and_nothing_else(string submissions, string run)
    {
        Stub("sbatch", "for argument; do printf '[%s]' \"$argument\"; done >>calls; echo >>calls; echo 7\\;cluster");
        var result = Bash("grade-class", "3", submissions, run, "--case", "cases/hw 5");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var calls = File.ReadAllLines(Path.Combine(_folder, "calls"));
        Assert.That(calls, Has.Length.EqualTo(2));
        Assert.That(calls[0], Does.Contain("[--array=1-3]").And.EndWith($"[{Path.Combine(_folder, submissions)}][{Path.Combine(_folder, run)}][--case][cases/hw 5]"));
        Assert.That(calls[1], Does.Contain("[--dependency=afterok:7]").And.EndWith($"[{Path.Combine(_folder, run)}][3]"));
        Assert.That(File.Exists(Path.Combine(_folder, "pwned")), Is.False);
    }

    [TestCase]
    [TestCase("0", "a", "b")]
    [TestCase("3", "a")]
    [TestCase("many", "a", "b")]
    [TestCase("3; touch pwned", "a", "b")]
    public void A_wrong_call_is_told_how(params string[] arguments)
    {
        var result = Bash("grade-class", arguments);
        Assert.That((result.ExitCode, result.Error.Contains("grade-class SHARDS SUBMISSIONS RUN", StringComparison.Ordinal)), Is.EqualTo((5, true)), result.Error);
    }

    /// <summary>A bad submission fails no shard, for then nothing would be merged; anything else does.</summary>
    [TestCase(0, 0)]
    [TestCase(4, 0)]
    [TestCase(7, 0)]
    [TestCase(1, 1)]
    [TestCase(3, 3)]
    [TestCase(5, 5)]
    [TestCase(6, 6)]
    [TestCase(137, 137)]
    public void A_shard_ends_as_the_run_does(int code, int ends)
    {
        Stub("grader", $"printf '%s ' \"$@\" >calls; exit {code}");
        Assert.That(Bash("grade.sbatch", "class", "run", "--case", "x").ExitCode, Is.EqualTo(ends));
        Assert.That(File.ReadAllText(Path.Combine(_folder, "calls")), Is.EqualTo("grade class -o run.shards/{shard} --shard auto -j 1 --case x "));
        Assert.That(Bash("merge.sbatch", "run", "2").ExitCode, Is.EqualTo(ends));
        Assert.That(File.ReadAllText(Path.Combine(_folder, "calls")), Is.EqualTo("merge run.shards/1-of-2 run.shards/2-of-2 -o run "));
    }

    [TestCase("a case")]
    [TestCase("$(touch pwned)")]
    public void Training_is_submitted_with_the_step_that_puts_it_together(string assignment)
    {
        Stub("sbatch", "for argument; do printf '[%s]' \"$argument\"; done >>calls; echo >>calls; echo 7\\;cluster");
        Directory.CreateDirectory(Path.Combine(_folder, assignment));
        var result = Bash("train-seeds", "3", assignment, "--data", "my data");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var calls = File.ReadAllLines(Path.Combine(_folder, "calls"));
        Assert.That(calls, Has.Length.EqualTo(2));
        Assert.That(calls[0], Does.Contain("[--array=1-3]").And.EndWith($"train.sbatch][{Path.Combine(_folder, assignment)}][--data][my data]"));
        Assert.That(calls[1], Does.Contain("[--dependency=afterok:7]").And.EndWith($"train-merge.sbatch][{Path.Combine(_folder, assignment)}][--data][my data]"));
        Assert.That(File.Exists(Path.Combine(_folder, "pwned")), Is.False);
        Assert.That(Bash("train-seeds", "many", assignment).ExitCode, Is.EqualTo(5));
    }

    [TestCase("train.sbatch", "train hw5 --shard auto --jobs 1 -q 4 ")]
    [TestCase("train-merge.sbatch", "train hw5 --resume --jobs 1 -q 4 ")]
    public void A_shard_of_training_ends_as_the_trainer_does(string script, string call)
    {
        Stub("grader", "printf '%s ' \"$@\" >calls; exit 3");
        Assert.That(Bash(script, "hw5", "-q", "4").ExitCode, Is.EqualTo(3));
        Assert.That(File.ReadAllText(Path.Combine(_folder, "calls")), Is.EqualTo(call));
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    private static YamlMappingNode Read(string file)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(Text(file));
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    /// <summary>A program of that name on the PATH that does what a line of shell says.</summary>
    private void Stub(string name, string line)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"#!/bin/sh\n{line}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private RunResult Bash(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Cluster, "slurm", script), .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment.Remove("GRADER");
        start.Environment.Remove("SLURM_CPUS_PER_TASK");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output.Result, error);
    }

    /// <summary>A line that begins with the program, however it is found.</summary>
    [GeneratedRegex(@"^\s*(?:grader|""\$RUNNER_TEMP/grader""|""\$\{GRADER:-grader\}"") (?<rest>.*?)(?: \|\| code=\$\?)?$", RegexOptions.Multiline)]
    private static partial Regex CommandLine();

    /// <summary>What the shell puts in: a path, or a number; "$@" is options of the caller.</summary>
    [GeneratedRegex(@"""\$@""|""\$\{folders\[@\]\}""|(?<=-j )""[^""]*""|""[^""]*\$[^""]*""", RegexOptions.None)]
    private static partial Regex Expansion();
}
