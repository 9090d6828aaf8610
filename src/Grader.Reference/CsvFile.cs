using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference;

/// <summary>Reads a CSV file that is none of a case's by the rules of those that are.</summary>
public static class CsvFile
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <param name="file">Its name, for problems.</param>
    /// <param name="bytes">UTF-8. The first line says what separates fields: commas, semicolons or tabs.</param>
    public static CsvReading Read(string file, ReadOnlySpan<byte> bytes)
    {
        var problems = new ProblemList();
        if (SourceText.Decode(file, bytes, problems) is not { } text)
            return new([], problems.InOrder([file]));
        var lines = CsvLines.Read(text, problems, SeparatorOf(text.Text)).Select(line => new CsvLine(line.Place.Line, [.. line.Fields])).ToSequence();
        return new(lines, problems.InOrder([file]));
    }

    private static char SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        foreach (var separator in Separators)
        {
            if (first.Contains(separator))
                return separator;
        }
        return ',';
    }
}

/// <param name="Lines">Those that have as many fields as the first.</param>
public sealed record CsvReading(Sequence<CsvLine> Lines, Sequence<CaseProblem> Problems);

/// <param name="Line">1-based.</param>
public sealed record CsvLine(int Line, Sequence<string> Fields);
