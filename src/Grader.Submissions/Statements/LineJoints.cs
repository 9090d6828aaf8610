using Grader.Submissions.Sentences;
using Grader.Submissions.Source;

namespace Grader.Submissions.Statements;

/// <summary>
/// Tells among the lines of a paragraph those that begin a statement of their own: <c>layer 2: 1179648</c> under <c>layer 1: 294912</c>. Its label is no more of the line
/// before, and what stands behind that line's number is not in front of this one's.
/// </summary>
internal static class LineJoints
{
    // Wrapped prose has longer lines than lists of results, and says more behind its last number.
    private const int ShortLine = 60;
    private const int LongestTail = 6;
    private const int LongestLabel = 14;

    /// <summary>Notes at each first token of a line whether it has a label of its own, and whether it breaks with the line before.</summary>
    public static void Mark(List<Token> tokens, string clean, List<Region> regions)
    {
        var before = 0;
        for (int start = 0, end; start < tokens.Count; before = start, start = end)
        {
            end = start + 1;
            while (end < tokens.Count && !tokens[end].LineBreak)
                end++;
            var line = new Line(tokens, clean, regions, start, end);
            // A bullet that Markdown does not know is no operator.
            if (line.StartsWithMark() && (start == 0 || tokens[start].HardBreak || tokens[before].Kind == TokenKind.Other))
                tokens[start] = tokens[start] with { Kind = TokenKind.Other, HardBreak = true };
            var labelled = line.HasLabel();
            var breaks = tokens[start].HardBreak || (start > 0 && Breaks(new Line(tokens, clean, regions, before, start), line, labelled, likeBefore: tokens[before].HasLabel));
            if (labelled || breaks != tokens[start].HardBreak)
                tokens[start] = tokens[start] with { HasLabel = labelled, HardBreak = breaks };
        }
    }

    private static bool Breaks(Line before, Line line, bool labelled, bool likeBefore)
    {
        if (before.IsOpen())
            return false;
        var tail = before.WordsBehindValue();
        if (labelled)
            return !line.StartsWithVerb() && (tail < 0 ? before.Length < ShortLine : tail <= LongestTail || likeBefore);
        if (tail is < 0 or > LongestTail || before.EndsInClause())
            return false;
        if (line.IsLabelAlone())
            return before.Length < ShortLine;
        var likewise = line.StartsAs(before);
        return line.IsStated(likewise) && (before.Length < ShortLine || line.StartsUpper()) && (likewise || !line.StartsAsTail());
    }

