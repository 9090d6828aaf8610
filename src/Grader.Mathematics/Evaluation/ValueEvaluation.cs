using System.Collections.Immutable;

namespace Grader.Mathematics;

/// <summary>One evaluation: it holds the names, what was spent, and the first problem.</summary>
internal sealed partial class ValueEvaluation(Func<string, Value?> lookup, Func<string, ImmutableArray<Value>, Evaluation?>? functions = null, bool caseLanguage = false)
{
    private const int MaximumSteps = 2_000_000;
    private const int MaximumBits = 200_000;
    private const int MaximumDepth = 1_500;

    private static readonly Value Pi = new Approximate(Math.PI);
    private static readonly Value Euler = new Approximate(Math.E);

    private Dictionary<string, Value>? _bound;
    private int _steps;
    private int _depth;

    public string? Problem { get; private set; }

    public Value? Evaluate(Expression expression)
    {
        if (++_steps > MaximumSteps)
            return Fail("too many steps");
        if (++_depth > MaximumDepth)
            return Fail("nested too deeply");
        var value = EvaluateNode(expression);
        _depth--;
        return value;
    }

    private Value? Fail(string problem)
    {
        Problem ??= problem;
        return null;
    }

    private Value? EvaluateNode(Expression expression)
    {
        switch (expression)
        {
            case Number number:
                return new Exact(number.Value);
            case Symbol symbol:
                return LookUp(symbol);
            case Negation negation:
                return Operand(negation.Operand) is { } operand ? Negate(operand) : null;
            case Sum sum:
                return Fold(sum.Terms, isSum: true, sum);
            case Product product:
                return Fold(product.Factors, isSum: false, product);
            case Quotient quotient:
                return Operand(quotient.Numerator) is { } numerator && Operand(quotient.Denominator) is { } denominator ? Divide(numerator, denominator, quotient) : null;
            case Power power:
                return Operand(power.Base) is { } root && Operand(power.Exponent) is { } exponent ? Raise(root, exponent, power) : null;
            case Call call:
                return EvaluateCall(call);
            case Matrix matrix:
                return EvaluateMatrix(matrix);
            case Listing listing:
                return EvaluateListing(listing);
            case Measured measured:
                var amount = Evaluate(measured.Amount);
                return amount is not null && measured.Unit == "%" ? Divide(amount, new Exact(100), measured) : amount;
            case Relation relation:
                return caseLanguage ? EvaluateComparison(relation) : EvaluateRelation(relation);
            case BigOperation operation:
                return EvaluateBigOperation(operation);
            default:
                return Fail($"{expression} has no value");
        }
    }

    private Value LookUp(Symbol symbol)
    {
        if (_bound is { Count: > 0 } bounds)
        {
            if (bounds.TryGetValue(symbol.Name, out var bound))
                return bound;
            if (BoundIndices.Substitute(symbol.Name, name => bounds.GetValueOrDefault(name) is Exact { Number.IsInteger: true } exact ? exact.Number.ToString() : null) is { } indexed)
                symbol = new Symbol(indexed);
        }

        return lookup(symbol.Name) ?? symbol.Name switch { "pi" => Pi, "e" => Euler, _ => new Symbolic(symbol) };
    }

    private Value? Fold(Sequence<Expression> operands, bool isSum, Expression whole)
    {
        Value? result = null;
        // Of a result that stays a formula: gathered, for each operand anew would take the square of their number.
        var parts = new List<Expression>();
        foreach (var operand in operands)
        {
            if (Operand(operand) is not { } value)
                return null;
            var isFormula = parts.Count > 0 || result is Symbolic;
            if (isFormula && (isSum ? IsZero(value) : IsOne(value)))
                continue;
            if (isFormula && value is not Tensor && !IsZero(value))
            {
                if (parts.Count == 0)
                    parts.AddRange(Parts(result!));
                parts.AddRange(Parts(value));
                continue;
            }
            var before = Gathered();
            parts.Clear();
            result = before is null ? value : isSum ? Add(before, value, whole) : Multiply(before, value, whole);
            if (result is null)
                return null;
        }

        return Gathered();

        Value? Gathered() => parts.Count == 0 ? result : new Symbolic(isSum ? new Sum([.. parts]) : new Product([.. parts]));

        Sequence<Expression> Parts(Value value) => isSum ? Terms(value) : Factors(value);
    }

