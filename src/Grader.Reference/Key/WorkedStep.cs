using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>One line of a worked solution: <c>layer1.outputWidth = floor((input.width - layer1.kernel)/layer1.stride) + 1 = floor((64 - 3)/2) + 1 = 31</c>.</summary>
/// <param name="Substituted">The formula with the numbers of earlier quantities in place of their names; arrays of more than nine entries keep their name.</param>
/// <param name="Given">An input: its formula is its value.</param>
public sealed record WorkedStep(Quantity Quantity, Expression Substituted, Value Value, bool Given)
{
    /// <summary>Where the formula of an array says each entry by itself: the entries, row by row. Such formulas are shown entry by entry.</summary>
    public Sequence<WorkedEntry> Entries { get; init; }

    /// <summary>What introduces it: <c>given</c>, what the quantity is, or where its value comes from; empty for nothing.</summary>
    public string Heading => Quantity.Provenance.Length > 0 ? $"{Quantity.Say}, from {Quantity.Provenance}" : Given ? "given" : Quantity.Say;

    /// <summary>The step as one chain of equations, for a printer of formulas.</summary>
    public Expression Chain => WorkedChain.Of(Quantity.Name, Given ? [] : Entries.Count > 0 ? [] : [Quantity.Formula, Substituted], Value, Quantity.Unit);

    public string FormulaText => Quantity.Formula.ToString();

    public string SubstitutedText => Substituted.ToString();

    public string ValueText => KeyText.Of(Value);

    /// <summary>The step as one line of ASCII, without what says the same twice.</summary>
    public override string ToString()
    {
        var members = new[] { FormulaText, SubstitutedText, ValueText }.Distinct();
        return $"{Quantity.Name} = {string.Join(" = ", Given ? [ValueText] : members)}{(Quantity.Unit.Length > 0 ? " " + Quantity.Unit : "")}";
    }
}

/// <summary>One entry of an array in a worked solution: <c>mean_2 = (0 + 10 + 10 + 0)/4 = 5</c>.</summary>
/// <param name="Name">As other formulas call it.</param>
public sealed record WorkedEntry(string Name, Expression Formula, Expression Substituted, Value Value)
{
    public Expression Chain => WorkedChain.Of(Name, [Formula, Substituted], Value, "");

    public override string ToString() => $"{Name} = {string.Join(" = ", new[] { Formula.ToString(), Substituted.ToString(), KeyText.Of(Value) }.Distinct())}";
}
