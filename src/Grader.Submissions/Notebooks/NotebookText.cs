using System.Text;
using System.Text.Json;

namespace Grader.Submissions;

/// <summary>Writes what a notebook shows as Markdown: Markdown cells as they are, outputs in fences, pictures as images.</summary>
internal static class NotebookText
{
    private const int LongestOutput = 200_000;

    /// <returns>What is wrong with it, or null.</returns>
    public static string? Write(JsonElement notebook, StringBuilder text, List<NotebookCell> cells)
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
            var start = text.Length;
            WriteCell(cell, text, number);
            if (text.Length == start)
                continue;
            cells.Add(new NotebookCell(number, lines.At(text, start)));
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

    private static void WriteCell(JsonElement cell, StringBuilder text, int number)
    {
        switch (Text(cell, "cell_type"))
        {
            case "markdown" or "raw":
                Append(text, Text(cell, "source"));
                break;
            case "heading":
                var level = cell.TryGetProperty("level", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var given) ? Math.Clamp(given, 1, 6) : 1;
                Append(text, $"{new string('#', level)} {Text(cell, "source").ReplaceLineEndings(" ")}");
                break;
            case "code" when cell.TryGetProperty("outputs", out var outputs) && outputs.ValueKind == JsonValueKind.Array:
                foreach (var output in outputs.EnumerateArray())
                {
                    if (output.ValueKind == JsonValueKind.Object)
                        WriteOutput(output, text, number);
                }
                break;
            default:
                break;
        }
    }

    private static void WriteOutput(JsonElement output, StringBuilder text, int number)
    {
        var type = Text(output, "output_type");
        if (type == "stream")
        {
            // Warnings and progress bars are no answers.
            if (Text(output, "name") != "stderr")
                AppendFence(text, Text(output, "text"));
            return;
        }
        if (type is not ("execute_result" or "display_data" or "pyout"))
            return;
        // Version 3 had the data beside the type.
        var data = output.TryGetProperty("data", out var bundle) && bundle.ValueKind == JsonValueKind.Object ? bundle : output;
        if (data.TryGetProperty("image/png", out _) || data.TryGetProperty("image/jpeg", out _) || data.TryGetProperty("image/svg+xml", out _) || data.TryGetProperty("png", out _))
            Append(text, $"![output of cell {number}](output)");
        else if (Text(data, "text/markdown") is { Length: > 0 } markdown)
            Append(text, markdown);
        else if (Text(data, "text/latex") is { Length: > 0 } latex)
            Append(text, latex);
        else if (Text(data, "text/html") is { } html && html.Contains("<table", StringComparison.OrdinalIgnoreCase))
            Append(text, html);
        else if (Text(data, "text/plain") is { Length: > 0 } plain)
            AppendFence(text, plain);
        else
            AppendFence(text, Text(data, "text"));
    }

    private static void Append(StringBuilder text, string block)
    {
        if (string.IsNullOrWhiteSpace(block))
            return;
        if (text.Length > 0)
            text.Append("\n\n");
        text.Append(block.TrimEnd());
    }

    private static void AppendFence(StringBuilder text, string output)
    {
        output = WithoutEscapes(output.Length > LongestOutput ? output[^LongestOutput..] : output);
        var fence = "```";
        while (output.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        if (!string.IsNullOrWhiteSpace(output))
            Append(text, $"{fence}\n{output.TrimEnd()}\n{fence}");
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

    /// <summary>Counts lines forward only.</summary>
    private sealed class LineCount
    {
        private int _offset;
        private int _line = 1;

        /// <summary>The line of the first character at or behind an offset that is no line's end.</summary>
        public int At(StringBuilder text, int offset)
        {
            var counted = text.ToString(_offset, text.Length - _offset);
            var start = offset - _offset;
            while (start < counted.Length && counted[start] is '\n' or '\r')
                start++;
            for (var i = 0; i < start; i++)
                _line += counted[i] == '\n' || (counted[i] == '\r' && (i + 1 >= counted.Length || counted[i + 1] != '\n')) ? 1 : 0;
            _offset += start;
            return _line;
        }
    }
}
