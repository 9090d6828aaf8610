using System.Globalization;

namespace Grader.Training.DataSets;

/// <summary>A line an image: its numbers, channel by channel and row by row, and its class last, counted from 0.</summary>
internal static class CsvImages
{
    /// <param name="width">Numbers of an image.</param>
    public static ImageSet Read(string name, TextReader text, long width)
    {
        var (numbers, labels) = (new List<float>(), new List<long>());
        for (var line = 1; text.ReadLine() is { } row; line++)
        {
            if (row.Length == 0)
                continue;
            var fields = row.Split(',');
            // A first line that names the columns has no number in it.
            if (line == 1 && !Array.Exists(fields, field => float.TryParse(field, CultureInfo.InvariantCulture, out _)))
                continue;
            if (fields.Length != width + 1)
                throw new DataException($"{name}:{line}: {fields.Length} fields, and an image takes {width} numbers and its class.");
            foreach (var field in fields.AsSpan()[..^1])
                numbers.Add(float.TryParse(field, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number) ? number : throw new DataException($"{name}:{line}: \"{field}\" is no number."));
            labels.Add(long.TryParse(fields[^1], CultureInfo.InvariantCulture, out var label) ? label : throw new DataException($"{name}:{line}: \"{fields[^1]}\" is no class. Write a whole number, counted from 0."));
        }

        return ImageSet.OfNumbers([.. numbers], [.. labels]);
    }
}