    private readonly ref struct Line(List<Token> tokens, string clean, List<Region> regions, int start, int end)
    {
        public int Length => tokens[end - 1].End - tokens[start].Start;

        /// <summary>Whether it cannot end here: "the width is", "294912 +", "not".</summary>
        public bool IsOpen()
        {
            var last = tokens[end - 1];
            if (last.Kind is TokenKind.Operator && clean[last.Start] is '%' or '!')
                return false;
            if (last.Kind is TokenKind.Operator or TokenKind.Relation or TokenKind.Open)
                return true;
            var word = Text(end - 1);
            return last.IsWordy && (Vocabulary.IsPreposition(word) || Vocabulary.IsArticle(word) || Vocabulary.IsCopula(word) || Vocabulary.IsClauseWord(word) || Vocabulary.IsObtaining(word) || Vocabulary.IsNegation(word) || word is "or");
        }

        /// <summary>"64; the first": what a semicolon begins is not done.</summary>
        public bool EndsInClause()
        {
            for (var i = end - 1; i >= start && (tokens[i].IsWordy || tokens[i].Kind == TokenKind.Semicolon) && !IsValue(i); i--)
            {
                if (tokens[i].Kind == TokenKind.Semicolon)
                    return i < end - 1;
            }
            return false;
        }

        /// <summary>How many words stand behind its last value; −1 where it has none.</summary>
        public int WordsBehindValue()
        {
            var words = 0;
            for (var i = end - 1; i >= start; i--)
            {
                if (IsValue(i))
                    return words;
                words += tokens[i].IsWordy ? 1 : 0;
            }
            return -1;
        }

        /// <summary>A few words, then a colon, a relation or a formula with a left side.</summary>
        public bool HasLabel()
        {
            var words = 0;
            for (var i = start; i < end && i < start + LongestLabel; i++)
            {
                var token = tokens[i];
                switch (token.Kind)
                {
                    case TokenKind.Colon or TokenKind.Relation:
                        return words > 0;
                    case TokenKind.Stop or TokenKind.Semicolon or TokenKind.Duration:
                        return false;
                    case TokenKind.Number when IsValue(i) && token.End - token.Start > 2:
                        return false;
                    case TokenKind.Region when FormulaText.HasRelation(Body(token)):
                        return words > 0 || !FormulaText.StartsWithRelation(Body(token));
                    default:
                        words += token.IsWordy || token.Region >= 0 ? 1 : 0;
                        break;
                }
            }
            return false;
        }

        /// <summary>"recall 0.9", "layer 2 has 1179648 parameters", "1179648 (layer 2)": a value, with nothing that joins clauses before it.</summary>
        /// <param name="likeBefore">It starts with the word that the line before starts with.</param>
        public bool IsStated(bool likeBefore)
        {
            for (var i = start; i < end; i++)
            {
                if (IsValue(i))
                    return true;
                if (tokens[i].Kind is TokenKind.Stop || (tokens[i].Kind == TokenKind.Comma && !likeBefore) || (tokens[i].IsWordy && Vocabulary.IsClauseWord(Text(i))))
                    return false;
            }
            return false;
        }

        /// <summary>"layer 2" above its value.</summary>
        public bool IsLabelAlone()
        {
            if (end - start > 6 || end >= tokens.Count || StartsAsTail() || tokens[end - 1].Kind == TokenKind.Comma)
                return false;
            for (var i = start; i < end; i++)
            {
                if (IsValue(i) || tokens[i].Kind is TokenKind.Stop or TokenKind.Semicolon or TokenKind.Operator || (tokens[i].IsWordy && (Vocabulary.IsClauseWord(Text(i)) || IsVerb(i))))
                    return false;
            }
            return IsValue(end) || tokens[end].Kind == TokenKind.Relation || (tokens[end].Region >= 0 && FormulaText.StartsWithRelation(Body(tokens[end])));
        }

        public bool StartsWithVerb() => tokens[start].IsWordy && IsVerb(start);

        public bool StartsUpper() => char.IsUpper(clean[tokens[start].Start]);

        /// <summary>A word that goes on with a sentence: "in total 1474560", "and 32".</summary>
        public bool StartsAsTail() => tokens[start].IsWordy && (IsVerb(start) || Vocabulary.IsPreposition(Text(start)) || Vocabulary.IsClauseWord(Text(start)) || Text(start) is "or" or "that" or "respectively");

        public bool StartsAs(Line before) => Text(start).Equals(before.Text(before.Start), StringComparison.OrdinalIgnoreCase);

        public bool StartsWithMark() =>
            clean[tokens[start].Start] is '\u00B7' or '\u2022' or '\u25AA' or '\u25E6' or '\u2023' or '-' or '*' && tokens[start].Kind != TokenKind.Number && start + 1 < end && tokens[start + 1].SpaceBefore && tokens[start + 1].IsWordy;

        private int Start => start;

        private ReadOnlySpan<char> Text(int index) => clean.AsSpan(tokens[index].Start, tokens[index].End - tokens[index].Start);

        private ReadOnlySpan<char> Body(Token token) => clean.AsSpan(regions[token.Region].BodyStart, regions[token.Region].BodyEnd - regions[token.Region].BodyStart);

        private bool IsVerb(int index) => Vocabulary.IsCopula(Text(index)) || Vocabulary.IsObtaining(Text(index)) || ChangeWords.IsVerb(Text(index).ToString());

        private bool IsValue(int index)
        {
            var token = tokens[index];
            if (token.Kind == TokenKind.Number)
                return token.End - token.Start > 3 || index == 0 || tokens[index].LineBreak || !tokens[index - 1].IsWordy || !Vocabulary.IsReferring(Text(index - 1).TrimEnd('s'));
            return token.Kind == TokenKind.Duration || (token.Region >= 0 && Body(token).ContainsAnyInRange('0', '9'));
        }
    }
}
