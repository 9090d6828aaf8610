using System.Collections.Immutable;

namespace Grader.Mathematics;

/// <summary>Reads tokens by recursive descent. The first error wins; nothing is thrown.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>Deeper nesting is refused: it is no formula, and the stack is finite.</summary>
    private const int MaximumDepth = 300;

    private const int MaximumNests = 200;

    private readonly FoldedText _folded;
    private readonly FormulaOptions _options;
    [ThreadStatic]
    private static (List<Token> Tokens, List<ScannedNumeral> Numerals)? _spare; // lists of the last reading on this thread, to be used again

    private readonly List<Token> _tokens;
    private readonly List<ScannedNumeral> _numerals;
    private readonly List<string> _repairs = [];
    private readonly bool _latex;
    private FormulaError? _error;
    private int _at;
    private int _depth;
    private int _nests;
    private int _bars;
    private int _integrals;

    public FormulaParser(FoldedText folded, FormulaOptions options)
    {
        _folded = folded;
        _options = options;
        _latex = folded.Text.AsSpan().ContainsAny('\\', '{');
        (_tokens, _numerals) = _spare ?? ([], []);
        _spare = null;
    }

    private Token Current => _tokens[_at];

    private Token Next => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    public FormulaReading Read()
    {
        var reading = ReadWhole();
        if (_tokens.Count < 1000)
        {
            _tokens.Clear();
            _numerals.Clear();
            _spare = (_tokens, _numerals);
        }

        return reading;
    }

    private FormulaReading ReadWhole()
    {
        _error = Tokenizer.Tokenize(_folded.Text, _options, _tokens, _numerals);
        if (_error is not null)
            return Failed();
        TokenLayout.Remove(_tokens, _repairs);
        DropTrailingPunctuation();
        var members = new List<ChainMember>();
        var expression = ReadStatement(members);
        if (expression is not null && Current.Kind != TokenKind.End)
            Fail("an operator or the end");
        return expression is null || _error is not null ? Failed() : new(expression, null, [.. members], [.. _repairs]);
    }

    private FormulaReading Failed() => new(null, _error! with { Position = _folded.OriginalOffset(_error.Position) }, [], [.. _repairs]);

    private void DropTrailingPunctuation()
    {
        var last = _tokens.Count - 2;
        while (last > 0 && (_tokens[last].Kind == TokenKind.RowBreak || (_tokens[last].Kind == TokenKind.Sign && _tokens[last].Sign is '.' or ',' or ';' or '?')))
            _tokens.RemoveAt(last--);
    }

    /// <summary>Records where reading stopped; returns null for the caller to return.</summary>
    private Expression? Fail(string expected)
    {
        if (_error is null)
        {
            var token = Current;
            var text = _folded.Text;
            var found = token.Kind == TokenKind.End ? "the end" : $"'{text.AsSpan(token.Start, Math.Min(token.End - token.Start, 20))}'";
            _error = new(token.Start, found, expected);
        }

        return null;
    }

    private bool Enter()
    {
        if (++_depth <= MaximumDepth)
            return true;
        Fail($"at most {MaximumDepth} levels of nesting");
        return false;
    }

    /// <summary>Counts a node that a loop wraps around another, where the loop did so more than a few times: such chains nest as deep as recursion would.</summary>
    private bool Nest(ref int turns)
    {
        if (++turns <= 3 || ++_nests <= MaximumNests)
            return true;
        Fail($"at most {MaximumNests} operators that nest");
        return false;
    }

    private bool Take(char sign)
    {
        if (!Current.Is(sign))
            return false;
        _at++;
        return true;
    }

    private Expression? ReadStatement(List<ChainMember> members)
    {
        var start = _at;
        var first = ReadChain(members);
        if (first is null || !AtListSeparator())
            return first;
        var items = ImmutableArray.CreateBuilder<Expression>();
        items.Add(first);
        while (AtListSeparator())
        {
            SkipListSeparators();
            if (Current.Kind == TokenKind.End)
                break;
            var item = ReadChain(null);
            if (item is null)
                return null;
            items.Add(item);
        }

        Expression listing = items.Count == 1 ? items[0] : new Listing(ListingKind.List, new(items.ToImmutable()));
        members.Clear();
        members.Add(Member(listing, null, start));
        return listing;
    }

    private bool AtListSeparator() => IsListSeparator(Current) || (Current.Kind == TokenKind.RowBreak && _bars == 0);

    private static bool IsListSeparator(Token token) =>
        token.Is(',') || token.Is(';') || (token.Kind is TokenKind.Text or TokenKind.Word && token.Text is "and" or "or" or "And" or "Or")
        || token.Is(Signs.And) || token.Is(Signs.Or);

    private void SkipListSeparators()
    {
        while (AtListSeparator())
            _at++;
    }

    private ChainMember Member(Expression expression, RelationOperator? relation, int startToken)
    {
        var start = _folded.OriginalOffset(_tokens[startToken].Start);
        var end = _folded.OriginalOffset(_tokens[Math.Max(startToken, _at - 1)].End);
        return new(expression, relation, start, end - start);
    }

    /// <summary>Members joined by relations: <c>a = b ≈ c</c>; a relation before the first is allowed at the top.</summary>
    private Expression? ReadChain(List<ChainMember>? members)
    {
        var top = members is not null;
        RelationOperator? leading = null;
        if (top)
        {
            while (Current.Is('∴'))
                _at++;
            leading = RelationAt();
            if (leading is not null)
                _at++;
        }

        var start = _at;
        var first = ReadSetExpression();
        if (first is null)
            return null;
        if (RelationAt() is null)
        {
            members?.Add(Member(first, leading, start));
            return first;
        }

        var expressions = ImmutableArray.CreateBuilder<Expression>();
        var operators = ImmutableArray.CreateBuilder<RelationOperator>();
        expressions.Add(first);
        members?.Add(Member(first, leading, start));
        while (RelationAt() is { } relation)
        {
            _at++;
            // "= ≈" and "⇒ =" : the second says more.
            while (RelationAt() is { } again)
            {
                relation = again;
                _at++;
            }

            while (Current.Is('∴'))
                _at++;
            start = _at;
            var member = ReadSetExpression();
            if (member is null)
                return null;
            expressions.Add(member);
            operators.Add(relation);
            members?.Add(Member(member, relation, start));
        }

        return new Relation(new(expressions.ToImmutable()), new(operators.ToImmutable()));
    }

    private RelationOperator? RelationAt()
    {
        var token = Current;
        if (token.Kind != TokenKind.Sign)
            return null;
        return token.Sign switch
        {
            '=' or '≡' => RelationOperator.Equal,
            '≈' => RelationOperator.Approximately,
            '≠' => RelationOperator.NotEqual,
            '<' => RelationOperator.Less,
            '≤' => RelationOperator.LessOrEqual,
            '>' => RelationOperator.Greater,
            '≥' => RelationOperator.GreaterOrEqual,
            '⇒' or '→' or '⇔' or '∴' => RelationOperator.Implies,
            '∈' => RelationOperator.ElementOf,
            _ => null,
        };
    }
}
