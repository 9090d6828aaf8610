using Grader.Mathematics;
using Grader.Submissions.Sentences;
using Grader.Submissions.Source;

namespace Grader.Submissions.Statements;

/// <summary>The words that say what a formula is of: those before it, and those behind it.</summary>
internal sealed partial class SectionReader
{
    /// <summary>What another number is a part of.</summary>
    private static readonly string[] Wholes = ["total", "all ", "number", "count", "ratio", "fraction"];

    private string Label(List<Token> tokens, FormulaRun run)
    {
        // No label is longer; a bound for texts that are no prose.
        var first = Math.Max(run.Label, run.First - 60);
        var end = run.First;
        while (end > first && (tokens[end - 1].Kind is TokenKind.Colon or TokenKind.Relation or TokenKind.Comma or TokenKind.Other or TokenKind.Open || IsMarkup(tokens[end - 1]) || IsJoint(tokens[end - 1])))
            end--;
        // "0.85 and F1 =": what a number before it was called is not its label.
        for (var i = end - 1; i > first; i--)
        {
            if ((tokens[i].Kind == TokenKind.Comma || IsConjunction(tokens[i])) && (tokens[i - 1].Kind == TokenKind.Duration || (tokens[i - 1].Kind == TokenKind.Number && !(i > 1 && IsReferring(tokens[i - 2])))))
                first = i + 1;
            else if (i > first + 1 && tokens[i].IsWordy && tokens[i - 1].Kind == TokenKind.Number && tokens[i - 2].Kind == TokenKind.Colon)
                first = i;
        }
        // The words in a bracket behind a formula are that one's.
        if (first > 0 && _runOf[first - 1] >= 0 && BracketEnd(tokens, first) is > 0 and var close && close < end)
            first = close;
        while (first < end && (tokens[first].Kind is TokenKind.Comma or TokenKind.Other or TokenKind.Colon or TokenKind.Close or TokenKind.Operator || IsConjunction(tokens[first])))
            first++;
        var before = first >= end ? "" : Characters.Collapse(_clean.AsSpan(tokens[first].Start, tokens[end - 1].End - tokens[first].Start));
        var behind = WordsBehind(tokens, run.End);
        if (behind.Length == 0 && SaysOnlyObtained(tokens, first, end) && WordsAfterFor(tokens, run.End) is { Length: > 0 } named)
            return Shorten(named);
        return Shorten(behind.Length == 0 ? before : before.Length == 0 ? behind : $"{before} {behind}");
    }

    /// <summary>The names of formulas that pair up: "the widths of layer 1 and layer 2 are $32$ and $16$, respectively".</summary>
    /// <returns>One for each run of the sentence, in their order; null where they do not pair up.</returns>
    private List<string>? PairedNames(List<Token> tokens, int first, int firstRun, int endRun)
    {
        var behind = endRun - firstRun < 2 ? tokens.Count : Math.Min(tokens.Count, _runs[endRun - 1].End);
        if (behind < tokens.Count && tokens[behind].Kind == TokenKind.Comma)
            behind++;
        if (behind >= tokens.Count || !Word(tokens[behind]).Equals("respectively", StringComparison.OrdinalIgnoreCase))
            return null;
        for (var run = firstRun + 1; run < endRun; run++)
        {
            for (var i = _runs[run - 1].End; i < _runs[run].First; i++)
            {
                if (tokens[i].Kind != TokenKind.Comma && Word(tokens[i]) is not "and")
                    return null;
            }
        }
        var words = new List<string>();
        for (var i = first; i < _runs[firstRun].First; i++)
        {
            if (tokens[i].Kind == TokenKind.Comma)
                words.Add("and");
            else if (tokens[i].IsWordy || tokens[i].Kind == TokenKind.Number)
                words.AddRange(Word(tokens[i]).ToString().ToLowerInvariant().Split(['-', ' '], StringSplitOptions.RemoveEmptyEntries));
        }
        return NumberLabels.Names(words) is var names && names.Count == endRun - firstRun ? names : null;
    }

