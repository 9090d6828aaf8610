using Grader.Submissions.Statements;

namespace Grader.Submissions.Sentences;

/// <summary>
/// Says for each number of a sentence what it is a number of: the words of its clause before it, or behind it where those say it ("64 % on the test set"). Two lists of
/// the same length pair up: "training and testing accuracy are 76 % and 64 % respectively".
/// </summary>
internal static class NumberLabels
{
    // Longer than any clause; a bound for texts that are no prose.
    private const int LongestClause = 60;
    private const int MostWordsBehind = 6;

    public static string[] Find(List<Piece> pieces, List<int> numbers)
    {
        var labels = new string[numbers.Count];
        var taken = 0;
        for (var i = 0; i < numbers.Count; i++)
        {
            var before = Before(pieces, numbers[i], taken);
            var label = Join(before, Behind(pieces, numbers[i], before.Length == 0, out taken));
            label = Join(label, Bracketed(pieces, ref taken));
            labels[i] = label.Length > 0 || i == 0 || !GoesOn(pieces, numbers[i - 1], numbers[i]) ? label : labels[i - 1];
        }
        Pair(pieces, numbers, labels);
        for (var i = 1; i < numbers.Count; i++)
            labels[i] = UnderHead(pieces, numbers[i - 1], numbers[i], labels[i - 1], labels[i]);
        return labels;
    }

    /// <summary>"M1: mean 13, variance 1": what stands before the colon goes for the second, too, unless it names a thing of its own.</summary>
    private static string UnderHead(List<Piece> pieces, int before, int number, string labelBefore, string label)
    {
        if (label.Length == 0 || label.Any(char.IsAsciiDigit))
            return label;
        for (var i = before; i < number; i++)
        {
            if (pieces[i].Kind is TokenKind.Colon or TokenKind.Semicolon or TokenKind.Stop or TokenKind.Open || pieces[i].Token.HardBreak)
                return label;
        }
        var colon = before - 1;
        while (colon > 0 && colon > before - LongestClause && pieces[colon].Kind != TokenKind.Colon && (pieces[colon].IsWord || pieces[colon].Kind == TokenKind.Comma || pieces[colon].IsNumber))
            colon--;
        // A value right behind the colon has the words before it for its own name.
        if (colon <= 0 || colon == before - 1 || pieces[colon].Kind != TokenKind.Colon)
            return label;
        var start = colon;
        while (start > 0 && pieces[start - 1].IsWord && colon - start < 4)
            start--;
        var head = string.Join(' ', Words(pieces, start, colon));
        return head.Length > 0 && head.Any(char.IsAsciiDigit) && labelBefore.StartsWith(head, StringComparison.Ordinal) ? $"{head} {label}" : label;
    }

    /// <summary>"from 62 % to 64 %", "by 12 points to 61 %": the second is a number of the same thing.</summary>
    private static bool GoesOn(List<Piece> pieces, int first, int second)
    {
        for (var i = first + 1; i < second; i++)
        {
            if (!pieces[i].IsWord && pieces[i].Kind is not (TokenKind.Comma or TokenKind.Open))
                return false;
        }
        return true;
    }

    private static string Join(string before, string behind) => before.Length == 0 ? behind : behind.Length == 0 ? before : $"{before} {behind}";

    /// <param name="taken">Where the words end that the number before has taken for itself.</param>
    private static string Before(List<Piece> pieces, int number, int taken)
    {
        var start = Math.Max(taken, ClauseStart(pieces, number));
        while (true)
        {
            var words = Words(pieces, start, number);
            var label = NounPhrase(words);
            if (label.Length > 0 || start <= taken || start <= number - LongestClause || pieces[start - 1].IsNumber)
                return label;
            // "(around 12 %)": what the bracket says nothing of stands before it.
            start = Math.Max(taken, pieces[start - 1].IsWord ? start - 1 : ClauseStart(pieces, start - 1));
            if (start > taken && pieces[start - 1].IsWord && Vocabulary.IsClauseWord(pieces[start - 1].Word))
                return NounPhrase(Words(pieces, start, number));
        }
    }

