using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>The steps of a worked solution, each told once.</summary>
internal sealed class Working(Worksheet worksheet)
{
    private const int LargestSubstituted = 9;

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Quantity> _quantities = worksheet.Quantities.Items.ToDictionary(quantity => quantity.Name, StringComparer.Ordinal);

    /// <summary>The steps to these quantities that were not told before, each after those it is computed from.</summary>
    public Sequence<WorkedStep> To(IEnumerable<string> quantities)
    {
        var steps = new List<WorkedStep>();
        var rest = new Stack<(string Name, bool Opened)>(quantities.Reverse().Select(name => (worksheet.Named(name)!.Name, false)));
        while (rest.TryPop(out var next))
        {
            if (next.Opened)
            {
                if (Step(_quantities[next.Name]) is { } step)
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

    private WorkedStep? Step(Quantity quantity)
    {
        if (worksheet[quantity.Name].Value is not { } value)
            return null;
        var given = !worksheet.Dependencies(quantity.Name).Any() && KeyText.Expression(value) == quantity.Formula;
        return new(quantity, Substituted(quantity.Formula), value, given) { Entries = given ? [] : Entries(quantity, value) };
    }

    /// <summary>The entries of an array whose formula says each by itself.</summary>
    private Sequence<WorkedEntry> Entries(Quantity quantity, Value value)
    {
        if (quantity.Formula is not Matrix matrix || value is not Tensor tensor || tensor.Entries.Count != matrix.RowCount * matrix.ColumnCount)
            return [];
        var (rows, columns) = (matrix.RowCount, matrix.ColumnCount);
        return Enumerable.Range(0, rows * columns).Select(offset =>
        {
            var (row, column) = (offset / columns, offset % columns);
            var name = columns == 1 ? Engines.EntryNames.Of(quantity.Name, row + 1) : Engines.EntryNames.Of(quantity.Name, row + 1, column + 1, rows, columns);
            var formula = matrix.Rows[row][column];
            return new WorkedEntry(name, formula, Substituted(formula), tensor.Entries[offset]);
        }).ToSequence();
    }

    private Expression Substituted(Expression formula) => Choices.Make(FormulaNames.Replace(formula, Substitute));

    private Expression? Substitute(string name) => worksheet.ValueOf(name) switch
    {
        null or Tensor { Entries.Count: > LargestSubstituted } => null,
        var value => KeyText.Expression(value),
    };
}
