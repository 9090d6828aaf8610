using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Grader.Grading;
using Microsoft.Playwright;

namespace Grader.Browser.Tests;

/// <summary>The report as a browser shows it: for everybody, in every light and width, and by the keyboard alone.</summary>
[TestFixture]
public sealed class HtmlReportTests
{
    /// <summary>Whatever can stand on a page, in every look; the other pages in one.</summary>
    private static IEnumerable<TestCaseData> Views => ReportPages.All.Keys.SelectMany(page => Look.All.Take(page is "scanned, instructor" or "every verdict" or "notebook" ? Look.All.Count : 1).Select(look => new TestCaseData(page, look)));

    private static IEnumerable<string> Pages => ReportPages.All.Keys;

    [TestCaseSource(nameof(Views))]
    public async Task Axe_finds_nothing_and_the_page_asks_for_nothing(string page, Look look)
    {
        await using var shown = await ShownPage.Open(ReportPages.All[page](), look);
        Assert.That(shown.Deeds, Is.Empty);
        var result = await shown.Page.RunAxe();
        Assert.That(result.Violations.Select(Say), Is.Empty);
        Assert.That(result.Passes, Is.Not.Empty);
        Assert.That(await shown.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(look.Width), "nothing is wider than the screen");
    }

    [TestCase("<html lang=\"en\">", "<html>", "html-has-lang")]
    [TestCase("<th scope=\"row\"", "<img src=\"data:,\"><th scope=\"row\"", "image-alt")]
    [TestCase("</h1>", "</h1><h5>x</h5>", "heading-order")]
    [TestCase("<style>", "<style>p { color: #c8c8c8 !important; }", "color-contrast", Description = "The policy is left out for it: it refuses another style.")]
    public async Task And_axe_would_find_it(string right, string wrong, string rule)
    {
        var html = ReportPages.All["every verdict"]().Replace(right, wrong, StringComparison.Ordinal).Replace("Content-Security-Policy", "x", StringComparison.Ordinal);
        await using var shown = await ShownPage.Open(html, Look.All[0]);
        Assert.That((await shown.Page.RunAxe()).Violations.Select(violation => violation.Id), Does.Contain(rule));
    }

    /// <summary>Tab goes through all links in turn, and each shows that it has the focus.</summary>
    [TestCaseSource(nameof(Pages))]
    public async Task The_keyboard_reaches_every_link(string page)
    {
        await using var shown = await ShownPage.Open(ReportPages.All[page](), Look.All[0]);
        var expected = await shown.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map((a, i) => { a.dataset.n = i; return `${i} ${a.hash}`; })");
        Assert.That(expected.Where(link => link.Contains("#check-")), Is.Not.Empty);
        var reached = new HashSet<string>();
        for (var i = 0; i < expected.Length * 2 + 50 && reached.Count < expected.Length; i++)
        {
            await shown.Page.Keyboard.PressAsync("Tab");
            var focus = await shown.Page.EvaluateAsync<string[]>("(e => [e.matches('a[href]') ? `${e.dataset.n} ${e.hash}` : '', getComputedStyle(e).outlineStyle, e.checkVisibility() && e.getClientRects().length > 0 ? 'seen' : 'hidden'])(document.activeElement)");
            if (focus[0].Length == 0)
                continue;
            Assert.That(focus[1..], Is.EqualTo(new[] { "solid", "seen" }), focus[0]);
            reached.Add(focus[0]);
        }
        Assert.That(expected.Except(reached), Is.Empty);
    }

    [TestCase("#text-4", "mark")]
    [TestCase("#check-4", "tr")]
    public async Task Enter_leads_from_a_check_to_its_answer_and_back(string target, string element)
    {
        await using var shown = await ShownPage.Open(ReportPages.Of("scanned.md", Audience.Instructor), Look.All[0]);
        await shown.Page.Locator($"a[href=\"{target}\"]").First.FocusAsync();
        await shown.Page.Keyboard.PressAsync("Enter");
        var there = shown.Page.Locator(":target");
        Assert.That(await there.EvaluateAsync<string>("e => e.localName"), Is.EqualTo(element));
        Assert.That(await there.EvaluateAsync<bool>("e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"), Is.True, "it is in view");
    }

    [Test]
    public async Task It_prints_without_navigation_and_with_the_whole_text()
    {
        await using var shown = await ShownPage.Open(ReportPages.Of("scanned.md", Audience.Instructor), Look.All.Single(look => look.Media == Media.Print));
        Assert.That(await shown.Page.Locator("nav").IsVisibleAsync(), Is.False);
        Assert.That(await shown.Page.EvaluateAsync<bool>("(e => e.scrollHeight <= e.clientHeight + 1)(document.querySelector('.pane'))"), Is.True, "the text does not scroll on paper");
        Assert.That((await shown.Page.PdfAsync(new() { Format = "A4" })).Length, Is.GreaterThan(20_000));
    }

    /// <summary>Formulas are formulas to the browser, not text.</summary>
    [Test]
    public async Task Matrices_are_laid_out_as_mathematics()
    {
        await using var shown = await ShownPage.Open(ReportPages.Of("scanned.md", Audience.Instructor), Look.All[0]);
        Assert.That(await shown.Page.EvaluateAsync<bool>("[...document.querySelectorAll('mtable')].every(t => t instanceof MathMLElement && t.getBoundingClientRect().height > 30)"), Is.True);
        Assert.That(await shown.Page.Locator("mtable").CountAsync(), Is.GreaterThan(5));
    }

    [Test]
    [Explicit("Takes the screenshot that the README shows; look at it before it is committed.")]
    public async Task Screenshot()
    {
        await using var shown = await ShownPage.Open(ReportPages.Of("scanned.md", Audience.Instructor), new("README", ColorScheme.Light, 1360));
        await shown.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "reports", "screenshot.png"), Scale = ScreenshotScale.Css });
    }

    [Test]
    [Explicit("Takes a picture of every page in every look, for eyes.")]
    public async Task Screenshots()
    {
        var folder = Directory.CreateTempSubdirectory("grader-looks-").FullName;
        foreach (var look in Look.All)
        {
            foreach (var (name, page) in ReportPages.All)
            {
                await using var shown = await ShownPage.Open(page(), look);
                await shown.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{look.Name}-{name}.png"), FullPage = true });
            }
        }
        TestContext.Out.WriteLine(folder);
    }

    private static string Say(AxeResultItem violation) => $"{violation.Id}: {violation.Help} {string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html))}";
}
