using Grader.Grading;

namespace Grader.Reports;

/// <summary>A verdict as a word with a sign before it: no colour is needed to tell one from another.</summary>
internal static class VerdictBadge
{
    /// <param name="count">How many have it; 0 to say the verdict alone.</param>
    public static void Write(HtmlPage page, Verdict verdict, int count = 0) => page.Element("span", [("class", $"verdict {verdict.Name()}")], () =>
    {
        page.Element("span", [("aria-hidden", "true")], () => page.Text(Sign(verdict)));
        page.Text(count > 0 ? $" {count} {verdict.Name()}" : $" {verdict.Name()}");
    });

    public static string Sign(Verdict verdict) => verdict switch
    {
        Verdict.Correct => "✓",
        Verdict.CarriedForward => "↪",
        Verdict.Partial => "◐",
        Verdict.Incorrect => "✗",
        Verdict.Missing => "∅",
        _ => "?",
    };
}
