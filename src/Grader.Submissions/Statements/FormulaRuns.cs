using Grader.Submissions.Sentences;
using Grader.Submissions.Source;

namespace Grader.Submissions.Statements;

/// <summary>A formula among the tokens of a paragraph.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index behind its last.</param>
/// <param name="Label">Index of the first token of the words that lead to it; the label ends at <paramref name="First"/>.</param>
internal readonly record struct FormulaRun(int First, int End, int Label);

/// <summary>
/// Finds the formulas in a paragraph, whether they stand in delimiters, in plain text or in both at once. A member that is words (<c>accuracy = correct / total =
/// 45/60</c>) is no part of a formula; two formulas that a converter glued together are two.
/// </summary>
internal sealed partial class FormulaRuns
{
    private readonly List<Token> _tokens;
    private readonly string _clean;
    private readonly List<Region> _regions;
    private readonly List<FormulaRun> _runs = [];
    private int _label;
    private int _listEnd;
    private bool _listGoesOn;

    private FormulaRuns(List<Token> tokens, string clean, List<Region> regions)
    {
        _tokens = tokens;
        _clean = clean;
        _regions = regions;
    }

    public static List<FormulaRun> Find(List<Token> tokens, string clean, List<Region> regions)
    {
        var finder = new FormulaRuns(tokens, clean, regions);
        finder.Run();
        return finder._runs;
    }

    private void Run()
    {
        var at = 0;
        while (at < _tokens.Count)
        {
            // A line that starts with a relation goes on with the one before.
            if (EndsClause(at) && !(_tokens[at].HardBreak && _tokens[at].Kind == TokenKind.Relation && at > 0))
                _label = _tokens[at].HardBreak && _tokens[at].Kind is not (TokenKind.Stop or TokenKind.Semicolon) ? at : at + 1;
            if (!_tokens[at].IsMath || IsReference(at))
            {
                at++;
                continue;
            }
            var end = RunEnd(at);
            Take(at, end);
            at = end;
        }
    }

    /// <summary>"Parameters of layer 1 = 294912": the 1 names the layer, and is no left side.</summary>
    private bool IsReference(int at)
    {
        if (at == 0 || _tokens[at].Kind != TokenKind.Number || _tokens[at].LineBreak || _tokens[at].End - _tokens[at].Start > 2 || _tokens[at - 1].Kind != TokenKind.Word)
            return false;
        // "Layer 1 – 294912": the dash leads to the value.
        if (at + 1 < _tokens.Count && !(_tokens[at + 1].Kind == TokenKind.Relation || HasLeadingRelation(at + 1) || (_tokens[at + 1].Kind == TokenKind.Operator && IsDash(at + 1))))
            return false;
        return Vocabulary.IsReferring(_clean.AsSpan(_tokens[at - 1].Start, _tokens[at - 1].End - _tokens[at - 1].Start));
    }

    private bool HasLeadingRelation(int at) => _tokens[at].Region >= 0 && StartsWithRelation(_regions[_tokens[at].Region]);

    private bool EndsClause(int at) => _tokens[at].HardBreak || _tokens[at].Kind is TokenKind.Stop or TokenKind.Semicolon;

    private int RunEnd(int first)
    {
        var depth = _tokens[first].Kind == TokenKind.Open ? 1 : 0;
        var square = depth == 1 && _clean[_tokens[first].Start] == '[' ? 1 : 0;
        var hasRelation = IsRelation(first) || HasRelationInside(first);
        var at = first + 1;
        for (; at < _tokens.Count; at++)
        {
            var token = _tokens[at];
            var before = _tokens[at - 1];
            if (token.Kind == TokenKind.Comma)
            {
                if (depth > 0 && !token.LineBreak)
                    continue;
                if (hasRelation && before.Kind is TokenKind.Number or TokenKind.Close && ListGoesOn(at))
                    continue;
                break;
            }
            if (token.Kind == TokenKind.Semicolon && square > 0)
                continue;
            if (!token.IsMath)
            {
                // "3 * 3 (kernel) * 128": words in brackets inside a formula explain it.
                break;
            }
            if (token.LineBreak && (!JoinsOverLine(before, token, square) || (token.HardBreak && StartsWithMarkedWords(at))))
                break;
            if (depth == 0 && !Joins(before, token, at))
                break;
            if (depth > 0 && token.IsOperand && before.IsOperand && token.SpaceBefore && square == 0)
                break;
            hasRelation |= token.Kind == TokenKind.Relation || HasRelationInside(at);
            if (token.Kind == TokenKind.Open)
            {
                depth++;
                square += _clean[token.Start] == '[' ? 1 : 0;
            }
            else if (token.Kind == TokenKind.Close)
            {
                // A bracket that closes what the prose opened: "(around 12 %)".
                if (depth == 0)
                    break;
                depth--;
                square = Math.Max(0, square - (_clean[token.Start] == ']' ? 1 : 0));
            }
        }
        return at;
    }

