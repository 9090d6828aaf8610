using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Grader.Submissions.Blocks;

/// <summary>Markdig's blocks, flattened. Its inlines are not used: <c>64*64*128</c> is no emphasis in a homework.</summary>
internal static class BlockReader
{
    private static readonly MarkdownPipeline Pipeline = MakePipeline();

    public static List<Block> Read(string masked)
    {
        var blocks = new List<Block>();
        var open = new Stack<(ContainerBlock Container, int Next, ListItem? Item, bool IsQuoted)>();
        open.Push((Markdown.Parse(masked, Pipeline), 0, null, false));
        var startsItem = false;
        while (open.TryPop(out var place))
        {
            if (place.Next >= place.Container.Count)
                continue;
            open.Push((place.Container, place.Next + 1, place.Item, place.IsQuoted));
            switch (place.Container[place.Next])
            {
                case ListItemBlock item:
                    int? number = item.Parent is ListBlock { IsOrdered: true } ? item.Order : null;
                    var inner = new ListItem(place.Item, item.Span.Start, number);
                    open.Push((item, 0, inner, place.IsQuoted));
                    startsItem = true;
                    // "1)" alone on its line may be the number of a question.
                    if (item.Count == 0 && number is not null)
                    {
                        var end = item.Span.End + 1;
                        blocks.Add(new Block(BlockKind.Paragraph, item.Span.Start, 0, [new TextLine(end, end)], inner, true, "") { IsQuoted = place.IsQuoted });
                    }
                    break;
                case ContainerBlock container:
                    open.Push((container, 0, place.Item, place.IsQuoted || container is QuoteBlock));
                    break;
                case LeafBlock leaf when ReadLeaf(leaf, place.Item, startsItem) is { } block:
                    blocks.Add(block with { IsQuoted = place.IsQuoted });
                    startsItem = false;
                    break;
            }
        }
        return blocks;
    }

    private static Block? ReadLeaf(LeafBlock leaf, ListItem? item, bool startsItem)
    {
        var lines = new List<TextLine>(leaf.Lines.Count);
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            var slice = leaf.Lines.Lines[i].Slice;
            lines.Add(new TextLine(slice.Start, Math.Max(slice.Start, slice.End + 1)));
        }
        switch (leaf)
        {
            case HeadingBlock heading:
                // A rule drawn under a paragraph is not meant to make all of it a heading.
                var isRule = heading.IsSetext && (lines.Count > 1 || lines.Sum(line => line.End - line.Start) > 80);
                return new Block(isRule ? BlockKind.Paragraph : BlockKind.Heading, heading.Span.Start, isRule ? 0 : heading.Level, lines, item, startsItem, "");
            case FencedCodeBlock fence:
                return new Block(BlockKind.Code, fence.Span.Start, 0, lines, item, startsItem, fence.Info ?? "");
            case ParagraphBlock when lines.Count > 0:
                return new Block(BlockKind.Paragraph, lines[0].Start, 0, lines, item, startsItem, "");
            case ThematicBreakBlock rule:
                return new Block(BlockKind.Break, rule.Span.Start, 0, [], item, startsItem, "");
            default:
                return null;
        }
    }

    private static MarkdownPipeline MakePipeline()
    {
        var paragraphs = new ParagraphBlockParser();
        var headings = new HeadingBlockParser();
        paragraphs.Closed += KeepLines;
        headings.Closed += KeepLines;
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = 10_000 };
        builder.BlockParsers.Clear();
        builder.BlockParsers.AddRange([new ThematicBreakParser(), headings, new QuoteBlockParser(), new ListBlockParser(), new FencedCodeBlockParser(), paragraphs]);
        builder.InlineParsers.Clear();
        return builder.Build();
    }

    private static void KeepLines(BlockProcessor processor, Markdig.Syntax.Block block)
    {
        if (block is LeafBlock leaf)
            leaf.ProcessInlines = false;
    }
}
