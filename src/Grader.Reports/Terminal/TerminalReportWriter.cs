using System.Globalization;
using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Grader.Reports;

/// <summary>A terminal that a report is shown in.</summary>
/// <param name="Width">In columns.</param>
/// <param name="HasColors">Verdicts are coloured besides being named.</param>
public sealed record TerminalScreen(int Width, bool HasColors);

/// <summary>
/// The report on a screen: says what <see cref="TextReportWriter"/> says, as wide as the window, a table a question where there is room, with colours where they are wanted.
/// Whatever comes from outside is a text with a style and never markup.
/// </summary>
public static class TerminalReportWriter
{
    /// <summary>Below it a table would have columns of a word.</summary>
    private const int TableWidth = 120;
    private const int PointsWidth = 12;
    private const int Narrowest = 40;
    private const int Widest = 180;

    private static readonly Style Plain = Style.Plain;
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Notable = new(Color.Yellow);

    /// <param name="worked">What to show the working of; null for nothing.</param>
    public static string Write(GradeReport report, TerminalScreen screen, AnswerKey? worked = null)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = Console(writer, screen);
        WriteHead(console, report);
        foreach (var question in report.Questions)
            WriteQuestion(console, question, worked);
        console.WriteLine();
        WriteList(console, "To know of it:", report.Remarks.Items.Select(remark => CheckLines.Placed(remark.In, remark.Line, remark.Column, remark.Say)));
        WriteList(console, "Mended to read it:", report.Repairs.Items.Select(repair => CheckLines.Placed(repair.In, repair.Line, repair.Column, repair.Say)));
        console.Write(new Text($"Total: {TextReportWriter.Points(report.Points, report.PendingPoints, report.MaxPoints)}\n", Strong));
        console.Write(Counts(report));
        return Trimmed(writer.ToString());
    }

    private static IAnsiConsole Console(StringWriter writer, TerminalScreen screen)
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = screen.HasColors ? AnsiSupport.Yes : AnsiSupport.No,
            // The sixteen colours are those that the reader chose for the terminal.
            ColorSystem = screen.HasColors ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new() { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Math.Clamp(screen.Width, Narrowest, Widest);
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private static void WriteHead(IAnsiConsole console, GradeReport report)
    {
        var head = new Paragraph().Append(Clean(report.Submission.Name), Strong).Append($"  {Clean(report.Assignment)}: {Clean(report.Title)}", Plain);
        if (report.Student.Length > 0)
            head.Append($"  (the variant of {Clean(report.Student)})", Plain);
        console.Write(head.Append("\n", Plain));
        foreach (var said in TextReportWriter.Sources(report.Submission))
            Indented(console, 2, said, Quiet);
    }

    private static void WriteQuestion(IAnsiConsole console, QuestionGrade question, AnswerKey? worked)
    {
        console.WriteLine();
        console.Write(new Paragraph()
            .Append($"Question {Clean(question.Id)}  {Clean(question.Title)}  ", Strong)
            .Append($"{TextReportWriter.Points(question.Points, question.PendingPoints, question.MaxPoints)}\n", Strong));
        if (question.Explains.Length > 0)
            Indented(console, 2, question.Explains, Notable);
        foreach (var said in CheckLines.JudgedBy(question))
            Indented(console, 2, said, Quiet);
        var checks = question.Parts.Items.SelectMany(part => part.Checks.Items).ToList();
        if (console.Profile.Width >= TableWidth)
            console.Write(AsTable(checks));
        foreach (var check in checks)
        {
            if (console.Profile.Width < TableWidth)
                WriteCheck(console, check);
            var steps = TextReportWriter.Working(worked, check).ToList();
            if (steps.Count == 0)
                continue;
            Indented(console, 6, console.Profile.Width < TableWidth ? "Worked solution:" : $"Worked solution of {check.Id}:", Strong);
            foreach (var step in steps)
                Indented(console, 8, step, Plain);
        }
    }

    private static Table AsTable(List<CheckGrade> checks)
    {
        var saysExpected = checks.Exists(TextReportWriter.SaysExpected);
        string[] heads = ["check", "verdict", "points", "read", .. saysExpected ? ["expected"] : Array.Empty<string>(), "why"];
        var table = new Table { Border = TableBorder.Simple, Expand = true };
        foreach (var head in heads)
            table.AddColumn(new TableColumn(new Text(head, Quiet)) { NoWrap = head is "check" or "verdict", Width = head == "points" ? PointsWidth : null });
        foreach (var check in checks)
        {
            var (mark, style) = (TextReportWriter.Mark(check.Verdict), StyleOf(check.Verdict));
            List<IRenderable> cells =
            [
                new Text($"{mark} {Clean(check.Id)}", style),
                new Text(check.Verdict.Name(), style),
                new Text(TextReportWriter.PointsOf(check)),
                check.Found is { } found
                    ? new Paragraph().Append($"{TextReportWriter.At(found.In, found.Line, found.Column)} ", Quiet).Append(TextReportWriter.Shorten(Clean(found.Text)), Plain)
                    : new Text("nothing", Quiet),
            ];
            if (saysExpected)
                cells.Add(new Text(TextReportWriter.SaysExpected(check) ? TextReportWriter.Shorten(Clean(check.Expected)) : ""));
            cells.Add(new Text(TextReportWriter.SaysWhy(check) ? Clean(check.Message) : ""));
            table.AddRow(cells);
        }
        return table;
    }

    private static void WriteCheck(IAnsiConsole console, CheckGrade check)
    {
        var style = StyleOf(check.Verdict);
        console.Write(new Padder(
            new Paragraph().Append($"{TextReportWriter.Mark(check.Verdict)} {Clean(check.Id),-24} ", style).Append($"{check.Verdict.Name(),-15} ", style).Append(TextReportWriter.PointsOf(check), Plain),
            new(2, 0, 0, 0)));
        Indented(console, 6, TextReportWriter.Reading(check), Plain);
        if (TextReportWriter.SaysWhy(check))
            Indented(console, 6, check.Message, Plain);
    }

    private static void WriteList(IAnsiConsole console, string head, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
            return;
        console.Write(new Text(head + "\n", Strong));
        foreach (var item in all.Take(TextReportWriter.MostShown))
            Indented(console, 2, item, Plain);
        if (all.Count > TextReportWriter.MostShown)
            Indented(console, 2, $"and {all.Count - TextReportWriter.MostShown} more", Quiet);
        console.WriteLine();
    }

    private static Paragraph Counts(GradeReport report)
    {
        var counts = new Paragraph().Append($"{report.Checks().Count()} checks: ", Plain);
        var isFirst = true;
        foreach (var (verdict, count) in TextReportWriter.Counts(report))
        {
            counts.Append(isFirst ? "" : ", ", Plain).Append($"{count} {verdict.Name()}", StyleOf(verdict));
            isFirst = false;
        }
        return counts.Append("\n", Plain);
    }

    private static void Indented(IAnsiConsole console, int indent, string text, Style style) => console.Write(new Padder(new Text(Clean(text), style), new(indent, 0, 0, 0)));

    private static Style StyleOf(Verdict verdict) => verdict switch
    {
        Verdict.Correct or Verdict.CarriedForward => new(Color.Green),
        Verdict.Incorrect or Verdict.Missing => new(Color.Red),
        _ => Notable,
    };

    private static string Clean(string text) => TerminalText.Clean(text);

    /// <summary>A widget fills its lines with spaces, which make a copied report ragged.</summary>
    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd(' ')));
}
