using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;

namespace Grader.Cli.Tests;

/// <summary>What the program takes as a submission besides a Markdown file: notebooks, R Markdown, folders, archives, standard input.</summary>
[TestFixture]
public sealed class SubmissionKindTests
{
    [StringSyntax("json")]
    private const string Notebook = """
        {"nbformat":4,"cells":[
          {"cell_type":"markdown","source":["# Homework 5"]},
          {"cell_type":"code","source":"print('Parameters in total: 7')","outputs":[{"output_type":"stream","name":"stdout","text":["epoch 1\n","done\n"]}]},
          {"cell_type":"markdown","source":["## Question 1\n","### (a)\n","Parameters in total: 1474560"]}]}
        """;

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("grader-test-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_notebook_is_read_and_the_report_says_the_cell()
    {
        var run = Check(Submit("hw.ipynb", Notebook));
        Assert.That(run.Output, Does.Contain("cell 3, line 3, column 22: read 1474560").And.Not.Contain("read 7"));
    }

    [Test]
    public void A_notebook_in_json_says_the_cell_beside_the_line() =>
        Assert.That(Check(Submit("hw.ipynb", Notebook), "--format", "json").Output, Does.Match("\"text\": \"1474560\",\\s+\"cell\": 3,\\s+\"line\": 3,"));

    [Test]
    public void An_output_says_which_it_is()
    {
        var run = Check(Submit("hw.ipynb", """{"cells":[{"cell_type":"markdown","source":"## Question 1\n### (a)"},{"cell_type":"code","outputs":[{"output_type":"stream","text":"x"},{"output_type":"stream","text":"\nParameters in total: 1474560\n"}]}]}"""), "--format", "json");
        Assert.That(run.Output, Does.Match("\"text\": \"1474560\",\\s+\"cell\": 2,\\s+\"output\": 2,\\s+\"line\": 2,"));
    }

    [TestCase("-")]
    [TestCase("notebook.txt")]
    public void A_notebook_is_known_by_its_content(string path)
    {
        Submit("notebook.txt", Notebook);
        var run = GraderProgram.RunIn(_folder, Notebook, "check", path, "--case", Path.Combine(Repository.Root, "cases", "hw5"));
        Assert.That(run.Output, Does.Contain("cell 3, line 3"), run.Error);
    }

    [TestCase("""{"cells":[{"cell_type":"markdown","source":"x"}""", "its JSON cannot be read, in line 1")]
    [TestCase("W = 3", "this is no notebook")]
    [TestCase("""{"cells":3}""", "it has no list of cells")]
    public void A_notebook_that_is_none_is_told(string text, string message)
    {
        var run = Check(Submit("hw.ipynb", text));
        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Error, Does.Contain(message).And.Not.Contain("   at "));
    }

    [Test]
    public void An_empty_notebook_is_read_and_all_is_missing() => Assert.That(Check(Submit("hw.ipynb", "")).Output, Does.Contain("Total: 0 of 40 points"));

    [Test]
    public void Parse_says_the_cell_too()
    {
        var run = GraderProgram.Run("parse", Submit("hw.ipynb", Notebook));
        Assert.That(run.Output, Does.Contain("cell 3, 3:").And.Contain("1474560"));
    }

    [Test]
    public void R_Markdown_is_read_without_its_head_and_code()
    {
        var run = Check(Submit("hw.Rmd", "---\ntitle: HW\noutput: pdf_document\n---\n\n## Question 1\n### (a)\n```{r}\nParameters in total: 7\n```\n\nParameters in total: 1474560\n"));
        Assert.That(run.Output, Does.Contain("12:22: read 1474560").And.Not.Contain("read 7"));
    }

