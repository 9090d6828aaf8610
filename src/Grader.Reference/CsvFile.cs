using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference;

/// <summary>Reads a CSV file that is none of a case's by the rules of those that are.</summary>
public static class CsvFile
{
    private const string Separators = ",;\t";

    /// <param name="file">Its name, for problems.</param>
    /// <param name="bytes">UTF-8. The first line says what separates fields: commas, semicolons or tabs.</param>
    /// <param name="most">More bytes than these are a problem.</param>
    public static CsvReading Read(string file, ReadOnlySpan<byte> bytes, int most = CaseLimits.FileBytes)
    {
        var problems = new ProblemList();
        if (SourceText.Decode(file, bytes, problems, most) is not { } text)
            return new([], problems.InOrder([file]));
        var lines = CsvLines.Read(text, problems, SeparatorOf(text.Text)).Select(line => new CsvLine(line.Place.Line, [.. line.Fields])).ToSequence();
        return new(lines, problems.InOrder([file]));
    }

    /// <summary>What separates most: a name may have a comma in it, quoted or, where semicolons separate, bare.</summary>
    private static char SeparatorOf(string text)
    {
        var found = new int[Separators.Length];
        var isQuoted = false;
        foreach (var c in text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length))
        {
            isQuoted ^= c == '"';
            if (!isQuoted && Separators.IndexOf(c) is >= 0 and var separator)
                found[separator]++;
        }
        return Separators[Array.IndexOf(found, found.Max())];
    }
}

/// <param name="Lines">Those that have as many fields as the first.</param>
public sealed record CsvReading(Sequence<CsvLine> Lines, Sequence<CaseProblem> Problems);

/// <param name="Line">1-based.</param>
public sealed record CsvLine(int Line, Sequence<string> Fields);
