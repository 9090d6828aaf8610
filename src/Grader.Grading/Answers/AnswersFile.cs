using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading;

/// <summary>
/// Answers in a CSV file beside a submission, for what cannot be read otherwise: a heat map, a photograph. Columns <c>check</c> and <c>value</c>; a row counts as one of a block
/// <c>answers</c> at the end. What is wrong with the file is told in the report, and costs nothing else.
/// </summary>
public static class AnswersFile
{
    private const string Check = "check";
    private const string Value = "value";

    /// <param name="name">Of the file, for the report.</param>
    public static SubmissionDocument Add(SubmissionDocument document, string name, ReadOnlySpan<byte> bytes)
    {
        var reading = CsvFile.Read(name, bytes);
        var remarks = reading.Problems.Items.Select(problem => RemarkAt(name, problem.Line, problem.Column, $"{problem.Message} {problem.Advice}")).ToList();
        var rows = Rows(name, reading.Lines, remarks);
        document = AnswerRows.Add(document, name, rows);
        return document with { Remarks = [.. document.Remarks.AsSpan(), .. remarks.OrderBy(remark => remark.Place.Line)] };
    }

    private static Sequence<AnswerFileRow> Rows(string name, Sequence<CsvLine> lines, List<Remark> remarks)
    {
        if (lines.Count == 0 && remarks.Count > 0)
            return [];
        if (lines.Count == 0)
        {
            remarks.Add(RemarkAt(name, 1, 1, "The file is empty. Write the header check,value and a row for each answer."));
            return [];
        }
        var header = lines[0].Fields.Items.Select(field => field.Trim().ToLowerInvariant()).ToList();
        var (check, value) = (header.IndexOf(Check), header.IndexOf(Value));
        if (check < 0 || value < 0)
        {
            remarks.Add(RemarkAt(name, lines[0].Line, 1, $"The first line is no header, so nothing of the file was read. Write {Check},{Value} in it."));
            return [];
        }

        var rows = new List<AnswerFileRow>();
        var lineOf = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Items.Skip(1))
        {
            var row = new AnswerFileRow(line.Line, line.Fields[check].Trim(), line.Fields[value].Trim());
            if (!AnswerRows.IsId(row.Check))
            {
                remarks.Add(RemarkAt(name, row.Line, 1, $"“{row.Check}” is no id of a check, so this row was not read. An id is like 1b.macs-layer1."));
                continue;
            }
            if (!lineOf.TryAdd(row.Check, row.Line))
                remarks.Add(RemarkAt(name, row.Line, 1, $"{row.Check} stands in line {lineOf[row.Check]} already; where the values differ, a person looks."));
            // An empty cell of a sheet to fill in is no answer.
            if (row.Value.Length > 0)
                rows.Add(row);
        }
        return rows.ToSequence();
    }

    private static Remark RemarkAt(string name, int line, int column, string say) =>
        new(new Place(0, 0, Math.Max(1, line), Math.Max(1, column), Math.Max(1, line), Math.Max(1, column)) { Frame = new Frame(1) { File = name } }, say);
}
