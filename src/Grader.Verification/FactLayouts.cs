using Grader.Mathematics;

namespace Grader.Verification;

/// <summary>Ways to lay out numbers with the words that say what they are.</summary>
internal static class FactLayouts
{
    /// <summary>Those that take one number at a time.</summary>
    private static readonly IReadOnlyList<Func<NumberFact, Pen, IEnumerable<Block>>> Single =
    [
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)} = {pen.WorkingInProse(fact)}{pen.InProse(fact)}")],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)}: {pen.WorkingInProse(fact)}{pen.InProse(fact)}")],
        static (fact, pen) => [Block.Prose($"The {pen.Label(fact).Text} is {pen.InProse(fact)}.")],
        static (fact, pen) => [Block.Prose($"- {Label(fact, pen)}: {pen.WorkingInProse(fact)}{pen.InProse(fact)}")],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)}: {pen.Inline(pen.WorkingInMath(fact) + pen.InMath(fact))}")],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)} = {pen.Inline(pen.WorkingInMath(fact) + pen.InMath(fact))}")],
        static (fact, pen) => [pen.Display($"\\text{{{pen.Label(fact).Text}}} = {pen.WorkingInMath(fact)}{pen.InMath(fact)}")],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)}\n= {pen.WorkingInProse(fact).Replace(" = ", "\n= ", StringComparison.Ordinal)}{pen.InProse(fact)}")],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)}:"), pen.Display(pen.WorkingInMath(fact) + pen.InMath(fact))],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)} → {pen.InProse(fact)}")],
        static (fact, pen) => [Block.Prose($"∴ {pen.Label(fact).Text} = {pen.InProse(fact)}")],
        static (fact, pen) => [Block.Prose($"So we get {pen.InProse(fact)} for the {pen.Label(fact).Text}.")],
        static (fact, pen) => [Block.Prose($"> {Label(fact, pen)} = {pen.WorkingInProse(fact)}{pen.InProse(fact)}")],
        static (fact, pen) => Apart(fact, pen, static (subject, what, rest) => [Block.Prose($"For {subject}:"), Block.Prose($"{Pen.Capital(what)} = {rest}")]),
        static (fact, pen) => Apart(fact, pen, static (subject, what, rest) => [Block.Prose($"- {Pen.Capital(subject)}\n  - {what}: {rest}")]),
        static (fact, pen) => Apart(fact, pen, static (subject, what, rest) => [Block.Prose($"**{Pen.Capital(subject)}**"), Block.Prose($"{Pen.Capital(what)} = {rest}")]),
        static (fact, pen) => [Block.Prose($"**{Label(fact, pen)}:** {pen.WorkingInProse(fact)}{pen.InProse(fact)}")],
        static (fact, pen) => [Block.Prose($"1. {Label(fact, pen)} = {pen.WorkingInProse(fact)}{pen.InProse(fact)}")],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)} => {pen.InProse(fact)}")],
        static (fact, pen) => [pen.Display($"\\text{{{pen.Label(fact).Text}}} &= {pen.WorkingInMath(fact).Replace(" = ", " \\\\ &= ", StringComparison.Ordinal)}{pen.InMath(fact)}".Replace("&", Aligned(pen) ? "&" : "", StringComparison.Ordinal).Replace(" \\\\ =", Aligned(pen) ? " \\\\ =" : " =", StringComparison.Ordinal))],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)}\t{pen.InProse(fact)}")],
        static (fact, pen) => [Block.Prose($"I computed the {pen.Label(fact).Text} as follows: {pen.WorkingInProse(fact)}{pen.InProse(fact)}.")],
        static (fact, pen) => [Block.Prose($"`{Label(fact, pen)} = {pen.Bare(fact)}`")],
    ];

    /// <summary>Those that take all numbers of a part together.</summary>
    private static readonly IReadOnlyList<Func<IReadOnlyList<NumberFact>, Pen, IEnumerable<Block>>> Together =
    [
        static (facts, pen) => [MatrixNotation.Table([["quantity", "value"], .. facts.Select(fact => new List<string> { pen.Label(fact).Text, pen.InProse(fact) })], "| ", " |")],
        static (facts, pen) => [MatrixNotation.Table([["quantity", "value"], .. facts.Select(fact => new List<string> { pen.Label(fact).Text, pen.WorkingInProse(fact) + pen.InProse(fact) })], "", "")],
        static (facts, pen) => [MatrixNotation.Table([[.. facts.Select(fact => pen.Label(fact).Text)], [.. facts.Select(pen.InProse)]], "| ", " |")],
        static (facts, pen) => [MatrixNotation.Html([["quantity", "value"], .. facts.Select(fact => new List<string> { pen.Label(fact).Text, pen.Bare(fact) })])],
        static (facts, pen) => [Block.Prose($"{string.Join(", ", facts.Select(fact => $"{pen.Label(fact).Text} = {pen.InProse(fact)}"))}")],
        static (facts, pen) => facts.Count < 2 ? Single[2](facts[0], pen) : [Block.Prose($"The {Listed(facts.Select(fact => pen.Label(fact).Text))} are {Listed(facts.Select(pen.InProse))}, respectively.")],
        static (facts, pen) => [Block.Prose(string.Join("; ", facts.Select(fact => $"the {pen.Label(fact).Text} is {pen.InProse(fact)}")) + ".")],
        static (facts, pen) => [Block.Prose(string.Join('\n', facts.Select(fact => $"* {Label(fact, pen)} = {pen.WorkingInProse(fact)}{pen.InProse(fact)}")))],
        static (facts, pen) => [Block.Prose(string.Join("  \n", facts.Select(fact => $"{Label(fact, pen)}: {pen.InProse(fact)}")))],
        static (facts, pen) => [new(BlockKind.Formula, $"\\begin{{align*}}\n{string.Join(" \\\\\n", facts.Select(fact => $"\\text{{{pen.Label(fact).Text}}} &= {pen.WorkingInMath(fact)}{pen.InMath(fact)}"))}\n\\end{{align*}}")],
    ];

    public static int Count => Single.Count + Together.Count;

    public static IEnumerable<Block> Write(IReadOnlyList<NumberFact> facts, Pen pen)
    {
        var (layout, variety) = (pen.Style[Axis.Layout], pen.Style[Axis.Variety]);
        return layout >= Single.Count
            ? Together[layout - Single.Count](facts, pen)
            : facts.SelectMany((fact, i) => Single[(layout + i * variety) % Single.Count](fact, pen));
    }

    private static string Label(NumberFact fact, Pen pen) => Pen.Capital(pen.Label(fact).Text);

    /// <summary>What it is about above, what of it below; where the label does not come apart, plainly.</summary>
    private static IEnumerable<Block> Apart(NumberFact fact, Pen pen, Func<string, string, string, IEnumerable<Block>> write) =>
        pen.Label(fact) is { Subject.Length: > 0 } label ? write(label.Subject, label.What, pen.WorkingInProse(fact) + pen.InProse(fact)) : Single[0](fact, pen);

    private static bool Aligned(Pen pen) => MathDelimiters.Display[pen.Style[Axis.Display]].Contains("align", StringComparison.Ordinal);

    private static string Listed(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count == 1 ? all[0] : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }
}
