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
    private readonly Dictionary<string, PartReading> _parts = [];
    private readonly Dictionary<string, Selection> _selections = [];
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
        var key = _question.Worksheet;
        var states = _valueGraders.ConvertAll(grader => StateOf(grader, key));
        CarriedForward.Find(states, key);
        MistakeSearch.Find(states, key);

        var outcomes = new Dictionary<string, Outcome>();
        foreach (var state in states)
            outcomes[state.Grader.Check.Id] = ValueVerdict.Of(state, key, PartOf(state.Grader.Check), _document.LooksConverted, TakenBy(state.Grader.Check.Id));
        var reading = new SubmissionReading(_question, _credit, _parts, _selections);
        foreach (var grader in _claimGraders)
            outcomes[grader.Check.Id] = grader.Judge(reading);

        mistakes = MistakeSummary.Of(_question, states);
        return Scoring.Score(_question, _credit, outcomes);
    }

    private void Choose(Part part)
    {
        var reading = PartReading.Of(_question, part, _document);
        _parts[part.Id] = reading;
        var numbers = new List<IContestant>();
        var tensors = new List<IContestant>();
        foreach (var check in part.Checks)
        {
            if (CheckKinds.ValueGraderFor(check) is { } value)
            {
                _valueGraders.Add(value);
                if (reading.Declared(check) is { } declared)
                    _selections[check.Id] = DeclaredAnswers.In(declared, value);
                else if (reading.IsLabelled && value.OwnCandidates(reading) is { Count: > 0 } candidates)
                    _selections[check.Id] = new(candidates[^1], [.. candidates.Take(candidates.Count - 1)]);
                else
                    (value is NumberGrader ? numbers : tensors).Add(value);
            }
            else if (CheckKinds.ClaimGraderFor(check) is { } claim)
            {
                _claimGraders.Add(claim);
                if (claim is IContestant contestant)
                {
                    if (reading.Declared(check) is { } declared)
                        _selections[check.Id] = DeclaredAnswers.In(declared, contestant);
                    else
                        numbers.Add(contestant);
                }
            }
        }
        var saidInWords = WordAnswers.In(reading, part.Checks.Items.OfType<NumberCheck>());
        var inOrder = reading.Numbers.Concat(saidInWords).OrderBy(answer => answer.Place.Start).Select((answer, order) => answer with { Order = order }).ToList();
        foreach (var (id, selection) in Contest.Hold(numbers, inOrder, reading.IsLabelled).Concat(Contest.Hold(tensors, reading.Tensors, reading.IsLabelled)))
            _selections[id] = selection;
    }

    private ValueState StateOf(ValueGrader grader, Worksheet key)
    {
        var selection = _selections.GetValueOrDefault(grader.Check.Id);
        var judgement = selection is null || selection.Answer.Trouble is not null ? null : grader.Judge(selection.Answer, key);
        return new(grader, selection, judgement);
    }

    private PartReading PartOf(Check check)
    {
        var part = _parts[_question.Parts.Items.First(part => part.Checks.Items.Any(other => other.Id == check.Id)).Id];
        return part.Declared(check) ?? part;
    }

    /// <summary>The answers that other checks took: they are theirs, and no sign of this one's.</summary>
    private HashSet<Answer> TakenBy(string check) => [.. _selections.Where(item => item.Key != check).Select(item => item.Value.Answer)];
}