    /// <summary>"train/test accuracy: 73.8 / 63.5": as many values as names, each between strokes. Where <c>correct/total</c> is said, the stroke divides.</summary>
    /// <returns>The names, completed, one for each value; null where the run is one formula.</returns>
    private List<string>? StrokeNames(List<Token> tokens, FormulaRun run, string label)
    {
        if (!label.Contains('/', StringComparison.Ordinal))
            return null;
        var values = 1;
        for (var i = run.First; i < run.End; i++)
        {
            if (IsStroke(tokens[i]))
                values++;
            else if (tokens[i].Kind != TokenKind.Number && !Word(tokens[i]).SequenceEqual("%"))
                return null;
        }
        var names = NumberLabels.Names([.. label.Replace("/", " and ", StringComparison.Ordinal).ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        return values > 1 && names.Count == values && names.TrueForAll(name => name.LastIndexOf(' ') is > 0 and var noun && names[0].EndsWith(name[noun..], StringComparison.Ordinal) && !Wholes.Any(whole => name.Contains(whole, StringComparison.Ordinal))) ? names : null;
    }

    private bool IsStroke(Token token) => token.Kind == TokenKind.Operator && Word(token) is "/";

    /// <summary>Each value between strokes, under its own name.</summary>
    private void ReadStrokes(List<Token> tokens, FormulaRun run, List<string> names, Sequence<string> context)
    {
        var first = run.First;
        foreach (var name in names)
        {
            var end = first;
            while (end < run.End && !IsStroke(tokens[end]))
                end++;
            _formulas.Read(tokens[first].Start, tokens[end - 1].End, name, _leadIns.Of(name, context), _statements);
            first = end + 1;
        }
    }

    private ReadOnlySpan<char> Word(Token token) => _clean.AsSpan(token.Start, token.End - token.Start);

    /// <summary>"has 294912 trainable parameters.": what a value is of may stand behind it, unless those words lead to the next formula.</summary>
    private string WordsBehind(List<Token> tokens, int start)
    {
        var end = start;
        while (end < tokens.Count && end - start < 4 && tokens[end].Kind == TokenKind.Word && !tokens[end].HardBreak && !(tokens[end].LineBreak && end > start) && !EndsWords(tokens[end]))
            end++;
        if (end > start && !tokens[start].SpaceBefore)
            return "";
        if (BracketEnd(tokens, end) is > 0 and var bracket)
            return Characters.Collapse(_clean.AsSpan(tokens[start].Start, tokens[bracket - 1].Start - tokens[start].Start).ToString().Replace('(', ' '));
        if (end > start && Tail(tokens, end) is > 0 and var tail)
            return Characters.Collapse(_clean.AsSpan(tokens[start].Start, tokens[tail - 1].End - tokens[start].Start));
        var stops = end == tokens.Count || tokens[end].HardBreak || tokens[end].Kind is TokenKind.Stop or TokenKind.Comma or TokenKind.Semicolon || (EndsWords(tokens[end]) && !LeadsToFormula(tokens, end));
        return end > start && stops ? Characters.Collapse(_clean.AsSpan(tokens[start].Start, tokens[end - 1].End - tokens[start].Start)) : "";
    }

    /// <summary>"for layer 1" behind "294912 parameters": words of place to the end of the clause. Where they end, or 0.</summary>
    private int Tail(List<Token> tokens, int start)
    {
        if (start >= tokens.Count || tokens[start].HardBreak || tokens[start].Kind != TokenKind.Word || Word(tokens[start]) is not ("for" or "in" or "of" or "at"))
            return 0;
        var end = start + 1;
        for (; end < tokens.Count && !tokens[end].HardBreak && tokens[end].Kind is not (TokenKind.Stop or TokenKind.Comma or TokenKind.Semicolon); end++)
        {
            var named = tokens[end].IsWordy ? !EndsWords(tokens[end]) && !Vocabulary.Excludes(Word(tokens[end])) : tokens[end].Kind == TokenKind.Number && IsReferring(tokens[end - 1]);
            if (!named || _runOf[end] >= 0 || end > start + 6)
                return 0;
        }
        return end == start + 1 ? 0 : end;
    }

    /// <summary>"So we get": words that name nothing.</summary>
    private bool SaysOnlyObtained(List<Token> tokens, int first, int end)
    {
        var obtained = false;
        for (var i = first; i < end; i++)
        {
            if (!tokens[i].IsWordy)
                return false;
            var word = _clean.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
            var obtains = Vocabulary.IsObtaining(word) || Vocabulary.IsCopula(word);
            obtained |= obtains;
            if (!obtains && !Vocabulary.IsAdverb(word) && !Vocabulary.IsClauseWord(word) && word is not ("we" or "We" or "I" or "you" or "this" or "This" or "it" or "It" or "us"))
                return false;
        }
        return obtained;
    }

    /// <summary>"we get $63.48\%$ for the final test accuracy.": the words to the end of the sentence, where they are all that it says.</summary>
    private string WordsAfterFor(List<Token> tokens, int start)
    {
        if (start + 1 >= tokens.Count || tokens[start].HardBreak || tokens[start].Kind != TokenKind.Word || _clean.AsSpan(tokens[start].Start, tokens[start].End - tokens[start].Start) is not ("for" or "as"))
            return "";
        var end = start + 1;
        var between = false;
        for (; end < tokens.Count && !tokens[end].HardBreak && tokens[end].Kind != TokenKind.Stop; end++)
        {
            var word = _clean.AsSpan(tokens[end].Start, tokens[end].End - tokens[end].Start);
            between |= word is "between";
            var named = tokens[end].IsWordy ? (!Vocabulary.IsClauseWord(word) || (between && word is "and")) && !Vocabulary.Excludes(word) && !Vocabulary.IsCopula(word) : tokens[end].Kind == TokenKind.Number && IsReferring(tokens[end - 1]);
            if (!named || _runOf[end] >= 0 || end > start + 12)
                return "";
        }
        return end == start + 1 ? "" : Characters.Collapse(_clean.AsSpan(tokens[start + 1].Start, tokens[end - 1].End - tokens[start + 1].Start));
    }

    /// <summary>"294912 (layer 1)": a few words in brackets say what a value is of. Where the bracket ends that starts at a token, or 0.</summary>
    private int BracketEnd(List<Token> tokens, int open)
    {
        if (open + 2 >= tokens.Count || tokens[open].Kind != TokenKind.Open || !tokens[open].SpaceBefore || tokens[open].LineBreak || _clean[tokens[open].Start] != '(')
            return 0;
        for (var i = open + 1; i < tokens.Count && i < open + 7; i++)
        {
            if (tokens[i].Kind == TokenKind.Close)
                return i > open + 1 ? i + 1 : 0;
            var word = _clean.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
            var named = tokens[i].Kind == TokenKind.Word && ((!Vocabulary.Excludes(word) && !EndsWords(tokens[i])) || word is "of" or "for" or "in");
            if (!named && !(tokens[i].Kind == TokenKind.Number && IsReferring(tokens[i - 1])))
                return 0;
        }
        return 0;
    }

    /// <summary>"Layer 1: W = 32, params = 294912": what stands before a colon goes for all formulas to the end of the clause.</summary>
    /// <returns>The words before the colon, where the run is not the one they stand before; else null.</returns>
    private string? ClauseHead(List<Token> tokens, int first, FormulaRun run, ref int headEnd, ref string? head)
    {
        for (var i = Math.Max(first, headEnd); i < run.First; i++)
        {
            if (tokens[i].Kind is TokenKind.Semicolon or TokenKind.Stop)
                head = null;
        }
        headEnd = run.First;
        // "M1: mean = 13, variance = 1": the words between are the first one's own.
        if (Colon(tokens, Math.Max(run.Label, run.First - 12), run.First) is > 0 and var colon && colon < run.First - 1 && Characters.Collapse(_clean.AsSpan(tokens[run.Label].Start, tokens[colon - 1].End - tokens[run.Label].Start)) is { Length: > 0 } name && IsNumbered(name))
        {
            head = name;
            return null;
        }
        var starts = run.First > 1 && tokens[run.First - 1].Kind == TokenKind.Colon && (run.First < 3 || run.Label <= run.First - 2);
        if (!starts)
            return head;
        head = HasLeftSide(tokens, run) || IsNumbered(Label(tokens, run)) ? Label(tokens, run) : null;
        return null;
    }

    /// <summary>"Layer 1", "M1": a few words with a number.</summary>
    private static bool IsNumbered(string name) => name.Length < 30 && name.Any(char.IsAsciiDigit) && name.Any(char.IsLetter);

    private static int Colon(List<Token> tokens, int first, int end)
    {
        for (var i = end - 1; i > first; i--)
        {
            if (tokens[i].Kind == TokenKind.Colon)
                return i;
            if (tokens[i].Kind is TokenKind.Stop or TokenKind.Semicolon or TokenKind.Comma)
                return 0;
        }
        return 0;
    }

    private bool HasLeftSide(List<Token> tokens, FormulaRun run)
    {
        for (var i = run.First; i < run.End; i++)
        {
            if ((tokens[i].Kind == TokenKind.Relation && i > run.First) || (tokens[i].Region >= 0 && FormulaText.HasRelation(_clean.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start))))
                return tokens[run.First].Kind != TokenKind.Number;
        }
        return false;
    }

    private static bool LeadsToFormula(List<Token> tokens, int at)
    {
        for (var i = at; i < tokens.Count && i < at + 30 && !tokens[i].HardBreak && tokens[i].Kind is not (TokenKind.Stop or TokenKind.Comma or TokenKind.Semicolon); i++)
        {
            if (tokens[i].Kind is TokenKind.Relation or TokenKind.Colon)
                return true;
        }
        return false;
    }

    private bool EndsWords(Token token)
    {
        if (token.Kind != TokenKind.Word)
            return false;
        var word = _clean.AsSpan(token.Start, token.End - token.Start);
        return Vocabulary.IsClauseWord(word) || Vocabulary.IsPreposition(word) || Vocabulary.IsCopula(word) || Vocabulary.IsNegation(word) || Vocabulary.IsAdverb(word) || word is "or" or "respectively" or "instead";
    }

    private bool IsReferring(Token token) => token.Kind == TokenKind.Word && Vocabulary.IsReferring(_clean.AsSpan(token.Start, token.End - token.Start));

    private bool IsMarkup(Token token) => token.Kind == TokenKind.Operator && _clean[token.Start] is '*' or '_';

    private bool IsJoint(Token token) => token.Kind == TokenKind.Word && Vocabulary.IsCopula(_clean.AsSpan(token.Start, token.End - token.Start));

    private bool IsConjunction(Token token) => token.Kind == TokenKind.Word && _clean.AsSpan(token.Start, token.End - token.Start) is "and" or "so" or "So" or "then" or "Then" or "or" or "hence" or "Hence" or "thus" or "Thus" or "therefore" or "Therefore";

    private static string Shorten(string text) => text.Length <= 160 ? text : text[^160..];
}
