using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>
/// The report as one page that needs nothing else: the result and what explains it, a table of checks a question, and beside them the submission with each answer marked and
/// linked both ways. Formulas are MathML, bands are drawn.
/// </summary>
public static class HtmlReportWriter
{
    public static string Write(GradeReport report, RunContext run)
    {
        var page = new HtmlPage(HtmlReportStyle.Text);
        var text = HtmlSubmissionText.Of(report, run);
        var links = new CheckLinks(report, text);
        WriteResult(page, report, links);
        var curves = report.Audience == Audience.Instructor || report.AnswersReleased ? run.Curves : [];
        foreach (var question in report.Questions)
        {
            HtmlQuestion.Write(page, question, links);
            foreach (var own in curves.Items.Where(own => own.Question == question.Id))
                CurvesChart.Write(page, own);
        }
        if (text.HasMarks || run.Text.Count > 0)
            text.WriteTo(page);
        WriteReading(page, report, run);
        return page.Write(report.Title, Subtitle(report));
    }

    private static string Subtitle(GradeReport report)
    {
        var said = new List<string> { report.Submission.Name };
        if (report.Student.Length > 0)
            said.Add($"the variant of {report.Student}");
        if (report.Submission.File.Length > 0)
            said.Add($"read: {report.Submission.File}");
        if (report.Submission.ConvertedBy.Length > 0)
            said.Add($"converted to text by {report.Submission.ConvertedBy}");
        if (report.Submission.AnswersFile.Length > 0)
            said.Add($"with the answers in {report.Submission.AnswersFile}");
        return string.Join("; ", said.Select(CheckLines.Shorten));
    }

    private static void WriteResult(HtmlPage page, GradeReport report, CheckLinks links)
    {
        page.Heading(2, "Result");
        page.Inside("p", "total", () => page.Inside("strong", "", () => page.Text(PointsFormat.Text(report.Points))).Text($" of {PointsFormat.Counted(report.MaxPoints)}{(report.PendingPoints.Sign > 0 ? $", and {PointsFormat.Text(report.PendingPoints)} pending: a person decides" : "")}"));
        PointsBar.Write(page, report.Points, report.PendingPoints, report.MaxPoints);
        page.Inside("ul", "counts", () =>
        {
            foreach (var group in report.Checks().GroupBy(check => check.Verdict).OrderBy(group => group.Key))
                page.Inside("li", "", () => VerdictBadge.Write(page, group.Key, group.Count()));
        });
        WriteDiagnosis(page, report, links);
        var pending = report.Checks().Where(check => check.PendingPoints.Sign > 0).ToList();
        if (pending.Count > 0)
        {
            page.Heading(3, "For a person to decide");
            page.Inside("ul", "links", () =>
            {
                foreach (var check in pending)
                    page.Inside("li", "", () => links.Write(page, check.Id).Text($" {PointsFormat.Counted(check.PendingPoints)}"));
            });
        }
        WritePoints(page, report);
    }

    private static void WriteDiagnosis(HtmlPage page, GradeReport report, CheckLinks links)
    {
        if (report.Questions.Items.All(question => question.Explains.Length == 0))
            return;
        page.Heading(3, "What explains the wrong answers");
        foreach (var question in report.Questions.Items.Where(question => question.Explains.Length > 0))
        {
            page.Inside("div", "diagnosis", () =>
            {
                page.Paragraph(CheckLines.Shorten(question.Explains));
                var checks = report.Mistakes.Items.Where(mistake => mistake.Question == question.Id).SelectMany(mistake => mistake.Checks.Items).Distinct(StringComparer.Ordinal).ToList();
                if (checks.Count > 0)
                    page.Inside("p", "links", () => links.WriteAll(page.Text("Made in "), checks));
            });
        }
    }

    private static void WritePoints(HtmlPage page, GradeReport report)
    {
        page.Inside("table", "points", () =>
        {
            page.Inside("caption", "", () => page.Text("Points of each question"));
            page.Inside("thead", "", () => page.Inside("tr", "", () =>
            {
                foreach (var head in new[] { "Question", "Points", "Pending", "Of" })
                    page.Element("th", [("scope", "col")], () => page.Text(head));
            }));
            page.Inside("tbody", "", () =>
            {
                for (var i = 0; i < report.Questions.Count; i++)
                {
                    var (question, id) = (report.Questions[i], page.SectionId(i + 1));
                    page.Inside("tr", "", () =>
                    {
                        page.Element("th", [("scope", "row")], () => page.Link(id, $"{question.Id} {question.Title}"));
                        foreach (var points in new[] { question.Points, question.PendingPoints, question.MaxPoints })
                            page.Inside("td", "", () => page.Text(PointsFormat.Text(points)));
                    });
                }
            });
        });
    }

    /// <summary>What is to know of how it was read, and of what this page was made.</summary>
    private static void WriteReading(HtmlPage page, GradeReport report, RunContext run)
    {
        page.Heading(2, "How it was read");
        WriteList(page, "To know of it", report.Remarks.Items.Select(remark => CheckLines.Placed(remark.In, remark.Line, remark.Column, remark.Say)));
        WriteList(page, "Mended to read it", report.Repairs.Items.Select(repair => CheckLines.Placed(repair.In, repair.Line, repair.Column, repair.Say)));
        page.Inside("dl", "soft", () =>
        {
            foreach (var (term, value) in new[] { ("Submission, SHA-256", report.Submission.Sha256), ("Key, SHA-256", report.KeySha256), ("Grader", run.Version), ("For", report.Audience == Audience.Student ? "students" : "instructors: it holds right answers") })
                page.Inside("dt", "", () => page.Text(term)).Inside("dd", "", () => page.Text(value));
        });
    }

    private static void WriteList(HtmlPage page, string head, IEnumerable<string> items)
    {
        const int MostOpen = 10;
        var all = items.Select(CheckLines.Shorten).ToList();
        if (all.Count == 0)
            return;
        page.Heading(3, head);
        WriteItems(page, all.Take(MostOpen));
        if (all.Count > MostOpen)
            page.Inside("details", "", () => WriteItems(page.Inside("summary", "", () => page.Text($"{all.Count - MostOpen} more")), all.Skip(MostOpen)));
    }

    private static void WriteItems(HtmlPage page, IEnumerable<string> items) => page.Inside("ul", "", () =>
    {
        foreach (var item in items)
            page.Inside("li", "", () => page.Text(item));
    });
}
