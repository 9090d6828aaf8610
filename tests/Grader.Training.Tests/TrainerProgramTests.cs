using System.Diagnostics;
using System.Reflection;
using Grader.Reference.Training;

namespace Grader.Training.Tests;

/// <summary>The program as its users start it: runs, kills and goes on, and says what is wrong.</summary>
[TestFixture]
public sealed class TrainerProgramTests : TorchFixture
{
    private static readonly string Program = typeof(TrainerProgramTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(item => item.Key == "Trainer").Value! + (OperatingSystem.IsWindows() ? ".exe" : "");

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void WriteCase()
    {
        _folder = new();
        var kind = Path.Combine(Grader.Tests.Repository.Root, "cases", "kinds", "training-run");
        File.WriteAllText(_folder["assignment.json"], File.ReadAllText(Path.Combine(kind, "assignment.json")));
        File.WriteAllText(_folder["q1.json"], File.ReadAllText(Path.Combine(kind, "q1.json")).Replace("\"runs\": 10, \"heldOut\": 10, \"variation\": 2", "\"runs\": 2, \"heldOut\": 1, \"variation\": 0", StringComparison.Ordinal));
    }

    [TearDown]
    public void DeleteCase() => _folder.Dispose();

    private Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["XDG_CACHE_HOME"] = _folder["cache"];
        // In CI one of its nodes is said to be this one.
        foreach (var variable in new[] { "SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX", "CI_NODE_INDEX" })
            start.Environment.Remove(variable);
        return Process.Start(start)!;
    }

