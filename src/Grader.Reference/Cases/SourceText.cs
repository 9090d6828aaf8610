using System.Collections.Immutable;
using System.Text;

namespace Grader.Reference.Cases;

/// <summary>The text of a case file, in which offsets are places.</summary>
internal sealed class SourceText
{
    private readonly ImmutableArray<int> _lineStarts;

    private SourceText(string file, string text)
    {
        File = file;
        Text = text;
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\n' || (text[index] == '\r' && (index + 1 == text.Length || text[index + 1] != '\n')))
                starts.Add(index + 1);
        }

        _lineStarts = starts.ToImmutable();
    }

    public string File { get; }

    public string Text { get; }

    /// <summary>Decodes UTF-8, with or without its mark.</summary>
    /// <returns>The text, or null with a problem at the line of the first byte that is not UTF-8.</returns>
    /// <param name="most">More bytes than these are a problem.</param>
    public static SourceText? Decode(string file, ReadOnlySpan<byte> bytes, ProblemList problems, int most = CaseLimits.FileBytes)
    {
        if (bytes.Length > most)
        {
            problems.Add(file, $"{bytes.Length} bytes, and a case file has at most {most}.", "Split it, or move its tables to CSV files.");
            return null;
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return new(file, Encoding.UTF8.GetString(bytes));
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var used) == System.Buffers.OperationStatus.Done)
            offset += used;
        var before = new SourceText(file, Encoding.UTF8.GetString(bytes[..offset]));
        problems.Add(before.PlaceAt(before.Text.Length), $"The byte 0x{bytes[offset]:X2} is not UTF-8.", "Save the file as UTF-8.");
        return null;
    }

    public int OffsetOf(CasePlace place) => _lineStarts[place.Line - 1] + place.Column - 1;

    public CasePlace PlaceAt(int offset)
    {
        var found = _lineStarts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new(File, line + 1, offset - _lineStarts[line] + 1);
    }
}

/// <summary>A place in a case file; lines and columns are 1-based, columns in UTF-16 units.</summary>
internal readonly record struct CasePlace(string File, int Line, int Column);

/// <summary>What a case file may at most be, so that a wrong file costs a message and not the memory.</summary>
internal static class CaseLimits
{
    public const int FileBytes = 4 << 20;
    public const int Depth = 64;
    public const int SyntaxProblems = 20;
    public const int Cells = 1_000_000;
}
