using System.Globalization;
using Grader.Mathematics;

namespace Grader.Submissions.Tests;

/// <summary>Answers on consecutive lines of one paragraph: each value keeps the label of its own line, and takes none of its neighbours'.</summary>
public sealed class LineTests
{
    private static readonly string[][] Labels =
    [
        ["layer 1", "layer 2", "layer 3"], ["Layer 1", "Layer 2", "Layer 3"], ["precision", "recall", "specificity"], ["Training accuracy", "Test accuracy", "Validation accuracy"],
        ["the first layer", "the second layer", "the third layer"], ["parameters of layer 1", "parameters of layer 2", "parameters of both"], ["conv1", "conv2", "conv3"],
        ["Epoch 1", "Epoch 2", "Epoch 3"], ["loss (train)", "loss (test)", "loss (validation)"], ["für Schicht 1", "für Schicht 2", "für Schicht 3"], ["weights, layer 1", "weights, layer 2", "weights, layer 3"],
    ];

    private static readonly string[] Lines =
    [
        "{0}: {1}", "{0} = {1}", "{0} → {1}", "{0} => {1}", "{0} ≈ {1}", "{0} - {1}", "{0} – {1}", "{0}: ${1}$", "{0} $= {1}$", "**{0}**: {1}", "**{0}:** {1}", "*{0}* = **{1}**", "{0}: `{1}`", "{0}:{1}", "{0} is {1}", "{0} is {1}.",
        "{0} has {1} parameters", "{0} has {1} parameters.", "{0}: {1} params", "{0} = {1} parameters", "{0}: 3 * 4 = {1}", "{0} = 3 * 4 = {1}", "{0}: $3 \\times 4 = {1}$", "{1} ({0})", "{1} parameters ({0})",
        "{0}: about {1}", "{0}: {1} in total", "{0}: {1},", "{0}: {1};", "{0}: {1} (rounded)", "{0} equals {1}", "{0} gives {1}", "{0} needs {1} multiplications", "{0} has 3 * 4 = {1} weights", "The value for {0} is {1}",
        "{0}\n{1}", "{0}:\n{1}", "{0}:\n${1}$", "{0}: 3 * 4\n= {1}", "{0}\n= 3 * 4 = {1}", "{0}: {1} parameters without counting any of the biases",
    ];

    private static readonly (string Name, string Before, string Between, string After)[] Layouts =
    [
        ("lines", "", "\n", ""), ("two spaces", "", "  \n", ""), ("backslash", "", "\\\n", ""), ("br", "", "<br>", ""), ("br and line", "", "<br>\n", ""), ("CRLF", "", "\r\n", ""), ("paragraphs", "", "\n\n", ""), ("quote", "> ", "\n> ", ""),
        ("fence", "```\n", "\n", "\n```"), ("bullets", "- ", "\n- ", ""), ("stars", "* ", "\n* ", ""), ("typed bullets", "• ", "\n• ", ""), ("middle dots", "· ", "\n· ", ""), ("under a lead-in", "We get:\n", "\n", ""),
        ("under a heading line", "Results\n", "\n", ""), ("in an item", "- all of them\n  ", "\n  ", ""),
    ];

    [Test]
    public void Each_line_keeps_its_own_label([Range(0, 15)] int layout)
    {
        var (name, before, between, after) = Layouts[layout];
        var failed = new List<string>();
        var count = 0;
        foreach (var labels in Labels)
        {
            foreach (var line in Lines)
            {
                if (line.Contains('\n') && name.Contains("bullets", StringComparison.Ordinal) || name is "stars" or "middle dots" or "quote" or "in an item" && line.Contains('\n'))
                    continue;
                count++;
                var written = labels.Select((label, i) => string.Format(CultureInfo.InvariantCulture, line, label, Value(i)));
                var text = before + string.Join(between, written) + after + "\n";
                if (Problem(text, labels) is { } problem)
                    failed.Add($"{problem}\n{text}");
            }
        }
        Assert.That(failed, Is.Empty, () => $"{failed.Count} of {count}:\n{string.Join("\n", failed.Take(12))}");
    }

    private static int Value(int index) => 294_912 + (100_003 * index);

    private static string? Problem(string text, string[] labels)
    {
        var stated = StatedValues.In(text);
        for (var i = 0; i < labels.Length; i++)
        {
            var values = stated.Where(value => value.Expression is Number number && number.Value == Value(i)).ToList();
            if (values.Count != 1)
                return $"{Value(i)} was read {values.Count} times";
            // What stands with a value comes before what introduced it.
            var says = new[] { values[0].Label }.Concat(values[0].Context).Select(Fold).FirstOrDefault(words => labels.Any(label => words.Contains(Core(label), StringComparison.Ordinal))) ?? "";
            if (!says.Contains(Core(labels[i]), StringComparison.Ordinal) || labels.Where((_, other) => other != i).Any(other => says.Contains(Core(other), StringComparison.Ordinal)))
                return $"{Value(i)} stands under “{values[0].Label}” < {string.Join(" < ", values[0].Context)}";
        }
        return null;
    }

    private static string Core(string label) => Fold(label).Replace("the ", "", StringComparison.Ordinal).Trim();

    private static string Fold(string words) => string.Join(' ', words.ToLowerInvariant().Split([' ', '(', ')', ',', ':', '*', '`'], StringSplitOptions.RemoveEmptyEntries));
}