    private static bool JoinsOverLine(Token before, Token token, int square) =>
        square > 0 || token.Kind == TokenKind.Relation || before.Kind == TokenKind.Relation
        || (token.Kind == TokenKind.Operator && before.IsOperand) || (before.Kind == TokenKind.Operator && token.IsOperand);

    /// <summary>"**layer 2**: 5" in a code fence: marks before words, not signs.</summary>
    private bool StartsWithMarkedWords(int at)
    {
        var next = at;
        while (next < _tokens.Count && _tokens[next].Kind == TokenKind.Operator && next < at + 4)
            next++;
        return next > at && next < _tokens.Count && _tokens[next].Kind == TokenKind.Word;
    }

    private bool Joins(Token before, Token token, int at)
    {
        if (before.Kind is TokenKind.Operator or TokenKind.Relation or TokenKind.Open or TokenKind.Comma || token.Kind is TokenKind.Relation or TokenKind.Close)
            return true;
        if (token.Kind is TokenKind.Operator or TokenKind.Unit)
            return true;
        if (before.Kind == TokenKind.Unit)
            return false;
        // Two operands side by side.
        if (token.Region >= 0)
            return StartsWithRelation(_regions[token.Region]) || (before.Region >= 0 && EndsWithRelation(_regions[before.Region]));
        if (before.Region >= 0)
            return EndsWithRelation(_regions[before.Region]);
        if (IsFunctionName(before) && token.IsOperand)
            return true;
        // "1/3 log2(1/3)": a function multiplied by what stands before it.
        if (before.Kind is TokenKind.Number or TokenKind.Close && IsLogarithm(token))
            return true;
        if (token.Kind == TokenKind.Open)
            return !token.SpaceBefore || IsFactor(at) || (before.Kind == TokenKind.Close && !IsWordsInBrackets(at)) || (before.Kind == TokenKind.Name && before.End - before.Start > 2);
        // "= 1 6 7 7 7", "= 14 74 56": one number, or none that can be read; the first alone is no answer.
        if (before.Kind == TokenKind.Number && token.Kind == TokenKind.Number && !token.LineBreak && AfterRelation(at - 1))
            return true;
        return !token.SpaceBefore && !(before.Kind == TokenKind.Number && token.Kind == TokenKind.Name && token.End - token.Start > 4);
    }

    /// <summary>"= 1/2 [[1, 2], [3, 4]]": a number before a matrix multiplies it, and the matrix alone is no answer.</summary>
    private bool IsFactor(int open) =>
        _clean[_tokens[open].Start] == '[' && open >= 2 && _tokens[open - 1].Kind is TokenKind.Number or TokenKind.Close && _tokens[open - 2].Kind is TokenKind.Relation or TokenKind.Operator or TokenKind.Number
        && open + 2 < _tokens.Count && (_tokens[open + 1].Kind == TokenKind.Open || (_tokens[open + 1].Kind is TokenKind.Number or TokenKind.Name && _tokens[open + 2].Kind is TokenKind.Comma or TokenKind.Number or TokenKind.Name));

    /// <summary>"ld 8": a function with a blank for its brackets.</summary>
    private bool IsFunctionName(Token token) => token.Kind == TokenKind.Name && token.End - token.Start > 1 && _clean.AsSpan(token.Start, token.End - token.Start) is "log" or "ln" or "ld" or "sqrt" or "exp";

    private bool IsLogarithm(Token token) =>
        token.Kind == TokenKind.Name && token.End < _clean.Length && _clean[token.End] == '(' && _clean.AsSpan(token.Start, token.End - token.Start) is "log" or "log2" or "log10" or "ln" or "ld" or "exp" or "sqrt";

    private bool AfterRelation(int at)
    {
        for (var i = at; i >= 0 && i > at - 40; i--)
        {
            if (_tokens[i].Kind == TokenKind.Relation)
                return true;
            if (_tokens[i].Kind != TokenKind.Number)
                return false;
        }
        return false;
    }

    private bool IsWordsInBrackets(int open) => open + 1 < _tokens.Count && _tokens[open + 1].Kind == TokenKind.Word;

    /// <summary>"mean = 13, 5, 0": a list of numbers, if nothing but numbers follow to the end of the clause.</summary>
    private bool ListGoesOn(int comma)
    {
        if (comma < _listEnd)
            return _listGoesOn;
        var at = comma;
        while (at + 1 < _tokens.Count && _tokens[at].Kind == TokenKind.Comma && !_tokens[at].LineBreak && _tokens[at + 1].Kind == TokenKind.Number && !_tokens[at + 1].LineBreak)
            at += 2;
        _listEnd = at;
        return _listGoesOn = at > comma && (at >= _tokens.Count || EndsClause(at) || _tokens[at].LineBreak);
    }

