using Grader.Mathematics;
using Grader.Submissions.Source;
using Grader.Submissions.Statements;

namespace Grader.Submissions.Sentences;

/// <summary>Finds what a sentence claims to have risen, fallen or stayed, and of what it claims it.</summary>
internal sealed class ChangeReader(SourceText source, List<Piece> pieces)
{
    private static readonly HashSet<string> ObjectEnds = ["to", "by", "from", "than", "when", "compared", "after", "until", "till", "respectively", "during", "as", "is", "are", "was", "were", "leads", "lead", "recovers", "recover", "recovered", "helps", "makes", "causes", "means", "results", "along", "due", "nor", "neither", "that", "those", "sich", "leicht", "légèrement", "fortement", "deutlich", "stark"];

    private static readonly HashSet<string> Hypotheses = ["if", "would", "might", "could", "may", "should", "expect", "expected", "expects", "hope", "hoped", "unless", "whether", "thought", "assume", "assumed", "suppose", "wenn", "würde", "si"];

    private static readonly HashSet<string> Amounts = ["points", "point", "percent", "percentage", "pp", "times", "seconds", "minutes", "s", "about", "around", "some"];

    private static readonly HashSet<string> Auxiliaries =
        ["did", "do", "does", "has", "have", "had", "will", "would", "can", "could", "may", "might", "should", "to", "been", "be", "is", "was", "are", "were", "not", "no", "took", "takes", "take", "taken", "became", "becomes", "gets", "got", "get", "runs", "ran", "helps", "help", "helped", "seems", "seem", "seemed", "stayed", "stays", "stay", "remains", "remained", "remain", "went", "goes", "go", "keeps", "kept", "keep", "didn't", "doesn't", "don't", "any", "there", "back", "up", "down", "being", "clear", "significant", "real", "no", "on", "side", "didnt", "doesnt", "never", "failed", "fails", "shows", "showed", "neither", "nor", "hat", "ist", "sich", "nicht", "kaum", "hardly", "barely", "pas", "longer", "sont", "ne", "n", "moved", "leicht"];

    // Longer than any clause; a bound for texts that are no prose.
    private const int LongestClause = 40;

    private readonly List<ChangeClaim> _claims = [];

