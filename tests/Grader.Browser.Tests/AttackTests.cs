using Grader.Reports;

namespace Grader.Browser.Tests;

/// <summary>Nothing that a student or a case file says runs, asks for anything or becomes an element, wherever in a page it stands.</summary>
[TestFixture]
public sealed class AttackTests
{
    private static IEnumerable<string> Attacks => AttackCorpus.All.Select(attack => attack.Name);

    [TestCaseSource(nameof(Attacks))]
    public async Task No_attack_runs(string attack)
    {
        var text = AttackCorpus.All.Single(item => item.Name == attack).Text;
        await using var shown = await ShownPage.Open(HtmlReportWriter.Write(HostileReports.Everywhere(text), HostileReports.RunOf(new("1.0.0"), text)), Look.All[0]);
        // Handlers that wait for the mouse, the keyboard or a click.
        await shown.Page.EvaluateAsync("for (const e of document.querySelectorAll('*')) { for (const kind of ['mouseover', 'focus', 'error', 'load', 'toggle', 'animationstart']) e.dispatchEvent(new Event(kind)); if (e.matches('a, summary')) e.click(); }");
        Assert.That(shown.Deeds, Is.Empty);
        Assert.That(await shown.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('script, img, image, iframe, object, embed, link, base, form, input, button, audio, video, foreignObject, use, meta[http-equiv=refresh], a:not([href^=\"#\"])')].map(e => e.outerHTML)"), Is.Empty);
        Assert.That(await shown.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).filter(a => /^on/i.test(a.name) || /javascript:/i.test(a.value) && a.name != 'aria-label' && a.name != 'data-label').map(a => a.name)"), Is.Empty);
    }

    /// <summary>Were a script in the page, the policy would not run it: the watch sees that it was stopped.</summary>
    [Test]
    public async Task The_policy_stops_what_would_slip_through()
    {
        var page = HtmlReportWriter.Write(SampleReport.With(), new("1.0.0")).Replace("</main>", "<img src=\"https://example.org/x.png\"><script>alert(1)</script></main>", StringComparison.Ordinal);
        await using var shown = await ShownPage.Open(page, Look.All[0]);
        Assert.That(shown.Deeds, Has.Some.Contains("Content Security Policy").And.None.StartsWith("dialog"));
    }
}
