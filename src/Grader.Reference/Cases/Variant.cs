using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>
/// Draws a student's inputs: <c>{ "draw": [32, 64] }</c> is one of the list, <c>{ "draw": { "from": 2, "to": 9, "step": 1 } }</c> a number of the range. The same student
/// gets the same draw on every machine; nobody (an empty id) gets the first of the list and the start of the range.
/// </summary>
internal sealed class Variant(string seed, string student, ProblemList problems)
{
    private static readonly CaseShape Range = new("drawRange", "A range to draw from.", [
        new("from", true, CaseValues.Fraction, "The smallest number."),
        new("to", true, CaseValues.Fraction, "The largest number."),
        new("step", false, CaseValues.Fraction, "The step between numbers; 1 unless said."),
    ]);

    /// <summary>Students whose numbers are not to be met again.</summary>
    public IReadOnlyList<string> OtherThan { get; init; } = [];

    public static CaseShape Shape { get; } = new("draw", "A value drawn for each student.", [
        new("draw", true, $$"""{ "anyOf": [ { "type": "array", "minItems": 1 }, {{CaseValues.An(Range)}} ] }""", "A list to choose from, or a range."),
    ]);

    public static Sequence<CaseShape> Shapes => [Shape, Range];

    /// <summary>The question with its inputs and those of its engine drawn.</summary>
    public CaseNode Draw(CaseNode question) => question is not CaseObject content
        ? question
        : content with { Properties = content.Properties.Items.Select(property => property.Name.Text is "inputs" or "engine" ? property with { Value = Visit(property.Value, property.Name.Text) } : property).ToSequence() };

    private CaseNode Visit(CaseNode node, string path) => node switch
    {
        CaseObject { Properties: [{ Name.Text: "draw" } draw] } => Choose(draw.Value, path),
        CaseObject content => content with { Properties = content.Properties.Items.Select(property => property with { Value = Visit(property.Value, $"{path}.{property.Name.Text}") }).ToSequence() },
        CaseList list => list with { Items = list.Items.Items.Select((item, index) => Visit(item, $"{path}[{index}]")).ToSequence() },
        _ => node,
    };

    private CaseNode Choose(CaseNode draw, string path)
    {
        if (draw is CaseList { Items.Count: > 0 } list)
            return Visit(list.Items[(int)Number(path, list.Items.Count)], path);
        if (draw is CaseList empty)
        {
            problems.Add(empty.Place, "There is nothing to draw from.", "Write at least one value.");
            return new CaseNumber(empty.Place, Rational.One, "1");
        }

        if (ObjectReader.Open(draw, Range, problems) is not { } range)
            return new CaseNumber(draw.Place, Rational.One, "1");
        var (from, to, step) = (range.Rational("from"), range.Rational("to"), range.Rational("step", Rational.One));
        if (step.Sign <= 0 || to < from)
        {
            problems.Add(range.Place, $"There is no number from {from} to {to} in steps of {step}.", "Write from ≤ to, and a step above 0.");
            return new CaseNumber(draw.Place, from, from.ToString());
        }

        var value = from + (Rational)Number(path, ((to - from) / step).Floor() + 1) * step;
        return new CaseNumber(draw.Place, value, value.ToString());
    }

    /// <summary>A whole number from 0 to below <paramref name="count"/>; the next one that none of <see cref="OtherThan"/> has, where there is one.</summary>
    private BigInteger Number(string path, BigInteger count)
    {
        var taken = OtherThan.Select(other => Number(other, path, count)).ToHashSet();
        var number = Number(student, path, count);
        for (var tries = 0; tries < taken.Count && taken.Contains(number); tries++)
            number = (number + 1) % count;
        return number;
    }

    private BigInteger Number(string whose, string path, BigInteger count)
    {
        if (whose.Length == 0)
            return 0;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{whose}\n{path}"));
        return BinaryPrimitives.ReadUInt64LittleEndian(hash) % count;
    }
}
