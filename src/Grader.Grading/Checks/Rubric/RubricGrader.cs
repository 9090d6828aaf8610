using Grader.Grading.Answers;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Checks;

/// <summary>Prose in which ideas are looked for. Never incorrect by machine: all ideas found and none denied is correct, no text is missing, anything else is for a person.</summary>
internal sealed class RubricGrader(RubricCheck check) : ClaimGrader(check)
{
    private const int ReachBefore = 6;
    private const int ReachAfter = 5;

    private static readonly HashSet<string> Negations = new(StringComparer.Ordinal)
    {
        "not", "never", "nobody", "no", "neither", "nor", "wrong", "false", "fails", "fail", "myth", "harmful", "ruin", "ruins", "unless", "cannot", "isn't", "doesn't", "don't", "won't", "only", "hardly", "whether", "needed",
    };

    private readonly IReadOnlyList<Expression> _formulas = [.. check.Formulas.Items.Select(text => Formula.Read(text).Expression).OfType<Expression>()];

    public override Outcome Judge(SubmissionReading reading)
    {
        var part = reading.PartOf(check);
        var expected = check.Model;
        if (part.Formulas.FirstOrDefault(SaysByFormula) is { } formula)
        {
            var asAnswer = new Answer(formula, null, formula.Text, formula.Place, [], [], 0);
            if ((Doubt.About(asAnswer, part.Text) ?? FormulaClaim.WhyNot(formula, part, check.Formulas, _formulas)) is { } doubt || SaysOtherwise(part, out doubt))
                return Outcome.Review(expected, Sentence.Found(formula), $"The formula is right, but {doubt}.");
            return ShowsAnotherMatrix(reading, part) is { } shown ? OtherMatrix(expected, shown, Rational.Zero) : Outcome.Correct(expected, Sentence.Found(formula), "Said by a formula.");
        }

        var evidence = check.Ideas.Items.Select(idea => (Idea: idea, Sentence: part.Sentences.FirstOrDefault(sentence => Says(idea, sentence)))).ToList();
        var found = evidence.Where(item => item.Sentence is not null).ToList();
        var denied = evidence.Where(item => part.Sentences.Any(sentence => !sentence.IsQuestion && Mentions(item.Idea, sentence) && Denies(item.Idea, sentence))).ToList();
        var place = found.Count > 0 ? Sentence.Found(found[0].Sentence!.Statement) : part.Sentences is [var first, ..] ? Sentence.Found(first.Statement) : null;

        if (place is null)
            return part.Formulas.FirstOrDefault() is { } shownFormula
                ? Outcome.Review(expected, Sentence.Found(shownFormula), "Only formulas were found; the words asked for are not there.")
                : Outcome.Missing(expected, part);
        if (denied.Count > 0)
            return Outcome.Review(expected, place, new($"{(found.Count > 0 ? $"Found {List(found)}, but a" : "A")} sentence seems to say the contrary of {List(denied)}.", "A sentence seems to say the contrary of what is asked for.")) with { IsContrary = true };
        var sure = found.Aggregate(Rational.Zero, (sum, item) => sum + item.Idea.Share);
        if (found.Count < evidence.Count && Doubted(part, evidence.Except(found)) is { } doubted)
            return Outcome.Review(expected, Sentence.Found(doubted.Statement), new Said(found.Count == 0 ? "" : $"Found {List(found)}.", found.Count == 0 ? "" : Counted(found.Count, evidence.Count)).And($"“{Sentence.Shorten(doubted.Statement.Text)}” has the words asked for, but {doubted.Doubt}."), sure);
        if (found.Count < evidence.Count)
            return Outcome.Review(expected, place, found.Count == 0 ? new($"Prose was found, but not {List(evidence)}.", "Prose was found, but not what is asked for.") : new($"Found {List(found)}; not found: {List(evidence.Except(found))}.", Counted(found.Count, evidence.Count)), sure);
        if (part.Sentences.Select(sentence => WrittenOrder.Other(sentence, check, reading.Question.Worksheet)).FirstOrDefault(order => order is not null) is { } order)
            return Outcome.Review(expected, place, $"The words are right, but “{order}” is another order.") with { IsContrary = true };
        if (LeftOpen(part) is { } open)
            return Outcome.Review(expected, Sentence.Found(open.Sentence.Statement), $"The words are right, but “{Sentence.Shorten(open.Sentence.Statement.Text)}” leaves it open: {open.Why}.");
        return ShowsAnotherMatrix(reading, part) is { } other
            ? OtherMatrix(expected, other, Rational.Zero)
            : Outcome.Correct(expected, place, new($"Found {List(found)}{Lines(found)}.", $"All that is asked for was found{Lines(found)}."));
    }

