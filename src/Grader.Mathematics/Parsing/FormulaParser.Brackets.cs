using System.Collections.Immutable;

namespace Grader.Mathematics;

/// <summary>Primaries: numbers, brackets of all kinds, lists, sets, intervals, absolute values.</summary>
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

    /// <summary>Items up to a closing bracket, which is read; relations are allowed in them.</summary>
    private ImmutableArray<Expression>.Builder? ReadItems(char close) => ReadItems(close, close, out _);

    private ImmutableArray<Expression>.Builder? ReadItems(char close, char otherClose, out char closed)
    {
        closed = close;
        var items = ImmutableArray.CreateBuilder<Expression>();
        if (!Enter())
            return null;
        while (true)
        {
            if (AtClose(close) || AtClose(otherClose))
                break;
            var item = ReadChain(null);
            if (item is null)
                return null;
            items.Add(item);
            if (AtClose(close) || AtClose(otherClose))
                break;
            if (!Current.Is(',') && !Current.Is(';') && !Current.Is('|') && !IsListSeparator(Current))
            {
                Fail($"a comma or '{Shown(close)}'");
                return null;
            }

            // Only the bar itself separates: one after a comma opens an absolute value.
            if (!Take('|'))
                SkipListSeparators();
        }

        closed = Current.Sign;
        _at++;
        _depth--;
        return items;
    }

    private bool AtClose(char close) => Current.Is(close);

    private static char Shown(char sign) => sign switch { Signs.OpenSet => '{', Signs.CloseSet => '}', _ => sign };

    private Expression? ReadParenthesized()
    {
        _at++;
        var bars = _bars;
        _bars = 0;
        var items = ReadItems(')', ']', out var closed);
        _bars = bars;
        if (items is null)
            return null;
        if (items.Count == 2 && closed == ']')
            return new Interval(items[0], items[1], ContainsLower: false, ContainsUpper: true);
        if (closed == ']')
        {
            _at--;
            return Fail("')'");
        }

        if (items.Count == 0)
            return new Listing(ListingKind.Tuple, []);
        return items.Count == 1 ? items[0] : new Listing(ListingKind.Tuple, new(items.ToImmutable()));
    }

    /// <summary>Whether a <c>[</c> after an operand ends an interval: <c>]a, b[</c>.</summary>
    private bool ClosesOpenInterval()
    {
        var next = Next;
        return next.Kind == TokenKind.End || (next.Kind == TokenKind.Sign && next.Sign is ')' or '}' or ']' or '∪' or '∩' or ',' or '∖' or '=' or Signs.CloseSet);
    }

    /// <summary>Square brackets: a list, rows of a matrix, an interval, or plain grouping of one expression.</summary>
    private Expression? ReadSquare()
    {
        var open = Current.Sign;
        if (open == '[' && ReadSpacedRow() is { } spaced)
            return spaced;
        if (_error is not null || !Enter())
            return null;
        _at++;
        var bars = _bars;
        _bars = 0;
        var items = ImmutableArray.CreateBuilder<Expression>();
        var rows = ImmutableArray.CreateBuilder<Sequence<Expression>>();
        var allRows = true;
        while (!Current.Is(']'))
        {
            var row = Current.Is('[');
            var before = _at;
            // Rows that numpy prints touch: [[1. 2.] [3. 4.]].
            var item = row && open == '[' && NextRowTouches() ? ReadSquare() : ReadChain(null);
            if (item is null)
                return null;
            // A row is a bracket of its own, whole: [1, 2], not [1, 2]^T or [1] + x.
            row &= MatchingClose(before, out _) == _at - 1;
            allRows &= row;
            items.Add(item);
            if (AtSquareEnd(items.Count, row))
                break;
            if (Current.Is(';') && open == '[')
            {
                rows.Add(new(items.ToImmutable()));
                items.Clear();
                _at++;
                continue;
            }

            if (IsListSeparator(Current))
                SkipListSeparators();
            else if (!(row && Current.Is('[')))
                return Fail("a comma or ']'");
        }

        var closed = Current.Sign;
        _at++;
        _bars = bars;
        _depth--;
        if (rows.Count > 0)
        {
            rows.Add(new(items.ToImmutable()));
            return new Matrix(new(rows.ToImmutable()));
        }

        return Square(open, closed, items, allRows);
    }

    // After a row of a matrix, a bracket that opens is the next row, not the end of ]a, b[.
    private bool AtSquareEnd(int count, bool row) => Current.Is(']') || (count == 2 && (Current.Is(')') || (Current.Is('[') && !row)));

    private bool NextRowTouches()
    {
        var close = MatchingClose(_at, out _);
        return close >= 0 && (_tokens[close + 1].Is('[') || _tokens[close + 1].Is(']'));
    }

    private Expression? Square(char open, char closed, ImmutableArray<Expression>.Builder items, bool allRows)
    {
        if (open == ']' || closed != ']')
            return items.Count == 2 ? new Interval(items[0], items[1], open == '[', closed == ']') : Fail("two ends of an interval");
        if (items.Count == 0)
            return new Listing(ListingKind.List, []);
        if (allRows)
            return new Matrix(items.Select(static item => item is Listing { Kind: ListingKind.List } row ? row.Elements : [item]).ToSequence());
        if (items.Count == 1 && (!_options.CaseLanguage || items[0] is Matrix))
            return items[0];
        return new Listing(ListingKind.List, new(items.ToImmutable()));
    }

    /// <summary>A row as numpy prints it, numbers apart by spaces: <c>[ 0.7 -0.7]</c>; null, with nothing read, where the bracket holds anything else.</summary>
    private Listing? ReadSpacedRow()
    {
        var at = _at + 1;
        var numbers = ImmutableArray.CreateBuilder<Expression>();
        while (!_tokens[at].Is(']'))
        {
            var negative = _tokens[at].Is('-');
            if (negative && (!_tokens[at].SpaceBefore && numbers.Count > 0 || _tokens[at + 1].SpaceBefore))
                return null;
            if (negative)
                at++;
            if (_tokens[at].Kind != TokenKind.Number || (numbers.Count > 0 && !negative && !_tokens[at].SpaceBefore))
                return null;
            var numeral = _numerals[_tokens[at].Numeral];
            Expression number = new Number(numeral.Value, numeral.Written);
            numbers.Add(negative ? new Negation(number) : number);
            at++;
        }

        if (numbers.Count < 2)
            return null;
        _at = at + 1;
        return new Listing(ListingKind.List, new(numbers.ToImmutable()));
    }

    /// <summary>Braces that LaTeX does not print: grouping, or a set that lost its backslashes.</summary>
    private Expression? ReadGroup(bool listIsSet = false)
    {
        _at++;
        if (!Enter())
            return null;
        var bars = _bars;
        _bars = 0;
        if (Current.Is('}'))
        {
            _at++;
            _bars = bars;
            _depth--;
            return StartsFactor(Current) ? ReadFactor() : Fail("something in the braces");
        }

        var first = ReadChain(null);
        if (first is not null && Current.Kind == TokenKind.Command && Current.Text is "choose" or "over" or "binom")
        {
            var over = TakeText() == "over";
            var second = ReadChain(null);
            first = second is null ? null : over ? new Quotient(first, second) : new Call("binomial", [first, second]);
        }

        if (first is null)
            return null;
        Expression result = first;
        if (AtListSeparator() || Current.Is('|'))
        {
            var given = Current.Is('|');
            var items = ImmutableArray.CreateBuilder<Expression>();
            items.Add(first);
            while (AtListSeparator() || Current.Is('|'))
            {
                if (!Take('|'))
                    SkipListSeparators();
                if (Current.Is('}'))
                    break;
                var item = ReadChain(null);
                if (item is null)
                    return null;
                items.Add(item);
            }

            result = given ? new Call("setbuilder", new(items.ToImmutable())) : items.Count == 1 ? items[0] : new Listing(listIsSet ? ListingKind.Set : ListingKind.List, new(items.ToImmutable()));
        }

        _bars = bars;
        if (!Take('}'))
            return Fail("'}'");
        _depth--;
        return result;
    }

    private Expression? ReadSet()
    {
        _at++;
        var bars = _bars;
        _bars = 1;
        var builder = false;
        var items = ImmutableArray.CreateBuilder<Expression>();
        if (!Enter())
            return null;
        while (!AtClose(Signs.CloseSet))
        {
            var item = ReadChain(null);
            if (item is null)
                return null;
            items.Add(item);
            if (AtClose(Signs.CloseSet))
                break;
            if (items.Count == 1 && (Current.Is('|') || Current.Is(':')))
            {
                builder = true;
                _at++;
            }
            else if (IsListSeparator(Current))
            {
                SkipListSeparators();
            }
            else
            {
                return Fail("a comma or '}'");
            }
        }

        _at++;
        _depth--;
        _bars = bars;
        return builder ? new Call("setbuilder", new(items.ToImmutable())) : new Listing(ListingKind.Set, new(items.ToImmutable()));
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
