using Grader.Reference.Training;

namespace Grader.Training.DataSets;

/// <summary>CIFAR-10 and CIFAR-100: the published binary and Python archives, or the folder that one unpacks to.</summary>
internal static class Cifar
{
    private const int ImageBytes = 3 * 32 * 32;

    /// <param name="Labels">Label bytes before each image; the last is the class (CIFAR-100 has the coarse one first).</param>
    private sealed record Packing(PublishedFile Archive, string Folder, string[] Training, string[] Test, int Labels, bool IsPickle, string LabelKey);

    private static readonly Packing[] Cifar10 =
    [
        new(new("cifar-10-binary.tar.gz", "c32a1d4ab5d03f1284b67883e8d87530"), "cifar-10-batches-bin", [.. Batches(".bin")], ["test_batch.bin"], 1, false, ""),
        new(new("cifar-10-python.tar.gz", "c58f30108f718f92721af3b95e74349a"), "cifar-10-batches-py", [.. Batches("")], ["test_batch"], 1, true, "labels"),
    ];

    private static readonly Packing[] Cifar100 =
    [
        new(new("cifar-100-binary.tar.gz", "03b5dce01913d631647c71ecec9e9cb8"), "cifar-100-binary", ["train.bin"], ["test.bin"], 2, false, ""),
        new(new("cifar-100-python.tar.gz", "eb9058c3a382ffc7106e4002c42a8d85"), "cifar-100-python", ["train"], ["test"], 2, true, "fine_labels"),
    ];

    public static LoadedData Load(DataSet data, DataFolder folder)
    {
        var packings = data.Name == "cifar-10" ? Cifar10 : Cifar100;
        foreach (var packing in packings)
        {
            if (folder.FindFolder(packing.Folder, [.. packing.Training, .. packing.Test]) is { } unpacked)
            {
                var read = Read(packing, name => File.ReadAllBytes(Path.Combine(unpacked, name)), $"{data.Name}, the files of a folder {packing.Folder}");
                return folder.AcceptsOther ? read : read.Counted(50_000, 10_000);
            }
        }

        var archive = Array.Find(packings, packing => folder.Find(packing.Archive.Name) is not null)
            ?? packings.FirstOrDefault(packing => data.Address.EndsWith(packing.Archive.Name, StringComparison.Ordinal))
            ?? packings[0];
        var path = folder.Get(archive.Archive, data.Address);
        var files = TarGz.Read(path, [.. archive.Training, .. archive.Test]);
        return Read(archive, name => files[name], archive.Archive.Name);
    }

    private static IEnumerable<string> Batches(string extension) => Enumerable.Range(1, 5).Select(batch => $"data_batch_{batch}{extension}");

    private static LoadedData Read(Packing packing, Func<string, byte[]> read, string source)
    {
        return new(ImageSet.Concatenate([.. packing.Training.Select(Batch)]), ImageSet.Concatenate([.. packing.Test.Select(Batch)]), source);

        ImageSet Batch(string name) => packing.IsPickle ? Pickled(name, read(name), packing.LabelKey) : Records(name, read(name), packing.Labels);
    }

    /// <summary>Records of label bytes and an image: red, green and blue planes, row by row.</summary>
    internal static ImageSet Records(string name, byte[] bytes, int labels)
    {
        var record = labels + ImageBytes;
        if (bytes.Length == 0 || bytes.Length % record != 0)
            throw new DataException($"{name}: {bytes.Length} bytes are no whole number of records of {record} bytes; {bytes.Length / record} are whole. The file is cut off, or another one. Get it again.");
        var count = bytes.Length / record;
        var (pixels, classes) = (new byte[count * ImageBytes], new long[count]);
        for (var image = 0; image < count; image++)
        {
            classes[image] = bytes[(image * record) + labels - 1];
            Array.Copy(bytes, (image * record) + labels, pixels, image * ImageBytes, ImageBytes);
        }

        return ImageSet.OfBytes(pixels, classes);
    }

    internal static ImageSet Pickled(string name, byte[] bytes, string labelKey)
    {
        if (Pickle.Read(name, bytes) is not Dictionary<string, object?> batch || batch.GetValueOrDefault("data") is not byte[] pixels || batch.GetValueOrDefault(labelKey) is not List<object?> labels)
            throw new DataException($"{name}: this pickle is no batch of CIFAR: a dictionary with \"data\" and \"{labelKey}\". Get the published archive.");
        if (pixels.Length != labels.Count * ImageBytes)
            throw new DataException($"{name}: {labels.Count} labels and {pixels.Length} bytes of images do not go together. Get it again.");
        return ImageSet.OfBytes(pixels, [.. labels.Select(label => label as long? ?? throw new DataException($"{name}: a label is no whole number. Get it again."))]);
    }
}
