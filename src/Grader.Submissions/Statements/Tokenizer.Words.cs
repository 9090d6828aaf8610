using Grader.Submissions.Sentences;
using Grader.Submissions.Source;

namespace Grader.Submissions.Statements;

/// <summary>Words, names and commands.</summary>
internal sealed partial class Tokenizer
{
    private int ReadWord(int at, int end)
    {
        var previous = _tokens.Count > 0 ? _tokens[^1] : default;
        var afterNumber = _tokens.Count > 0 && previous.Kind is TokenKind.Number or TokenKind.Close && previous.End == at;
        // 5x5x3, 32 x 32: a letter that multiplies.
        if (clean[at] is 'x' or 'X' && _tokens.Count > 0 && previous.Kind is TokenKind.Number or TokenKind.Close or TokenKind.Name && !_lineBreak)
        {
            var behind = Characters.SkipBlanks(clean, at + 1, end);
            if (behind < end && (char.IsAsciiDigit(clean[behind]) || (clean[behind] == '(' && previous.Kind != TokenKind.Name)) && (behind == at + 1) == (previous.End == at))
                return Add(TokenKind.Operator, at, at + 1);
        }

        var stop = at;
        var letters = 0;
        var mainLetters = 0;
        var plain = true;
        while (stop < end)
        {
            var c = clean[stop];
            if ((char.IsLetter(c) && !IsScript(c)) || char.IsSurrogate(c))
            {
                letters++;
                if (plain)
                    mainLetters++;
            }
            else if (char.IsDigit(c) || c is '_' or '\u2032' or (>= '\u2080' and <= '\u2099') or '\u0302' or '\u0304' || IsScript(c))
            {
                plain = false;
            }
            else if (c is '\'' or '\u2019' or '-' && stop + 1 < end && char.IsLetter(clean[stop + 1]) && plain && letters > 1)
            {
                // don't, mini-batch
            }
            else if (c == '\'' && letters == 1)
            {
                plain = false;
            }
            else if (c == '{' && clean[stop - 1] is '_' && Close(stop, end) is > 0 and var close)
            {
                stop = close;
                continue;
            }
            else
            {
                break;
            }
            stop++;
        }
        if (plain && clean.AsSpan(at, stop - at) is "lfloor" or "lceil" or "rfloor" or "rceil")
            return Add(clean[at] == 'l' ? TokenKind.Open : TokenKind.Close, at, stop);
        if (letters == 1 && plain && ApartEnd(at, stop, end) is > 0 and var apart)
            return Add(TokenKind.Name, at, apart);
        if (plain && _tokens.Count > 0 && !_lineBreak && previous.Kind is TokenKind.Number or TokenKind.Close or TokenKind.Region && Vocabulary.IsUnit(clean.AsSpan(at, stop - at)))
            return Add(TokenKind.Unit, at, stop);
        // np.array(…), torch.tensor(…): the library is no word.
        if (plain && stop + 1 < end && clean[stop] == '.' && char.IsAsciiLetter(clean[stop + 1]) && clean.AsSpan(at, stop - at) is "np" or "numpy" or "torch")
            return _lastEnd = stop + 1;
        if (plain && stop + 1 < end && clean[stop] == ' ' && char.IsAsciiDigit(clean[stop + 1]) && _tokens.Count > 0 && previous.Kind is TokenKind.Relation or TokenKind.Operator && clean.AsSpan(at, stop - at) is "log" or "ln" or "ld" or "sqrt" or "exp")
            return Add(TokenKind.Name, at, stop);
        // frac{7}{9}: a command that lost its backslash.
        if (plain && stop < end && clean[stop] == '{' && clean.AsSpan(at, stop - at) is "frac" or "dfrac" or "sqrt" or "begin" or "hat" or "tilde" or "text" or "mathbf" or "mathrm")
            return ReadCommand(at - 1, end, at);
        var isName = IsName(at, stop, end, mainLetters, plain, afterNumber);
        return Add(isName ? TokenKind.Name : TokenKind.Word, at, stop);
    }

    /// <summary>The end of a name that a converter took apart: <c>T P</c>, <c>x _ { 1 1 }</c>; 0 where it is none.</summary>
    private int ApartEnd(int at, int stop, int end)
    {
        if (stop + 1 < end && clean[at] is 'T' or 'F' && clean[stop] == ' ' && clean[stop + 1] is 'P' or 'N' && (stop + 2 >= end || !char.IsLetterOrDigit(clean[stop + 2])))
            return stop + 2;
        if (stop + 4 >= end || clean[stop] != ' ' || clean[stop + 1] is not ('_' or '^') || clean[stop + 2] != ' ' || clean[stop + 3] != '{')
            return 0;
        return Close(stop + 3, end);
    }