    private static int ClauseStart(List<Piece> pieces, int number)
    {
        var numberBefore = false;
        var farthest = Math.Max(0, number - LongestClause);
        for (var i = number - 1; i >= farthest && !numberBefore && pieces[i].Kind is not (TokenKind.Semicolon or TokenKind.Stop); i--)
            numberBefore = pieces[i].IsNumber;
        for (var i = number - 1; i >= farthest; i--)
        {
            // "= 1474560 or 1475328": the second has the label of the first.
            if (pieces[i].IsNumber || (pieces[i].AfterFormula && !(i + 1 == number && pieces[i].Word is "or")) || pieces[i].Kind is TokenKind.Comma or TokenKind.Semicolon or TokenKind.Open or TokenKind.Close or TokenKind.Stop)
                return pieces[i].AfterFormula ? i : i + 1;
            if (pieces[i].IsWord && Vocabulary.IsClauseWord(pieces[i].Word) && (pieces[i].Word != "and" || (numberBefore && !FollowsBetween(pieces, i, farthest))))
                return i + 1;
        }
        return farthest;
    }

    /// <summary>"the difference between training and test accuracy": the two belong together.</summary>
    private static bool FollowsBetween(List<Piece> pieces, int and, int farthest)
    {
        for (var i = and - 1; i >= farthest && i >= and - 6 && pieces[i].IsWord; i--)
        {
            if (pieces[i].Word is "between")
                return true;
        }
        return false;
    }

    private static List<string> Words(List<Piece> pieces, int start, int end)
    {
        var words = new List<string>(end - start);
        for (var i = start; i < end; i++)
        {
            if (pieces[i].IsWord)
                words.Add(pieces[i].Word);
        }
        return words;
    }

    /// <summary>The words that name a thing: what stands behind the last verb, or else before it.</summary>
    private static string NounPhrase(List<string> words)
    {
        var end = words.Count;
        while (end > 0 && IsFiller(words[end - 1]))
            end--;
        var verb = -1;
        for (var i = 0; i < end; i++)
        {
            if (IsVerb(words, i))
                verb = i;
        }
        if (verb >= 0)
        {
            var behind = verb + 1;
            while (behind < end && (Vocabulary.IsArticle(words[behind]) || Vocabulary.IsAdverb(words[behind])))
                behind++;
            if (behind < end && !Vocabulary.IsPreposition(words[behind]) && !words[behind..end].TrueForAll(static word => Vocabulary.IsAdjective(word)))
                return string.Join(' ', words[behind..end]);
            end = verb;
            while (end > 0 && (IsFiller(words[end - 1]) || IsVerb(words[end - 1])))
                end--;
        }
        var start = 0;
        while (start < end && (Vocabulary.IsArticle(words[start]) || Vocabulary.IsAdverb(words[start]) || Vocabulary.IsClauseWord(words[start]) || words[start] is "we" or "i" or "it" or "or"))
            start++;
        // "with batch normalization the training accuracy": the phrase in front is no part of the name.
        if (start < end && Vocabulary.IsPreposition(words[start]) && words.FindIndex(start + 1, end - start - 1, static word => word is "the" or "our" or "my" or "its") is > 0 and var noun && noun + 1 < end && !Vocabulary.IsPreposition(words[noun - 1]))
            start = noun + 1;
        return string.Join(' ', words[start..end]);
    }

    private static bool IsVerb(string word) => Vocabulary.IsCopula(word) || Vocabulary.IsObtaining(word) || ChangeWords.IsVerb(word);

    /// <summary>"the fall in memory from the input to layer 1": a noun, though "fall" may be a verb elsewhere.</summary>
    private static bool IsVerb(List<string> words, int at) => IsVerb(words[at]) && !(at + 1 < words.Count && words[at + 1] is "in" or "of" && ChangeWords.IsVerb(words[at])
        && (at == 0 || words[at - 1] is "and" || Vocabulary.IsArticle(words[at - 1]) || Vocabulary.IsAdjective(words[at - 1])));

    private static bool IsFiller(string word) =>
        word is "or" or "we" or "i" or "you" or "und" or "et" or "y" || Vocabulary.IsPreposition(word) || Vocabulary.IsCopula(word) || Vocabulary.IsArticle(word) || Vocabulary.IsApproximation(word) || (Vocabulary.IsAdverb(word) && word is not "overall");

