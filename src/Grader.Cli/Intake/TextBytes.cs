using System.Text;

namespace Grader.Cli.Intake;

/// <summary>Bytes as text: UTF-8, or UTF-16 with its mark; anything else is told with its place.</summary>
internal static class TextBytes
{
    /// <exception cref="GraderException">They are no text.</exception>
    public static string Decode(byte[] bytes, string shown)
    {
        if (bytes.Length > BoundedBytes.MostText)
            throw BoundedBytes.TooLarge(shown, BoundedBytes.MostText);
        return DecodeOfAnySize(bytes, shown);
    }

    /// <inheritdoc cref="Decode"/>
    public static string DecodeOfAnySize(byte[] bytes, string shown)
    {
        try
        {
            if (bytes.AsSpan().StartsWith(Encoding.Unicode.Preamble))
                return new UnicodeEncoding(false, true, true).GetString(bytes, 2, bytes.Length - 2);
            var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
            var text = new UTF8Encoding(false, true).GetString(bytes, start, bytes.Length - start);
            var zero = text.IndexOf('\0');
            return zero < 0 ? text
                : throw new GraderException(ExitCode.UnreadableSubmission, $"{shown}:{LineOf(bytes, Encoding.UTF8.GetByteCount(text.AsSpan(0, zero)))}: a zero byte stands here, so this is no text. Save the file as UTF-8 text.");
        }
        catch (DecoderFallbackException error)
        {
            var offset = Math.Max(0, error.Index);
            var byteShown = error.BytesUnknown is [var first, ..] ? $" (byte 0x{first:X2})" : "";
            throw new GraderException(ExitCode.UnreadableSubmission, $"{shown}:{LineOf(bytes, offset)}: not valid UTF-8{byteShown}. Save the file as UTF-8; most editors offer it under “Save with encoding”.");
        }
    }

    private static int LineOf(byte[] bytes, int offset) => 1 + bytes.AsSpan(0, Math.Min(offset, bytes.Length)).Count((byte)'\n');
}
