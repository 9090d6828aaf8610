using System.Globalization;

namespace Grader.Submissions.Outline;

/// <summary>
/// Reads the label at a line's start: <c>Problem 1</c>, <c>1 no Question</c>, <c>**solution** (b) :</c>, <c>Task 1g)</c>, <c>Q2.c</c>, <c>1(a)</c>, <c>e)</c>,
/// <c>(iii)</c>, <c>Aufgabe 2</c>, <c>解答</c>. It says what the line may be; whether it is one is for <see cref="OutlineReader"/>.
/// </summary>
internal ref struct LabelReader
{
    private readonly ReadOnlySpan<char> _text;
    private readonly int _end;
    private readonly LabelStrength _shape;
    private int _at;
    private bool _separated;
    private bool _saysSo;

    private LabelReader(ReadOnlySpan<char> text, int start, int end, LabelStrength shape)
    {
        _text = text;
        _at = start;
        _end = end;
        _shape = shape;
    }

    /// <param name="shape">Heading, bold or plain: how the line stands out.</param>
    /// <param name="isAnswer">The line says only that an answer follows: <c>***Answer:***</c>.</param>
    /// <param name="contentStart">Where what follows starts.</param>
    public static Label? Read(ReadOnlySpan<char> text, int start, int end, LabelStrength shape, out bool isAnswer, out int contentStart)
    {
        var reader = new LabelReader(text, start, end, shape);
        var label = reader.Run(out isAnswer);
        contentStart = reader._at;
        return label;
    }

    private readonly bool StandsOut => _shape is LabelStrength.Heading or LabelStrength.Bold;

    private Label? Run(out bool isAnswer)
    {
        isAnswer = false;
        SkipDecoration();
        var first = _at;
        var saysQuestion = false;
        var saysPart = false;
        var saysAnswer = false;
        for (var words = 0; words < 5; words++)
        {
            SkipSpaces();
            var word = PeekWord();
            if (word.IsEmpty)
                break;
            if (LabelWords.IsQuestion(word))
                saysQuestion = true;
            else if (LabelWords.IsPart(word))
                saysPart = true;
            else if (LabelWords.IsAnswer(word))
                saysAnswer = true;
            else if (!(saysQuestion || saysPart || saysAnswer) || !LabelWords.IsFiller(word))
                break;
            _at += word.Length;
            var wordEnd = _at;
            SkipSeparators(".:#-");
            _separated = _at > wordEnd && _text[wordEnd.._at].ContainsAny(".:-");
        }

        _saysSo = saysQuestion || saysPart || saysAnswer;
        if (!_saysSo)
            _at = first;
        var answerEnd = _at;
        if (!ReadId(saysQuestion, saysPart || saysAnswer, out var question, out var part, out var number, out var bracketed))
        {
            isAnswer = saysAnswer && !saysQuestion && !saysPart && (_separated || answerEnd >= _end || _shape == LabelStrength.Heading);
            _at = answerEnd;
            return null;
        }

        var strength = _saysSo ? LabelStrength.Word : _shape;
        if (!_saysSo && number is not null && StandsOut && FollowedByQuestionWord())
        {
            (question, number, strength) = (number, null, LabelStrength.Word);
            _at = _end;
        }
        if (!EndsLabel(bracketed))
            return null;
        if (!_saysSo && !StandsOut && number is not null)
            strength = LabelStrength.ListNumber;
        return new Label(question, part, number, strength, _at);
    }

    /// <summary>Reads <c>1</c>, <c>a</c>, <c>1a</c>, <c>1.(a)</c>, <c>2.3</c>, <c>(iii)</c> at the position.</summary>
    private bool ReadId(bool saysQuestion, bool saysPart, out string? question, out string? part, out string? number, out bool bracketed)
    {
        question = part = number = null;
        SkipSpaces();
        bracketed = TrySkip('(') || TrySkip('[');
        var says = saysQuestion || saysPart;
        var digits = ReadDigits();
        if (digits is null && saysQuestion && LabelWords.NumberWord(PeekWord()) is > 0 and var named)
        {
            digits = named.ToString(CultureInfo.InvariantCulture);
            _at += PeekWord().Length;
        }
        if (digits is null)
        {
            part = ReadLetters(bracketed || says || StandsOut);
            if (part is null)
                return false;
            if (saysQuestion && !saysPart && RomanValue(part) is > 0 and var roman)
                (question, part) = (roman.ToString(CultureInfo.InvariantCulture), null);
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
        _ = TrySkip('.') || TrySkip('-') || TrySkip(',') || TrySkip(':') || TrySkip('_');
        spaced |= SkipSpaces();
        var word = PeekWord();
        var saysPart = word.Length > 1 && (LabelWords.IsPart(word) || LabelWords.IsAnswer(word));
        if (saysPart)
        {
            _at += word.Length;
            SkipSpaces();
        }
        bracketed = TrySkip('(') || TrySkip('[');
        part = ReadLetters(bracketed || saysPart || !spaced);
        if (part is null)
            return false;
        var closed = TrySkip(')') || TrySkip(']');
        if (bracketed)
            return closed;
        bracketed = closed;
        if (saysPart || closed)
            return true;
        // "1a" and "Q2.c" stand; "3 x 4" and "2. A model" are no labels; "1.a" needs an end behind it.
        return !spaced && (says || StandsOut || Peek() is '.' or ':') && (_at >= _end || !char.IsLetterOrDigit(Peek()));
    }

    private readonly bool FollowedByQuestionWord()
    {
        var at = _at;
        for (var words = 0; words < 3; words++)
        {
            while (at < _end && !char.IsLetter(_text[at]))
                at++;
            var start = at;
            while (at < _end && char.IsLetter(_text[at]))
                at++;
            if (LabelWords.IsQuestion(_text[start..at]))
                return true;
        }
        return false;
    }

    /// <summary>Whether what follows does not make the label part of a sentence: "Part (a) of the question asks".</summary>
    private bool EndsLabel(bool bracketed)
    {
        var spaced = SkipSpaces();
        if (_at >= _end)
            return true;
        if (_text[_at] is '.' or ':' or ')' or '-' or '|' or ']' or '\u2014' or '\u3001' or '\u3002')
        {
            SkipSeparators(".:)-|]*\u2014\u3001\u3002");
            return true;
        }
        if (_text[_at] is '=' or '+' or '*' or '/' or '<' or '>' or '^')
            return false;
        if (_shape == LabelStrength.Heading)
            return spaced || bracketed;
        if (_shape == LabelStrength.Bold)
            return spaced || bracketed || _text[_at] == '(';
        if (_text[_at] is ',' or ';')
            return false;
        // "Part (a) of the question", "Question 1 asks": the label of no section, but the subject of a sentence.
        return _saysSo || !bracketed ? (bracketed || spaced) && !char.IsLower(_text[_at]) : spaced;
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

    /// <summary>A colon, or a full stop with a blank behind it.</summary>
    private readonly bool StopsHere() => Peek() == ':' || (Peek() == '.' && (_at + 1 >= _end || _text[_at + 1] is ' ' or '\t' or '*'));

    private readonly char Peek() => _at < _end ? _text[_at] : '\0';

    private bool TrySkip(char c)
    {
        if (Peek() != c)
            return false;
        _at++;
        return true;
    }

    private readonly ReadOnlySpan<char> PeekWord()
    {
        var end = _at;
        while (end < _end && char.IsLetter(_text[end]))
            end++;
        // 問題1 and 第1問: a word in these scripts needs no blank behind it, and 1 letter can be one.
        return _text[_at..end];
    }

    private bool SkipSpaces()
    {
        var start = _at;
        while (_at < _end && _text[_at] is ' ' or '\t' or '\n')
            _at++;
        return _at > start;
    }

    private void SkipSeparators(string separators)
    {
        while (_at < _end && (_text[_at] is ' ' or '\t' || separators.Contains(_text[_at])))
            _at++;
    }

    /// <summary>Emoji, bullets and the like in front of a label.</summary>
    private void SkipDecoration()
    {
        while (_at < _end && !char.IsLetterOrDigit(_text[_at]) && _text[_at] is not ('(' or '[' or '-' or '+' or '=' or '.' or '\\' or '|' or '{'))
            _at++;
        if (_at < _end && _text[_at] == '\u7B2C')
            _at++;
    }
}