    [Test]
    public void A_folder_is_read_with_what_stands_beside_its_submission()
    {
        Submit("README.md", "Unpack and read.");
        Submit(".DS_Store", "\0");
        Submit("data.csv", "1,2");
        Submit("plot.png", "png");
        Submit(".git/HEAD.md", "ref");
        Submit("train.ipynb", Notebook);
        Submit("solution.md", "## Question 1\n### (a)\nParameters in total: 1474560\n");
        var run = Check(_folder);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.StartWith("solution.md").And.Contain("3:22: read 1474560").And.Contain("not read was train.ipynb"));
    }

    [Test]
    public void A_link_in_a_folder_is_not_followed()
    {
        var secret = Submit("elsewhere/secret.md", "secret");
        Directory.CreateDirectory(Path.Combine(_folder, "hw"));
        File.CreateSymbolicLink(Path.Combine(_folder, "hw", "solution.md"), secret);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "hw", "more"), Path.GetDirectoryName(secret)!);
        Assert.That(Check(Path.Combine(_folder, "hw")).ExitCode, Is.EqualTo(8));
    }

    [Test]
    public void A_zip_is_read_and_named()
    {
        Submit("alice/hw/solution.md", "## Question 1\n### (a)\nParameters in total: 1474560\n");
        Submit("alice/hw/plot.png", "png");
        ZipFile.CreateFromDirectory(Path.Combine(_folder, "alice"), Path.Combine(_folder, "alice.zip"));
        var before = Directory.GetFileSystemEntries(_folder, "*", SearchOption.AllDirectories);
        var run = Check(Path.Combine(_folder, "alice.zip"));
        Assert.That(run.Output, Does.StartWith("alice.zip").And.Contain("Read: hw/solution.md").And.Contain("3:22: read 1474560"), run.Error);
        Assert.That(Directory.GetFileSystemEntries(_folder, "*", SearchOption.AllDirectories), Is.EquivalentTo(before));
    }

    [Test]
    public void Reports_of_several_archives_are_named_after_them()
    {
        foreach (var name in new[] { "alice", "bob" })
        {
            Submit($"{name}/solution.md", "## 1\n");
            ZipFile.CreateFromDirectory(Path.Combine(_folder, name), Path.Combine(_folder, $"{name}.zip"));
        }
        var run = GraderProgram.Run("check", Path.Combine(_folder, "alice.zip"), Path.Combine(_folder, "bob"), "--report", $"json={_folder}/out/{{name}}.json");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Directory.GetFiles(Path.Combine(_folder, "out")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "alice.json", "bob.json" }));
    }

    [TestCase("hw.zip", "PK\u0003\u0004zip", "this archive cannot be read: it is damaged")]
    [TestCase("hw.zip", "", "this archive cannot be read: it is damaged")]
    [TestCase("hw.zip", "# Question 1", "this archive cannot be read: it is damaged")]
    [TestCase("hw.docx", "PK\u0003\u0004zip", "this archive cannot be read: it is damaged")]
    public void A_damaged_archive_is_told(string name, string bytes, string message)
    {
        var run = Check(Submit(name, bytes));
        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Error, Does.Contain(message).And.Not.Contain("   at "));
    }

    [Test]
    public void A_Word_document_is_named_and_so_is_a_way()
    {
        Submit("word/[Content_Types].xml", "x");
        Submit("word/word/document.xml", "x");
        ZipFile.CreateFromDirectory(Path.Combine(_folder, "word"), Path.Combine(_folder, "hw.docx"));
        var run = Check(Path.Combine(_folder, "hw.docx"));
        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Error, Does.Contain("this is a Word document, not text").And.Contain("\"converters\""));
    }

    [TestCase("hw.md", "hw.md", "hw.answers.csv", true)]
    [TestCase("hw.md", "hw.md", "answers.csv", false)]
    [TestCase("", "hw.md", "answers.csv", true)]
    [TestCase("", "in/hw.ipynb", "in/hw.answers.csv", true)]
    [TestCase("", "hw.md", "deeper/answers.csv", false)]
    public void A_file_of_answers_is_read_beside_its_submission_only(string given, string submission, string answers, bool isRead)
    {
        Submit(submission, submission.EndsWith(".md", StringComparison.Ordinal) ? "# Homework\n" : Notebook);
        Submit(answers, "check,value\n1b.macs-layer1,301989888\n");
        var run = Check(Path.Combine(_folder, given));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, isRead ? Does.Contain($"With the answers in {Path.GetFileName(answers)}").And.Contain($"{Path.GetFileName(answers)}, line 2, column 16: read 301989888") : Does.Not.Contain("read 301989888").And.Not.Contain("answers.csv"));
    }

    [Test]
    public void A_file_of_answers_in_an_archive_is_read_and_told_where_it_is_wrong()
    {
        Submit("in/hw.md", "# Homework\n");
        Submit("in/answers.csv", "1b.macs-layer1,301989888\n");
        ZipFile.CreateFromDirectory(Path.Combine(_folder, "in"), Path.Combine(_folder, "hw.zip"));
        var run = Check(Path.Combine(_folder, "hw.zip"), "--format", "json");
        Assert.That(run.Output, Does.Contain("\"answersFile\": \"answers.csv\"").And.Match("\"remarks\": \\[\\s+\\{\\s+\"file\": \"answers.csv\",\\s+\"line\": 1,\\s+\"column\": 1,\\s+\"say\": \"The first line is no header"));
    }

    [Test]
    public void A_name_in_an_archive_does_not_reach_the_terminal_as_a_command()
    {
        using (var zip = ZipFile.Open(Path.Combine(_folder, "x.zip"), ZipArchiveMode.Create))
        {
            zip.CreateEntry("\u001B[31ma.md");
            zip.CreateEntry("b\u202E.md");
        }
        var run = Check(Path.Combine(_folder, "x.zip"));
        Assert.That(run.ExitCode, Is.EqualTo(5));
        Assert.That(run.Error, Does.Contain("holds 2 submissions").And.Not.Contain("\u001B").And.Not.Contain("\u202E"));
    }

    private static RunResult Check(string path, params string[] more) => GraderProgram.Run(["check", path, .. more]);

    private string Submit(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
