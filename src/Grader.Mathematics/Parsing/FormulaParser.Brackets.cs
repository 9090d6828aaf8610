using System.Collections.Immutable;

namespace Grader.Mathematics;

/// <summary>Brackets of all kinds: lists, sets, tuples, intervals, rows.</summary>
internal sealed partial class FormulaParser
{
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
}
