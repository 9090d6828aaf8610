using System.Buffers;
using System.Text.RegularExpressions;
using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>
/// Whether the words around an answer take it back: "1179648 is wrong", "at most 32", "32?", "maybe 32", "13 or 12". What is said that way is nobody's plain answer, and a person looks.
/// </summary>
internal static partial class Doubt
{
    private const int Reach = 240;
    private const int NearBefore = 3;
    private const int NearPhrase = 6;
    private const int NearAfter = 5;

    private static readonly HashSet<string> Anywhere = new(StringComparer.Ordinal)
    {
        "wrong", "incorrect", "false", "doubt", "doubtful", "maybe", "perhaps", "might", "unsure", "guess", "guessing", "supposedly", "allegedly", "falsch", "vielleicht",
    };

    /// <summary>Beginnings, since a converter may have put a mark inside the word.</summary>
    private static readonly List<string> FalseWhats = ["posit", "negat", "alarm", "discov"];

    private static readonly HashSet<string> JustBefore = new(StringComparer.Ordinal) { "not", "never", "than", "most", "least", "anything", "nearly", "almost", "or", "oder", "unlike", "would", "could", "instead", "nicht", "cannot", "suppose", "supposing" };

    private static readonly SearchValues<char> Invisible = SearchValues.Create("\u00AD\u200B\u200C\u200D\u2060\uFEFF");

    private static readonly char[] Breaks = [';', '\n', '='];

    private static readonly string[] Ends = [". ", "? ", "! ", "; ", "\n\n", "\n- ", "\n* ", "\r\n\r\n", "\r\r", "|"];

