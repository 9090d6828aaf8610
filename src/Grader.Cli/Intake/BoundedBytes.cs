namespace Grader.Cli.Intake;

/// <summary>Reads a stream whole, up to a bound: a file that is larger is told, and never fills the memory.</summary>
internal static class BoundedBytes
{
    /// <summary>Of a text: no written submission is longer.</summary>
    public const int MostText = 8 * 1024 * 1024;

    /// <summary>Of what holds more than text: a notebook with its pictures, a PDF, an archive.</summary>
    public const int MostOfAnyFile = 64 * 1024 * 1024;

    /// <exception cref="GraderException">There is more.</exception>
    public static byte[] Read(Stream stream, string shown, int most)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > most)
                throw TooLarge(shown, most);
        }
        return buffer.ToArray();
    }

    public static GraderException TooLarge(string shown, int most) =>
        new(ExitCode.UnreadableSubmission, $"{shown}: larger than {most / 1024 / 1024} MiB, so hardly a written submission. Take out embedded images and data, or link them.");
}
