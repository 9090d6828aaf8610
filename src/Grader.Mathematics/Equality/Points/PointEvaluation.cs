using System.Numerics;

namespace Grader.Mathematics;

/// <summary>Walks a formula at one point, in the arithmetic of an engine.</summary>
internal sealed class PointEvaluation<T>(IPointEngine<T> engine, PointBudget budget)
{
    private const int MaximumDepth = 1_500;
    private const int MaximumTerms = 20_000;

    private readonly List<(string Name, T Value, BigInteger? Whole)> _bound = [];
    private int _depth;

    /// <summary>Bound names that are whole numbers now, for an evaluation in another arithmetic.</summary>
    public IEnumerable<(string Name, BigInteger Whole)> WholeBounds
    {
        get
        {
            foreach (var (name, _, whole) in _bound)
            {
                if (whole is { } value)
                    yield return (name, value);
            }
        }
    }

    public bool HasBounds => _bound.Count > 0;

    public void Bind(string name, T value, BigInteger whole) => _bound.Add((name, value, whole));

    public PointStatus Evaluate(Expression expression, out T result)
    {
        result = default!;
        if (!budget.Spend(1) || ++_depth > MaximumDepth)
            return PointStatus.OverBudget;
        var status = EvaluateNode(expression, out result);
        _depth--;
        return status;
    }

    private PointStatus EvaluateNode(Expression expression, out T result)
    {
        switch (expression)
        {
            case Number number:
                return engine.Number(number.Value, out result);
            case Symbol symbol:
                return EvaluateSymbol(symbol.Name, out result);
            case Negation negation:
                var status = Evaluate(negation.Operand, out result);
                if (status == PointStatus.Value)
                    result = engine.Negate(result);
                return status;
            case Sum sum:
                return EvaluateAll(sum.Terms, product: false, out result);
            case Product product:
                return EvaluateAll(product.Factors, product: true, out result);
            case Quotient quotient:
                return EvaluateQuotient(quotient.Numerator, quotient.Denominator, out result);
            case Power power:
                return EvaluatePower(power.Base, power.Exponent, out result);
            case Call call:
                return EvaluateCall(call, out result);
            case Measured measured:
                return EvaluateMeasured(measured, out result);
            case BigOperation operation:
                return EvaluateBigOperation(operation, out result);
            case Listing { Elements: [var only] }:
                return Evaluate(only, out result);
            default:
                result = default!;
                return PointStatus.Unsupported;
        }
    }

    private PointStatus EvaluateSymbol(string name, out T result)
    {
        if (_bound.Count > 0)
        {
            for (var i = _bound.Count - 1; i >= 0; i--)
            {
                if (_bound[i].Name == name)
                {
                    result = _bound[i].Value;
                    return PointStatus.Value;
                }
            }

            name = BoundIndices.Substitute(name, BoundIndex) ?? name;
        }

        return engine.Symbol(name, out result);
    }

    /// <summary>What a bound name stands for in an index: its number, or where it was bound.</summary>
    private string? BoundIndex(string index)
    {
        for (var i = _bound.Count - 1; i >= 0; i--)
        {
            if (_bound[i].Name == index)
                return _bound[i].Whole?.ToString() ?? $"#{i}";
        }

        return null;
    }

    private PointStatus EvaluateAll(Sequence<Expression> operands, bool product, out T result)
    {
        var status = Evaluate(operands[0], out result);
        for (var i = 1; status == PointStatus.Value && i < operands.Count; i++)
        {
            status = Evaluate(operands[i], out var next);
            if (status == PointStatus.Value)
                status = product ? engine.Multiply(result, next, out result) : engine.Add(result, next, out result);
        }

        return status;
    }

    private PointStatus EvaluateQuotient(Expression numerator, Expression denominator, out T result)
    {
        var status = Evaluate(numerator, out result);
        if (status != PointStatus.Value)
            return status;
        status = Evaluate(denominator, out var divisor);
        return status == PointStatus.Value ? engine.Divide(result, divisor, out result) : status;
    }

    private PointStatus EvaluatePower(Expression root, Expression exponent, out T result)
    {
        var status = Evaluate(root, out result);
        if (status != PointStatus.Value)
            return status;
        status = Evaluate(exponent, out var power);
        return status == PointStatus.Value ? engine.Power(result, power, exponent, this, out result) : status;
    }

    private PointStatus EvaluateMeasured(Measured measured, out T result)
    {
        var status = Evaluate(measured.Amount, out result);
        if (status != PointStatus.Value)
            return status;
        switch (measured.Unit)
        {
            case "%":
                return Scale(ref result, Rational.Of(1, 100));
            case "°" or "deg" or "degree" or "degrees":
                status = Evaluate(Constants.Degree, out var degree);
                return status == PointStatus.Value ? engine.Multiply(result, degree, out result) : status;
        }

        var unit = Units.Find(measured.Unit);
        status = engine.Symbol(unit is null ? "unit of " + measured.Unit : "unit of " + unit.Dimension, out var dimension);
        if (status == PointStatus.Value)
            status = engine.Multiply(result, dimension, out result);
        return status == PointStatus.Value && unit is not null ? Scale(ref result, unit.Factor) : status;
    }