    /// <returns>Why the answer is no plain one, or null.</returns>
    /// <param name="without">Phrases of the check that say it is another's answer: "increases by", where a fall is asked.</param>
    /// <param name="labels">What the words around the check's answers say.</param>
    /// <param name="isMeasured">What came out of the student's own run is asked.</param>
    public static string? About(Answer answer, string text, Sequence<Phrase> without = default, LabelRule? labels = null, bool isMeasured = false)
    {
        if (answer.Statement is TableStatement table)
            return answer.Text != table.Text && DoubtfulCell().IsMatch(answer.Text) ? $"the cell says “{answer.Text.Trim()}”" : TableHeads.Doubt(answer, table);
        if (labels is not null && MoreThanAName(answer, labels) is { } side)
            return $"“{side.Trim()}” is more than a name";
        if (FormulaWord().Match(answer.Text) is { Success: true } said)
            return $"its formula says “{said.Groups["word"].Value}”";
        var (before, after) = SentenceOf(answer, text);
        var end = Math.Clamp(answer.Place.End, 0, text.Length);
        var behind = text.Substring(end + after.Length, Math.Min(Reach, text.Length - end - after.Length));
        (before, after) = (Visible(before), Visible(after));

        // The signs that close a formula or bold text are not what follows it.
        var follows = after.AsSpan().TrimStart(" $*`)\\").TrimStart();
        if (follows.StartsWith("?"))
            return "a question mark follows it";
        if (follows.Length > 1 && follows[0] is '/' or '^' or '÷' && !follows.StartsWith("//") && !(NamesBetweenStrokes().IsMatch(before) && NextValue().IsMatch(after)))
            return "more of a formula follows it";
        if (MoreOfANumber().IsMatch(after) || Portion.IsFactor(after))
            return "more of a number follows it";
        if (Letter().Match(text, end, Math.Min(Reach, text.Length - end)) is { Success: true } letter && (answer.Expression is null || letter.Groups["letter"].Value != "B"))
            return $"“{letter.Groups["letter"].Value}” follows it";
        var sentence = behind.AsSpan().TrimStart(" .!?;\r\n*_-".AsSpan());
        if (Correction().IsMatch(after) || Correction().Match(sentence.ToString()) is { Success: true, Index: 0 })
            return "a correction follows it";
        if (Difference().Match(after) is { Success: true } than && !((than.Groups["percent"].Success || answer.Text.Contains('%', StringComparison.Ordinal)) && Basis().IsMatch(after[than.Index..])))
            return $"“{than.Groups["more"].Value} than” follows it";
        if (Meant().Match(after) is { Success: true } meant && !SameDigits(meant.Groups["meant"].Value, answer.Text))
            return $"“{meant.Groups["meant"].Value}” is said to be meant";
        var pairsUp = PairsUp().IsMatch(after);
        if (pairsUp && NoMember().Match(before + answer.Text + after) is { Success: true } no)
            return $"“{no.Groups["word"].Value}” stands among numbers that pair up with names";
        // "96.9 %? and 98.5 %, respectively": the names it pairs up with stand in another sentence.
        if (pairsUp && answer.Label.Count == 0 && BeginsAmidAList().IsMatch(before))
            return "it pairs up with a name that stands elsewhere";
        if (OneOfSeveral().IsMatch(after))
            return "“or” and another follow it";
        if (answer.Text.Contains('%', StringComparison.Ordinal) && Factor().IsMatch(before))
            return "a percentage is no factor";
        if (Bound().Match(before) is { Success: true } bound)
            return $"“{bound.Groups["bound"].Value}” stands before it";
        if (Fraction().IsMatch(before))
            return "it is said to be a part or a multiple of it";
        if (StartOfANumber().IsMatch(before))
            return "a part of it may stand before it";
        if (labels is not null && answer.Statement.Check is null && Portion.Of(LastClause(before), after) is { } portion && !Portion.IsAsked(labels))
            return $"“{portion}” says that it is another count";

        if (Unclaimed(before, after, behind, labels, isMeasured) is { } unclaimed)
            return unclaimed;
        if (answer.Statement.Check is null && Quotation.Disputed(text, answer.Place) is { } dispute)
            return $"it is quoted, and “{dispute}” stands beside the quotation";
        if (ScaleWords.In(before) is { } scale)
            return $"“{scale}” stands before it";

        var wordsBefore = Words.Of(before);
        var wordsAfter = Words.Of(after);
        List<string> words = [.. wordsBefore, .. wordsAfter];
        for (var i = 0; i < words.Count; i++)
            if (Anywhere.Contains(words[i]) && !IsFalsePositive(words, i))
                return $"its sentence says “{words[i]}”";
        foreach (var word in wordsBefore.TakeLast(NearBefore))
            if (JustBefore.Contains(word))
                return $"“{word}” stands before it";
        var sinceAnother = before[(OtherAnswer().Match(before) is { Success: true } other ? other.Index + other.Length : 0)..];
        // Since the number before, what is said is said of this one.
        var directlyBefore = Words.Of(SinceNumber(sinceAnother)) is { Count: > NearBefore } since ? since.TakeLast(NearPhrase).ToList() : Words.Of(sinceAnother).TakeLast(NearBefore).ToList();
        // Of two lists that pair up, what stands before a number names another.
        var paired = Respectively().IsMatch(after) && answer.Label.Count > 0;
        foreach (var phrase in without)
            if (phrase.Find(directlyBefore).Length > 0 && !(paired && phrase.Find(answer.Label).Length == 0))
                return $"“{phrase.Text}” stands before it";
        if (wordsAfter is ["or" or "oder" or "ou", _, ..])
            return "“or” and another follow it";
        var next = wordsAfter.Take(NearAfter).ToList();
        return next is ["is" or "was" or "ist", "not" or "nicht", ..] ? "“is not” follows it" : null;
    }

    /// <summary>Why a number is no percentage, though one is asked and it has the value: "falls by a factor of 50", "by 50 MB"; null where it may be one.</summary>
    public static string? OfShare(Answer answer, string text)
    {
        if (answer.Statement is TableStatement || answer.Text.Contains('%', StringComparison.Ordinal))
            return null;
        var (before, after) = SentenceOf(answer, text);
        if (Factor().IsMatch(before) && answer.Expression is not null && SubmittedNumber.Of(answer.Expression) is { Value: var value } && Rational.Abs(value) > Rational.One)
            return "a factor is no percentage";
        return Amount().Match(after) is { Success: true } amount ? $"“{amount.Groups["unit"].Value}” follows it" : null;
    }

