using System.Net;
using Deque.AxeCore.Playwright;
using Grader.Classroom.Decisions;
using Grader.Classroom.Review;
using Grader.Classroom.Runs;
using Microsoft.Playwright;

namespace Grader.Browser.Tests;

/// <summary>An evening with three hundred answers in a real browser, by the keyboard; and whoever has no business there is kept out.</summary>
[TestFixture]
public sealed class ReviewTests
{
    private const int Count = 300;

    [Test]
    public async Task Three_hundred_answers_are_worked_through_by_the_keyboard_and_rescored_when_an_idea_is_worth_something_else()
    {
        using var students = new ReviewedClass(ReviewedClass.Answers(Count));
        var (server, session) = await students.Serve();
        await using (server)
        {
            var (page, deeds) = await Open(server.Address);
            Assert.That(session.Rate.OfAnswers, Is.InRange(200, Count));
            await page.Keyboard.PressAsync("n");
            await page.WaitForURLAsync("**/group/*");
            var steps = 0;
            // By what stands there: tick the learning rate where it is named, take all ideas away where the answer is off the point.
            while (page.Url.Contains("/group/", StringComparison.Ordinal))
            {
                steps++;
                Assert.That(await page.Locator(".pane mark").CountAsync(), Is.GreaterThan(0), "the answer is marked in its submission");
                Assert.That(await page.ContentAsync(), Does.Not.Contain("student-"), "nobody is named");
                var answer = await page.Locator("#wording-0").InnerTextAsync();
                if (answer.Contains("faster", StringComparison.Ordinal))
                    await page.Keyboard.PressAsync("r");
                else if (answer.Contains("not sure", StringComparison.Ordinal))
                {
                    await page.Keyboard.PressAsync("p");
                    await page.Keyboard.TypeAsync("1.25");
                    await page.Keyboard.PressAsync("Enter");
                }
                else
                {
                    if (answer.Contains("Raise", StringComparison.Ordinal) != await page.Locator("[data-key='2']").IsCheckedAsync())
                        await page.Keyboard.PressAsync("2");
                    if (answer.Contains("accuracy", StringComparison.Ordinal) != await page.Locator("[data-key='1']").IsCheckedAsync())
                        await page.Keyboard.PressAsync("1");
                    await page.Keyboard.PressAsync("Enter");
                }
                await Settled(page, session, steps);
            }
            Assert.That((session.Rate.Answers, session.Rate.Groups), Is.EqualTo((session.Rate.OfAnswers, session.Rate.OfGroups)));
            Assert.That(steps, Is.EqualTo(session.Rate.OfGroups).And.LessThan(session.Rate.OfAnswers / 2), "one decision for all that say the same");
            Assert.That(await page.Locator("[role=status]").InnerTextAsync(), Does.Match(@"^(\d+) of \1 answers · (\d+) of \2 steps · [0-9.]+ answers a minute · ana decides$"));
            Assert.That(deeds, Is.Empty);
            await page.GetByText("Write the gradebook and end").ClickAsync();
            await server.Ended.WaitAsync(TimeSpan.FromSeconds(30));
        }

        var results = DecidedResults.Of(students.Run).ToList();
        Assert.That(results.Select(result => result.Points.Pending), Is.All.Zero);
        Assert.That(results.Select(result => result.Points.Points).Distinct().Order(), Is.EqualTo(new[] { 38.5m, 39.25m, 39.75m }));
        var raised = results.Where(result => result.Points.Points == 39.25m).Select(result => result.Name).ToList();
        var difference = students.Regrade(("lower-accuracy", 0.5m), ("larger-rate", 1m));
        Assert.That(difference.Students.Select(change => change.Submission), Is.SubsetOf(raised).And.Not.Empty, "points that a person gave as a number stay");
        Assert.That(DecidedResults.Of(students.Run).Where(result => raised.Contains(result.Name)).Select(result => result.Points.Points).Distinct(), Is.EquivalentTo(new[] { 39m, 39.5m }));
    }

