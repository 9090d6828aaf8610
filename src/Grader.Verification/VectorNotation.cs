using Grader.Mathematics;

namespace Grader.Verification;

/// <summary>Ways to write a vector, with the words that say what it is.</summary>
internal static class VectorNotation
{
    private static readonly IReadOnlyList<Func<TensorFact, Pen, IEnumerable<Block>>> Options =
    [
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)}: ({Joined(fact, pen.Entry)})")],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)} = [{Joined(fact, pen.Entry)}]")],
        static (fact, pen) => [Block.Prose($"The {pen.Label(fact).Text} is ({Joined(fact, pen.Entry)}).")],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)}:"), pen.Display($"\\begin{{bmatrix}} {string.Join(" \\\\ ", Entries(fact, pen.MathEntry))} \\end{{bmatrix}}")],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)}:"), pen.Display($"\\begin{{pmatrix}} {string.Join(" & ", Entries(fact, pen.MathEntry))} \\end{{pmatrix}}")],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)}: {pen.Inline($"({Joined(fact, pen.MathEntry)})^\\top")}")],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)}: {pen.Inline($"({Joined(fact, pen.MathEntry)})")}")],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)}: {pen.Inline($"\\begin{{bmatrix}} {string.Join(" \\\\ ", Entries(fact, pen.MathEntry))} \\end{{bmatrix}}")}")],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)}:"), MatrixNotation.Code($"[{string.Join(' ', Entries(fact, pen.Printed))}]")],
        static (fact, pen) => [Block.Prose($"{Label(fact, pen)} = np.array([{Joined(fact, pen.Printed)}])")],
        static (fact, pen) => [Block.Prose($"- {Label(fact, pen)} = ({Joined(fact, pen.Entry)})")],
        static (fact, pen) => [pen.Display($"\\text{{{pen.Label(fact).Text}}} = \\left[{Joined(fact, pen.MathEntry)}\\right]")],
        WithNames(static (fact, pen) => [MatrixNotation.Table([[" ", pen.Label(fact).Text], .. Pairs(fact, pen)], "| ", " |")]),
        WithNames(static (fact, pen) => [MatrixNotation.Table([[" ", .. fact.RowNames.Items], [pen.Label(fact).Text, .. Entries(fact, pen.Entry)]], "| ", " |")]),
        WithNames(static (fact, pen) => [MatrixNotation.Html([[" ", pen.Label(fact).Text], .. Pairs(fact, pen)])]),
        // "- B: 2" is the label of a part as well as the name of an entry.
        WithNames(static (fact, pen) => [Block.Prose($"{Label(fact, pen)}:"), Block.Prose(string.Join('\n', Pairs(fact, pen).Select(pair => $"- {pair[0]}: {pair[1]}")))], shortest: 2),
        WithNames(static (fact, pen) => [Block.Prose(string.Join("\n\n", Pairs(fact, pen).Select(pair => $"{Label(fact, pen)} of {pair[0]} = {pair[1]}")))]),
        WithNames(static (fact, pen) => [Block.Prose($"{Label(fact, pen)}: {Joined(fact, pen.Entry)}")]),
    ];

    public static int Count => Options.Count;

    public static IEnumerable<Block> Write(TensorFact fact, Pen pen, int option) => Options[option % Count](fact, pen);

    /// <summary>For vectors whose entries have names; others are written plainly.</summary>
    /// <param name="shortest">How many characters each name must have.</param>
    private static Func<TensorFact, Pen, IEnumerable<Block>> WithNames(Func<TensorFact, Pen, IEnumerable<Block>> write, int shortest = 1) =>
        (fact, pen) => fact.RowNames.Count == fact.Tensor.Entries.Count && fact.RowNames.Items.All(name => name.Length >= shortest) ? write(fact, pen) : Options[0](fact, pen);

    private static string Label(TensorFact fact, Pen pen) => Pen.Capital(pen.Label(fact).Text);

    private static IEnumerable<string> Entries(TensorFact fact, Func<Value, string> entry) => fact.Tensor.Entries.Items.Select(entry);

    private static string Joined(TensorFact fact, Func<Value, string> entry) => string.Join(", ", Entries(fact, entry));

    private static IEnumerable<List<string>> Pairs(TensorFact fact, Pen pen) => Entries(fact, pen.Entry).Select((entry, i) => new List<string> { fact.RowNames[i], entry });
}
