using Microsoft.Playwright;

namespace Grader.Browser.Tests;

/// <summary>The system's Chromium: where <c>GRADER_CHROMIUM</c> says, or where packages put it. Without one the tests are left out, but in CI they fail.</summary>
[SetUpFixture]
public sealed class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    public static IBrowser Browser => _browser!;

    [OneTimeSetUp]
    public async Task Start()
    {
        var said = Environment.GetEnvironmentVariable("GRADER_CHROMIUM");
        var path = said is { Length: > 0 } ? said : Array.Find(Places, File.Exists);
        if (path is null || !File.Exists(path))
        {
            var problem = $"There is no Chromium{(path is null ? "" : $" at {path}")}. Install it (on Debian: apt-get install chromium), or name it in GRADER_CHROMIUM.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail(problem);
            Assert.Ignore(problem);
        }
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path });
    }

    [OneTimeTearDown]
    public async Task End()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
