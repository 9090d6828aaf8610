using System.Text;
using Grader.Reference.Cases;

namespace Grader.Reference.Tests;

public sealed class CaseTreeTests
{
    [Test]
    public void Every_node_knows_its_place()
    {
        var root = (CaseObject)Read("// a note\n{\n  \"a\": [1, \"two\", /* three */ true, null,],\r\n  \"b\": {},\n}", out _)!;
        var list = (CaseList)root["a"]!;
        Assert.Multiple(() =>
        {
            Assert.That(Place(root), Is.EqualTo((2, 1)));
            Assert.That(Place(root.Properties[0].Name), Is.EqualTo((3, 3)));
            Assert.That(list.Items.Items.Select(Place), Is.EqualTo(new[] { (3, 9), (3, 12), (3, 31), (3, 37) }));
            Assert.That(Place(root["b"]!), Is.EqualTo((4, 8)));
        });
    }

    [TestCase("0", "0")]
    [TestCase("-0", "0")]
    [TestCase("0.1", "0.1")]
    [TestCase("-12.50", "-12.5")]
    [TestCase("1e-5", "0.00001")]
    [TestCase("1.5E3", "1500")]
    [TestCase("123456789012345678901234567890", "123456789012345678901234567890")]
    public void Numbers_are_exact(string written, string value)
    {
        Assert.That(((CaseNumber)Read(written, out _)!).Value.ToString(), Is.EqualTo(value));
    }

    [TestCase("""  "a\nb\u0041\\\"/"  """, "a\nbA\\\"/")]
    [TestCase("\"größe 🙂\"", "größe 🙂")]
    public void Texts_lose_their_escapes(string written, string text)
    {
        Assert.That(((CaseText)Read(written, out _)!).Text, Is.EqualTo(text));
    }

    [Test]
    public void A_place_inside_a_text_counts_its_escapes()
    {
        var text = (CaseText)Read("""   "\u0041\\bc" """, out _)!;
        Assert.That(Enumerable.Range(0, 5).Select(offset => text.PlaceAt(offset).Column), Is.EqualTo(new[] { 5, 11, 13, 14, 15 }));
    }

    [TestCase("", "1:1: The file is empty.")]
    [TestCase("  // nothing\n", "2:1: The file is empty.")]
    [TestCase("{", "1:2: The file ends inside the object that begins at line 1, column 1.")]
    [TestCase("{\"a\": ", "1:7: The file ends where a value is expected.")]
    [TestCase("[1 2]", "1:4: A comma is missing before `2`.")]
    [TestCase("[1,,2]", "1:4: A comma stands where a value is expected.")]
    [TestCase("[,1]", "1:2: A comma stands where a value is expected.")]
    [TestCase("{\"a\" 1}", "1:6: A colon is missing after \"a\".")]
    [TestCase("{a: 1}", "1:2: The name a has no quotes.")]
    [TestCase("{\"a\": 1, \"a\": 2}", "1:10: \"a\" stands twice in this object.")]
    [TestCase("[\"a\n]", "1:2: This text has no closing quote on its line.")]
    [TestCase("[\"\\q\"]", "1:3: \\q is no escape in JSON.")]
    [TestCase("[1}", "1:3: The list that begins at line 1, column 1 is closed by }.")]
    [TestCase("[1] 2", "1:5: `2` stands after the end of the value that begins the file.")]
    [TestCase("[+1]", "1:2: +1 is not a number.")]
    [TestCase("[1.]", "1:2: 1. is not a number.")]
    [TestCase("[.5]", "1:2: .5 is not a number.")]
    [TestCase("[1e9999]", "1:2: 1e9999 is not a number.")]
    [TestCase("[1e-2147483648]", "1:2: 1e-2147483648 is not a number.")]
    [TestCase("[NaN]", "1:2: NaN is no value.")]
    [TestCase("[True]", "1:2: True is no value.")]
    [TestCase("['a']", "1:2: `'` stands where a value is expected.")]
    [TestCase("[1 /* 2]", "1:4: This comment has no end.")]
    public void The_first_problem_is_told_with_its_place(string text, string expected)
    {
        Read(text, out var problems);
        Assert.That($"{problems[0].Line}:{problems[0].Column}: {problems[0].Message}", Is.EqualTo(expected));
    }

