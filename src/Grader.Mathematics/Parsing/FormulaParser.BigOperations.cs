namespace Grader.Mathematics;

/// <summary>Sums, products, integrals, limits and derivatives.</summary>
internal sealed partial class FormulaParser
{
    private Expression? ReadBigOperation(BigOperator kind)
    {
        _at++;
        Expression? lower = null;
        Expression? upper = null;
        var variable = "";
        while (Current.Kind == TokenKind.Sign && Current.Sign is '_' or '^')
        {
            var isLower = TakeSign() == '_';
            if (Current.Is('{') && Next.Is('}'))
            {
                _at += 2;
                continue;
            }

            // The other bound follows as a power would.
            var negative = Take('-');
            var bound = Current.Is('{') ? ReadGroup() : Current.Kind is TokenKind.Word or TokenKind.Name ? ReadArgument() : ReadPrimary();
            if (bound is null)
                return null;
            bound = negative ? new Negation(bound) : bound;
            if (isLower)
                lower = bound;
            else
                upper = bound;
        }

        if (kind == BigOperator.Integral)
            return ReadIntegral(lower, upper);
        switch (lower)
        {
            case Relation { Members: [Symbol index, var from], Operators: [RelationOperator.Equal or RelationOperator.Implies or RelationOperator.ElementOf] }:
                (variable, lower) = (index.Name, from);
                break;
            case Symbol index when kind != BigOperator.Limit:
                (variable, lower) = (index.Name, null);
                break;
            case null when kind != BigOperator.Limit:
                break;
            default:
                return Fail("a bound such as i = 1");
        }

        if (kind == BigOperator.Limit)
            (kind, lower) = Direction(lower!);
        var body = ReadTerm();
        return body is null ? null : new BigOperation(kind, body, variable, lower, upper);
    }

    private char TakeSign() => _tokens[_at++].Sign;

    private static (BigOperator Kind, Expression Point) Direction(Expression point) => point switch
    {
        Symbol symbol when symbol.Name.Length > 1 && symbol.Name[^1] is '+' or '-' => (symbol.Name[^1] == '+' ? BigOperator.RightLimit : BigOperator.LeftLimit, new Symbol(symbol.Name[..^1])),
        Call { Function: "right" } right => (BigOperator.RightLimit, right.Arguments[0]),
        Call { Function: "left" } left => (BigOperator.LeftLimit, left.Arguments[0]),
        _ => (BigOperator.Limit, point),
    };

    private Expression? ReadIntegral(Expression? lower, Expression? upper)
    {
        _integrals++;
        var body = AtDifferential(Current) ? new Number(Rational.One) : ReadAdditive();
        _integrals--;
        if (body is null)
            return null;
        if (Current.Kind != TokenKind.Word || Current.Text[0] != 'd')
            return Fail("a differential such as dx");
        if (Current.Text.Length > 1)
            Split(1);
        _at++;
        if (Current.Kind is not (TokenKind.Word or TokenKind.Name))
            return Fail("the variable of integration");
        return ReadNameSuffixes(TakeText()) is Symbol variable ? new BigOperation(BigOperator.Integral, body, variable.Name, lower, upper) : Fail("the variable of integration");
    }

    /// <summary><c>\frac{\partial L}{\partial y_{11}}</c> as one name, <c>\frac{d}{dx} x</c> as a derivative; null, with nothing read, where the fraction is one.</summary>
    private Expression? ReadFractionDerivative()
    {
        if (!_tokens[_at + 1].Is('{') || !IsDifferential(_at + 2))
            return null;
        var middle = MatchingClose(_at + 1, out _);
        if (middle < 0 || !_tokens[middle + 1].Is('{') || !IsDifferential(middle + 2))
            return null;
        var (start, cuts) = (_at, TryCuts());
        _at += 2;
        var name = ReadDerivativeName('}');
        if (name is not null)
        {
            _at++;
            if (Take('{') && ReadDifferentials('}') is { } variables)
            {
                _at++;
                return Derivative(name, variables);
            }
        }

        // It was a fraction that begins with d, or holds more than names.
        TakeBack(start, cuts);
        return null;
    }

