using Grader.Grading;

namespace Grader.Reports;

/// <summary>Where on a page the checks and their answers in the text stand. A check goes by its place in the report, so that no text is part of an address.</summary>
internal sealed class CheckLinks
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HtmlSubmissionText _text;
    private int _written;

    public CheckLinks(GradeReport report, HtmlSubmissionText text)
    {
        _text = text;
        foreach (var check in report.Checks())
            _numbers.TryAdd(check.Id, _numbers.Count + 1);
    }

    public static string OfCheck(int number) => $"check-{number}";

    public static string OfText(int number) => $"text-{number}";

    /// <summary>The number of the check whose row is written next, 1-based.</summary>
    public int Next() => ++_written;

    /// <summary>Its answer is marked in the text.</summary>
    public bool IsMarked(int number) => _text.Marks(number);

    /// <summary>A check by its id: a link, where the report has it.</summary>
    public HtmlPage Write(HtmlPage page, string check) => _numbers.TryGetValue(check, out var number) ? page.Link(OfCheck(number), check) : page.Code(CheckLines.Shorten(check));

    public void WriteAll(HtmlPage page, IReadOnlyList<string> checks)
    {
        for (var i = 0; i < checks.Count; i++)
            Write(page.Text(i == 0 ? "" : i == checks.Count - 1 ? " and " : ", "), checks[i]);
    }
}
