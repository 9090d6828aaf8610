using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>
/// Reads JSON with comments and trailing commas into a tree with places. A syntax error is noted and reading goes on, so that one missing comma does not
/// hide ten other problems. <c>System.Text.Json</c> stops at the first error, and forgets places.
/// </summary>
internal sealed class CaseTreeReader
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly ProblemList _problems;
    private readonly int _problemsBefore;
    private int _position;
    private bool _gaveUp;

    private CaseTreeReader(SourceText source, ProblemList problems)
    {
        _source = source;
        _text = source.Text;
        _problems = problems;
        _problemsBefore = problems.Count;
    }

    /// <returns>The tree, or null where nothing could be read.</returns>
    public static CaseNode? Read(string file, ReadOnlySpan<byte> bytes, ProblemList problems) =>
        SourceText.Decode(file, bytes, problems) is { } source ? new CaseTreeReader(source, problems).ReadFile() : null;

    private CaseNode? ReadFile()
    {
        SkipSpace();
        if (_position == _text.Length)
        {
            Problem(_position, "The file is empty.", "A case file is one JSON object: { … }.");
            return null;
        }

        var root = ReadValue(0);
        SkipSpace();
        if (!_gaveUp && _position < _text.Length)
            Problem(_position, $"{Found()} stands after the end of the value that begins the file.", "Check the brackets above: one closes too early.");
        return root;
    }

    private CaseNode? ReadValue(int depth)
    {
        SkipSpace();
        if (_position == _text.Length)
        {
            Problem(_position, "The file ends where a value is expected.", "Close what was opened.");
            _gaveUp = true;
            return null;
        }

        if (depth > CaseLimits.Depth)
        {
            Problem(_position, $"More than {CaseLimits.Depth} levels of brackets.", "Nest less deeply.");
            _gaveUp = true;
            return null;
        }

        var start = _position;
        switch (_text[start])
        {
            case '{':
                return ReadObject(depth);
            case '[':
                return ReadList(depth);
            case '"':
                return ReadText();
            case '-' or (>= '0' and <= '9') or '+' or '.':
                return ReadNumber();
            default:
                return ReadWord();
        }
    }

    private CaseObject ReadObject(int depth)
    {
        var place = _source.PlaceAt(_position++);
        var properties = ImmutableArray.CreateBuilder<CaseProperty>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (NextItem('}', place, "object"))
        {
            CaseText name;
            if (_text[_position] == '"')
            {
                name = ReadText();
            }
            else
            {
                var start = _position;
                while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] is '_' or '$' or '.' or '-'))
                    _position++;
                if (_position == start)
                {
                    Problem(start, $"{Found()} stands where a name is expected.", "Names stand in double quotes.");
                    SkipToNextItem();
                    continue;
                }

                name = new(_source.PlaceAt(start), _text[start.._position], _text[start.._position]);
                Problem(start, $"The name {name.Text} has no quotes.", $"Write \"{name.Text}\".");
            }

            SkipSpace();
            if (_position < _text.Length && _text[_position] == ':')
            {
                _position++;
            }
            else
            {
                Problem(_position, $"A colon is missing after \"{name.Text}\".", $"Write \"{name.Text}\": and the value.");
                if (_position < _text.Length && _text[_position] is ',' or '}')
                    continue;
            }

            if (!names.Add(name.Text))
                _problems.Add(name.Place, $"\"{name.Text}\" stands twice in this object.", "Keep one.");
            var value = ReadValue(depth + 1);
            if (value is not null)
                properties.Add(new(name, value));
        }

        return new(place, new(properties.ToImmutable()));
    }

    private CaseList ReadList(int depth)
    {
        var place = _source.PlaceAt(_position++);
        var items = ImmutableArray.CreateBuilder<CaseNode>();
        while (NextItem(']', place, "list"))
        {
            var value = ReadValue(depth + 1);
            if (value is not null)
                items.Add(value);
        }

        return new(place, new(items.ToImmutable()));
    }

    /// <summary>Skips commas and comments; true where an item begins, false after <paramref name="close"/>.</summary>
    private bool NextItem(char close, CasePlace open, string what)
    {
        var first = _text[_position - 1] is '{' or '[' && _source.PlaceAt(_position - 1) == open;
        SkipSpace();
        var commas = 0;
        while (_position < _text.Length && _text[_position] == ',')
        {
            var comma = _position++;
            if (first || commas > 0)
                Problem(comma, "A comma stands where a value is expected.", "Remove it.");
            commas++;
            SkipSpace();
        }

        if (_gaveUp)
            return false;
        if (_position == _text.Length)
        {
            Problem(_position, $"The file ends inside the {what} that begins at line {open.Line}, column {open.Column}.", $"Close it with {close}.");
            _gaveUp = true;
            return false;
        }

        if (_text[_position] == close)
        {
            _position++;
            return false;
        }

        if (_text[_position] is '}' or ']')
        {
            Problem(_position, $"The {what} that begins at line {open.Line}, column {open.Column} is closed by {_text[_position]}.", $"Close it with {close}.");
            // Who gave up stands at the end already.
            _position += _gaveUp ? 0 : 1;
            return false;
        }

        if (!first && commas == 0)
            Problem(_position, $"A comma is missing before {Found()}.", "Separate items by commas.");
        return !_gaveUp;
    }

    private CaseText ReadText()
    {
        var start = _position++;
        var plain = _text.AsSpan(_position).IndexOfAny("\"\\\n\r");
        if (plain >= 0 && _text[_position + plain] == '"')
        {
            var raw = _text.Substring(_position, plain);
            _position += plain + 1;
            return new(_source.PlaceAt(start), raw, raw);
        }

        var text = new StringBuilder();
        while (true)
        {
            if (_position == _text.Length || _text[_position] is '\n' or '\r')
            {
                Problem(start, "This text has no closing quote on its line.", "Close it with \"; a text of several lines is a list of texts.");
                break;
            }

            var c = _text[_position++];
            if (c == '"')
                break;
            if (c == '\\')
                ReadEscape(text);
            else
                text.Append(c);
        }

        var end = _text[_position - 1] == '"' && _position - 1 > start ? _position - 1 : _position;
        return new(_source.PlaceAt(start), text.ToString(), _text[(start + 1)..end]);
    }

    private void ReadEscape(StringBuilder text)
    {
        var c = _position < _text.Length ? _text[_position] : '\n';
        if (c is '\n' or '\r')
            return;
        _position++;
        var plain = c switch { '"' => '"', '\\' => '\\', '/' => '/', 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => '\0' };
        if (plain != '\0')
        {
            text.Append(plain);
        }
        else if (c == 'u' && _position + 4 <= _text.Length && ushort.TryParse(_text.AsSpan(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            _position += 4;
            text.Append((char)unit);
        }
        else
        {
            Problem(_position - 2, $"\\{c} is no escape in JSON.", "Write \\\\ for a backslash.");
            text.Append('\\').Append(c);
        }
    }

    private CaseNode ReadNumber()
    {
        var start = _position;
        while (_position < _text.Length && (char.IsAsciiLetterOrDigit(_text[_position]) || _text[_position] is '+' or '-' or '.'))
            _position++;
        var written = _text[start.._position];
        if (ExactNumber.TryRead(written, out var value))
            return new CaseNumber(_source.PlaceAt(start), value, written);
        Problem(start, $"{written} is not a number.", "Write 0.5, -3 or 1e-5; a fraction is a text: \"1/3\".");
        return new CaseNumber(_source.PlaceAt(start), Rational.Zero, written);
    }

    private CaseNode? ReadWord()
    {
        var start = _position;
        while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] == '_'))
            _position++;
        var place = _source.PlaceAt(start);
        switch (_text.AsSpan(start, _position - start))
        {
            case "true":
                return new CaseTruth(place, true);
            case "false":
                return new CaseTruth(place, false);
            case "null":
                return new CaseNull(place);
        }

        if (_position > start)
        {
            var word = _text[start.._position];
            Problem(start, $"{word} is no value.", word[0] is 'T' or 'F' ? "Write true or false." : $"Texts stand in double quotes: \"{word}\".");
            return new CaseText(place, word, word);
        }

        Problem(start, $"{Found()} stands where a value is expected.", _text[start] == '\'' ? "Texts stand in double quotes." : "Remove it.");
        SkipToNextItem();
        return null;
    }

    /// <summary>Skips what cannot be read, to a comma or bracket or the end of the line.</summary>
    private void SkipToNextItem()
    {
        var start = _position;
        while (_position < _text.Length && _text[_position] is not (',' or '}' or ']' or '\n' or '\r'))
            _position++;
        if (_position == start && _position < _text.Length && _text[_position] is not (',' or '}' or ']'))
            _position++;
    }

    private void SkipSpace()
    {
        while (_position < _text.Length)
        {
            var rest = _text.AsSpan(_position);
            if (rest[0] is ' ' or '\t' or '\n' or '\r')
            {
                _position++;
            }
            else if (rest.StartsWith("//"))
            {
                var end = rest.IndexOfAny('\n', '\r');
                _position = end < 0 ? _text.Length : _position + end;
            }
            else if (rest.StartsWith("/*"))
            {
                var end = rest[2..].IndexOf("*/");
                if (end < 0)
                    Problem(_position, "This comment has no end.", "Close it with */.");
                _position = end < 0 ? _text.Length : _position + end + 4;
            }
            else
            {
                return;
            }
        }
    }

    private string Found() => _position == _text.Length ? "the end of the file" : Rune.TryGetRuneAt(_text, _position, out var rune) && !Rune.IsControl(rune) ? $"`{rune}`" : $"the character U+{(int)_text[_position]:X4}";

    private void Problem(int offset, string message, string advice)
    {
        if (_gaveUp)
            return;
        _problems.Add(_source.PlaceAt(offset), message, advice);
        if (_problems.Count - _problemsBefore < CaseLimits.SyntaxProblems)
            return;
        _problems.Add(_source.PlaceAt(offset), "Too many errors of syntax to go on.", "Mend those above first.");
        _gaveUp = true;
        _position = _text.Length;
    }
}
