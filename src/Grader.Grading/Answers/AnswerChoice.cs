using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>
/// The answers of one question: what each part says, and the answer taken for each check that has one. By what a student declares, by address, by label and place, never by value: no right
/// value is looked at here.
/// </summary>
internal sealed class AnswerChoice
{
    private readonly Dictionary<string, PartReading> _parts = [];
    private readonly Dictionary<string, PartReading> _readings = [];
    private readonly List<ValueGrader> _valueGraders = [];
    private readonly List<ClaimGrader> _claimGraders = [];
    private readonly List<(IContestant Contestant, Selection Said)> _saidToo = [];
    private readonly ChoiceTrace? _trace;

    private AnswerChoice(Question question, SubmissionDocument document, ChoiceTrace? trace) => (Question, Copied, _trace) = (question, new(question, document.Text), trace);

    public Question Question { get; }

    public CopiedText Copied { get; }

    public IReadOnlyDictionary<string, PartReading> Parts => _parts;

    /// <summary>By check. A question's conventions may turn an answer round afterwards.</summary>
    public Dictionary<string, Selection> Selections { get; } = [];

    /// <summary>What of its part may hold the answer to a check on a quantity.</summary>
    public IReadOnlyDictionary<string, PartReading> Readings => _readings;

    public IReadOnlyList<ValueGrader> ValueGraders => _valueGraders;

    public IReadOnlyList<ClaimGrader> ClaimGraders => _claimGraders;

    /// <summary>What the text says to be the answer to checks that are declared by their ids besides: where it says another thing, a person decides.</summary>
    public IReadOnlyList<(IContestant Contestant, Selection Said)> SaidToo => _saidToo;

    /// <summary>What seems to answer a check for which its own part says nothing, in another place.</summary>
    public Dictionary<string, MisplacedAnswer> Misplaced { get; } = [];

    public PartReading PartOf(Check check) => _parts[Question.Parts.Items.First(part => part.Checks.Items.Any(other => other.Id == check.Id)).Id];

    /// <param name="trace">Is told every decision; null where nobody asks.</param>
    public static IReadOnlyList<AnswerChoice> Of(Assignment assignment, SubmissionDocument document, ChoiceTrace? trace = null)
    {
        var choices = new List<AnswerChoice>(assignment.Questions.Count);
        var unlabelled = BeforeTheFirstLabel(assignment, document);
        var words = new WordLists();
        foreach (var question in assignment.Questions)
        {
            var choice = new AnswerChoice(question, document, trace);
            foreach (var part in question.Parts)
                choice.Choose(part, PartReading.Of(question, part, document, choice.Copied, ownsBeginning: ReferenceEquals(question, unlabelled), words));
            choices.Add(choice);
        }
        MisplacedAnswers.Find(choices, document, words);
        return choices;
    }

    /// <summary>The question that stands before the first that has a label; null where the first is labelled, or none is.</summary>
    private static Question? BeforeTheFirstLabel(Assignment assignment, SubmissionDocument document)
    {
        var labelled = document.Sections.Items.Where(section => section.Question is not null && !PartReading.IsRow(section)).Select(section => section.Question!).ToHashSet(StringComparer.Ordinal);
        Question? before = null;
        foreach (var question in assignment.Questions)
        {
            if (labelled.Contains(question.Id))
                return before;
            before = question;
        }
        return null;
    }

