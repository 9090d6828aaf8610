using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Grader.Classroom;

namespace Grader.Review;

/// <summary>Serves the pages of a review to this machine alone, to whoever has the address.</summary>
public sealed class ReviewServer : IAsyncDisposable
{
    private const int TokenBytes = 24;
    private const int MostBody = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly WebApplication _application;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ReviewServer(WebApplication application, string token) => (_application, Token) = (application, token);

    /// <summary>What nobody can guess.</summary>
    public string Token { get; }

    /// <summary>Where the pages are: <c>http://127.0.0.1:40123/…/</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Done when somebody ends the review on its page.</summary>
    public Task Ended => _ended.Task;

    /// <param name="port">0 for one that is free.</param>
    /// <exception cref="ClassroomException">The port is taken.</exception>
    public static async Task<ReviewServer> Start(ReviewSite site, int port)
    {
        // Nothing of what a server usually brings: no configuration, no log, no files.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MostBody;
            options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var server = new ReviewServer(builder.Build(), token);
        var gate = new ReviewGate(token);
        server._application.Run(async context =>
        {
            if (await gate.Open(context) is not { } path)
                return;
            if (await site.Answer(context, path))
                server._ended.TrySetResult();
        });
        try
        {
            await server._application.StartAsync();
        }
        catch (IOException error)
        {
            await server.DisposeAsync();
            throw new ClassroomException(ClassroomFault.Outside, $"--port {port}: cannot be listened on ({error.Message.TrimEnd('.')}). Leave --port out for a free one.");
        }
        server.Address = new($"{server._application.Urls.First()}/{token}/");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _application.StopAsync(limit.Token);
        await _application.DisposeAsync();
    }
}
