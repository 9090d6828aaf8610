using System.Collections.Frozen;

namespace Grader.Mathematics;

/// <summary>One comparison: reads both sides, decides exactly, then by digits where the mode or the tolerance lets it.</summary>
internal sealed class PairComparison(ComparisonRequest request, string mode)
{
    // Prose may be long; the formula in it may not.
    private const int MaximumLength = 200_000;

    public ComparisonResult Compare()
    {
        if (request.Gold.Length > MaximumLength || request.Answer.Length > MaximumLength)
            return AnswerComparison.Unreadable(request, $"text of more than {MaximumLength} characters");
        var goldText = request.GoldSyntax == "python" ? request.Gold : AnswerExtraction.Extract(request.Gold);
        if (WordAnswers.Decide(goldText, request.Answer) is { } words)
            return Result(words, null);
        var goldReading = ReadGold(goldText);
        if (goldReading.Expression is not { } gold)
            return AnswerComparison.Unreadable(request, $"gold: {Describe(goldReading.Error!)}");

        var answerText = AnswerExtraction.Extract(request.Answer);
        var names = SymbolRoles.Of(gold).Names;
        ComparisonResult? result = null;
        foreach (var options in Readings(gold, goldText, answerText, names))
        {
            var reading = Formula.Read(answerText, options);
            var next = reading.Expression is { } answer
                ? Compare(gold, answer, goldText, answerText, reading)
                : AnswerComparison.Unreadable(request, $"answer: {Describe(reading.Error!)}");
            if (next.Verdict == ComparisonVerdict.Equal)
                return next;
            result ??= next;
        }

        return result!;
    }

    private static string Describe(FormulaError error) => $"at {error.Position + 1}: found {error.Found}, expected {error.Expected}";

    private FormulaReading ReadGold(string text) => request.GoldSyntax == "python"
        ? PythonFormula.Read(text)
        : Formula.Read(text, new FormulaOptions(DecimalComma: IsNumeric && LooksLikeDecimalComma(text)) { MagnitudeSuffixes = IsNumeric, UnitLetters = mode == "units" });

    private bool IsNumeric => mode is "number" or "percent" or "units" or "sigfigs" or "decimals" or "relative" or "absolute";

    /// <summary>The ways to read the answer, the most likely first; a later one counts only if it agrees.</summary>
    private IEnumerable<FormulaOptions> Readings(Expression gold, string goldText, string answerText, List<string> names)
    {
        var known = names.Count == 0 ? null : names.ToFrozenSet(StringComparer.Ordinal);
        var options = new FormulaOptions { MagnitudeSuffixes = IsNumeric || names.Count == 0, Names = known, UnitLetters = mode == "units" || gold is Measured };
        yield return options;
        var number = IsNumeric || gold is Number or Negation { Operand: Number } or Measured;
        if (number && LooksLikeDecimalComma(answerText) && !LooksLikeDecimalComma(goldText))
            yield return options with { DecimalComma = true };
        else if (number && LooksLikeDecimalComma(answerText))
            yield return options with { DecimalComma = true };
    }

    /// <summary>One comma between digits that cannot group thousands: <c>0,9183</c>, <c>1000,99</c>.</summary>
    private static bool LooksLikeDecimalComma(string text)
    {
        var comma = text.IndexOf(',');
        if (comma <= 0 || comma != text.LastIndexOf(',') || comma + 1 >= text.Length || !char.IsAsciiDigit(text[comma - 1]) || !char.IsAsciiDigit(text[comma + 1]))
            return false;
        if (text.AsSpan().ContainsAny("([{\\"))
            return false;
        var first = comma;
        while (first > 0 && char.IsAsciiDigit(text[first - 1]))
            first--;
        var last = comma + 1;
        while (last < text.Length && char.IsAsciiDigit(text[last]))
            last++;
        var grouped = last - comma - 1 == 3 && comma - first <= 3 && text[first] != '0';
        return !grouped;
    }

    private ComparisonResult Compare(Expression gold, Expression answer, string goldText, string answerText, FormulaReading reading)
    {
        var note = mode == "chain" || reading.Members.Count > 2 ? Chains.FalseLink(reading) : null;
        if (reading.Members.Count > 1 && LastOfChain(gold, answer, reading) is { } last)
            answer = last;
        if (gold is Relation named && answer is not (Relation or Listing) && Deciding.BareValueOf(named) is { } goldValue)
            gold = goldValue;
        else if (answer is Relation answered && gold is not (Relation or Listing) && Deciding.BareValueOf(answered) is { } answerValue)
            answer = answerValue;
        (gold, answer) = Aligned(gold, answer);
        if (mode == "units" && UnitProblem(gold, answer) is { } problem)
            return new(request.Id, ComparisonVerdict.Different, "units", problem, note);
        var options = new EqualityOptions
        {
            ListOrder = mode == "tuple" ? !HasTuples(gold) : IsBracketed(goldText) && IsBracketed(answerText),
            PairsAreIntervals = mode == "interval",
            MatrixNames = mode == "matrix" ? SymbolRoles.Of(gold, answer).Names.Where(static name => char.IsUpper(name[0])).ToFrozenSet(StringComparer.Ordinal) : [],
        };
        if (request.Tolerance is null && mode is not ("sigfigs" or "decimals" or "relative" or "absolute"))
        {
            var exact = Equality.Decide(gold, answer, options);
            if (exact.Verdict != EqualityVerdict.Different)
                return Result(exact, note);
            var written = new WrittenDigits(mode).Decide(gold, answer);
            return Result(written ?? exact, note);
        }

        return Result(new ToleranceComparison(request.Tolerance ?? DefaultTolerance(), options).Decide(gold, answer), note);
    }

