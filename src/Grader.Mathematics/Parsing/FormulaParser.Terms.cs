using System.Collections.Immutable;

namespace Grader.Mathematics;

/// <summary>Products and quotients, written or by juxtaposition, and what follows a factor: factorials, percent signs, indices.</summary>
internal sealed partial class FormulaParser
{
    private Expression? ReadTerm()
    {
        var factors = ImmutableArray.CreateBuilder<Expression>(2);
        if (!ReadJuxtaposed(factors))
            return null;
        var turns = 0;
        while (Current.Kind is TokenKind.Sign or TokenKind.Word or TokenKind.Command)
        {
            if (Current.Is('*') || AtTimesLetter())
            {
                _at++;
                if (!ReadSignedFactors(factors))
                    return null;
                continue;
            }

            var function = Current.Kind switch
            {
                TokenKind.Sign => Current.Sign switch { '/' => "/", Signs.Modulo => "modulo", Signs.Hadamard => "hadamard", '⊗' => "kronecker", _ => null },
                TokenKind.Command when Current.Text is "mod" => "modulo",
                TokenKind.Word when Current.Text is "mod" => "modulo",
                _ => null,
            };
            if (function is null)
                break;
            _at++;
            var left = Combine(factors);
            var right = ReadDivisor();
            if (right is null || !Nest(ref turns))
                return null;
            factors.Clear();
            factors.Add(function == "/" ? new Quotient(left, right) : new Call(function, [left, right]));
            // x/2 y, with a space or a bracket, goes on with the product.
            if (StartsFactor(Current) && !ReadJuxtaposed(factors))
                return null;
        }

        return Combine(factors);
    }

    private static Expression Combine(ImmutableArray<Expression>.Builder factors) => factors.Count == 1 ? factors[0] : new Product(new(factors.ToImmutable()));

    private bool ReadSignedFactors(ImmutableArray<Expression>.Builder factors)
    {
        if (!Current.Is('-') && !Current.Is('+'))
            return ReadJuxtaposed(factors);
        var factor = ReadSignedFactor();
        if (factor is null)
            return false;
        factors.Add(factor);
        return !StartsFactor(Current) || ReadJuxtaposed(factors);
    }

    private Expression? ReadSignedFactor()
    {
        var negations = 0;
        while (Current.Is('-') || Current.Is('+'))
        {
            if (Current.Is('-'))
                negations++;
            _at++;
        }

        var factor = ReadFactor();
        return factor is null ? null : Negate(factor, negations);
    }

    /// <summary>The divisor of <c>/</c>: factors that touch it belong to it, <c>1/2x</c> is <c>1/(2x)</c>; what stands apart or in brackets does not.</summary>
    private Expression? ReadDivisor()
    {
        var first = ReadSignedFactor();
        if (first is null)
            return null;
        var factors = ImmutableArray.CreateBuilder<Expression>(2);
        factors.Add(first);
        while (!Current.SpaceBefore && Current.Kind is TokenKind.Word or TokenKind.Name or TokenKind.Command && StartsFactor(Current))
        {
            var factor = ReadFactor();
            if (factor is null)
                return null;
            factors.Add(factor);
        }

        return Combine(factors);
    }

    private bool ReadJuxtaposed(ImmutableArray<Expression>.Builder factors)
    {
        do
        {
            var factor = ReadFactor();
            if (factor is null)
                return false;
            // a (b c) d is one product, but a bracketed factor stays one factor.
            factors.Add(factor);
            if (Current.Kind == TokenKind.Text && MeasuresProduct())
            {
                var amount = Combine(factors);
                factors.Clear();
                factors.Add(new Measured(amount, TakeText()));
                break;
            }
        }
        while (StartsFactor(Current) && !AtTimesLetter());

        return true;
    }

