using Grader.Grading.Answers;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Checks;

/// <summary>A vector, written as a row, a column or a list, as a column of a table, or one entry a line.</summary>
internal sealed class VectorGrader(VectorCheck check) : ValueGrader(check)
{
    public override IReadOnlyList<string> Quantities { get; } = [check.Quantity];

    protected override Tolerance Tolerance => check.Tolerance;

    public override bool Takes(Answer answer) => answer.Trouble is not null || SubmittedMatrix.VectorOf(answer.Expression) is { Count: > 1 };

    /// <summary>By elimination goes only what has an entry for each row; what is named as the vector may have any number.</summary>
    public override bool IsGiven(Answer answer) => check.RowLabels.Count > 0 && SubmittedMatrix.VectorOf(answer.Expression)?.Count != check.RowLabels.Count;

    public override IReadOnlyList<Answer> OwnCandidates(PartReading part)
    {
        // Where a check has an address, another column is another's.
        var columns = LabelledVector.InTables(check, check.Cells.Count > 0 ? [] : part.Statements, part.Words)
            .Where(answer => LabelScore.Of(check.Labels, answer with { Context = [] }) is { } score && Covers(score))
            .ToList();
        if (columns.Count > 0)
            return columns;
        List<Answer> numbers = [.. part.Numbers.OrderBy(number => number.Place.Start)];
        var inLines = LabelledVector.InRun(check, numbers) ?? LabelledVector.InLines(check, part.Numbers);
        // "The means of M1, M2 and M3 are 13, 5 and 0; the variances are 1, 25 and 25": what says itself what it is goes before what its sentence says.
        var inOneLine = inLines is null || LabelScore.Of(check.Labels, inLines) is not { Own: > 0 } ? LabelledVector.InOneLine(check, numbers, part.Text) : null;
        return (inOneLine ?? inLines) is { } lines ? [lines] : [];
    }

    private bool Covers(LabelScore score) => score.Groups == (1u << check.Labels.Groups.Count) - 1;

    protected override Judgement JudgeAgainst(Answer answer, Value? right, Worksheet worksheet)
    {
        if (SubmittedMatrix.VectorOf(answer.Expression) is not { } entries || right is not Tensor key)
            return Judgement.Wrong("");
        if (entries.Count != key.Entries.Count)
            return Judgement.Wrong(new Said($"{entries.Count} entries, where {key.Entries.Count} were expected", $"{entries.Count} entries are another count"));

        var tolerance = On(worksheet, check.Tolerance);
        var differences = new EntryDifferences();
        for (var i = 0; i < entries.Count; i++)
            differences.Add(i + 1, null, entries[i], key.Entries[i], tolerance);
        return differences.Judgement(Rational.Of(differences.Right, entries.Count));
    }

    public override Value? OwnValue(Answer answer) => SubmittedMatrix.ValueOf([SubmittedMatrix.VectorOf(answer.Expression) ?? []], vector: true);

    public override string Print(Worksheet worksheet) => ValuePrinter.Print(ValueIn(worksheet));
}
