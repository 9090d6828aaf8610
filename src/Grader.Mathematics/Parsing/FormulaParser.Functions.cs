using System.Collections.Immutable;

namespace Grader.Mathematics;

/// <summary>Functions with their powers, bases and arguments, in brackets or without.</summary>
internal sealed partial class FormulaParser
{
    private string? IsFunctionHere(string word)
    {
        var canonical = KnownFunctions.Canonical(word);
        if (canonical is null)
            return null;
        if (Next.Is('('))
            return canonical;
        return KnownFunctions.MayLackBrackets(canonical) && !(word.Length == 2 && word is "re" or "im" or "tr") && (Next.Is('^') || Next.Is('_') || Next.Is('{') || Next.Kind == TokenKind.Subscript || Next.Kind == TokenKind.Superscript || Next.Kind == TokenKind.Number || (StartsFactor(Next) && Next.SpaceBefore) || Next.Kind == TokenKind.Command)
            ? canonical
            : null;
    }

    /// <summary>The function in <c>sinx</c> or <c>lnx</c>: a name of one letter follows it.</summary>
    private static string? FunctionPrefix(string word)
    {
        if (word.Length is < 3 or > 6)
            return null;
        var prefix = word[..^1];
        return prefix is "sin" or "cos" or "tan" or "ln" or "log" or "exp" or "sec" or "cot" ? prefix : null;
    }

    private Expression? ReadApplication(string function)
    {
        _at++;
        var bars = _bars;
        // A bar after an argument is a condition: P(A | B).
        _bars = 1;
        var arguments = ReadItems(')');
        _bars = bars;
        return arguments is null ? null : new Call(function, new(arguments.ToImmutable()));
    }

    /// <summary>Whether a name before a bracket is a function, not a factor: <c>f(x)</c>, <c>p(a, b)</c>, or <c>W(n) = …</c> at the start of a formula.</summary>
    private bool IsApplied(string plain, string name)
    {
        if (plain is "P" or "f" or "g" or "h" or "F" or "G" or "H" or "sigma" or "phi" or "psi" or "Phi" or "Psi" or "Gamma" or "zeta" || name.EndsWith('\''))
            return true;
        var close = MatchingClose(_at, out var commas);
        if (close < 0 || !_tokens[close].Is(')'))
            return false;
        if (plain.Length > 3 && !GreekLetters.IsName(plain))
            return true;
        if (commas)
            return plain is not ("pi" or "e" or "i");
        var start = _at - 1;
        while (start > 0 && _tokens[start - 1].Kind is TokenKind.Word or TokenKind.Name or TokenKind.Number && _tokens[start - 1].End == _tokens[start].Start && _tokens[start].Kind != TokenKind.Word)
            start--;
        var leads = start == 0 || IsListSeparator(_tokens[start - 1]) || _tokens[start - 1].Is('[');
        return leads && (_tokens[close + 1].Is('=') || _tokens[close + 1].Is('≈')) && plain.Length == 1;
    }

    /// <summary>A function with its power, base and argument: <c>\sin^2 x</c>, <c>\log_2(x)</c>, <c>\ln xy</c>.</summary>
    private Expression? ReadFunction(string function)
    {
        Expression? logBase = null;
        Expression? power = null;
        while (Current.Is('^') || Current.Is('_') || Current.Kind is TokenKind.Superscript or TokenKind.Subscript)
        {
            var raised = Current.Is('^') || Current.Kind == TokenKind.Superscript;
            Expression? script;
            if (Current.Kind == TokenKind.Sign)
            {
                _at++;
                script = Current.Is('{') ? ReadGroup() : ReadScriptOperand();
            }
            else
            {
                script = ReadPlain(_tokens[_at++].Text);
            }

            if (script is null)
                return null;
            if (raised)
                power = script;
            else
                logBase = script;
        }

        if (power is Negation { Operand: Number { Value: var one } } && one == Rational.One && KnownFunctions.Inverse(function) is { } inverse)
        {
            function = inverse;
            power = null;
        }

        var arguments = ReadArguments();
        if (arguments is null)
            return null;
        if (logBase is not null)
        {
            if (function is "log" or "ln" or "log10" or "log2")
                (function, arguments) = ("log", arguments.Value.Add(logBase));
            else
                (function, arguments) = (function + "_", arguments.Value.Add(logBase));
        }

        Expression call = new Call(function, new(arguments.Value));
        return power is null ? call : new Power(call, power);
    }

    private ImmutableArray<Expression>? ReadArguments()
    {
        if (Current.Is('('))
        {
            _at++;
            var bars = _bars;
            _bars = 0;
            var items = ReadItems(')');
            _bars = bars;
            return items?.ToImmutable();
        }

        if (Current.Is('{') && ReadGroup() is { } group)
            return group is Listing { Kind: ListingKind.Set } listing ? listing.Elements.Items : [group];
        if (_error is not null || !Enter())
            return null;
        // \ln xy: the argument goes on to the next operator, bracket or function.
        var factors = ImmutableArray.CreateBuilder<Expression>(1);
        if (Take('-'))
        {
            var negated = ReadFactor();
            if (negated is null)
                return null;
            factors.Add(new Negation(negated));
        }
        else
        {
            do
            {
                var factor = ReadFactor();
                if (factor is null)
                    return null;
                factors.Add(factor);
            }
            while (StartsFactor(Current) && !AtTimesLetter() && GoesOnAsArgument());
        }

        _depth--;
        return [Combine(factors)];
    }

    private bool GoesOnAsArgument() => Current.Kind switch
    {
        TokenKind.Number or TokenKind.Name => true,
        TokenKind.Word => IsFunctionHere(Current.Text) is null,
        TokenKind.Command => Current.Text is "frac" or "dfrac" or "tfrac" or "sqrt" or "bar" or "hat" or "tilde" or "vec",
        _ => false,
    };
}
