namespace Grader.Submissions.Outline;

internal ref partial struct LabelReader
{
    /// <summary>Reads <c>1</c>, <c>a</c>, <c>1a</c>, <c>1.(a)</c>, <c>2.3</c>, <c>(iii)</c> at the position.</summary>
    private bool ReadId(bool saysQuestion, bool saysPart, out string? question, out string? part, out string? number, out bool bracketed)
    {
        question = part = number = null;
        SkipSpaces();
        bracketed = TrySkip('(') || TrySkip('[');
        var says = saysQuestion || saysPart;
        var digits = ReadDigits();
        if (digits is null && PeekWord() is var name && (saysQuestion || (StandsOut && name is [> '\u3000'])) && LabelWords.NumberWord(name) is > 0 and var named)
        {
            digits = Written(named);
            _at += name.Length;
        }
        if (digits is null)
        {
            part = ReadLetters(bracketed || says || StandsOut);
            if (part is null)
                return false;
            if (saysQuestion && !saysPart && RomanValue(part) is > 0 and var roman)
                (question, part) = (Written(roman), null);
            // "a.)"
            if (!bracketed && Peek() == '.' && _at + 1 < _end && _text[_at + 1] == ')')
                _at++;
            var closes = TrySkip(')') || TrySkip(']');
            if (bracketed && !closes)
                return false;
            bracketed = closes;
            // A heading may start with the article "A"; "i.e." is no part.
            return closes || (says && !_separated) || _at >= _end || StopsHere();
        }

        var closed = bracketed && (TrySkip(')') || TrySkip(']'));
        if (Peek() == '.' && _at + 1 < _end && char.IsAsciiDigit(_text[_at + 1]))
        {
            _at++;
            part = ReadDigits();
            question = digits;
            // 1.25 is a number; 1.2 may be one, where nothing else says that it is a label.
            return part is not null && (says || StandsOut) && Peek() != '.' && Peek() != '%';
        }

        var before = _at;
        if (TryReadPartAfterNumber(says, out part, out var wasBracketed))
        {
            question = digits;
            bracketed = wasBracketed;
            return true;
        }
        _at = before;
        if (saysQuestion)
            question = digits;
        else
            number = digits;
        if (closed || TrySkip(')'))
            bracketed = true;
        return says || StandsOut || bracketed || Peek() is '.' or ':';
    }

    private bool TryReadPartAfterNumber(bool says, out string? part, out bool bracketed)
    {
        var spaced = SkipSpaces();
        var separated = TrySkip('.') || TrySkip('-') || TrySkip(',') || TrySkip(':') || TrySkip('_') || ((says || StandsOut) && (TrySkip('/') || TrySkip('|') || TrySkip('>')));
        spaced |= SkipSpaces();
        var word = PeekWord();
        var saysPart = word.Length > 1 && (LabelWords.IsPart(word) || LabelWords.IsAnswer(word));
        if (saysPart)
        {
            _at += word.Length;
            SkipSpaces();
        }
        bracketed = TrySkip('(') || TrySkip('[');
        part = ReadLetters(bracketed || saysPart || !spaced || (says && separated && _at + 1 >= _end));
        if (part is null)
            return false;
        if (!bracketed && Peek() == '.' && _at + 1 < _end && _text[_at + 1] == ')')
            _at++;
        var closed = TrySkip(')') || TrySkip(']');
        if (bracketed)
            return closed;
        bracketed = closed;
        if (saysPart || closed)
            return true;
        // "Exercise 1, a: …"
        if (says && separated && spaced)
            return _at >= _end || Peek() is '.' or ':';
        // "1a" and "Q2.c" stand; "3 x 4" and "2. A model" are no labels; "1.a" needs an end behind it.
        return !spaced && (says || StandsOut || Peek() is '.' or ':') && (_at >= _end || !char.IsLetterOrDigit(Peek()));
    }

    private string? ReadDigits()
    {
        var start = _at;
        while (_at < _end && char.IsAsciiDigit(_text[_at]))
            _at++;
        if (_at - start is >= 1 and <= 2)
        {
            var digits = _text[start.._at].TrimStart('0');
            if (!digits.IsEmpty)
                return digits.ToString();
        }
        _at = start;
        return null;
    }

    private string? ReadLetters(bool allowed)
    {
        var start = _at;
        while (_at < _end && char.IsAsciiLetter(_text[_at]))
            _at++;
        var letters = _text[start.._at];
        var stands = _at >= _end || !(char.IsLetterOrDigit(_text[_at]) || _text[_at] is '\'' or '_');
        if (stands && letters.Length == 1 && (allowed || Peek() is ')' or '.' or ':'))
            return char.ToLowerInvariant(letters[0]).ToString();
        if (stands && letters.Length is > 1 and <= 4 && RomanValue(letters) > 0 && (allowed || Peek() is ')' or '.'))
            return letters.ToString().ToLowerInvariant();
        _at = start;
        return null;
    }

    public static int RomanValue(ReadOnlySpan<char> letters)
    {
        ReadOnlySpan<string> numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
        for (var i = 0; i < numerals.Length; i++)
        {
            if (letters.Equals(numerals[i], StringComparison.OrdinalIgnoreCase))
                return i + 1;
        }
        return 0;
    }
}
