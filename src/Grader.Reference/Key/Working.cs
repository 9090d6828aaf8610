using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>The steps of a worked solution, each told once.</summary>
internal sealed class Working(Worksheet worksheet)
{
    private const int LargestSubstituted = 9;

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>The steps to these quantities that were not told before, each after those it is computed from.</summary>
    public Sequence<WorkedStep> To(IEnumerable<string> quantities)
    {
        var steps = new List<WorkedStep>();
        var names = worksheet.Quantities.Items.ToDictionary(quantity => quantity.Name, StringComparer.Ordinal);
        var rest = new Stack<(string Name, bool Opened)>(quantities.Reverse().Select(name => (worksheet.Named(name)!.Name, false)));
        while (rest.TryPop(out var next))
        {
            if (next.Opened)
            {
                if (Step(names[next.Name]) is { } step)
                    steps.Add(step);
            }
            else if (_told.Add(next.Name))
            {
                rest.Push((next.Name, true));
                foreach (var dependency in worksheet.Dependencies(next.Name).Reverse())
                    rest.Push((dependency.Name, false));
            }
        }

        return steps.ToSequence();
    }

    private WorkedStep? Step(Quantity quantity) => worksheet[quantity.Name].Value is { } value
        ? new(quantity, FormulaNames.Replace(quantity.Formula, Substitute), value, !worksheet.Dependencies(quantity.Name).Any() && KeyText.Expression(value) == FormulaNames.Replace(quantity.Formula, static _ => null))
        : null;

    private Expression? Substitute(string name) => worksheet.ValueOf(name) switch
    {
        null or Tensor { Entries.Count: > LargestSubstituted } => null,
        var value => KeyText.Expression(value),
    };
}
