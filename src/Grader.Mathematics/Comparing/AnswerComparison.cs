using System.Collections.Frozen;

namespace Grader.Mathematics;

/// <summary>Compares an answer with the right one, both as text: what the program's verb <c>compare</c> does for each pair.</summary>
public static class AnswerComparison
{
    /// <summary>The modes of a request; <c>auto</c> goes by what the gold is.</summary>
    public static Sequence<string> Modes { get; } =
        ["auto", "number", "percent", "expression", "equation", "inequality", "set", "tuple", "interval", "matrix", "units", "sigfigs", "decimals", "relative", "absolute", "chain"];

    private static readonly FrozenSet<string> KnownModes = Modes.ToFrozenSet(StringComparer.Ordinal);

    public static ComparisonResult Compare(ComparisonRequest request)
    {
        var mode = request.Mode ?? "auto";
        if (!KnownModes.Contains(mode))
            return Unreadable(request, $"mode '{mode}' is not known; it is one of {string.Join(' ', Modes.Items)}");
        if (request.Tolerance is { } tolerance && tolerance.Type is not ("relative" or "absolute" or "sigfigs" or "decimals"))
            return Unreadable(request, $"tolerance '{tolerance.Type}' is not known; it is one of relative absolute sigfigs decimals");
        if (request.Tolerance is { Type: "sigfigs" or "decimals" } digits && (!digits.Value.IsInteger || digits.Value.Sign < 0 || digits.Value > 1000))
            return Unreadable(request, "a tolerance in digits takes a whole number of them, at most 1000");
        if (request.Tolerance is { Value.Sign: < 0 })
            return Unreadable(request, "a tolerance is not negative");
        if (request.GoldSyntax is not (null or "latex" or "python"))
            return Unreadable(request, $"gold syntax '{request.GoldSyntax}' is not known; it is latex or python");
        return new PairComparison(request, mode).Compare();
    }

    internal static ComparisonResult Unreadable(ComparisonRequest request, string message) => new(request.Id, ComparisonVerdict.Unreadable, "unreadable", Message: message);
}
