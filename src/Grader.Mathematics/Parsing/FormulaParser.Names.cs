using System.Collections.Immutable;
using System.Text;

namespace Grader.Mathematics;

/// <summary>Names with their indices, primes and accents; runs of letters that may be one name or several; functions.</summary>
internal sealed partial class FormulaParser
{
    private Expression? ReadWord()
    {
        var token = Current;
        var word = token.Text;
        if (word.Length > 1)
        {
            if (_options.Names?.Contains(word) == true)
                return ReadNameAt(1, word);
            if (word == "log" && Next.Kind == TokenKind.Number && !Next.SpaceBefore && _tokens[_at + 2].Is('(') && _numerals[Next.Numeral].Written.Text is var logBase && (logBase is "2" or "10"))
            {
                _at += 2;
                return ReadFunction("log" + logBase);
            }

            if (IsFunctionHere(word) is { } function)
            {
                _at++;
                return ReadFunction(function);
            }

            if (GreekLetters.IsName(word))
                return ReadNameAt(1, word);
            if (word is "inf" or "infinity" or "infty" or "oo" or "Infinity" or "Inf")
            {
                _at++;
                return new Symbol("infinity");
            }

            if (ReadPlainDerivative() is { } derivative)
                return derivative;
            if (FunctionPrefix(word) is { } prefix)
            {
                Split(prefix.Length);
                _at++;
                return ReadFunction(KnownFunctions.Canonical(prefix)!);
            }

            if (IsOneName(word) || Next.Is('_') && word.Length > 2)
                return ReadWords();
            Split(1);
        }

        return ReadNameAt(1, Current.Text);
    }

    private Expression? ReadNameAt(int tokens, string name)
    {
        _at += tokens;
        return ReadName(name);
    }

    /// <summary>Cuts the current word after so many letters; the rest becomes the next token.</summary>
    private void Split(int letters)
    {
        var token = Current;
        var rest = token with { Start = token.Start + letters, Text = WordTexts.Intern(token.Text.AsSpan(letters)), SpaceBefore = false };
        _tokens[_at] = token with { End = token.Start + letters, Text = WordTexts.Intern(token.Text.AsSpan(0, letters)) };
        _tokens.Insert(_at + 1, rest);
    }

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

    /// <summary>
    /// Whether a run of letters is a word and not a product: four letters or more that are not in alphabetical order, as the letters of a product mostly are.
    /// </summary>
    private static bool IsOneName(string word)
    {
        if (word.Length < 4)
            return false;
        for (var i = 1; i < word.Length; i++)
        {
            if (char.ToLowerInvariant(word[i]) < char.ToLowerInvariant(word[i - 1]))
                return true;
        }

        return false;
    }

    /// <summary>Words that follow each other name one thing: <c>output width = 32</c>.</summary>
    private Expression? ReadWords()
    {
        var name = TakeText();
        while (Current.Kind == TokenKind.Word && Current.SpaceBefore && !IsListSeparator(Current) && KnownFunctions.Canonical(Current.Text) is null && Current.Text.Length > 1 && Current.Text is not ("mod" or "percent" or "pct" or "if" or "for" or "where"))
            name += " " + TakeText();
        return ReadName(name);
    }

    /// <summary>What may follow a name and belongs to it, then its arguments where it is a function.</summary>
    private Expression? ReadName(string name)
    {
        if (_options.CaseLanguage)
            return ReadCaseName(name);
        var plain = name;
        var suffixed = ReadNameSuffixes(name);
        if (suffixed is not Symbol symbol || !Current.Is('(') || Current.SpaceBefore)
            return suffixed;
        return IsApplied(plain, symbol.Name) ? ReadApplication(symbol.Name) : symbol;
    }