    /// <summary><c>dL/dy_11</c> in plain text; null, with nothing read, for anything else.</summary>
    private Expression? ReadPlainDerivative()
    {
        if (!IsDifferential(_at))
            return null;
        var slash = _at;
        while (!_tokens[slash].Is('/') && _tokens[slash].Kind is TokenKind.Word or TokenKind.Name or TokenKind.Number or TokenKind.Superscript or TokenKind.Subscript || _tokens[slash].Is('∂') || _tokens[slash].Is('_') || _tokens[slash].Is('^') || _tokens[slash].Is('{') || _tokens[slash].Is('}') || _tokens[slash].Is('\''))
            slash++;
        if (!_tokens[slash].Is('/') || _tokens[slash].SpaceBefore || !IsDifferential(slash + 1) || (_tokens[slash + 1].Kind == TokenKind.Word && _tokens[slash + 1].Text.Length < 2))
            return null;
        var (start, cuts) = (_at, TryCuts());
        if (ReadDerivativeName('/') is { } name)
        {
            _at++;
            if (ReadDifferentials('\0') is { } variables)
                return Derivative(name, variables);
        }

        _error = null;
        TakeBack(start, cuts);
        return null;
    }

    private bool IsDifferential(int at) =>
        at < _tokens.Count && (_tokens[at].Is('∂') || (_tokens[at].Kind == TokenKind.Word && _tokens[at].Text[0] == 'd' && _tokens[at].Text.Length <= 3));

    /// <summary>What is differentiated: <c>L</c>, or <c>^2L</c> for a second derivative, or nothing; null where more stands there.</summary>
    private string? ReadDerivativeName(char end)
    {
        SkipD();
        var order = "";
        if (Take('^'))
        {
            var braced = Take('{');
            if (Current.Kind != TokenKind.Number)
                return null;
            order = "^" + _numerals[_tokens[_at++].Numeral].Written.Text;
            if (braced && !Take('}'))
                return null;
        }
        else if (Current.Kind == TokenKind.Superscript)
        {
            order = "^" + TakeText();
        }

        if (Current.Is(end))
            return order;
        if (Current.Kind is not (TokenKind.Word or TokenKind.Name or TokenKind.Command))
            return null;
        return ReadDerivedSymbol() is { } name && Current.Is(end) ? order + name : null;
    }

    private void SkipD()
    {
        if (Current.Kind == TokenKind.Word && Current.Text.Length > 1)
            Split(1);
        _at++;
    }

    private string? ReadDerivedSymbol()
    {
        var operand = Current.Kind switch
        {
            TokenKind.Command => ReadPrimary(),
            TokenKind.Word when Current.Text.Length > 1 && !GreekLetters.IsName(Current.Text) => null,
            _ => ReadNameSuffixes(TakeText()),
        };
        return (operand as Symbol)?.Name;
    }

    /// <summary>The names after each d of the denominator, with their order: <c>x</c>, <c>xdy</c>, <c>x^2</c>.</summary>
    private string? ReadDifferentials(char end)
    {
        var names = "";
        while (IsDifferential(_at))
        {
            SkipD();
            if (Current.Kind is not (TokenKind.Word or TokenKind.Name or TokenKind.Command) || ReadDerivedSymbol() is not { } name)
                return null;
            names += names.Length == 0 ? name : "d" + name;
            if (end != '\0' && Take('^'))
            {
                var braced = Take('{');
                if (Current.Kind != TokenKind.Number)
                    return null;
                names += "^" + _numerals[_tokens[_at++].Numeral].Written.Text;
                if (braced && !Take('}'))
                    return null;
            }
        }

        return names.Length > 0 && (end == '\0' || Current.Is(end)) ? names : null;
    }

    private Expression? Derivative(string name, string variables)
    {
        if (name.Length > 0 && name[0] != '^' || name.Length > 2)
            return new Symbol($"d{name}/d{variables}");
        var operand = ReadTerm();
        return operand is null ? null : new Call("derivative", name.Length == 0 ? [operand, new Symbol(variables)] : [operand, new Symbol(variables.Split('^')[0]), new Number((Rational)(name[1] - '0'))]);
    }
}