    public override IEnumerable<Evidence> Evidence(SubmissionReading reading)
    {
        var part = reading.PartOf(check);
        foreach (var formula in part.Formulas.Where(SaysByFormula).Take(1))
            yield return new(Sentence.Found(formula), "says it by a formula", IsTaken: true) { Ideas = check.Ideas.Items.Select(idea => idea.Id).ToSequence() };
        foreach (var sentence in part.Sentences)
        {
            var said = check.Ideas.Items.Where(idea => Says(idea, sentence)).ToList();
            var denied = check.Ideas.Items.Where(idea => !sentence.IsQuestion && Mentions(idea, sentence) && Denies(idea, sentence)).ToList();
            var say = string.Join(", ", said.Select(idea => $"says “{idea.Say}”").Concat(denied.Select(idea => $"seems to deny “{idea.Say}”")));
            yield return new(Sentence.Found(sentence.Statement), say.Length > 0 ? say : sentence.Doubt is { } doubt && check.Ideas.Items.Any(idea => Mentions(idea, sentence)) ? $"has the words of an idea, but {doubt}" : "says none of the ideas", said.Count > 0) { Ideas = said.Select(idea => idea.Id).ToSequence() };
        }
    }

    /// <summary>All prose and formulas of the part: which of it says an idea would tell the idea.</summary>
    public override IEnumerable<Evidence> Read(SubmissionReading reading)
    {
        var part = reading.PartOf(check);
        return part.Statements.Where(statement => statement is SentenceStatement or FormulaStatement { Error: null }).Select(statement => new Evidence(Sentence.Found(statement), "", IsTaken: true));
    }

    private static Outcome OtherMatrix(string expected, Answer shown, Rational sure) =>
        Outcome.Review(expected, shown.Found, "The words are right, but the matrix shown with them is another one.", sure) with { IsContrary = true };

    private static string Counted(int found, int all) => $"Found {found} of {all} things that are asked for.";

    private static string Lines(IEnumerable<(Idea Idea, Prose? Sentence)> found)
    {
        var places = found.Select(item => item.Sentence!.Statement.Place).DistinctBy(place => place.Where).OrderBy(place => place.Start).ToList();
        return places.Count < 2 ? ""
            : places.TrueForAll(place => place.Frame is null) ? $" (lines {string.Join(", ", places.Select(place => place.Line))})"
            : $" ({string.Join("; ", places.Select(place => place.Where))})";
    }

    private static string List(IEnumerable<(Idea Idea, Prose? Sentence)> items) => string.Join(" and ", items.Select(item => $"“{item.Idea.Say}”"));

    private static bool Says(Idea idea, Prose sentence) => Mentions(idea, sentence) && !Denies(idea, sentence) && sentence.Doubt is null;

    /// <summary>A sentence that has the words of an idea, and says them not plainly.</summary>
    private static Prose? Doubted(PartReading part, IEnumerable<(Idea Idea, Prose? Sentence)> missing) =>
        missing.SelectMany(item => part.Sentences.Where(sentence => sentence.Doubt is not null && Mentions(item.Idea, sentence))).FirstOrDefault();

