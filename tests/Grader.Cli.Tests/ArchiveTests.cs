using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Grader.Cli.Intake;

namespace Grader.Cli.Tests;

/// <summary>Zip archives of any kind: one file is read of them, bounded, or a message says why not.</summary>
[TestFixture]
public sealed class ArchiveTests
{
    [TestCase("solution.md", ExpectedResult = "solution.md")]
    [TestCase("alice/hw5/solution.md", "alice/hw5/plot.png", ExpectedResult = "alice/hw5/solution.md")]
    [TestCase("../../etc/solution.md", ExpectedResult = "../../etc/solution.md")]
    [TestCase("/etc/solution.md", ExpectedResult = "etc/solution.md")]
    [TestCase("C:\\hw\\solution.md", ExpectedResult = "C:/hw/solution.md")]
    [TestCase("__MACOSX/._solution.md", "solution.md", ".DS_Store", ".git/x.md", ExpectedResult = "solution.md")]
    [TestCase("solution.md", "README.md", "requirements.txt", "LICENSE.txt", ExpectedResult = "solution.md")]
    [TestCase("README.md", "data.csv", ExpectedResult = "README.md")]
    [TestCase("solution.md", "appendix/more.md", ExpectedResult = "solution.md")]
    [TestCase("solution.md", "train.ipynb", ExpectedResult = "solution.md not train.ipynb")]
    [TestCase("train.ipynb", "notes.txt", ExpectedResult = "train.ipynb not notes.txt")]
    [TestCase("hw5.md", "hw5.Rmd", "hw5.pdf", ExpectedResult = "hw5.md not hw5.Rmd not hw5.pdf")]
    [TestCase("solution.md", "inner.zip", ExpectedResult = "solution.md")]
    [TestCase("a.md", "b.md", ExpectedResult = "5 holds 2 submissions (a.md, b.md)")]
    [TestCase("a/hw.md", "b/hw.md", ExpectedResult = "5 holds 2 submissions (a/hw.md, b/hw.md)")]
    [TestCase("hw.md", "hw.md", ExpectedResult = "5 holds 2 submissions (hw.md, hw.md)")]
    [TestCase("inner.zip", ExpectedResult = "4 An archive inside an archive is not opened")]
    [TestCase("report.pdf", "README.md", ExpectedResult = "4 no converter for .pdf is named")]
    [TestCase("plot.png", ExpectedResult = "8 holds no submission")]
    [TestCase(ExpectedResult = "8 holds no submission")]
    public string One_submission_is_chosen_or_a_message_says_why_not(params string[] names)
    {
        try
        {
            var choice = SubmissionChoice.Among(SubmissionArchive.Entries(Zip([.. names.Select(name => (name, "W = 3"))]), "x.zip"), "x.zip", "archive", _ => false);
            Assert.That(Encoding.UTF8.GetString(choice.Submission.Read()), Is.EqualTo("W = 3"));
            return string.Concat([choice.Submission.Path, .. choice.SetAside.Select(path => $" not {path}")]);
        }
        catch (GraderException error)
        {
            var expected = (string)TestContext.CurrentContext.Test.ExpectedResult!;
            return error.Message.Contains(expected[2..], StringComparison.Ordinal) ? $"{(int)error.Code} {expected[2..]}" : $"{(int)error.Code} {error.Message}";
        }
    }

    [Test]
    public void A_bomb_is_refused_by_its_ratio()
    {
        var zip = Zip([("bomb.md", new string('0', 40 << 20))]);
        Assert.That(zip, Has.Length.LessThan(60_000));
        AssertRefused(zip, "unpacks to more than 200 times its size");
    }

    [Test]
    public void A_text_that_repeats_itself_is_no_bomb() => Assert.That(Read(Zip([("a.md", new string('0', 1 << 20))])), Has.Length.EqualTo(1 << 20));

    [Test]
    public void A_thousand_bombs_are_refused_by_what_they_claim()
    {
        var bomb = new string('0', 4 << 20);
        AssertRefused(Zip([.. Enumerable.Range(0, 300).Select(i => ($"{i}.bin", bomb)), ("a.md", "x")]), "unpacks to more than 1 GiB");
    }

    [Test]
    public void Too_many_files_are_refused_before_their_list_is_read() =>
        AssertRefused(Zip([.. Enumerable.Range(0, 2001).Select(i => ($"{i}.png", ""))]), "more than 2000 files");

    [TestCase(5)]
    [TestCase(500)]
    public void A_header_that_lies_about_the_size_is_told(int size)
    {
        var zip = Zip([("a.md", "Parameters in total: 1474560, and no more than that.")]);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 24), size);
        AssertRefused(zip, "it is damaged");
    }

    [Test]
    public void Entries_that_share_their_bytes_do_not_multiply_them()
    {
        // Both directory entries lead to the first file's bytes.
        var zip = Zip([("a.md", "W = 3"), ("b.txt", "W = 4")]);
        var second = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(second + 42), 0);
        Assert.That(Read(zip), Is.EqualTo("W = 3"));
    }

    [Test]
    public void An_encrypted_file_is_told()
    {
        var zip = Zip([("a.md", "W = 3")]);
        zip[6] |= 1;
        zip[zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        AssertRefused(zip, "a.md in it is encrypted");
    }

    [Test]
    public void A_link_is_no_submission()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var link = zip.CreateEntry("a.md");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var content = link.Open();
            content.Write("/etc/passwd"u8);
        }
        AssertRefused(stream.ToArray(), "holds no submission");
    }

    [Test]
    public void Cut_and_changed_archives_are_read_or_told()
    {
        var zip = Zip([("hw/a.md", "Parameters in total: 1474560, and no more."), ("hw/answers.csv", "check,value\n1b.macs-layer1,3"), ("x.png", "png")]);
        var random = new Random(5);
        var told = 0;
        for (var i = 0; i < 5000; i++)
        {
            var changed = zip.ToArray();
            if (i % 4 == 0)
                changed = changed[..random.Next(changed.Length)];
            for (var j = 0; j < 1 + (i % 5) && changed.Length > 0; j++)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            try
            {
                // What is read in spite of the change is what was packed.
                Assert.That(Read(changed), Does.StartWith("Parameters in total: 1474560").Or.StartWith("check"));
            }
            catch (GraderException error)
            {
                told++;
                Assert.That((int)error.Code, Is.AnyOf(4, 5, 8), error.Message);
            }
        }
        Assert.That(told, Is.InRange(1000, 4900));
    }

    private static void AssertRefused(byte[] zip, string message) => Assert.That(() => Read(zip), Throws.TypeOf<GraderException>().With.Message.Contain(message));

    private static string Read(byte[] zip) => Encoding.UTF8.GetString(SubmissionChoice.Among(SubmissionArchive.Entries(zip, "x.zip"), "x.zip", "archive", _ => false).Submission.Read());

    private static byte[] Zip((string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var content = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }
}
