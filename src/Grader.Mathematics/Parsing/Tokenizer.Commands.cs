namespace Grader.Mathematics;

/// <summary>LaTeX commands, environments and upright text.</summary>
internal ref partial struct Tokenizer
{
    private FormulaError? NextCommand()
    {
        var start = _at;
        var c = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        if (char.IsAsciiLetter(c))
            return NextNamedCommand(start, start + 1);
        switch (c)
        {
            case '\\' when _environments == 0 && IsDoubledCommand(start + 2):
                // A backslash that was escaped once too often.
                _at++;
                return null;
            case '\\':
                _tokens.Add(new(TokenKind.RowBreak, start, start + 2, Space(), "\\\\", '\0', BracketSide.Unsaid, -1));
                _at += 2;
                SkipRowSpacing();
                return null;
            case '{':
                return AddSign(Signs.OpenSet, 2);
            case '}':
                return AddSign(Signs.CloseSet, 2);
            case '|':
                return AddSign(Signs.DoubleBar, 2);
            case '*':
                return AddSign('*', 2);
            case '_' or '%' or '#' or '&' or '+' or '-' or '<' or '>' or '=' or '/' or '^' or '\'':
                return c is '>' ? Skip(2) : AddSign(c, 2);
            case '(' or ')' or '[' or ']' or ',' or ';' or '!' or ':' or ' ' or '$' or '\n':
                return Skip(2);
            case '\0':
                return Skip(1);
            default:
                return new(start, "a backslash", "a command after it");
        }
    }

    private void SkipRowSpacing()
    {
        // \\[2pt]
        var rest = _text[_at..];
        if (rest.Length > 2 && rest[0] == '[' && char.IsAsciiDigit(rest[1]) && rest.IndexOf(']') is > 0 and < 8 and var close && rest[..close].EndsWith("t") | rest[..close].EndsWith("m") | rest[..close].EndsWith("x"))
            _at += close + 1;
    }

    private readonly bool IsDoubledCommand(int at)
    {
        var end = at;
        while (end < _text.Length && char.IsAsciiLetter(_text[end]))
            end++;
        return (end > at && (LatexCommands.TryFind(_text[at..end], out _) || _text[at..end] is "begin" or "end")) || (at < _text.Length && _text[at] is '(' or ')' or '[' or ']' or '{' or '}');
    }

    private FormulaError? NextNamedCommand(int start, int at)
    {
        var end = at;
        while (end < _text.Length && char.IsAsciiLetter(_text[end]))
            end++;
        var name = _text[at..end];
        if (name is "begin" or "end")
            return NextEnvironment(start, end, name is "begin");
        if (!LatexCommands.TryFind(name, out var command))
        {
            // 3\timesx: a command that lost the space after it.
            for (var shorter = name.Length - 1; shorter >= 2; shorter--)
            {
                if (LatexCommands.TryFind(name[..shorter], out command) && command.Role is CommandRole.Sign or CommandRole.Nothing or CommandRole.Name && (shorter >= 4 || name[..shorter] is "cup" or "cap" or "leq" or "geq" or "neq"))
                {
                    end = at + shorter;
                    break;
                }
            }

            if (end == at + name.Length)
                return new(start, $"\\{name}", "a command that has a meaning here");
        }

        _at = end;
        switch (command.Role)
        {
            case CommandRole.Nothing:
                _space = true;
                return null;
            case CommandRole.NothingWithArgument:
                _at = ArgumentEnd(_at, out _, out _);
                return null;
            case CommandRole.Left or CommandRole.Right:
                return NextSidedBracket(command.Role == CommandRole.Left ? BracketSide.Left : BracketSide.Right);
            case CommandRole.Sign:
                _at = start;
                if (command.Sign == '|' && command.Text is "lvert" or "rvert")
                    _side = command.Text == "lvert" ? BracketSide.Left : BracketSide.Right;
                return AddSign(command.Sign, end - start);
            case CommandRole.Name:
                _at = start;
                return Add(TokenKind.Name, end - start, command.Text);
            case CommandRole.Text:
                return NextText(start, command.Text);
            case CommandRole.Font:
                return null;
            default:
                _at = start;
                return Add(TokenKind.Command, end - start, command.Text);
        }
    }

    private FormulaError? NextSidedBracket(BracketSide side)
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
        if (_at < _text.Length && _text[_at] == '.')
        {
            _at++;
            return null;
        }

        _side = side;
        return null;
    }

    private FormulaError? NextEnvironment(int start, int end, bool begins)
    {
        _at = ArgumentEnd(end, out var from, out var to);
        var name = _text[from..to].Trim().TrimEnd('*').ToString();
        _tokens.Add(new(begins ? TokenKind.BeginEnvironment : TokenKind.EndEnvironment, start, _at, Space(), name, '\0', BracketSide.Unsaid, -1));
        _environments = Math.Max(0, _environments + (begins ? 1 : -1));
        if (begins && name is "array" or "tabular" or "alignedat" && _at < _text.Length && _text[_at] == '{')
            _at = ArgumentEnd(_at, out _, out _);
        return null;
    }

    /// <summary>Words are one token; what is no word is read as if the command were not there.</summary>
    private FormulaError? NextText(int start, string command)
    {
        if (_at < _text.Length && _text[_at] == '*')
            _at++;
        var end = ArgumentEnd(_at, out var from, out var to);
        if (end == _at || from < 1 || _text[from - 1] != '{')
            return null;
        var content = _text[from..to].Trim().Trim('~').Trim("\\,").Trim();
        if (content.IsEmpty)
        {
            _at = end;
            _space = true;
            return null;
        }

        var letters = content.IndexOfAnyExceptInRange('A', 'z') < 0 && content.IndexOfAny("[]^`") < 0 && !content.Contains('\\');
        var words = command.StartsWith("text") || command is "mbox" or "hbox" or "operatorname" or "variable";
        if (!letters && !(content.Length > 1 && Units.Find(content.ToString()) is not null) && !(words && content.IndexOfAny(FormulaCharacters) < 0 && ContainsLetter(content)))
            return null;
        if (content is "d" && command is "mathrm" or "text" or "operatorname")
            return AddWord(start, end, "d");
        var kind = command is "operatorname" or "variable" || (content.Length == 1 && command.StartsWith("math")) ? TokenKind.Name : TokenKind.Text;
        _tokens.Add(new(kind, start, end, Space() | (from < to && _text[from] == ' '), content.ToString(), '\0', BracketSide.Unsaid, -1));
        _space = _text[to - 1] == ' ';
        _at = end;
        return null;
    }

    private FormulaError? AddWord(int start, int end, string word)
    {
        _tokens.Add(new(TokenKind.Word, start, end, Space(), word, '\0', BracketSide.Unsaid, -1));
        _at = end;
        return null;
    }

    private static bool ContainsLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }

    /// <summary>The end of a braced argument at <paramref name="at"/>; <paramref name="at"/> itself where there is none.</summary>
    private readonly int ArgumentEnd(int at, out int from, out int to)
    {
        var open = at;
        while (open < _text.Length && _text[open] == ' ')
            open++;
        from = to = at;
        if (open >= _text.Length || _text[open] != '{')
            return at;
        var depth = 0;
        for (var i = open; i < _text.Length; i++)
        {
            if (_text[i] == '\\')
            {
                i++;
            }
            else if (_text[i] == '{')
            {
                depth++;
            }
            else if (_text[i] == '}' && --depth == 0)
            {
                from = open + 1;
                to = i;
                return i + 1;
            }
        }

        return at;
    }
}
