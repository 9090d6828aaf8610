using System.IO.Compression;
using System.Text;
using Grader.Cli.Sealing;
using Grader.Reference;

namespace Grader.Cli.Tests.Sealing;

/// <summary>The format of a sealed file, byte by byte.</summary>
[TestFixture]
public sealed class SealedFileTests
{
    private static readonly SealKey Key = SealKey.Of(SealKey.NewText());

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(100_000)]
    public void What_is_sealed_comes_out_again(int length)
    {
        var contents = Enumerable.Range(0, length).Select(index => (byte)index).ToArray();
        Assert.That(SealedFile.Open(SealedFile.Seal(contents, Key), Key, "a"), Is.EqualTo(contents));
    }

    [Test]
    public void A_changed_bit_anywhere_and_a_cut_anywhere_is_refused()
    {
        var file = SealedFile.Seal("the right answers"u8, Key);
        Assert.Multiple(() =>
        {
            for (var bit = 0; bit < file.Length * 8; bit++)
            {
                byte[] changed = [.. file];
                changed[bit / 8] ^= (byte)(1 << (bit % 8));
                AssertRefused(changed);
            }
            for (var length = 0; length < file.Length; length++)
                AssertRefused(file[..length]);
        });
    }

    [Test]
    public void Random_bytes_behind_a_right_beginning_are_refused()
    {
        var beginning = SealedFile.Seal([], Key)[..10];
        var random = new Random(1);
        for (var trial = 0; trial < 2000; trial++)
        {
            var rest = new byte[random.Next(120)];
            random.NextBytes(rest);
            AssertRefused([.. beginning, .. rest]);
        }
    }

    [Test]
    public void Files_come_out_as_they_went_in()
    {
        CaseFile[] files = [new("a.json", "{}"u8.ToArray()), new("ordner/ä.csv", Array.Empty<byte>()), new("z", new byte[70_000])];
        var unpacked = PackedCase.Unpack(PackedCase.Pack(files));
        Assert.That(unpacked.Select(file => (file.Path, Convert.ToHexString(file.Bytes.Span))), Is.EqualTo(files.Select(file => (file.Path, Convert.ToHexString(file.Bytes.Span)))));
    }

    [TestCase("../../etc/passwd")]
    [TestCase("/etc/passwd")]
    [TestCase("a/../../b")]
    [TestCase("a/./b")]
    [TestCase("a//b")]
    [TestCase("C:\\b")]
    [TestCase("..\\b")]
    [TestCase("a\nb")]
    [TestCase("")]
    public void A_path_that_no_assignment_has_is_refused(string path) => AssertNoAssignment(PackedCase.Pack([new(path, Array.Empty<byte>())]));

    [Test]
    public void Two_files_of_one_name_and_files_out_of_order_are_refused()
    {
        AssertNoAssignment(PackedCase.Pack([new("a", Array.Empty<byte>()), new("a", Array.Empty<byte>())]));
        AssertNoAssignment(PackedCase.Pack([new("b", Array.Empty<byte>()), new("a", Array.Empty<byte>())]));
    }

    [Test]
    public void Too_many_files_and_too_many_bytes_are_refused()
    {
        AssertNoAssignment(PackedCase.Pack(Enumerable.Range(0, 5000).Select(index => new CaseFile($"{index:0000}", Array.Empty<byte>()))));
        var bomb = PackedCase.Pack(Enumerable.Range(0, 65).Select(index => new CaseFile($"{index:00}", new byte[1 << 20])));
        Assert.That(bomb, Has.Length.LessThan(100_000));
        AssertNoAssignment(bomb);
    }

    [TestCase("FFFFFFFF")]
    [TestCase("7FFFFFFF")]
    [TestCase("00000002")]
    [TestCase("000000")]
    [TestCase("0000000161")]
    [TestCase("0000000161000000FF")]
    [TestCase("00000001FF00000000")]
    public void Lengths_that_lie_are_refused(string contents)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest))
            deflate.Write(Convert.FromHexString(contents));
        AssertNoAssignment(packed.ToArray());
    }

    [TestCase("not deflated at all")]
    public void What_cannot_be_unpacked_is_refused(string contents) => AssertNoAssignment(Encoding.UTF8.GetBytes(contents));

    [TestCase("umbrella gravel tonic wharf", false)]
    [TestCase("hG7#kq!vZ2mW@x9LpT4s", false)]
    [TestCase("hG7#kq!vZ2mW@x9LpT4", true, Description = "19 characters")]
    [TestCase("password", true)]
    [TestCase("passwordpassword1234", true)]
    [TestCase("12345678901234567890123456789012345678901234567890", true)]
    [TestCase("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true)]
    [TestCase("abcdefghijklmnopqrstuvwxyz", true)]
    [TestCase("qwertyuiopasdfghjklzxcvbnm", true)]
    [TestCase("mnbvcxzlkjhgfdsapoiuytrewq", true)]
    [TestCase("hw5hw5hw5hw5hw5hw5hw5hw5hw5", true)]
    [TestCase("", true)]
    public void Weak_passphrases(string passphrase, bool isWeak) => Assert.That(PassphraseStrength.IsWeak(passphrase), Is.EqualTo(isWeak));

    private static void AssertRefused(byte[] file)
    {
        var error = Assert.Throws<GraderException>(() => SealedFile.Open(file, Key, "hw5.sealed"))!;
        Assert.That((error.Code, error.Message), Is.EqualTo((ExitCode.WrongCase, error.Message)));
        Assert.That(error.Message, Does.StartWith("hw5.sealed: ").And.Not.Contain("answers"));
    }

    private static void AssertNoAssignment(byte[] packed) => Assert.Throws<InvalidDataException>(() => PackedCase.Unpack(packed));
}
