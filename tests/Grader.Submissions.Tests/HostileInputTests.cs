using CsCheck;

namespace Grader.Submissions.Tests;

public sealed class HostileInputTests
{
    private static readonly string[] Pieces =
        ["$", "$$", "\\(", "\\)", "\\[", "\\]", "*", "**", "_", "`", "```\n", "|", "\t", "\n", "\n\n", "> ", "- ", "1. ", "# ", "(a) ", "Question 1\n", "= ", "3", "1,234", "W'", "the accuracy is ", "fell to ", " and ", "respectively", "\\frac{1}{2}",
         "\\begin{align}", "\\end{align}", "\\\\", "&", "[[1 2]\n [3 4]]", "<table>", "<tr><td>", "</table>", "<!--", "-->", "![x](y)", "８", "\u200B", "𝑊", "\uD835", "\0", "{", "}", "8 min 41 s", "or ", ":", "~~", "%", ".", "→", "\r\n", "---\n", "|---|---|\n", "layer 1 "];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(string.Concat));

    [Test]
    public void Read_of_any_text_has_places_inside_it() => Texts.Hold(
        text =>
        {
            var document = SubmissionReader.Read("x.md", text);
            foreach (var section in document.Sections)
            {
                Inside(text, section.Place, section.Heading);
                foreach (var statement in section.Statements)
                    Inside(text, statement);
            }
            foreach (var repair in document.Repairs)
                Inside(text, repair.Place, null);
            return true;
        },
        3000);

    /// <summary>Found by the fuzzer: what a number is called was looked for back to the start, over all brackets and commas, from each of them anew.</summary>
    [TestCase("]],,", 3_000)]
    [TestCase("[[]][", 2_400)]
    [TestCase("(,", 6_000)]
    public void Read_of_brackets_before_a_number_costs_little(string bracket, int times)
    {
        var text = "# 1\n\n```answers\n1b.x: " + string.Concat(Enumerable.Repeat(bracket, times)) + " 1\n```\n\n" + string.Concat(Enumerable.Repeat(bracket, times)) + " 1\n";
        SubmissionReader.Read("x.md", text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        SubmissionReader.Read("x.md", text);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(50_000_000));
    }

    private static void Inside(string text, Statement statement)
    {
        Inside(text, statement.Place, statement.Text);
        switch (statement)
        {
            case FormulaStatement formula:
                foreach (var member in formula.Members)
                    Inside(text, member.Place, member.Text);
                if (formula.Error is { } error && (error.Position < 0 || error.Position > formula.Text.Length))
                    throw new InvalidOperationException($"position {error.Position} in {formula.Text}");
                break;
            case TableStatement table:
                foreach (var cell in table.Rows.Items.SelectMany(row => row.Items))
                    Inside(text, cell.Place, cell.Text);
                break;
            case SentenceStatement sentence:
                foreach (var number in sentence.Numbers)
                    Inside(text, number.Place, number.Text);
                foreach (var change in sentence.Changes)
                    Inside(text, change.Place, change.Text);
                break;
        }
    }

    private static void Inside(string text, Place place, string? written)
    {
        if (place.Start < 0 || place.End < place.Start || place.End > text.Length)
            throw new InvalidOperationException($"{place} in a text of {text.Length}");
        if (written is not null && written != text[place.Start..place.End])
            throw new InvalidOperationException($"{place} holds {text[place.Start..place.End]}, not {written}");
        var lines = text[..place.Start].Replace("\r\n", "\n").Count(c => c is '\n' or '\r') + 1;
        if (place.Line != lines && !(place.Start > 0 && place.Start < text.Length && text[place.Start - 1] == '\r' && text[place.Start] == '\n'))
            throw new InvalidOperationException($"{place} is in line {lines}");
    }

    [TestCase(">")]
    [TestCase("> ")]
    [TestCase("[")]
    [TestCase("[ ")]
    [TestCase("$")]
    [TestCase("$$ ")]
    [TestCase("$ ")]
    [TestCase("*")]
    [TestCase("* ")]
    [TestCase("**a ")]
    [TestCase("_a")]
    [TestCase("`")]
    [TestCase("` ``")]
    [TestCase("(")]
    [TestCase("{")]
    [TestCase("\\(")]
    [TestCase("\\[ ")]
    [TestCase("\\begin{a}")]
    [TestCase("\\frac{")]
    [TestCase("<table>")]
    [TestCase("<td>")]
    [TestCase("<!--")]
    [TestCase("|")]
    [TestCase("|a")]
    [TestCase("a\t")]
    [TestCase("- ")]
    [TestCase("1. ")]
    [TestCase("=")]
    [TestCase("1=")]
    [TestCase("1 = a = ")]
    [TestCase("1+")]
    [TestCase("1,")]
    [TestCase("1 ")]
    [TestCase("a ")]
    [TestCase("is 5 and ")]
    [TestCase("rose and ")]
    [TestCase("rose ")]
    [TestCase("~~a")]
    [TestCase("![")]
    [TestCase("![a](")]
    [TestCase("[a](")]
    [TestCase("&")]
    [TestCase("# a\n")]
    [TestCase("(a)\n\n")]
    [TestCase("- a\n  ")]
    [TestCase("\n> ")]
    [TestCase("For layer 1:\n\n")]
    [TestCase("# b\n\n![](c)\n\n")]
    [TestCase("\0")]
    [TestCase("\uD835")]
    [TestCase("８")]
    [TestCase("1\t2\n")]
    [TestCase("1 2 3\n")]
    [TestCase("|1|2|\n")]
    [TestCase("<table><tr><td>1</td></tr></table>\n\n")]
    [TestCase("8 min ")]
    [TestCase("8:41 ")]
    [TestCase("x'")]
    [TestCase("x_")]
    [CancelAfter(120_000)]
    public void Read_of_one_thing_over_and_over_takes_linear_time(string piece)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        SubmissionReader.Read("x.md", string.Concat(Enumerable.Repeat(piece, 100_000)));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public void Read_of_deep_lists_says_that_they_were_flattened()
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(i => new string(' ', 2 * i) + "- a\n"));
        Assert.That(SubmissionReader.Read("x.md", text).Repairs.Items.Any(repair => repair.Say.StartsWith("more than")));
    }
}