    /// <summary>A sentence on what is asked that hedges, or offers something else, beside others that say the ideas: "at test time it might use the running averages", "or it is A itself".</summary>
    private (Prose Sentence, string Why)? LeftOpen(PartReading part)
    {
        foreach (var sentence in part.Sentences.Where(sentence => !sentence.IsQuestion))
        {
            var isOr = sentence.Words is ["or", ..];
            if (ProseDoubt.Hedge(sentence.Statement, sentence.Text) is { } hedge && (isOr || check.Ideas.Items.Any(idea => Mentions(idea, sentence)) || LabelScore.GroupsIn(check.Labels, sentence.Words) != 0))
                return (sentence, hedge);
            if (isOr && !sentence.Words.Any(static word => word is "equivalently" or "same" or "words" or "put") && !check.Ideas.Items.Any(idea => Says(idea, sentence)))
                return (sentence, "it begins with “or”");
        }
        return null;
    }

    private static bool Mentions(Idea idea, Prose sentence) => LabelScore.Says(idea.Phrases, sentence.Words);

    private static bool Denies(Idea idea, Prose sentence) => LabelScore.Says(idea.Denials, sentence.Words) || idea.Phrases.Items.Any(phrase => Qualifiers.Before(phrase, sentence.Words)) || idea.Phrases.Items.Any(phrase => IsNegated(phrase, sentence.Words));

    /// <summary>A word of denial from a few words before the match to a few after it.</summary>
    private static bool IsNegated(Phrase phrase, IReadOnlyList<string> words)
    {
        var match = phrase.Find(words);
        if (match.Length == 0)
            return false;
        for (var i = Math.Max(0, match.Start - ReachBefore); i < Math.Min(words.Count, match.Start + match.Length + ReachAfter); i++)
            if (Negations.Contains(words[i]) && !IsAsked(words[i], i, phrase, match))
                return true;
        return false;
    }

    /// <summary>A word of denial that the phrase itself asks for: "no parameters".</summary>
    private static bool IsAsked(string word, int place, Phrase phrase, (int Start, int Length) match) =>
        place >= match.Start && place < match.Start + match.Length && Words.Of(phrase.Text).Contains(word);

    private bool SaysOtherwise(PartReading part, out string why)
    {
        var contrary = part.Sentences.FirstOrDefault(sentence => check.Ideas.Items.Any(idea => LabelScore.Says(idea.Denials, sentence.Words)));
        why = contrary is null ? "" : $"{contrary.Statement.Place.Where} seems to say the contrary";
        return contrary is not null;
    }

    private bool SaysByFormula(FormulaStatement statement)
    {
        for (var i = 0; i + 1 < statement.Members.Count; i++)
        {
            if (statement.Members[i + 1].Operator is not RelationOperator.Equal)
                continue;
            var (left, right) = (statement.Members[i].Expression, statement.Members[i + 1].Expression);
            if (_formulas.OfType<Relation>().Any(formula => FormulaClaim.Says(formula, left, right)))
                return true;
        }
        return false;
    }

    /// <summary>The last matrix of the part, where it is none of those that may be shown.</summary>
    private Answer? ShowsAnotherMatrix(SubmissionReading reading, PartReading part)
    {
        // A row of answers says it in words; the matrix may stand in the row or in the text.
        var tensors = part.Tensors.Count > 0 || !reading.TextOf(check).IsLabelled ? part.Tensors : reading.TextOf(check).Tensors;
        if (check.Matrices.Count == 0 || tensors.Count == 0)
            return null;
        var shown = tensors[^1];
        return check.Matrices.Items.Any(quantity => IsSame(SubmittedMatrix.RowsOf(shown.Expression), reading.Question.Worksheet[quantity].Value)) ? null : shown;
    }

    private static bool IsSame(IReadOnlyList<IReadOnlyList<Expression>>? rows, Value? value)
    {
        if (rows is null || value is not Tensor tensor)
            return false;
        var entries = rows.SelectMany(row => row).ToList();
        var isVector = tensor.Shape.Count == 1 || tensor.Shape[0] == 1;
        var shapeFits = isVector ? rows.Count == 1 || rows.All(row => row.Count == 1) : rows.Count == tensor.Shape[0] && rows.All(row => row.Count == tensor.Shape[1]);
        return shapeFits && entries.Count == tensor.Entries.Count
            && entries.Zip(tensor.Entries.Items).All(pair => EntryJudge.Judge(pair.First, pair.Second, Tolerance.Default) == Agreement.Agrees);
    }
}
