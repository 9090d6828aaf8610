using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Grader.Reports;

/// <summary>
/// An author's Markdown as HTML: paragraphs, lists, tables, emphasis, code. Raw HTML, links, images and headings are shown as text, so that nothing of it is markup of the page,
/// leads out of it, or disturbs its outline. Formulas between dollars stay as written.
/// </summary>
internal static class HtmlProse
{
    private static readonly MarkdownPipeline Pipeline = MakePipeline();

    public static string Render(string markdown) => Markdown.ToHtml(HtmlText.Clean(markdown), Pipeline);

    private static MarkdownPipeline MakePipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().UseMathematics().DisableHtml();
        builder.BlockParsers.TryRemove<HeadingBlockParser>();
        builder.InlineParsers.TryRemove<LinkInlineParser>();
        builder.InlineParsers.TryRemove<AutolinkInlineParser>();
        return builder.Build();
    }
}
