using Grader.Grading.Answers;
using Grader.Grading.Checks;
using Grader.Grading.Diagnosis;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading;

/// <summary>Judges one question: choose the answers, compare them with the key, carry forward what was wrong, diagnose the rest.</summary>
internal sealed class QuestionGrader
{
    private readonly Question _question;
    private readonly CreditPolicy _credit;
    private readonly SubmissionDocument _document;
    private readonly AnswerChoice _choice;
    private readonly Dictionary<string, Selection> _selections;
    private readonly IReadOnlyList<ValueGrader> _valueGraders;

    /// <summary>What of its part may hold the answer to a check on a quantity.</summary>
    private readonly IReadOnlyDictionary<string, PartReading> _readings;

    public QuestionGrader(AnswerChoice choice, CreditPolicy credit, SubmissionDocument document)
    {
        (_question, _credit, _document, _choice) = (choice.Question, credit, document, choice);
        (_selections, _valueGraders, _readings) = (choice.Selections, choice.ValueGraders, choice.Readings);
        foreach (var (contestant, said) in choice.SaidToo)
            _selections[contestant.Check.Id] = DeclaredAnswers.Against(_selections[contestant.Check.Id], said, choice.PartOf(contestant.Check), contestant, _question.Worksheet);
    }

    public QuestionGrade Grade(out IReadOnlyList<MistakeFound> mistakes)
    {
        var labelNotes = new Dictionary<string, string>();
        var relabellings = RelabellingSearch.Take(_question, _valueGraders, _selections, labelNotes);
        // Conventions are chosen by answers that are judged with what is the student's own.
        var conventions = ConventionSearch.Take(OwnQuantities(_question.Worksheet).Key, [.. _valueGraders.Where(grader => grader is not OwnGrader)], _selections, [.. _choice.Parts.Values.SelectMany(part => part.Sentences)]);
        var own = OwnQuantities(conventions.In(_question.Worksheet));
        var states = StatesOf(own);
        if (own.Outcomes.Count > 0)
        {
            own = own.Doubting(states);
            states = StatesOf(own);
        }

        var key = own.Key;
        CarriedForward.Find(states, key);
        new CreditGuard(key, _credit.Guard).Watch(states);
        var explanation = new ExplanationReport(_question, ExplanationSearch.Explain(states, key), states, key);

        var outcomes = new Dictionary<string, Outcome>(own.Outcomes);
        foreach (var state in states)
            outcomes[state.Grader.Check.Id] = own.Founded(state.Grader, Told(conventions.Otherwise(state.Grader.Check.Id), VerdictOf(state, key)));
        foreach (var grader in _valueGraders.Where(grader => !outcomes.ContainsKey(grader.Check.Id)))
            outcomes[grader.Check.Id] = own.Unfounded(grader, _selections.GetValueOrDefault(grader.Check.Id), _readings[grader.Check.Id])!;
        var reading = new SubmissionReading(_question with { Worksheet = key }, _credit, _choice.Parts, _selections);
        foreach (var grader in _choice.ClaimGraders)
            outcomes[grader.Check.Id] = JudgeClaim(grader, reading);

        foreach (var (check, misplaced) in _choice.Misplaced.Where(item => outcomes[item.Key].Verdict == Verdict.Missing))
        {
            if (misplaced.TakenBy is { } taker)
            {
                // Right for the check that took it, it is that one's; wrong for it, nobody knows whose it is.
                if (outcomes[taker] is not { Verdict: Verdict.Incorrect, Mistakes.Count: 0 } wrong)
                    continue;
                outcomes[taker] = Outcome.Review(wrong.Expected, wrong.Found, wrong.Message.And($"But by its label it seems to answer {check}."));
            }
            outcomes[check] = Outcome.Review(outcomes[check].Expected, misplaced.Found, $"Nothing in its own place says it; {misplaced.Say}.");
        }

        foreach (var part in _question.Parts.Items.Where(part => _choice.Parts[part.Id].HoldsTooMuch))
        {
            foreach (var check in part.Checks.Items.Where(check => check is not (ChoiceCheck or RubricCheck or EffectCheck) && _choice.Parts[part.Id].Declared(check) is null))
                outcomes[check.Id] = Outcome.Review(outcomes[check.Id].Expected, outcomes[check.Id].Found, $"More than {PartReading.MostAnswers} numbers or arrays stand in this part, and no more were looked at; a person must find the answer.");
        }

        foreach (var grader in _valueGraders.Where(grader => outcomes[grader.Check.Id].Verdict.IsDecided() && _selections.ContainsKey(grader.Check.Id)))
            outcomes[grader.Check.Id] = outcomes[grader.Check.Id] with { Value = grader.Print(_selections[grader.Check.Id].Answer) };

        foreach (var grader in _valueGraders)
            outcomes[grader.Check.Id] = WithFormulas(outcomes[grader.Check.Id], grader, key);

        mistakes = [.. explanation.Mistakes];
        foreach (var (check, note) in labelNotes.Where(item => outcomes[item.Key].Verdict != Verdict.Correct))
            outcomes[check] = outcomes[check] with { Message = outcomes[check].Message.And(note) };
        return Scoring.Score(_question, _credit, outcomes) with { Conventions = conventions.Taken, Relabellings = relabellings, Explains = explanation.Sentence.Full, ExplainsToStudent = explanation.Sentence.Told };
    }

