using System.Formats.Tar;
using System.IO.Compression;
using Grader.Reference.Tests.Training;
using Grader.Reference.Training;
using Grader.Training.DataSets;

namespace Grader.Training.Tests;

/// <summary>CIFAR's files: read, and told where they are broken. The pickles were written by Python with numpy (protocols 2 and 4), as CIFAR's were.</summary>
[TestFixture]
public sealed class CifarTests
{
    private const int Record = 3073;

    private static readonly string Archive = "cifar-10-binary.tar.gz";

    private static DataSet Data { get; } = TrainingQuestion.Recipe(data: """{ "set": "cifar-10" }""", network: """{ "kind": "dense", "units": 10 }""").Data;

    /// <summary>Records whose label is their number and whose bytes are it, too.</summary>
    private static byte[] Records(int count) => [.. Enumerable.Range(0, count).SelectMany(record => Enumerable.Repeat((byte)(record % 10), Record))];

    [Test]
    public void Records_are_read()
    {
        var set = Cifar.Records("data_batch_1.bin", Records(3), 1);
        Assert.That(set.Labels, Is.EqualTo(new long[] { 0, 1, 2 }));
        Assert.That(set.Bytes.Skip(3072).Take(3072), Is.All.EqualTo(1));
    }

    [Test]
    public void The_fine_label_of_a_hundred_classes_comes_second()
    {
        byte[] record = [7, 42, .. new byte[3072]];
        Assert.That(Cifar.Records("train.bin", record, 2).Labels, Is.EqualTo(new long[] { 42 }));
    }

    [TestCase(0, "0 bytes are no whole number of records")]
    [TestCase(Record - 1, "3072 bytes are no whole number of records of 3073 bytes; 0 are whole")]
    [TestCase(Record + 1, "3074 bytes are no whole number of records of 3073 bytes; 1 are whole")]
    public void A_truncated_batch_is_told(int length, string told) =>
        Assert.That(() => Cifar.Records("data_batch_1.bin", Records(2)[..length], 1), Throws.TypeOf<DataException>().With.Message.StartsWith("data_batch_1.bin: " + told));

    [TestCase("batch-protocol2.pickle")]
    [TestCase("batch-protocol4.pickle")]
    public void Pickles_are_read(string file)
    {
        var set = Cifar.Pickled(file, File.ReadAllBytes(Path.Combine(Grader.Tests.Repository.TestProject, "Pickles", file)), "labels");
        Assert.That(set.Labels, Is.EqualTo(new long[] { 6, 9 }));
        Assert.That(set.Bytes, Is.EqualTo(Enumerable.Range(0, 2 * 3072).Select(index => (byte)(index % 251))));
    }

    /// <summary>What a pickle may call in Python, and a data set never does.</summary>
    [Test]
    public void A_pickle_that_calls_something_is_refused_and_calls_nothing() =>
        Assert.That(() => Pickle.Read("x", "cos\nsystem\n(S'true'\ntR."u8.ToArray()), Throws.TypeOf<DataException>().With.Message.Contains("it names os.system, which no data set needs"));

    [TestCase(10)]
    [TestCase(100)]
    [TestCase(3000)]
    public void A_pickle_that_is_cut_off_is_told(int length)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Grader.Tests.Repository.TestProject, "Pickles", "batch-protocol2.pickle"))[..length];
        Assert.That(() => Cifar.Pickled("x", bytes, "labels"), Throws.TypeOf<DataException>());
    }

    /// <summary>Any change of a byte gives the images, others, or a message; never another exception.</summary>
    [Test]
    public void A_pickle_with_a_wrong_byte_is_read_or_told()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Grader.Tests.Repository.TestProject, "Pickles", "batch-protocol2.pickle"));
        // Heads and tails: the images in between are only bytes.
        foreach (var at in Enumerable.Range(0, 400).Concat(Enumerable.Range(bytes.Length - 200, 200)))
        {
            foreach (var change in new byte[] { 1, 64, 255 })
            {
                var changed = bytes.ToArray();
                changed[at] ^= change;
                try
                {
                    Cifar.Pickled("x", changed, "labels");
                }
                catch (DataException)
                {
                    // Told.
                }
            }
        }
    }

    [Test]
    public void An_archive_is_read_without_unpacking_and_its_checksum_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        WriteArchive(folder[Archive], [.. Enumerable.Range(1, 5).Select(batch => $"data_batch_{batch}.bin"), "test_batch.bin"]);
        var strict = new DataFolder(folder.Path, folder["cache"], false, false);
        Assert.That(() => DataLoader.Load(Data, strict, ""), Throws.TypeOf<DataException>().With.Message.Contains("the published file's is c32a1d4ab5d03f1284b67883e8d87530"));
        var loaded = DataLoader.Load(Data, strict with { AcceptsOther = true }, "");
        Assert.That((loaded.Training.Count, loaded.Test.Count), Is.EqualTo((20, 4)));
    }

    /// <summary>Unpacked files have no checksum; cut off between two images they would be read.</summary>
    [Test]
    public void A_folder_with_fewer_images_than_were_published_is_told()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["cifar-10-batches-bin"]);
        foreach (var name in Enumerable.Range(1, 5).Select(batch => $"data_batch_{batch}.bin").Append("test_batch.bin"))
            File.WriteAllBytes(folder["cifar-10-batches-bin/" + name], Records(4));
        var strict = new DataFolder(folder.Path, folder["cache"], false, false);
        Assert.That(() => DataLoader.Load(Data, strict, ""), Throws.TypeOf<DataException>().With.Message.Contains("20 training and 4 test images, and the published set has 50000 and 10000"));
        Assert.That(DataLoader.Load(Data, strict with { AcceptsOther = true }, "").Training.Count, Is.EqualTo(20));
    }

    [Test]
    public void A_broken_archive_is_told()
    {
        using var folder = new TemporaryFolder();
        WriteArchive(folder[Archive], ["data_batch_1.bin"]);
        var accepting = new DataFolder(folder.Path, folder["cache"], false, true);
        Assert.That(() => DataLoader.Load(Data, accepting, ""), Throws.TypeOf<DataException>().With.Message.Contains("the archive has no data_batch_2.bin"));
        File.WriteAllBytes(folder[Archive], File.ReadAllBytes(folder[Archive])[..60]);
        Assert.That(() => DataLoader.Load(Data, accepting, ""), Throws.TypeOf<DataException>().With.Message.Contains("the archive"));
        File.WriteAllText(folder[Archive], "<html>not found</html>");
        Assert.That(() => DataLoader.Load(Data, accepting, ""), Throws.TypeOf<DataException>().With.Message.Contains("the archive is broken"));
    }

    [Test]
    public void Where_there_is_nothing_the_ways_to_get_it_are_told()
    {
        using var folder = new TemporaryFolder();
        Assert.That(() => DataLoader.Load(Data, new(folder.Path, folder["cache"], false, false), ""), Throws.TypeOf<DataException>().With.Message.Contains("--data").And.Message.Contains("cifar-10-binary.tar.gz"));
    }

    private static void WriteArchive(string path, IEnumerable<string> names)
    {
        using var file = File.Create(path);
        using var packed = new GZipStream(file, CompressionLevel.Fastest);
        using var tar = new TarWriter(packed);
        foreach (var name in names)
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "cifar-10-batches-bin/" + name) { DataStream = new MemoryStream(Records(4)) });
    }
}
