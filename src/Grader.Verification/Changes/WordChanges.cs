using System.Text.RegularExpressions;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Verification;

/// <summary>Words that take a right answer back, or say another.</summary>
internal sealed partial class WordChanges(QuestionAnswers answers)
{
    /// <summary><c>{0}</c> is the right answer, <c>{1}</c> another.</summary>
    private static readonly string[] Alternatives = ["{0} or {1}", "{1} or {0}", "either {0} or {1}", "{0} (or {1})", "{0}, or {1}"];

    private static readonly string[] Doubts = ["maybe {0}", "perhaps {0}", "{0}?", "{0} (a guess)", "{0}, maybe"];

    private static readonly string[] ChoiceDoubts = ["{0} or {1}, I cannot tell.", "Maybe {0}, maybe {1}.", "Either {0} or {1}."];

    private static readonly (string One, string Other)[] Directions = [("rose", "fell"), ("longer", "shorter"), ("increases", "decreases"), ("increased", "decreased"), ("improved", "worsened"), ("higher", "lower"), ("went up", "went down")];

    private readonly IReadOnlyList<NumberFact> _numbers = [.. answers.Values.OfType<NumberFact>()];
    private readonly IReadOnlyList<ValueFact> _exchangeable = [.. answers.Values.Where(fact => fact is NumberFact or TensorFact && answers.Check(fact.Check) is not OwnCheck)];
    private readonly IReadOnlyList<ProseFact> _sentences = [.. answers.Right.Parts.Items.SelectMany(part => part.Facts.Items).OfType<ProseFact>()];

    public Change? Or(Draws draws)
    {
        var choices = _sentences.Where(fact => answers.Check(fact.Check) is ChoiceCheck).ToList();
        if (choices.Count > 0 && draws.Below(_exchangeable.Count + choices.Count) < choices.Count)
            return Both(draws.Of(choices), draws);
        if (_exchangeable.Count == 0)
            return null;
        var fact = draws.Of(_exchangeable);
        if (ValueChange.Slip(new([answers.Right]), fact.Check, SlipKind.Digit, draws) is not { } slipped)
            return null;
        var other = slipped.Submission.Facts.OfType<ValueFact>().First(other => other.Check == fact.Check);
        if (answers.Compare(fact, other) != Sameness.Wrong)
            return null;
        return Hedged(ChangeKind.Or, $"another value beside {fact.Check}", fact, (fact, other) switch
        {
            (NumberFact number, NumberFact slip) => number with { Working = null, Hedge = new(draws.Of(Alternatives), slip.Number) },
            (TensorFact tensor, TensorFact slip) => tensor with { Or = slip.Tensor },
            _ => fact,
        });
    }

    public Change? Not(Draws draws) => Hedged(ChangeKind.Not, "not", ["not {0}"], draws);

    public Change? Maybe(Draws draws) => Hedged(ChangeKind.Maybe, "maybe", Doubts, draws);

    public Change? OtherChoice(Draws draws)
    {
        var choices = _sentences.Where(fact => answers.Check(fact.Check) is ChoiceCheck).ToList();
        if (choices.Count == 0)
            return null;
        var fact = draws.Of(choices);
        var check = (ChoiceCheck)answers.Check(fact.Check)!;
        var others = check.Choices.Items.Where(choice => choice.Id != check.Right).SelectMany(choice => choice.Phrases.Items).Where(phrase => IsPlain(phrase.Text)).ToList();
        return others.Count == 0 ? null : Said(ChangeKind.OtherChoice, $"another choice for {check.Id}", fact, ModelSubmission.Sentence(draws.Of(others).Text));
    }

    public Change? OtherDirection(Draws draws)
    {
        var claims = _sentences.Where(fact => answers.Check(fact.Check) is EffectCheck or OrderCheck).ToList();
        if (claims.Count == 0)
            return null;
        var fact = draws.Of(claims);
        var said = fact.Texts.Items.FirstOrDefault(text => Reversed(text) != text);
        return said is null ? null : Said(ChangeKind.OtherDirection, $"another direction for {fact.Check}", fact, Reversed(said));
    }

