using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Grader.Reports;

namespace Grader.Review;

/// <summary>
/// Lets nobody in but the browser that was given the address: the token must stand in the path; the host must be this machine by a name that no other site can have; and what changes something must
/// come from a page of the review itself.
/// </summary>
internal sealed class ReviewGate(string token)
{
    /// <returns>The path behind the token, without the slash between; null where the request was refused.</returns>
    public async Task<string?> Open(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers["Content-Security-Policy"] = "frame-ancestors 'none'";
        response.Headers["X-Content-Type-Options"] = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cache-Control"] = "no-store";
        if (request.Host.Host is not ("127.0.0.1" or "localhost"))
            return await Refuse(context, "This host is not this machine", "Open the address as the program printed it, on the machine on which it runs.");
        var path = request.Path.Value ?? "/";
        var slash = path.IndexOf('/', 1);
        var given = slash < 0 ? path[1..] : path[1..slash];
        if (slash < 0 || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(token)))
            return await Refuse(context, "This address lacks the key", "Open the address as grader review printed it: it ends with a long word, which alone opens the page.");
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsPost(request.Method))
            return await Refuse(context, "Only GET and POST are served", "Open the address in a browser.", StatusCodes.Status405MethodNotAllowed);
        if (HttpMethods.IsPost(request.Method) && !IsOwn(request))
            return await Refuse(context, "This form is another site's", "Decide on the pages of the review itself.");
        return path[(slash + 1)..];
    }

    /// <summary>Browsers say where a form comes from; a program that does not is no browser, and cannot be made to send one by a site.</summary>
    private static bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin"))
            return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}";
    }

    private static async Task<string?> Refuse(HttpContext context, string title, string text, int status = StatusCodes.Status403Forbidden)
    {
        context.Response.StatusCode = status;
        await ReviewSite.Write(context, HtmlReviewWriter.Say(title, text));
        return null;
    }
}
