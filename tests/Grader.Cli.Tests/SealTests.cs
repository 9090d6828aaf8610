using System.Text;

namespace Grader.Cli.Tests;

/// <summary><c>grader seal</c>, and commands that open what it wrote.</summary>
[TestFixture]
public sealed class SealTests
{
    private static readonly string[] Words = ["Homework 5", "assignment.json", "q1.json", "memoryFall", "convolution", "301989888", "bands"];

    private string _folder = "";
    private string _key = "";
    private string _sealed = "";

    [OneTimeSetUp]
    public void SealHw5()
    {
        _folder = Directory.CreateTempSubdirectory("grader-test-").FullName;
        (_key, _sealed) = (At("hw5.key"), At("hw5.sealed"));
        var run = GraderProgram.Run("seal", "hw5", "-o", _sealed, "--new-key", _key);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Is.Empty);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Help() => await Verify(GraderProgram.Run("seal", "--help").Output);

    [TestCase("check", "cases/hw5/submissions/scanned.md", "--format", "json", "--case")]
    [TestCase("check", "cases/hw5/submissions/full-marks.md", "--case")]
    [TestCase("check", "cases/hw5/submissions/full-marks.md", "--audience", "receipt", "--case")]
    [TestCase("parse", "cases/hw5/submissions/scanned.md", "--explain", "--format", "json", "--case")]
    [TestCase("key")]
    [TestCase("handout")]
    [TestCase("case", "lint")]
    public void It_gives_the_bytes_of_the_open_one(params string[] command)
    {
        var open = GraderProgram.Run([.. command, "cases/hw5"]);
        var closed = GraderProgram.Run([.. command, _sealed, "--key-file", _key]);
        Assert.That((closed.ExitCode, closed.Error), Is.EqualTo((open.ExitCode, open.Error)));
        Assert.That(closed.Output.Replace(Path.GetRelativePath(Repository.Root, _sealed), "cases/hw5", StringComparison.Ordinal), Is.EqualTo(open.Output).And.Not.Empty);
    }

