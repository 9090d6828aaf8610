using Grader.Reference.Tests.Training;
using Grader.Reference.Training;
using Grader.Training.DataSets;
using SkiaSharp;

namespace Grader.Training.Tests;

/// <summary>Digits, IDX, CSV and folders of images.</summary>
[TestFixture]
public sealed class OtherDataTests
{
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 10, 20, 30, 40];
    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 7, 3];

    private static DataSet Own(string set, string more) =>
        TrainingQuestion.Recipe(data: $$"""{ "set": "{{set}}", "training": "t", "shape": [1, 1, 2], "classes": 2{{more}} }""", network: """{ "kind": "dense", "units": 2 }""", rest: TrainingQuestion.Rest).Data;

    [Test]
    public void Digits_ship_with_the_trainer()
    {
        var loaded = DataLoader.Load(TrainingQuestion.Recipe().Data, new(null, "nowhere", false, false), "");
        Assert.Multiple(() =>
        {
            Assert.That((loaded.Training.Count, loaded.Test.Count), Is.EqualTo((1438, 359)));
            Assert.That(loaded.Training.Labels.Distinct().Order(), Is.EqualTo(Enumerable.Range(0, 10)));
            Assert.That(loaded.Training.Bytes.Max(), Is.EqualTo(16));
            Assert.That(loaded.Hash, Is.EqualTo("c919f97cc7cf8133"));
        });
    }

    [Test]
    public void Idx_is_read()
    {
        var set = Idx.Set(("images", Images), ("labels", Labels));
        Assert.That(set.Bytes, Is.EqualTo(new byte[] { 10, 20, 30, 40 }));
        Assert.That(set.Labels, Is.EqualTo(new long[] { 7, 3 }));
    }

    [Test]
    public void Idx_that_is_broken_is_told()
    {
        Assert.That(() => Idx.Set(("images", Images[..^1]), ("labels", Labels)), Throws.TypeOf<DataException>().With.Message.Contains("its head says 4 bytes, and 3 follow"));
        Assert.That(() => Idx.Set(("images", Labels), ("labels", Labels)), Throws.TypeOf<DataException>().With.Message.Contains("no IDX file of bytes with 3 axes"));
        Assert.That(() => Idx.Set(("images", Images), ("labels", [0, 0, 8, 1, 0, 0, 0, 1, 7])), Throws.TypeOf<DataException>().With.Message.Contains("2 images, and labels 1 labels"));
    }

    [TestCase("0.5,1,0\n2,3,1\n", null)]
    [TestCase("left,right,class\n0.5,1,0\n2,3,1\n", null)]
    [TestCase("1,2\n", "t:1: 2 fields, and an image takes 2 numbers and its class.")]
    [TestCase("1,2,0\n1,x,0\n", "t:2: \"x\" is no number.")]
    [TestCase("1,2,0.5\n", "t:1: \"0.5\" is no class. Write a whole number, counted from 0.")]
    public void Csv_is_read_or_told(string text, string? told)
    {
        if (told is null)
            Assert.That(CsvImages.Read("t", new StringReader(text), 2).Numbers, Is.EqualTo(new[] { 0.5f, 1, 2, 3 }));
        else
            Assert.That(() => CsvImages.Read("t", new StringReader(text), 2), Throws.TypeOf<DataException>().With.Message.EqualTo(told));
    }

    [Test]
    public void A_class_that_the_recipe_does_not_have_is_told()
    {
        using var folder = new TemporaryFolder();
        foreach (var wrong in new[] { 2, 5, -1, -2 })
        {
            File.WriteAllText(folder["t"], $"1,2,0\n1,2,{wrong}\n");
            Assert.That(() => DataLoader.Load(Own("csv", ", \"holdOut\": 2"), new(null, "nowhere", false, false), folder.Path), Throws.TypeOf<DataException>().With.Message.Contains($"an image is of class {wrong}, and there are 2 classes"));
        }
    }

    [Test]
    public void A_folder_of_images_is_read_and_a_missing_class_is_told()
    {
        using var folder = new TemporaryFolder();
        WriteImage(folder["t/cat/1.png"], 10, 20);
        WriteImage(folder["t/cat/2.png"], 30, 40);
        var here = new DataFolder(null, "nowhere", false, false);
        Assert.That(() => DataLoader.Load(Own("folder", ", \"holdOut\": 2"), here, folder.Path), Throws.TypeOf<DataException>().With.Message.Contains("1 folders of classes (cat), and the recipe says 2"));
        Directory.CreateDirectory(folder["t/dog"]);
        Assert.That(() => DataLoader.Load(Own("folder", ", \"holdOut\": 2"), here, folder.Path), Throws.TypeOf<DataException>().With.Message.Contains("no images"));
        WriteImage(folder["t/dog/1.png"], 50, 60);
        var loaded = DataLoader.Load(Own("folder", ", \"holdOut\": 2"), here, folder.Path);
        Assert.That(loaded.Training.Bytes, Is.EqualTo(new byte[] { 10, 20, 50, 60 }));
        Assert.That((loaded.Training.Labels, loaded.Test.Labels), Is.EqualTo((new long[] { 0, 1 }, new long[] { 0 })));
        File.WriteAllText(folder["t/dog/2.png"], "no image");
        Assert.That(() => DataLoader.Load(Own("folder", ", \"holdOut\": 2"), here, folder.Path), Throws.TypeOf<DataException>().With.Message.Contains("cannot be decoded"));
        WriteImage(folder["t/dog/2.png"], 50, 60, 70);
        Assert.That(() => DataLoader.Load(Own("folder", ", \"holdOut\": 2"), here, folder.Path), Throws.TypeOf<DataException>().With.Message.Contains("3 × 1 pixels, and the recipe says 2 × 1"));
    }

    /// <summary>A decoder fills what is missing with black, and says so only when it is asked.</summary>
    [Test]
    public void An_image_that_is_cut_off_is_told()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "t/cat/1.png", "t/cat/2.png", "t/dog/1.png" })
            WriteImage(folder[name], [.. Enumerable.Range(0, 64).Select(x => (byte)(x * x))]);
        var data = Own("folder", ", \"holdOut\": 2") with { Image = new(1, 1, 64) };
        var here = new DataFolder(null, "nowhere", false, false);
        Assert.That(DataLoader.Load(data, here, folder.Path).Training.Bytes[3], Is.EqualTo(9));
        var whole = File.ReadAllBytes(folder["t/dog/1.png"]);
        File.WriteAllBytes(folder["t/dog/1.png"], whole[..(whole.Length / 2)]);
        Assert.That(() => DataLoader.Load(data, here, folder.Path), Throws.TypeOf<DataException>().With.Message.Contains("cut off or broken").Or.Message.Contains("cannot be decoded"));
    }

    private static void WriteImage(string path, params byte[] grays)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var bitmap = new SKBitmap(grays.Length, 1);
        for (var x = 0; x < grays.Length; x++)
            bitmap.SetPixel(x, 0, new(grays[x], grays[x], grays[x]));
        using var file = File.Create(path);
        bitmap.Encode(file, SKEncodedImageFormat.Png, 100);
    }
}
