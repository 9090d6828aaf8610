using System.Text;
using System.Text.RegularExpressions;
using Grader.Reference.Engines;

namespace Grader.Reference.Tests;

/// <summary>The smallest assignment of each engine.</summary>
public sealed partial class KindsTests
{
    private static IEnumerable<string> Kinds => EngineList.All.Items.Select(engine => engine.Inputs.Name);

    [TestCaseSource(nameof(Kinds))]
    public async Task Each_engine_has_a_smallest_assignment(string kind)
    {
        var reading = CaseReader.Read(MemoryCase.FromFolder("kinds/" + kind));
        Assert.That(reading.Problems.Items.Select(problem => problem.ToString()), Is.Empty);
        var text = new StringBuilder();
        foreach (var check in AnswerKey.Of(reading.Assignment!).Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items))
        {
            text.Append(check.Check.Id).Append(" → ").Append(check.Answer is ValueAnswer value ? value.Text : ((TextAnswer)check.Answer).Markdown).Append('\n');
            foreach (var step in check.Steps.Items.Where(step => !step.Given))
                text.Append(WorkingText.Of(step));
        }

        foreach (var mistake in reading.Assignment!.Questions.Items.SelectMany(question => question.Worksheet.Mistakes.Items).DistinctBy(mistake => mistake.Id))
            text.Append(mistake.Id).Append(": ").Append(mistake.Say).Append('\n');
        await Verify(text.ToString());
    }

    /// <summary>Each mistake that an engine knows in its smallest assignment changes an answer of one of its questions.</summary>
    [TestCaseSource(nameof(Kinds))]
    public void Each_mistake_changes_an_answer(string kind)
    {
        var questions = CaseReader.Read(MemoryCase.FromFolder("kinds/" + kind)).Assignment!.Questions.Items;
        var all = questions.SelectMany(question => question.Worksheet.Mistakes.Items).Select(mistake => mistake.Id).Distinct();
        var changing = questions.SelectMany(question => question.Worksheet.Mistakes.Items.Where(mistake => Changes(question, question.Worksheet.Making(mistake.Occurrences)))).Select(mistake => mistake.Id).Distinct();
        Assert.That(changing, Is.EquivalentTo(all));
    }

    /// <summary>Found by the fuzzer: a billion layers never ended. What stands behind a key, or first in its list, is read, or refused, at once.</summary>
    [TestCaseSource(nameof(Kinds))]
    public void A_billion_of_anything_costs_little(string kind)
    {
        var files = MemoryCase.FromFolder("kinds/" + kind);
        var tried = new HashSet<string>(StringComparer.Ordinal);
        Read(files);
        foreach (var path in files.Paths.Where(path => path.StartsWith('q')))
        {
            var text = Encoding.UTF8.GetString(files.Read(path)!.Value.Span);
            foreach (var count in Count().Matches(text).Where(count => tried.Add(count.Groups["key"].Value)))
            {
                var changed = string.Concat(text.AsSpan(0, count.Groups["count"].Index), "1000000000", text.AsSpan(count.Groups["count"].Index + count.Groups["count"].Length));
                var before = GC.GetAllocatedBytesForCurrentThread();
                Read(files.With(path, changed));
                Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(200_000_000), count.Value);
            }
        }

        static void Read(MemoryCase files)
        {
            if (CaseReader.Read(files).Assignment is { } assignment)
                AnswerKey.Of(assignment);
        }
    }

    [GeneratedRegex("""(?<key>"\w+": *\[*)(?<count>\d+)\b""")]
    private static partial Regex Count();

    private static bool Changes(Question question, Worksheet made) => question.Parts.Items.SelectMany(part => part.Checks.Items).SelectMany(Quantities).Any(quantity => made[quantity].Value != question.Worksheet[quantity].Value);

    private static IEnumerable<string> Quantities(Check check) => check switch
    {
        NumberCheck number => number.Quantities.Items,
        VectorCheck vector => [vector.Quantity],
        MatrixCheck matrix => [matrix.Quantity],
        _ => [],
    };

    [Test]
    public void Each_folder_shows_an_engine_or_a_training()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "cases", "kinds")).Select(folder => Path.GetFileName(folder));
        Assert.That(folders, Is.EquivalentTo(Kinds.Append("training-run")));
    }
}
