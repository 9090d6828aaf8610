using System.Collections.Immutable;

namespace Grader.Mathematics;

/// <summary>Reads a formula in Python, with the names that SymPy gives to functions, sets and relations: <c>x**2</c>, <c>Rational(1, 2)</c>, <c>Eq(a, b)</c>.</summary>
public static class PythonFormula
{
    /// <summary>The formula, or the place where reading stopped; the whole text is one member.</summary>
    public static FormulaReading Read(string text)
    {
        if (PythonTokens.Cut(text) is not { } tokens)
            return new(null, new(0, "text", "an expression in Python"), [], []);
        var parser = new PythonParser(tokens);
        var expression = parser.Read();
        return expression is null
            ? new(null, new(parser.Position, parser.Found, "an expression in Python"), [], [])
            : new(expression, null, [new ChainMember(expression, null, 0, text.Length)], []);
    }
}

/// <summary>Python's precedence; calls are translated as they are read.</summary>
internal sealed class PythonParser(List<PythonToken> tokens)
{
    private const int MaximumDepth = 200;

    private int _at;
    private int _depth;

    public int Position => tokens[_at].Start;

    public string Found => tokens[_at].Kind == PythonTokenKind.End ? "the end" : $"'{tokens[_at].Text}'";

    private PythonToken Current => tokens[_at];

    public Expression? Read()
    {
        var items = ReadItems(null, out var trailing);
        if (items is null || items.Count == 0 || Current.Kind != PythonTokenKind.End)
            return null;
        return items.Count == 1 && !trailing ? items[0] : new Listing(ListingKind.Tuple, [.. items]);
    }

    private bool Take(string sign)
    {
        if (!Current.Is(sign))
            return false;
        _at++;
        return true;
    }

    private List<Expression>? ReadItems(string? close, out bool trailing)
    {
        var items = new List<Expression>();
        trailing = false;
        while (Current.Kind != PythonTokenKind.End && (close is null || !Current.Is(close)))
        {
            if (ReadComparison() is not { } item)
                return null;
            items.Add(item);
            trailing = Take(",");
            if (!trailing)
                break;
        }

        return items;
    }

    private Expression? ReadComparison()
    {
        if (++_depth > MaximumDepth)
            return null;
        var first = ReadSum();
        var members = ImmutableArray.CreateBuilder<Expression>();
        var operators = ImmutableArray.CreateBuilder<RelationOperator>();
        while (first is not null && RelationAt() is { } relation)
        {
            _at++;
            if (ReadSum() is not { } next)
                return null;
            if (members.Count == 0)
                members.Add(first);
            members.Add(next);
            operators.Add(relation);
        }

        _depth--;
        return members.Count == 0 ? first : new Relation(new(members.ToImmutable()), new(operators.ToImmutable()));
    }

    private RelationOperator? RelationAt() => Current.Kind != PythonTokenKind.Sign ? null : Current.Text switch
    {
        "==" => RelationOperator.Equal,
        "!=" => RelationOperator.NotEqual,
        "<" => RelationOperator.Less,
        "<=" => RelationOperator.LessOrEqual,
        ">" => RelationOperator.Greater,
        ">=" => RelationOperator.GreaterOrEqual,
        _ => null,
    };

    private Expression? ReadSum()
    {
        if (ReadProduct() is not { } first)
            return null;
        var terms = ImmutableArray.CreateBuilder<Expression>();
        terms.Add(first);
        while (Current.Is("+") || Current.Is("-"))
        {
            var minus = Take("-");
            if (!minus)
                _at++;
            if (ReadProduct() is not { } term)
                return null;
            terms.Add(minus ? new Negation(term) : term);
        }

        return terms.Count == 1 ? first : new Sum(new(terms.ToImmutable()));
    }

    private Expression? ReadProduct()
    {
        var left = ReadUnary();
        for (var chain = 0; left is not null && (Current.Is("*") || Current.Is("/") || Current.Is("//") || Current.Is("%")); chain++)
        {
            var sign = tokens[_at++].Text;
            if (chain > 1000 || ReadUnary() is not { } right)
                return null;
            left = sign switch
            {
                "*" => left is Product product ? new Product([.. product.Factors, right]) : new Product([left, right]),
                "/" => new Quotient(left, right),
                "//" => new Call("floor", [new Quotient(left, right)]),
                _ => new Call("modulo", [left, right]),
            };
        }

        return left;
    }

    private Expression? ReadUnary()
    {
        if (++_depth > MaximumDepth)
            return null;
        Expression? result;
        if (Take("-"))
            result = ReadUnary() is { } operand ? new Negation(operand) : null;
        else if (Take("+"))
            result = ReadUnary();
        else
            result = ReadPower();
        _depth--;
        return result;
    }

    private Expression? ReadPower()
    {
        if (ReadPostfix() is not { } root)
            return null;
        if (!Take("**"))
            return root;
        return ReadUnary() is { } exponent ? new Power(root, exponent) : null;
    }

    private Expression? ReadPostfix()
    {
        var token = Current;
        switch (token.Kind)
        {
            case PythonTokenKind.Number:
                _at++;
                return PythonCalls.Number(token.Text);
            case PythonTokenKind.Text when !string.IsNullOrWhiteSpace(token.Text):
                _at++;
                return new Symbol(token.Text);
            case PythonTokenKind.Name:
                _at++;
                return ReadName(token.Text);
            case PythonTokenKind.Sign when token.Text is "(" or "[" or "{":
                _at++;
                return ReadBracket(token.Text);
            default:
                return null;
        }
    }

    private Expression? ReadBracket(string open)
    {
        var close = open switch { "(" => ")", "[" => "]", _ => "}" };
        var items = ReadItems(close, out var trailing);
        if (items is null || !Take(close))
            return null;
        if (open == "(")
            return items.Count == 1 && !trailing ? items[0] : new Listing(ListingKind.Tuple, [.. items]);
        return new Listing(open == "[" ? ListingKind.List : ListingKind.Set, [.. items]);
    }

    private Expression? ReadName(string name)
    {
        if (!Take("("))
            return PythonCalls.Constant(name);
        var arguments = new List<Expression>();
        var options = new Dictionary<string, Expression>(StringComparer.Ordinal);
        while (!Current.Is(")"))
        {
            if (Current.Kind == PythonTokenKind.Name && tokens[_at + 1].Is("="))
            {
                var key = Current.Text;
                _at += 2;
                if (ReadComparison() is not { } value)
                    return null;
                options[key] = value;
            }
            else if (ReadComparison() is { } argument)
            {
                arguments.Add(argument);
            }
            else
            {
                return null;
            }

            if (!Take(",") && !Current.Is(")"))
                return null;
        }

        _at++;
        // Function('f')(x)
        if (name == "Function" && arguments is [Symbol function] && Take("("))
            return ReadItems(")", out _) is { } applied && Take(")") ? new Call(function.Name, [.. applied]) : null;
        return PythonCalls.Translate(name.StartsWith('_') ? name.TrimStart('_') : name, arguments, options);
    }
}