    private (int Code, string Output, string Errors) Run(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult(), errors);
    }

    private string[] Rows(string folder) => [.. RunTable.Read("runs.csv", File.ReadAllBytes(Path.Combine(_folder[folder], "runs.csv"))).Rows.Items.Select(row => (row with { Seconds = 0 }).ToString())];

    [Test]
    public void Runs_curves_bands_and_plots_are_written_and_a_kill_loses_no_run()
    {
        var whole = Run(_folder.Path, "--jobs", "2");
        Assert.That(whole.Code, Is.Zero, whole.Errors);
        Assert.That(whole.Output, Does.Contain("2 of 2").Or.Contains("1 of 1"));
        Assert.That(Directory.GetFiles(_folder["reference"]).Select(Path.GetFileName), Is.SupersetOf(new[] { "runs.csv", "curves.csv", "bands.json", "curves-a.svg", "curves-b.svg", "compare-test-accuracy.svg" }));
        Assert.That(File.ReadAllText(Path.Combine(_folder["reference"], "curves-a.svg")), Does.StartWith("<?xml").Or.StartWith("<svg").And.Contains("</svg>"));

        // Killed as soon as a run is done, whatever else is under way.
        using (var process = Start(_folder.Path, "--jobs", "2", "--output", _folder["killed"]))
        {
            while (process.StandardError.ReadLine() is { } line && !line.Contains(" of 6 runs", StringComparison.Ordinal))
            {
            }

            process.Kill();
            process.WaitForExit();
        }

        Assert.That(Rows("killed").Length, Is.GreaterThanOrEqualTo(3).And.LessThan(18));
        var refused = Run(_folder.Path, "--output", _folder["killed"]);
        Assert.That((refused.Code, refused.Errors), Is.EqualTo((5, refused.Errors)));
        Assert.That(refused.Errors, Does.Contain("Write --resume to go on, or --restart to begin anew."));
        var resumed = Run(_folder.Path, "--resume", "--output", _folder["killed"]);
        Assert.That(resumed.Code, Is.Zero, resumed.Errors);
        Assert.That(Rows("killed"), Is.EqualTo(Rows("reference")));
    }

    [Test]
    public void Seeds_at_once_are_recorded_as_such_and_a_kill_loses_no_group()
    {
        var whole = Run(_folder.Path, "--jobs", "1", "--together", "2");
        Assert.That(whole.Code, Is.Zero, whole.Errors);
        var rows = RunTable.Read("runs.csv", File.ReadAllBytes(Path.Combine(_folder["reference"], "runs.csv"))).Rows;
        Assert.That(rows.Items.GroupBy(row => row.Device).ToDictionary(group => group.Key, group => group.Count()), Is.EqualTo(new Dictionary<string, int> { ["cpu; 1 thread"] = 6, ["cpu; 1 thread; 2 seeds at once"] = 12 }));
        Assert.That(File.ReadAllText(Path.Combine(_folder["reference"], "bands.json")), Does.Contain("2 seeds at once").And.Contain("Seeds trained at once are computed in another order than alone"));

        using (var process = Start(_folder.Path, "--jobs", "1", "--together", "2", "--output", _folder["killed"]))
        {
            while (process.StandardError.ReadLine() is { } line && !line.Contains(" of 6 runs", StringComparison.Ordinal))
            {
            }

            process.Kill();
            process.WaitForExit();
        }

        Assert.That(Rows("killed").Length, Is.AnyOf(6, 12, 15));
        var resumed = Run(_folder.Path, "--resume", "--jobs", "1", "--together", "2", "--output", _folder["killed"]);
        Assert.That(resumed.Code, Is.Zero, resumed.Errors);
        Assert.That(Rows("killed"), Is.EqualTo(Rows("reference")));
    }

    [Test]
    public void A_measurement_decides_where_it_is_asked_for_and_its_outcome_is_told_and_kept()
    {
        var run = Run(_folder.Path, "--together", "auto");
        Assert.That(run.Code, Is.Zero, run.Errors);
        Assert.That(run.Errors, Does.Match("^Measured before: milliseconds a seed for a few batches [0-9.]+ alone, [0-9.]+ with 3 at once\\. So (each seed is trained alone|3 seeds are trained at once)\\.\n"));
        Assert.That(File.ReadAllText(Path.Combine(_folder["reference"], "bands.json")), Does.Contain("Measured before: milliseconds a seed"));
        foreach (var wrong in new[] { "0", "-1", "33", "all", "" })
            Assert.That(Run(_folder.Path, "--together", wrong).Errors, Does.StartWith("grader-train: --together: write a number from 1 to 32, or auto."), wrong);
    }

    [Test]
    public void What_cannot_be_trained_is_told()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Run(_folder["none"]), Is.EqualTo((5, "", $"{_folder["none"]}: there is no such assignment. Give the folder that holds its assignment.json, or its sealed file.\n")));
            Assert.That(Run(_folder.Path, "-q", "9").Errors, Does.Contain("-q 9: that question trains nothing. There is 1."));
            Assert.That(Run(_folder.Path, "--device", "cuda").Errors, Does.Contain("cuda: there is no CUDA device that this program can use"));
            Assert.That(Run(_folder.Path, "--device", "tpu").Errors, Does.Contain("\"tpu\" is no device"));
            Assert.That(Run(_folder.Path, "--device", "cuda:-1").Errors, Does.Contain("\"cuda:-1\" is no device"));
            Assert.That(Run(_folder.Path, "--jobs", "0").Code, Is.EqualTo(5));
            Assert.That(Run(_folder.Path, "--output", "").Errors, Does.StartWith("grader-train: --output: write a path."));
            Assert.That(Run(_folder.Path, "--data", _folder["none"]).Errors, Does.StartWith($"grader-train: --data {_folder["none"]}: there is no such file or folder."));
            Assert.That(Run(_folder.Path, "--resume", "--restart"), Is.EqualTo((5, "", "grader-train: --resume keeps the runs that are there and --restart does not: write one of them.\nWrite `grader-train --help` to see what there is.\n")));
            Assert.That(Run(_folder.Path, "--cache", "").Errors, Does.StartWith("grader-train: --cache: write a path."));
        });
        File.WriteAllText(_folder["q1.json"], File.ReadAllText(_folder["q1.json"]).Replace("\"kernel\": 3", "\"kernel\": 30", StringComparison.Ordinal));
        var shape = Run(_folder.Path);
        Assert.That(shape.Code, Is.EqualTo(6));
        Assert.That(shape.Errors, Does.Contain("layer 1 (convolution) has a kernel of 30 × 30 and padding 1, and its input is 1 × 8 × 8"));
    }

    [Test]
    public void A_place_that_cannot_be_written_is_told()
    {
        Directory.CreateDirectory(_folder["out"]);
        // Nobody can write a file where a folder of that name stands.
        Directory.CreateDirectory(Path.Combine(_folder["out"], "curves.csv", "x"));
        var run = Run(_folder.Path, "--output", _folder["out"]);
        Assert.That(run.Code, Is.EqualTo(7));
        Assert.That(run.Errors, Does.Contain("curves.csv"));
        Assert.That(File.Exists(Path.Combine(_folder["out"], "runs.csv")), Is.False);
        File.WriteAllText(_folder["file"], "");
        var under = Run(_folder.Path, "--output", _folder["file"]);
        Assert.That((under.Code, under.Errors), Is.EqualTo((7, under.Errors)));
        Assert.That(under.Errors, Does.Contain("this cannot be written").And.Not.Contain("seed 1"), "it is told before anything is trained");
    }

    [Test]
    public void A_complete_set_that_is_trained_anew_is_kept()
    {
        Assert.That(Run(_folder.Path, "--jobs", "2").Code, Is.Zero);
        var runs = File.ReadAllText(Path.Combine(_folder["reference"], "runs.csv"));
        using (var process = Start(_folder.Path))
        {
            Assert.That(process.StandardError.ReadLine(), Does.StartWith("All runs are there and are trained anew; --resume would only make bands of them. Those of before are kept in "));
            while (process.StandardError.ReadLine() is { } line && !line.Contains(" of 6 runs", StringComparison.Ordinal))
            {
            }

            process.Kill();
            process.WaitForExit();
        }

        var kept = Directory.GetFiles(_folder["cache"], "runs.csv", SearchOption.AllDirectories);
        Assert.That(kept.Select(File.ReadAllText), Is.EqualTo(new[] { runs }));
        Assert.That(File.Exists(Path.Combine(Path.GetDirectoryName(kept[0])!, "curves.csv")));
    }

    [Test]
    public void A_second_trainer_is_kept_out_of_the_folder_and_harms_nothing()
    {
        using (var first = Start(_folder.Path, "--jobs", "1"))
        {
            Assert.That(first.StandardError.ReadLine(), Does.Contain(" of 6 runs"));
            var second = Run(_folder.Path, "--restart");
            Assert.That((second.Code, second.Output), Is.EqualTo((7, "")));
            Assert.That(second.Errors, Does.EndWith("/reference: another grader-train is at work there. Wait until it is done, or name another place with --output.\n"));
            first.StandardError.ReadToEnd();
            first.WaitForExit();
            Assert.That(first.ExitCode, Is.Zero);
        }

        Assert.That(Rows("reference"), Has.Length.EqualTo(18));
        Assert.That(File.Exists(Path.Combine(_folder["reference"], ".training")), Is.False);
    }

    [Test]
    public void Shards_put_together_are_what_one_training_gives()
    {
        Assert.That(Run(_folder.Path, "--jobs", "2", "--output", _folder["one"]).Code, Is.Zero);
        foreach (var shard in new[] { "3/3", "1/3", "2/3" })
        {
            var run = Run(_folder.Path, "--jobs", "2", "--output", _folder["parts"], "--shard", shard);
            Assert.That((run.Code, run.Output), Is.EqualTo((0, $"{_folder["parts"]}/shards/{shard.Replace("/", "-of-", StringComparison.Ordinal)}: 2 runs of shard {shard}. When all shards are done, --resume puts them together.\n")), run.Errors);
        }
        // A task that is started again has nothing to do.
        Assert.That(Run(_folder.Path, "--output", _folder["parts"], "--shard", "2/3").Output, Does.Contain("2 runs of shard 2/3, all there already."));
        var refused = Run(_folder.Path, "--output", _folder["parts"]);
        Assert.That((refused.Code, refused.Errors), Is.EqualTo((5, $"{_folder["parts"]}: shards of the runs are there. Write --resume to put them together, or --restart to begin anew.\n")));

        var merged = Run(_folder.Path, "--output", _folder["parts"], "--resume");
        Assert.That((merged.Code, merged.Errors), Is.EqualTo((0, $"{_folder["parts"]}: 3 of 3 shards put together; 6 of 6 runs are there.\n")), merged.Errors);
        Assert.That(Directory.GetFileSystemEntries(_folder["parts"]).Select(Path.GetFileName), Is.EquivalentTo(Directory.GetFileSystemEntries(_folder["one"]).Select(Path.GetFileName)));
        foreach (var file in Directory.GetFiles(_folder["one"]).Select(Path.GetFileName))
            Assert.That(WithoutSeconds("parts", file!), Is.EqualTo(WithoutSeconds("one", file!)), file);
    }

    [Test]
    public void A_shard_that_is_missing_or_at_work_still_is_seen()
    {
        Assert.That(Run(_folder.Path, "--jobs", "2", "--output", _folder["parts"], "--shard", "1/2").Code, Is.Zero);
        Directory.CreateDirectory(Path.Combine(_folder["parts"], "shards", "2-of-2"));
        using (new FileStream(Path.Combine(_folder["parts"], "shards", "2-of-2", ".training"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            var refused = Run(_folder.Path, "--output", _folder["parts"], "--resume");
            Assert.That((refused.Code, refused.Errors.Contains("2-of-2: another grader-train is at work there.", StringComparison.Ordinal)), Is.EqualTo((7, true)), refused.Errors);
        }
        var run = Run(_folder.Path, "--jobs", "2", "--output", _folder["parts"], "--resume");
        Assert.That(run.Code, Is.Zero, run.Errors);
        Assert.That(run.Errors, Does.StartWith($"{_folder["parts"]}: 2 of 2 shards put together; 3 of 6 runs are there.\n").And.Contain("3 of 3 runs"));
    }

    [TestCase("4/3", "--shard 4/3: write I/N")]
    [TestCase("auto", "nothing in the environment says which shard this is")]
    [TestCase("2", "--shard 2: write I/N")]
    public void A_shard_that_is_none_is_told(string shard, string message)
    {
        var refused = Run(_folder.Path, "--shard", shard);
        Assert.That((refused.Code, refused.Errors.Contains(message, StringComparison.Ordinal)), Is.EqualTo((5, true)), refused.Errors);
    }

    /// <summary>The time that a run took is the one thing that is another each time.</summary>
    private string WithoutSeconds(string folder, string file)
    {
        var text = File.ReadAllText(Path.Combine(_folder[folder], file));
        var column = file switch { "runs.csv" => 10, "curves.csv" => 8, _ => -1 };
        return column < 0 ? text : string.Join('\n', text.Split('\n').Select(line => string.Join(',', line.Split(',').Where((_, place) => place != column))));
    }

    [Test]
    public void Files_of_an_earlier_training_that_are_broken_are_told_or_left_out()
    {
        Assert.That(Run(_folder.Path, "--jobs", "2").Code, Is.Zero);
        var (rows, runs, curves) = (Rows("reference"), Path.Combine(_folder["reference"], "runs.csv"), Path.Combine(_folder["reference"], "curves.csv"));
        File.WriteAllText(curves, File.ReadAllText(curves).Replace("a,,1,3,", "a,,1,x,", StringComparison.Ordinal));
        var resumed = Run(_folder.Path, "--resume");
        Assert.That((resumed.Code, Rows("reference")), Is.EqualTo((0, rows)), resumed.Errors);
        File.AppendAllText(runs, "garbage,\"\n");
        var refused = Run(_folder.Path, "--resume");
        Assert.That(refused.Code, Is.EqualTo(6));
        Assert.That(refused.Errors, Does.Contain("Mend the file, or write --restart to begin anew."));
        var restarted = Run(_folder.Path, "--restart", "--jobs", "2");
        Assert.That((restarted.Code, Rows("reference")), Is.EqualTo((0, rows)), restarted.Errors);
    }

    [Test]
    public void Runs_of_another_program_make_bands()
    {
        File.WriteAllText(_folder["runs.csv"], "variant,seed,test-accuracy\na,1,90\na,2,91\na,3,92\nb,1,95\nb,2,96\nb,3,97\n");
        var run = Run("import", _folder["runs.csv"], _folder.Path, "--by", "scikit-learn, 1.7");
        Assert.That(run.Code, Is.Zero, run.Errors);
        Assert.That(File.ReadAllText(Path.Combine(_folder["reference"], "bands.json")), Does.Contain("\"mean\": 91.0000").And.Contain("scikit-learn; 1.7"));
        Assert.That(run.Errors, Does.Contain("a train-accuracy: 0 runs, and a band takes two at least."));
        File.WriteAllText(_folder["runs.csv"], "variant,seed,test-accuracy\nz,1,90\n");
        Assert.That(Run("import", _folder["runs.csv"], _folder.Path).Errors, Does.Contain("the recipe has no variant \"z\""));
    }
}
