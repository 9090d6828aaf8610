using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Formulas in case files.</summary>
internal static class CaseFormula
{
    private static readonly HashSet<string> Constants = new(StringComparer.Ordinal) { "pi", "e", "infinity" };
    private static readonly FormulaOptions Options = FormulaOptions.Case with { Functions = MatrixFunctions.Names };

    /// <returns>Null, with a problem at the place inside the text, where it cannot be read.</returns>
    public static Expression? Read(CaseText text, ProblemList problems)
    {
        var reading = Formula.Read(text.Text, Options);
        if (reading.Expression is { } expression)
            return expression;
        var error = reading.Error ?? new(0, "this", "a formula");
        problems.Add(text.PlaceAt(error.Position), $"The formula \"{text.Text}\" cannot be read: {error.Found} stands here.", $"Expected {error.Expected}.");
        return null;
    }

    /// <returns>Null, with what stands where something else is expected, where it cannot be read.</returns>
    public static Expression? TryRead(string text, out string problem)
    {
        var reading = Formula.Read(text, Options);
        problem = reading.Error is { } error ? $"{error.Found} stands where {error.Expected} is expected" : "";
        return reading.Expression;
    }

    /// <summary>A formula of the program's own.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read: a bug.</exception>
    public static Expression Read(string text)
    {
        var reading = Formula.Read(text, Options);
        return reading.Expression ?? throw new InvalidOperationException($"{text}: found {reading.Error?.Found} at {reading.Error?.Position}, expected {reading.Error?.Expected}");
    }

    /// <param name="lookup">The value of a name, or null: the name then stays a symbol.</param>
    public static Evaluation Evaluate(Expression formula, Func<string, Value?> lookup) => Evaluator.EvaluateCase(formula, lookup, MatrixFunctions.Apply);

    /// <summary>Whether a value is a condition that holds; of an array of conditions, whether all do. Null where it is none.</summary>
    public static bool? Holds(Value? condition) => condition switch
    {
        Truth truth => truth.Holds,
        Tensor tensor when tensor.Entries.Items.All(static entry => entry is Exact { Number: var number } && (number.IsZero || number == Rational.One)) => tensor.Entries.Items.All(static entry => entry is Exact { Number.IsZero: false }),
        _ => null,
    };

    /// <summary>Tells each name of a formula that is no quantity, symbol or constant.</summary>
    public static void CheckNames(CaseText text, Expression formula, Worksheet worksheet, IReadOnlySet<string> symbols, ProblemList problems)
    {
        foreach (var name in FormulaNames.In(formula))
        {
            if (worksheet.Named(name) is not null || symbols.Contains(name) || Constants.Contains(name))
                continue;
            var offset = Math.Max(0, text.Text.IndexOf(name, StringComparison.Ordinal));
            problems.Add(text.PlaceAt(offset), $"\"{name}\" names nothing here.", Suggestion.For(name, worksheet.Quantities.Items.Select(quantity => quantity.Name).Concat(symbols)));
        }
    }

    public static bool IsConstant(string name) => Constants.Contains(name);

    public static bool IsName(string name)
    {
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || Constants.Contains(name))
            return false;
        for (var index = 1; index < name.Length; index++)
        {
            if (!char.IsAsciiLetterOrDigit(name[index]) && name[index] != '_' && !(name[index] == '.' && index + 1 < name.Length && char.IsAsciiLetter(name[index + 1])))
                return false;
        }

        return true;
    }
}
