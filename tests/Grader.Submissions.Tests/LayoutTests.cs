using System.Globalization;
using System.Text;
using Grader.Mathematics;

namespace Grader.Submissions.Tests;

/// <summary>The same facts in every combination of labels, layouts and notations of numbers: the same is read.</summary>
public sealed class LayoutTests
{
    private static readonly string[] QuestionLabels =
        ["## Question {0}", "# {0}", "**Problem {0}**", "Aufgabe {0}", "## Task {0}: costs", "Q{0}.", "### {0} no Question", "Problem {0}\n----------", "# Homework 5, Exercise {0}", "## {0}. Costs"];

    private static readonly string[] PartLabels =
        ["### ({1})", "**({1})**", "({1})", "{1})", "### Part {1}", "**Solution ({1}):**", "### {0}{1}", "Answer ({1}):", "**{0}({1})**", "#### {0}.{1}", "**solution** ({1}) :", "## Lösung {1})"];

    private static readonly string[] Facts =
    [
        "Parameters of layer {0} = {1}", "Parameters of layer {0}: {1}", "- Parameters of layer {0} = {1}", "The number of parameters of layer {0} is {1}.", "Layer {0} has {1} parameters.",
        "| layer | parameters |\n|---|---|\n| layer {0} | {1} |", "Layer {0}:\n\nparameters = {1}", "For layer {0}:\n\n- parameters: {1}", "### Layer {0}\n\nParameters = {1}", "Parameters of layer {0} = 7 + 5 = {1}",
        "- Layer {0}\n  - parameters = {1}", "In layer {0}, the number of parameters is\n= {1}", "layer {0}\tparameters\nvalue of layer {0}\t{1}", "> Parameters of layer {0} = {1}", "Layer {0} → parameters: {1}",
    ];

    private static readonly Func<int, string>[] Numbers =
    [
        value => value.ToString(CultureInfo.InvariantCulture),
        value => value.ToString("N0", CultureInfo.InvariantCulture),
        value => value.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '\u2009'),
        value => $"${value.ToString("N0", CultureInfo.InvariantCulture).Replace(",", "{,}", StringComparison.Ordinal)}$",
        value => $"${value}$",
        value => $"**{value}**",
        value => $"$\\boxed{{{value}}}$",
        value => string.Concat(value.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '０'))),
        value => string.Concat(value.ToString(CultureInfo.InvariantCulture).Select(digit => char.ConvertFromUtf32(digit - '0' + 0x1D7CE))),
        value => $"`{value}`",
    ];

    [Test]
    public void Read_finds_the_same_in_every_layout([Range(0, 9)] int question, [Range(0, 11)] int part)
    {
        var failed = new List<string>();
        for (var fact = 0; fact < Facts.Length; fact++)
        {
            for (var number = 0; number < Numbers.Length; number++)
            {
                var text = Render(QuestionLabels[question], PartLabels[part], Facts[fact], Numbers[number]);
                if (Check(text) is { } problem)
                    failed.Add($"{fact}/{number}: {problem}\n{text}");
            }
        }
        Assert.That(failed, Is.Empty, () => $"{failed.Count} of {Facts.Length * Numbers.Length}: {string.Join(", ", failed.Select(one => one[..one.IndexOf(':')]))}; the first:\n{failed[0]}");
    }

    private static int Value(int question, char part, int layer) => (100_003 * question) + (1_017 * (part - 'a')) + (200_000 * layer);

    private static string Render(string questionLabel, string partLabel, string fact, Func<int, string> number)
    {
        var text = new StringBuilder("# Homework\n\nMy name\n\n");
        foreach (var question in new[] { 1, 2 })
        {
            text.Append(CultureInfo.InvariantCulture, $"{string.Format(CultureInfo.InvariantCulture, questionLabel, question)}\n\n");
            foreach (var part in "abc")
            {
                text.Append(CultureInfo.InvariantCulture, $"{string.Format(CultureInfo.InvariantCulture, partLabel, question, part)}\n\n");
                foreach (var layer in new[] { 1, 2 })
                    text.Append(CultureInfo.InvariantCulture, $"{string.Format(CultureInfo.InvariantCulture, fact, layer, number(Value(question, part, layer)))}\n\n");
            }
        }
        return text.ToString();
    }

    private static string? Check(string text)
    {
        var expected = new[] { 1, 2 }.SelectMany(question => "abc".Select(part => new ExpectedPart($"{question}", $"{part}", []))).ToSequence();
        var document = SubmissionReader.Read("x.md", text, expected);
        foreach (var question in new[] { 1, 2 })
        {
            foreach (var part in "abc")
            {
                var statements = document.Sections.Items.Where(section => section.Question == $"{question}" && section.Part == $"{part}").SelectMany(section => section.Statements.Items).ToList();
                foreach (var layer in new[] { 1, 2 })
                {
                    var value = Value(question, part, layer);
                    var labels = statements.SelectMany(statement => Stated(statement, value)).ToList();
                    if (labels.Count != 1)
                        return $"{question}{part}: {value} was read {labels.Count} times";
                    if (!labels[0].Contains($"layer {layer}", StringComparison.OrdinalIgnoreCase) || labels[0].Contains($"layer {3 - layer}", StringComparison.OrdinalIgnoreCase) || !labels[0].Contains("parameters", StringComparison.OrdinalIgnoreCase))
                        return $"{question}{part}: {value} is labelled {labels[0]}";
                }
            }
        }
        return null;
    }

    /// <summary>The label, with its contexts, of each place where a statement ends in a value.</summary>
    private static IEnumerable<string> Stated(Statement statement, int value)
    {
        var context = string.Join(" < ", statement.Context.Items);
        switch (statement)
        {
            case FormulaStatement { Members.Count: > 0 } formula when HasValue(formula.Members[^1].Expression, value):
                yield return $"{formula.Label} < {context}";
                break;
            case SentenceStatement sentence:
                foreach (var number in sentence.Numbers.Items.Where(number => HasValue(number.Expression, value)))
                    yield return $"{number.Label} < {string.Join(' ', sentence.Words)} < {context}";
                break;
            case TableStatement table:
                foreach (var row in table.Rows)
                {
                    for (var column = 0; column < row.Count; column++)
                    {
                        if (row[column].Expression is { } expression && HasValue(expression, value))
                            yield return $"{row[0].Text} < {table.Rows[0][column].Text} < {context}";
                    }
                }
                break;
        }
    }

    private static bool HasValue(Expression expression, int value) => expression is Number number ? number.Value == value : expression is Call { Function: "boxed", Arguments: [Number inner] } && inner.Value == value;
}
