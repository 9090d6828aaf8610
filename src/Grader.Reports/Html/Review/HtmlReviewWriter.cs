using System.Globalization;

namespace Grader.Reports;

/// <summary>The pages on which a person decides on answers: a group of them beside question, rubric and submission, and the queue. They are served, and send forms back.</summary>
public static class HtmlReviewWriter
{
    private static readonly string Style = $"{HtmlReportStyle.Text}\n{ReviewStyle.Text}";

    public static string Write(ReviewPage review)
    {
        var page = new HtmlPage(Style);
        WriteSteps(page, review.Base, review.Progress, review.CanUndo, review);
        if (review.Problem.Length > 0)
            page.Element("p", [("class", "problem"), ("role", "alert")], () => page.Text(review.Problem));
        WriteAnswer(page, review);
        WriteRubric(page, review);
        HtmlSubmissionText.Of(review.Check, review.Read, review.Text).WriteTo(page);
        return page.Write($"{review.Check}: {review.Ask}", review.Title, ReviewScript.Text);
    }

    public static string Write(ReviewOverview overview)
    {
        var page = new HtmlPage(Style);
        WriteSteps(page, overview.Base, overview.Progress, overview.CanUndo, null);
        if (overview.Note.Length > 0)
            page.Paragraph(overview.Note);
        page.Heading(2, "The queue");
        if (overview.Rows.Items.All(row => row.IsDone))
            page.Paragraph("No answer waits for a person any more.");
        page.Inside("table", "queue", () => WriteRows(page, overview));
        page.Heading(2, "When you are done");
        page.Paragraph("Each decision is in the ledger already. Ending writes the gradebook and stops the program.");
        page.Element("form", [("method", "post"), ("action", overview.Base + "stop")], () => page.Element("button", [("type", "submit")], () => page.Text("Write the gradebook and end")));
        return page.Write("Review", overview.Title, ReviewScript.Text);
    }

    /// <summary>A page with a sentence or two.</summary>
    public static string Say(string title, string text) => new HtmlPage(Style).Paragraph(text).Write(title);

    private static void WriteSteps(HtmlPage page, string at, string progress, bool canUndo, ReviewPage? review)
    {
        page.Element("p", [("class", "status"), ("role", "status")], () => page.Text(progress));
        page.Element("div", [("class", "steps")], () =>
        {
            if (review is not null)
                page.Inside("p", "", () => Anchor(page, at, "o", "all checks"));
            if (review?.Last is { } last && last != review.Number)
                page.Inside("p", "", () => Anchor(page, $"{at}group/{Number(last)}", "b", "back to the last"));
            page.Inside("p", "", () => Anchor(page, $"{at}next?after={Number(review?.Number ?? 0)}{(review is null ? "" : "&check=" + Uri.EscapeDataString(review.Check))}", "n", review is null ? "go on" : "next"));
            if (canUndo)
                page.Element("form", [("method", "post"), ("action", at + "undo")], () => page.Element("button", [("type", "submit"), ("data-key", "u")], () => Keyed(page, "u", "take the last decision back")));
        });
    }

    private static void WriteAnswer(HtmlPage page, ReviewPage review)
    {
        var answers = review.Wordings.Items.Sum(wording => wording.Count);
        page.Heading(2, "The answer", answers == 1 ? "" : $"of {answers} students: one decision for all{(review.Wordings.Count > 1 ? ", in these wordings" : "")}");
        page.Element("form", [("method", "post"), ("action", $"{review.Base}group/{Number(review.Number)}"), ("autocomplete", "off")], () =>
        {
            // What Enter in a field presses: the first button of a form, which must not be one that gives all points.
            page.Element("button", [("type", "submit"), ("name", "do"), ("value", "enter"), ("class", "unseen"), ("data-key", "Enter"), ("tabindex", "-1"), ("aria-hidden", "true")], () => page.Text("decide"));
            page.Element("input", [("type", "hidden"), ("name", "version"), ("value", Number(review.Version))]);
            page.Element("div", [("id", CheckLinks.OfCheck(1))], () => WriteWordings(page, review, answers));
            page.Paragraph($"The program: {review.Message} Sure: {Points(review.Points)} of {Points(review.MaxPoints)}; {Points(review.Pending)} pending.");
            foreach (var earlier in review.Earlier)
                page.Paragraph(earlier);
            page.Element("div", [("class", "decide")], () =>
            {
                if (review.Ideas.Count > 0)
                    WriteIdeas(page, review);
                WriteRulings(page, review);
                WriteComment(page, review);
            });
        });
    }

    private static void WriteWordings(HtmlPage page, ReviewPage review, int answers)
    {
        for (var i = 0; i < review.Wordings.Count; i++)
        {
            var (wording, number) = (review.Wordings[i], Number(i));
            page.Element("div", [("class", "wording"), ("id", "wording-" + number)], () => page.Text(wording.Answer.Length > 0 ? wording.Answer : "(nothing was read)"));
            if (review.Wordings.Count > 1)
                page.Element("label", [], () => page.Element("input", [("type", "checkbox"), ("name", "wording"), ("value", wording.Id), ("checked", "checked"), ("aria-describedby", "wording-" + number)]).Text($" {(wording.Count == 1 ? "one wrote" : $"{wording.Count} wrote")} it so"));
        }
        if (answers > 1)
            page.Element("label", [], () => page.Element("input", [("type", "checkbox"), ("name", "only"), ("value", "1"), ("data-key", "x")]).Text(" ").Element("kbd", [], () => page.Text("x")).Text(" only the submission that is shown"));
    }

