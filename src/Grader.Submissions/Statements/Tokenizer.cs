using Grader.Mathematics;
using Grader.Submissions.Blocks;
using Grader.Submissions.Sentences;
using Grader.Submissions.Source;

namespace Grader.Submissions.Statements;

/// <summary>Cuts the lines of a paragraph into words, numbers and the pieces of formulas.</summary>
internal sealed partial class Tokenizer(string clean, List<Region> regions, FormulaOptions options)
{
    private readonly List<Token> _tokens = [];
    private bool _lineBreak;
    private bool _hardBreak;
    private int _lastEnd;
    private int _numberEnd;

    /// <summary>The tokens of a paragraph; the list is used again by the next call.</summary>
    /// <param name="verbatim">Each line stands for itself, as in a code fence.</param>
    public List<Token> Read(List<TextLine> lines, bool verbatim = false)
    {
        _tokens.Clear();
        _numberEnd = 0;
        (int Start, int End) glyphs = (0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            var inGlyphs = i > 0 && i < GlyphsEnd(lines, i, ref glyphs);
            _lineBreak = !inGlyphs;
            _hardBreak = !inGlyphs && (i == 0 || verbatim || !RunsOn(lines[i - 1], lines[i]));
            _lastEnd = -1;
            ReadLine(lines[i].Start, lines[i].End);
        }
        LineJoints.Mark(_tokens, clean, regions);
        return _tokens;
    }

    /// <summary>Where the lines end that hold one character each, of which a line is neither the first nor one of a few: a converter’s.</summary>
    private int GlyphsEnd(List<TextLine> lines, int line, ref (int Start, int End) glyphs)
    {
        if (line < glyphs.End)
            return line > glyphs.Start ? glyphs.End : 0;
        var end = line - 1;
        while (end < lines.Count && Characters.Trim(clean, lines[end].Start, lines[end].End) is var (first, last) && last - first == 1)
            end++;
        if (end - line + 1 < 5)
            return 0;
        glyphs = (line - 1, end);
        return end;
    }

    /// <summary>Whether a sentence may go on over a line's end: the line was about as long as lines get, or says that it goes on.</summary>
    private bool RunsOn(TextLine before, TextLine line)
    {
        var end = Characters.SkipBlanksBack(clean, before.Start, before.End);
        if (end == before.Start || line.Start >= line.End)
            return false;
        if (before.End - end >= 2 && before.End - before.Start < 100)
            return false;
        var last = clean[end - 1];
        if (last is '.' or ':' or ';' or '?' or '!')
            return false;
        if (last == ',')
            return true;
        var first = clean[Characters.SkipBlanks(clean, line.Start, line.End - 1)];
        return (end - before.Start >= 45 && !clean.AsSpan(before.Start, end - before.Start).Contains('=')) || char.IsLower(first);
    }

    private void ReadLine(int start, int end)
    {
        var at = start;
        var region = Region.FirstEndingBehind(regions, start);
        while (at < end)
        {
            if (region < regions.Count && at >= regions[region].Start)
            {
                if (at < regions[region].End)
                {
                    AddRegion(region);
                    at = Math.Max(at, regions[region].End);
                }
                region++;
                continue;
            }
            var c = clean[at];
            if (Characters.IsBlank(c))
            {
                if (c == '\n')
                    _lineBreak = _hardBreak = true;
                at++;
                continue;
            }
            var limit = region < regions.Count ? Math.Min(end, regions[region].Start) : end;
            at = ReadToken(at, limit, c);
        }
    }

