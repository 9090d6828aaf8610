using System.Globalization;
using System.Text;

namespace Grader.Fuzzing.Driving;

/// <summary>Bytes on one line: characters as they are where they can be seen, <c>\n</c>, <c>\\</c>, and <c>\xC3</c> for any other byte.</summary>
internal static class EscapedBytes
{
    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var line = new StringBuilder(bytes.Length);
        while (bytes.Length > 0)
        {
            var isCharacter = Rune.DecodeFromUtf8(bytes, out var rune, out var used) == System.Buffers.OperationStatus.Done;
            if (isCharacter && rune.Value is '\n' or '\\')
                line.Append(rune.Value == '\n' ? "\\n" : "\\\\");
            else if (isCharacter && (rune.Value is >= ' ' and < 127 || Rune.IsLetterOrDigit(rune) || Rune.IsSymbol(rune)))
                line.Append(rune.ToString());
            else
                line.AppendJoin("", bytes[..used].ToArray().Select(value => $"\\x{value:X2}"));
            bytes = bytes[used..];
        }
        return line.ToString();
    }

    public static byte[] Read(string line)
    {
        var bytes = new List<byte>(line.Length);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != '\\' || at + 1 == line.Length)
            {
                var length = char.IsHighSurrogate(line[at]) && at + 1 < line.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(line.Substring(at, length)));
                at += length - 1;
            }
            else if (line[++at] == 'x')
            {
                bytes.Add(byte.Parse(line.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 2;
            }
            else
            {
                bytes.Add((byte)(line[at] == 'n' ? '\n' : line[at]));
            }
        }
        return [.. bytes];
    }
}
