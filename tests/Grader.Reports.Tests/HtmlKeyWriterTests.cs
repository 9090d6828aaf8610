using System.Text.RegularExpressions;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Reports.Tests;

/// <summary>Pages: whatever an author's or a student's text says, it is text.</summary>
[TestFixture]
public sealed partial class HtmlKeyWriterTests
{
    private static readonly string[] Attacks =
    [
        "<script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "</style><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' onfocus='alert(1)' autofocus='",
        "<svg/onload=alert(1)>",
        "<!-- <b>",
        "]]><script>",
        "&lt;script&gt;&#60;script&#62;",
        "[click](javascript:alert(1))",
        "![x](https://example.org/x.png)",
        "<https://example.org>",
        "[ref]\n\n[ref]: javascript:alert(1)",
        "<iframe src=\"https://example.org\"></iframe>",
        "$</span><script>alert(1)</script>$",
        "`</code><script>alert(1)</script>`",
        "| a | <script> |\n|---|---|\n| <img src=x> | \" |",
        "# heading\n\n<div onclick=x>\n",
        "\u202Etxet desrever\u202C \u2066x\u2069 \u200B",
        "\u0000\u001b[2J",
        "{{constructor.constructor('alert(1)')()}}",
    ];

    [TestCaseSource(nameof(Attacks))]
    public void No_text_becomes_markup(string attack)
    {
        var assignment = Hostile(attack);
        foreach (var page in new[] { HtmlKeyWriter.Write(AnswerKey.Of(assignment).WithMistakes()), HtmlHandoutWriter.Write(Handout.Of(assignment)) })
        {
            Assert.That(Tags().Matches(page).Select(tag => tag.Value).Where(tag => !Allowed().IsMatch(tag)), Is.Empty, page);
            Assert.That(page.Where(c => c is '\0' or '\u001b' or '\u200B' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')), Is.Empty);
            Assert.That(page, Does.Contain("default-src 'none'"));
        }
    }

    [Test]
    public void The_policy_allows_the_page_its_own_style_and_nothing_else()
    {
        var page = HtmlKeyWriter.Write(AnswerKey.Of(Hostile("x")));
        var style = page[(page.IndexOf("<style>", StringComparison.Ordinal) + 7)..page.IndexOf("</style>", StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));
        Assert.That(page, Does.Contain($"content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\""));
        Assert.That(page, Does.Not.Contain("style=").And.Not.Contain("http://").And.Not.Contain("https://").And.Not.Contain("url("));
    }

    [Test]
    public void Headings_and_landmarks_tell_where_a_reader_is()
    {
        var page = HtmlKeyWriter.Write(AnswerKey.Of(Hostile("x")));
        foreach (var part in new[] { "<html lang=\"en\">", "<header>", "<main>", "<h1>", "<h2 id=\"section-1\">", "<section aria-labelledby=\"section-1\">", "<h3>", "<h4>", "@media print", "prefers-color-scheme: dark", "<math>" })
            Assert.That(page, Does.Contain(part));
    }

    private static Assignment Hostile(string text)
    {
        Phrase phrase = Phrase.Parse("width", out _)!;
        LabelRule labels = new([[phrase]], []);
        var worksheet = new Worksheet(
            [new("W", new Number(64), "", text), new("out", new Quotient(new Symbol("W"), new Number(2)), "", text)],
            [new("mistake", text, Rational.Zero, [new("mistake", text, System.Collections.Immutable.ImmutableSortedDictionary<string, Expression>.Empty.Add("out", new Number(3)))])]);
        return new(
            "hostile",
            text,
            [
                new("1", text, text, [], worksheet,
                [
                    new("1a", text, [],
                    [
                        new NumberCheck("1a.out", text, 1, labels, ["out"], Tolerance.Default, false),
                        new RubricCheck("1a.why", text, 1, labels, [], [], [], text),
                        new BandCheck("1a.band", text, 1, labels, new(1, 2, 1, 1, 8, text, true), true),
                    ]),
                ]),
            ],
            new(true, Rational.One, false),
            "")
        { Student = text };
    }

    /// <summary>All that a browser would take for a tag or a comment.</summary>
    [GeneratedRegex("<[^<>]*>?")]
    private static partial Regex Tags();

    [GeneratedRegex("""^</?(html|head|title|style|body|header|nav|main|section|h[1-4]|p|ul|ol|li|div|span|pre|code|table|thead|tbody|tr|th|td|em|strong|blockquote|br|hr|math|mrow|mi|mn|mo|mfrac|msup|msub|mtext|mtable|mtr|mtd)( (lang="en"|class="(soft|answer|working|math)"|id="section-\d+"|aria-labelledby="section-\d+"|aria-label="Contents"))?( /)?>$|^<!DOCTYPE html>$|^<meta (charset="utf-8"|name="[a-z-]+" content="[a-z0-9=, -]+"|http-equiv="Content-Security-Policy" content="[^"<>]+")>$|^<a href="#section-\d+">$|^</a>$""")]
    private static partial Regex Allowed();
}
