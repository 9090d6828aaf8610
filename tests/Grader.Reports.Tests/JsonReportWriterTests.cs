using System.Text.Json;
using Grader.Grading;

namespace Grader.Reports.Tests;

[TestFixture]
public sealed class JsonReportWriterTests
{
    [Test]
    public Task Writes_the_report_of_every_verdict() => Verify(JsonReportWriter.Write(SampleReport.With(), "1.0.0"), "json");

    [Test]
    public void Points_are_numbers_rounded_to_four_decimals()
    {
        using var json = Parse("21");
        Assert.That(json.RootElement.GetProperty("points").GetRawText(), Is.EqualTo("4.3333"));
        Assert.That(json.RootElement.GetProperty("maxPoints").GetRawText(), Is.EqualTo("8"));
    }

    [Test]
    public void Equal_reports_give_equal_bytes()
    {
        var first = JsonReportWriter.Write(SampleReport.With(), "1.0.0");
        var second = JsonReportWriter.Write(SampleReport.With(), "1.0.0");
        Assert.That(second, Is.EqualTo(first));
    }

    [TestCase("</script><img src=x onerror=alert(1)>")]
    [TestCase("\u001b[31m red \u0000 nul")]
    [TestCase("quote \" backslash \\ newline \n tab \t")]
    [TestCase("𝟐𝟏 full ２１ 中文 emoji 🎓")]
    [TestCase("\u202Eevil\u2066")]
    public void Student_text_comes_back_as_it_was(string text)
    {
        using var json = Parse(text);
        Assert.That(FoundText(json), Is.EqualTo(text));
        Assert.That(json.RootElement.GetRawText(), Does.Not.Contain("<script"));
    }

    [Test]
    public void Lone_surrogates_become_replacement_characters()
    {
        using var json = Parse("a\uD800b\uDC00");
        Assert.That(FoundText(json), Is.EqualTo("a\uFFFDb\uFFFD"));
    }

    private static JsonDocument Parse(string text) => JsonDocument.Parse(JsonReportWriter.Write(SampleReport.With(text), "1.0.0"));

    private static string? FoundText(JsonDocument json) => json.RootElement
        .GetProperty("questions")[0].GetProperty("parts")[0].GetProperty("checks")[0].GetProperty("found").GetProperty("text").GetString();
}
