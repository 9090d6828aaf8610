using System.Text.RegularExpressions;
using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports.Tests;

/// <summary>The report as a page: what it shows, where its links lead, and what it must not hold.</summary>
[TestFixture]
public sealed partial class HtmlReportWriterTests
{
    private static readonly RunContext Run = new("1.0.0");

    private static IEnumerable<TestCaseData> Pages => Enum.GetValues<Audience>().SelectMany(audience => new[] { "full-marks", "scanned" }.Select(sample => new TestCaseData(sample, audience)));

    [TestCaseSource(nameof(Pages))]
    public async Task Writes(string sample, Audience audience) => await Verify(Style().Replace(Written(sample, audience), "…"), "html");

    [TestCaseSource(nameof(Pages))]
    public void Every_link_leads_to_a_place_of_the_page_and_every_place_is_one(string sample, Audience audience)
    {
        var page = Written(sample, audience);
        var places = Ids().Matches(page).Select(match => match.Groups[1].Value).ToList();
        var targets = Targets().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(places, Is.Unique);
            Assert.That(targets.Except(places), Is.Empty);
            Assert.That(page, Does.Not.Match("href=\"(?!#)"));
        });
    }

    [TestCaseSource(nameof(Pages))]
    public void Every_answer_that_was_read_is_marked_and_linked_both_ways(string sample, Audience audience)
    {
        var page = Written(sample, audience);
        var number = 0;
        foreach (var check in GradedSample.Of($"{sample}.md").For(audience).Checks())
        {
            number++;
            Assert.That(page, Does.Contain($"id=\"check-{number}\""), check.Id);
            if (check.Found is null)
                continue;
            Assert.That(page, Does.Contain($"id=\"text-{number}\"").And.Contain($"href=\"#text-{number}\""), check.Id);
            Assert.That(page, Does.Match($"href=\"#check-{number}\"><span aria-hidden=\"true\">. </span>{Regex.Escape(check.Id)}</a>"), check.Id);
        }
    }

    [Test]
    public void A_student_sees_no_right_answer_in_any_form()
    {
        foreach (var sample in new[] { "full-marks", "scanned", "missing-3", "hedged" })
        {
            var page = Written(sample, Audience.Student);
            Assert.That(page, Does.Not.Contain("expected<").And.Not.Contain("class=\"band\"").And.Not.Contain("reference runs"), sample);
        }
        // The right values of 2a.variance, 2b.output and 1b.macs-total stand nowhere in the text either.
        Assert.That(Written("scanned", Audience.Student), Does.Not.Contain("<mn>25</mn>").And.Not.Contain("1509949440").And.Not.Contain("67.13"));
        Assert.That(Written("scanned", Audience.Instructor), Does.Contain("<mn>25</mn>").And.Contain("1509949440").And.Contain("67.13"));
    }

    [Test]
    public void What_is_given_away_by_being_found_is_not_shown()
    {
        var report = SampleReport.With();
        var check = report.Questions[0].Parts[0].Checks[0] with { IsGivenAway = true, FoundFormula = new Symbol("answer"), Value = "answer", Found = new("answer", 1, 1, 1, 7) { Start = 0, End = 6 } };
        var told = (report with { Questions = [report.Questions[0] with { Parts = [report.Questions[0].Parts[0] with { Checks = [check] }] }] }).For(Audience.Student);
        var page = HtmlReportWriter.Write(told, Run with { Text = [new("", 0, 1, "answer")] });
        Assert.That(page, Does.Not.Contain("<mark").And.Not.Contain("<math"));
    }

    [Test]
    public void Released_answers_are_shown_to_students()
    {
        var page = HtmlReportWriter.Write((GradedSample.Of("scanned.md") with { AnswersReleased = true }).For(Audience.Student), Run);
        Assert.That(page, Does.Contain("1509949440").And.Contain("class=\"band\""));
    }

    [Test]
    public void A_page_without_the_text_says_the_places()
    {
        var page = HtmlReportWriter.Write(GradedSample.Of("scanned.md"), Run);
        Assert.That(page, Does.Contain("line 43, column 49").And.Not.Contain("<mark").And.Not.Contain("The submission</h2>"));
    }

    [Test]
    public void An_anonymous_page_has_no_line_in_which_nothing_was_read()
    {
        var page = HtmlReportWriter.Write(GradedSample.Of("scanned.md"), Run with { Text = GradedSample.TextOf("scanned.md"), HidesOtherLines = true });
        Assert.That(page, Does.Not.Contain("Lindqvist").And.Contain("<li value=\"43\">").And.Contain(">21</mark>"));
    }

    [TestCase("12 34", "0-2 1-4", "<mark id=\"text-1\" class=\"correct\">1</mark><span id=\"text-2\"></span><mark class=\"correct\">2</mark>REF1<mark class=\"correct\"> 3</mark>REF24", TestName = "Overlapping")]
    [TestCase("12 34", "0-5 3-5", "<mark id=\"text-1\" class=\"correct\">12 </mark><mark id=\"text-2\" class=\"correct\">34</mark>REF1REF2", TestName = "One in another")]
    [TestCase("a = 7", "4-5", "a = <mark id=\"text-1\" class=\"correct\">7</mark>REF1", TestName = "Behind text")]
    [TestCase("7", "0-1 0-1", "<span id=\"text-2\"></span><mark id=\"text-1\" class=\"correct\">7</mark>REF1REF2", TestName = "Two at one place")]
    [TestCase("1\n2\n", "0-4", "<mark id=\"text-1\" class=\"correct\">1</mark></li><li><mark class=\"correct\">2</mark>REF1", TestName = "Two lines")]
    [TestCase("1\r\n2\r3", "3-6", "1</li><li><mark id=\"text-1\" class=\"correct\">2</mark></li><li><mark class=\"correct\">3</mark>REF1", TestName = "Line ends of all kinds")]
    [TestCase("a  b", "2-2", "a <span id=\"text-1\"></span>REF1 b", TestName = "Where nothing stands")]
    [TestCase("<b>&", "0-4", "<mark id=\"text-1\" class=\"correct\">&lt;b&gt;&amp;</mark>REF1", TestName = "Markup")]
    [TestCase("ab", "1-9", "ab", TestName = "Beyond the text")]
    public void Marks(string text, string marks, string line)
    {
        var checks = marks.Split(' ').Select((mark, i) => Check($"c{i + 1}", int.Parse(mark.Split('-')[0]), int.Parse(mark.Split('-')[1]))).ToSequence();
        var report = SampleReport.With();
        report = report with { Questions = [report.Questions[0] with { Parts = [report.Questions[0].Parts[0] with { Checks = checks }] }] };
        var page = HtmlReportWriter.Write(report, Run with { Text = [new("", 0, 1, text)] });
        var shown = References().Replace(page[(page.IndexOf("<li>", page.IndexOf("<ol class=\"text\"", StringComparison.Ordinal), StringComparison.Ordinal) + 4)..page.IndexOf("</li></ol>", StringComparison.Ordinal)], "REF$1");
        Assert.That(shown, Is.EqualTo(line));
    }

    [Test]
    public void A_long_line_and_a_long_text_are_shortened_and_say_so()
    {
        var page = HtmlReportWriter.Write(SampleReport.With(), Run with { Text = [new("", 0, 1, new string('7', 1 << 20))] });
        Assert.That(page, Does.Contain("characters left out"));
        page = HtmlReportWriter.Write(SampleReport.With(), Run with { Text = [new("", 0, 1, string.Concat(Enumerable.Repeat("line\n", 1 << 20)))] });
        Assert.That(page, Does.Contain("the rest is left out").And.Length.LessThan(2 << 20));
    }

    [TestCase(75, "75 % is inside the band of 70 to 80 %; mean of 8 reference runs 74 %; over other ways of training 60 to 90 %.", "<circle")]
    [TestCase(65, "65 % is outside the band of 70 to 80 %; mean of 8 reference runs 74 %; over other ways of training 60 to 90 %.", "<path")]
    public void A_band_is_drawn_and_said(int figure, string say, string shape)
    {
        var page = new HtmlPage();
        BandStrip.Write(page, new(figure, 70, 80, (60, 90), 74, 8, "%"));
        var written = page.Write("");
        Assert.That(written, Does.Contain($"aria-label=\"{say}\"").And.Contain(shape));
    }

    /// <summary>However far off, it is drawn within the strip.</summary>
    [Test]
    public void A_figure_far_off_is_drawn_at_the_edge()
    {
        var page = new HtmlPage();
        BandStrip.Write(page, new(Rational.PowerOfTen(300), 70, 70, null, 70, 8, ""));
        Assert.That(page.Write(""), Does.Contain("M236 8"));
    }

    [Test]
    public void Curves_of_the_reference_runs_are_drawn_for_those_who_may_see_right_answers()
    {
        var report = GradedSample.Of("scanned.md");
        var page = HtmlReportWriter.Write(report, Run with { Curves = GradedSample.Curves });
        Assert.Multiple(() =>
        {
            Assert.That(Regex.Count(page, "<figure>"), Is.EqualTo(3), "a chart a variant");
            Assert.That(Regex.Count(page, "<polyline class=\"test\""), Is.EqualTo(48), "a line a seed");
            Assert.That(page, Does.Contain("Variant a, plain: 16 runs. After the last epoch test accuracy is "));
            Assert.That(Tags().Matches(page).Select(tag => tag.Value).Where(tag => !Allowed().IsMatch(tag)), Is.Empty);
            Assert.That(HtmlReportWriter.Write(report.For(Audience.Student), Run with { Curves = GradedSample.Curves }), Does.Not.Contain("<figure").And.Not.Contain("<polyline"));
        });
    }

    /// <summary>One epoch, one accuracy for all: the scale has a height still.</summary>
    [Test]
    public void A_chart_of_one_point_has_a_scale()
    {
        var page = new HtmlPage();
        CurvesChart.Write(page, new("1", [new("a", "", [[new(1, 50, 50)]])]));
        Assert.That(page.Write(""), Does.Contain("<polyline").And.Not.Contain("NaN").And.Not.Contain("∞"));
    }

    [Test]
    public void The_policy_allows_the_page_its_own_style_and_nothing_else()
    {
        var page = Written("scanned", Audience.Instructor);
        var style = page[(page.IndexOf("<style>", StringComparison.Ordinal) + 7)..page.IndexOf("</style>", StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));
        Assert.That(page, Does.Contain($"content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\""));
        Assert.That(page, Does.Not.Contain("style=").And.Not.Contain("http://").And.Not.Contain("https://").And.Not.Contain("url("));
    }

    private static string Written(string sample, Audience audience) =>
        HtmlReportWriter.Write(GradedSample.Of($"{sample}.md").For(audience), Run with { Text = GradedSample.TextOf($"{sample}.md") });

    private static CheckGrade Check(string id, int start, int end) =>
        new(id, "number", "", Verdict.Correct, 1, 0, 1, "", new("", 1, start + 1, 1, end + 1) { Start = start, End = end }, [], [], "");

    /// <summary>How it looks is for eyes: only what it says is approved.</summary>
    [GeneratedRegex("(?<=<style>).*(?=</style>)|(?<=sha256-)[^']+", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("href=\"#([^\"]*)\"")]
    private static partial Regex Targets();

    [GeneratedRegex("<a class=\"ref correct\" href=\"#check-(\\d+)\"><span aria-hidden=\"true\">✓ </span>c\\d+</a>")]
    private static partial Regex References();

    /// <summary>All that a browser would take for a tag or a comment.</summary>
    [GeneratedRegex("<[^<>]*>?")]
    internal static partial Regex Tags();

    /// <summary>The elements and attributes that the page is made of; nothing that a text says can add one.</summary>
    [GeneratedRegex("""^</?(?:html|head|title|style|body|header|nav|main|section|h[1-4]|p|ul|ol|li|dl|dt|dd|div|span|strong|pre|code|mark|details|summary|table|caption|thead|tbody|tr|th|td|a|figure|figcaption|svg|polyline|text|rect|line|circle|path|math|mrow|mi|mn|mo|mfrac|msup|msub|mtext|mtable|mtr|mtd|mover|munderover|msqrt|mroot)(?: (?:lang="en"|accent="true"|open=""|tabindex="0"|aria-hidden="true"|role="(?:img|group|table|row|rowgroup|cell|rowheader|columnheader)"|scope="(?:col|row)"|class="[a-z -]+"|id="(?:section|check|text)-\d+"|href="#(?:section|check|text)-\d+"|aria-labelledby="section-\d+"|(?:aria-label|data-label)="[^"<>]*"|(?:start|value|x|y|x1|x2|y1|y2|cx|cy|r|width|height)="[\d.-]+"|viewBox="[\d. ]+"|preserveAspectRatio="none"|text-anchor="(?:end|middle)"|points="[\d., -]+"|d="[\dMlz. -]+"))*\s?/?>$|^<!DOCTYPE html>$|^<meta (?:charset="utf-8"|name="[a-z-]+" content="[a-z0-9=, -]+"|http-equiv="Content-Security-Policy" content="[^"<>]+")>$""")]
    internal static partial Regex Allowed();
}