    [Test]
    public async Task A_step_is_taken_back_a_comment_taken_up_and_a_wording_decided_apart()
    {
        using var students = new ReviewedClass(["Raise the learning rate linearly.", "Raise the learning rate  linearly!", "Sharp minima are found."]);
        var (server, session) = await students.Serve();
        await using var _ = server;
        var (page, deeds) = await Open(server.Address);
        await page.Keyboard.PressAsync("n");
        await page.WaitForURLAsync("**/group/*");
        await page.Locator("input[name=wording]").Nth(1).UncheckAsync();
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.TypeAsync("And why? <b>&</b>");
        await page.Keyboard.PressAsync("Enter");
        await Settled(page, session, 1);
        Assert.That((session.Rate.Answers, session.Group(1)!.IsDecided), Is.EqualTo((1, false)));
        Assert.That(await page.Locator("input[name=wording]").CountAsync(), Is.Zero, "one wording is left");
        await page.Keyboard.PressAsync("Shift+Digit1");
        Assert.That(await page.Locator("#comment").InputValueAsync(), Is.EqualTo("And why? <b>&</b>"));
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("a");
        await Settled(page, session, 2);
        Assert.That(session.Group(1)!.IsDecided);
        await page.Keyboard.PressAsync("u");
        await page.WaitForURLAsync("**/group/1");
        Assert.That((session.Rate.Answers, session.Group(1)!.IsDecided), Is.EqualTo((1, false)));

        await page.Keyboard.PressAsync("p");
        await page.Keyboard.TypeAsync("7");
        await page.Keyboard.PressAsync("Enter");
        Assert.That(await page.Locator("[role=alert]").InnerTextAsync(), Does.Contain("from 0 to 1.5"));
        await page.Locator("input[name=points]").FillAsync("a lot");
        await page.Locator("input[name=points]").PressAsync("Enter");
        Assert.That(await page.Locator("[role=alert]").InnerTextAsync(), Does.Contain("no number of points"));
        Assert.That(session.Rate.Answers, Is.EqualTo(1));
        Assert.That(deeds.Where(deed => !deed.Contains("422", StringComparison.Ordinal)), Is.Empty);
        Assert.That(File.ReadAllText(Path.Combine(students.Run, Ledger.FileName)), Does.Contain("\"reason\":\"And why?").And.Contain("\"kind\":\"withdrawn\""));
    }

    [Test]
    public async Task Two_assistants_work_on_parts_and_their_ledgers_become_one()
    {
        using var students = new ReviewedClass(ReviewedClass.Answers(60));
        var runs = Enumerable.Range(1, 2).Select(index => Path.Combine(students.Folder, $"copy-{index}")).ToList();
        for (var index = 1; index <= 2; index++)
        {
            students.Grade(runs[index - 1]);
            var (server, session) = await students.Serve(runs[index - 1], $"assistant {index}", new(new(index, 2), 30));
            await using var _ = server;
            var (page, deeds) = await Open(server.Address);
            await page.Keyboard.PressAsync("n");
            await page.WaitForURLAsync("**/group/*");
            for (var step = 1; page.Url.Contains("/group/", StringComparison.Ordinal); step++)
            {
                await page.Keyboard.PressAsync(index == 1 || step % 5 > 0 ? "a" : "r");
                await Settled(page, session, step);
            }
            Assert.That(session.Rate.Answers, Is.EqualTo(session.Rate.OfAnswers));
            Assert.That(deeds, Is.Empty);
        }
        var merged = Path.Combine(students.Folder, "merged");
        DecisionMerge.Merge(runs, merged);
        var agreement = ReviewAgreement.Of(merged);
        Assert.That(agreement.Sum(check => check.Pairs), Is.GreaterThan(0));
        var left = DecidedResults.Of(merged).Count(result => result.Points.Pending > 0);
        Assert.That(left, Is.EqualTo(agreement.Sum(check => check.Pairs - check.Same)));

        Override.Apply(merged, "student-001.md", ReviewedClass.Check, 0.3m, "Agreed in the office hour.");
        Assert.That(File.ReadAllLines(Path.Combine(merged, Ledger.FileName))[^1], Does.Contain("\"kind\":\"override\"").And.Contain("Agreed in the office hour."));
        Assert.That(DecidedResults.Of(merged).First(result => result.Name == "student-001.md").Points, Is.EqualTo(new PointsSum(38.8m, 0, 40)));
    }

    private static IEnumerable<TestCaseData> Looks => Look.All.Where(look => look.Media == Media.Screen).Select(look => new TestCaseData(look));

