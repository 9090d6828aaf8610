using System.Security.Cryptography;

namespace Grader.Training.Networks;

/// <summary>A run after an epoch, from which it goes on as if it had never stopped.</summary>
/// <param name="Tensors">Bytes of 32-bit numbers: what was learned, what the optimiser remembers, and what was learned at the best epoch.</param>
internal sealed record Checkpoint(IReadOnlyList<EpochFigures> Curve, int BestEpoch, long Steps, IReadOnlyList<byte[]> Tensors)
{
    private const int Version = 1;

    /// <summary>Beside its place, then renamed: a kill at any moment leaves the old one or the new one.</summary>
    public void Write(string path)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Version);
            writer.Write(BestEpoch);
            writer.Write(Steps);
            writer.Write(Curve.Count);
            foreach (var (_, training, test, seconds) in Curve)
            {
                foreach (var number in new[] { training.Loss, training.Accuracy, test.Loss, test.Accuracy, seconds })
                    writer.Write(number);
            }

            writer.Write(Tensors.Count);
            foreach (var bytes in Tensors)
            {
                writer.Write(bytes.Length);
                writer.Write(bytes);
            }
        }

        var body = content.ToArray();
        using (var file = File.Create(temporary))
        {
            file.Write(SHA256.HashData(body));
            file.Write(body);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
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
        if (reader.ReadInt32() != Version)
            return null;
        var (best, steps, epochs) = (reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt32());
        var curve = new List<EpochFigures>();
        for (var epoch = 1; epoch <= epochs; epoch++)
            curve.Add(new(epoch, new(reader.ReadDouble(), reader.ReadDouble()), new(reader.ReadDouble(), reader.ReadDouble()), reader.ReadDouble()));
        var tensors = new List<byte[]>();
        for (var count = reader.ReadInt32(); count > 0; count--)
            tensors.Add(reader.ReadBytes(reader.ReadInt32()));
        return new(curve, best, steps, tensors);
    }
}
