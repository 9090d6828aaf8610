namespace Grader.Mathematics;

/// <summary>What a factor can start with: numbers, names, brackets, absolute values.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>Every recursion of the parser passes here, so here its depth is counted.</summary>
    private Expression? ReadPrimary()
    {
        if (!Enter())
            return null;
        var primary = ReadPrimaryWithin();
        _depth--;
        return primary;
    }

    private Expression? ReadPrimaryWithin()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return ReadNumber();
            case TokenKind.Word:
                return ReadWord();
            case TokenKind.Name:
                if (!_options.CaseLanguage && token.Text.Length > 1 && KnownFunctions.Canonical(token.Text) is { } function && (Next.Is('(') || KnownFunctions.MayLackBrackets(function)))
                {
                    _at++;
                    return ReadFunction(function);
                }

                if (token.Text is "∇")
                    return ReadNameAt(1, "nabla");
                return ReadNameAt(1, token.Text);
            case TokenKind.Text:
                _at++;
                return KnownFunctions.Canonical(token.Text) is { } known && (Current.Is('(') || Current.Is('{')) ? ReadFunction(known) : ReadName(token.Text);
            case TokenKind.Command:
                return ReadCommand();
            case TokenKind.BeginEnvironment:
                return ReadEnvironment();
            case TokenKind.Sign:
                return ReadSignPrimary();
            default:
                return Fail("a number, a name or a bracket");
        }
    }

    private Expression? ReadSignPrimary()
    {
        switch (Current.Sign)
        {
            case '(':
                return ReadParenthesized();
            case '[' or ']':
                return ReadSquare();
            case '{':
                return ReadGroup(listIsSet: true);
            case Signs.OpenSet:
                return ReadSet();
            case '|' or Signs.DoubleBar:
                return ReadBars();
            case '⌊':
                return ReadDelimited('⌋', "floor");
            case '⌈':
                return ReadDelimited('⌉', "ceil");
            case '⟨':
                _at++;
                var items = ReadItems('⟩');
                return items is null ? null : new Listing(ListingKind.Tuple, new(items.ToImmutable()));
            case '√':
                _at++;
                var radicand = ReadScriptOperand();
                return radicand is null ? null : new Call("sqrt", [radicand]);
            case '∑':
                return ReadBigOperation(BigOperator.Sum);
            case '∏':
                return ReadBigOperation(BigOperator.Product);
            case '∫':
                return ReadBigOperation(BigOperator.Integral);
            case '∂':
                return ReadPlainDerivative() ?? Fail("a derivative ∂L/∂x");
            case '"':
                return ReadQuoted();
        }

        var name = Current.Sign switch { '∞' => "infinity", '∅' => "emptyset", Signs.Dots => "…", 'ℝ' => "Reals", 'ℚ' => "Rationals", 'ℤ' => "Integers", 'ℕ' => "Naturals", 'ℂ' => "Complexes", _ => null };
        if (name is null)
            return Fail("a number, a name or a bracket");
        _at++;
        return new Symbol(name);
    }

    private Expression? ReadQuoted()
    {
        var start = Current.End;
        do
        {
            _at++;
        }
        while (Current.Kind != TokenKind.End && !Current.Is('"'));

        if (Current.Kind == TokenKind.End)
            return Fail("a closing quotation mark");
        var name = _folded.Text[start..Current.Start];
        if (name.Length == 0)
            return Fail("a name between quotation marks");
        _at++;
        return new Symbol(name);
    }

    private Expression? ReadNumber()
    {
        var token = Current;
        var numeral = _numerals[token.Numeral];
        _at++;
        var number = new Number(numeral.Value, numeral.Written);
        if (Current.Kind == TokenKind.Word && Current.SpaceBefore && !_options.CaseLanguage && Magnitude(Current.Text) is { } exponent)
        {
            _at++;
            return new Number(numeral.Value * Rational.PowerOfTen(exponent), numeral.Written with { LastDigitExponent = numeral.Written.LastDigitExponent + exponent, Whole = false });
        }

        return numeral.Written.Whole && !_options.CaseLanguage && ReadMixedFraction() is { } fraction ? new Sum([number, fraction]) : number;
    }

    private static int? Magnitude(string word) => word switch { "thousand" => 3, "million" => 6, "billion" => 9, "trillion" => 12, _ => null };

    /// <summary>The fraction of a mixed number: <c>3\frac{1}{2}</c>, <c>3 1/2</c>; null, with nothing read, where none stands.</summary>
    private Quotient? ReadMixedFraction()
    {
        var before = _at >= 2 ? _tokens[_at - 2] : default;
        if (before.Is('^') || before.Is('_'))
            return null;
        if (Current.Kind == TokenKind.Command && Current.Text is "frac" or "dfrac" or "tfrac")
        {
            var bare = _tokens[_at + 1].Kind == TokenKind.Number;
            if (bare && _numerals[_tokens[_at + 1].Numeral].Written is { Whole: true, Text.Length: 2 } both)
                return both.Text[0] is > '0' && both.Text[0] < both.Text[1] ? TakeMixed(2, both.Text[0] - '0', both.Text[1] - '0') : null;
            return IsBracedWhole(_at + 1, out var upper) && IsBracedWhole(_at + 4, out var lower) && upper.Sign > 0 && upper < lower ? TakeMixed(7, upper, lower) : null;
        }

        return Current.Kind == TokenKind.Number && Current.SpaceBefore && _tokens[_at + 1].Is('/') && _tokens[_at + 2].Kind == TokenKind.Number
            && _numerals[Current.Numeral] is { Written.Whole: true } numerator && _numerals[_tokens[_at + 2].Numeral] is { Written.Whole: true } denominator && numerator.Value.Sign > 0 && numerator.Value < denominator.Value
            ? TakeMixed(3, numerator.Value, denominator.Value)
            : null;
    }

    private Quotient TakeMixed(int tokens, Rational numerator, Rational denominator)
    {
        _at += tokens;
        return new(new Number(numerator), new Number(denominator));
    }

    private bool IsBracedWhole(int at, out Rational value)
    {
        value = default;
        if (at + 2 >= _tokens.Count || !_tokens[at].Is('{') || _tokens[at + 1].Kind != TokenKind.Number || !_tokens[at + 2].Is('}') || !_numerals[_tokens[at + 1].Numeral].Written.Whole)
            return false;
        value = _numerals[_tokens[at + 1].Numeral].Value;
        return true;
    }

    private Expression? ReadBars()
    {
        var sign = Current.Sign;
        _at++;
        _bars++;
        if (!Enter())
            return null;
        var content = ReadChain(null);
        if (content is null)
            return null;
        _bars--;
        _depth--;
        if (!Take(sign))
            return Fail($"'{sign}'");
        return new Call(sign == Signs.DoubleBar ? "norm" : content is Matrix ? "det" : "abs", [content]);
    }

    private Expression? ReadDelimited(char close, string function)
    {
        _at++;
        if (!Enter())
            return null;
        var content = ReadChain(null);
        if (content is null)
            return null;
        if (!Take(close))
            return Fail($"'{close}'");
        _depth--;
        return new Call(function, [content]);
    }
}
