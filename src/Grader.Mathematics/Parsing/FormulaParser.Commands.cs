using System.Collections.Immutable;

namespace Grader.Mathematics;

/// <summary>LaTeX commands with arguments, and environments.</summary>
internal sealed partial class FormulaParser
{
    private Expression? ReadCommand()
    {
        var command = Current.Text;
        if (KnownFunctions.Canonical(command) is { } function && command is not ("sqrt" or "sum" or "mod"))
        {
            _at++;
            return ReadFunction(function);
        }

        switch (command)
        {
            case "frac" or "dfrac" or "tfrac" or "cfrac":
                return ReadFraction();
            case "sqrt":
                return ReadRoot();
            case "binom" or "dbinom" or "tbinom":
                _at++;
                var upper = ReadArgument();
                var lower = upper is null ? null : ReadArgument();
                return lower is null ? null : new Call("binomial", [upper!, lower]);
            case "boxed" or "fbox" or "underline" or "underbrace" or "overbrace" or "cancel" or "overrightarrow" when Next.Is('{'):
                _at++;
                var content = ReadGroup(listIsSet: false);
                return content is not null && command is "underbrace" or "overbrace" && Current.Kind == TokenKind.Sign && Current.Sign is '_' or '^' ? SkipAnnotation(content!) : content;
            case "bar" or "hat" or "widehat" or "overline" or "tilde" or "widetilde" or "vec" or "dot" or "ddot":
                return ReadAccented(command);
            case "mathbb" or "mathbbm":
                return ReadBlackboard();
            case "sum":
                return ReadBigOperation(BigOperator.Sum);
            case "prod":
                return ReadBigOperation(BigOperator.Product);
            case "int" or "oint" or "iint" or "iiint":
                return ReadBigOperation(BigOperator.Integral);
            case "lim":
                return ReadBigOperation(BigOperator.Limit);
            case "textcolor" or "overset" or "underset" or "stackrel":
                _at++;
                return SkipBraces() ? ReadArgument() : Fail("an argument in braces");
            case "matrix" or "pmatrix" or "bmatrix" when Next.Is('{'):
                _at++;
                _at++;
                return ReadRows(TokenKind.Sign);
            case "exponentialE":
                _at++;
                return new Symbol("e");
            case "imaginaryI" or "imaginaryJ":
                _at++;
                return new Symbol("i");
            case "angle" or "triangle":
                _at++;
                return ReadFactor();
            case "text" or "operatorname":
                _at++;
                return ReadArgument();
            default:
                return Fail("a command that starts an expression");
        }
    }

    private Expression? SkipAnnotation(Expression content)
    {
        _at++;
        return Current.Is('{') && SkipBraces() ? content : Fail("an annotation in braces");
    }

    private bool SkipBraces()
    {
        if (!Current.Is('{'))
            return false;
        var close = MatchingClose(_at, out _);
        if (close < 0)
            return false;
        _at = close + 1;
        return true;
    }

    /// <summary>A LaTeX argument: a group, or one token, of which a number gives one digit: <c>\frac12</c>.</summary>
    private Expression? ReadArgument()
    {
        var token = Current;
        if (token.Is('{'))
            return ReadGroup();
        if (token.Kind == TokenKind.Number && _numerals[token.Numeral].Written is { Whole: true, Text.Length: > 1 } written && char.IsAsciiDigit(written.Text[1]))
            SplitDigit(written.Text[0]);
        if (Current.Kind == TokenKind.Number)
        {
            var digit = _numerals[_tokens[_at++].Numeral];
            return new Number(digit.Value, digit.Written);
        }

        if (token.Kind == TokenKind.Word && token.Text.Length > 1)
            Split(1);
        if (Current.Kind is TokenKind.Word or TokenKind.Name)
            return new Symbol(TakeText());
        return Current.Kind is TokenKind.Command or TokenKind.Text || Current.Is('(') || Current.Is('|') ? ReadPrimary() : Fail("an argument");
    }

    private void SplitDigit(char digit)
    {
        var token = Current;
        _numerals.Add(new(digit - '0', new(digit.ToString(), digit == '0' ? 0 : 1, 0, Whole: true), token.Start + 1));
        NumeralScanner.TryScan(_folded.Text, token.Start + 1, default, out var rest);
        if (rest.End > token.End)
            NumeralScanner.TryScan(_folded.Text.AsSpan(0, token.End), token.Start + 1, default, out rest);
        _numerals.Add(rest);
        Cut(token with { End = token.Start + 1, Numeral = _numerals.Count - 2 }, token with { Start = token.Start + 1, SpaceBefore = false, Numeral = _numerals.Count - 1 });
    }

