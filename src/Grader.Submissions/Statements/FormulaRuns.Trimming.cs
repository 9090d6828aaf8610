namespace Grader.Submissions.Statements;

/// <summary>Cuts what hangs on words at the ends of a run of tokens: a half member is none.</summary>
internal sealed partial class FormulaRuns
{
    /// <summary>Cuts what hangs on words at either end back to the relation: a half member is none.</summary>
    private (int From, int To) TrimDangling(int from, int to)
    {
        while (from < to)
        {
            var token = _tokens[to - 1];
            if (token.Kind is TokenKind.Relation or TokenKind.Comma || (token.Kind == TokenKind.Operator && IsDash(to - 1)))
            {
                to--;
            }
            else if (token.Kind == TokenKind.Operator && !IsPostfix(to - 1))
            {
                var cut = LastRelation(from, to);
                if (cut < 0)
                    return (to, to);
                to = cut;
            }
            else
            {
                break;
            }
        }
        while (from < to)
        {
            var token = _tokens[from];
            if (token.Kind is TokenKind.Comma or TokenKind.Close || (token.Kind == TokenKind.Operator && IsDash(from)))
            {
                from++;
            }
            else if (token.Kind == TokenKind.Operator && !IsPrefix(from))
            {
                var cut = NextRelation(from, to);
                if (cut < 0)
                    return (to, to);
                from = cut;
            }
            else
            {
                break;
            }
        }
        return (from, to);
    }

    private (int From, int To) TrimBrackets(int from, int to)
    {
        var depth = 0;
        var open = new List<int>();
        for (var i = from; i < to; i++)
        {
            if (_tokens[i].Kind == TokenKind.Open)
            {
                open.Add(i);
            }
            else if (_tokens[i].Kind == TokenKind.Close)
            {
                if (open.Count > 0)
                    open.RemoveAt(open.Count - 1);
                else
                    depth--;
            }
        }
        if (open.Count == 0 || depth < 0)
            return (from, to);
        var first = open[0];
        // "32 (rounded …": the bracket is the prose's. "TP/(TP + false positives": the member is words.
        if (first == from)
            return TrimDangling(from + 1, to);
        if (_tokens[first].SpaceBefore && _tokens[first - 1].Kind is not (TokenKind.Operator or TokenKind.Relation))
            return TrimDangling(from, first);
        var cut = LastRelation(from, first);
        return cut < 0 ? (to, to) : TrimDangling(from, cut);
    }

    private bool IsDash(int index)
    {
        var token = _tokens[index];
        return _clean[token.Start] == '-' && (token.SpaceBefore || token.LineBreak) && (index + 1 >= _tokens.Count || _tokens[index + 1].SpaceBefore);
    }

    private bool IsPostfix(int index) => _clean[_tokens[index].Start] is '%' or '!' || Tokenizer.IsScript(_clean[_tokens[index].Start]);

    /// <summary>A sign, a root and the like; a plus or minus with blanks on both sides joins two members instead.</summary>
    private bool IsPrefix(int index)
    {
        var token = _tokens[index];
        return _clean[token.Start] switch
        {
            '\u221A' or '\u2211' or '\u2202' or '\u00B1' => true,
            '-' or '+' => !token.SpaceBefore || (index + 1 < _tokens.Count && !_tokens[index + 1].SpaceBefore),
            _ => false,
        };
    }

    private int LastRelation(int from, int to)
    {
        for (var i = to - 1; i >= from; i--)
        {
            if (_tokens[i].Kind == TokenKind.Relation)
                return i;
        }
        return -1;
    }

    private int NextRelation(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_tokens[i].Kind == TokenKind.Relation)
                return i;
        }
        return -1;
    }
}
