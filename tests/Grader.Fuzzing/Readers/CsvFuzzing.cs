using System.Text;
using Grader.Fuzzing.Driving;
using Grader.Grading;
using Grader.Reference;
using Grader.Reference.Training;
using Grader.Submissions;

namespace Grader.Fuzzing.Readers;

/// <summary>CSV: any, a file of answers beside a submission, a file of reference runs.</summary>
internal sealed class CsvFuzzing : IFuzzedReader
{
    private const string FileName = "answers.csv";

    private static readonly SubmissionDocument Submission = SubmissionReader.Read("x.md", "1a) W = 3\n");

    public string Name => "csv";

    public long MostBytes => 100_000_000;

    public IReadOnlyList<string> Pieces { get; } =
    [
        ",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "\r", "\"a,b\"", "\"a\nb\"", "check,value\n", "1b.macs-layer1,", "1b.macs-layer1,294912\n", "1a.x", "4a.train-accuracy,85 %\n", " ", "\uFEFF", "\0", "é", "'", "=", "-1", "1e9", "NaN", "1/3", "\"1,234\"", "[[1,2],[3,4]]", "$W$", "```", "|", "\n\n", ",,",
        "variant,seed,test-accuracy\n", "variant,variation,role,seed,definition,training-accuracy,test-accuracy,training-loss,test-loss,epoch,seconds,device,library,recipe,data\n", "band", "held-out", "variation", "final", "during-epoch", "best-epoch", "a,1,85.5\n", "101", "nan", "infinity",
    ];

    public void Read(byte[] input, Traits traits, bool thorough)
    {
        ReadOnlyMemory<byte>? Given(string _) => input;
        var reading = CsvFile.Read(FileName, input);
        CaseProblems.Hold(reading.Problems, Given, traits);
        HoldLines(input, reading, traits);

        var runs = RunTable.Read(FileName, input);
        CaseProblems.Hold(runs.Problems, Given, traits);
        foreach (var row in runs.Rows)
            traits.Add("run", $"{row.Definition} {row.Run.Role}", $"{row.TestAccuracy is null} {row.Diverged}");

        var document = AnswersFile.Add(Submission, FileName, input);
        foreach (var remark in document.Remarks)
            traits.Message("remark", remark.Say);
        HoldAnswers(document, traits);
        if (!thorough)
            return;
        Promise.Hold(CsvFile.Read(FileName, input) == reading, "the same bytes are read the same twice");
        HoldReadBack(reading);
        if (runs.Problems.Count == 0)
            HoldRuns(runs);
    }

    private static void HoldLines(byte[] input, CsvReading reading, Traits traits)
    {
        var line = 0;
        foreach (var row in reading.Lines)
        {
            Promise.Hold(row.Line > line && row.Line <= input.Length + 1, "lines of a table stand in order", () => $"{row.Line} after {line}");
            Promise.Hold(row.Fields.Count == reading.Lines[0].Fields.Count, "lines of a table have as many fields");
            line = row.Line;
            foreach (var field in row.Fields)
                traits.Add("field", field.Length == 0 ? "empty" : field.AsSpan().ContainsAny("\r\n") ? "of lines" : field.AsSpan().ContainsAny(",;\t") ? "with separator" : field.Contains('"') ? "with quote" : field.Trim().Length < field.Length ? "with blanks" : "plain");
        }
        traits.Count("lines", reading.Lines.Count);
        traits.Count("fields", reading.Lines.Count == 0 ? 0 : reading.Lines[0].Fields.Count);
    }

    private static void HoldAnswers(SubmissionDocument document, Traits traits)
    {
        foreach (var statement in document.Sections.Items.SelectMany(section => section.Statements.Items))
        {
            Promise.Hold(statement.Place.Start >= 0 && statement.Place.End <= document.Text.Length && document.Text[statement.Place.Start..statement.Place.End] == statement.Text, "what is said to stand at a place stands there", () => $"{statement.Place} {statement.Text}");
            traits.Add("answer", statement.GetType().Name, statement.Check is null ? "" : "declared");
            if (statement is FormulaStatement { Members: [.., var last] })
                ExpressionTraits.Add(traits, "answer", last.Expression);
        }
    }

    /// <summary>What was read, written with every field in quotes, is read again.</summary>
    private static void HoldReadBack(CsvReading reading)
    {
        if (reading.Lines.Count == 0)
            return;
        var text = string.Concat(reading.Lines.Items.Select(line => string.Join(',', line.Fields.Items.Select(field => $"\"{field.Replace("\"", "\"\"")}\"")) + "\n"));
        var again = CsvFile.Read(FileName, Encoding.UTF8.GetBytes(text));
        Promise.Hold(again.Lines.Items.Select(line => line.Fields).SequenceEqual(reading.Lines.Items.Select(line => line.Fields)), "rows are read back", () => text);
    }

    private static void HoldRuns(RunTableReading runs)
    {
        var again = RunTable.Read(FileName, Encoding.UTF8.GetBytes(RunTable.Write(runs.Rows)));
        Promise.Hold(again.Problems.Count == 0 && again.Rows.Count == runs.Rows.Count, "runs are read back", () => again.Problems.Count > 0 ? $"{again.Problems[0]}" : $"{again.Rows.Count} of {runs.Rows.Count}");
    }
}
