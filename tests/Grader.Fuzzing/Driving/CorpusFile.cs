namespace Grader.Fuzzing.Driving;

/// <summary>Parents of inputs, one a line (see <see cref="EscapedBytes"/>): those checked in, and those of a folder of one's own.</summary>
internal static class CorpusFile
{
    public static List<byte[]> Read(string folder, string reader)
    {
        var path = PathOf(folder, reader);
        return File.Exists(path) ? [.. File.ReadLines(path).Where(line => line.Length > 0).Select(EscapedBytes.Read)] : [];
    }

    public static void Append(string folder, string reader, IReadOnlyCollection<byte[]> inputs)
    {
        if (inputs.Count == 0)
            return;
        Directory.CreateDirectory(folder);
        File.AppendAllLines(PathOf(folder, reader), inputs.Select(input => EscapedBytes.Write(input)));
    }

    private static string PathOf(string folder, string reader) => Path.Combine(folder, $"{reader}.txt");
}
