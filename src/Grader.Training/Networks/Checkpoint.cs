using System.Security.Cryptography;

namespace Grader.Training.Networks;

/// <param name="BestEpoch">By test accuracy; 0 where there is none.</param>
internal sealed record SavedRun(IReadOnlyList<EpochFigures> Curve, int BestEpoch);

/// <summary>A run after an epoch, or runs that are trained at once, from which it goes on as if it had never stopped.</summary>
/// <param name="Tensors">Bytes of 32-bit numbers: what was learned, what the optimiser remembers, and what was learned at the best epoch.</param>
internal sealed record Checkpoint(IReadOnlyList<SavedRun> Runs, long Steps, IReadOnlyList<byte[]> Tensors)
{
    private const int OneRun = 1;
    private const int ManyRuns = 2;

    /// <summary>Beside its place, then renamed: a kill at any moment leaves the old one or the new one.</summary>
    /// <exception cref="IOException">It cannot be written; the old one is still there.</exception>
    public void Write(string path)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Runs.Count == 1 ? OneRun : ManyRuns);
            if (Runs.Count != 1)
                writer.Write(Runs.Count);
            writer.Write(Runs[0].BestEpoch);
            writer.Write(Steps);
            WriteCurve(writer, Runs[0].Curve);
            foreach (var run in Runs.Skip(1))
            {
                writer.Write(run.BestEpoch);
                WriteCurve(writer, run.Curve);
            }

            writer.Write(Tensors.Count);
            foreach (var bytes in Tensors)
            {
                writer.Write(bytes.Length);
                writer.Write(bytes);
            }
        }

        var body = content.ToArray();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var file = File.Create(temporary))
            {
                file.Write(SHA256.HashData(body));
                file.Write(body);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
            throw new IOException($"{path}: what was trained so far cannot be kept there ({error.Message.TrimEnd('.')}). Make room, or name another place with --cache.", error);
        }
    }

    /// <returns>Null where there is none, or where it is broken: the run then begins anew.</returns>
    public static Checkpoint? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        var file = File.ReadAllBytes(path);
        if (file.Length < SHA256.HashSizeInBytes || !SHA256.HashData(file.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(file.AsSpan(0, SHA256.HashSizeInBytes)))
            return null;
        using var reader = new BinaryReader(new MemoryStream(file, SHA256.HashSizeInBytes, file.Length - SHA256.HashSizeInBytes));
        var version = reader.ReadInt32();
        if (version is not (OneRun or ManyRuns))
            return null;
        var count = version == OneRun ? 1 : reader.ReadInt32();
        var (best, steps) = (reader.ReadInt32(), reader.ReadInt64());
        var runs = new List<SavedRun> { new(ReadCurve(reader), best) };
        while (runs.Count < count)
        {
            best = reader.ReadInt32();
            runs.Add(new(ReadCurve(reader), best));
        }

        var tensors = new List<byte[]>();
        for (var left = reader.ReadInt32(); left > 0; left--)
            tensors.Add(reader.ReadBytes(reader.ReadInt32()));
        return new(runs, steps, tensors);
    }

    private static void WriteCurve(BinaryWriter writer, IReadOnlyList<EpochFigures> curve)
    {
        writer.Write(curve.Count);
        foreach (var (_, training, test, seconds) in curve)
        {
            foreach (var number in new[] { training.Loss, training.Accuracy, test.Loss, test.Accuracy, seconds })
                writer.Write(number);
        }
    }

    private static List<EpochFigures> ReadCurve(BinaryReader reader)
    {
        var curve = new List<EpochFigures>();
        var epochs = reader.ReadInt32();
        for (var epoch = 1; epoch <= epochs; epoch++)
            curve.Add(new(epoch, new(reader.ReadDouble(), reader.ReadDouble()), new(reader.ReadDouble(), reader.ReadDouble()), reader.ReadDouble()));
        return curve;
    }
}
