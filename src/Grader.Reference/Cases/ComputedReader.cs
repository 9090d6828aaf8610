using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Reads values that a script of the instructor's computed, where no engine and no formula will do: CSV files of names and values, with their provenance.</summary>
internal sealed class ComputedReader(CaseFolder folder)
{
    private static readonly string[] Columns = ["name", "value", "say", "unit"];

    private readonly ProblemList _problems = folder.Problems;

    public static CaseShape Shape { get; } = new("computed", "Values that a script of the instructor's computed, with their provenance.", [
        new("csv", true, CaseValues.Text, "The file, relative to the assignment's folder. Its first line names the columns: name, value, and, if wanted, say and unit."),
        new("by", true, CaseValues.Text, "What computed them, for the key and the report: solve.py, numpy 2.1, 2026-11-03."),
    ]);

    public IEnumerable<ComputedValue> Read(ObjectReader reader)
    {
        var by = reader.TextNode("by");
        if (reader.TextNode("csv") is not { } path || folder.Read(path) is not { } bytes || SourceText.Decode(path.Text, bytes.Span, _problems) is not { } text)
            yield break;
        var before = _problems.Count;
        var lines = CsvLines.Read(text, _problems);
        if (lines.Count == 0 || !CheckHeader(lines[0].Place, lines[0].Fields))
        {
            if (_problems.Count == before)
                _problems.Add(text.File, "The file is empty.", "Its first line is name,value, and each other line a value.");
            yield break;
        }

        if (lines.Count == 1 && _problems.Count == before)
            _problems.Add(text.File, "There are no values.", "Write a line for each: accuracy,0.875");
        foreach (var (place, fields) in lines.Skip(1))
        {
            if (ReadValue(Field("value"), place) is { } value)
                yield return new(new(place, Field("name"), Field("name")), value, Field("say"), Field("unit"), $"{path.Text}: {by?.Text}");

            string Field(string column) => lines[0].Fields.IndexOf(column) is var index && index >= 0 ? fields[index] : "";
        }
    }

    private bool CheckHeader(CasePlace place, ImmutableArray<string> header)
    {
        var before = _problems.Count;
        foreach (var column in header.Where(column => !Columns.Contains(column)).Distinct())
            _problems.Add(place, $"There is no column \"{column}\".", Suggestion.For(column, Columns.Except(header)));
        foreach (var column in header.GroupBy(column => column).Where(group => group.Count() > 1))
            _problems.Add(place, $"The column \"{column.Key}\" stands twice.", "Keep one.");
        foreach (var column in Columns.Take(2).Except(header))
            _problems.Add(place, $"The column \"{column}\" is missing.", "The first line is name,value, or name,value,say,unit.");
        return _problems.Count == before;
    }

    /// <summary>A number, a fraction, a list or rows of them: a formula that names nothing.</summary>
    private Expression? ReadValue(string written, CasePlace place)
    {
        if (ExactNumber.TryReadFraction(written, out var number))
            return TableReader.Literal(number);
        const string advice = "Write -5, 0.5, 1/3, [1, 2] or [[1, 2], [3, 4]]; in a list, 0.00001 for 1e-5.";
        if (written.Length == 0)
            _problems.Add(place, "This value is empty.", advice);
        else if (CaseFormula.TryRead(written, out var problem) is not { } formula)
            _problems.Add(place, $"The value \"{written}\" cannot be read: {problem}.", advice);
        else if (Array(formula) is var value && IsLiteral(value))
            return value;
        else
            _problems.Add(place, $"The value \"{written}\" is no number, list or table of numbers.", advice);
        return null;
    }

    /// <summary>A list as the column that inputs make of it.</summary>
    private static Expression Array(Expression value) => value is Listing { Kind: ListingKind.List, Elements.Count: > 0 } list ? TableReader.Column(list.Elements) : value;

    private static bool IsLiteral(Expression value) => value switch
    {
        Number => true,
        Negation negation => negation.Operand is Number or Quotient && IsLiteral(negation.Operand),
        Quotient { Numerator: Number, Denominator: Number { Value.IsZero: false } } => true,
        Quotient { Numerator: Negation { Operand: Number }, Denominator: Number { Value.IsZero: false } } => true,
        Matrix matrix => matrix.Rows.Items.All(row => row.Count == matrix.ColumnCount && row.Items.All(entry => entry is not Matrix && IsLiteral(entry))),
        _ => false,
    };
}

/// <param name="Provenance"><c>values.csv: solve.py, numpy 2.1, 2026-11-03</c>.</param>
internal sealed record ComputedValue(CaseText Name, Expression Value, string Say, string Unit, string Provenance);
