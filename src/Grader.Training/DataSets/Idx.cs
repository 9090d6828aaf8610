using System.Buffers.Binary;
using System.IO.Compression;
using Grader.Reference.Training;

namespace Grader.Training.DataSets;

/// <summary>MNIST and Fashion-MNIST: four files in the format IDX, as published (gzip) or unpacked.</summary>
internal static class Idx
{
    private const int ByteImages = 0x0803;
    private const int ByteLabels = 0x0801;

    private static readonly PublishedFile[] Mnist =
    [
        new("train-images-idx3-ubyte.gz", "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
        new("train-labels-idx1-ubyte.gz", "d53e105ee54ea40749a09fcbcd1e9432"),
        new("t10k-images-idx3-ubyte.gz", "9fb629c4189551a2d022fa330f9573f3"),
        new("t10k-labels-idx1-ubyte.gz", "ec29112dd5afa0611ce80d1b7f02629c"),
    ];

    private static readonly PublishedFile[] Fashion =
    [
        new("train-images-idx3-ubyte.gz", "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
        new("train-labels-idx1-ubyte.gz", "25c81989df183df01b3e8a0aad5dffbe"),
        new("t10k-images-idx3-ubyte.gz", "bef4ecab320f06d8554ea6380940ec79"),
        new("t10k-labels-idx1-ubyte.gz", "bb300cfdad3c16e7a12a480ee83cd310"),
    ];

    public static LoadedData Load(DataSet data, DataFolder folder)
    {
        // Both sets publish files of the same names, so the cache keeps each in a folder of its own.
        folder = folder with { Cache = Path.Combine(folder.Cache, data.Name) };
        var files = (data.Name == "mnist" ? Mnist : Fashion).Select(file => Bytes(file, data, folder)).ToList();
        var read = new LoadedData(Set(files[0], files[1]), Set(files[2], files[3]), data.Name);
        return folder.AcceptsOther ? read : read.Counted(60_000, 10_000);
    }

    /// <summary>Images and labels of a pair of files.</summary>
    internal static ImageSet Set((string Name, byte[] Bytes) images, (string Name, byte[] Bytes) labels)
    {
        var pixels = Content(images, ByteImages, 3, out var count);
        var classes = Content(labels, ByteLabels, 1, out var labelCount);
        if (count != labelCount)
            throw new DataException($"{images.Name} has {count} images, and {labels.Name} {labelCount} labels. They do not belong together.");
        return ImageSet.OfBytes(pixels, Array.ConvertAll(classes, label => (long)label));
    }

    private static (string Name, byte[] Bytes) Bytes(PublishedFile file, DataSet data, DataFolder folder)
    {
        var plain = file.Name[..^".gz".Length];
        if (folder.Find(file.Name) is null && folder.Find(plain) is { } unpacked)
            return (unpacked, File.ReadAllBytes(unpacked));
        var path = folder.Get(file, data.Address);
        try
        {
            using var bytes = new MemoryStream();
            using (var packed = File.OpenRead(path))
            using (var content = new GZipStream(packed, CompressionMode.Decompress))
                content.CopyTo(bytes);
            return (path, bytes.ToArray());
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new DataException($"{path}: the file is broken ({error.Message.TrimEnd('.')}). Get it again.");
        }
    }

    private static byte[] Content((string Name, byte[] Bytes) file, int magic, int axes, out int count)
    {
        var header = 4 + (4 * axes);
        if (file.Bytes.Length < header || BinaryPrimitives.ReadInt32BigEndian(file.Bytes) != magic)
            throw new DataException($"{file.Name}: this is no IDX file of bytes with {axes} {(axes == 1 ? "axis" : "axes")}: it begins with another number than 0x{magic:x8}. Get the published file.");
        count = BinaryPrimitives.ReadInt32BigEndian(file.Bytes.AsSpan(4));
        var length = Enumerable.Range(0, axes).Aggregate(1L, (product, axis) => product * BinaryPrimitives.ReadInt32BigEndian(file.Bytes.AsSpan(4 + (4 * axis))));
        return file.Bytes.Length - header == length ? file.Bytes[header..] : throw new DataException($"{file.Name}: its head says {length} bytes, and {file.Bytes.Length - header} follow. It is cut off, or another one. Get it again.");
    }
}