    /// <summary>Why a value that differs may be a right answer in words that were not reckoned with: "in millions: 1.47", "falls by a factor of 2". Null where nothing says so.</summary>
    public static string? Otherwise(Answer answer, string text, ValueGrader grader, Worksheet key)
    {
        if (grader is not NumberGrader { Check: NumberCheck check } || answer.Statement is TableStatement || answer.Trouble is not null)
            return null;
        var (before, _) = SentenceOf(answer, text);
        if (check.Percent && !answer.Text.Contains('%', StringComparison.Ordinal) && Factor().IsMatch(before))
            return "a factor is said, and a percentage is asked";
        return ScaleWords.In(before) is { } scale && ScaleWords.Scaled(answer).Any(scaled => grader.Judge(scaled, key).Agreement == Agreement.Agrees) ? $"it agrees if “{scale}” is meant of it" : null;
    }

    /// <summary>A converter leaves invisible characters inside words.</summary>
    private static string Visible(string text) => text.AsSpan().ContainsAny(Invisible) ? string.Concat(text.Where(static c => !Invisible.Contains(c))) : text;

    private static string SinceNumber(string before)
    {
        for (var i = before.Length - 1; i >= 0; i--)
        {
            if (char.IsDigit(before[i]) || (char.IsLowSurrogate(before[i]) && i > 0 && char.IsDigit(before, i - 1)))
                return before[(i + 1)..];
        }
        return before;
    }