    private void Take(int first, int end)
    {
        var (from, to) = TrimDangling(first, end);
        (from, to) = TrimBrackets(from, to);
        if (from >= to || !IsFormula(from, to))
            return;
        _runs.Add(new FormulaRun(from, to, Math.Min(_label, from)));
        if (ResetsLabel(from, to))
            _label = to;
    }

    /// <summary>What a blank groups elsewhere, <c>18 107</c>, is two entries where a row in square brackets begins.</summary>
    private bool IsTwoInBrackets(Token token, int from) => _clean[_tokens[from].Start] == '[' && _clean.AsSpan(token.Start, token.End - token.Start).Contains(' ');

    private bool IsFormula(int from, int to)
    {
        var relations = 0;
        var operators = 0;
        var operands = 0;
        var commas = 0;
        var numbers = 0;
        var regions = 0;
        for (var i = from; i < to; i++)
        {
            var token = _tokens[i];
            relations += token.Kind == TokenKind.Relation ? 1 : 0;
            operators += token.Kind == TokenKind.Operator && !IsPostfix(i) ? 1 : 0;
            commas += token.Kind is TokenKind.Comma or TokenKind.Semicolon ? 1 : 0;
            numbers += token.Kind == TokenKind.Number ? IsTwoInBrackets(token, from) ? 2 : 1 : 0;
            // What cannot be read whole must be told, wherever it stands.
            if (token is { Kind: TokenKind.Number, Value: null })
                return true;
            operands += token.IsOperand ? 1 : 0;
            regions += token.Region >= 0 ? 1 : 0;
        }
        if (operands == 0)
            return false;
        if (regions > 0 || relations > 0)
            return true;
        if ((_tokens[from].Kind == TokenKind.Open || (_tokens[from].Kind == TokenKind.Name && from + 1 < to && _tokens[from + 1].Kind == TokenKind.Open)) && numbers >= 2 && _tokens[to - 1].Kind == TokenKind.Close)
        {
            if (commas > 0 || operators == 0 || _clean[_tokens[from].Start] == '[' || _tokens[from].Kind == TokenKind.Name)
                return commas > 0 || _clean[_tokens[from].Start] == '[' || _tokens[from].Kind == TokenKind.Name;
        }
        if (operators > 0 && operands >= 2)
            return !IsCounter(from, to) && !IsRange(from, to) && (numbers > 0 || operators >= 2 || _tokens[from].SpaceBefore);
        return numbers == operands && operators == 0 && IsValueOfKey(from, to);
    }

    /// <summary>"Epoch 12/12": how far something got.</summary>
    private bool IsCounter(int from, int to) =>
        to - from == 3 && from > 0 && _tokens[from - 1].Kind == TokenKind.Word && _clean[_tokens[from + 1].Start] == '/'
        && Vocabulary.IsReferring(_clean.AsSpan(_tokens[from - 1].Start, _tokens[from - 1].End - _tokens[from - 1].Start));

    /// <summary>"10-12 %", "16-bit", "2021-03-05" are no differences.</summary>
    private bool IsRange(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_tokens[i].Kind == TokenKind.Operator && (_clean[_tokens[i].Start] != '-' || _tokens[i].SpaceBefore))
                return false;
        }
        return true;
    }

    /// <summary>"Total: 1474560" says as much as "Total = 1474560".</summary>
    private bool IsValueOfKey(int from, int to)
    {
        if (from == 0 || _tokens[from - 1].Kind != TokenKind.Colon || _tokens[from].LineBreak || from - 1 <= _label - 1)
            return false;
        if (_label > from - 2)
            return false;
        return to >= _tokens.Count || _tokens[to].LineBreak || _tokens[to].Kind is TokenKind.Stop or TokenKind.Comma or TokenKind.Semicolon or TokenKind.Open or TokenKind.Operator or TokenKind.Other;
    }

    /// <summary>A symbol in a sentence ("the input $x$ has") is a part of the next label, a stated value is not.</summary>
    private bool ResetsLabel(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_tokens[i].Kind is TokenKind.Relation or TokenKind.Number || HasRelationInside(i) || (_tokens[i].Region >= 0 && HasDigit(_regions[_tokens[i].Region])))
                return true;
        }
        return false;
    }

    private bool HasDigit(Region region) => _clean.AsSpan(region.BodyStart, region.BodyEnd - region.BodyStart).ContainsAnyInRange('0', '9');

    private bool IsRelation(int index) => _tokens[index].Kind == TokenKind.Relation;

    private bool HasRelationInside(int index) => _tokens[index].Region >= 0 && FormulaText.HasRelation(Body(_regions[_tokens[index].Region]));

    private bool StartsWithRelation(Region region) => FormulaText.StartsWithRelation(Body(region));

    private bool EndsWithRelation(Region region) => FormulaText.EndsWithRelation(Body(region));

    private ReadOnlySpan<char> Body(Region region) => _clean.AsSpan(region.BodyStart, region.BodyEnd - region.BodyStart);
}
