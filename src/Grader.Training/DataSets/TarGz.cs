using System.Formats.Tar;
using System.IO.Compression;

namespace Grader.Training.DataSets;

/// <summary>Files of a <c>.tar.gz</c>, read without unpacking it.</summary>
internal static class TarGz
{
    /// <param name="names">Names without folders.</param>
    /// <exception cref="DataException">The archive is broken, or a file is missing.</exception>
    public static Dictionary<string, byte[]> Read(string path, IReadOnlyCollection<string> names)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        try
        {
            using var packed = File.OpenRead(path);
            using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
            using var tar = new TarReader(unpacked);
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.DataStream is not { } content || !names.Contains(Path.GetFileName(entry.Name)))
                    continue;
                using var bytes = new MemoryStream();
                content.CopyTo(bytes);
                files[Path.GetFileName(entry.Name)] = bytes.ToArray();
            }
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or IOException or FormatException or ArgumentException)
        {
            throw new DataException($"{path}: the archive is broken ({error.Message.TrimEnd('.')}). Get it again.");
        }

        return names.FirstOrDefault(name => !files.ContainsKey(name)) is { } missing
            ? throw new DataException($"{path}: the archive has no {missing}. Get the published one.")
            : files;
    }
}