    /// <summary>What is right under another convention only is wrong beside the others; where as much speaks for the one as for the other, a person looks.</summary>
    private static Outcome Told(OtherConvention? other, Outcome outcome)
    {
        if (other is null || outcome.Verdict is not (Verdict.Incorrect or Verdict.Partial or Verdict.NeedsReview))
            return outcome;
        return other.IsEven
            ? Outcome.Review(outcome.Expected, outcome.Found, other.Say)
            : Outcome.Incorrect(outcome.Expected, outcome.Found, other.Say);
    }

    /// <summary>What was found and what was expected as formulas, for reports that set them.</summary>
    private Outcome WithFormulas(Outcome outcome, ValueGrader grader, Worksheet key) => outcome with
    {
        FoundFormula = _selections.TryGetValue(grader.Check.Id, out var selection) && outcome.Found == selection.Answer.Found ? selection.Answer.Expression : null,
        // A value with a source beside it is told in words.
        ExpectedValue = grader is OwnGrader || key.Named(grader.Quantities[0]) is { Provenance.Length: > 0 } ? null : key[grader.Quantities[0]].Value,
    };

    private static Outcome JudgeClaim(ClaimGrader grader, SubmissionReading reading)
    {
        var outcome = grader.Judge(reading);
        var text = reading.TextOf(grader.Check);
        return grader is not IContestant && text.IsLabelled && text.Declared(grader.Check) is not null ? DeclaredAnswers.Against(outcome, grader.Judge(reading.WithoutRows)) : outcome;
    }

    private OwnQuantities OwnQuantities(Worksheet example)
    {
        var states = _valueGraders.OfType<OwnGrader>().Select(grader => StateOf(grader, example, "what must hold of it"));
        return new(example, [.. states.Select(state => (state, VerdictOf(state, example)))]);
    }

    /// <summary>The states of the checks that can be judged.</summary>
    private List<ValueState> StatesOf(OwnQuantities own) =>
        [.. _valueGraders.Where(grader => grader is not OwnGrader && own.Unfounded(grader, _selections.GetValueOrDefault(grader.Check.Id), _readings[grader.Check.Id]) is null).Select(grader => StateOf(grader, own.Key, own.Measure(grader)))];

    private ValueState StateOf(ValueGrader grader, Worksheet key, string measure)
    {
        var selection = _selections.GetValueOrDefault(grader.Check.Id);
        var judgement = selection is null || selection.Answer.Trouble is not null ? null : grader.Judge(selection.Answer, key);
        return new(grader, selection, judgement) { Measure = measure };
    }

    private Outcome VerdictOf(ValueState state, Worksheet key) => ValueVerdict.Of(state, key, _readings[state.Grader.Check.Id], _document.LooksConverted, TakenBy(state.Grader.Check.Id));

    /// <summary>The answers that other checks took: they are theirs, and no sign of this one's.</summary>
    private HashSet<Answer> TakenBy(string check) => [.. _selections.Where(item => item.Key != check).Select(item => item.Value.Answer)];
}
