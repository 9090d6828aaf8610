using System.Globalization;

namespace Grader.Submissions.Outline;

internal ref partial struct LabelReader
{
    /// <summary><c>第二题</c>, <c>2번 (b)</c>, and, where it is all of a line or stands out, <c>Second question</c>, <c>2. Aufgabe</c>.</summary>
    private Label? ReadCounted()
    {
        var first = _at;
        var isOrdered = TrySkip('\u7B2C');
        SkipSpaces();
        var name = PeekWord();
        var digits = ReadDigits();
        if (digits is null && LabelWords.NumberWord(name) is > 0 and var numeral && name[0] > '\u3000')
        {
            digits = Written(numeral);
            _at++;
        }
        if (digits is not null && (isOrdered || !SkipSpaces()) && LabelWords.IsCounter(Peek()))
        {
            while (_at < _end && char.IsLetter(_text[_at]))
                _at++;
            var end = _at;
            if (!TryReadPartAfterNumber(says: true, out var part, out var bracketed))
                (_at, part, bracketed) = (end, null, false);
            _saysSo = true;
            if (EndsLabel(bracketed))
                return new Label(digits, part, null, LabelStrength.Word, _at);
        }
        else if (digits is null && LabelWords.Ordinal(name) is > 0 and var rank)
        {
            _at += name.Length;
            SkipSpaces();
            var word = PeekWord();
            _at += word.Length;
            if (LabelWords.IsQuestion(word) && (_at >= _end || Peek() is ':' or '.'))
            {
                SkipSeparators(".:");
                if (StandsOut || _at >= _end)
                    return new Label(Written(rank), null, null, LabelStrength.Word, _at);
            }
        }
        _at = first;
        return null;
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>P for problem, A for answer, E for exercise, T for task, directly before a number.</summary>
    private readonly bool IsInitial(ReadOnlySpan<char> word) => word is ['P' or 'A' or 'E' or 'T'] && _at + 1 < _end && char.IsAsciiDigit(_text[_at + 1]);

    /// <summary><c>de l'exercice</c>, <c>dell'esercizio</c>, <c>n° 2</c>.</summary>
    private readonly bool IsElided(ReadOnlySpan<char> word) =>
        _at + word.Length < _end && ((_text[_at + word.Length] == '\'' && word is "l" or "d" or "dell" or "all") || (_text[_at + word.Length] == '\u00B0' && word is "n" or "N"));

    /// <summary><c>ad a)</c>, <c>zu (b):</c>.</summary>
    private readonly bool SaysWhereTo(ReadOnlySpan<char> word)
    {
        if (!(word is "ad" or "Ad" or "zu" or "Zu"))
            return false;
        var next = _at + word.Length;
        while (next < _end && _text[next] == ' ')
            next++;
        return next + 2 < _end && (_text[next] == '(' ? _text[next + 2] == ')' : char.IsAsciiLetter(_text[next]) && _text[next + 1] is ')' or ':');
    }

    /// <summary><c>Part a of question 2</c>.</summary>
    private string? ReadOfQuestion()
    {
        var start = _at;
        for (var words = 0; words < 4; words++)
        {
            SkipSpaces();
            var word = PeekWord();
            _at += word.Length;
            if (LabelWords.IsQuestion(word))
            {
                SkipSeparators(".#");
                if (ReadDigits() is { } digits)
                    return digits;
                break;
            }
            if (!(word is "of" or "von" or "in" or "di" or "da" or "van" || LabelWords.IsFiller(word)))
                break;
        }
        _at = start;
        return null;
    }

    /// <summary>Emoji, bullets, rules and the commands that set it in bold in front of a label.</summary>
    private void SkipDecoration()
    {
        while (_at < _end && !char.IsLetterOrDigit(_text[_at]))
        {
            var rest = _text[_at.._end];
            if (rest[0] == '\\')
            {
                if (CommandLength(rest) is not (> 0 and var length))
                    return;
                _at += length;
                _opened++;
            }
            else if (rest.StartsWith("==") || rest.StartsWith("--"))
            {
                _at += rest.IndexOfAnyExcept(rest[0]) is > 0 and var run ? run : rest.Length;
            }
            else if (rest[0] == '[' && IsLabelWord(rest[1..]))
            {
                _at++;
            }
            else if (rest[0] is '(' or '[' or '-' or '+' or '=' or '.' or '|' or '{')
            {
                return;
            }
            else
            {
                _at++;
            }
        }
    }

    private static bool IsLabelWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return LabelWords.IsQuestion(text[..end]) || LabelWords.IsPart(text[..end]) || LabelWords.IsAnswer(text[..end]);
    }

    private static int CommandLength(ReadOnlySpan<char> text)
    {
        foreach (var command in (ReadOnlySpan<string>)["\\textbf{", "\\textit{", "\\underline{", "\\emph{", "\\mathbf{", "\\text{", "\\item[", "\\item "])
        {
            if (text.StartsWith(command))
                return command.Length;
        }
        return 0;
    }
}
