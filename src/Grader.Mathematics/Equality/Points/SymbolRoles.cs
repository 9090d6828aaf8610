namespace Grader.Mathematics;

/// <summary>The free names of formulas, and which of them must be whole numbers: those in exponents, in factorials, in bounds of sums.</summary>
internal sealed class SymbolRoles
{
    private readonly Dictionary<string, bool> _whole = new(StringComparer.Ordinal);
    private readonly List<string> _bound = [];

    /// <summary>All free names, in the order met.</summary>
    public List<string> Names { get; } = [];

    public bool HasWhole => _whole.Count > 0;

    /// <summary>Irrational functions and constants occur, or others that exact arithmetic may not compute.</summary>
    public bool HasFunctions { get; private set; }

    public bool HasArrays { get; private set; }

    /// <summary>Functions of whole numbers occur: gcd, factorial, remainder.</summary>
    public bool HasWholeFunctions { get; private set; }

    /// <summary>Functions with steps occur, which are constant between them.</summary>
    public bool HasSteps { get; private set; }

    public bool IsTooLarge { get; private set; }

    private int _nodes;
    private int _depth;

    public static SymbolRoles Of(params ReadOnlySpan<Expression> expressions)
    {
        var roles = new SymbolRoles();
        foreach (var expression in expressions)
            roles.Visit(expression, null);
        return roles;
    }

    /// <summary>The value of a name that must be whole, at the point of a seed; null for other names.</summary>
    public Rational? WholeValue(string name, ulong seed)
    {
        if (_whole.Count == 0 || !_whole.TryGetValue(name, out var small))
            return null;
        var hash = PrimeField.Hash(name, seed);
        return (long)(small ? 1 + hash % 9 : 3 + hash % 5000);
    }

    public bool Contains(string name) => Names.Contains(name);

    /// <param name="small">Null: any value; true: a small whole number; false: a whole number.</param>
    private void Visit(Expression expression, bool? small)
    {
        if (++_nodes > 20_000 || ++_depth > 1_500)
        {
            IsTooLarge = true;
            return;
        }

        switch (expression)
        {
            case Symbol symbol:
                VisitSymbol(symbol.Name, small);
                break;
            case Negation negation:
                Visit(negation.Operand, small);
                break;
            case Sum sum:
                VisitAll(sum.Terms, small);
                break;
            case Product product:
                VisitAll(product.Factors, small);
                break;
            case Quotient quotient:
                Visit(quotient.Numerator, small);
                Visit(quotient.Denominator, small);
                break;
            case Power power:
                Visit(power.Base, small);
                if (power.Exponent is not Number { Value.IsInteger: true })
                    VisitExponent(power.Exponent, small);
                break;
            case Call call:
                VisitCall(call, small);
                break;
            case Measured measured:
                HasFunctions |= measured.Unit == "°";
                Visit(measured.Amount, small);
                break;
            case BigOperation operation:
                HasFunctions = true;
                if (operation.Lower is not null)
                    Visit(operation.Lower, operation.Operator is BigOperator.Sum or BigOperator.Product ? true : small);
                if (operation.Upper is not null)
                    Visit(operation.Upper, operation.Operator is BigOperator.Sum or BigOperator.Product ? true : small);
                _bound.Add(operation.Variable);
                Visit(operation.Body, small);
                _bound.RemoveAt(_bound.Count - 1);
                break;
            case Matrix matrix:
                HasArrays = true;
                foreach (var row in matrix.Rows)
                    VisitAll(row, small);
                break;
            case Listing listing:
                HasArrays |= listing.Elements.Count != 1;
                VisitAll(listing.Elements, small);
                break;
            case Interval interval:
                Visit(interval.Lower, small);
                Visit(interval.Upper, small);
                break;
            case Relation relation:
                VisitAll(relation.Members, small);
                break;
        }

        _depth--;
    }

    private void VisitExponent(Expression exponent, bool? small)
    {
        HasFunctions = true;
        Visit(exponent, small ?? false);
    }

    private void VisitCall(Call call, bool? small)
    {
        HasFunctions = true;
        HasArrays |= call.Function is "transpose" or "hadamard" or "kronecker" or "det" or "trace" or "vec";
        HasSteps |= call.Function is "floor" or "ceil" or "round" or "sign" or "modulo";
        HasWholeFunctions |= call.Function is "factorial" or "binomial" or "gcd" or "lcm" or "modulo" or "floor" or "ceil" or "round";
        bool? inner = call.Function switch { "factorial" or "binomial" => true, "exp" => small ?? false, _ => small };
        VisitAll(call.Arguments, inner);
    }

    private void VisitAll(Sequence<Expression> expressions, bool? small)
    {
        foreach (var expression in expressions)
            Visit(expression, small);
    }

    private void VisitSymbol(string name, bool? small)
    {
        if (_bound.Contains(name))
            return;
        if (Constants.IsConstant(name))
        {
            HasFunctions = true;
            return;
        }

        if (!Names.Contains(name))
            Names.Add(name);
        if (small is { } known)
            _whole[name] = known || (_whole.TryGetValue(name, out var before) && before);
    }
}