    [Test]
    public void One_error_does_not_hide_the_others()
    {
        Read("{\n \"a\": 1\n \"b\": tru,\n \"c\": [1 2,\n \"d\": 'x'\n}", out var problems);
        Assert.That(problems.Select(problem => problem.Line), Is.SupersetOf(new[] { 3, 4, 5 }));
    }

    [Test]
    public void Bytes_that_are_not_UTF8_are_told_by_line()
    {
        var problems = new ProblemList();
        var root = CaseTreeReader.Read("q.json", [.. "{\n \""u8, 0xE9, .. "\": 1}"u8], problems);
        Assert.Multiple(() =>
        {
            Assert.That(root, Is.Null);
            Assert.That(problems.InOrder([])[0].ToString(), Is.EqualTo("q.json:2:3: The byte 0xE9 is not UTF-8. Save the file as UTF-8."));
        });
    }

    [Test]
    public void A_byte_order_mark_is_no_text()
    {
        var root = CaseTreeReader.Read("q.json", [0xEF, 0xBB, 0xBF, .. "[1]"u8], new());
        Assert.That(Place(root!), Is.EqualTo((1, 1)));
    }

    [TestCase('[')]
    [TestCase('{')]
    public void Depth_and_number_of_problems_are_bounded(char bracket)
    {
        Read(new string(bracket, 100_000), out var problems);
        Assert.That(problems, Has.Count.LessThan(CaseLimits.SyntaxProblems + 2));
    }

    [Test]
    public void Size_is_bounded()
    {
        var problems = new ProblemList();
        Assert.Multiple(() =>
        {
            Assert.That(CaseTreeReader.Read("q.json", new byte[CaseLimits.FileBytes + 1], problems), Is.Null);
            Assert.That(problems.InOrder([])[0].Message, Does.Contain("bytes"));
        });
    }

    [Test, CancelAfter(120_000)]
    public void Reading_ends_on_any_mutilated_text()
    {
        var random = new Random(573);
        const string seed = "{ \"a\": [1, \"t\\u0041\", true, null, { \"b\": -1.5e3, }, ], // c\n \"d\": \"x\" }";
        for (var round = 0; round < 3000; round++)
        {
            var text = new StringBuilder(seed);
            for (var change = 0; change < random.Next(1, 6); change++)
            {
                var at = random.Next(text.Length);
                if (random.Next(2) == 0)
                    text.Remove(at, 1);
                else
                    text.Insert(at, "{}[]\",:'/*\\\n1e.-t"[random.Next(17)]);
            }

            Assert.DoesNotThrow(() => Read(text.ToString(), out _), text.ToString());
        }
    }

    [TestCase(",")]
    [TestCase("]")]
    [TestCase("[")]
    [TestCase("x")]
    [TestCase("x:")]
    [TestCase("\"")]
    [TestCase("\"\\q")]
    [TestCase("[,]")]
    [TestCase("[1 2")]
    [TestCase("{a]")]
    public void Who_gives_up_reads_no_further(string piece)
    {
        foreach (var before in (string[])["[", "{", "{\"a\":", "[[{\"a\":["])
        {
            Read(before + string.Concat(Enumerable.Repeat(piece, 60)), out var problems);
            Assert.That(problems, Is.Not.Empty.And.Count.LessThan(2 * CaseLimits.SyntaxProblems), before);
        }
    }

    private static CaseNode? Read(string text, out IReadOnlyList<CaseProblem> problems)
    {
        var list = new ProblemList();
        var root = CaseTreeReader.Read("q.json", Encoding.UTF8.GetBytes(text), list);
        problems = list.InOrder([]);
        return root;
    }

    private static (int Line, int Column) Place(CaseNode node) => (node.Place.Line, node.Place.Column);
}
