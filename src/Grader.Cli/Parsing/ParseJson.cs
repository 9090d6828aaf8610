using System.Text.Json;
using Grader.Mathematics;
using Grader.Reports;
using Grader.Submissions;

namespace Grader.Cli.Parsing;

/// <summary>A submission as it was read, as JSON, <c>grader/parse/v1</c>: values are strings, as exact as they are. Equal submissions give equal bytes.</summary>
internal sealed class ParseJson
{
    private readonly Utf8JsonWriter _json;
    private readonly SubmissionDocument _document;

    private ParseJson(Utf8JsonWriter json, SubmissionDocument document) => (_json, _document) = (json, document);

    /// <param name="sha256">Of the submission's bytes, lower-case hexadecimal.</param>
    public static string Write(SubmissionDocument document, string sha256) => JsonText.Write(json => new ParseJson(json, document).WriteDocument(sha256));

    private void WriteDocument(string sha256)
    {
        _json.WriteStartObject();
        _json.WriteString("schema", "grader/parse/v1");
        _json.WriteStartObject("submission");
        JsonText.Write(_json, "name", _document.Name);
        _json.WriteString("sha256", sha256);
        _json.WriteEndObject();
        _json.WriteString("grader", ProgramVersion.Text);
        _json.WriteBoolean("looksConverted", _document.LooksConverted);
        JsonText.Write(_json, "remarks", _document.Remarks, remark =>
        {
            JsonText.Write(_json, "say", remark.Say);
            WritePlace(remark.Place);
        });
        JsonText.Write(_json, "repairs", _document.Repairs, WriteRepair);
        JsonText.Write(_json, "sections", _document.Sections, section =>
        {
            WriteText("question", section.Question);
            WriteText("part", section.Part);
            JsonText.Write(_json, "heading", section.Heading);
            _json.WriteBoolean("isAside", section.IsAside);
            WritePlace(section.Place);
            JsonText.Write(_json, "statements", section.Statements, WriteStatement);
        });
        WriteSummary();
        _json.WriteEndObject();
    }

    private void WriteSummary()
    {
        var statements = _document.Sections.Items.SelectMany(section => section.Statements.Items).ToList();
        _json.WriteStartObject("summary");
        _json.WriteNumber("statements", statements.Count);
        JsonText.Write(_json, "images", statements.OfType<ImageStatement>(), image =>
        {
            JsonText.Write(_json, "text", image.Text);
            WritePlace(image.Place);
        });
        JsonText.Write(_json, "unread", statements.OfType<FormulaStatement>().Where(formula => formula.Error is not null), formula =>
        {
            JsonText.Write(_json, "text", formula.Text);
            WritePlace(formula.Place);
            WriteError(formula.Error!);
        });
        _json.WriteEndObject();
    }

    private void WriteStatement(Statement statement)
    {
        _json.WriteString("kind", StatementText.KindOf(statement));
        JsonText.Write(_json, "text", statement.Text);
        WritePlace(statement.Place);
        JsonText.Write(_json, "context", statement.Context);
        if (statement.Check is not null)
            WriteText("check", statement.Check);
        JsonText.Write(_json, "repairs", RepairsIn(statement.Place), WriteRepair);
        switch (statement)
        {
            case FormulaStatement formula:
                WriteFormula(formula);
                break;
            case TableStatement table:
                WriteTable(table);
                break;
            case SentenceStatement sentence:
                WriteSentence(sentence);
                break;
        }
    }

    private void WriteFormula(FormulaStatement formula)
    {
        JsonText.Write(_json, "label", formula.Label);
        JsonText.Write(_json, "members", formula.Members, member =>
        {
            WriteText("operator", member.Operator is { } relation ? StatementText.Sign(relation).TrimEnd() : null);
            JsonText.Write(_json, "text", member.Text);
            WritePlace(member.Place);
            WriteValue(member.Expression);
        });
        if (formula.Error is { } error)
            WriteError(error);
    }

    private void WriteTable(TableStatement table)
    {
        _json.WriteBoolean("hasHeader", table.HasHeader);
        _json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            _json.WriteStartArray();
            foreach (var cell in row)
            {
                _json.WriteStartObject();
                JsonText.Write(_json, "text", cell.Text);
                WritePlace(cell.Place);
                WriteValue(cell.Expression);
                _json.WriteEndObject();
            }
            _json.WriteEndArray();
        }
        _json.WriteEndArray();
    }

    private void WriteSentence(SentenceStatement sentence)
    {
        JsonText.Write(_json, "numbers", sentence.Numbers, number =>
        {
            JsonText.Write(_json, "label", number.Label);
            JsonText.Write(_json, "text", number.Text);
            WritePlace(number.Place);
            WriteValue(number.Expression);
            _json.WriteBoolean("approximate", number.Approximate);
        });
        JsonText.Write(_json, "claims", sentence.Changes, change =>
        {
            JsonText.Write(_json, "subject", change.Subject);
            _json.WriteString("direction", change.Direction.ToString().ToLowerInvariant());
            _json.WriteBoolean("negated", change.Negated);
            JsonText.Write(_json, "text", change.Text);
            WritePlace(change.Place);
        });
    }

    /// <summary>The expression in ASCII, and its value where it is a number: exact, <c>90.22</c> or <c>1/3</c>.</summary>
    private void WriteValue(Expression? expression)
    {
        WriteText("expression", expression?.ToString());
        var (amount, unit) = expression is Measured measured ? (measured.Amount, measured.Unit) : (expression, null);
        WriteText("value", amount is null or Symbol or Matrix or Listing or Relation ? null : Evaluator.Evaluate(amount).Value is Exact exact ? exact.Number.ToString() : null);
        WriteText("unit", unit);
    }

    /// <summary>What was mended from the start of a place to its end.</summary>
    private IEnumerable<Repair> RepairsIn(Place place)
    {
        var repairs = _document.Repairs;
        var (low, high) = (0, repairs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = repairs[middle].Place.Start < place.Start ? (middle + 1, high) : (low, middle);
        }
        for (var i = low; i < repairs.Count && repairs[i].Place.Start < place.End; i++)
            yield return repairs[i];
    }

    private void WriteRepair(Repair repair)
    {
        JsonText.Write(_json, "say", repair.Say);
        WritePlace(repair.Place);
    }

    private void WriteError(FormulaError error)
    {
        _json.WriteStartObject("error");
        _json.WriteNumber("position", error.Position);
        JsonText.Write(_json, "found", error.Found);
        JsonText.Write(_json, "expected", error.Expected);
        _json.WriteEndObject();
    }

    private void WritePlace(Place place)
    {
        _json.WriteStartObject("place");
        if (place.Frame is { } frame)
        {
            if (frame.File.Length > 0)
                JsonText.Write(_json, "file", frame.File);
            foreach (var (name, number) in new[] { ("cell", frame.Cell), ("output", frame.Output), ("page", frame.Page) })
            {
                if (number > 0)
                    _json.WriteNumber(name, number);
            }
        }
        _json.WriteNumber("line", place.Line);
        _json.WriteNumber("column", place.Column);
        _json.WriteNumber("endLine", place.EndLine);
        _json.WriteNumber("endColumn", place.EndColumn);
        _json.WriteEndObject();
    }

    private void WriteText(string name, string? text)
    {
        if (text is null)
            _json.WriteNull(name);
        else
            JsonText.Write(_json, name, text);
    }
}
