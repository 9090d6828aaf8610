namespace Grader.Mathematics;

/// <summary>What stands raised: powers, transposes, marks.</summary>
internal sealed partial class FormulaParser
{
    private Expression? ReadPower(Expression operand, int start)
    {
        _at++;
        var braced = Current.Is('{');
        if (AtTranspose(braced ? _at + 1 : _at) && (!braced || _tokens[_at + 2].Is('}')) && MayTranspose(operand, start))
        {
            _at += braced ? 3 : 1;
            return new Call("transpose", [operand]);
        }

        if (braced && _tokens[_at + 1].Kind == TokenKind.Sign && _tokens[_at + 2].Is('}'))
        {
            switch (_tokens[_at + 1].Sign)
            {
                case '°':
                    _at += 3;
                    return new Measured(operand, "°");
                case '\'' or '*' or '+' or '-' or '†':
                    _at += 3;
                    return Marked(operand, _tokens[_at - 2].Sign);
            }
        }

        if (Take('°'))
            return new Measured(operand, "°");
        if (Current.Is('\'') || (Current.Is('*') && operand is Symbol))
            return Marked(operand, _tokens[_at++].Sign);
        if (operand is Symbol symbol && ReadLayerIndex(braced) is { } layer)
            return ReadNameSuffixes(symbol.Name + layer);

        var exponent = braced ? ReadGroup() : ReadScriptOperand();
        return exponent is null ? null : new Power(operand, exponent);
    }

    /// <summary>The layer of <c>W^{[1]}</c>; null, with nothing read, where something else stands there.</summary>
    private string? ReadLayerIndex(bool braced)
    {
        var open = braced ? _at + 1 : _at;
        if (!_tokens[open].Is('[') || _tokens[open + 1].Kind is not (TokenKind.Number or TokenKind.Word or TokenKind.Name) || !_tokens[open + 2].Is(']') || (braced && !_tokens[open + 3].Is('}')))
            return null;
        var token = _tokens[open + 1];
        _at = open + (braced ? 4 : 3);
        return $"^[{(token.Kind == TokenKind.Number ? _numerals[token.Numeral].Written.Text : token.Text)}]";
    }

    private static Expression Marked(Expression operand, char mark) => operand switch
    {
        Symbol symbol => new Symbol(symbol.Name + mark),
        _ when mark == '+' => new Call("right", [operand]),
        _ when mark == '-' => new Call("left", [operand]),
        _ => new Call("transpose", [operand]),
    };

    private bool AtTranspose(int at) =>
        at < _tokens.Count && (_tokens[at].Is('⊤') || (_tokens[at].Text is "T" && _tokens[at].Kind is TokenKind.Word or TokenKind.Text or TokenKind.Name));

    /// <summary>Whether T above an operand transposes it: it does not above a number, <c>e</c>, or a bracket with a number as a term, <c>(1 + r)^T</c>.</summary>
    private bool MayTranspose(Expression operand, int start) =>
        _options.Names?.Contains("T") != true && operand switch
        {
            Number or Quotient or Symbol { Name: "e" } or Negation => false,
            Sum sum => !sum.Terms.Items.Any(static term => term is Number or Negation { Operand: Number } or Quotient { Numerator: Number, Denominator: Number }),
            _ => start >= 0,
        };

    /// <summary>One unbraced operand of <c>^</c> or <c>_</c>: a number, a name, a bracket, with a sign.</summary>
    private Expression? ReadScriptOperand()
    {
        if (!Enter())
            return null;
        Expression? result;
        if (Current.Is('-') || Current.Is('+'))
        {
            var negative = _tokens[_at++].Is('-');
            var operand = ReadScriptOperand();
            result = operand is null ? null : negative ? new Negation(operand) : operand;
        }
        else
        {
            result = ReadPrimary();
            // Powers associate to the right: a^b^c, and x^2! is (x^2)!.
            while (result is not null && _error is null && (Current.Is('^') || Current.Kind == TokenKind.Superscript))
                result = Current.Is('^') ? ReadPower(result, _at - 1) : ReadSuperscript(result);
        }

        _depth--;
        return _error is null ? result : null;
    }

    private Expression? ReadSuperscript(Expression operand)
    {
        var text = _tokens[_at].Text;
        _at++;
        if (text == "T" && MayTranspose(operand, 0))
            return new Call("transpose", [operand]);
        var exponent = ReadPlain(text);
        return exponent is null ? null : new Power(operand, exponent);
    }

    /// <summary>Raised characters are a formula of their own; they hold no raised ones, so this goes one level deep.</summary>
    private Expression? ReadPlain(string text)
    {
        var reading = new FormulaParser(new(text, Changed: false), _options).Read();
        if (reading.Expression is not null)
            return reading.Expression;
        _at--;
        return Fail("an exponent");
    }

    private Expression? ReadCongruence(Expression operand)
    {
        _at++;
        if (!Current.Is('{'))
            return Fail("the modulus in braces");
        var modulus = ReadGroup();
        return modulus is null ? null : new Call("congruent", [operand, modulus]);
    }
}
