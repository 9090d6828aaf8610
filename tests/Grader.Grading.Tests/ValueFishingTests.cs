using System.Globalization;
using System.Text;
using Grader.Reference;

namespace Grader.Grading.Tests;

/// <summary>Right values that stand anywhere but in their place make no wrong answer right.</summary>
[TestFixture]
public sealed class ValueFishingTests
{
    /// <summary>Those that ask for a value; bands and prose have none.</summary>
    private static IEnumerable<string> Assignments => AnswerKeyTests.Assignments.Where(folder => Homework.Read(Path.Combine(Repository.Root, "cases", folder)).Questions.Items.SelectMany(Values).Any());

    private static readonly Dictionary<string, Func<IReadOnlyList<(string Part, string Label, string Value)>, string>> Shapes = new()
    {
        ["a bare list in an appendix"] = values => $"\n## Appendix\n\n{string.Concat(values.Select(item => $"- {item.Value}\n"))}",
        ["a labelled list in an appendix"] = values => $"\n## Appendix\n\n{Listed(values)}",
        ["a labelled list in the references"] = values => $"\n## References\n\n{Listed(values)}",
        ["a labelled list among the data"] = values => $"\n# Data\n\n{Listed(values)}",
        ["a labelled list below an appendix"] = values => $"\n## Appendix\n\n### Notes\n\n{Listed(values)}",
        ["a table in an appendix"] = values => $"\n## Appendix\n\n| what | value |\n|---|---|\n{string.Concat(values.Select(item => $"| {item.Label} | {item.Value} |\n"))}",
        ["another question"] = values => $"\n## Question 9\n\n{Listed(values)}",
        ["a comment"] = values => $"\n<!--\n{Listed(values)}-->\n",
        ["a code block"] = values => $"\n```\n{string.Concat(values.Select(item => $"{item.Label} = {item.Value}\n"))}```\n",
        ["a quotation"] = values => string.Concat(values.Select(item => $"\n> {item.Label} = {item.Value}\n")),
        ["the beginning"] = Listed,
    };

    [TestCaseSource(nameof(Assignments))]
    public void No_wrong_answer_becomes_right(string folder)
    {
        var assignment = Homework.Read(Path.Combine(Repository.Root, "cases", folder));
        var right = assignment.Questions.Items.SelectMany(Values).ToList();
        Assert.That(right, Is.Not.Empty);
        var wrong = new StringBuilder();
        foreach (var question in assignment.Questions)
        {
            wrong.Append($"\n## Question {question.Id}\n");
            foreach (var part in question.Parts.Items.Where(part => part.Id != question.Id))
                wrong.Append($"\n### ({part.Id[question.Id.Length..]})\n\n").AppendJoin('\n', Values(question).Where(item => item.Part == part.Id).Select(item => $"{item.Label} = {Spoilt(item.Value)}\n"));
        }
        var alone = Accepted(Homework.Grade(assignment, wrong.ToString()));
        foreach (var (shape, write) in Shapes)
        {
            var text = shape == "the beginning" ? write(right) + wrong : wrong + write(right);
            Assert.That(Accepted(Homework.Grade(assignment, text)).Except(alone), Is.Empty, $"{shape}: {text}");
        }
    }

    [TestCaseSource(nameof(Assignments))]
    public void The_right_values_in_their_place_are_accepted(string folder)
    {
        var assignment = Homework.Read(Path.Combine(Repository.Root, "cases", folder));
        var text = new StringBuilder();
        foreach (var question in assignment.Questions)
        {
            text.Append($"\n## Question {question.Id}\n");
            foreach (var part in question.Parts.Items.Where(part => part.Id != question.Id))
                text.Append($"\n### ({part.Id[question.Id.Length..]})\n\n").AppendJoin('\n', Values(question).Where(item => item.Part == part.Id).Select(item => $"{item.Label} = {item.Value}\n"));
        }
        // So that the rows above can fail: written like this, values are found. What follows from a quantity of the student's own needs that first.
        if (!assignment.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).Any(check => check is OwnCheck))
            Assert.That(Accepted(Homework.Grade(assignment, text.ToString())), Is.Not.Empty, text.ToString());
    }

    private static string Listed(IReadOnlyList<(string Part, string Label, string Value)> values) => string.Concat(values.Select(item => $"- {item.Label} = {item.Value}\n"));

    private static HashSet<string> Accepted(GradeReport report) =>
        [.. report.Checks().Where(check => check.Kind is "number" or "vector" or "matrix" && check.Verdict is Verdict.Correct or Verdict.CarriedForward or Verdict.Partial).Select(check => check.Id)];

    private static IEnumerable<(string Part, string Label, string Value)> Values(Question question) =>
        from part in question.Parts.Items
        from check in part.Checks.Items
        where MistakenSubmission.QuantityOf(check) is not null
        let value = MistakenSubmission.Text(question.Worksheet[MistakenSubmission.QuantityOf(check)!].Value, check is NumberCheck { Percent: true })
        where value is not null
        select (part.Id, LabelOf(check), value);

    /// <summary>Words that each group of the check's labels finds.</summary>
    private static string LabelOf(Check check) => check.Labels.Groups.Count == 0
        ? check.Labels.Aliases.Items.FirstOrDefault(check.Ask)!
        : string.Join(' ', check.Labels.Groups.Items.Select(group => string.Join(' ', group[0].Text.Split(' ').Where(word => !word.StartsWith("..", StringComparison.Ordinal)).Select(word => word.Split('|')[0].Replace('_', ' ').TrimEnd('*')))));

    /// <summary>Each number another one.</summary>
    private static string Spoilt(string value) => System.Text.RegularExpressions.Regex.Replace(value, @"(?<![\w.])-?\d+(?:\.\d+)?", match => (double.Parse(match.Value, CultureInfo.InvariantCulture) * 1.3 + 0.7).ToString("0.######", CultureInfo.InvariantCulture));
}
