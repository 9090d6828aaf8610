using System.Text.Json;
using Grader.Reference;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace Grader.Training.SecondOpinion;

/// <summary>The inputs of an engine as a case file has them, in double precision. A lint has passed over them; what is no number here is a number's formula.</summary>
/// <param name="tables">Where CSV tables are.</param>
/// <param name="symbols">Numbers in the place of what stays a symbol.</param>
internal sealed class Given(JsonElement inputs, ICaseSource tables, SymbolNumbers symbols)
{
    public bool Has(string key) => inputs.TryGetProperty(key, out _);

    /// <summary>Whether numbers stand in one list: a sequence, and no table of one column.</summary>
    public bool IsList(string key) => inputs.GetProperty(key) is { ValueKind: JsonValueKind.Array } list && list[0].ValueKind != JsonValueKind.Array;

    /// <summary>Whether a number is said for each axis by itself.</summary>
    public bool IsPerAxis(string key) => inputs.TryGetProperty(key, out var node) && node.ValueKind == JsonValueKind.Array;

    /// <summary>As deep as the lists are: <c>[2, 3]</c> for two rows of three.</summary>
    public Tensor Table(string key) => Read(inputs.GetProperty(key));

    /// <summary>Two axes; a list is a column.</summary>
    public Tensor Rows(string key) => Table(key) is { } table && table.dim() == 1 ? table.unsqueeze(1) : Table(key);

    public Tensor Vector(string key) => Table(key).reshape(-1);

    public double Number(string key, double otherwise = 0) => inputs.TryGetProperty(key, out var node) ? Scalar(node) : otherwise;

    public int Whole(string key, int otherwise = 0) => (int)Number(key, otherwise);

    public bool Truth(string key, bool otherwise = false) => inputs.TryGetProperty(key, out var node) ? node.GetBoolean() : otherwise;

    public string Text(string key, string otherwise = "") => inputs.TryGetProperty(key, out var node) && node.ValueKind == JsonValueKind.String ? node.GetString()! : otherwise;

    public Given Object(string key) => new(inputs.GetProperty(key), tables, symbols);

    public IEnumerable<Given> Items(string key) => inputs.GetProperty(key).EnumerateArray().Select(item => new Given(item, tables, symbols));

    /// <summary>Numbers along the axes of a tensor: one for all, or a list of one each.</summary>
    public long[] PerAxis(string key, int axes, long otherwise) => !inputs.TryGetProperty(key, out var node) || node.ValueKind == JsonValueKind.String
        ? [.. Enumerable.Repeat(otherwise, axes)]
        : node.ValueKind == JsonValueKind.Array ? [.. node.EnumerateArray().Select(item => (long)Scalar(item))] : [.. Enumerable.Repeat((long)Scalar(node), axes)];

    /// <summary>A number, a list of them, lists of lists, or a table of a CSV file.</summary>
    public Tensor Read(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => torch.stack(node.EnumerateArray().Select(Read)),
        JsonValueKind.Object => ReadCsv(node),
        _ => torch.tensor(Scalar(node), torch.float64),
    };

    private double Scalar(JsonElement node) => node.ValueKind == JsonValueKind.Number ? node.GetDouble() : FormulaText.Evaluate(node.GetString()!, symbols.Of).ToDouble();

    private Tensor ReadCsv(JsonElement table)
    {
        var (header, rowNames) = (!table.TryGetProperty("header", out var first) || first.GetBoolean(), !table.TryGetProperty("rowNames", out var names) || names.GetBoolean());
        var bytes = tables.Read(table.GetProperty("csv").GetString()!)!.Value;
        var text = System.Text.Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF');
        var rows = text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Where(line => line.Trim().Length > 0).Skip(header ? 1 : 0)
            .Select(line => line.Split(',').Skip(rowNames ? 1 : 0).Select(cell => FormulaText.Evaluate(cell.Trim().Trim('"'), symbols.Of).ToDouble()).ToArray()).ToList();
        return torch.tensor([.. rows.SelectMany(row => row)], rows.Count, rows[0].Length, torch.float64);
    }
}
