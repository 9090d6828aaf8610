using System.Diagnostics.CodeAnalysis;

namespace Grader.Submissions.Tests;

public sealed class NotebookTests
{
    [Test]
    public async Task Read_takes_markdown_cells_and_outputs() => await Verify(DocumentDump.Print(NotebookReader.Read("x.ipynb", Notebook(
        """{"cell_type":"markdown","source":["## Question 1\n","### (a)\n","W' = 32"]}""",
        """{"cell_type":"code","source":"W = 21\nprint(W)","outputs":[{"output_type":"stream","name":"stdout","text":["Epoch 12/12 - acc: 0.7412\n"]},{"output_type":"stream","name":"stderr","text":"acc: 0.1"}]}""",
        """{"cell_type":"code","source":"A","outputs":[{"output_type":"execute_result","data":{"text/plain":["array([[1., 2.],\n","       [3., 4.],\n","       [5., 6.]])"]}}]}""",
        """{"cell_type":"code","source":"plot()","outputs":[{"output_type":"display_data","data":{"image/png":"AAAA","text/plain":"<Figure>"}}]}""",
        """{"cell_type":"code","source":"df","outputs":[{"output_type":"execute_result","data":{"text/html":"<table><tr><th>acc</th></tr><tr><td>0.74</td></tr></table>","text/plain":"acc"}}]}""",
        """{"cell_type":"markdown","source":"### (b)\n\n$W' = 31$"}"""))));

    [Test]
    public void Read_says_which_lines_are_which_cell()
    {
        var document = NotebookReader.Read("x.ipynb", Notebook("""{"cell_type":"markdown","source":"a\nb"}""", """{"cell_type":"code","source":"x","outputs":[]}""", """{"cell_type":"markdown","source":"W = 3"}"""));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Text, Is.EqualTo("a\nb\n\nW = 3"));
            Assert.That(document.Cells, Is.EqualTo(new NotebookCell[] { new(1, 1), new(3, 4) }));
        }
    }

    [Test]
    public void Read_of_version_3_finds_its_cells()
    {
        var document = NotebookReader.Read("x.ipynb", """{"worksheets":[{"cells":[{"cell_type":"heading","level":2,"source":"Question 2"},{"cell_type":"code","input":"x","outputs":[{"output_type":"pyout","text":"W = 3"}]}]}]}""");
        Assert.That(document.Text, Is.EqualTo("## Question 2\n\n```\nW = 3\n```"));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"cells":3}""")]
    [TestCase("not json")]
    public void Read_of_no_notebook_says_so([StringSyntax("json")] string json)
    {
        var document = NotebookReader.Read("x.ipynb", json);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Sections, Is.Empty);
            Assert.That(document.Repairs.Items.Single().Say, Does.StartWith("this is no notebook"));
        }
    }

    [TestCase("""{"cells":[3,null,{},{"cell_type":"markdown"},{"cell_type":"markdown","source":3},{"cell_type":"code","outputs":[3,{"output_type":"stream"},{"output_type":"execute_result","data":3}]}]}""")]
    [TestCase("""{"cells":[{"cell_type":"markdown","source":"\ud835"}]}""")]
    public void Read_passes_over_what_is_no_cell(string json) => Assert.That(NotebookReader.Read("x.ipynb", json).Sections, Is.Empty);

    private static string Notebook(params string[] cells) => $"{{\"nbformat\":4,\"cells\":[{string.Join(',', cells)}]}}";
}