    private PointStatus Scale(ref T result, Rational factor)
    {
        var status = engine.Number(factor, out var scale);
        return status == PointStatus.Value ? engine.Multiply(result, scale, out result) : status;
    }

    private PointStatus EvaluateCall(Call call, out T result)
    {
        result = default!;
        switch (call)
        {
            case { Function: "sqrt", Arguments: [var radicand] }:
                return EvaluatePower(radicand, Constants.Half, out result);
            case { Function: "cbrt", Arguments: [var radicand] }:
                return EvaluatePower(radicand, Constants.Third, out result);
            case { Function: "root", Arguments: [var radicand, var index] }:
                return EvaluatePower(radicand, new Quotient(Constants.One, index), out result);
            case { Function: "exp", Arguments: [var exponent] }:
                return EvaluatePower(Constants.Euler, exponent, out result);
            case { Function: "ratio", Arguments: [var numerator, var denominator] }:
                return EvaluateQuotient(numerator, denominator, out result);
            case { Function: "plusminus" or "minusplus" or "setbuilder" or "union" or "intersection" or "setminus" }:
                return PointStatus.Unsupported;
            case { Function: "gcd" or "lcm" or "max" or "min" }:
                return EvaluateFlat(call, out result);
        }

        if (Rewritings.Of(call) is { } rewritten)
            return Evaluate(rewritten, out result);
        var arguments = new T[call.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var status = Evaluate(call.Arguments[i], out arguments[i]);
            if (status != PointStatus.Value)
                return status;
        }

        return engine.Function(call.Function, arguments, out result);
    }

    /// <summary>A function of all its arguments in any order: one inside another of its kind is one function.</summary>
    private PointStatus EvaluateFlat(Call call, out T result)
    {
        result = default!;
        var arguments = new List<T>();
        var pending = new Stack<Expression>(call.Arguments);
        while (pending.TryPop(out var argument))
        {
            if (argument is Call inner && inner.Function == call.Function)
            {
                foreach (var deeper in inner.Arguments)
                    pending.Push(deeper);
                continue;
            }

            var status = Evaluate(argument, out var value);
            if (status != PointStatus.Value)
                return status;
            arguments.Add(value);
        }

        return engine.Function(call.Function, arguments.ToArray(), out result);
    }

    private PointStatus EvaluateBigOperation(BigOperation operation, out T result)
    {
        result = default!;
        if (operation is { Operator: BigOperator.Sum or BigOperator.Product, Lower: { } lower, Upper: { } upper })
        {
            var status = EvaluateTerms(operation, lower, upper, out result);
            if (status != PointStatus.Unsupported)
                return status;
        }

        return EvaluateOpaque(operation, out result);
    }

    private PointStatus EvaluateTerms(BigOperation operation, Expression lower, Expression upper, out T result)
    {
        result = default!;
        if (engine.Exact(lower, this, out var from) != PointStatus.Value || engine.Exact(upper, this, out var to) != PointStatus.Value || !from.IsInteger || !to.IsInteger)
            return PointStatus.Unsupported;
        if (to - from > MaximumTerms)
            return PointStatus.Unsupported;
        var product = operation.Operator == BigOperator.Product;
        var status = engine.Number(product ? 1 : 0, out result);
        for (var i = from.Numerator; status == PointStatus.Value && i <= to.Numerator; i++)
        {
            status = engine.Number(i, out var value);
            if (status != PointStatus.Value)
                break;
            _bound.Add((operation.Variable, value, i));
            status = Evaluate(operation.Body, out var term);
            _bound.RemoveAt(_bound.Count - 1);
            if (status == PointStatus.Value)
                status = product ? engine.Multiply(result, term, out result) : engine.Add(result, term, out result);
        }

        return status;
    }

    private PointStatus EvaluateOpaque(BigOperation operation, out T result)
    {
        result = default!;
        var parts = new List<T>();
        foreach (var bound in (ReadOnlySpan<Expression?>)[operation.Lower, operation.Upper])
        {
            if (bound is null)
                continue;
            var status = Evaluate(bound, out var value);
            if (status != PointStatus.Value)
                return status;
            parts.Add(value);
        }

        for (var probe = 0; probe < 2; probe++)
        {
            var status = engine.Probe(probe, out var value);
            if (status != PointStatus.Value)
                return status;
            _bound.Add((operation.Variable, value, null));
            status = Evaluate(operation.Body, out var body);
            _bound.RemoveAt(_bound.Count - 1);
            if (status != PointStatus.Value)
                return status;
            parts.Add(body);
        }

        // An indefinite integral is a function of its variable; a definite one is not.
        var free = operation is { Operator: BigOperator.Integral, Lower: null } ? " d" + operation.Variable : "";
        return engine.Opaque($"{operation.Operator}{free} {operation.Lower is not null} {operation.Upper is not null}", parts.ToArray(), out result);
    }
}
