using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Grader.Classroom;
using Grader.Classroom.Decisions;
using Grader.Classroom.Review;
using Grader.Mathematics;
using Grader.Reports;

namespace Grader.Review;

/// <summary>What the pages of a review answer. A form changes something and leads to the next page; a page that is loaded again changes nothing.</summary>
/// <param name="pages">Makes what is shown.</param>
public sealed partial class ReviewSite(ReviewSession session, ReviewPages pages)
{
    private const int LongestComment = 2000;

    /// <param name="path">Behind the token.</param>
    /// <returns>Whether the review is to end.</returns>
    internal async Task<bool> Answer(HttpContext context, string path)
    {
        var root = context.Request.Path.Value![..^path.Length];
        var isPost = HttpMethods.IsPost(context.Request.Method);
        try
        {
            switch (path)
            {
                case "" when !isPost:
                    await Write(context, HtmlReviewWriter.Write(pages.Overview(root)));
                    return false;
                case "next" when !isPost:
                    Lead(context, root, Next(context.Request.Query["check"], context.Request.Query["after"]));
                    return false;
                case "undo" when isPost:
                    Lead(context, root, session.Undo());
                    return false;
                case "stop" when isPost:
                    await Write(context, HtmlReviewWriter.Say("The review has ended", "The gradebook is being written; the terminal says when it is. You can close this page."));
                    return true;
            }
            if (path.StartsWith("group/", StringComparison.Ordinal) && Number(path["group/".Length..]) is { } number && session.Group(number) is { } group)
            {
                if (!isPost)
                    await Write(context, HtmlReviewWriter.Write(pages.Group(root, group)));
                else if (await Decide(context, group) is { } problem)
                    await Write(context, HtmlReviewWriter.Write(pages.Group(root, session.Group(number)!, problem)), StatusCodes.Status422UnprocessableEntity);
                else
                    Lead(context, root, Following(group));
                return false;
            }
        }
        catch (ClassroomException error)
        {
            await Write(context, HtmlReviewWriter.Say("This could not be done", error.Message), StatusCodes.Status500InternalServerError);
            return false;
        }
        await Write(context, HtmlReviewWriter.Say("There is no such page", "Go back, and open one of the queue."), StatusCodes.Status404NotFound);
        return false;
    }

    internal static async Task Write(HttpContext context, string page, int status = 0)
    {
        if (status > 0)
            context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(page), context.RequestAborted);
    }

    /// <summary>What waits of the group itself, the next of its check, then any.</summary>
    private int? Following(ReviewGroup group) => session.Next(group.Check, group.Number - 1) ?? session.Next(null, group.Number);

    private int? Next(string? check, string? after) => string.IsNullOrEmpty(check) ? session.Next(null, Number(after) ?? 0)
        // From the queue a check that is done is looked at once more; behind a group of it the others go on.
        : session.Next(check, Number(after) ?? 0) ?? (after == "0" ? session.Decided(check) : null) ?? session.Next(null, Number(after) ?? 0);

    private static void Lead(HttpContext context, string root, int? number)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = number is { } group ? string.Create(CultureInfo.InvariantCulture, $"{root}group/{group}") : root;
    }

    /// <returns>What is wrong with it; null where it is decided.</returns>
    private async Task<ReviewRefusal?> Decide(HttpContext context, ReviewGroup group)
    {
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            return new("The form could not be read. Load the page anew, and try once more.", "", "", []);
        }
        var (points, does) = (form["points"].ToString().Trim(), form["do"].ToString());
        if (does is "enter")
            does = points.Length > 0 ? "points" : group.Shown.Rubric.Ideas.Count > 0 ? "ideas" : "";
        var comment = form["comment"].ToString().ReplaceLineEndings("\n").Trim();
        ReviewRefusal Refused(string problem) => new(problem, comment, points, form["idea"].OfType<string>().ToSequence());
        if (comment.Length > LongestComment)
            return Refused($"The comment is longer than {LongestComment} characters.");
        var (ruling, problem) = RulingOf(does, points, form, group);
        if (ruling is null)
            return Refused(problem);
        try
        {
            session.Decide(group.Number, Number(form["version"]) ?? -1, ruling, comment, Takes(form, group));
            return null;
        }
        catch (ClassroomException error)
        {
            return Refused(error.Message);
        }
    }

    private static (Ruling? Ruling, string Problem) RulingOf(string does, string points, IFormCollection form, ReviewGroup group) => does switch
    {
        "accept" => (new Accepted(), ""),
        "reject" => (new Rejected(), ""),
        "ideas" when group.Shown.Rubric.Ideas.Count > 0 => (new IdeasFound(group.Shown.Rubric.Ideas.Items.Select(idea => idea.Id).Where(id => form["idea"].Contains(id)).ToSequence()), ""),
        "points" => Points().IsMatch(points) ? (new GivenPoints(decimal.Parse(points.Replace(',', '.'), CultureInfo.InvariantCulture)), "") : (null, $"“{points}” is no number of points; write one such as 1.5."),
        _ => (null, "Say what to decide: accept (a), reject (r), or points (p)."),
    };

    private static Func<ReviewItem, bool> Takes(IFormCollection form, ReviewGroup group)
    {
        if (form["only"] == "1")
            return item => item.Submission == group.Shown.Submission;
        var wordings = group.Wordings;
        if (wordings.Count <= 1)
            return _ => true;
        var taken = wordings.Where(wording => form["wording"].Contains(ReviewPages.IdOf(wording.Answer))).SelectMany(wording => wording.Items).Select(item => item.Submission).ToHashSet(StringComparer.Ordinal);
        return item => taken.Contains(item.Submission);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A comma before three digits may be one of thousands.</summary>
    [GeneratedRegex("^[0-9]{1,6}(?:\\.[0-9]{1,4}|,[0-9]{1,2}|,[0-9]{4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Points();
}