    /// <summary>Of each sentence: one alone may be none that the answer needs.</summary>
    public Change? Denial(Draws draws)
    {
        var ideas = _sentences.Where(fact => answers.Check(fact.Check) is RubricCheck && fact.Texts.Items.Any(IsInWords)).ToList();
        if (ideas.Count == 0)
            return null;
        var fact = draws.Of(ideas);
        var denied = SentenceEnd().Split(fact.Texts.Items.First(IsInWords)).Select(sentence => $"It is wrong that {char.ToLowerInvariant(sentence[0])}{sentence[1..]}");
        return Said(ChangeKind.Denial, $"the contrary for {fact.Check}", fact, string.Join(' ', denied));
    }

    private Change? Both(ProseFact fact, Draws draws)
    {
        var check = (ChoiceCheck)answers.Check(fact.Check)!;
        var right = check.Choices.Items.First(choice => choice.Id == check.Right).Phrases.Items.FirstOrDefault(phrase => IsPlain(phrase.Text));
        var other = check.Choices.Items.Where(choice => choice.Id != check.Right).SelectMany(choice => choice.Phrases.Items).FirstOrDefault(phrase => IsPlain(phrase.Text));
        return right is null || other is null ? null : Said(ChangeKind.Or, $"two choices for {check.Id}", fact, Pen.Capital(string.Format(System.Globalization.CultureInfo.InvariantCulture, draws.Of(ChoiceDoubts), right.Text, other.Text)));
    }

    private Change? Hedged(ChangeKind kind, string say, string[] words, Draws draws)
    {
        if (_numbers.Count == 0)
            return null;
        var fact = draws.Of(_numbers);
        return Hedged(kind, $"“{say}” for {fact.Check}", fact, fact with { Working = null, Hedge = new(draws.Of(words), fact.Number) });
    }

    /// <summary>What stands with it in one list or table may be read otherwise, too.</summary>
    private Change Hedged(ChangeKind kind, string say, ValueFact fact, ValueFact hedged)
    {
        var beside = Beside(fact).Items;
        return new(kind, say, answers.WithoutFigures(answers.With(other => other == fact ? hedged : other), [fact.Check]), [fact.Check], beside.Concat(answers.Following([.. beside, fact.Check])).Where(check => check != fact.Check).Distinct().ToSequence());
    }

    /// <returns>Null where another sentence of the part may say it all the same.</returns>
    private Change? Said(ChangeKind kind, string say, ProseFact fact, string sentence)
    {
        var beside = answers.Right.Parts.Items.First(part => part.Facts.Items.Contains(fact)).Facts.Items.OfType<ProseFact>().Where(other => other.Check != fact.Check).ToList();
        var silent = beside.ToDictionary(other => other.Check, other => other.Texts.Items.Where(text => !MaySay(fact.Check, text)).ToSequence(), StringComparer.Ordinal);
        if (silent.Values.Any(texts => texts.Count == 0))
            return null;
        return new(kind, say, answers.With(other => other switch
        {
            ProseFact prose when prose == fact => fact with { Texts = [sentence] },
            // Claims on one order stand in several parts, all of which are turned.
            ProseFact prose when prose.Check == fact.Check => prose with { Texts = [Reversed(prose.Texts[0])] },
            ProseFact prose when beside.Contains(prose) && silent.TryGetValue(prose.Check, out var texts) => prose with { Texts = texts },
            _ => other,
            // What is denied beside a value may be meant of it.
        }), [fact.Check], kind == ChangeKind.Denial ? Beside(fact) : []);
    }

    /// <summary>The other checks that its part answers.</summary>
    private Sequence<string> Beside(Fact fact) => answers.Right.Parts.Items.First(part => part.Facts.Items.Contains(fact)).Facts.Items.Select(other => other.Check).Where(check => check != fact.Check).ToSequence();

    private bool MaySay(string check, string text) => answers.Check(check) switch
    {
        ChoiceCheck choice => choice.Choices.Items.SelectMany(each => each.Phrases.Items).Any(phrase => phrase.Find(Words.Of(text)).Length > 0),
        RubricCheck => true,
        _ => false,
    };

    private static string Reversed(string text)
    {
        foreach (var (one, other) in Directions)
            text = text.Replace(one, "\u0001", StringComparison.Ordinal).Replace(other, one, StringComparison.Ordinal).Replace("\u0001", other, StringComparison.Ordinal);
        return text;
    }

    private static bool IsPlain(string phrase) => phrase.All(c => char.IsLetter(c) || c == ' ');

    private static bool IsInWords(string text) => text.Length > 0 && !text.AsSpan().ContainsAny("$=\n;?");

    [GeneratedRegex(@"(?<=\.)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