    private static void WriteIdeas(HtmlPage page, ReviewPage review) => page.Element("fieldset", [], () =>
    {
        page.Element("legend", [], () => page.Text("Ideas in it"));
        for (var i = 0; i < review.Ideas.Count; i++)
        {
            var (idea, key) = (review.Ideas[i], Number(i + 1));
            page.Element("label", [("class", "idea")], () =>
            {
                page.Element("input", [("type", "checkbox"), ("name", "idea"), ("value", idea.Id), ("data-key", key), .. idea.IsTicked ? [("checked", "checked")] : Array.Empty<(string, string)>()]);
                page.Text(" ").Element("kbd", [], () => page.Text(key)).Text($" {idea.Say} ");
                page.Element("span", [("class", "soft")], () => page.Text($"{Points(idea.Points)} {(idea.Points == 1 ? "point" : "points")}"));
            });
        }
        Button(page, "ideas", "Enter", "decide by the ticked ideas", "main");
    });

    private static void WriteRulings(HtmlPage page, ReviewPage review) => page.Element("fieldset", [], () =>
    {
        page.Element("legend", [], () => page.Text(review.Ideas.Count > 0 ? "Or as a whole" : "Decision"));
        Button(page, "accept", "a", $"accept: {Points(review.MaxPoints)}");
        Button(page, "reject", "r", $"reject: {Points(review.Points)}");
        page.Element("label", [], () =>
        {
            page.Element("kbd", [], () => page.Text("p")).Text(" points ");
            page.Element("input", [("type", "text"), ("name", "points"), ("inputmode", "decimal"), ("data-key", "p"), ("maxlength", "12"), ("value", review.GivenPoints)]);
        });
        Button(page, "points", "g", "give these points");
    });

    private static void WriteComment(HtmlPage page, ReviewPage review)
    {
        page.Element("label", [("for", "comment")], () => page.Element("kbd", [], () => page.Text("c")).Text(" Comment for the student"));
        page.Element("textarea", [("id", "comment"), ("name", "comment"), ("rows", "2"), ("maxlength", "2000"), ("data-key", "c")], () => page.Text(review.Comment));
        if (review.Comments.Count == 0)
            return;
        page.Inside("p", "soft", () => page.Text("Written before; Shift and the number take one up:"));
        for (var i = 0; i < review.Comments.Count; i++)
        {
            var (comment, key) = (review.Comments[i], Number(i + 1));
            page.Element("button", [("type", "button"), ("class", "comment"), ("data-comment", key)], () => page.Text(comment));
        }
    }

    private static void WriteRubric(HtmlPage page, ReviewPage review)
    {
        page.Heading(2, "The question", review.Question);
        page.Prose(review.QuestionText);
        page.Heading(3, "The right answer");
        page.Inside("div", "answer", () => _ = review.IsProse ? page.Prose(review.Expected) : page.Code(review.Expected));
        page.Element("details", [("data-key", "?")], () =>
        {
            page.Element("summary", [], () => page.Text("Keys "));
            page.Inside("ul", "", () =>
            {
                foreach (var (key, does) in new[] { ("1 to 9", "tick an idea, or not"), ("Enter", review.Ideas.Count > 0 ? "decide by the ticked ideas, or by the points where they are filled in" : "give the points that are filled in"), ("a", "accept"), ("r", "reject"), ("p", "points"), ("g", "give these points"), ("c", "comment; Escape leaves it"), ("Shift and 1 to 9", "a comment written before"), ("x", "only the submission that is shown"), ("u", "take the last decision back"), ("b", "back to the group that was decided last"), ("n", "next, without a decision"), ("o", "all checks") })
                    page.Inside("li", "", () => page.Element("kbd", [], () => page.Text(key)).Text($" {does}"));
            });
        });
    }

    private static void WriteRows(HtmlPage page, ReviewOverview overview)
    {
        page.Inside("caption", "", () => page.Text("Answers that wait for a person; those that say the same are one step"));
        page.Inside("thead", "", () => page.Inside("tr", "", () =>
        {
            foreach (var head in new[] { "Check", "Steps left", "of", "Answers left", "of", "To know" })
                page.Element("th", [("scope", "col")], () => page.Text(head));
        }));
        page.Inside("tbody", "", () =>
        {
            foreach (var row in overview.Rows)
            {
                page.Inside("tr", row.IsDone ? "done" : "", () =>
                {
                    page.Element("th", [("scope", "row")], () => page.Element("a", [("href", $"{overview.Base}next?after=0&check={Uri.EscapeDataString(row.Check)}")], () => page.Text($"{row.Check}: {row.Ask}")));
                    foreach (var cell in new[] { Number(row.Groups - row.DecidedGroups), Number(row.Groups), Number(row.Answers - row.DecidedAnswers), Number(row.Answers), row.IsDone ? "done" : row.Trouble })
                        page.Inside("td", "", () => page.Text(cell));
                });
            }
        });
    }

    private static void Button(HtmlPage page, string does, string key, string say, string style = "") =>
        page.Element("button", [("type", "submit"), ("name", "do"), ("value", does), .. key == "Enter" ? Array.Empty<(string, string)>() : [("data-key", key)], .. style.Length > 0 ? [("class", style)] : Array.Empty<(string, string)>()], () => Keyed(page, key, say));

    private static void Anchor(HtmlPage page, string to, string key, string say) => page.Element("a", [("href", to), ("data-key", key)], () => Keyed(page, key, say));

    private static void Keyed(HtmlPage page, string key, string say) => page.Element("kbd", [], () => page.Text(key)).Text($" {say}");

    private static string Points(decimal points) => points.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
