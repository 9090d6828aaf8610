using Grader.Submissions.Source;

namespace Grader.Submissions.Outline;

/// <summary>
/// Reads the label at a line's start: <c>Problem 1</c>, <c>1 no Question</c>, <c>**solution** (b) :</c>, <c>Task 1g)</c>, <c>Q2.c</c>, <c>1(a)</c>, <c>e)</c>,
/// <c>(iii)</c>, <c>Aufgabe 2</c>, <c>解答</c>. It says what the line may be; whether it is one is for <see cref="OutlineReader"/>.
/// </summary>
internal ref partial struct LabelReader
{
    private readonly ReadOnlySpan<char> _text;
    private readonly int _end;
    private readonly LabelStrength _shape;
    private int _at;
    private bool _separated;
    private bool _saysSo;
    private int _opened;

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
        if (ReadCounted() is { } counted)
            return counted;
        var first = _at;
        var saysQuestion = false;
        var saysPart = false;
        var saysAnswer = false;
        for (var words = 0; words < 6; words++)
        {
            SkipSpaces();
            var word = PeekWord();
            if (word.IsEmpty)
                break;
            // "No. 3", "P1": no word of a question, but nothing of the label either.
            var isBare = words == 0 && StandsOut && (LabelWords.IsNumberWord(word) || (_shape == LabelStrength.Heading && IsInitial(word)));
            var saysWhereTo = words == 0 && SaysWhereTo(word);
            if (LabelWords.IsQuestion(word))
                saysQuestion = true;
            else if (LabelWords.IsPart(word))
                saysPart = true;
            else if (LabelWords.IsAnswer(word))
                saysAnswer = true;
            else if (!isBare && !((saysQuestion || saysPart || saysAnswer) && (LabelWords.IsFiller(word) || IsElided(word))) && !saysWhereTo)
                break;
            _at += word.Length;
            var wordEnd = _at;
            SkipSeparators(".:#-\u00B0\u2116'");
            _separated = _at > wordEnd && _text[wordEnd.._at].ContainsAny(".:-");
            if (isBare || saysWhereTo)
                first = _at;
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
        if (_saysSo && question is null && part is not null)
            question = ReadOfQuestion();
        if (!_saysSo && number is not null && StandsOut && FollowedByQuestionWord())
        {
            (question, number, strength) = (number, null, LabelStrength.Word);
            _at = _end;
        }
        if (!EndsLabel(bracketed))
            return null;
        if (!_saysSo && !StandsOut && number is not null)
            strength = LabelStrength.ListNumber;
        return new Label(question, part, number, strength, _at) { NamesPart = saysPart && !saysAnswer && number is not null };
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
        while (_opened > 0 && Peek() is '}' or ']' or '$')
        {
            bracketed = true;
            _at++;
        }
        var spaced = SkipSpaces();
        if (_at >= _end)
            return true;
        if (_text[_at] is '.' or ':' or ')' or '-' or '|' or ']' or '\u2014' or '\u3001' or '\u3002')
        {
            SkipSeparators(".:)-|]*\u2014\u3001\u3002");
            return true;
        }
        if (_text[_at..].StartsWith("=="))
        {
            SkipSeparators("=");
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
        return _saysSo || !bracketed ? (bracketed || spaced) && !GoesOnInWords(_text, _at, _end) : spaced;
    }

    /// <summary>A small word follows, as in a sentence; <c>x = 1</c> and <c>macs = 9</c> are none.</summary>
    public static bool GoesOnInWords(ReadOnlySpan<char> text, int at, int end)
    {
        if (at >= end || !char.IsLower(text[at]))
            return false;
        var word = at;
        while (word < end && char.IsLetter(text[word]))
            word++;
        var next = Characters.SkipBlanks(text, word, end);
        if (word - at > 1)
            return !(next < end && text[next] is '=' or ':');
        return text[at] == 'a' && next > word && next < end && char.IsLetter(text[next]);
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
        return _text.Slice(_at, LabelWords.Length(_text[_at..end]));
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
}