    private void Choose(Part part, PartReading reading)
    {
        _parts[part.Id] = reading;
        var scopes = part.Checks.Items.ToDictionary(check => check.Id, check => TableScope.Of(check, reading));
        var numbers = new List<IContestant>();
        var tensors = new List<IContestant>();
        var declared = new List<(IContestant Contestant, Selection Selection)>();
        foreach (var check in part.Checks)
        {
            var rows = reading.Declared(check);
            if (CheckKinds.ValueGraderFor(check) is { } value)
            {
                _valueGraders.Add(value);
                var scoped = check.Cells.Count > 0 ? reading.Within(scopes[check.Id]) : reading;
                _readings[check.Id] = rows ?? scoped;
                if (rows is not null)
                    declared.Add((value, DeclaredAnswers.In(rows, value)));
                if (AddressedAnswers.Of(check, scoped) is { Count: > 0 } addressed)
                    Take(check, Selection.LastOf(addressed) with { IsAddressed = true }, "it stands at the check's address in a table");
                else if (reading.IsLabelled && value.OwnCandidates(scoped) is { Count: > 0 } candidates)
                    Take(check, Selection.LastOf([.. candidates.Select(reading.Placed)]), "its entries stand beside the names of its rows");
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
                        declared.Add((contestant, DeclaredAnswers.In(rows, contestant)));
                }
            }
        }
        var saidInWords = WordAnswers.In(reading, part.Checks.Items.OfType<NumberCheck>());
        var stated = reading.Numbers.Concat(saidInWords).Where(answer => !IsAddressed(answer)).OrderBy(answer => answer.Place.Start);
        var inOrder = OtherForms.Joined(stated, reading.Text).Select((answer, order) => reading.Placed(answer with { Order = order })).ToList();
        var withRows = declared.Select(item => item.Contestant.Check.Id).ToHashSet(StringComparer.Ordinal);
        Hold(numbers, inOrder, reading.IsLabelled, withRows);
        Hold(tensors, [.. reading.Tensors.Where(answer => !IsAddressed(answer)).Select(reading.Placed)], reading.IsLabelled, withRows);
        foreach (var (id, selection) in Denied(reading, numbers.FindAll(contestant => contestant.Check is NumberCheck { Words.Count: > 0 } && !withRows.Contains(contestant.Check.Id))))
            Selections[id] = selection;
        foreach (var (contestant, selection) in declared)
        {
            if (Selections.TryGetValue(contestant.Check.Id, out var said))
            {
                _saidToo.Add((contestant, said));
                _trace?.Outdone(contestant.Check, said, selection);
            }
            Take(contestant.Check, selection, "declared by the check's id");
        }
    }

    /// <summary>"Not halved", of the checks that nothing else in the part answers.</summary>
    private IReadOnlyDictionary<string, Selection> Denied(PartReading reading, List<IContestant> contestants)
    {
        var open = contestants.FindAll(contestant => !Selections.ContainsKey(contestant.Check.Id));
        var denied = open.Count == 0 ? [] : WordAnswers.In(reading, open.Select(contestant => (NumberCheck)contestant.Check), denied: true).Select((answer, order) => reading.Placed(answer with { Order = order })).ToList();
        // Beside a check that is answered, what is left over may well be said of that one.
        return Contest.Hold(open, denied, reading.IsLabelled && open.Count == contestants.Count, _trace);
    }

    /// <summary>What the text says of a check that a row answers is that check's, and nobody else's; what is left over then goes to the checks that have no row.</summary>
    private void Hold(List<IContestant> contestants, List<Answer> answers, bool isLabelled, HashSet<string> withRows)
    {
        if (contestants.Exists(contestant => withRows.Contains(contestant.Check.Id)))
        {
            var held = Contest.Hold(contestants, answers, isLabelled);
            foreach (var contestant in contestants.Where(contestant => withRows.Contains(contestant.Check.Id)))
            {
                if (!held.TryGetValue(contestant.Check.Id, out var said) || !DeclaredAnswers.IsSaid(said, contestant, isLabelled))
                    continue;
                Take(contestant.Check, said, "the text says it by its label");
                answers = answers.FindAll(answer => answer != said.Answer && !said.Rivals.Contains(answer));
            }
            contestants = contestants.FindAll(contestant => !withRows.Contains(contestant.Check.Id));
        }
        foreach (var (id, selection) in Contest.Hold(contestants, answers, isLabelled, _trace))
            Selections[id] = selection;
    }

    private void Take(Check check, Selection selection, string because)
    {
        Selections[check.Id] = selection;
        _trace?.Took(check, selection, because);
    }

    /// <summary>What stands at the address of one check is no other's, and a table that holds the columns of some is no matrix.</summary>
    private bool IsAddressed(Answer answer) => Selections.Values.Any(selection => (selection.IsAddressed && selection.Answer.Equals(answer))
        || (answer.Block is not null && selection.Answer is { Block: null, Expression: Listing } && ReferenceEquals(selection.Answer.Statement, answer.Statement)));
}
