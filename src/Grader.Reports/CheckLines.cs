using Grader.Grading;

namespace Grader.Reports;

/// <summary>What is said of one check, line by line and not yet escaped: each writer passes it through the function at its boundary.</summary>
internal static class CheckLines
{
    /// <summary>A text of a megabyte helps nobody who reads a log.</summary>
    private const int Longest = 1000;

    public static IEnumerable<string> Of(CheckGrade check)
    {
        yield return check.Found is { } found ? $"{found.Where}, column {found.Column}: read {Shorten(found.Text)}" : "Nothing read.";
        if (check.Verdict != Verdict.Correct && check.Expected.Length > 0)
            yield return $"Expected: {Shorten(check.Expected)}";
        if (check.Message.Length > 0)
            yield return Shorten(check.Message);
        if (check.PendingPoints.Sign > 0)
            yield return Pending(check);
    }

    /// <summary>By what names and conventions a question was judged, where not by the key's.</summary>
    public static IEnumerable<string> JudgedBy(QuestionGrade question) =>
        question.Relabellings.Items.Select(relabelling => $"{relabelling.Say} {char.ToUpperInvariant(relabelling.Text[0])}{relabelling.Text[1..]}.")
            .Concat(question.Conventions.Items.Select(convention => $"Judged by the convention taken here: {convention.Say}."));

    /// <summary><c>incorrect, 0 of 1 point</c>.</summary>
    public static string Score(CheckGrade check) => $"{check.Verdict.Name()}, {PointsFormat.Text(check.Points)} of {PointsFormat.Counted(check.MaxPoints)}";

    /// <summary><c>31.5 of 40 points, and 4 pending: a person decides</c>.</summary>
    public static string Total(GradeReport report) =>
        $"{PointsFormat.Text(report.Points)} of {PointsFormat.Counted(report.MaxPoints)}" + (report.PendingPoints.Sign > 0 ? $", and {PointsFormat.Text(report.PendingPoints)} pending: a person decides" : "");

    /// <summary><c>line 3, column 5: tabs taken as columns</c>; of no line, the sentence alone.</summary>
    public static string Placed(CountedIn? frame, int line, int column, string say) => line > 0 ? $"{(frame is null ? "" : frame.Say + ", ")}line {line}, column {column}: {say}" : say;

    public static string Pending(CheckGrade check) => $"{PointsFormat.Counted(check.PendingPoints)} pending: a person decides.";

    /// <summary>Right, and nothing left to decide.</summary>
    public static bool Passes(this CheckGrade check) => check.Verdict is Verdict.Correct or Verdict.CarriedForward && check.PendingPoints.Sign <= 0;

    public static string Shorten(string text) => Cut(text, Longest);

    /// <summary>No more of a text than that, and no half a character.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), "…");
}
