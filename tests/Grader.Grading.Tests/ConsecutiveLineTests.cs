using System.Globalization;

namespace Grader.Grading.Tests;

/// <summary>Answers on consecutive lines of one paragraph go to the checks that their own lines name; exchanged, none of them is right.</summary>
[TestFixture]
public sealed class ConsecutiveLineTests
{
    private static readonly string[] Lines =
    [
        "{0}: {1}", "{0} = {1}", "{0} → {1}", "{0} - {1}", "{0} – {1}", "{0}: ${1}$", "**{0}**: {1}", "{0}: {1} params", "{0} has {1} parameters", "{0} = {1} parameters", "{1} ({0})", "{1} parameters ({0})", "{0}\n{1}", "{0}: 9 * 32768 = {1} weights", "{0} needs {1} weights.",
    ];

    private static readonly (string Before, string Between, string After)[] Layouts =
        [("", "\n", ""), ("", "  \n", ""), ("", "\\\n", ""), ("", "<br>", ""), ("> ", "\n> ", ""), ("```\n", "\n", "\n```"), ("- ", "\n- ", ""), ("• ", "\n• ", ""), ("parameters\n", "\n", ""), ("Parameters:\n", "\n", ""), ("Number of parameters:\n\n", "\n\n", "")];

    private static readonly string[] Values = ["294912", "1179648"];

    [Test]
    public void Exchanged_values_are_never_right([Range(0, 10)] int layout, [Values("layer {0}", "Layer {0}", "parameters of layer {0}", "conv{0}")] string label)
    {
        var (before, between, after) = Layouts[layout];
        var wrong = new List<string>();
        foreach (var line in Lines)
        {
            if (line.Contains('\n') && between is "\n- " or "\n> " or "\n• ")
                continue;
            var right = Text([0, 1]);
            var exchanged = Text([1, 0]);
            var (rightly, wrongly) = (Verdicts(right), Verdicts(exchanged));
            if (!rightly.All(verdict => verdict == Verdict.Correct))
                wrong.Add($"{string.Join(", ", rightly)}:\n{right}");
            if (wrongly.Any(verdict => verdict is Verdict.Correct or Verdict.CarriedForward))
                wrong.Add($"exchanged {string.Join(", ", wrongly)}:\n{exchanged}");

            string Text(int[] order) => before + string.Join(between, order.Select((value, i) => string.Format(CultureInfo.InvariantCulture, line, string.Format(CultureInfo.InvariantCulture, label, i + 1), Values[value]))) + after;
        }
        Assert.That(wrong, Is.Empty, () => $"{wrong.Count}:\n{string.Join("\n", wrong)}");
    }

    private static Verdict[] Verdicts(string text)
    {
        var report = Homework.Grade($"## Question 1\n\n### (a)\n\n{text}\n");
        return [report.Check("1a.parameters-layer1").Verdict, report.Check("1a.parameters-layer2").Verdict];
    }
}
