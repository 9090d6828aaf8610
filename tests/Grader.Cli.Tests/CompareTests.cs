using System.Text.Json;

namespace Grader.Cli.Tests;

[TestFixture]
public sealed class CompareTests
{
    [TestCase("1/2", "0.5", 0, "equal")]
    [TestCase("(x-a)^6000", "(x-a)^5999", 2, "different")]
    [TestCase("9^{9^{9^9}}", "1", 9, "undecided")]
    [TestCase("\\frac{1", "1", 4, "unreadable")]
    public void Exit_codes_of_one_pair(string gold, string answer, int code, string verdict)
    {
        var run = GraderProgram.Run("compare", gold, answer);
        Assert.That((run.ExitCode, run.Output.Split(' ')[0]), Is.EqualTo((code, verdict)), run.Error);
    }

    [TestCase("compare", "1")]
    [TestCase("compare", "1", "1", "--kind", "colour")]
    [TestCase("compare", "1", "1", "--tolerance", "0.1")]
    [TestCase("compare", "1", "1", "--tolerance", "relative:x")]
    public void Wrong_usage_exits_with_5(params string[] arguments) =>
        Assert.That(GraderProgram.Run(arguments).ExitCode, Is.EqualTo(5));

    [Test]
    public void Lines_are_answered_in_order_and_a_bad_line_does_not_stop_the_stream()
    {
        var lines = Enumerable.Range(0, 1500).Select(i => $$"""{"id": {{i}}, "gold": "{{i}}", "answer": "{{i}}.0"}""").ToList();
        lines[700] = "not json";
        lines[701] = """{"id": "x", "gold": "1", "answer": "1", "mode": "colour", "note": "other keys are ignored"}""";
        lines[702] = """{"id": "y", "gold": "1"}""";
        lines[703] = """{"id": "z", "gold": "1", "answer": "\ud800"}""";
        var run = GraderProgram.RunIn(Repository.Root, string.Join('\n', lines), "compare", "--jsonl", "-");
        Assert.That(run.ExitCode, Is.Zero, run.Error);

        var answers = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.That(answers, Has.Count.EqualTo(lines.Count));
        for (var i = 0; i < answers.Count; i++)
        {
            var verdict = answers[i].GetProperty("verdict").GetString();
            Assert.That(verdict, Is.EqualTo(i is >= 700 and <= 703 ? "unreadable" : "equal"), $"line {i}");
            if (i is < 700 or > 703)
                Assert.That(answers[i].GetProperty("id").GetInt32(), Is.EqualTo(i));
        }
    }

    [Test]
    public void A_missing_file_is_told() => Assert.That(GraderProgram.Run("compare", "--jsonl", "nowhere.jsonl").ExitCode, Is.EqualTo(4));
}