    private Expression? ReadCaseName(string name)
    {
        if (name is "infinity" or "inf")
            return new Symbol("infinity");
        if (!Current.Is('('))
            return new Symbol(name);
        if (KnownFunctions.Canonical(name) is { } function)
            return ReadApplication(function);
        _at--;
        return Fail("a function of the case language");
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

    private int MatchingClose(int open, out bool commas)
    {
        commas = false;
        var depth = 0;
        for (var i = open; i < _tokens.Count; i++)
        {
            if (_tokens[i].Kind != TokenKind.Sign)
                continue;
            switch (_tokens[i].Sign)
            {
                case '(' or '[' or '{' or Signs.OpenSet:
                    depth++;
                    break;
                case ')' or ']' or '}' or Signs.CloseSet when --depth == 0:
                    return i;
                case ',' when depth == 1:
                    commas = true;
                    break;
            }
        }

        return -1;
    }

    private Expression? ReadNameSuffixes(string name)
    {
        // w1 is w_1, unless the names that occur say otherwise.
        if (Current.Kind == TokenKind.Number && !Current.SpaceBefore && _tokens[_at - 1].Kind is TokenKind.Word or TokenKind.Name && IsIndex(name, _numerals[Current.Numeral].Written.Text))
            name += "_" + _numerals[_tokens[_at++].Numeral].Written.Text;
        while (_error is null)
        {
            if (Current.Is('\'') && !(Current.SpaceBefore && !_latex))
            {
                name += "'";
                _at++;
            }
            else if (Current.Is('_'))
            {
                _at++;
                if (ReadSubscriptText() is not { } subscript)
                    return null;
                name += subscript.Length == 0 ? "" : "_" + subscript;
            }
            else if (Current.Kind == TokenKind.Subscript)
            {
                name += "_" + Tidy(TakeText());
            }
            else
            {
                break;
            }

            if (name.Length > 500)
                return Fail("a shorter name");
        }

        return _error is null ? new Symbol(name) : null;
    }

    private bool IsIndex(string name, string digits)
    {
        if (digits.Length > 3 || digits.AsSpan().ContainsAnyExceptInRange('0', '9') || name is "e" or "pi" or "i" || name.Length > 1 && !GreekLetters.IsName(name))
            return false;
        return _options.Names is not { } names || !names.Contains(name) || names.Contains($"{name}_{digits}");
    }

    /// <summary>The text of an index, after <c>_</c>: <c>11</c>, <c>new</c>, <c>{n+1}</c> where it is more than letters and digits.</summary>
    private string? ReadSubscriptText()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _at++;
                return _numerals[token.Numeral].Written.Text;
            case TokenKind.Name or TokenKind.Text:
                _at++;
                return Tidy(token.Text);
            case TokenKind.Word:
                if (token.Text.Length > 1 && _latex && !IsOneName(token.Text) && token.Text is not ("max" or "min" or "new" or "old" or "out" or "in" or "hat" or "bar" or "tilde" or "dot" or "vec"))
                    Split(1);
                var text = TakeText();
                // y_1a and x_i1: digits that touch the index belong to it in plain text.
                if (!_latex && Current.Kind == TokenKind.Number && !Current.SpaceBefore)
                    text += _numerals[_tokens[_at++].Numeral].Written.Text;
                return text;
            case TokenKind.Command:
                _at++;
                return token.Text;
            case TokenKind.Sign when token.Sign == '{':
                return ReadBracedSubscript();
            case TokenKind.Sign when token.Sign is '*' or '+' or '-' or '∞' or '⊤':
                _at++;
                return token.Sign.ToString();
            default:
                Fail("an index");
                return null;
        }
    }

    private string? ReadBracedSubscript()
    {
        var text = new StringBuilder();
        var depth = 0;
        do
        {
            var token = Current;
            if (token.Kind == TokenKind.End)
            {
                Fail("a closing brace");
                return null;
            }

            if (token.Is('{'))
                depth++;
            else if (token.Is('}'))
                depth--;
            else
                text.Append(token.Kind == TokenKind.Number ? _numerals[token.Numeral].Written.Text.Replace(" ", "") : token.Kind == TokenKind.Sign ? token.Sign.ToString() : token.Text);
            _at++;
        }
        while (depth > 0);

        return Tidy(text.ToString());
    }

    /// <summary>Indices of one character each need no commas; what is no plain index is kept in braces.</summary>
    private static string Tidy(string index)
    {
        index = index.Replace(" ", "");
        if (index.Contains(',') && index.Split(',') is var parts && parts.All(static part => part.Length == 1 && char.IsAsciiLetterOrDigit(part[0])))
            index = string.Concat(parts);
        foreach (var c in index)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return $"{{{index}}}";
        }

        return index;
    }

    private static Expression? Subscripted(Expression operand, string subscript) => operand switch
    {
        Symbol symbol => new Symbol($"{symbol.Name}_{Tidy(subscript.Trim('{', '}'))}"),
        Power { Base: Symbol symbol } power => power with { Base = new Symbol($"{symbol.Name}_{Tidy(subscript.Trim('{', '}'))}") },
        Call { Function: "transpose", Arguments: [Symbol symbol] } => new Call("transpose", [new Symbol($"{symbol.Name}_{Tidy(subscript.Trim('{', '}'))}")]),
        _ => new Call("subscript", [operand, new Symbol(subscript)]),
    };

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
