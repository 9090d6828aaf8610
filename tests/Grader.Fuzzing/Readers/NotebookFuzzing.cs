using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Grader.Fuzzing.Driving;
using Grader.Submissions;

namespace Grader.Fuzzing.Readers;

/// <summary>Jupyter notebooks of any version.</summary>
internal sealed class NotebookFuzzing : IFuzzedReader
{
    public string Name => "notebook";

    public long MostBytes => 200_000_000;

    public IReadOnlyList<string> Pieces { get; } =
    [
        .. SubmissionPieces.All.Select(piece => JsonSerializer.Serialize(piece)[1..^1]),
        "{\"cells\":[", "{\"cell_type\":\"markdown\",\"source\":[\"", "\"]},", "{\"cell_type\":\"code\",\"outputs\":[", "{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":\"", "\"},", "{\"output_type\":\"execute_result\",\"data\":{\"text/plain\":\"", "\"text/html\":\"<table>\"", "\"text/latex\":\"$x$\"", "\"image/png\":\"\"",
        "\"text/markdown\":", "\"raw\"", "\"heading\",\"level\":2", "\"worksheets\":[{\"cells\":[", "\"pyout\"", "]", "}", "{", "[", ",", ":", "\"", "null", "true", "\\u001b[31m", "\\ud835", "\\n", "\\n\\n", "\\r\\n", "\\r", "```", "~~~\\n", "\"source\":", "\"text\":", "\"outputs\":", "// x\n", "/*", "\"stderr\"", "\\u2028",
    ];

    public void Read(byte[] input, Traits traits, bool thorough)
    {
        var json = Encoding.UTF8.GetString(input);
        var reading = NotebookReader.Read("x.ipynb", json);
        Promise.Hold((reading.Document is null) == (reading.Problem is not null), "a notebook is read or refused");
        if (reading.Document is not { } document)
        {
            traits.Message("problem", reading.Problem!);
            return;
        }
        DocumentPromises.Hold(document, traits);
        foreach (var frame in document.Frames)
            traits.Add("frame", frame.Output > 0 ? "output" : "cell", Math.Min(frame.Output, 3).ToString());
        if (thorough)
        {
            Promise.Hold(NotebookReader.Read("x.ipynb", json) == reading, "the same notebook is read the same twice");
            HoldCells(json, document);
        }
    }

    /// <summary>The text is that of the cells: each cell in words stands there, in order, at the line that its frame says.</summary>
    private static void HoldCells(string json, SubmissionDocument document)
    {
        if (Cells(json) is not { } cells)
            return;
        var lines = document.Text.Split(["\r\n", "\r", "\n"], StringSplitOptions.None);
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is not { } source)
                continue;
            var frame = document.Frames.Items.FirstOrDefault(frame => frame.Cell == i + 1 && frame.Output == 0);
            Promise.Hold((frame is not null) == !string.IsNullOrWhiteSpace(source), "a cell with words has a frame, and no other has", () => $"cell {i + 1}");
            if (frame is null)
                continue;
            var written = source.TrimEnd().Split(["\r\n", "\r", "\n"], StringSplitOptions.None);
            Promise.Hold(lines.Skip(frame.Line - 1).Take(written.Length).SequenceEqual(written), "a cell's text stands where its frame says", () => $"cell {i + 1} from line {frame.Line}");
        }
    }

    /// <summary>The sources of cells in Markdown, null for other cells; null where this simpler reader cannot tell.</summary>
    private static List<string?>? Cells(string json)
    {
        try
        {
            if (JsonNode.Parse(json)?["cells"] is not JsonArray cells)
                return null;
            return [.. cells.Select(cell => cell is JsonObject && cell["cell_type"]?.GetValue<string>() is "markdown" or "raw" ? Source(cell!["source"]) : null)];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static string Source(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(line => line!.GetValue<string>())),
        JsonValue value => value.GetValue<string>(),
        _ => "",
    };
}
