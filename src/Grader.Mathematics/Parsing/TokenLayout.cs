namespace Grader.Mathematics;

/// <summary>Takes the layout out of a list of tokens: alignments over several lines, brackets that an accent hit, negated relations.</summary>
internal static class TokenLayout
{
    public static void Remove(List<Token> tokens, List<string> repairs)
    {
        if (!NeedsWork(tokens))
            return;
        var kept = new List<Token>(tokens.Count);
        var environments = new Stack<bool>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            switch (token.Kind)
            {
                case TokenKind.BeginEnvironment when IsAlignment(token.Text):
                    environments.Push(true);
                    continue;
                case TokenKind.BeginEnvironment:
                    environments.Push(false);
                    break;
                case TokenKind.EndEnvironment when IsAlignment(token.Text):
                    environments.TryPop(out _);
                    continue;
                case TokenKind.EndEnvironment:
                    environments.TryPop(out _);
                    break;
                case TokenKind.Sign when token.Sign == '&' && Aligned():
                    continue;
                case TokenKind.RowBreak when Aligned():
                    if (!ContinuesAfter(tokens, i + 1) && kept.Count > 0)
                        kept.Add(token with { Kind = TokenKind.Sign, Sign = ';' });
                    continue;
                case TokenKind.Command when token.Text == "not" && tokens[i + 1].Kind == TokenKind.Sign:
                    i++;
                    kept.Add(tokens[i] with { Sign = tokens[i].Sign switch { '=' => '≠', '∈' => '∉', var other => other } });
                    continue;
                case TokenKind.Command when IsAccent(token.Text) && i + 3 < tokens.Count && tokens[i + 1].Is('{') && IsBracket(tokens[i + 2]) && tokens[i + 3].Is('}'):
                    kept.Add(tokens[i + 2] with { SpaceBefore = token.SpaceBefore });
                    repairs.Add($"read \\{token.Text}{{{tokens[i + 2].Sign}}} as {tokens[i + 2].Sign}");
                    i += 3;
                    continue;
            }

            kept.Add(token);
        }

        tokens.Clear();
        tokens.AddRange(kept);

        bool Aligned() => environments.Count == 0 || environments.Peek();
    }

    private static bool NeedsWork(List<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Kind is TokenKind.BeginEnvironment or TokenKind.EndEnvironment or TokenKind.RowBreak || (token.Kind == TokenKind.Command && (token.Text == "not" || IsAccent(token.Text))) || token.Is('&'))
                return true;
        }

        return false;
    }

    private static bool IsAlignment(string name) =>
        name is "align" or "aligned" or "alignedat" or "gather" or "gathered" or "split" or "equation" or "eqnarray" or "multline" or "displaymath" or "math" or "center";

    private static bool IsAccent(string command) => command is "tilde" or "hat" or "bar" or "vec" or "widetilde" or "widehat" or "overline";

    private static bool IsBracket(Token token) => token.Kind == TokenKind.Sign && token.Sign is '[' or ']' or '(' or ')' or '|';

    /// <summary>Whether a new line goes on with the formula of the one before.</summary>
    private static bool ContinuesAfter(List<Token> tokens, int at)
    {
        while (at < tokens.Count && (tokens[at].Is('&') || tokens[at].Kind == TokenKind.RowBreak))
            at++;
        return tokens[at].Kind is TokenKind.End or TokenKind.EndEnvironment || (tokens[at].Kind == TokenKind.Sign && tokens[at].Sign is '=' or '≈' or '≠' or '<' or '≤' or '>' or '≥' or '⇒' or '→' or '+' or '-' or '*' or '±' or '≡');
    }
}