    private int ReadToken(int at, int end, char c)
    {
        var next = at + 1 < end ? clean[at + 1] : '\0';
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(next)) || (c is '-' or '+' && (char.IsAsciiDigit(next) || next == '.') && SignStandsHere(at)))
        {
            if (char.IsAsciiDigit(c) && DurationReader.TryRead(clean, at, end, out var seconds, out var stretch))
                return Add(TokenKind.Duration, at, at + stretch, seconds);
            if (char.IsAsciiDigit(c) && at >= _numberEnd && AmbiguousNumber.EndAt(clean.AsSpan(0, end), at, options.DecimalComma, out _numberEnd) is > 0 and var ambiguous && !IsInList())
                return Add(NamesVersion() ? TokenKind.Other : TokenKind.Number, at, ambiguous);
            if (NumeralReader.TryRead(clean, at, options, out var number, out var length) && length > 0 && at + length <= end)
                return Add(TokenKind.Number, at, at + length, number);
            if (char.IsAsciiDigit(c))
            {
                var stop = at + 1;
                while (stop < end && char.IsAsciiDigit(clean[stop]))
                    stop++;
                return Add(TokenKind.Other, at, stop);
            }
        }
        if (c == '-' && SignEnd(at, end) is > 0 and var digits && NumeralReader.TryRead(clean, digits, options, out var amount, out var written) && digits + written <= end)
            return Add(TokenKind.Number, at, digits + written, amount is Measured measured ? measured with { Amount = new Negation(measured.Amount) } : new Negation(amount));
        if ((char.IsLetter(c) && !IsScript(c)) || (char.IsSurrogate(c) && at + 1 < end && char.IsSurrogatePair(c, next) && char.IsLetter(clean, at)))
            return ReadWord(at, end);
        if (c == '\\')
            return ReadCommand(at, end);
        return c switch
        {
            '(' or '[' or '{' or '\u230A' or '\u2308' => Add(TokenKind.Open, at, at + 1),
            ')' or ']' or '}' or '\u230B' or '\u2309' => Add(TokenKind.Close, at, at + 1),
            '=' => Add(TokenKind.Relation, at, at + (next is '=' or '>' ? 2 : 1)),
            '-' when next == '>' => Add(TokenKind.Relation, at, at + 2),
            '-' when next == '-' => Add(TokenKind.Other, at, at + 2),
            '<' or '>' => Add(TokenKind.Relation, at, at + (next == '=' ? 2 : 1)),
            ':' => next == '=' ? Add(TokenKind.Relation, at, at + 2) : Add(TokenKind.Colon, at, at + 1),
            '\u2248' or '\u2243' or '\u2245' or '\u2252' or '\u2260' or '\u2264' or '\u2265' or '\u2261' or '\u223C' or '\u2192' or '\u21D2' or '\u27F9' or '\u27F6' or '\u2794' => Add(TokenKind.Relation, at, at + 1),
            '+' or '-' or '*' or '/' or '^' or '\u00D7' or '\u00B7' or '\u00F7' or '\u2217' or '\u2219' or '\u22C5' or '\u221A' or '\u2211' or '\u2202' or '\u00B1' or '_' or '%' or '\u2299' => Add(TokenKind.Operator, at, at + 1),
            '!' => Add(IsFactorial(at, next) ? TokenKind.Operator : TokenKind.Stop, at, at + 1),
            '.' or '?' or '\u3002' or '\u2026' => ReadStop(at, end),
            ',' or '\u3001' => Add(TokenKind.Comma, at, at + 1),
            ';' => Add(TokenKind.Semicolon, at, at + 1),
            _ when IsScript(c) => ReadScripts(at, end),
            _ => Add(TokenKind.Other, at, char.IsSurrogate(c) && char.IsLowSurrogate(next) ? at + 2 : at + 1),
        };
    }

    /// <summary>Raised and lowered characters: <c>²</c>, <c>₁</c>, <c>⁻ᶻ</c>.</summary>
    public static bool IsScript(char c) => c is '\u00B2' or '\u00B3' or '\u00B9' or (>= '\u2070' and <= '\u209C') or (>= '\u1D2C' and <= '\u1D6A') or (>= '\u1D9B' and <= '\u1DBF');

    private int ReadScripts(int at, int end)
    {
        var stop = at + 1;
        while (stop < end && IsScript(clean[stop]))
            stop++;
        return Add(TokenKind.Operator, at, stop);
    }

    /// <summary>"is - 0.45", "[ - 5 ]": a minus with a blank behind it, where a verb, a preposition or a bracket waits for a number, is no dash. Where the number starts, or 0.</summary>
    private int SignEnd(int at, int end)
    {
        if (_tokens.Count == 0 || _lineBreak || _tokens[^1] is not { Kind: TokenKind.Word or TokenKind.Open } last || (last.End == at && last.Kind == TokenKind.Word))
            return 0;
        var word = clean.AsSpan(last.Start, last.End - last.Start);
        if (last.Kind == TokenKind.Word && !Vocabulary.IsCopula(word) && !Vocabulary.IsObtaining(word) && !Vocabulary.IsApproximation(word) && word is not ("of" or "to" or "from" or "by" or "at" or "exactly"))
            return 0;
        var digits = Characters.SkipBlanks(clean, at + 1, end);
        return digits > at + 1 && digits + 1 < end && (char.IsAsciiDigit(clean[digits]) || (clean[digits] == '.' && char.IsAsciiDigit(clean[digits + 1]))) ? digits : 0;
    }

    private bool SignStandsHere(int at)
    {
        if (_tokens.Count == 0 || _lineBreak || clean[at - 1] == '\t')
            return true;
        var last = _tokens[^1];
        return last.Kind is TokenKind.Relation or TokenKind.Open or TokenKind.Comma or TokenKind.Colon or TokenKind.Semicolon or TokenKind.Stop
            || (last.Kind == TokenKind.Word && at > last.End)
            // "after step 1 **-0.5**": the step's number is none that something is taken from.
            || (last.Kind == TokenKind.Number && at > last.End && _tokens.Count > 1 && IsReferring(_tokens[^2]));
    }

    private bool IsFactorial(int at, char next) => _tokens.Count > 0 && _tokens[^1].End == at && _tokens[^1].Kind is TokenKind.Number or TokenKind.Close && !Characters.IsBlank(next) && next != '\0';

    private int ReadStop(int at, int end)
    {
        // "1." in a printed array is a number.
        if (clean[at] == '.' && _tokens.Count > 0 && _tokens[^1] is { Kind: TokenKind.Number } printed && printed.End == at && InArray())
        {
            _tokens[^1] = printed with { End = at + 1 };
            return _lastEnd = at + 1;
        }
        var after = at + 1;
        while (after < end && clean[after] is '.' or '?' or '!')
            after++;
        // "294912 ... layer 1": dots that lead from a number to its words.
        if (after > at + 1 && clean[at] == '.' && _tokens.Count > 0 && _tokens[^1].Kind == TokenKind.Number && Characters.SkipBlanks(clean, after, end) < end)
            return Add(TokenKind.Other, at, after);
        if (clean[at] != '.' || after > at + 1)
            return Add(clean[at] == '.' && after < end && !Characters.IsBlank(clean[after]) ? TokenKind.Other : TokenKind.Stop, at, after);
        var endsHere = after >= end || Characters.IsBlank(clean[after]) || clean[after] is ')' or '"' or '\'' or '*';
        // "acc.It" — a sentence glued to the next one.
        var glued = !endsHere && char.IsUpper(clean[after]) && _tokens.Count > 0 && _tokens[^1] is { Kind: TokenKind.Word } word && word.End - word.Start > 2;
        if (endsHere && _tokens.Count > 0 && _tokens[^1] is { Kind: TokenKind.Word or TokenKind.Name } last && last.End == at && Vocabulary.IsAbbreviation(clean.AsSpan(last.Start, last.End - last.Start)))
            return Add(TokenKind.Other, at, after);
        return Add(endsHere || glued ? TokenKind.Stop : TokenKind.Other, at, after);
    }

    /// <summary>Whether the last token but numbers opened or closed a square bracket.</summary>
    private bool InArray()
    {
        for (var i = _tokens.Count - 1; i >= 0 && i > _tokens.Count - 200; i--)
        {
            if (_tokens[i].Kind is TokenKind.Open or TokenKind.Close)
                return clean[_tokens[i].Start] is '[' or ']';
            if (_tokens[i].Kind is not (TokenKind.Number or TokenKind.Comma))
                return false;
        }
        return false;
    }

    /// <summary>Whether the next number stands in a bracket among numbers alone: <c>[0,2]</c>.</summary>
    private bool IsInList()
    {
        var depth = 0;
        for (var i = _tokens.Count - 1; i >= 0 && i > _tokens.Count - 200; i--)
        {
            if (_tokens[i].Kind == TokenKind.Open && depth-- == 0)
                return true;
            if (_tokens[i].Kind == TokenKind.Close)
                depth++;
            else if (_tokens[i].Kind is not (TokenKind.Open or TokenKind.Number or TokenKind.Comma or TokenKind.Semicolon or TokenKind.Operator))
                return false;
        }
        return false;
    }

    /// <summary>"version 3.10.2", "section 1.2.3".</summary>
    private bool NamesVersion() => _tokens.Count > 0 && IsReferring(_tokens[^1]);

    private bool IsReferring(Token token) => token.Kind == TokenKind.Word && Vocabulary.IsReferring(clean.AsSpan(token.Start, token.End - token.Start));

    private void AddRegion(int index)
    {
        var region = regions[index];
        if (!region.IsMath)
            return;
        if (RegionText.Words(clean.AsSpan(region.BodyStart, region.BodyEnd - region.BodyStart)) is { Length: > 0 } words)
        {
            var start = region.BodyStart + words.Start;
            Add(TokenKind.Word, start, start + words.Length);
            _lastEnd = region.End;
            return;
        }
        Add(TokenKind.Region, region.Start, region.End, region: index);
    }

    private int Add(TokenKind kind, int start, int end, Expression? value = null, int region = -1)
    {
        _tokens.Add(new Token(kind, start, end, _lineBreak || start != _lastEnd, _lineBreak, _hardBreak, region, value));
        _lineBreak = _hardBreak = false;
        _lastEnd = end;
        return end;
    }
}
