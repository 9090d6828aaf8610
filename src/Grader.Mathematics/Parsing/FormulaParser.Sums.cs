using System.Collections.Immutable;

namespace Grader.Mathematics;

/// <summary>Sums, signs, and what binds looser than sums: unions and ratios.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>Unions, intersections and differences of sets, and ratios <c>7 : 32</c>, which bind looser than sums.</summary>
    private Expression? ReadSetExpression()
    {
        if (!Enter())
            return null;
        var left = ReadAdditive();
        var turns = 0;
        while (left is not null)
        {
            var function = Current.Kind != TokenKind.Sign ? null : Current.Sign switch { '∪' => "union", '∩' => "intersection", '∖' => "setminus", ':' when Next.Kind == TokenKind.Number || StartsFactor(Next) || Next.Is('-') => "ratio", _ => null };
            if (function is null)
                break;
            _at++;
            var right = ReadAdditive();
            left = right is null || !Nest(ref turns) ? null : new Call(function, [left, right]);
        }

        _depth--;
        return left;
    }

    private Expression? ReadAdditive()
    {
        var first = ReadSignedTerm();
        if (first is null || !AtAdditiveOperator())
            return first;
        var terms = ImmutableArray.CreateBuilder<Expression>();
        terms.Add(first);
        var turns = 0;
        while (AtAdditiveOperator())
        {
            var sign = Current.Sign;
            if (sign == '⊕')
                return Fail("a sum");
            if (sign is '±' or '∓')
            {
                _at++;
                var amount = ReadTerm();
                if (amount is null || !Nest(ref turns))
                    return null;
                Expression so = terms.Count == 1 ? terms[0] : new Sum(new(terms.ToImmutable()));
                terms.Clear();
                terms.Add(new Call(sign == '±' ? "plusminus" : "minusplus", [so, amount]));
                continue;
            }

            var term = ReadSignedTerm();
            if (term is null)
                return null;
            terms.Add(term);
        }

        return terms.Count == 1 ? terms[0] : new Sum(new(terms.ToImmutable()));
    }

    private bool AtAdditiveOperator() => Current.Kind == TokenKind.Sign && Current.Sign is '+' or '-' or '±' or '∓' or '⊕';

    private Expression? ReadSignedTerm()
    {
        var negations = 0;
        while (true)
        {
            if (Take('-'))
                negations++;
            else if (!Take('+'))
                break;
        }

        if (Current.Is('±') || Current.Is('∓'))
        {
            var function = Current.Sign == '±' ? "plusminus" : "minusplus";
            _at++;
            var amount = ReadTerm();
            return amount is null ? null : Negate(new Call(function, [amount]), negations);
        }

        var term = ReadTerm();
        return term is null ? null : Negate(term, negations);
    }

    private static Expression Negate(Expression expression, int times)
    {
        // More than a few signs in a row say no more than one or two do.
        for (var i = times > 4 ? times % 2 : times; i > 0; i--)
            expression = new Negation(expression);
        return expression;
    }
}
