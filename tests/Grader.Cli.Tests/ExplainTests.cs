namespace Grader.Cli.Tests;

/// <summary><c>--explain</c> and <c>--color</c>.</summary>
[TestFixture]
public sealed class ExplainTests
{
    private const string Scanned = "cases/hw5/submissions/scanned.md";

    [Test]
    public void Shows_the_working_of_what_is_not_right_and_of_nothing_else()
    {
        var run = GraderProgram.Run("check", Scanned, "-q", "1", "--explain");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var text = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.That(text, Does.Contain("1b.output-layer1 incorrect 0/1 43:49: read 21; expected 32"));
        Assert.That(text, Does.Contain("given: layer1.stride = 2 output width of layer 1: layer1.outputWidth = floor((input.width - layer1.kernel + 2*layer1.padding)/layer1.stride) + 1 = floor((64 - 3 + 2*1)/2) + 1 = 32"));
        Assert.That(text, Does.Contain("1a.parameters-layer1 correct 1/1 19:60: read 294912 + 1a.parameters-layer2"), "what is right is not explained");
    }

    [Test]
    public void All_right_explains_nothing()
    {
        var (plain, explained) = (GraderProgram.Run("check", "cases/hw5/submissions/full-marks.md", "-q", "1"), GraderProgram.Run("check", "cases/hw5/submissions/full-marks.md", "-q", "1", "--explain"));
        Assert.That(explained.Output, Is.EqualTo(plain.Output));
    }

    [TestCase("--audience", "student")]
    [TestCase("--audience", "receipt")]
    [TestCase("--ci", "github")]
    public void Students_get_no_working_of_answers_that_are_not_released(string option, string value)
    {
        var run = GraderProgram.Run("check", Scanned, "--explain", option, value);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((5, "")));
        Assert.That(run.Error, Does.Contain("\"releaseAnswers\": true"));
    }

    [Test]
    public void Colours_are_for_terminals_unless_asked_for()
    {
        var plain = GraderProgram.Run("check", Scanned).Output;
        Assert.That(plain, Does.Not.Contain('\u001b'));
        Assert.That(GraderProgram.Run("check", Scanned, "--color", "never").Output, Is.EqualTo(plain));
        Assert.That(GraderProgram.Run("check", Scanned, "--color", "always").Output, Does.Contain("\u001b[1mscanned.md\u001b[0m"));
        Assert.That(GraderProgram.Run("check", Scanned, "--color", "sometimes").ExitCode, Is.EqualTo(5));
    }

    [TestCase("150", "verdict")]
    [TestCase("0", "43:49: read 21; expected 32")]
    [TestCase("x", "43:49: read 21; expected 32")]
    [TestCase("99999999999", "43:49: read 21; expected 32")]
    public void As_wide_as_the_window(string columns, string contains) =>
        Assert.That(GraderProgram.RunWith([("COLUMNS", columns)], "check", Scanned, "--color", "always").Output, Does.Contain(contains));
}
