using System.Collections.Immutable;
using CsvHelper;

namespace Grader.Reference.Cases;

/// <summary>The lines of a CSV file that are not empty, each with its place and its fields.</summary>
internal static class CsvLines
{
    /// <returns>Lines that have another number of fields than the first are left out, with a problem; so is what follows a quote that nobody closes.</returns>
    public static IReadOnlyList<(CasePlace Place, ImmutableArray<string> Fields)> Read(SourceText text, ProblemList problems, char separator = ',')
    {
        using var csv = CsvReader.FromText(text.Text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            SkipEmptyLines = true,
            PoolStrings = false,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        var lines = new List<(CasePlace Place, ImmutableArray<string> Fields)>();
        var width = -1;
        try
        {
            while (csv.Read())
            {
                var place = new CasePlace(text.File, (int)csv.LineNumber, 1);
                width = width < 0 ? csv.FieldCount : width;
                if (csv.FieldCount == width)
                    lines.Add((place, [.. Enumerable.Range(0, width).Select(csv.GetString)]));
                else
                    problems.Add(place, $"This line has {csv.FieldCount} fields, and the first has {width}.", "Fields are separated by commas; all lines have as many. A field that holds a comma stands in double quotes.");
            }
        }
        catch (CsvFormatException malformed)
        {
            problems.Add(new CasePlace(text.File, (int)Math.Max(1, malformed.LineNumber), 1), "This line is no CSV: a quote is not closed, or stands inside a field.", "A field that holds a comma or a quote stands in double quotes, with its own quotes doubled.");
        }

        return lines;
    }
}