    /// <summary>Where the bracket that opens here closes, on the same line; 0 where it does not.</summary>
    private int Close(int at, int end)
    {
        var length = clean.AsSpan(at, Math.Min(end - at, 60)).IndexOf('}');
        return length < 0 ? 0 : at + length + 1;
    }

    private bool IsName(int at, int stop, int end, int mainLetters, bool plain, bool afterNumber)
    {
        var word = clean.AsSpan(at, stop - at);
        if (mainLetters == 1)
        {
            if (plain && word[0] is 'a' or 'A' or 'I' or 'i' or 'y' or 'o' or 'e')
                return NeighbourIsMath(stop, end);
            return word[0] < '\u3040';
        }
        if (!plain)
            return (mainLetters <= 3 && !(mainLetters > 1 && word.Contains('_') && RegionText.CountLetters(word) >= mainLetters + 3)) || word[0] is >= '\u0391' and <= '\u03C9';
        if (stop < end && clean[stop] == '(' && (Vocabulary.IsFunction(word) || word is "array" or "tensor"))
            return true;
        if (Vocabulary.IsGreek(word))
            return true;
        // 2PR/(P+R): capitals on a number, with more of a formula behind.
        if (afterNumber && mainLetters <= 3 && stop < end && clean[stop] is '/' or ')' or '(' or '*' or '+' or '^' && !word.ContainsAnyExceptInRange('A', 'Z'))
            return true;
        return mainLetters == 2 && !afterNumber && word is "TP" or "FP" or "TN" or "FN" or "dW" or "db" or "dZ" or "dA" or "dL" or "dY" or "dX";
    }

    /// <summary>A letter that is a word too stands for a variable only beside a relation or an operator.</summary>
    private bool NeighbourIsMath(int stop, int end)
    {
        if (_tokens.Count > 0 && !_lineBreak && _tokens[^1].Kind is TokenKind.Relation or TokenKind.Operator)
            return true;
        var behind = Characters.SkipBlanks(clean, stop, end);
        if (behind >= end)
            return false;
        return clean[behind] is '=' or '+' or '*' or '/' or '^' or '\u2248' or '\u00D7' || (behind == stop && clean[behind] is '(');
    }

    /// <param name="from">Where the token starts, if not at the backslash.</param>
    private int ReadCommand(int at, int end, int from = -1)
    {
        var stop = at + 1;
        while (stop < end && char.IsAsciiLetter(clean[stop]))
            stop++;
        if (stop == at + 1)
            return Add(TokenKind.Other, at, Math.Min(end, at + 2));
        var name = clean.AsSpan(at + 1, stop - at - 1);
        if (name is "times" or "cdot" or "div" or "pm" or "odot" or "ast")
            return Add(TokenKind.Operator, at, stop);
        if (name is "approx" or "to" or "rightarrow" or "Rightarrow" or "implies" or "le" or "leq" or "ge" or "geq" or "ne" or "neq" or "sim" or "simeq")
            return Add(TokenKind.Relation, at, stop);
        if (name is "lfloor" or "lceil" or "rfloor" or "rceil")
            return Add(name[0] == 'l' ? TokenKind.Open : TokenKind.Close, at, stop);
        if (name is "left" or "right" && stop < end)
        {
            var bracket = stop + 1;
            while (clean[stop] == '\\' && bracket < end && char.IsAsciiLetter(clean[bracket]))
                bracket++;
            return Add(name is "left" ? TokenKind.Open : TokenKind.Close, at, bracket);
        }
        // The arguments belong to the command.
        while (stop < end && clean[stop] is '{' or '_' or '^')
        {
            if (clean[stop] != '{')
            {
                stop += stop + 1 < end && clean[stop + 1] != '{' ? 2 : 1;
                continue;
            }
            var close = Balanced(stop, end);
            if (close < 0)
                break;
            stop = close;
        }
        return Add(TokenKind.Name, from < 0 ? at : from, stop);
    }

    private int Balanced(int at, int end)
    {
        var depth = 0;
        for (var i = at; i < end && i < at + 2000; i++)
        {
            if (clean[i] == '{')
                depth++;
            else if (clean[i] == '}' && --depth == 0)
                return i + 1;
        }
        return -1;
    }
}