    private Tensor? EvaluateMatrix(Matrix matrix)
    {
        if (!matrix.IsRectangular || matrix.ColumnCount == 0)
        {
            Fail($"rows of different lengths in {matrix}");
            return null;
        }

        var entries = new List<Value>(matrix.RowCount * matrix.ColumnCount);
        foreach (var row in matrix.Rows)
        {
            foreach (var cell in row)
            {
                if (Operand(cell) is not { } entry)
                    return null;
                if (entry is Tensor)
                {
                    Fail($"an array as an entry of {matrix}");
                    return null;
                }

                entries.Add(entry);
            }
        }

        return new([matrix.RowCount, matrix.ColumnCount], [.. entries]);
    }

    /// <summary>A list of numbers is a vector; a list of arrays of one shape has an axis more.</summary>
    private Tensor? EvaluateListing(Listing listing)
    {
        var entries = new List<Value>();
        Sequence<int>? shape = null;
        foreach (var element in listing.Elements)
        {
            if (Operand(element) is not { } entry)
                return null;
            var own = entry is Tensor inner ? inner.Shape : [];
            if (shape is not null && shape != own)
            {
                Fail($"elements of different shapes in {listing}");
                return null;
            }

            shape = own;
            if (entry is Tensor tensor)
                entries.AddRange(tensor.Entries);
            else
                entries.Add(entry);
        }

        return new([listing.Elements.Count, .. shape ?? []], [.. entries]);
    }

    private Value? EvaluateRelation(Relation relation)
    {
        Value? left = Evaluate(relation.Members[0]);
        var holds = true;
        for (var i = 0; left is not null && i < relation.Operators.Count; i++)
        {
            if (Evaluate(relation.Members[i + 1]) is not { } right)
                return null;
            if (left is Symbolic || right is Symbolic)
                return new Symbolic(relation);
            if (left is Tensor || right is Tensor || left is Truth || right is Truth)
                holds &= relation.Operators[i] == RelationOperator.NotEqual ? !left.Equals(right) : left.Equals(right);
            else
                holds &= Holds(Compare(left, right), relation.Operators[i]);
            left = right;
        }

        return left is null ? null : new Truth(holds);
    }

    private static bool Holds(int order, RelationOperator relation) => relation switch
    {
        RelationOperator.NotEqual => order != 0,
        RelationOperator.Less => order < 0,
        RelationOperator.LessOrEqual => order <= 0,
        RelationOperator.Greater => order > 0,
        RelationOperator.GreaterOrEqual => order >= 0,
        _ => order == 0,
    };

    private static int Compare(Value left, Value right) =>
        left is Exact a && right is Exact b ? a.Number.CompareTo(b.Number) : Real(left).CompareTo(Real(right));

    private Value? EvaluateBigOperation(BigOperation operation)
    {
        var product = operation.Operator == BigOperator.Product;
        if (operation.Operator is not (BigOperator.Sum or BigOperator.Product) || operation.Lower is null || operation.Upper is null)
            return caseLanguage ? Fail($"no bounds, such as i = 1 and n, in {operation}") : new Symbolic(operation);
        if (Evaluate(operation.Lower) is not { } lower || Evaluate(operation.Upper) is not { } upper)
            return null;
        if (lower is not Exact { Number.IsInteger: true } from || upper is not Exact { Number.IsInteger: true } to)
            return caseLanguage && lower is not Symbolic && upper is not Symbolic ? Fail($"a bound that is no whole number in {operation}") : new Symbolic(operation);
        if (to.Number - from.Number > 100_000)
            return Fail($"too many terms in {operation}");
        if (caseLanguage && to.Number < from.Number)
            return Fail($"no terms, {operation.Variable} goes from {from.Number} to {to.Number}, in {operation}");

        _bound ??= new(StringComparer.Ordinal);
        var outer = _bound.GetValueOrDefault(operation.Variable);
        Value? result = new Exact(product ? 1 : 0);
        for (var i = from.Number; result is not null && i <= to.Number; i += 1)
        {
            _bound[operation.Variable] = new Exact(i);
            var term = Operand(operation.Body);
            result = term is null ? null : product ? Multiply(result, term, operation) : Add(result, term, operation);
        }

        if (outer is null)
            _bound.Remove(operation.Variable);
        else
            _bound[operation.Variable] = outer;
        return result;
    }
}
