using System.Diagnostics;
using System.Net;

namespace Grader.Cli.Tests;

/// <summary>The review as a process: it says where it is, decides, ends when asked to, and refuses what it cannot do with a message.</summary>
[TestFixture]
public sealed class ReviewTests
{
    private string _folder = "";

    private string Class => Path.Combine(_folder, "class");

    private string Run => Path.Combine(_folder, "run");

    [OneTimeSetUp]
    public void MakeRun()
    {
        _folder = Directory.CreateTempSubdirectory("grader-reviews-").FullName;
        Directory.CreateDirectory(Class);
        File.Copy(Path.Combine(Repository.Root, "cases", "hw5", "submissions", "scanned.md"), Path.Combine(Class, "scanned.md"));
        File.Copy(Path.Combine(Repository.Root, "cases", "hw5", "submissions", "full-marks.md"), Path.Combine(Class, "full.md"));
        Assert.That(Grade("run").ExitCode, Is.Zero);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Help() => await Verify(GraderProgram.Run("review", "--help").Output);

    [TestCase(false)]
    [TestCase(true)]
    public async Task What_is_decided_is_in_ledger_and_gradebook_however_it_ends(bool byPage)
    {
        var place = Path.Combine(_folder, $"ends-{byPage}");
        Grade(Path.GetFileName(place));
        using var process = GraderProgram.Start(Repository.Root, "review", place, "--reviewer", "ana");
        var address = await process.StandardOutput.ReadLineAsync();
        Assert.That(address, Does.Match("^http://127\\.0\\.0\\.1:[0-9]+/[0-9a-f]{48}/$"));
        using var client = new HttpClient { BaseAddress = new(address!) };
        var page = await client.GetStringAsync("next?after=0");
        Assert.That(page, Does.Contain("2a.variance").And.Contain("0 of 4 answers"));
        Assert.That(GraderProgram.Run("review", place).Error, Does.Contain("another grader is at work"));
        Assert.That(GraderProgram.Run("override", place, "-s", "scanned", "-c", "2a.variance", "--points", "1", "--reason", "x").Error, Does.Contain("another grader is at work"));
        using (var decided = await client.PostAsync("group/1", new FormUrlEncodedContent([new("do", "accept"), new("version", "0"), new("comment", "Seen in the figure.")])))
            Assert.That(decided.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        if (byPage)
            (await client.PostAsync("stop", null)).Dispose();
        else
            using (Process.Start("kill", ["-TERM", $"{process.Id}"]))
            {
            }
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero);
        Assert.That(await process.StandardError.ReadToEndAsync(), Does.Contain("1 of 4 answers are decided. ledger.jsonl has every decision, gradebook.csv is written.\n"));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(place, "gradebook.csv")), Does.Contain("scanned,,,,scanned.md,needs-review,,35.5833,2.9167,40,1,"));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(place, "ledger.jsonl")), Does.Contain("\"by\":\"ana\"").And.Contain("\"accepted\":true,\"reason\":\"Seen in the figure.\""));
        Assert.That(GraderProgram.Run("verify-run", place).ExitCode, Is.Zero);
    }

    [TestCase(5, "no such check", "-c", "9z.nothing")]
    [TestCase(5, "write I/N", "--part", "3/2")]
    [TestCase(5, "--double", "--double", "101")]
    [TestCase(5, "--port", "--port", "70000")]
    [TestCase(5, "Give --part", "--double", "10")]
    [TestCase(5, "who decides", "--reviewer", " ")]
    [TestCase(5, "there is no such folder", "--submissions", "nowhere")]
    [TestCase(8, "no answer waits", "-c", "1a.parameters-layer1")]
    public void What_cannot_be_done_is_told(int code, string message, params string[] arguments)
    {
        var run = GraderProgram.Run(["review", Run, .. arguments]);
        Assert.That((run.ExitCode, run.Output + run.Error), Is.EqualTo((code, run.Output + run.Error)));
        Assert.That(run.Output + run.Error, Does.Contain(message));
    }

    [Test]
    public void A_port_that_is_taken_and_a_folder_that_is_no_run_are_told()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var taken = GraderProgram.Run("review", Run, "--port", $"{((IPEndPoint)listener.LocalEndpoint).Port}");
        Assert.That((taken.ExitCode, taken.Error), Is.EqualTo((7, taken.Error)));
        Assert.That(taken.Error, Does.Contain("cannot be listened on").And.Contain("Leave --port out"));
        Assert.That(GraderProgram.Run("review", Class).Error, Does.Contain("there is no run.json here"));
    }

    [Test]
    public void A_run_by_another_key_is_regraded_first()
    {
        var key = Path.Combine(_folder, "hw5");
        Directory.CreateDirectory(key);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "cases", "hw5")))
            File.Copy(file, Path.Combine(key, Path.GetFileName(file)));
        Directory.CreateDirectory(Path.Combine(key, "reference"));
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "cases", "hw5", "reference")))
            File.Copy(file, Path.Combine(key, "reference", Path.GetFileName(file)));
        File.AppendAllText(Path.Combine(key, "q1.json"), "\n");
        var run = GraderProgram.Run("review", Run, "--case", key);
        Assert.That((run.ExitCode, run.Error.Contains("it was graded by another key", StringComparison.Ordinal)), Is.EqualTo((5, true)), run.Error);
    }

    [Test]
    public void A_run_of_an_earlier_version_gets_its_rubrics()
    {
        var place = Path.Combine(_folder, "earlier");
        Grade("earlier");
        var rubrics = File.ReadAllText(Path.Combine(place, "rubrics.json"));
        File.Delete(Path.Combine(place, "rubrics.json"));
        using var process = GraderProgram.Start(Repository.Root, "review", place);
        Assert.That(process.StandardOutput.ReadLine(), Does.StartWith("http://"));
        using (Process.Start("kill", ["-TERM", $"{process.Id}"]))
            process.WaitForExit();
        Assert.That(File.ReadAllText(Path.Combine(place, "rubrics.json")), Is.EqualTo(rubrics));
        Assert.That(GraderProgram.Run("verify-run", place).ExitCode, Is.Zero);
    }

    /// <summary>Other line ends are another text: nothing is grouped by what is left of it, and parts would be others.</summary>
    [Test]
    public void Submissions_that_were_changed_are_told()
    {
        var changed = Path.Combine(_folder, "changed");
        Directory.CreateDirectory(changed);
        foreach (var file in Directory.GetFiles(Class))
            File.WriteAllText(Path.Combine(changed, Path.GetFileName(file)), File.ReadAllText(file).Replace("\n", "\r\n", StringComparison.Ordinal));
        var parts = GraderProgram.Run("review", Run, "--submissions", changed, "--part", "1/2");
        Assert.That((parts.ExitCode, parts.Error.Contains("1 submissions are not there, or not as graded (the first: scanned.md)", StringComparison.Ordinal)), Is.EqualTo((4, true)), parts.Error);
        using var process = GraderProgram.Start(Repository.Root, "review", Run, "--submissions", changed);
        var address = process.StandardOutput.ReadLine();
        using (Process.Start("kill", ["-TERM", $"{process.Id}"]))
            process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, address);
        Assert.That(process.StandardError.ReadToEnd(), Does.Contain("1 submission is not there any more, or not as graded (other line ends are enough)"));
    }

    private RunResult Grade(string name) => GraderProgram.Run("grade", Class, "--case", "cases/hw5", "-o", Path.Combine(_folder, name));
}