    /// <summary>"64 % on the test set", "1474560 parameters".</summary>
    private static string Behind(List<Piece> pieces, int number, bool alone, out int end)
    {
        var words = new List<string>();
        var named = 0;
        end = number + 1;
        var i = number + 1;
        for (; i < pieces.Count && pieces[i].IsWord && !pieces[i].AfterFormula && named < MostWordsBehind; i++)
        {
            var word = pieces[i].Word;
            if (Vocabulary.IsClauseWord(word) || word is "respectively" or "or" or "than" || IsVerb(word) || Vocabulary.IsNegation(word))
                break;
            if (words.Count > 0 && ((Vocabulary.IsArticle(word) && !Vocabulary.IsPreposition(words[^1])) || pieces[i].Token.LineBreak))
                break;
            if (words.Count == 0 && Vocabulary.IsPreposition(word) && word is not ("on" or "for" or "of") && !(alone && word is "in"))
                break;
            words.Add(word);
            // A name is not cut before its number: "the multiply-adds of layer 2".
            named += IsFiller(word) || Vocabulary.IsReferring(word) ? 0 : 1;
            if (!IsFiller(word))
                end = i + 1;
        }
        // "TP: 48 FN: 12", "precision 0.8 recall 0.9": the words lead to the next number.
        if (!alone && words.Count > 0 && i < pieces.Count && (pieces[i].Kind == TokenKind.Colon || pieces[i].IsNumber))
        {
            end = number + 1;
            return "";
        }
        while (words.Count > 0 && IsFiller(words[^1]))
            words.RemoveAt(words.Count - 1);
        var start = 0;
        while (start < words.Count && (Vocabulary.IsPreposition(words[start]) || Vocabulary.IsArticle(words[start])))
            start++;
        return string.Join(' ', words[start..]);
    }

    /// <summary>"294912 (layer 1)": the words of a bracket that holds nothing else.</summary>
    private static string Bracketed(List<Piece> pieces, ref int taken)
    {
        if (taken >= pieces.Count || pieces[taken].Kind != TokenKind.Open || pieces[taken].Token.LineBreak)
            return "";
        for (var i = taken + 1; i < pieces.Count && i < taken + 7; i++)
        {
            if (pieces[i].Kind == TokenKind.Close)
            {
                var words = Words(pieces, taken + 1, i);
                taken = i + 1;
                return string.Join(' ', words);
            }
            if (!pieces[i].IsWord || Vocabulary.Excludes(pieces[i].Word) || Vocabulary.IsClauseWord(pieces[i].Word) || IsVerb(pieces[i].Word))
                return "";
        }
        return "";
    }

    private static void Pair(List<Piece> pieces, List<int> numbers, string[] labels)
    {
        for (var first = 0; first < numbers.Count;)
        {
            var last = first;
            while (last + 1 < numbers.Count && AreListed(pieces, numbers[last], numbers[last + 1]))
                last++;
            var count = last - first + 1;
            if (count >= 2)
            {
                var names = Items(Subject(pieces, numbers[first], overCommas: false));
                if (names.Count != count)
                    names = Items(Subject(pieces, numbers[first], overCommas: true));
                if (names.Count != count)
                    names = Items(Following(pieces, numbers[last]));
                for (var i = 0; names.Count == count && i < count; i++)
                    labels[first + i] = names[i];
            }
            first = last + 1;
        }
    }

    private static bool AreListed(List<Piece> pieces, int first, int second)
    {
        for (var i = first + 1; i < second; i++)
        {
            if (!(pieces[i].Kind == TokenKind.Comma || pieces[i].Word is "and" or "&" || (i == first + 1 && Vocabulary.IsUnit(pieces[i].Word))))
                return false;
        }
        return second > first + 1;
    }

