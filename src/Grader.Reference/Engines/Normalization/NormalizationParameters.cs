using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines.Normalization;

/// <summary>Gamma and beta of a normalisation, an entry a unit or feature, and its epsilon, 0 where it is negligible.</summary>
internal sealed record NormalizationParameters(ImmutableArray<Expression> Gamma, ImmutableArray<Expression> Beta, Rational Epsilon)
{
    public bool Differ => !Gamma.SequenceEqual(Beta);

    public bool Shifts => Beta.Any(entry => entry != new Number(0));

    public bool Scales => Gamma.Any(entry => entry != new Number(1));

    /// <summary><c> + epsilon</c>, or empty.</summary>
    public string EpsilonTerm => Epsilon.IsZero ? "" : " + epsilon";

    /// <summary>Reads the keys <c>gamma</c>, <c>beta</c> and <c>epsilon</c>.</summary>
    /// <param name="of">What they have an entry for: <c>unit</c>, <c>feature</c>.</param>
    /// <returns>Null, with a problem, where one of them is wrong.</returns>
    public static NormalizationParameters? Read(ObjectReader inputs, TableReader tables, int count, string of)
    {
        var epsilon = inputs.Rational("epsilon");
        if (epsilon.Sign < 0)
            inputs.Problems.Add(inputs.PlaceOf("epsilon"), $"\"epsilon\" is {epsilon}.", "Write a small positive number, or 0.");
        var (gamma, beta) = (Vector("gamma", inputs, tables, count, of), Vector("beta", inputs, tables, count, of));
        return gamma is null || beta is null ? null : new(gamma.Value, beta.Value, epsilon);
    }

    /// <summary>Reads a list with an entry a unit or feature.</summary>
    public static ImmutableArray<Expression>? Vector(string key, ObjectReader inputs, TableReader tables, int count, string of)
    {
        if (inputs.Node(key) is not { } node || tables.ReadVector(node) is not { } vector)
            return null;
        if (vector.Length == count)
            return vector;
        inputs.Problems.Add(node.Place, $"\"{key}\" has {vector.Length} numbers, and there are {count} {of}s.", $"Write one a {of}.");
        return null;
    }

    public void AddTo(WorksheetBuilder worksheet)
    {
        worksheet.Add("gamma", TableReader.Column(Gamma), "scale");
        worksheet.Add("beta", TableReader.Column(Beta), "shift");
        if (!Epsilon.IsZero)
            worksheet.Add("epsilon", Epsilon, "epsilon");
    }
}