    /// <summary>Whether the digits of the one are those of the other, rounded: it is the same number, or that in another unit.</summary>
    private static bool SameDigits(string one, string other)
    {
        var (left, right) = (Digits(one), Digits(other));
        var count = Math.Min(left.Length, right.Length);
        return count == 0 || Rounded(left, count) == Rounded(right, count);
    }

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit).SkipWhile(static digit => digit == '0').Take(15)).TrimEnd('0');

    private static decimal Rounded(string digits, int count) =>
        Math.Round(decimal.Parse(digits.Insert(count, "."), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture), MidpointRounding.AwayFromZero);

    /// <summary>What stands in front of a number since the one before.</summary>
    private static string LastClause(string before) => before[(before.LastIndexOfAny(Breaks) + 1)..];

    /// <summary>What stands before and behind an answer in its sentence, or in its row of a block of answers.</summary>
    private static (string Before, string After) SentenceOf(Answer answer, string text)
    {
        var (start, end) = (Math.Clamp(answer.Place.Start, 0, text.Length), Math.Clamp(answer.Place.End, 0, text.Length));
        // A row of a block of answers has no neighbours.
        if (answer.Statement.Check is not null)
            return (text[Math.Min(start, answer.Statement.Place.Start)..start], text[end..Math.Clamp(answer.Statement.Place.End, end, text.Length)]);
        var from = Math.Max(0, start - Reach);
        return (text[(from + After(text.AsSpan(from, start - from)))..start], text.Substring(end, Before(text.AsSpan(end, Math.Min(Reach, text.Length - end)))));
    }

    /// <summary><c>1 − precision = 0.6</c>: the words that name the check stand in a formula, which says another thing than they do.</summary>
    private static string? MoreThanAName(Answer answer, LabelRule labels)
    {
        var label = answer.Statement switch
        {
            FormulaStatement formula => formula.Label,
            SentenceStatement sentence => sentence.Numbers.Items.FirstOrDefault(number => number.Place == answer.Place)?.Label ?? "",
            _ => "",
        };
        if (Names(labels, label) && ReckonedLabel().IsMatch(label))
            return label;
        if (answer.Chain is [{ Expression: not Number } side, _, ..])
            return !IsName(side) && Names(labels, side.Text) ? side.Text : null;
        return answer.Statement is FormulaStatement { Members: [var before, _, ..] } && before.Place != answer.Place && SubmittedMatrix.RowsOf(answer.Expression) is not null && IsAnotherArray(before.Expression, answer) && Names(labels, before.Text) ? before.Text : null;
    }

    /// <summary><c>2A</c>, or <c>Aᵀ</c> for a matrix: the array behind it is not the one that is named. Of a vector, the sign only says how it stands.</summary>
    private static bool IsAnotherArray(Expression side, Answer answer) => side switch
    {
        Call { Function: "transpose" } => SubmittedMatrix.VectorOf(answer.Expression) is null,
        Product { Factors: var factors } => factors.Items.Any(factor => factor is Number or Quotient),
        Power => SubmittedMatrix.VectorOf(answer.Expression) is null,
        Quotient or Sum or Negation => true,
        _ => false,
    };

    /// <summary>Whether its sentence says that it is another's, or says it not at all.</summary>
    private static string? Unclaimed(string before, string after, string next, LabelRule? labels, bool isMeasured)
    {
        before = before[(before.LastIndexOf('?') + 1)..];
        if (NextItem().Match(after) is { Success: true } item)
            after = after[..item.Index];
        if (LastItem().Match(before) is { Success: true } last)
            before = before[(last.Index + last.Length)..];
        var expects = labels?.Groups.Items.Any(static group => group.Items.Any(static phrase => phrase.Text.Contains("expect", StringComparison.OrdinalIgnoreCase))) ?? false;
        return Assertion.WhyNot(before, after, next.TrimStart('.', '!', '?', ';', ' ', '\r', '\n', '*', '_'))
            ?? (Attribution.Of(before, after, isMeasured) is { } other && !(expects && other.Contains("expect", StringComparison.OrdinalIgnoreCase)) ? other : null);
    }

    /// <summary>"The false positive rate" is a measure, and "random guessing: 10 %" another's, and neither a doubt.</summary>
    private static bool IsFalsePositive(List<string> words, int at) => (words[at] is "guess" or "guessing" && at > 0 && words[at - 1] is "random" or "randomly") || words[at] == "false" && at + 1 < words.Count && FalseWhats.Exists(start => words[at + 1].StartsWith(start, StringComparison.Ordinal));

    private static bool Names(LabelRule labels, string text)
    {
        var words = Words.Of(text);
        return labels.Groups.Items.Any(group => LabelScore.Says(group, words));
    }

    private static bool IsName(StatedMember side) =>
        side.Expression is Symbol or Call { Arguments: [Symbol or Number, ..] } || (NotationName.Of(side.Text) is { } name && !name.Contains("/_", StringComparison.Ordinal) && !PlainPower().IsMatch(side.Text));

    /// <summary>11½, 9‰, 3 : 4, 3’000, 3 to 5, 32 − 1, 294912 K, 3i, 32 5.</summary>
    [GeneratedRegex(@"^[ $*`]*(?:[½¼¾⅓⅔⅛‰]|['’]\d|:\s*\d|(?:to|bis)\s+\d|[-−–+*·×]\s*[\d(]|[KMGkT](?:MACs?|FLOPs?|params?|parameters|ops)?\b|[ij]\b)|^[ \u00A0]\d", RegexOptions.CultureInvariant)]
    private static partial Regex MoreOfANumber();

    /// <summary>"50 MB", "50 times": no percentage.</summary>
    [GeneratedRegex(@"^[ $*`]*(?<unit>[kKMGT]i?B|bytes?|bits?|values|times|fold|megabytes?|kilobytes?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    /// <summary>The last A of <c>AᵀA</c>, the n of <c>32 n</c>: a factor, at the end of what is said. A unit, "32 B", is none.</summary>
    [GeneratedRegex(@"\G[ \u00A0][ $*`]*(?<letter>[A-Za-z](?:[\^_][\w{}]+|[²³ᵀ])?)(?=[ $*`]*(?:[,;+*/=\r\n|-]|\.(?:\s+\p{Lu}|\s*\z)|\z))", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    /// <summary>A line that does not go on in lower case says something of its own.</summary>
    [GeneratedRegex(@"\r?\n(?!\s*\p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex NextItem();

    /// <summary>Lines that have a number of their own, before one that begins with a capital.</summary>
    [GeneratedRegex(@"^[\s\S]*\d[^\n]*\n(?=\s*[\p{Lu}\p{N}$*])", RegexOptions.CultureInvariant)]
    private static partial Regex LastItem();

    /// <summary>"Actually, it is 5", "(no: 295168)", "no wait, 21", behind an answer.</summary>
    [GeneratedRegex(@"(?:^|[.!?;:,(–\n]|(?<!\p{L})-)\s*[*_]*(?:actually\b|correction\b|corrected\b(?=[\s*]*(?:[:;,=(\d$]|(?:answer|value|result|version|number|total|one|it|below|to|after)\b|$))|wait\b|no,? wait\b|or rather\b|edit\s*:|oops\b|sorry\b|korrektur\b|erratum\b|typo\b|scratch that\b|(?:no|nein|non)\s*[:,]\s*[\d$])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Correction();

    /// <summary>"48.98 % less than that of layer 1", "5 more parameters than layer 1".</summary>
    [GeneratedRegex(@"^[\s$*`)\\]*(?<percent>%|percent\b|\\%)?[\s$*`)\\]*(?:\w+\s+)?(?<more>more|less|fewer|higher|lower|larger|smaller|greater|bigger)\b(?:\s+[\w-]+){0,3}?\s+than\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Difference();

    /// <summary>"294912 weights and 256 biases, i.e. 295168 parameters": what is meant is another number.</summary>
    [GeneratedRegex(@"^[^.;\n=]{0,60}[,;(–-]\s*(?:i\.\s?e\.|that is|that makes|d\.\s?h\.)[,:]?\s+(?:about |around |roughly )?[$*]*(?<meant>\d[\d.,]*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Meant();

    /// <summary>What a fall is counted from, unless the question says otherwise.</summary>
    [GeneratedRegex(@"\bthan\b(?:\s+[\w-]+){0,4}?\s+(?:input|before|original|initial|initially|baseline|start|beginning|previous|previously)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Basis();

    /// <summary>The 1 of <c>1, 2 or 3</c>, and of <c>1 / 2 or 3</c>.</summary>
    [GeneratedRegex(@"^(?:\s*,\s*[\d.]+)+,?\s*(?:or|oder|ou)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OneOfSeveral();

    /// <summary>The last answer before, where this one has a label of its own: the 11 of <c>wide: 11, high: 9</c>.</summary>
    [GeneratedRegex(@"^[\s\S]*[\d%)*`$][ \t]*(?:[,;](?=\s)|\r?\n|\r)(?=[^,;\r\n]*\p{L}{2}[^,;\r\n]*(?:[=≈:→⇒]|\bis\b)[^\p{L},;\r\n]*$)", RegexOptions.CultureInvariant)]
    private static partial Regex OtherAnswer();

    /// <summary>Behind a number, in its sentence.</summary>
    [GeneratedRegex(@"^[^;!?]*\brespectively\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PairsUp();

    [GeneratedRegex(@"^\W*(?:and|or|und|oder)\b[^\p{L}]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BeginsAmidAList();

    /// <summary>"93.4 % and not 93.5 %", "93.4 %, or 143.4 %": one name, and one number too many, or none.</summary>
    [GeneratedRegex(@"\d[\s$*%％﹪\\]*(?:percent\b)?[\s,]*(?:(?:and|but)\s+)?\b(?<word>or|not|maybe|perhaps|rather than|instead of)\s+[\s$*~≈+-]*\.?\d", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoMember();

    /// <summary>", 1179648 and 1474560, respectively" behind a number.</summary>
    [GeneratedRegex(@"^(?:[^\p{L};]|\\[a-zA-Z]+|[KMB]\b|e\+?\d|x(?=\s?10)|(?:and|und|thousand|million|billion|percent)\b)*\brespectively\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Respectively();

    /// <summary>"train/test accuracy: ", before the first of as many values.</summary>
    [GeneratedRegex(@"\p{L} ?/ ?\p{L}[^/\d]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NamesBetweenStrokes();

    [GeneratedRegex(@"^[ $*`%\\]*/ ?[$*`]*\d", RegexOptions.CultureInvariant)]
    private static partial Regex NextValue();

    /// <summary>"up to 32", "above 32"; what adds up to 32, or went up to it, is 32.</summary>
    [GeneratedRegex(@"(?<!\b(?:add|adds|adding|added|sum|sums|summing|summed|come|comes|came|total|totals|amount|amounts|multiply|multiplies|went|go|goes|gone|going|rose|rises?|risen|climb\w*|jump\w*|increas\w*|improv\w*|grew|grows?|grown|moved?|moves|shot|way|back|brought|brings?|pushed|pushes|it) )\b(?<bound>up to|below|above|under|over|beyond|exceed(?:s|ed|ing)?|bis zu|unter|über)[ $*`~≈]*(?:about |around |roughly )?[$*`]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Bound();

    /// <summary>"half of 32", "twice 32".</summary>
    [GeneratedRegex(@"\b(?:half|third|quarter|twice|double|triple|hälfte|times)(?: of| the| von)*[ $*`]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Fraction();

    /// <summary>"by a factor of".</summary>
    [GeneratedRegex(@"\b(?:factors?|faktor) (?:of|von)[ $*`~≈]*(?:about |around |roughly )?[$*`]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Factor();

    /// <summary>The 2 of a ratio, <c>2:1</c>.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d] ?)\b\d{1,3}:$", RegexOptions.CultureInvariant)]
    private static partial Regex StartOfANumber();

    /// <summary>A label that reckons with what it names: <c>1 - precision</c>, <c>precision/2</c>, <c>twice the width</c>.</summary>
    [GeneratedRegex(@"^\s*\d[\d.]*\s*[-−+*·×/]\s*\p{L}|\p{L}{2,}\s*(?:[*·^²³]|/\s*\d)|\b(?:twice|half of|half the|double the|one minus|(?:times|minus|plus|divided by|multiplied by) (?:\d|\p{L}(?!\p{L})))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ReckonedLabel();

    [GeneratedRegex(@"[<>≤≥?]|\b(?:or|not|no|wrong|incorrect|maybe|perhaps|guess|unsure|doubt\w*|oder|nicht|vielleicht)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DoubtfulCell();

    /// <summary><c>\text{not }32</c>: the formula itself takes it back.</summary>
    [GeneratedRegex(@"\\(?:text\w*|mbox|mathrm|mathit|mathsf|operatorname)\s*\{[^{}]*\b(?<word>not|or|maybe|perhaps|guess|unsure|wrong|oder|nicht|vielleicht)\b[^{}]*\}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FormulaWord();

    /// <summary>A line with nothing but blanks.</summary>
    [GeneratedRegex(@"\n[ \t\u00A0]+\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLine();

    /// <summary>A power by a bare number, not a layer's index in brackets: <c>recall^2</c>.</summary>
    [GeneratedRegex(@"\p{L}{3,}\s*(?:\^\s*\d|[²³])", RegexOptions.CultureInvariant)]
    private static partial Regex PlainPower();

    /// <summary>Where the sentence starts that a stretch of text ends in.</summary>
    private static int After(ReadOnlySpan<char> stretch)
    {
        var start = 0;
        foreach (var end in Ends)
            start = Math.Max(start, LastEnd(stretch, end) is >= 0 and var at ? at + end.Length : 0);
        foreach (var line in BlankLine().EnumerateMatches(stretch))
            start = Math.Max(start, line.Index + line.Length);
        return start;
    }

    /// <summary>"LeCun et al. report" goes on.</summary>
    private static int LastEnd(ReadOnlySpan<char> stretch, string end)
    {
        var at = stretch.LastIndexOf(end);
        while (at > 0 && end == ". " && (stretch[..at].EndsWith("et al") || stretch[..at].EndsWith(" prof", StringComparison.OrdinalIgnoreCase) || stretch[..at].EndsWith("cf") || stretch[..at].EndsWith(" ref", StringComparison.OrdinalIgnoreCase)))
            at = stretch[..at].LastIndexOf(end);
        return at;
    }

    /// <summary>"i.e. 32" goes on.</summary>
    private static int FirstEnd(ReadOnlySpan<char> stretch, string end)
    {
        var at = stretch.IndexOf(end);
        while (at > 0 && end == ". " && (stretch[..at].EndsWith("i.e") || stretch[..at].EndsWith("e.g") || stretch[..at].EndsWith("d.h") || stretch[..at].EndsWith("z.B")))
            at = stretch[(at + 1)..].IndexOf(end) is >= 0 and var next ? at + 1 + next : -1;
        return at;
    }

    private static int Before(ReadOnlySpan<char> stretch)
    {
        var length = stretch.Length;
        foreach (var end in Ends)
            length = Math.Min(length, FirstEnd(stretch, end) is >= 0 and var at ? at + (end[0] == '?' ? 1 : 0) : stretch.Length);
        foreach (var line in BlankLine().EnumerateMatches(stretch))
            return Math.Min(length, line.Index);
        return length;
    }
}