    /// <summary>The words before a list of numbers, with commas kept as the word <c>and</c>.</summary>
    private static List<string> Subject(List<Piece> pieces, int number, bool overCommas)
    {
        var start = number - 1;
        while (start > 0 && start > number - LongestClause && !pieces[start - 1].IsNumber && !pieces[start].AfterFormula && pieces[start - 1].Kind is not (TokenKind.Semicolon or TokenKind.Open or TokenKind.Stop) && (overCommas || pieces[start - 1].Kind != TokenKind.Comma)
            && !(pieces[start - 1].IsWord && Vocabulary.IsClauseWord(pieces[start - 1].Word) && pieces[start - 1].Word != "and"))
            start--;
        var words = new List<string>();
        for (var i = Math.Max(0, start); i < number; i++)
        {
            if (pieces[i].IsWord)
                words.Add(pieces[i].Word);
            else if (pieces[i].Kind == TokenKind.Comma)
                words.Add("and");
        }
        return BeforeVerb(words);
    }

    /// <summary>The names that a list of as many values pairs up with, of the words before it: <c>training and test accuracy are</c>.</summary>
    /// <param name="words">With the word <c>and</c> for commas.</param>
    public static List<string> Names(List<string> words) => Items(BeforeVerb(words));

    private static List<string> BeforeVerb(List<string> words)
    {
        var end = words.Count;
        while (end > 0 && IsFiller(words[end - 1]))
            end--;
        var verb = -1;
        for (var i = 0; i < end && verb < 0; i++)
            verb = IsVerb(words, i) ? i : -1;
        if (verb > 0)
            end = verb;
        else if (verb == 0)
            return words[1..end];
        return words[..end];
    }

    private static List<string> Following(List<Piece> pieces, int number)
    {
        var words = new List<string>();
        for (var i = number + 1; i < pieces.Count && i < number + LongestClause && (pieces[i].IsWord || pieces[i].Kind == TokenKind.Comma); i++)
        {
            if (pieces[i].Word is "respectively")
                break;
            words.Add(pieces[i].IsWord ? pieces[i].Word : "and");
        }
        while (words.Count > 0 && (Vocabulary.IsPreposition(words[0]) || words[0] == "and"))
            words.RemoveAt(0);
        return words;
    }

    /// <summary>"both", "overall": what is of all has no part of another's name.</summary>
    private static bool SaysWhole(string word) => word is "both" or "overall" or "total" or "all" or "altogether" or "whole" or "combined";

    /// <summary>"width of layer 1": a name that says of what it is, and lacks nothing.</summary>
    private static bool IsWhole(List<string> name) => name.FindIndex(1, Math.Max(0, name.Count - 2), static word => Vocabulary.IsPreposition(word)) > 0;

    /// <summary>The members of a list of names, each completed: "training and testing accuracy" are two accuracies.</summary>
    internal static List<string> Items(List<string> words)
    {
        var items = new List<List<string>> { new() };
        foreach (var word in words)
        {
            if (word is "and" or "&" && items[^1].Count > 1 && items[^1].LastIndexOf("between") is >= 0 and var between && between < items[^1].Count - 1 && !items[^1].Contains(word))
            {
                // "the difference between training and test accuracy" is one.
                items[^1].Add(word);
            }
            else if (word is "and" or "&" or "or")
            {
                if (items[^1].Count > 0)
                    items.Add([]);
            }
            else if (!(items[^1].Count == 0 && (Vocabulary.IsArticle(word) || Vocabulary.IsAdverb(word)) && !(items.Count > 1 && SaysWhole(word))))
            {
                items[^1].Add(word);
            }
        }
        if (items[^1].Count == 0)
            items.RemoveAt(items.Count - 1);
        if (items.Count < 2)
            return [];
        var (head, tail) = (items[0], items[^1]);
        foreach (var item in items)
        {
            // "parameters of layer 1 and parameters of both layers" are complete, each.
            if (item != tail && item.Count > 1 && tail.Count > 1 && item[0] == tail[0])
                continue;
            if (IsWhole(item) && IsWhole(item == tail ? head : tail))
                continue;
            if (item.Count < tail.Count && tail.Count > 1 && !item.Contains(tail[^1]))
                item.AddRange(tail[1..]);
            else if (item != head && item.Count < head.Count && !item.Contains(head[0]) && !SaysWhole(item[0]) && !head.Contains("between"))
                item.InsertRange(0, head[..^item.Count]);
        }
        return items.ConvertAll(item => string.Join(' ', item));
    }
}
