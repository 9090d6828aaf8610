using Grader.Mathematics;
using Grader.Submissions.Outline;
using Grader.Submissions.Source;
using Grader.Submissions.Statements;

namespace Grader.Submissions.Sentences;

/// <summary>Reads one sentence: its words, its numbers with what they are numbers of, its claims of change.</summary>
internal sealed class SentenceReader(SourceText source, string clean)
{
    private readonly List<Piece> _pieces = [];
    private readonly List<int> _numbers = [];

    /// <param name="runOf">For each token the formula that it belongs to, or −1.</param>
    /// <returns>Null where nothing but formulas and their labels stand there.</returns>
    public SentenceStatement? Read(List<Token> tokens, int first, int end, List<int> runOf, Sequence<string> context)
    {
        _pieces.Clear();
        _numbers.Clear();
        var words = new List<string>();
        var afterFormula = false;
        var hasFormula = false;
        for (var i = first; i < end; i++)
        {
            if (runOf[i] >= 0)
            {
                afterFormula = hasFormula = true;
                continue;
            }
            AddPieces(tokens, i, first, words, ref afterFormula);
        }
        var stops = end > first && tokens[end - 1].Kind == TokenKind.Stop;
        if (words.Count == 0 || (hasFormula && _numbers.Count == 0 && words.Count < 6 && !stops))
            return null;

        var place = source.PlaceOf(tokens[first].Start, tokens[end - 1].End);
        return new SentenceStatement(place, source.Written(place), context, words.ToSequence(), Numbers(), new ChangeReader(source, _pieces).Read());
    }

    private void AddPieces(List<Token> tokens, int index, int first, List<string> words, ref bool afterFormula)
    {
        var token = tokens[index];
        var text = clean.AsSpan(token.Start, token.End - token.Start);
        switch (token.Kind)
        {
            case TokenKind.Word or TokenKind.Name when text.IndexOfAny('-', ' ') >= 0:
                foreach (var range in text.SplitAny('-', ' '))
                {
                    if (text[range].IsEmpty)
                        continue;
                    Add(Lower(text[range]), token with { Start = token.Start + range.Start.Value, End = token.Start + range.End.Value }, words, ref afterFormula);
                }
                break;
            case TokenKind.Word or TokenKind.Name or TokenKind.Unit:
                Add(Lower(text), token, words, ref afterFormula);
                break;
            case TokenKind.Number when IsReference(tokens, index, first, text):
                Add(Lower(text), token with { Kind = TokenKind.Word }, words, ref afterFormula);
                break;
            case TokenKind.Number or TokenKind.Duration when token.Value is not null:
                _numbers.Add(_pieces.Count);
                Add(Lower(text), token, words, ref afterFormula);
                break;
            case TokenKind.Other when text[0] is '~' or '&':
                _pieces.Add(new Piece(text[0] == '~' ? "around" : "and", token with { Kind = TokenKind.Word }, afterFormula));
                afterFormula = false;
                break;
            default:
                _pieces.Add(new Piece("", token, afterFormula));
                afterFormula = false;
                break;
        }
    }

    private void Add(string word, Token token, List<string> words, ref bool afterFormula)
    {
        words.Add(word);
        _pieces.Add(new Piece(word, token, afterFormula));
        afterFormula = false;
    }

    private static string Lower(ReadOnlySpan<char> text) => string.Create(text.Length, text, static (word, text) =>
    {
        for (var i = 0; i < text.Length; i++)
            word[i] = text[i] == '\u2019' ? '\'' : char.ToLowerInvariant(text[i]);
    });

    /// <summary>"layer 1", "CIFAR-10", "conv 2": a number that is a name.</summary>
    private bool IsReference(List<Token> tokens, int index, int first, ReadOnlySpan<char> text)
    {
        if (index <= first && !(index + 1 < tokens.Count && tokens[index + 1].Kind == TokenKind.Open))
            return index + 1 < tokens.Count && tokens[index + 1].Kind is TokenKind.Close or TokenKind.Other && !tokens[index + 1].SpaceBefore && clean[tokens[index + 1].Start] is ')' or '.';
        // "3(a)" refers to a part.
        if (index + 3 < tokens.Count && tokens[index + 1] is { Kind: TokenKind.Open, SpaceBefore: false } && tokens[index + 2].IsWordy && tokens[index + 2].End - tokens[index + 2].Start == 1 && tokens[index + 3].Kind == TokenKind.Close)
            return true;
        // "0.85 [1]" cites.
        if (index > first && index + 1 < tokens.Count && text.Length <= 2 && clean[tokens[index - 1].Start] == '[' && clean[tokens[index + 1].Start] == ']')
            return true;
        if (text.Length > 3 || text.ContainsAnyExceptInRange('0', '9'))
            return false;
        if (index <= first)
            return false;
        var before = tokens[index - 1];
        if (before.Kind == TokenKind.Operator && index - 2 >= first && !tokens[index].SpaceBefore && !before.SpaceBefore && tokens[index - 2].IsWordy)
            return true;
        // "Epoch 12/12": how far something got.
        if (before.Kind == TokenKind.Operator && clean[before.Start] == '/' && index - 3 >= first && tokens[index - 2].Kind == TokenKind.Number)
            before = tokens[index - 3];
        // "layers 1 and 2": of a plural, the second as the first.
        if (index - 3 >= first && (before.Kind == TokenKind.Comma || clean.AsSpan(before.Start, before.End - before.Start) is "and" or "&" or "und") && tokens[index - 2].Kind == TokenKind.Number && clean[tokens[index - 3].End - 1] == 's' && Names(tokens[index - 3]))
            return true;
        if (!before.IsWordy)
            return false;
        // "the first layer 680": that one is named already.
        return Names(before) && !(index - 2 >= first && tokens[index - 2].IsWordy && LabelWords.Ordinal(clean.AsSpan(tokens[index - 2].Start, tokens[index - 2].End - tokens[index - 2].Start)) > 0);
    }

    /// <summary>A word whose number names a thing: <c>layer</c>, <c>layers</c>.</summary>
    private bool Names(Token token)
    {
        var word = clean.AsSpan(token.Start, token.End - token.Start);
        return Vocabulary.IsReferring(word) || Vocabulary.IsReferring(word.TrimEnd('s'));
    }

    private Sequence<StatedNumber> Numbers()
    {
        if (_numbers.Count == 0)
            return [];
        var labels = NumberLabels.Find(_pieces, _numbers);
        var numbers = new StatedNumber[_numbers.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var token = _pieces[_numbers[i]].Token;
            var place = source.PlaceOf(token.Start, token.End);
            numbers[i] = new StatedNumber(labels[i], token.Value!, source.Written(place), place, IsApproximate(_numbers[i]));
        }
        return Sequence.Create<StatedNumber>(numbers);
    }

    private bool IsApproximate(int number)
    {
        for (var i = number - 1; i >= 0 && i >= number - 2 && !_pieces[i].IsNumber; i--)
        {
            if (_pieces[i].IsWord && Vocabulary.IsApproximation(_pieces[i].Word))
                return true;
            if (_pieces[i].IsWord && !Vocabulary.IsPreposition(_pieces[i].Word) && !Vocabulary.IsArticle(_pieces[i].Word))
                return false;
        }
        return false;
    }
}