    [Test]
    public void The_key_may_stand_in_the_environment_and_grader_json_name_the_file()
    {
        var working = Directory.CreateDirectory(At("working")).FullName;
        File.Copy(_sealed, Path.Combine(working, "hw5.sealed"));
        File.WriteAllText(Path.Combine(working, "grader.json"), """{ "assignment": "hw5.sealed" }""");
        var submission = Path.Combine(Repository.Root, "cases/hw5/submissions/scanned.md");
        var run = GraderProgram.RunInWith(working, [("GRADER_SEAL_KEY", File.ReadAllText(_key))], "check", submission);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Is.EqualTo(GraderProgram.Run("check", submission).Output));
        Assert.That(Directory.GetFileSystemEntries(working), Has.Length.EqualTo(2), "nothing is written");
    }

    [Test]
    public void A_passphrase_opens_what_it_sealed()
    {
        const string passphrase = "umbrella gravel tonic wharf lantern";
        var file = At("passphrase.sealed");
        Assert.That(GraderProgram.RunWith([("GRADER_SEAL_KEY", passphrase)], "seal", "cases/kinds/roc-auc", "-o", file).ExitCode, Is.Zero);
        var run = GraderProgram.RunWith([("GRADER_SEAL_KEY", passphrase)], "key", file);
        Assert.That(run.Output, Is.EqualTo(GraderProgram.Run("key", "cases/kinds/roc-auc").Output).And.Not.Empty);
        AssertRefused(GraderProgram.RunWith([("GRADER_SEAL_KEY", passphrase + ".")], "key", file), "this is not its key");
        AssertRefused(GraderProgram.Run("key", file, "--key-file", _key), "sealed with a passphrase");
    }

    [Test]
    public void Nothing_of_the_case_can_be_read_in_it()
    {
        var bytes = Encoding.Latin1.GetString(File.ReadAllBytes(_sealed));
        Assert.That(Words, Is.All.Matches<string>(word => !bytes.Contains(word!, StringComparison.OrdinalIgnoreCase)));
        // Random bytes look like text twelve in a row in one file of some; thirty in none (5e-9 of 70,000).
        Assert.That(LongestText(bytes), Is.LessThan(30));
    }

    [Test]
    public void Sealing_twice_gives_two_files()
    {
        var again = At("again.sealed");
        Assert.That(GraderProgram.Run("seal", "hw5", "-o", again, "--key-file", _key).ExitCode, Is.Zero);
        Assert.That(File.ReadAllBytes(again), Is.Not.EqualTo(File.ReadAllBytes(_sealed)));
    }

    [Test]
    public void Without_its_key_nothing_is_revealed()
    {
        var other = At("other.key");
        Assert.That(GraderProgram.Run("seal", "--new-key", other).ExitCode, Is.Zero);
        AssertRefused(GraderProgram.Run("key", _sealed), "no key is given. Set GRADER_SEAL_KEY, or give --key-file FILE");
        AssertRefused(GraderProgram.RunWith([("GRADER_SEAL_KEY", "")], "key", _sealed), "no key is given");
        AssertRefused(GraderProgram.Run("key", _sealed, "--key-file", other), "this is not its key");
        AssertRefused(GraderProgram.RunWith([("GRADER_SEAL_KEY", "umbrella gravel tonic wharf")], "key", _sealed), "sealed with a random key, and a passphrase is given");
        AssertRefused(GraderProgram.Run("key", _sealed, "--key-file", At("nowhere.key")), "the key cannot be read");
        AssertRefused(GraderProgram.Run("key", _sealed, "--key-file", _sealed), "so no key");
        AssertRefused(GraderProgram.Run("check", "cases/hw5/submissions/scanned.md", "--case", _sealed), "no key is given");
    }

    [TestCase("changed.sealed", "it was changed since it was sealed")]
    [TestCase("cut.sealed", "it is cut off")]
    [TestCase("long.sealed", "1 bytes stand behind its end")]
    [TestCase("older.sealed", "it is of version 0, and this program opens version 1. Seal the assignment anew.")]
    [TestCase("later.sealed", "it is of version 2, and this program opens version 1. Update the program")]
    [TestCase("text.sealed", "its line ends were changed on the way")]
    [TestCase("empty.sealed", "this is no sealed assignment")]
    [TestCase("notes.txt", "this is no sealed assignment")]
    public void A_damaged_file_is_refused(string name, string message)
    {
        var bytes = File.ReadAllBytes(_sealed);
        byte[] damaged = name switch
        {
            "changed.sealed" => Changed(bytes, bytes.Length / 2),
            "cut.sealed" => bytes[..^1],
            "long.sealed" => [.. bytes, 0],
            "older.sealed" => Changed(bytes, 8, 0),
            "later.sealed" => Changed(bytes, 8, 2),
            "text.sealed" => [.. bytes.Where(value => value != '\r')],
            "empty.sealed" => [],
            _ => "GRS: no sealed assignment"u8.ToArray(),
        };
        File.WriteAllBytes(At(name), damaged);
        AssertRefused(GraderProgram.Run("key", At(name), "--key-file", _key), message);
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void Both_may_come_from_a_pipe()
    {
        var program = ShellProgram.WriteGrader(At("grader"));
        var run = ShellProgram.Run(Repository.Root, [("PROGRAM", program), ("SEALED", _sealed), ("KEY", _key)], "-c", "\"$PROGRAM\" key <(cat \"$SEALED\") --key-file <(cat \"$KEY\")");
        Assert.That(run.Output, Is.EqualTo(GraderProgram.Run("key", "cases/hw5").Output).And.Not.Empty, run.Error);
    }

    /// <summary>A page shows curves from the case's files too, and a pipe gives those once.</summary>
    [Test]
    [Platform("Linux,MacOsX")]
    public void A_page_may_be_made_of_a_pipe()
    {
        var program = ShellProgram.WriteGrader(At("grader"));
        var run = ShellProgram.Run(Repository.Root, [("PROGRAM", program), ("SEALED", _sealed), ("KEY", _key)], "-c", "\"$PROGRAM\" check cases/hw5/submissions/scanned.md --format html --case <(cat \"$SEALED\") --key-file <(cat \"$KEY\")");
        Assert.That(run.Output, Is.EqualTo(File.ReadAllText(Path.Combine(Repository.Root, "reports", "sample.html"))).And.Not.Empty, run.Error);
    }

    [Test]
    public void A_new_key_is_its_owners_alone_and_replaces_none()
    {
        var before = File.ReadAllText(_key);
        var run = GraderProgram.Run("seal", "--new-key", _key);
        Assert.That((run.ExitCode, File.ReadAllText(_key)), Is.EqualTo((5, before)), run.Error);
        Assert.That(Convert.FromBase64String(before.TrimEnd()), Has.Length.EqualTo(32));
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(_key), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [TestCase("password")]
    [TestCase("correct horse")]
    public void A_weak_passphrase_seals_nothing(string passphrase)
    {
        var run = GraderProgram.RunWith([("GRADER_SEAL_KEY", passphrase)], "seal", "hw5", "-o", At("weak.sealed"));
        Assert.That((run.ExitCode, File.Exists(At("weak.sealed"))), Is.EqualTo((5, false)));
        Assert.That(run.Error, Does.Contain("can be guessed").And.Contain("--new-key"));
    }

    [TestCase(5, "There is nothing to seal", "seal")]
    [TestCase(5, "Give one of them", "seal", "hw5", "--key-file", "a", "--new-key", "b")]
    [TestCase(5, "There is no key", "seal", "hw5", "-o", "never.sealed")]
    [TestCase(5, "there is no such assignment", "seal", "nowhere")]
    [TestCase(5, "would be lost", "seal", "hw5", "-o", "cases/hw5/q1.json")]
    [TestCase(5, "this is a folder", "seal", "hw5", "-o", "cases")]
    [TestCase(5, "this needs the folder of an assignment", "seal", "README.md")]
    [TestCase(5, "this needs the folder of an assignment", "case", "migrate", "README.md")]
    [TestCase(6, "README.md: this is no sealed assignment", "key", "README.md")]
    public void What_is_wrong_is_told(int code, string message, params string[] arguments)
    {
        var run = GraderProgram.Run(arguments);
        Assert.That(run.ExitCode, Is.EqualTo(code), run.Error);
        Assert.That(run.Error, Does.Contain(message));
    }

    [Test]
    public void An_assignment_with_a_problem_is_not_sealed()
    {
        var broken = Directory.CreateDirectory(At("broken")).FullName;
        File.WriteAllText(Path.Combine(broken, "assignment.json"), """{ "format": 2, "id": "t", "title": "T", "questions": ["q.json"] }""");
        var run = GraderProgram.Run("seal", broken, "-o", At("broken.sealed"), "--key-file", _key);
        Assert.That((run.ExitCode, File.Exists(At("broken.sealed"))), Is.EqualTo((6, false)), run.Error);
    }

    [Test]
    public void What_lies_beside_an_assignment_does_not_travel_and_what_any_variant_names_does()
    {
        var open = Directory.CreateDirectory(At("drawn")).FullName;
        void Write(string name, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(open, name))!);
            File.WriteAllText(Path.Combine(open, name), text);
        }
        Write("assignment.json", """{ "format": 2, "id": "drawn", "title": "Drawn", "questions": ["./q1.json"] }""");
        Write("q1.json", """
            { "id": "1", "title": "Sum", "text": ["Add up."], "inputs": { "x": { "draw": [{ "csv": "tables/a.csv", "rowNames": false }, { "csv": "./tables/../tables/b.csv", "rowNames": false }] } }, "quantities": { "out": "sum(x)" },
              "parts": [{ "id": "1a", "text": "Add.", "checks": [{ "id": "1a.sum", "kind": "number", "ask": "sum", "points": 1, "quantity": "out", "labels": [["sum"]] }] }] }
            """);
        Write("tables/a.csv", "x\n1\n2\n");
        Write("tables/b.csv", "x\n30\n4\n");
        Write("roster.csv", "id,name\n1,Ada Lovelace\n");
        Write("submissions/ada.md", "Ada's answers");
        var closed = At("drawn.sealed");
        Assert.That(GraderProgram.Run("seal", open, "-o", closed, "--key-file", _key).Error, Does.Contain("4 files"));
        foreach (var student in new[] { "ada", "bob", "eve", "kim" })
        {
            var run = GraderProgram.Run("key", closed, "--student", student, "--key-file", _key);
            Assert.That(run.Output, Is.EqualTo(GraderProgram.Run("key", open, "--student", student).Output).And.Not.Empty, run.Error);
        }
    }

    private static void AssertRefused(RunResult run, string message)
    {
        Assert.That(run.ExitCode, Is.EqualTo(6), run.Error);
        Assert.That(run.Error, Does.Contain(message));
        Assert.That(run.Output, Is.Empty);
        Assert.That(Words.Except(["bands"]), Is.All.Matches<string>(word => !run.Error.Contains(word!, StringComparison.OrdinalIgnoreCase)), run.Error);
    }

    private static byte[] Changed(byte[] bytes, int index, byte? value = null)
    {
        byte[] changed = [.. bytes];
        changed[index] = value ?? (byte)(bytes[index] ^ 1);
        return changed;
    }

    private static int LongestText(string bytes)
    {
        var (longest, length) = (0, 0);
        foreach (var character in bytes)
        {
            length = character is >= ' ' and <= '~' ? length + 1 : 0;
            longest = Math.Max(longest, length);
        }
        return longest;
    }

    private string At(string name) => Path.Combine(_folder, name);
}