    /// <summary>Whether a token can start a factor that is multiplied with the one before by standing beside it.</summary>
    private bool StartsFactor(Token token)
    {
        if (_options.CaseLanguage)
            return false;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return !(_at > 0 && _tokens[_at - 1].Kind == TokenKind.Number);
            case TokenKind.Name or TokenKind.BeginEnvironment:
                return true;
            case TokenKind.Text:
                return !IsListSeparator(token);
            case TokenKind.Word:
                return !IsListSeparator(token) && token.Text is not ("mod" or "if" or "for" or "where") && !PercentWords.Are(token.Text) && AtPercent() == 0 && !AtDifferential(token);
            case TokenKind.Command:
                return token.Text is not ("mod" or "pmod" or "pod" or "choose" or "over");
            case TokenKind.Sign:
                return token.Sign is '(' or '{' or Signs.OpenSet or '⌊' or '⌈' or '√' or '∞' or '∂' or '∑' or '∏' or '∫' or Signs.Dots or '∅' or '⟨' or 'ℝ' or 'ℚ' or 'ℤ' or 'ℕ' or 'ℂ'
                    || (token.Sign == '[' && !ClosesOpenInterval())
                    || (token.Sign == '|' && _bars == 0 && token.Side != BracketSide.Right)
                    || (token.Sign == '|' && token.Side == BracketSide.Left)
                    || (token.Sign == Signs.DoubleBar && _bars == 0);
            default:
                return false;
        }
    }

    private bool AtDifferential(Token token) =>
        _integrals > 0 && token.Kind == TokenKind.Word && token.Text[0] == 'd' && (token.Text.Length == 2 || (token.Text.Length == 1 && _at + 1 < _tokens.Count && Next.Kind is TokenKind.Word or TokenKind.Name && !Next.SpaceBefore));

    /// <summary><c>x</c> between numbers is a multiplication sign: <c>5x5x3</c>, <c>(3*3) x 21</c>.</summary>
    private bool AtTimesLetter()
    {
        if (_options.CaseLanguage || Current.Kind != TokenKind.Word || Current.Text is not ("x" or "X") || _options.Names?.Contains(Current.Text) == true || _at == 0)
            return false;
        var previous = _tokens[_at - 1];
        var after = Next;
        var afterNumber = previous.Kind == TokenKind.Number || previous.Is(')') || (previous.Is('}') && Current.SpaceBefore);
        if (!afterNumber || Current.SpaceBefore != after.SpaceBefore)
            return false;
        return after.Kind == TokenKind.Number || (after.Is('(') && previous.Is(')') && Current.SpaceBefore);
    }

    private Expression? ReadFactor()
    {
        var primary = ReadPrimary();
        return primary is null ? null : ReadPostfixes(primary);
    }

    private Expression? ReadPostfixes(Expression operand)
    {
        var start = _at - 1;
        var turns = 0;
        while (true)
        {
            var token = Current;
            Expression? next;
            if (token.Kind == TokenKind.Superscript)
                next = ReadSuperscript(operand);
            else if (token.Kind == TokenKind.Subscript)
                next = Subscripted(operand, TakeText());
            else if (token.Kind == TokenKind.Text)
                next = ReadTextUnit(operand);
            else if (token.Kind == TokenKind.Word)
                next = ReadWordUnit(operand);
            else if (token.Kind == TokenKind.Command && token.Text is "pmod" or "pod")
                next = ReadCongruence(operand);
            else if (token.Kind != TokenKind.Sign)
                return operand;
            else
                next = ReadSignPostfix(operand, start);
            if (_error is not null)
                return null;
            if (next is null)
                return operand;
            operand = next;
            if (!Nest(ref turns))
                return null;
        }
    }

    private string TakeText() => _tokens[_at++].Text;

    private Expression? ReadSignPostfix(Expression operand, int start)
    {
        switch (Current.Sign)
        {
            case '^':
                return ReadPower(operand, start);
            case '_' when !_options.CaseLanguage:
                _at++;
                return ReadSubscriptText() is { } subscript ? Subscripted(operand, subscript) : null;
            case '!':
                _at++;
                return new Call("factorial", [operand]);
            case '%':
                _at++;
                return new Measured(operand, "%");
            case '°':
                _at++;
                var unit = Current.Kind == TokenKind.Word && Current.Text is "C" or "F" ? "°" + TakeText() : "°";
                return new Measured(operand, unit);
            case '\'' when operand is Matrix or Listing || _tokens[_at - 1].Is(')'):
                _at++;
                return new Call("transpose", [operand]);
            case '⊤':
                _at++;
                return new Call("transpose", [operand]);
            case '[' when _options.CaseLanguage:
                return ReadIndex(operand);
            default:
                return null;
        }
    }

    private Expression? ReadIndex(Expression operand)
    {
        _at++;
        var arguments = ReadItems(']');
        if (arguments is null)
            return null;
        arguments.Insert(0, operand);
        return new Call("index", new(arguments.ToImmutable()));
    }
}
