using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Reports;

/// <summary>A question of a report: its points, by what it was judged, and a row a check.</summary>
internal static class HtmlQuestion
{
    /// <summary>A formula with more parts is told as it was written.</summary>
    private const int MostOfFormula = 400;

    /// <summary>Of an answer as it was written.</summary>
    private const int LongestShown = 300;

    public static void Write(HtmlPage page, QuestionGrade question, CheckLinks links)
    {
        page.Heading(2, $"Question {question.Id}: {question.Title}", Points(question.Points, question.PendingPoints, question.MaxPoints), "question");
        foreach (var said in CheckLines.JudgedBy(question).Prepend(question.Explains).Where(said => said.Length > 0))
            page.Paragraph(CheckLines.Shorten(said));
        var checks = question.Parts.Items.SelectMany(part => part.Checks.Items).ToList();
        var hasExpected = checks.Exists(check => check.Expected.Length > 0);
        var readHead = hasExpected ? "Read, and expected" : "Read";
        // On a narrow screen the rows are blocks, and the roles say what they still are.
        page.Element("table", [("class", "checks"), ("role", "table")], () =>
        {
            page.Element("caption", [], () => page.Text($"Checks of question {question.Id}"));
            page.Element("thead", [("role", "rowgroup")], () => page.Element("tr", [("role", "row")], () =>
            {
                foreach (var head in new[] { "Check", "Verdict", readHead, "Why" })
                    page.Element("th", [("scope", "col"), ("role", "columnheader")], () => page.Text(head));
            }));
            page.Element("tbody", [("role", "rowgroup")], () =>
            {
                foreach (var check in checks)
                    WriteRow(page, check, links, readHead);
            });
        });
    }

    private static void WriteRow(HtmlPage page, CheckGrade check, CheckLinks links, string readHead)
    {
        var number = links.Next();
        page.Element("tr", [("role", "row"), ("id", CheckLinks.OfCheck(number)), ("class", check.Verdict.Name())], () =>
        {
            page.Element("th", [("scope", "row"), ("role", "rowheader")], () => page.Code(CheckLines.Shorten(check.Id)).Element("span", [("class", "ask")], () => page.Text(CheckLines.Shorten(check.Ask))));
            Cell(page, "Verdict", () =>
            {
                VerdictBadge.Write(page, check.Verdict);
                page.Element("span", [("class", "earned")], () => page.Text(Points(check.Points, check.PendingPoints, check.MaxPoints)));
            });
            Cell(page, readHead, () =>
            {
                WriteFound(page, check, number, links);
                if (check.InBand is { } band)
                    BandStrip.Write(page, band);
                else if (check.Verdict != Verdict.Correct && check.Expected.Length > 0)
                    page.Element("div", [("class", "expected")], () => WriteExpected(page, check));
            });
            Cell(page, "Why", () => WriteWhy(page, check, links));
        });
    }

    private static void Cell(HtmlPage page, string head, Action content) => page.Element("td", [("role", "cell"), ("data-label", head)], content);

    private static void WriteFound(HtmlPage page, CheckGrade check, int number, CheckLinks links)
    {
        if (check.Found is not { } found)
        {
            page.Element("span", [("class", "soft")], () => page.Text("nothing"));
            return;
        }
        var isMarked = links.IsMarked(number);
        if (isMarked)
            page.Link(CheckLinks.OfText(number), CheckLines.Shorten(found.Where));
        else
            page.Element("span", [("class", "soft")], () => page.Text($"{CheckLines.Shorten(found.Where)}, column {found.Column}"));
        if (check.FoundFormula is { } formula && IsWorthSetting(formula))
            WriteFormula(page, formula, $"Read for {check.Id}");
        if (!isMarked || check.FoundFormula is not { } set || !IsWorthSetting(set))
            page.Element("code", [("class", "written")], () => page.Text(CheckLines.Cut(found.Text, LongestShown)));
    }

    private static void WriteExpected(HtmlPage page, CheckGrade check)
    {
        page.Element("span", [("class", "soft")], () => page.Text("expected"));
        if (check.ExpectedValue is { } value and (Tensor or Symbolic) && value is not Tensor { Entries.Count: > MostOfFormula } && KeyText.Expression(value) is var formula && IsWorthSetting(formula))
            WriteFormula(page, formula, $"Expected for {check.Id}");
        else
            page.Element("code", [("class", "written")], () => page.Text(CheckLines.Cut(check.Expected, LongestShown)));
    }

    private static void WriteWhy(HtmlPage page, CheckGrade check, CheckLinks links)
    {
        page.Text(CheckLines.Shorten(check.Message));
        if (check.CarriedFrom.Count > 0)
            page.Element("p", [("class", "soft")], () => links.WriteAll(page.Text("From "), [.. check.CarriedFrom.Items]));
    }

    /// <summary>A wide one scrolls, and by the keyboard too.</summary>
    private static void WriteFormula(HtmlPage page, Expression formula, string label)
    {
        if (IsWide(formula))
            page.Element("div", [("class", "formula"), ("tabindex", "0"), ("role", "group"), ("aria-label", label)], () => page.Math(formula));
        else
            page.Element("div", [("class", "formula")], () => page.Math(formula));
    }

    /// <summary>A number says the same as it was written.</summary>
    private static bool IsWorthSetting(Expression formula) => formula is not (Number or Measured or Negation { Operand: Number }) && Size(formula, MostOfFormula) <= MostOfFormula;

    private static bool IsWide(Expression formula) => Size(formula, MostOfFormula) > 9;

    /// <summary>How many parts it has; counting ends soon after the most.</summary>
    private static int Size(Expression formula, int most)
    {
        var size = 0;
        var open = new Stack<Expression>([formula]);
        while (size <= most && open.TryPop(out var part))
        {
            size++;
            foreach (var child in Children.Of(part))
                open.Push(child);
        }
        return size;
    }

    private static string Points(Rational points, Rational pending, Rational max) =>
        $"{PointsFormat.Text(points)} of {PointsFormat.Counted(max)}{(pending.Sign > 0 ? $", {PointsFormat.Text(pending)} pending" : "")}";
}