    public Sequence<ChangeClaim> Read()
    {
        // "Did the accuracy improve?" claims nothing.
        if (pieces.Count > 0 && pieces[^1].Kind == TokenKind.Stop && source.Text[pieces[^1].Token.Start] == '?')
            return [];
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!pieces[i].IsWord)
            {
                if (pieces[i].Kind is TokenKind.Other or TokenKind.Operator && source.Text[pieces[i].Token.Start] is '\u2191' or '\u2193' && Before(i) is var marked && marked.End > marked.Start)
                    Add(i, i + 1, source.Text[pieces[i].Token.Start] == '\u2191' ? Direction.Rose : Direction.Fell, marked);
                continue;
            }
            if (IsHypothetical(i))
                continue;
            if (pieces[i].Word == "from")
                AddFromTo(i);
            else if (pieces[i].Word is "up" or "down" && EndsClause(i + 1) && NamesMeasure(i - 1))
                Add(i, i + 1, pieces[i].Word == "up" ? Direction.Rose : Direction.Fell, Before(i));
            else if (pieces[i].Word is "above" or "below" && (WordAt(i + 1) is "that" or "those" or "before") && IsPredicate(i))
                Add(i, i + 1, pieces[i].Word == "above" ? Direction.Rose : Direction.Fell, Before(i));
            else if (WordAt(i - 1) == "neither" && Nor(i) is > 0 and var nor)
                i = AddUnchanged(i, nor);
            else if (pieces[i].Word is "went" or "goes" or "go" or "going" or "gone" && i + 1 < pieces.Count && pieces[i + 1].Word is "up" or "down")
                Add(i, i + 2, pieces[i + 1].Word == "up" ? Direction.Rose : Direction.Fell, Before(i));
            else if (pieces[i].Word == "so" && WordAt(i - 1) == "and" && _claims.Count > 0)
                AddSo(i);
            else if (ChangeWords.TryGet(pieces[i].Word, out var direction, out var form))
            {
                var before = _claims.Count;
                Add(i, direction, form);
                if (form == ChangeForm.Verb && _claims.Count == before + 1)
                    AddCarried(i);
            }
        }
        PairRespectively();
        return _claims.ToSequence();
    }

    /// <summary>"training and test accuracy rose and fell, respectively": a claim for each.</summary>
    private void PairRespectively()
    {
        if (_claims.Count < 2 || !pieces.Exists(static piece => piece.Word == "respectively") || !_claims.TrueForAll(claim => claim.Subject == _claims[0].Subject))
            return;
        var names = NumberLabels.Items([.. _claims[0].Subject.Split(' ')]);
        for (var i = 0; names.Count == _claims.Count && i < names.Count; i++)
            _claims[i] = _claims[i] with { Subject = names[i] };
    }

    /// <summary>"went from 75 to 63": what the words before do not say, the numbers do.</summary>
    private void AddFromTo(int from)
    {
        if (from + 3 >= pieces.Count || pieces[from + 2].Word is not ("to" or "down" or "up") || Amount(from + 1) is not { } before)
            return;
        var second = pieces[from + 2].Word == "to" ? from + 3 : from + 4;
        if (second >= pieces.Count || Amount(second) is not { } after)
            return;
        var direction = after > before ? Direction.Rose : after < before ? Direction.Fell : Direction.Unchanged;
        var verb = from - 1;
        while (verb > 0 && pieces[verb].IsWord && Vocabulary.IsAdverb(pieces[verb].Word))
            verb--;
        var isChange = ChangeWords.TryGet(WordAt(verb), out var said, out var form);
        if (isChange && form != ChangeForm.Change && said == direction)
            return;
        if ((isChange && form is ChangeForm.Verb or ChangeForm.Change) || WordAt(verb) is "went" or "goes" or "changed" or "moved" or "up" or "down")
            Add(from, second + 1, direction, Before(verb), negated: false);
    }

    /// <summary>"… is higher and so is the test accuracy": the claim before, of another.</summary>
    private void AddSo(int so)
    {
        if (WordAt(so + 1) is "is" or "are" or "was" or "were" or "did" or "does" or "do" or "has" or "have" && Phrase(so + 2) is var subject && subject.End > subject.Start && EndsClause(subject.End))
            Add(so, subject.End, _claims[^1].Direction, subject, _claims[^1].Negated);
    }

    /// <summary>"Raised the training accuracy from 72 % to 81 % and the test accuracy from 62 % to 65 %": the verb is said of both.</summary>
    private void AddCarried(int verb)
    {
        var and = verb + 1;
        while (and < pieces.Count && and < verb + LongestClause && pieces[and].Word != "and" && (pieces[and].IsNumber || (pieces[and].IsWord && !Vocabulary.IsClauseWord(pieces[and].Word))))
            and++;
        if (and >= pieces.Count || WordAt(and) != "and" || !pieces[and - 1].IsNumber && !Amounts.Contains(pieces[and - 1].Word) || WordAt(and + 1) == "so" || StartsClause(and + 1))
            return;
        var subject = Phrase(and + 1);
        if (subject.End > subject.Start && WordAt(subject.End) is "from" or "by" && subject.End + 1 < pieces.Count && (pieces[subject.End + 1].IsNumber || Vocabulary.IsApproximation(pieces[subject.End + 1].Word) || pieces[subject.End + 1].Word == "only") && !FallsElsewhere(subject.End, _claims[^1].Direction))
            Add(verb, verb + 1, _claims[^1].Direction, subject, _claims[^1].Negated);
    }

    /// <summary>"From 62 % to 65 %" behind a verb that says the contrary.</summary>
    private bool FallsElsewhere(int from, Direction direction) =>
        WordAt(from) == "from" && WordAt(from + 2) == "to" && Amount(from + 1) is { } before && Amount(from + 3) is { } after && direction != (after > before ? Direction.Rose : after < before ? Direction.Fell : Direction.Unchanged);

    private Rational? Amount(int index) => index < pieces.Count && pieces[index].IsNumber ? pieces[index].Token.Value switch
    {
        Number number => number.Value,
        Measured { Amount: Number number } => number.Value,
        _ => null,
    } : null;

    /// <summary>"neither rose nor fell": where the second of the two stands, or −1.</summary>
    private int Nor(int first)
    {
        for (var i = first + 1; i < pieces.Count && i < first + 4; i++)
        {
            if (WordAt(i) == "nor" && ChangeWords.IsVerb(WordAt(i + 1)) && ChangeWords.IsVerb(WordAt(first)))
                return i + 1;
        }
        return -1;
    }

    private int AddUnchanged(int at, int last)
    {
        Add(at, last + 1, Direction.Unchanged, Before(at), negated: false);
        return last;
    }

    /// <summary>"would have improved", "if it rose", "it is not true that": said of no result.</summary>
    private bool IsHypothetical(int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 10 && pieces[i].IsWord; i--)
        {
            if ((Hypotheses.Contains(pieces[i].Word) && WordAt(i - 1) != "as") || (pieces[i].Word == "that" && WordAt(i - 1) is "true" or "false" or "wrong" or "case"))
                return true;
        }
        return false;
    }

    private bool EndsClause(int at) => at >= pieces.Count || !(pieces[at].IsWord || pieces[at].IsNumber) || pieces[at].Word is "and" or "while" or "but";

    private bool NamesMeasure(int at) => WordAt(at) is "accuracy" or "accuracies" or "loss" or "error" or "time" or "memory" or "precision" or "recall" or "score" or "gap";

    private void Add(int at, Direction direction, ChangeForm form)
    {
        if (form == ChangeForm.Verb && IsNoun(at))
            form = ChangeForm.Noun;
        switch (form)
        {
            case ChangeForm.Verb:
                var isObject = ObjectStart(at + 1) is var start && start >= 0 && WordAt(start) is not "side";
                Add(at, at + 1, direction, isObject ? Phrase(start) : Before(at));
                break;
            case ChangeForm.Noun:
                (int Start, int End) behind = at + 1 < pieces.Count && pieces[at + 1].Word is "in" or "of" or "on" or "for" ? Phrase(at + 2) : (0, 0);
                Add(at, at + 1, direction, behind.End > behind.Start ? behind : Before(at));
                break;
            case ChangeForm.Comparative:
                AddComparative(at, direction);
                break;
            case ChangeForm.State when direction != Direction.Unchanged:
                if (IsPredicate(at) || WordAt(at - 1) is "by" or "in" or "to")
                    Add(at, at + 1, direction, Before(at));
                break;
            case ChangeForm.State:
                if (pieces[at].Word is "unchanged" or "unaffected" or "plateaued" or "plateaus" or "unverändert" or "inchangé" or "inchangée" || IsPredicate(at))
                    Add(at, at + 1, direction, Before(at));
                break;
            default:
                // Only a denied change is a claim: "did not change", "no clear difference".
                if (IsNegated(at) || WordAt(at - 1) is "little" or "hardly" or "barely")
                {
                    var (from, to) = at + 1 < pieces.Count && pieces[at + 1].Word is "in" or "of" or "on" ? Phrase(at + 2) : ObjectStart(at + 1) is >= 0 and var first ? Phrase(first) : Before(at);
                    Add(at, at + 1, Direction.Unchanged, (from, to), negated: false);
                }
                break;
        }
    }

    /// <summary>"test accuracy is lower than training": of two measures, not of one before and after.</summary>
    private bool IsAgainstOther(int at)
    {
        for (var i = at + 1; i < at + 4; i++)
        {
            if (WordAt(i) != "than")
                continue;
            var other = Vocabulary.IsArticle(WordAt(i + 1)) ? i + 2 : i + 1;
            return WordAt(other) is "train" or "training" or "test" or "testing" or "validation" && !(WordAt(other + 1) is "before" or "in" or "of" || WordAt(other + 2) is "before" or "in" or "of" or "without" or "with");
        }
        return false;
    }

    private void AddComparative(int at, Direction direction)
    {
        var word = pieces[at].Word;
        if (word == "longer" && WordAt(at - 1) == "no")
            return;
        if (word is "more" or "less" && !((at > 0 && pieces[at - 1].IsNumber) || WordAt(at + 1) is "time" or "than" or "" or "to" or "seconds" or "minutes" || at + 1 >= pieces.Count || !pieces[at + 1].IsWord))
            return;
        if ((word == "more" && WordAt(at + 1) == "or") || IsAgainstOther(at))
            return;
        // "on the higher side" says no more than "higher".
        var attributive = WordAt(at + 1) is not "side" && WordAt(at + 1) is not ("than" or "") && ObjectStart(at + 1) == at + 1;
        Add(at, at + 1, direction, attributive ? Phrase(at + 1) : Before(at));
    }

    private void Add(int at, int end, Direction direction, (int Start, int End) subject, bool? negated = null)
    {
        // "this 3 improvement": of nothing, so no claim.
        if (subject.End <= subject.Start && ChangeWords.TryGet(pieces[at].Word, out _, out var form) && form is ChangeForm.Noun or ChangeForm.Change)
            return;
        var denied = negated ?? IsNegated(at);
        var first = Math.Min(at, subject.End > subject.Start && subject.Start < at ? subject.Start : at);
        var last = Math.Max(end, subject.End > subject.Start ? subject.End : end) - 1;
        var place = source.PlaceOf(pieces[first].Token.Start, pieces[last].Token.End);
        var words = new List<string>();
        for (var i = subject.Start; i < subject.End; i++)
        {
            if (pieces[i].IsWord && (words.Count > 0 || !IsLeading(pieces[i].Word)))
                words.Add(pieces[i].Word);
        }
        _claims.Add(new ChangeClaim(string.Join(' ', words), direction, denied, source.Written(place), place));
    }

    private static bool IsLeading(string word) => Vocabulary.IsClauseWord(word) || (Vocabulary.IsAdverb(word) && !Vocabulary.IsArticle(word)) || word is "that" or "we" or "i" or "see" or "can";

    private string WordAt(int index) => index >= 0 && index < pieces.Count && pieces[index].IsWord ? pieces[index].Word : "";

    /// <summary>"an increase", "no improvement": a verb's form used as a noun.</summary>
    private bool IsNoun(int at)
    {
        if (pieces[at].Word is not ("increase" or "rise" or "drop" or "fall" or "decrease" or "decline" or "jump" or "dip" or "boost" or "growth" or "raise"))
            return false;
        for (var i = at - 1; i >= 0 && i > at - 4 && pieces[i].IsWord; i--)
        {
            if (pieces[i].Word is "a" or "an" or "the" or "no" or "this" or "any" or "slight" or "small" or "big" or "large" or "clear" or "significant" or "accuracy")
                return pieces[i].Word is not ("accuracy" or "the") || WordAt(at + 1) is "in" or "of" || i == at - 1 && pieces[i].Word == "the";
        }
        return false;
    }

    /// <summary>Where the object of a verb starts, or −1: "did improve the accuracy", but "improved slightly to 65 %".</summary>
    private int ObjectStart(int at)
    {
        for (var limit = at + LongestClause; at < limit && at < pieces.Count && pieces[at].IsWord && Vocabulary.IsAdverb(pieces[at].Word) && !Vocabulary.IsArticle(pieces[at].Word);)
            at++;
        if (at >= pieces.Count || !pieces[at].IsWord || pieces[at].AfterFormula)
            return -1;
        var word = pieces[at].Word;
        if (Vocabulary.IsPreposition(word) || Vocabulary.IsClauseWord(word) || Vocabulary.IsCopula(word) || ObjectEnds.Contains(word) || Vocabulary.IsApproximation(word))
            return -1;
        if (Vocabulary.IsArticle(word) && word is not "both" && (WordAt(at + 1) is "bit" or "little" or "lot" || at + 1 >= pieces.Count || pieces[at + 1].IsNumber))
            return -1;
        return at;
    }

    private (int Start, int End) Phrase(int start)
    {
        var end = start;
        while (end < pieces.Count && end < start + LongestClause && pieces[end].IsWord && !pieces[end].AfterFormula && !ObjectEnds.Contains(pieces[end].Word) && !Vocabulary.IsCopula(pieces[end].Word) && !Vocabulary.IsObtaining(pieces[end].Word) && !(Vocabulary.IsClauseWord(pieces[end].Word) && pieces[end].Word != "and") && !Hypotheses.Contains(pieces[end].Word)
            && !(pieces[end].Word == "and" && StartsClause(end + 1)))
            end++;
        return (start, end);
    }

    /// <summary>The words before a verb in its own clause; where it has none, those of the clause before.</summary>
    private (int Start, int End) Before(int at)
    {
        var end = at;
        while (end > 0 && end > at - LongestClause && pieces[end - 1].IsWord && (Auxiliaries.Contains(pieces[end - 1].Word) || Vocabulary.IsAdverb(pieces[end - 1].Word) || (end == at && Vocabulary.IsArticle(pieces[end - 1].Word))) && !IsAllOfIt(end - 1))
            end--;
        var start = ClauseStart(end);
        // "are 5 and 3 points higher": an amount is no subject.
        if (start > 0 && IsAmount(start, end) && (pieces[start - 1].IsNumber || start < end))
        {
            var number = start;
            while (number > 0 && (pieces[number - 1].IsNumber || pieces[number - 1].Word is "and" || pieces[number - 1].Kind == TokenKind.Comma || Amounts.Contains(pieces[number - 1].Word)))
                number--;
            if (number < start && number > 0)
                return Before(number);
        }
        if (start < end)
            return (start, end);
        // "Test accuracy: improved".
        if (end > 1 && pieces[end - 1].Kind == TokenKind.Colon && pieces.FindIndex(end, at - end, static piece => !(Vocabulary.IsNegation(piece.Word) || Vocabulary.IsAdverb(piece.Word) || piece.Word is "clear" or "significant")) < 0)
            return (ClauseStart(end - 1), end - 1);
        if (end > 0 && _claims.Count > 0 && pieces[end - 1].Word is "and" or "but")
        {
            var (before, beforeEnd) = (ClauseStart(end - 1), end - 1);
            while (beforeEnd > before && !ChangeWords.IsVerb(pieces[beforeEnd - 1].Word))
                beforeEnd--;
            return (before, Math.Max(before, beforeEnd - 1));
        }
        // "…, which is longer than": what the clause before is about.
        var which = end - 1;
        if (which > 0 && pieces[which].Word is "which" or "that")
        {
            while (which > 0 && !pieces[which - 1].IsWord)
                which--;
            return (ClauseStart(which), which);
        }
        return (start, end);
    }

    /// <summary>"Both rose", "all improved": the subject itself, and no article.</summary>
    private bool IsAllOfIt(int at) => pieces[at].Word is "both" or "all" && (WordAt(at - 1).Length == 0 || Vocabulary.IsClauseWord(pieces[at - 1].Word));

    private bool IsAmount(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!pieces[i].IsWord || !Amounts.Contains(pieces[i].Word))
                return false;
        }
        return true;
    }

    private int ClauseStart(int end)
    {
        var start = end;
        while (start > 0 && start > end - LongestClause)
        {
            var piece = pieces[start - 1];
            if (!piece.IsWord || pieces[start < pieces.Count ? start : start - 1].AfterFormula)
                break;
            if (Vocabulary.IsClauseWord(piece.Word) && (piece.Word != "and" || ClauseBeforeIsWhole(start - 1)))
                break;
            start--;
        }
        return start;
    }

    /// <summary>Whether "and" joins two clauses, not two nouns: what stands before it already makes a claim or gives a number.</summary>
    private bool ClauseBeforeIsWhole(int and)
    {
        for (var i = and - 1; i >= 0 && i >= and - LongestClause; i--)
        {
            if (pieces[i].IsNumber)
                return true;
            if (!pieces[i].IsWord)
                return false;
            if (ChangeWords.TryGet(pieces[i].Word, out _, out _) || Vocabulary.IsCopula(pieces[i].Word))
                return true;
        }
        return false;
    }

    private bool StartsClause(int at)
    {
        for (var i = at; i < pieces.Count && i < at + 6 && pieces[i].IsWord; i++)
        {
            if (Vocabulary.IsCopula(pieces[i].Word) || ChangeWords.IsVerb(pieces[i].Word) || Vocabulary.IsObtaining(pieces[i].Word))
                return true;
        }
        return false;
    }

    private bool IsPredicate(int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 5 && pieces[i].IsWord; i--)
        {
            if (Vocabulary.IsCopula(pieces[i].Word) || pieces[i].Word is "stay" or "remain" or "kept" or "keeps" or "keep" or "about" or "roughly" or "did" or "cut" or "takes" or "took")
                return true;
        }
        return false;
    }

    private bool IsNegated(int at)
    {
        // "halbiert sich nicht", "n’augmente pas": behind the verb.
        for (var i = at + 1; i < at + 4 && i < pieces.Count && pieces[i].IsWord; i++)
        {
            if (pieces[i].Word is "nicht" or "pas")
                return true;
        }
        for (var i = at - 1; i >= 0 && i >= at - 5; i--)
        {
            if (!pieces[i].IsWord || (Vocabulary.IsClauseWord(pieces[i].Word) && pieces[i].Word != "and"))
                return false;
            if (Vocabulary.IsNegation(pieces[i].Word))
                return WordAt(i + 1) != "only";
        }
        return false;
    }
}
