using System.Collections.Immutable;
using System.Text;

namespace Grader.Mathematics;

/// <summary>Names with their indices, primes and accents; runs of letters that may be one name or several.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>Of single letters without a space.</summary>
    private const int LongestProduct = 64;

    /// <summary>Tokens as they were before they were cut, with their places; null while nothing is tried.</summary>
    private List<(int Place, Token Whole)>? _cuts;

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
        Cut(token with { End = token.Start + letters, Text = WordTexts.Intern(token.Text.AsSpan(0, letters)) }, rest);
    }

    private void Cut(in Token first, in Token rest)
    {
        _cuts?.Add((_at, Current));
        _tokens[_at] = first;
        _tokens.Insert(_at + 1, rest);
    }

    /// <summary>From here on cuts can be taken back.</summary>
    /// <returns>For <see cref="TakeBack"/>.</returns>
    private int TryCuts() => (_cuts ??= []).Count;

    /// <summary>Nothing was read behind a token after all.</summary>
    private void TakeBack(int at, int cuts)
    {
        for (; _cuts!.Count > cuts; _cuts.RemoveAt(_cuts.Count - 1))
        {
            var (place, whole) = _cuts[^1];
            _tokens[place] = whole;
            _tokens.RemoveAt(place + 1);
        }
        _at = at;
    }

    /// <summary>
    /// Whether a run of letters is a word and not a product: four letters or more that are not in alphabetical order, as the letters of a product mostly are; or more of them than anybody multiplies.
    /// </summary>
    private static bool IsOneName(string word)
    {
        if (word.Length is < 4 or > LongestProduct)
            return word.Length > LongestProduct;
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
        var words = new List<string> { TakeText() };
        while (Current.Kind == TokenKind.Word && Current.SpaceBefore && !IsListSeparator(Current) && KnownFunctions.Canonical(Current.Text) is null && Current.Text.Length > 1 && Current.Text is not ("mod" or "if" or "for" or "where") && AtPercent() == 0)
            words.Add(TakeText());
        return ReadName(string.Join(' ', words));
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
        if (Current.Is('_') && KnownFunctions.InCases(name) is "sum" or "prod")
        {
            _at--;
            return ReadBigOperation(name == "sum" ? BigOperator.Sum : BigOperator.Product);
        }

        if (!Current.Is('('))
            return new Symbol(name);
        if (KnownFunctions.InCases(name) is { } function)
            return ReadApplication(function);
        if (_options.Functions?.Contains(name) == true)
            return ReadApplication(name);
        _at--;
        return Fail("a function of the case language");
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
        // An index of nothing is not even seen.
        _ when subscript.AsSpan().Trim("{}").IsEmpty => operand,
        Symbol symbol => new Symbol($"{symbol.Name}_{Tidy(subscript.Trim('{', '}'))}"),
        Power { Base: Symbol symbol } power => power with { Base = new Symbol($"{symbol.Name}_{Tidy(subscript.Trim('{', '}'))}") },
        Call { Function: "transpose", Arguments: [Symbol symbol] } => new Call("transpose", [new Symbol($"{symbol.Name}_{Tidy(subscript.Trim('{', '}'))}")]),
        _ => new Call("subscript", [operand, new Symbol(subscript)]),
    };
}
