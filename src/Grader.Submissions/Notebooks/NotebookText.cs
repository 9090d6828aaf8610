using System.Text;
using System.Text.Json;

namespace Grader.Submissions;

/// <summary>Writes what a notebook shows as Markdown: Markdown cells as they are, outputs in fences, pictures as images.</summary>
internal static class NotebookText
{
    private const int LongestOutput = 200_000;

    /// <returns>What is wrong with it, or null.</returns>
    public static string? Write(JsonElement notebook, StringBuilder text, List<Frame> frames)
    {
        if (notebook.ValueKind != JsonValueKind.Object)
            return "this is no notebook: its JSON is no object";
        if (Cells(notebook) is not { } elements)
            return "this is no notebook: it has no list of cells";
        var number = 0;
        var lines = new LineCount();
        foreach (var cell in elements)
        {
            number++;
            if (cell.ValueKind != JsonValueKind.Object)
                continue;
            foreach (var (output, block) in Blocks(cell, number))
            {
                var start = text.Length;
                Append(text, block.Text);
                if (text.Length > start)
                    frames.Add(new Frame(lines.At(text, start) + block.LinesBefore) { Cell = number, Output = output });
            }
        }
        return null;
    }

    private static List<JsonElement>? Cells(JsonElement notebook)
    {
        if (notebook.TryGetProperty("cells", out var cells) && cells.ValueKind == JsonValueKind.Array)
            return [.. cells.EnumerateArray()];
        // Version 3 kept them in worksheets.
        if (!notebook.TryGetProperty("worksheets", out var sheets) || sheets.ValueKind != JsonValueKind.Array)
            return null;
        var all = new List<JsonElement>();
        foreach (var sheet in sheets.EnumerateArray())
        {
            if (sheet.ValueKind == JsonValueKind.Object && sheet.TryGetProperty("cells", out cells) && cells.ValueKind == JsonValueKind.Array)
                all.AddRange(cells.EnumerateArray());
        }
        return all;
    }

    /// <summary>What a cell shows, piece by piece; the number is that of the output, 0 for the cell's own text.</summary>
    private static IEnumerable<(int Output, Piece Piece)> Blocks(JsonElement cell, int number)
    {
        switch (Text(cell, "cell_type"))
        {
            case "markdown" or "raw":
                yield return (0, new(OpenFence.Closed(Text(cell, "source"))));
                break;
            case "heading":
                var level = cell.TryGetProperty("level", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var given) ? Math.Clamp(given, 1, 6) : 1;
                yield return (0, new($"{new string('#', level)} {Text(cell, "source").ReplaceLineEndings(" ")}"));
                break;
            case "code" when cell.TryGetProperty("outputs", out var outputs) && outputs.ValueKind == JsonValueKind.Array:
                var place = 0;
                foreach (var output in outputs.EnumerateArray())
                {
                    place++;
                    if (output.ValueKind == JsonValueKind.Object)
                        yield return (place, Output(output, number));
                }
                break;
            default:
                break;
        }
    }

    private static Piece Output(JsonElement output, int number)
    {
        var type = Text(output, "output_type");
        // Warnings and progress bars are no answers.
        if (type == "stream")
            return Text(output, "name") == "stderr" ? default : Fenced(Text(output, "text"));
        if (type is not ("execute_result" or "display_data" or "pyout"))
            return default;
        // Version 3 had the data beside the type.
        var data = output.TryGetProperty("data", out var bundle) && bundle.ValueKind == JsonValueKind.Object ? bundle : output;
        if (data.TryGetProperty("image/png", out _) || data.TryGetProperty("image/jpeg", out _) || data.TryGetProperty("image/svg+xml", out _) || data.TryGetProperty("png", out _))
            return new($"![output of cell {number}](output)");
        if (Text(data, "text/markdown") is { Length: > 0 } markdown)
            return new(OpenFence.Closed(markdown));
        if (Text(data, "text/latex") is { Length: > 0 } latex)
            return new(latex);
        if (Text(data, "text/html") is { } html && html.Contains("<table", StringComparison.OrdinalIgnoreCase))
            return new(html);
        return Fenced(Text(data, "text/plain") is { Length: > 0 } plain ? plain : Text(data, "text"));
    }

    private static void Append(StringBuilder text, string? block)
    {
        if (string.IsNullOrWhiteSpace(block))
            return;
        if (text.Length > 0)
            text.Append("\n\n");
        text.Append(block.TrimEnd());
    }

    private static Piece Fenced(string output)
    {
        output = WithoutEscapes(output.Length > LongestOutput ? output[^LongestOutput..] : output);
        var fence = "```";
        while (output.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        return string.IsNullOrWhiteSpace(output) ? default : new($"{fence}\n{output.TrimEnd()}\n{fence}") { LinesBefore = 1 };
    }

    /// <summary>A member that is a string, or a list of strings to be joined; empty for anything else.</summary>
    private static string Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
            return "";
        if (value.ValueKind == JsonValueKind.String)
            return String(value);
        if (value.ValueKind != JsonValueKind.Array)
            return "";
        var joined = new StringBuilder();
        foreach (var line in value.EnumerateArray())
        {
            if (line.ValueKind == JsonValueKind.String)
                joined.Append(String(line));
        }
        return joined.ToString();
    }

    private static string String(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape, has no UTF-8 and so no value.
            return "";
        }
    }

    /// <summary>Takes out what colours a terminal.</summary>
    private static string WithoutEscapes(string output)
    {
        if (!output.Contains('\u001B'))
            return output;
        var plain = new StringBuilder(output.Length);
        for (var i = 0; i < output.Length; i++)
        {
            if (output[i] != '\u001B')
            {
                plain.Append(output[i]);
                continue;
            }
            if (i + 1 < output.Length && output[i + 1] == '[')
            {
                i += 2;
                while (i < output.Length && output[i] is not (>= '@' and <= '~'))
                    i++;
            }
        }
        return plain.ToString();
    }

    /// <summary>A piece of Markdown.</summary>
    /// <param name="Text">Null where there is nothing to show.</param>
    private readonly record struct Piece(string? Text)
    {
        /// <summary>Lines of it that are not the notebook's own: the fence around an output.</summary>
        public int LinesBefore { get; init; }
    }

    /// <summary>Counts lines forward only.</summary>
    private sealed class LineCount
    {
        private int _offset;
        private int _line = 1;

        /// <summary>The line of the first character behind an offset, and behind the blank line that parts it from what stands before.</summary>
        public int At(StringBuilder text, int offset)
        {
            var counted = text.ToString(_offset, text.Length - _offset);
            var start = offset - _offset + (offset > 0 ? 2 : 0);
            for (var i = 0; i < start; i++)
                _line += counted[i] == '\n' || (counted[i] == '\r' && (i + 1 >= counted.Length || counted[i + 1] != '\n')) ? 1 : 0;
            _offset += start;
            return _line;
        }
    }
}
