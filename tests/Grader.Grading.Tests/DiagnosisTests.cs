using System.Text;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Tests;

/// <summary>What explains a question's answers: mistakes (in all places, or @ one), own values that are carried on (quantity = value), and single answers changed (check = value).</summary>
[TestFixture]
public sealed class DiagnosisTests
{
    private static readonly (string Folder, string[] Made)[] Cases =
    [
        ("hw5",
        [
            "",
            "stride-plus-one",
            "stride-plus-one@layer1",
            "fall-as-remainder",
            "input-channels-left-out@layer2",
            "padding-forgotten@layer1",
            "stride-plus-one; input-channels-left-out",
            "stride-plus-one@layer2; bias-counted@layer1",
            "stride-plus-one; flops-for-macs",
            "stride-plus-one; input-channels-left-out; fall-as-remainder",
            "layer1.parameters = 294913",
            "layer1.parameters = 294913; layer2.macs = 1207959553",
            "stride-plus-one; layer1.parameters = 294913",
            "flops-for-macs; layer2.outputWidth = 30; layer2.outputHeight = 30",
            "1b.macs-total = 12345",
            "stride-plus-one; 1b.macs-total = 12345",
            "stride-plus-one; 1b.output-layer1 = 32",
            "1b.macs-layer1 = 130056192",
            "1a.parameters-layer1 = 111; 1a.parameters-layer2 = 222; 1a.parameters-total = 444; 1b.macs-layer1 = 555; 1b.macs-layer2 = 666",
            "input-channels-left-out@layer1; 1b.output-layer1 = 7; 1b.output-layer2 = 9; 1b.macs-total = 555; 1c.memory-network = 66 %; 1a.parameters-total = 77",
        ]),
        ("kinds/batch-normalization", ["sample-variance", "sample-variance; 1b.output = [[5.024922, -0.341641, -0.341641, -0.341641], [1.342161, -3.342161, -1, 5]]", "gamma-beta-swapped", "sample-variance; gamma-beta-swapped"]),
        ("kinds/confusion-matrix", ["rows-columns-swapped", "accuracy = 1/2"]),
        ("kinds/dense-network", ["layer1.a = [[1/2], [1/2]]"]),
    ];

    [Test]
    public async Task The_smallest_explanation_is_told()
    {
        var text = new StringBuilder();
        foreach (var (folder, all) in Cases)
        {
            var assignment = Homework.Lint(folder).Assignment!;
            foreach (var made in all)
                Append(text.Append(folder).Append(": ").Append(made.Length == 0 ? "all right" : made).Append('\n'), assignment, made);
        }

        await Verify(text.ToString());
    }

    [Test]
    public void A_mistake_that_would_have_changed_a_right_answer_explains_nothing()
    {
        var report = Grade(Homework.Assignment, "1b.macs-layer1 = 130056192");
        Assert.That(report.Mistakes, Is.Empty);
        Assert.That(report.Check("1b.macs-layer1").Mistakes, Is.Empty);
    }

    /// <summary>Sixty answers in a chain, forty mistakes with three places each, nothing of it explained.</summary>
    [Test]
    public void Sixty_answers_that_nothing_explains_are_told_as_such()
    {
        var quantities = Enumerable.Range(1, 60).Select(index => new Quantity($"a{index}", Formula.Read(index == 1 ? "7" : $"3*a{index - 1} + {index}").Expression!, "", "")).ToSequence();
        var mistakes = Enumerable.Range(1, 40).Select(index => new Mistake($"m{index}", $"Made mistake {index}.", Rational.Zero, Enumerable.Range(0, 3).Select(place => Occurrence(index, index + place * 7)).ToSequence())).ToSequence();
        var checks = quantities.Items.Select(quantity => new NumberCheck($"1a.{quantity.Name}", quantity.Name, 1, new([], []), [quantity.Name], new AbsoluteTolerance(0), false)).ToSequence<Check>();
        var question = new Question("1", "Chain", "", [], new(quantities, mistakes), [new("1a", "", [], checks)]);
        var assignment = new Assignment("t", "Test", [question], new(true, Rational.One, false), "");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var report = Homework.Grade(assignment, "```answers\n" + string.Concat(quantities.Items.Select((quantity, index) => $"1a.{quantity.Name}: {1009 + 613 * index}\n")) + "```\n");
        TestContext.Out.WriteLine($"{clock.ElapsedMilliseconds} ms");
        Assert.That(report.Checks().Select(check => check.Verdict), Is.All.EqualTo(Verdict.Incorrect));
        Assert.That(report.Questions[0].Explains, Is.Empty);
    }

    private static Occurrence Occurrence(int mistake, int place) =>
        new($"m{mistake}", $"place {place}", System.Collections.Immutable.ImmutableSortedDictionary<string, Expression>.Empty.Add($"a{place + 1}", Formula.Read($"3*a{place} + {place + 1} + {mistake}/7").Expression!));

    private static void Append(StringBuilder text, Assignment assignment, string made)
    {
        var report = Grade(assignment, made);
        foreach (var mistake in report.Mistakes)
            text.Append($"  {mistake.Id}{(mistake.Where.Count > 0 ? "@" + string.Join(',', mistake.Where) : "")}{(mistake.OrElse.Count > 0 ? " or " + string.Join(" or ", mistake.OrElse) : "")}: {string.Join(' ', mistake.Checks)}\n");
        var others = report.Questions[0].Parts.Items.SelectMany(part => part.Checks.Items).Where(check => check.Verdict != Verdict.Correct && check.Mistakes.Count == 0 && check.Found is not null);
        foreach (var check in others)
            text.Append($"  {check.Id} {check.Verdict.Name()}{(check.CarriedFrom.Count > 0 ? " from " + string.Join(' ', check.CarriedFrom) : "")}\n");
        text.Append("  → ").Append(report.Questions[0].Explains).Append('\n');
    }

    private static GradeReport Grade(Assignment assignment, string made)
    {
        var question = assignment.Questions[0];
        var worksheet = question.Worksheet;
        var own = new Dictionary<string, Value>();
        var changed = new List<(string, string)>();
        foreach (var item in made.Split("; ", StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = item.Split(" = ");
            if (sides.Length == 1)
                worksheet = worksheet.Making([.. Occurrences(worksheet, item)]);
            else if (worksheet.Has(sides[0]))
                own[sides[0]] = Evaluator.Evaluate(Formula.Read(sides[1]).Expression!).Value!;
            else
                changed.Add((sides[0], sides[1]));
        }

        return Homework.Grade(assignment, MistakenSubmission.Of(question, own.Count == 0 ? worksheet : worksheet.With(own), changed.ToArray()));
    }

    private static IEnumerable<Occurrence> Occurrences(Worksheet worksheet, string made)
    {
        var (id, where) = made.Split('@') is [var name, var place] ? (name, place) : (made, "");
        return worksheet.Mistakes.Items.Single(mistake => mistake.Id == id).Occurrences.Items.Where(occurrence => where.Length == 0 || occurrence.Where == where);
    }
}