    private ComparisonTolerance DefaultTolerance() => mode switch
    {
        "sigfigs" => new("sigfigs", 3),
        "decimals" => new("decimals", 2),
        "absolute" => new("absolute", Rational.PowerOfTen(-6)),
        _ => new("relative", Rational.PowerOfTen(-6)),
    };

    private ComparisonResult Result(Decision decision, string? note) => new(
        request.Id,
        decision.Verdict switch { EqualityVerdict.Equal => ComparisonVerdict.Equal, EqualityVerdict.Different => ComparisonVerdict.Different, _ => ComparisonVerdict.Undecided },
        decision.Rule,
        decision.Witness,
        note);

    private static bool HasTuples(Expression expression) => expression is Listing listing && listing.Elements.Items.Any(static element => element is Listing);

    /// <summary>Whether one pair of brackets holds the whole list, whose order counts then.</summary>
    private static bool IsBracketed(string text)
    {
        var content = text.AsSpan().Trim("$ \n");
        if (content.StartsWith("\\left"))
            content = content[5..].TrimStart();
        if (content is not ['[' or '(', ..])
            return false;
        var depth = 0;
        for (var i = 0; i < content.Length; i++)
        {
            depth += content[i] is '[' or '(' ? 1 : content[i] is ']' or ')' ? -1 : 0;
            if (depth == 0)
                return content[(i + 1)..].Trim(" .$").IsEmpty;
        }

        return false;
    }

    /// <summary>The last member of a chain of equations, where the gold is no equation of its own: 1/2 · 4 = 2.</summary>
    private static Expression? LastOfChain(Expression gold, Expression answer, FormulaReading reading) =>
        gold is not Relation && answer is Relation relation && relation.Operators.Items.All(static item => item is RelationOperator.Equal or RelationOperator.Approximately or RelationOperator.Implies)
            && (Naming.IsName(relation.Members[0]) || SymbolRoles.Of(relation.Members[0]).Names.Count == 0 || reading.Members.Count > 2)
            ? relation.Members[^1]
            : null;

    /// <summary>Units, words and percent signs that one side leaves out.</summary>
    private (Expression Gold, Expression Answer) Aligned(Expression gold, Expression answer)
    {
        if (gold is Symbol first && answer is Symbol second && NumberWords.Find(first.Name) is { } firstNumber && NumberWords.Find(second.Name) is { } secondNumber)
            return (Values.FromRational(firstNumber), Values.FromRational(secondNumber));
        if (gold is Symbol goldWord && answer is not Symbol && NumberWords.Find(goldWord.Name) is { } goldNumber)
            gold = Values.FromRational(goldNumber);
        if (answer is Symbol word && gold is not Symbol && NumberWords.Find(word.Name) is { } number)
            answer = Values.FromRational(number);
        if (gold is Symbol one && answer is Symbol other && one.Name.Length > 1 && string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase))
            return (gold, gold);
        if (mode == "units")
            return (gold, answer);
        return (gold, answer) switch
        {
            (Measured { Unit: "%" } left, not Measured) when mode == "percent" && SymbolRoles.Of(answer).Names.Count == 0 && !IsSmall(answer) => (left.Amount, answer),
            (not Measured, Measured { Unit: "%" } right) when mode == "percent" && !IsSmall(gold) => (gold, right.Amount),
            (Measured { Unit: not "%" } left, not Measured) when Units.Find(left.Unit) is null || IsBareNumber(answer, left.Unit) => (left.Amount, answer),
            (not Measured, Measured { Unit: not "%" } right) when IsBareNumber(gold, right.Unit) || Units.Find(right.Unit) is null => (gold, right.Amount),
            (Measured left, Measured right) when Units.Find(left.Unit) is null && Units.Find(right.Unit) is null => (left.Amount, right.Amount),
            _ => (gold, answer),
        };
    }

    /// <summary>A value without a unit. Beside degrees π is one: the answer may be in radians.</summary>
    private static bool IsBareNumber(Expression expression, string unit) =>
        expression is not (Measured or Relation or Listing or Matrix or Interval) && SymbolRoles.Of(expression).Names.Count == 0 && !(unit is "°" or "degrees" or "degree" && HoldsPi(expression, 0));

    private static bool HoldsPi(Expression expression, int depth) =>
        depth < 100 && (expression is Symbol { Name: "pi" } || Children.Of(expression).Any(child => HoldsPi(child, depth + 1)));

    /// <summary>A number that is a fraction of one is not a percentage without its sign.</summary>
    private static bool IsSmall(Expression expression) => Numerals.ValueOf(expression) is { } value && Rational.Abs(value) <= 1;

    private static string? UnitProblem(Expression gold, Expression answer) => (gold, answer) switch
    {
        (Measured left, Measured right) => Units.Find(left.Unit)?.Dimension is { } one && Units.Find(right.Unit)?.Dimension is { } two
            ? one == two ? null : $"{left.Unit} and {right.Unit}"
            : string.Equals(left.Unit, right.Unit, StringComparison.OrdinalIgnoreCase) ? null : $"{left.Unit} and {right.Unit}",
        (Measured left, Number or Negation or Quotient or Power) => $"no unit where {left.Unit} is expected",
        (Number or Negation or Quotient, Measured right) => $"a unit {right.Unit} where none is expected",
        _ => null,
    };
}