    [TestCaseSource(nameof(Looks))]
    public async Task Axe_finds_nothing_on_any_page(Look look)
    {
        using var students = new ReviewedClass(["Raise the learning rate linearly.", "Raise the learning rate  linearly!", "Sharp minima are found. <script>alert(1)</script> <img src=x onerror=alert(1)>", "# <h1>Accuracy</h1>\n\n![x](https://example.org/x.png) <iframe src='https://example.org'></iframe>"]);
        var (server, session) = await students.Serve();
        await using var _ = server;
        session.Decide(1, session.Group(1)!.Version, new Rejected(), "Look at the\nplot.", item => item.Submission == "student-000.md");
        var (page, deeds) = await Open(server.Address, look);
        foreach (var at in new[] { "", "group/1", "group/2", "group/3" })
        {
            await page.GotoAsync(server.Address + at);
            Assert.That((await page.RunAxe()).Violations.Select(violation => $"{at}: {violation.Id}: {violation.Nodes[0].Html}"), Is.Empty);
            Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(look.Width), at);
            if (at == "group/3")
            {
                await page.Locator("input[name=points]").FillAsync("x");
                await page.Locator("input[name=points]").PressAsync("Enter");
                Assert.That((await page.RunAxe()).Violations.Select(violation => $"refused: {violation.Id}"), Is.Empty);
            }
        }
        Assert.That(deeds.Where(deed => !deed.Contains("422", StringComparison.Ordinal)), Is.Empty);
        await page.GotoAsync(server.Address.AbsoluteUri);
        await page.GetByText("Write the gradebook and end").ClickAsync();
        Assert.That((await page.RunAxe()).Violations.Select(violation => $"end: {violation.Id}"), Is.Empty);
    }

    [Test]
    public async Task A_second_browser_without_the_key_is_refused_and_nothing_that_is_no_page_of_it_can_decide()
    {
        using var students = new ReviewedClass(["Raise the learning rate linearly."]);
        var (server, session) = await students.Serve();
        await using var _ = server;
        await using var context = await Chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var root = new Uri(server.Address, "/");
        foreach (var at in new[] { "/", "/group/1", $"/{server.Token}", $"/{server.Token[..^1]}/", $"/{server.Token.ToUpperInvariant()}/", $"/x/{server.Token}/", "/%2e%2e/" })
        {
            var response = await page.GotoAsync(new Uri(root, at).AbsoluteUri);
            Assert.That(response!.Status, Is.EqualTo(403), at);
            Assert.That(await page.ContentAsync(), Does.Not.Contain(server.Token).And.Not.Contain("learning rate"), at);
        }

        using var client = new HttpClient();
        Assert.That(await Status(HttpMethod.Get, "", ("Host", "evil.example")), Is.EqualTo(HttpStatusCode.Forbidden), "a name that another site leads here");
        Assert.That(await Status(HttpMethod.Post, "group/1", ("Origin", "https://evil.example")), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await Status(HttpMethod.Post, "group/1", ("Origin", "null")), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await Status(HttpMethod.Post, "group/1", ("Sec-Fetch-Site", "cross-site")), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await Status(HttpMethod.Delete, "group/1"), Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        foreach (var (at, status) in new[] { ("group/0", 404), ("group/2", 404), ("group/x", 404), ("group/99999999999", 404), ("nothing", 404), ("undo", 404), ("next?check=nothing&after=-1", 200), ("next?after=99", 200) })
            Assert.That((int)await Status(HttpMethod.Get, at), Is.EqualTo(status), at);
        Assert.That(session.Rate.Answers, Is.Zero);
        Assert.That(File.Exists(Path.Combine(students.Run, Ledger.FileName)), Is.False);
        Assert.That((int)await Status(HttpMethod.Post, "group/1", ("Origin", root.AbsoluteUri.TrimEnd('/'))), Is.EqualTo(200), "its own page may");
        Assert.That(session.Rate.Answers, Is.EqualTo(1));
        foreach (var (type, body) in new[] { ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"do\"\r\n"), ("application/x-www-form-urlencoded; charset=utf-7", "do=accept"), ("application/x-www-form-urlencoded", ""), ("application/x-www-form-urlencoded", "do=accept"), ("text/plain", "do=accept&version=1") })
        {
            using var content = new StringContent(body);
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var response = await client.PostAsync(server.Address + "group/1", content);
            Assert.That((int)response.StatusCode, Is.EqualTo(422), $"{type}: {body}");
        }
        Assert.That(File.ReadAllLines(Path.Combine(students.Run, Ledger.FileName)), Has.Length.EqualTo(1));

        async Task<HttpStatusCode> Status(HttpMethod method, string at, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(method, server.Address + at);
            if (method == HttpMethod.Post)
                request.Content = new FormUrlEncodedContent([new("do", "accept"), new("version", "0")]);
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value);
            using var response = await client.SendAsync(request);
            return response.StatusCode;
        }
    }

    /// <summary>A page of its own, and all that it asks for elsewhere, logs or fails in.</summary>
    private static async Task<(IPage Page, List<string> Deeds)> Open(Uri address, Look? look = null)
    {
        var context = await Chromium.Browser.NewContextAsync(new() { ColorScheme = look?.Scheme ?? ColorScheme.Light, ViewportSize = new() { Width = look?.Width ?? 1440, Height = 900 } });
        var (page, deeds) = (await context.NewPageAsync(), new List<string>());
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.AbsoluteUri, StringComparison.Ordinal))
                deeds.Add($"request of {request.Url}");
        };
        page.Console += (_, message) => deeds.Add($"console: {message.Text}");
        page.PageError += (_, error) => deeds.Add($"error: {error}");
        page.Dialog += async (_, dialog) =>
        {
            deeds.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        await page.GotoAsync(address.AbsoluteUri);
        return (page, deeds);
    }

    /// <summary>The decision is made, and the page behind it is there.</summary>
    private static async Task Settled(IPage page, ReviewSession session, int steps)
    {
        for (var tries = 0; tries < 1000 && session.Rate.Steps < steps; tries++)
            await Task.Delay(10);
        Assert.That(session.Rate.Steps, Is.EqualTo(steps));
        await page.WaitForFunctionAsync("shown => document.querySelector('[role=status]')?.textContent.startsWith(shown) && document.readyState === 'complete'", $"{session.Rate.Answers} of ");
    }
}
