using System.Globalization;
using System.Text;
using System.Xml;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>
/// JUnit XML, as GitLab, Jenkins and others read it: a suite a question, a case a check. What is pending is skipped, with what a person must look at; points stand in the suites' properties.
/// No times are written: the same report gives the same bytes.
/// </summary>
public static class JUnitReportWriter
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };

    public static string Write(GradeReport report, RunContext run)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var xml = XmlWriter.Create(text, Settings))
        {
            xml.WriteStartElement("testsuites");
            Attribute(xml, "name", $"{report.Assignment}: {report.Title}");
            Counts(xml, [.. report.Checks()], isWhole: true);
            foreach (var question in report.Questions)
                Suite(xml, report, question, run);
            xml.WriteEndElement();
        }
        return text.Append('\n').ToString();
    }

    private static void Suite(XmlWriter xml, GradeReport report, QuestionGrade question, RunContext run)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", $"{report.Assignment} question {question.Id}: {question.Title}");
        Counts(xml, [.. question.Parts.Items.SelectMany(part => part.Checks.Items)], isWhole: false);
        xml.WriteStartElement("properties");
        foreach (var (name, value) in new[] { ("points", question.Points), ("pendingPoints", question.PendingPoints), ("maxPoints", question.MaxPoints) })
        {
            xml.WriteStartElement("property");
            Attribute(xml, "name", name);
            Attribute(xml, "value", PointsFormat.Text(value));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        foreach (var part in question.Parts)
            foreach (var check in part.Checks)
                Case(xml, report, part, check, run);
        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, GradeReport report, PartGrade part, CheckGrade check, RunContext run)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", $"{report.Assignment}.{part.Id}");
        Attribute(xml, "name", $"{check.Id}: {check.Ask}");
        Attribute(xml, "file", run.PathOf(report, check.Found));
        if (!check.Passes())
        {
            xml.WriteStartElement(IsPending(check) ? "skipped" : "failure");
            Attribute(xml, "message", CheckLines.Score(check));
            if (!IsPending(check))
                Attribute(xml, "type", check.Verdict.Name());
            Text(xml, check);
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteStartElement("system-out");
            Text(xml, check);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static bool IsPending(CheckGrade check) => check.PendingPoints.Sign > 0;

    private static void Counts(XmlWriter xml, List<CheckGrade> checks, bool isWhole)
    {
        Attribute(xml, "tests", Number(checks.Count));
        Attribute(xml, "failures", Number(checks.Count(check => !check.Passes() && !IsPending(check))));
        Attribute(xml, "errors", "0");
        if (!isWhole)
            Attribute(xml, "skipped", Number(checks.Count(IsPending)));
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static void Text(XmlWriter xml, CheckGrade check) => xml.WriteString(string.Join('\n', CheckLines.Of(check).Select(XmlText.Clean)));

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, XmlText.Clean(value));
}
