using System.Buffers;

namespace Grader.Mathematics;

/// <summary>Cuts folded text into tokens: one for all spellings of an operator, none for spacing and style.</summary>
internal ref partial struct Tokenizer
{
    /// <summary>More text or tokens than any formula a person writes.</summary>
    public const int MaximumLength = 20_000;

    private static readonly SearchValues<char> ListCharacters = SearchValues.Create("0123456789, ");

    private static readonly SearchValues<char> FormulaCharacters = SearchValues.Create("\\${}^=+*<>");

    private readonly ReadOnlySpan<char> _text;
    private readonly FormulaOptions _options;
    private readonly List<Token> _tokens;
    private readonly List<ScannedNumeral> _numerals;
    private readonly List<char> _brackets = [];
    private int _at;
    private int _environments;
    private bool _space;
    private BracketSide _side;

    private Tokenizer(string text, FormulaOptions options, List<Token> tokens, List<ScannedNumeral> numerals)
    {
        _text = text;
        _options = options;
        _tokens = tokens;
        _numerals = numerals;
    }

    /// <summary>The tokens of a text, <see cref="TokenKind.End"/> last; an error where a character has no meaning.</summary>
    public static FormulaError? Tokenize(string text, FormulaOptions options, List<Token> tokens, List<ScannedNumeral> numerals)
    {
        if (text.Length > MaximumLength)
            return new(MaximumLength, "more text", $"a formula of at most {MaximumLength} characters");
        var tokenizer = new Tokenizer(text, options, tokens, numerals);
        while (tokenizer._at < text.Length)
        {
            if (tokenizer.Next() is { } error)
                return error;
        }

        tokens.Add(new(TokenKind.End, text.Length, text.Length, tokenizer._space, "the end", '\0', BracketSide.Unsaid, -1));
        return null;
    }

    private FormulaError? Next()
    {
        var c = _text[_at];
        if (char.IsWhiteSpace(c))
        {
            _space = true;
            _at++;
            return null;
        }

        if (c == '\\')
            return NextCommand();
        if (NumeralScanner.StartsNumeral(_text, _at))
            return NextNumber();
        if (char.IsAsciiLetter(c) || (_options.CaseLanguage && c == '_' && !StartsBound(_at)))
            return NextWord();
        if (GreekLetters.NameOf(c) is { } greek)
            return Add(TokenKind.Name, 1, greek);
        if (Scripts.Raise(c) is not null)
            return NextScript(TokenKind.Superscript);
        if (Scripts.Lower(c) is not null)
            return NextScript(TokenKind.Subscript);
        return NextSign(c);
    }

    private FormulaError? NextSign(char c)
    {
        var next = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        switch (c, next)
        {
            case ('$', _):
                _at++;
                _space = true;
                return null;
            case ('*', '*'):
                return AddSign('^', 2);
            case ('<', '='):
                return AddSign('≤', 2);
            case ('>', '='):
                return AddSign('≥', 2);
            case ('!', '='):
                return AddSign('≠', 2);
            case ('=', '>'):
                return AddSign('⇒', 2);
            case ('=', '='):
                return AddSign('=', 2);
            case (':', '='):
                return AddSign('=', 2);
            case ('-', '>'):
                return AddSign('→', 2);
            case ('~', '='):
                return AddSign('≈', 2);
            case ('.', '.'):
                return AddSign(Signs.Dots, _at + 2 < _text.Length && _text[_at + 2] == '.' ? 3 : 2);
            case ('×' or '·' or '∗', _):
                return AddSign('*', 1);
            case ('÷', _):
                return AddSign('/', 1);
            case ('∥', _):
                return AddSign(Signs.DoubleBar, 1);
            case ('⋯' or '⋮' or '⋱', _):
                return AddSign(Signs.Dots, 1);
            case ('~', _):
                return NextTilde();
            case ('{', '['):
                // Markup that lost its command: {[1, 2]}.
                return AddSign('{', 1);
            case ('.', _):
                return AddSign('.', 1);
        }

        const string Known = "+-*/^_()[]{}|,;:!%=<>≤≥≠≈⇒±∓∪∩∖∈∉°∞√∂'&⟨⟩⌊⌋⌈⌉‖…⊤†⊙⊗⊕∅→←↦⇔∴∧∨≡∑∏∫?\"@ℝℚℤℕℂ⊂⊆¬#`";
        if (Known.Contains(c))
            return AddSign(c == '⊆' ? '⊂' : c, 1);
        if (char.IsLetter(c))
            return Add(TokenKind.Name, 1, c.ToString());
        return new(_at, $"'{c}'", "a number, a name, an operator or a bracket");
    }

    /// <summary>A tie is a space; before a number it means "about".</summary>
    private FormulaError? NextTilde()
    {
        var after = _at + 1;
        while (after < _text.Length && _text[after] is ' ' or '$')
            after++;
        if (after < _text.Length && (NumeralScanner.StartsNumeral(_text, after) || _text[after] == '-') && (_tokens.Count == 0 || _text[_at + 1] is ' ' || _space || char.IsAsciiDigit(_text[_at + 1])))
            return AddSign('≈', 1);
        _at++;
        _space = true;
        return null;
    }

    private FormulaError? NextScript(TokenKind kind)
    {
        var start = _at;
        var level = kind == TokenKind.Superscript;
        while (_at < _text.Length && (level ? Scripts.Raise(_text[_at]) : Scripts.Lower(_text[_at])) is not null)
            _at++;
        var text = string.Create(_at - start, _text[start.._at], (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = (level ? Scripts.Raise(source[i]) : Scripts.Lower(source[i]))!.Value;
        });
        _tokens.Add(new(kind, start, _at, Space(), text, '\0', BracketSide.Unsaid, -1));
        return null;
    }

    private FormulaError? NextNumber()
    {
        var place = PlaceOfNumber();
        if (!NumeralScanner.TryScan(_text, _at, place, out var numeral))
            return new(_at, "a number of more digits", $"at most {NumeralScanner.MaximumDigits} digits");
        _numerals.Add(numeral);
        _tokens.Add(new(TokenKind.Number, _at, numeral.End, Space(), "a number", '\0', BracketSide.Unsaid, _numerals.Count - 1));
        _at = numeral.End;
        return null;
    }

    private readonly NumeralPlace PlaceOfNumber()
    {
        var open = _brackets.Count > 0 ? _brackets[^1] : '\0';
        var previous = _tokens.Count > 0 ? _tokens[^1] : default;
        if (_options.CaseLanguage)
            return default;
        // In w_1*10^5 the 1 is an index, and in a/2*10^3 the 2 a divisor.
        var index = previous.Is('_') || (!_space && previous.Kind is TokenKind.Word or TokenKind.Name);
        var afterDivision = index || previous.Is('/') || previous.Is('^');
        return new(
            Commas: open is not ('[' or Signs.OpenSet or 'f') && !(open == '(' && IsPair(previous)) && _environments == 0,
            Spaces: open is not ('[' or Signs.OpenSet) && _environments == 0 && !(previous.Kind == TokenKind.Number && _space),
            _options.DecimalComma,
            _options.MagnitudeSuffixes && !index,
            TimesPowerOfTen: !afterDivision);
    }

    /// <summary>Whether <c>1,234</c> fills its parentheses as a pair does; <c>(1,474,560)</c> is a number, and so is <c>(1,234 + 5)</c>.</summary>
    private readonly bool IsPair(Token previous)
    {
        if (!previous.Is('(') && !previous.Is(','))
            return false;
        var rest = _text[_at..];
        var end = rest.IndexOfAnyExcept(ListCharacters);
        return end > 0 && (previous.Is(',') || rest[..end].Count(',') != 2 || rest[end] == ';') && rest[end] is ')' or ']' or ';';
    }

    private FormulaError? NextWord()
    {
        var start = _at;
        if (_options.CaseLanguage)
        {
            while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || (_text[_at] is '_' or '\'' && !StartsBound(_at)) || (_text[_at] == '.' && _at + 1 < _text.Length && char.IsAsciiLetter(_text[_at + 1]))))
                _at++;
            _tokens.Add(new(TokenKind.Name, start, _at, Space(), _text[start.._at].ToString(), '\0', BracketSide.Unsaid, -1));
            return null;
        }

        while (_at < _text.Length && char.IsAsciiLetter(_text[_at]))
            _at++;
        // 1orW: a conjunction that lost its spaces.
        if (!_space && _at - start > 2 && _text[start..].StartsWith("or") && _tokens.Count > 0 && (_tokens[^1].Kind == TokenKind.Number || _tokens[^1].Is(')')))
            _at = start + 2;
        var word = WordTexts.Intern(_text[start.._at]);
        _tokens.Add(new(TokenKind.Word, start, _at, Space(), word, '\0', BracketSide.Unsaid, -1));
        return null;
    }

    /// <summary>Whether this is the underscore of <c>sum_{i=1}^{n}</c>, and not one within a name.</summary>
    private readonly bool StartsBound(int at) => _text[at] == '_' && at + 1 < _text.Length && _text[at + 1] == '{';

    private FormulaError? Skip(int length)
    {
        _at += length;
        _space = true;
        return null;
    }

    private FormulaError? Add(TokenKind kind, int length, string text)
    {
        _tokens.Add(new(kind, _at, _at + length, Space(), text, '\0', BracketSide.Unsaid, -1));
        _at += length;
        return null;
    }

    private FormulaError? AddSign(char sign, int length)
    {
        if (sign is '(' or '[' or '{' or Signs.OpenSet)
        {
            var call = sign == '(' && _tokens.Count > 0 && _tokens[^1] is { Kind: TokenKind.Command or TokenKind.Word or TokenKind.Name } name && KnownFunctions.TakesList(name.Text);
            _brackets.Add(call ? 'f' : sign);
        }
        else if (sign is ')' or ']' or '}' or Signs.CloseSet && _brackets.Count > 0)
        {
            _brackets.RemoveAt(_brackets.Count - 1);
        }

        _tokens.Add(new(TokenKind.Sign, _at, _at + length, Space(), "", sign, _side, -1));
        _side = BracketSide.Unsaid;
        _at += length;
        return null;
    }

    private bool Space()
    {
        var space = _space;
        _space = false;
        return space;
    }
}
