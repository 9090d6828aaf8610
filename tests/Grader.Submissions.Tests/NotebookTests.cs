using System.Diagnostics.CodeAnalysis;

namespace Grader.Submissions.Tests;

public sealed class NotebookTests
{
    [Test]
    public async Task Read_takes_markdown_cells_and_outputs() => await Verify(DocumentDump.Print(Read(Notebook(
        """{"cell_type":"markdown","source":["## Question 1\n","### (a)\n","W' = 32"]}""",
        """{"cell_type":"code","source":"W = 21\nprint(W)","outputs":[{"output_type":"stream","name":"stdout","text":["Epoch 12/12 - acc: 0.7412\n"]},{"output_type":"stream","name":"stderr","text":"acc: 0.1"}]}""",
        """{"cell_type":"code","source":"A","outputs":[{"output_type":"execute_result","data":{"text/plain":["array([[1., 2.],\n","       [3., 4.],\n","       [5., 6.]])"]}}]}""",
        """{"cell_type":"code","source":"plot()","outputs":[{"output_type":"display_data","data":{"image/png":"AAAA","text/plain":"<Figure>"}}]}""",
        """{"cell_type":"code","source":"df","outputs":[{"output_type":"execute_result","data":{"text/html":"<table><tr><th>acc</th></tr><tr><td>0.74</td></tr></table>","text/plain":"acc"}}]}""",
        """{"cell_type":"markdown","source":"### (b)\n\n$W' = 31$"}"""))));

    [Test]
    public void Read_says_which_lines_are_which_cell()
    {
        var document = Read(Notebook("""{"cell_type":"markdown","source":"a\nb"}""", """{"cell_type":"code","source":"x","outputs":[]}""", """{"cell_type":"markdown","source":"W = 3"}"""));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Text, Is.EqualTo("a\nb\n\nW = 3"));
            Assert.That(document.Frames, Is.EqualTo(new Frame[] { new(1) { Cell = 1 }, new(4) { Cell = 3 } }));
        }
    }

    [Test]
    public void Read_of_version_3_finds_its_cells()
    {
        var document = Read("""{"worksheets":[{"cells":[{"cell_type":"heading","level":2,"source":"Question 2"},{"cell_type":"code","input":"x","outputs":[{"output_type":"pyout","text":"W = 3"}]}]}]}""");
        Assert.That(document.Text, Is.EqualTo("## Question 2\n\n```\nW = 3\n```"));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"cells":3}""")]
    [TestCase("not json")]
    [TestCase("""{"cells":[{"\ud835cell_type":"markdown"}]}""")]
    public void Read_of_no_notebook_says_so([StringSyntax("json")] string json)
    {
        var reading = NotebookReader.Read("x.ipynb", json);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reading.Document, Is.Null);
            Assert.That(reading.Problem, Does.StartWith("this is no notebook"));
        }
    }

    [TestCase("""{"cells":[3,null,{},{"cell_type":"markdown"},{"cell_type":"markdown","source":3},{"cell_type":"code","outputs":[3,{"output_type":"stream"},{"output_type":"execute_result","data":3}]}]}""")]
    [TestCase("""{"cells":[{"cell_type":"markdown","source":"\ud835"}]}""")]
    public void Read_passes_over_what_is_no_cell(string json) => Assert.That(Read(json).Sections, Is.Empty);

    [Test]
    public void Read_counts_the_lines_of_each_cell_and_output_by_themselves()
    {
        var document = Read(Notebook(
            """{"cell_type":"markdown","source":"# Homework\n\nBy me"}""",
            """{"cell_type":"code","source":"x\ny","outputs":[{"output_type":"stream","name":"stdout","text":"W = 4\n"},{"output_type":"execute_result","data":{"text/plain":"V = 1\nW = 3"}}]}""",
            """{"cell_type":"markdown","source":"\n\nW = 5"}"""));
        Assert.That(Formulas(document), Is.EqualTo(new[] { "cell 2, output 1, line 1: W = 4", "cell 2, output 2, line 1: V = 1", "cell 2, output 2, line 2: W = 3", "cell 3, line 3: W = 5" }));
    }

    [TestCase("""{"cell_type":"markdown","source":"```\nW = 4"}""")]
    [TestCase("""{"cell_type":"markdown","source":"~~~~python\nx = 1\n~~~"}""")]
    public void Read_ends_a_fence_with_its_cell(string open) =>
        Assert.That(Formulas(Read(Notebook(open, """{"cell_type":"markdown","source":"W = 5"}"""))), Does.Contain("cell 2, line 1: W = 5"));

    [TestCase("""{"nbformat":4,"cells":[{"cell_type":"markdown","source":"x"}]}""", ExpectedResult = true)]
    [TestCase("""  { "worksheets": [ { "cells": [ { "cell_type": "code" } ] } ] }""", ExpectedResult = true)]
    [TestCase("""{"cells": 3}""", ExpectedResult = false)]
    [TestCase("""A notebook has "cells" and each a "cell_type".""", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool Sign_tells_a_notebook_by_its_text(string text) => NotebookSign.In(text);

    private static List<string> Formulas(SubmissionDocument document) =>
        [.. document.Sections.Items.SelectMany(section => section.Statements.Items).OfType<FormulaStatement>().Select(formula => $"{formula.Place.Where}: {formula.Text}")];

    private static SubmissionDocument Read(string json) => NotebookReader.Read("x.ipynb", json).Document!;

    private static string Notebook(params string[] cells) => $"{{\"nbformat\":4,\"cells\":[{string.Join(',', cells)}]}}";
}
