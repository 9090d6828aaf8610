using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>
/// One self-contained page: no network, no script but the program's own on pages that it serves, and a policy that forbids all else. What is written through it is encoded; landmarks and headings say where a reader is; it
/// follows the reader's choice of light or dark, and prints.
/// </summary>
/// <param name="moreStyle">What a kind of page adds to the style of all.</param>
internal sealed class HtmlPage(string moreStyle = "")
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c1e21; --paper: #ffffff; --soft: #5a6069; --line: #d5d9de; --tint: #f3f5f8; --mark: #0b5c2e; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --paper: #16181b; --soft: #a3abb5; --line: #3a4048; --tint: #20242a; --mark: #7fd6a2; } }
        body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
        h1 { font-size: 1.7rem; } h2 { font-size: 1.35rem; margin-top: 2.5rem; border-bottom: 1px solid var(--line); } h3 { font-size: 1.15rem; } h4 { font-size: 1rem; margin-bottom: .3rem; }
        .soft { color: var(--soft); font-weight: normal; }
        .answer { border-left: .25rem solid var(--mark); padding: .4rem .8rem; background: var(--tint); overflow-x: auto; }
        .answer p { margin: .2rem 0; }
        ul.working { padding-left: 1.2rem; } ul.working li { overflow-x: auto; margin: .25rem 0; }
        pre { background: var(--tint); padding: .8rem; overflow-x: auto; }
        table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: .25rem .6rem; text-align: left; }
        math { font-size: 1.05em; }
        a { color: inherit; } a:focus-visible { outline: 2px solid var(--mark); }
        @media print { :root { --ink: #000000; --paper: #ffffff; --soft: #333333; --tint: #ffffff; } body { max-width: none; padding: 0; } nav { display: none; } h2, h3, h4 { break-after: avoid; } .answer, table { break-inside: avoid; } }
        """;

    private readonly StringBuilder _body = new();
    private readonly List<(string Id, string Text)> _sections = [];

    /// <summary>A heading of text; one of level 2 is listed in the page's navigation.</summary>
    /// <param name="note">Smaller, behind it.</param>
    /// <param name="style">Class of the section that one of level 2 begins; empty for none.</param>
    public HtmlPage Heading(int level, string text, string note = "", string style = "")
    {
        var id = "";
        if (level == 2)
        {
            if (_sections.Count > 0)
                _body.Append("</section>\n");
            _sections.Add(($"section-{_sections.Count + 1}", text));
            _body.Append($"<section{(style.Length > 0 ? $" class=\"{style}\"" : "")} aria-labelledby=\"{_sections[^1].Id}\">\n");
            id = $" id=\"{_sections[^1].Id}\"";
        }
        _body.Append($"<h{level}{id}>{HtmlText.Encode(text)}");
        if (note.Length > 0)
            _body.Append($" <span class=\"soft\">{HtmlText.Encode(note)}</span>");
        _body.Append($"</h{level}>\n");
        return this;
    }

    public HtmlPage Paragraph(string text)
    {
        _body.Append("<p>").Append(HtmlText.Encode(text)).Append("</p>\n");
        return this;
    }

    public HtmlPage Prose(string markdown)
    {
        _body.Append(HtmlProse.Render(markdown));
        return this;
    }

    public HtmlPage Preformatted(string text)
    {
        _body.Append("<pre>").Append(HtmlText.Encode(text)).Append("</pre>\n");
        return this;
    }

    public HtmlPage Text(string text)
    {
        _body.Append(HtmlText.Encode(text));
        return this;
    }

    public HtmlPage Code(string text)
    {
        _body.Append("<code>").Append(HtmlText.Encode(text)).Append("</code>");
        return this;
    }

    public HtmlPage Math(Expression formula)
    {
        _body.Append(HtmlText.Clean(MathMLPrinter.Print(formula)));
        return this;
    }

    /// <summary>A drawing of bars, one below the other; whoever does not see it hears the labels and numbers, which are text in it.</summary>
    /// <param name="bars">A label, the length from 0 to 1, and the number as it is shown.</param>
    public HtmlPage Bars(string description, IReadOnlyList<(string Label, double Share, string Shown)> bars)
    {
        const int Row = 22, Left = 220, Width = 400, Whole = 720;
        _body.Append(CultureInfo.InvariantCulture, $"<svg role=\"group\" aria-label=\"{HtmlText.Encode(description)}\" viewBox=\"0 0 {Whole} {Row * bars.Count}\" width=\"{Whole}\" height=\"{Row * bars.Count}\" font-size=\"14\" fill=\"currentColor\">\n");
        for (var i = 0; i < bars.Count; i++)
        {
            var (label, share, shown) = bars[i];
            var length = System.Math.Round(share * Width, 1);
            _body.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{(Row * i) + 16}\" text-anchor=\"end\">{HtmlText.Encode(label)}</text>");
            _body.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left}\" y=\"{(Row * i) + 3}\" width=\"{length}\" height=\"{Row - 6}\" opacity=\"0.55\"/>");
            _body.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + length + 6}\" y=\"{(Row * i) + 16}\">{HtmlText.Encode(shown)}</text>\n");
        }
        _body.Append("</svg>\n");
        return this;
    }

    /// <summary>What <paramref name="content"/> writes, inside an element.</summary>
    /// <param name="element">Its name, never a text of somebody's.</param>
    /// <param name="style">Its class, from the page's style; empty for none.</param>
    public HtmlPage Inside(string element, string style, Action content)
    {
        _body.Append('<').Append(element).Append(style.Length > 0 ? $" class=\"{style}\"" : "").Append('>');
        content();
        _body.Append("</").Append(element).Append(">\n");
        return this;
    }

    /// <summary>An element with attributes, and nothing between it and what is beside it.</summary>
    /// <param name="name">Never a text of somebody's, nor are the names of the attributes; their values are encoded.</param>
    /// <param name="content">Null for an element that holds nothing.</param>
    public HtmlPage Element(string name, ReadOnlySpan<(string Name, string Value)> attributes, Action? content = null)
    {
        _body.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
            _body.Append(' ').Append(attribute).Append("=\"").Append(HtmlText.Encode(value)).Append('"');
        if (content is null)
        {
            _body.Append("/>");
            return this;
        }
        _body.Append('>');
        content();
        _body.Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>A link to a place of this page.</summary>
    public HtmlPage Link(string id, string text, string style = "")
    {
        _body.Append("<a ").Append(style.Length > 0 ? $"class=\"{style}\" " : "").Append("href=\"#").Append(HtmlText.Encode(id)).Append("\">").Append(HtmlText.Encode(text)).Append("</a>");
        return this;
    }

    /// <summary>What was written to another page without sections.</summary>
    public HtmlPage Append(HtmlPage part)
    {
        _body.Append(part._body);
        return this;
    }

    /// <summary>The id of the next section, for a link to it.</summary>
    public string SectionId(int ahead) => $"section-{_sections.Count + ahead}";

    /// <param name="script">Of a page that is served, and sends what is filled in back to where it came from; empty for one that does neither.</param>
    public string Write(string title, string subtitle = "", string script = "")
    {
        var style = (moreStyle.Length > 0 ? $"{Style}\n{moreStyle}" : Style).ReplaceLineEndings("\n");
        script = script.ReplaceLineEndings("\n");
        var policy = script.Length > 0 ? $"script-src 'sha256-{Hash(script)}'; form-action 'self'" : "form-action 'none'";
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{Hash(style)}'; base-uri 'none'; {policy}\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.Append("<title>").Append(HtmlText.Encode(title)).Append("</title>\n<style>").Append(style).Append("</style>\n</head>\n<body>\n");
        page.Append("<header>\n<h1>").Append(HtmlText.Encode(title)).Append("</h1>\n");
        if (subtitle.Length > 0)
            page.Append("<p class=\"soft\">").Append(HtmlText.Encode(subtitle)).Append("</p>\n");
        page.Append("</header>\n");
        if (_sections.Count > 1)
        {
            page.Append("<nav aria-label=\"Contents\">\n<ul>\n");
            foreach (var (id, text) in _sections)
                page.Append($"<li><a href=\"#{id}\">{HtmlText.Encode(text)}</a></li>\n");
            page.Append("</ul>\n</nav>\n");
        }
        page.Append("<main>\n").Append(_body).Append(_sections.Count > 0 ? "</section>\n" : "").Append("</main>\n").Append(script.Length > 0 ? $"<script>{script}</script>\n" : "").Append("</body>\n</html>\n");
        return page.ToString();
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
