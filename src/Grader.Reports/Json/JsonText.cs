using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>How all JSON of the program is written: indented, line feeds, no lone surrogate. Equal content gives equal bytes.</summary>
public static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly JsonWriterOptions OfALine = new() { Encoder = Options.Encoder };

    /// <summary>The same in one line, as UTF-8, without a line end.</summary>
    public static byte[] Line(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, OfALine))
            content(json);
        return buffer.WrittenSpan.IndexOf("##["u8) < 0 ? buffer.WrittenSpan.ToArray() : Encoding.UTF8.GetBytes(Unheard(Encoding.UTF8.GetString(buffer.WrittenSpan)));
    }

    public static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
            content(json);
        return Unheard(Encoding.UTF8.GetString(buffer.WrittenSpan)) + "\n";
    }

    /// <summary>In a log the runner of GitHub obeys ##[command] anywhere in a line; escaped, the text is the same.</summary>
    private static string Unheard(string json) => json.Replace("##[", "\\u0023#[", StringComparison.Ordinal);

    public static void Write(Utf8JsonWriter json, string name, string text) => json.WriteString(name, WellFormed(text));

    /// <summary>An array of objects.</summary>
    public static void Write<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, string name, Sequence<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(WellFormed(item));
        json.WriteEndArray();
    }

    /// <summary>A lone surrogate is no character; JSON readers reject it.</summary>
    private static string WellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune);
        return clean.ToString();
    }
}
