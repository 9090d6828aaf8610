using Microsoft.Playwright;

namespace Grader.Browser.Tests;

/// <summary>How a page is looked at.</summary>
/// <param name="Width">In CSS pixels.</param>
public sealed record Look(string Name, ColorScheme Scheme, int Width, Media Media = Media.Screen)
{
    public static IReadOnlyList<Look> All { get; } =
    [
        new("light", ColorScheme.Light, 1440),
        new("dark", ColorScheme.Dark, 1440),
        new("tablet", ColorScheme.Light, 820),
        new("phone", ColorScheme.Light, 360),
        new("dark phone", ColorScheme.Dark, 360),
        new("print", ColorScheme.Light, 800, Media.Print),
    ];

    public override string ToString() => Name;
}

/// <summary>A page opened from a file of its own, and all that it did beyond being shown: requests, messages, errors, dialogs, windows.</summary>
internal sealed class ShownPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _file;

    private ShownPage(IBrowserContext context, IPage page, string file) => (_context, Page, _file) = (context, page, file);

    public IPage Page { get; }

    public List<string> Deeds { get; } = [];

    public static async Task<ShownPage> Open(string html, Look look)
    {
        var context = await Chromium.Browser.NewContextAsync(new() { ColorScheme = look.Scheme, ViewportSize = new() { Width = look.Width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var file = Path.Combine(Path.GetTempPath(), $"grader-page-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html);
        var shown = new ShownPage(context, await context.NewPageAsync(), file);
        shown.Watch();
        if (look.Media == Media.Print)
            await shown.Page.EmulateMediaAsync(new() { Media = look.Media });
        await shown.Page.GotoAsync(new Uri(file).AbsoluteUri);
        return shown;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        File.Delete(_file);
    }

    private void Watch()
    {
        Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(new Uri(_file).AbsoluteUri, StringComparison.Ordinal))
                Deeds.Add($"request of {request.Url}");
        };
        Page.Console += (_, message) => Deeds.Add($"console: {message.Text}");
        Page.PageError += (_, error) => Deeds.Add($"error: {error}");
        Page.Popup += (_, _) => Deeds.Add("a window");
        Page.Download += (_, _) => Deeds.Add("a download");
        Page.FrameNavigated += (_, frame) =>
        {
            if (!frame.Url.StartsWith(new Uri(_file).AbsoluteUri, StringComparison.Ordinal))
                Deeds.Add($"went to {frame.Url}");
        };
        Page.Dialog += async (_, dialog) =>
        {
            Deeds.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }
}
