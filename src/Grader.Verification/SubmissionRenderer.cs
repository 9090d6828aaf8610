using System.Globalization;
using Grader.Mathematics;

namespace Grader.Verification;

/// <summary>Writes what a submission says in one style, as Markdown.</summary>
public static class SubmissionRenderer
{
    public static string Render(StatedSubmission submission, RenderingStyle style)
    {
        var pen = new Pen(style);
        var blocks = new List<Block>();
        if (OutlineLabels.Titles[style[Axis.Title]] is { Length: > 0 } title)
            blocks.Add(new(BlockKind.Raw, title));
        // Questions the other way round (1), and their parts too (2).
        foreach (var question in style[Axis.Order] > 0 ? submission.Questions.Items.Reverse() : submission.Questions.Items)
        {
            var label = OutlineLabels.Questions[style[Axis.QuestionLabel]];
            if (label.Length > 0)
                blocks.Add(new(BlockKind.Label, string.Format(CultureInfo.InvariantCulture, label, question.Id)));
            foreach (var part in style[Axis.Order] > 1 ? question.Parts.Items.Reverse() : question.Parts.Items)
                blocks.AddRange(Part(part, label.Length == 0, pen));
        }
        var appendix = submission.Questions.Items.SelectMany(question => question.Appendix.Items).ToList();
        if (appendix.Count > 0)
            blocks.AddRange([new(BlockKind.Label, "## Appendix"), .. Facts(appendix, pen)]);
        return DocumentNoise.Options[style[Axis.Noise]](blocks);
    }

    private static IEnumerable<Block> Part(StatedPart part, bool isAlone, Pen pen)
    {
        var style = pen.Style;
        if (part.Letter.Length > 0)
            yield return new(BlockKind.Label, string.Format(CultureInfo.InvariantCulture, isAlone ? OutlineLabels.PartAlone(style[Axis.PartLabel]) : OutlineLabels.Parts[style[Axis.PartLabel]], part.Question, part.Letter));
        else if (isAlone)
            yield return new(BlockKind.Label, $"## Question {part.Question}");
        if (Prose.Options[style[Axis.Between]](part.Text) is { } between)
            yield return Block.Prose(between);
        foreach (var block in Facts(part.Facts.Items, pen))
            yield return block;
    }

    private static IEnumerable<Block> Facts(IReadOnlyCollection<Fact> facts, Pen pen)
    {
        var values = facts.OfType<ValueFact>().ToList();
        // What its words do not tell apart, its order does.
        if (pen.Style[Axis.FactOrder] == 1 && values.TrueForAll(fact => fact.IsTelling))
            values.Reverse();
        var numbers = values.OfType<NumberFact>().ToList();
        var blocks = numbers.Count == 0 ? [] : FactLayouts.Write(numbers, pen);
        var arrays = values.OfType<TensorFact>().SelectMany((fact, i) => Array(fact, i, pen));
        var said = facts.OfType<ProseFact>().Select((fact, i) => Block.Prose(fact.Texts[(pen.Style[Axis.Label] + i) % fact.Texts.Count]));
        return blocks.Concat(arrays).Concat(said);
    }

    private static IEnumerable<Block> Array(TensorFact fact, int index, Pen pen)
    {
        if (fact.Or is { } other)
            return [.. Array(fact with { Or = null }, index, pen), Block.Prose("or"), .. Array(fact with { Or = null, Tensor = other }, index, pen)];
        var offset = index * pen.Style[Axis.Variety];
        return fact.IsMatrix ? MatrixNotation.Write(fact, pen, pen.Style[Axis.Matrix] + offset) : VectorNotation.Write(fact, pen, pen.Style[Axis.Vector] + offset);
    }
}