    private Expression? ReadFraction()
    {
        if (ReadFractionDerivative() is { } derivative)
            return derivative;
        if (_error is not null)
            return null;
        _at++;
        var numerator = ReadArgument();
        var denominator = numerator is null ? null : ReadArgument();
        return denominator is null ? null : new Quotient(numerator!, denominator);
    }

    private Expression? ReadRoot()
    {
        _at++;
        Expression? index = null;
        if (Take('['))
        {
            var items = ReadItems(']');
            if (items is null)
                return null;
            if (items.Count != 1)
                return Fail("one index of a root");
            index = items[0];
        }

        var radicand = Current.Is('(') ? ReadScriptOperand() : ReadArgument();
        if (radicand is null)
            return null;
        return index is null ? new Call("sqrt", [radicand]) : new Call("root", [radicand, index]);
    }

    /// <summary>An accent makes another name, <c>y_hat</c>; over more than a name it is a conjugate or a segment, kept as a call.</summary>
    private Expression? ReadAccented(string accent)
    {
        _at++;
        var suffix = accent switch { "widehat" => "hat", "widetilde" => "tilde", "overline" => "bar", _ => accent };
        var operand = Current.Is('{') ? ReadGroup() : ReadArgument();
        return operand switch
        {
            null => null,
            Symbol symbol when symbol.Name.IndexOf('_') is > 0 and var index => ReadNameSuffixes($"{symbol.Name[..index]}_{suffix}{symbol.Name[index..]}"),
            Symbol symbol => ReadNameSuffixes($"{symbol.Name}_{suffix}"),
            _ => new Call(suffix, [operand]),
        };
    }

    private Expression? ReadBlackboard()
    {
        _at++;
        var braced = Take('{');
        var token = Current;
        if (token.Kind is not (TokenKind.Word or TokenKind.Name or TokenKind.Number))
            return Fail("a letter");
        _at++;
        if (braced && !Take('}'))
            return Fail("'}'");
        var name = token.Text switch { "R" => "Reals", "Q" => "Rationals", "Z" => "Integers", "N" => "Naturals", "C" => "Complexes", var other => other };
        return token.Kind == TokenKind.Number ? new Symbol("one") : ReadNameSuffixes(name);
    }

    private Expression? ReadEnvironment()
    {
        var name = TakeText();
        switch (name)
        {
            case "matrix" or "pmatrix" or "bmatrix" or "Bmatrix" or "smallmatrix" or "array" or "tabular" or "psmallmatrix" or "bsmallmatrix" or "bpmatrix":
                return ReadRows(TokenKind.EndEnvironment);
            case "vmatrix" or "Vmatrix":
                return ReadRows(TokenKind.EndEnvironment) is { } determinant ? new Call(name == "vmatrix" ? "det" : "norm", [determinant]) : null;
            case "cases" or "dcases":
                return ReadRows(TokenKind.EndEnvironment) is Matrix cases ? new Call("cases", cases.Rows.Items.SelectMany(static row => row).ToSequence()) : null;
            default:
                _at--;
                return Fail("an environment that holds a matrix or a formula");
        }
    }

    /// <summary>The rows of a matrix as they are: of different lengths where a cell was lost, never filled.</summary>
    private Expression? ReadRows(TokenKind end)
    {
        if (!Enter())
            return null;
        var bars = _bars;
        _bars = 0;
        var rows = ImmutableArray.CreateBuilder<Sequence<Expression>>();
        var row = ImmutableArray.CreateBuilder<Expression>();
        while (true)
        {
            if (AtRowsEnd(end))
            {
                if (row.Count > 0)
                    rows.Add(new(row.ToImmutable()));
                break;
            }

            if (Current.Kind == TokenKind.RowBreak)
            {
                _at++;
                if (row.Count > 0)
                    rows.Add(new(row.ToImmutable()));
                row.Clear();
                continue;
            }

            var cell = ReadChain(null);
            if (cell is null)
                return null;
            row.Add(cell);
            while (Current.Is(','))
                _at++;
            if (Take('&'))
            {
                if (AtRowsEnd(end) || Current.Kind == TokenKind.RowBreak)
                    return Fail("an entry");
            }
            else if (!AtRowsEnd(end) && Current.Kind != TokenKind.RowBreak)
            {
                return Fail("'&', '\\\\' or the end of the matrix");
            }
        }

        _at++;
        _bars = bars;
        _depth--;
        return rows.Count == 0 ? Fail("an entry") : new Matrix(new(rows.ToImmutable()));
    }

    private bool AtRowsEnd(TokenKind end) => Current.Kind == end && (end == TokenKind.EndEnvironment || Current.Is('}'));
}
