using Grader.Mathematics;
using Grader.Submissions.Blocks;
using Grader.Submissions.Outline;
using Grader.Submissions.Repairs;
using Grader.Submissions.RMarkdown;
using Grader.Submissions.Source;
using Grader.Submissions.Statements;

namespace Grader.Submissions;

/// <summary>Takes a student's Markdown apart.</summary>
public static class SubmissionReader
{
    /// <param name="expected">The questions and parts there are, for labels that only the assignment knows; empty to go by the text alone.</param>
    public static SubmissionDocument Read(string name, string text, Sequence<ExpectedPart> expected = default) => Read(name, text, expected, default);

    /// <param name="frames">What lines are counted in, in the order of the text.</param>
    /// <param name="before">How much text the document has before this one.</param>
    internal static SubmissionDocument Read(string name, string text, Sequence<ExpectedPart> expected, Sequence<Frame> frames, int before = 0)
    {
        var source = new SourceText(text, frames, before);
        var repairs = new List<Repair>();
        var (regions, comments) = RegionScanner.Scan(source.Text);
        FrontMatter.Hide(source.Text, regions, comments);
        KnitrCode.Hide(source.Text, comments);
        var masked = MarkdownMask.Make(source, regions, comments, repairs);
        var blocks = WrittenHeadings.Split(source.Text, BlockReader.Read(masked));
        var (clean, images) = Clean(source, regions, comments, blocks, repairs);
        var options = FormulaOptions.Student with { DecimalComma = source.DecimalComma };

        var stretches = OutlineReader.Read(source.Text, clean, blocks, new ExpectedOutline(expected));
        var reader = new SectionReader(source, clean, regions, images, options, repairs);
        var sections = new List<Section>(stretches.Count);
        foreach (var stretch in stretches)
        {
            var statements = reader.Read(stretch);
            if (statements.Count == 0 && stretch.Question is null && stretch.Part is null)
                continue;
            var (start, end) = HeadingRange(source.Text, clean, stretch.Heading);
            var place = source.PlaceOf(start, end);
            sections.Add(new Section(stretch.Question, stretch.Part, source.Written(place), place, statements) { IsAside = stretch.IsAside });
        }
        sections.AddRange(reader.Answers);
        if (source.Folded)
            repairs.Add(new Repair(source.PlaceOf(0, 0), "full-width, mathematical or invisible characters read as the plain ones"));
        repairs.Sort(static (a, b) => a.Place.Start.CompareTo(b.Place.Start));
        return new SubmissionDocument(name, text, sections.ToSequence(), ConversionSigns.LookConverted(source.Text, regions, blocks), repairs.ToSequence()) { Frames = frames };
    }

    /// <summary>The label as written, its bold marks included, without the blanks around it.</summary>
    private static (int Start, int End) HeadingRange(string text, string clean, TextLine heading)
    {
        var end = Characters.SkipBlanksBack(clean, heading.Start, heading.End);
        while (end < text.Length && text[end] is '*' or '_' && clean[end] == ' ')
            end++;
        if (end < text.Length && text[end] == '}' && text[heading.Start] == '\\')
            end++;
        return (heading.Start, end);
    }

    private static (string Clean, List<(int Start, int End)> Images) Clean(SourceText source, List<Region> regions, List<(int Start, int End)> comments, List<Block> blocks, List<Repair> repairs)
    {
        var characters = source.Text.ToCharArray();
        foreach (var (start, end) in comments)
        {
            for (var i = start; i < end; i++)
            {
                if (!Characters.IsLineBreak(characters[i]))
                    characters[i] = ' ';
            }
        }
        var cleaner = new InlineCleaner(characters, regions);
        foreach (var block in blocks)
        {
            if (block.Kind != BlockKind.Code)
                cleaner.Clean(block);
        }
        foreach (var region in regions)
        {
            if (region.Kind == RegionKind.HtmlTable)
                cleaner.CleanHtml(region);
        }
        KnitrOutput.Clean(characters, blocks);
        LookAlikeDigits.Mend(characters, source, repairs);
        cleaner.Images.Sort();
        return (new string(characters), cleaner.Images);
    }
}

/// <param name="Question"><c>1</c>.</param>
/// <param name="Part"><c>a</c>, or null for the question itself.</param>
/// <param name="Labels">Words that its heading may say besides its number.</param>
public sealed record ExpectedPart(string Question, string? Part, Sequence<string> Labels);
