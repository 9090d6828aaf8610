using System.Xml.Linq;

namespace Grader.Mathematics.Tests.Printing;

[TestFixture]
public sealed class MathMLPrinterTests
{
    /// <summary>A student's names reach a page: whatever they hold, it is well-formed MathML that says no more than they do.</summary>
    [TestCase("a\0d", "ad")]
    [TestCase("a\u0007\u001b[31md", "a[31md")]
    [TestCase("a\u202Ed\u2066", "ad")]
    [TestCase("a\u200B\uFEFFd", "ad")]
    [TestCase("a\u2028d", "ad")]
    [TestCase("a\uFFFEd\uFFFF", "ad")]
    [TestCase("<script>&\"", "<script>&\"")]
    [TestCase("größe 😀", "größe 😀")]
    public void A_name_is_text(string name, string shown)
    {
        var element = XElement.Parse(MathMLPrinter.Print(new Symbol(name)));
        Assert.That(element.Descendants("mi").Single().Value, Is.EqualTo(shown));
    }

    [Test]
    public void Half_a_character_is_none() => Assert.That(XElement.Parse(MathMLPrinter.Print(new Symbol("a\uD83D"))).Descendants("mi").Single().Value, Is.EqualTo("a\uFFFD"));
}
