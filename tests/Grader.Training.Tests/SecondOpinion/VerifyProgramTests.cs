using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Grader.Training.Tests.SecondOpinion;

/// <summary>The verb as its users start it.</summary>
[TestFixture]
public sealed class VerifyProgramTests : TorchFixture
{
    private static readonly string Program = typeof(VerifyProgramTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(item => item.Key == "Trainer").Value! + (OperatingSystem.IsWindows() ? ".exe" : "");

    private static readonly string Homework = Path.Combine(Grader.Tests.Repository.Root, "cases", "hw5");

    [Test]
    public async Task Agreement_is_told_a_question()
    {
        var run = Run("verify", Homework);
        Assert.That((run.Code, run.Errors), Is.EqualTo((0, "")));
        await Verify(run.Output);
    }

    [Test]
    public void Json_has_the_same()
    {
        var run = Run("verify", Homework, "--format", "json", "--student", "s1");
        Assert.That((run.Code, run.Errors), Is.EqualTo((0, "")));
        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.That((json.GetProperty("schema").GetString(), json.GetProperty("student").GetString(), json.GetProperty("agrees").GetBoolean()), Is.EqualTo(("grader/verify/v1", "s1", true)));
        Assert.That(json.GetProperty("questions").EnumerateArray().Sum(question => question.GetProperty("agreed").GetInt32()), Is.EqualTo(json.GetProperty("quantities").GetInt32()).And.GreaterThan(30));
    }

    /// <summary>An author's derivative is a worksheet of its own that can be wrong.</summary>
    [Test]
    public void A_disagreement_names_question_quantity_and_both_values()
    {
        using var folder = new TemporaryFolder();
        var kind = Path.Combine(Grader.Tests.Repository.Root, "cases", "kinds", "gradient-descent");
        foreach (var file in Directory.GetFiles(kind, "*.json"))
            File.WriteAllText(folder[Path.GetFileName(file)], File.ReadAllText(file).Replace("\"derivative\": \"x + 4*y\"", "\"derivative\": \"x + 3*y\"", StringComparison.Ordinal));
        var run = Run("verify", folder.Path);
        Assert.That(run.Code, Is.EqualTo(2), run.Errors);
        Assert.That(run.Output, Does.Contain("  x 1: step1.gradient.y: the worksheet has 5, the second implementation 6\n"));
    }

    [Test]
    public void What_cannot_be_verified_is_told()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["assignment.json"], """{ "format": 2, "id": "t", "title": "Test", "questions": ["none.json"] }""");
        var wrong = Run("verify", folder.Path);
        Assert.Multiple(() =>
        {
            Assert.That(wrong.Code, Is.EqualTo(6));
            Assert.That(wrong.Errors, Does.Contain("There is no file \"none.json\"."));
            Assert.That(Run("verify", folder["nowhere"]).Code, Is.EqualTo(5));
            Assert.That(Run("verify", Homework, "--student", " ").Errors, Does.StartWith("grader-train: --student: write the student's id."));
            Assert.That(Run("verify", Homework, "--format", "xml").Code, Is.EqualTo(5));
            Assert.That(Run("verify").Code, Is.EqualTo(5));
        });
    }

    private static (int Code, string Output, string Errors) Run(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult(), errors);
    }
}
