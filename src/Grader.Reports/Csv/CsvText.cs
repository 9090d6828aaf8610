using System.Buffers;
using System.Globalization;
using CsvHelper;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>Text on its way into a spreadsheet: one line, and no formula. Numbers are never touched.</summary>
public static class CsvText
{
    /// <summary>What a spreadsheet takes for the beginning of a formula; full-width signs are ones in some languages.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("=+-@＝＋－＠");

    /// <summary>A text cell. A leading <c>'</c> makes text of what would be a formula.</summary>
    public static string Cell(string text)
    {
        var clean = CheckLines.Shorten(TerminalText.Clean(text));
        return clean.Length > 0 && Signs.Contains(clean[0]) && !IsNumber(clean) ? "'" + clean : clean;
    }

    /// <summary>Lines of cells that are safe already, each ended by CR LF as RFC 4180 has it.</summary>
    public static string Lines(IEnumerable<IReadOnlyList<string>> lines)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(text, lines);
        return text.ToString();
    }

    /// <summary>As <see cref="Lines"/>, one line in memory at a time.</summary>
    public static void Write(TextWriter text, IEnumerable<IReadOnlyList<string>> lines)
    {
        using var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\r\n" }, true);
        foreach (var line in lines)
        {
            foreach (var cell in line)
                csv.WriteField(cell);
            csv.EndRecord();
        }
    }

    public static string Points(Rational points) => PointsFormat.Text(points);

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
