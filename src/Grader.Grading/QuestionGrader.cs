using Grader.Grading.Answers;
using Grader.Grading.Checks;
using Grader.Grading.Diagnosis;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading;

/// <summary>Judges one question: choose the answers, compare them with the key, carry forward what was wrong, diagnose the rest.</summary>
internal sealed class QuestionGrader
{
    private readonly Question _question;
    private readonly CreditPolicy _credit;
    private readonly SubmissionDocument _document;
    private readonly Dictionary<string, PartReading> _parts = [];
    private readonly Dictionary<string, Selection> _selections = [];

    /// <summary>What of its part may hold the answer to a check on a quantity.</summary>
    private readonly Dictionary<string, PartReading> _readings = [];
    private readonly List<ValueGrader> _valueGraders = [];
    private readonly List<ClaimGrader> _claimGraders = [];

    public QuestionGrader(Question question, CreditPolicy credit, SubmissionDocument document)
    {
        (_question, _credit, _document) = (question, credit, document);
        foreach (var part in question.Parts)
            Choose(part);
    }

    public QuestionGrade Grade(out IReadOnlyList<MistakeFound> mistakes)
    {
        var labelNotes = new Dictionary<string, string>();
        var relabellings = RelabellingSearch.Take(_question, _valueGraders, _selections, labelNotes);
        // Conventions are chosen by answers that are judged with what is the student's own.
        var conventions = ConventionSearch.Take(OwnQuantities(_question.Worksheet).Key, [.. _valueGraders.Where(grader => grader is not OwnGrader)], _selections, [.. _parts.Values.SelectMany(part => part.Sentences)]);
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
        var explanation = new ExplanationReport(_question, ExplanationSearch.Explain(states, key), states);

        var outcomes = new Dictionary<string, Outcome>(own.Outcomes);
        foreach (var state in states)
            outcomes[state.Grader.Check.Id] = own.Founded(state.Grader, Told(conventions.Otherwise(state.Grader.Check.Id), VerdictOf(state, key)));
        foreach (var grader in _valueGraders.Where(grader => !outcomes.ContainsKey(grader.Check.Id)))
            outcomes[grader.Check.Id] = own.Unfounded(grader, _selections.GetValueOrDefault(grader.Check.Id), _readings[grader.Check.Id])!;
        var reading = new SubmissionReading(_question with { Worksheet = key }, _credit, _parts, _selections);
        foreach (var grader in _claimGraders)
            outcomes[grader.Check.Id] = JudgeClaim(grader, reading);

        mistakes = [.. explanation.Mistakes];
        foreach (var (check, note) in labelNotes.Where(item => outcomes[item.Key].Verdict != Verdict.Correct))
            outcomes[check] = outcomes[check] with { Message = $"{outcomes[check].Message} {note}" };
        return Scoring.Score(_question, _credit, outcomes) with { Conventions = conventions.Taken, Relabellings = relabellings, Explains = explanation.Sentence };
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

    private static Outcome JudgeClaim(ClaimGrader grader, SubmissionReading reading)
    {
        var outcome = grader.Judge(reading);
        var text = reading.TextOf(grader.Check);
        return grader is not IContestant && text.IsLabelled && text.Declared(grader.Check) is not null ? DeclaredAnswers.Against(outcome, grader.Judge(reading.WithoutRows)) : outcome;
    }

    private void Choose(Part part)
    {
        var reading = PartReading.Of(_question, part, _document);
        _parts[part.Id] = reading;
        var scopes = part.Checks.Items.ToDictionary(check => check.Id, check => TableScope.Of(check, reading));
        var numbers = new List<IContestant>();
        var tensors = new List<IContestant>();
        var declared = new Dictionary<string, Selection>();
        foreach (var check in part.Checks)
        {
            var rows = reading.Declared(check);
            if (CheckKinds.ValueGraderFor(check) is { } value)
            {
                _valueGraders.Add(value);
                var scoped = check.Cells.Count > 0 ? reading.Within(scopes[check.Id]) : reading;
                _readings[check.Id] = rows ?? scoped;
                if (rows is not null)
                    declared[check.Id] = DeclaredAnswers.In(rows, value);
                if (AddressedAnswers.Of(check, scoped) is { Count: > 0 } addressed)
                    _selections[check.Id] = new(addressed[^1], [.. addressed.Take(addressed.Count - 1)]) { IsAddressed = true };
                else if (reading.IsLabelled && value.OwnCandidates(scoped) is { Count: > 0 } candidates)
                    _selections[check.Id] = new(candidates[^1], [.. candidates.Take(candidates.Count - 1)]);
                else
                    (value is NumberGrader or OwnGrader { IsNumber: true } ? numbers : tensors).Add(new ScopedContestant(value, scopes[check.Id]));
            }
            else if (CheckKinds.ClaimGraderFor(check) is { } claim)
            {
                _claimGraders.Add(claim);
                if (claim is IContestant contestant)
                {
                    numbers.Add(contestant);
                    if (rows is not null)
                        declared[check.Id] = DeclaredAnswers.In(rows, contestant);
                }
            }
        }
        var saidInWords = WordAnswers.In(reading, part.Checks.Items.OfType<NumberCheck>());
        var inOrder = reading.Numbers.Concat(saidInWords).Where(answer => !IsAddressed(answer)).OrderBy(answer => answer.Place.Start).Select((answer, order) => answer with { Order = order }).ToList();
        Hold(numbers, inOrder, reading.IsLabelled, declared);
        Hold(tensors, [.. reading.Tensors.Where(answer => !IsAddressed(answer))], reading.IsLabelled, declared);
        foreach (var (id, selection) in declared)
        {
            var contestant = (IContestant?)_valueGraders.Find(grader => grader.Check.Id == id) ?? (IContestant)_claimGraders.First(grader => grader.Check.Id == id);
            _selections[id] = DeclaredAnswers.Against(selection, _selections.GetValueOrDefault(id), reading, contestant, _question.Worksheet);
        }
    }

    /// <summary>What the text says of a check that a row answers is that check's, and nobody else's; what is left over then goes to the checks that have no row.</summary>
    private void Hold(List<IContestant> contestants, List<Answer> answers, bool isLabelled, Dictionary<string, Selection> declared)
    {
        var withRows = contestants.FindAll(contestant => declared.ContainsKey(contestant.Check.Id));
        if (withRows.Count > 0)
        {
            var held = Contest.Hold(contestants, answers, isLabelled);
            foreach (var contestant in withRows)
            {
                if (!held.TryGetValue(contestant.Check.Id, out var said) || !DeclaredAnswers.IsSaid(said, contestant, isLabelled))
                    continue;
                _selections[contestant.Check.Id] = said;
                answers = answers.FindAll(answer => answer != said.Answer && !said.Rivals.Contains(answer));
            }
            contestants = contestants.FindAll(contestant => !declared.ContainsKey(contestant.Check.Id));
        }
        foreach (var (id, selection) in Contest.Hold(contestants, answers, isLabelled))
            _selections[id] = selection;
    }

    /// <summary>What stands at the address of one check is no other's, and a table that holds the columns of some is no matrix.</summary>
    private bool IsAddressed(Answer answer) => _selections.Values.Any(selection => (selection.IsAddressed && selection.Answer.Equals(answer))
        || (answer.Block is not null && selection.Answer is { Block: null, Expression: Listing } && ReferenceEquals(selection.Answer.Statement, answer.Statement)));

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
