using System.Globalization;
using Grader.Submissions.Blocks;

namespace Grader.Submissions.Outline;

/// <summary>
/// Divides a submission into questions and parts. The strongest kind of label that a question or part has is the one that counts: where there are headings
/// <c>Solution (b)</c>, a <c>(b)</c> in running text is an enumeration; where nothing stronger stands, it is the part.
/// </summary>
internal sealed class OutlineReader
{
    private readonly ExpectedOutline _expected;
    private readonly List<Candidate> _candidates;
    private readonly bool _questionsAreSaid;
    private readonly bool _questionsStandOut;
    private readonly Dictionary<(string? Question, string Part), LabelStrength> _strongest = [];

    private readonly Dictionary<string, int> _answersTo = new(StringComparer.Ordinal);
    private readonly HashSet<(string? Question, string Part)> _taken = [];

    private string? _question;
    private string? _part;

    /// <summary>The question before, also where a chapter has ended it.</summary>
    private string? _lastQuestion;

    /// <summary>The part that the next one comes after; null once <c>Answer:</c> has started anew behind the question's own text.</summary>
    private string? _lastPart;
    private int _questionLevel = int.MaxValue;
    private int _partLevel;
    private (string Number, int Level)? _step;

    private OutlineReader(ExpectedOutline expected, List<Candidate> candidates)
    {
        _expected = expected;
        _candidates = candidates;
        _questionsAreSaid = candidates.Any(candidate => candidate.Label is { Strength: LabelStrength.Word, Question: not null });
        _questionsStandOut = _questionsAreSaid || candidates.Any(candidate => (candidate.Label.Question ?? candidate.Label.Number) is { } id
            && candidate.Label.Strength is LabelStrength.Heading or LabelStrength.Bold && expected.HasQuestion(id));
    }

    public static List<Stretch> Read(string text, string clean, List<Block> blocks, ExpectedOutline expected)
    {
        var candidates = RepeatedLabels.Remove(CandidateFinder.Find(text, clean, blocks, expected));
        var reader = new OutlineReader(expected, candidates);
        reader.Run(record: true);
        return Divider.Divide(clean, blocks, reader.Run(record: false));
    }

    private List<Mark> Run(bool record)
    {
        (_question, _part, _lastQuestion, _lastPart, _questionLevel, _partLevel, _step) = (null, null, null, null, int.MaxValue, 0, null);
        var accepted = new List<Mark>();
        foreach (var candidate in _candidates)
        {
            if (candidate.Kind != CandidateKind.Label)
            {
                if (Closes(candidate, record))
                {
                    (_question, _part, _lastPart) = (null, null, null);
                    accepted.Add(new(candidate, null, null));
                }
                continue;
            }
            if (Settle(candidate) is not { } label)
                continue;
            if (label.Question is { } question && !AcceptsQuestion(candidate, label, question))
                continue;
            var ofPart = _question ?? (_lastQuestion is null ? _expected.OnlyQuestion : null);
            if (label.Question is null && !AcceptsPart(candidate, label, label.Part!, ofPart, record))
                continue;

            if (label.Question is not null)
            {
                if (label.Part is { } own && !_expected.HasPart(label.Question, own))
                    label = label with { Part = null };
                if (label.Part is { } joint && record)
                    Note(label.Question, joint, label.Strength);
                if (candidate.Level > 0)
                    _questionLevel = candidate.Level;
                _question = _lastQuestion = label.Question;
                _step = null;
            }
            else
            {
                _question = _lastQuestion = ofPart;
            }
            _part = _lastPart = label.Part;
            _partLevel = candidate.Level;
            if (_part is not null)
                _taken.Add((_question, _part));
            accepted.Add(new(candidate, _question, _part));
        }
        _taken.Clear();
        return accepted;
    }

    /// <summary>Whether a line that is no label ends the part before it. <c>Answer:</c> ends none; once in a question, it starts its parts anew.</summary>
    private bool Closes(Candidate candidate, bool record)
    {
        if (candidate.Kind == CandidateKind.Answer)
        {
            var question = _question ?? "";
            if (record)
                _answersTo[question] = _answersTo.GetValueOrDefault(question) + 1;
            else if (_answersTo[question] == 1)
                _lastPart = null;
            return false;
        }
        // A conclusion as high as its question and the question's parts is the part's own.
        return candidate.Kind is CandidateKind.Aside or CandidateKind.Contents
            || (_question is not null && candidate.Level <= _questionLevel && !(_part is not null && _partLevel > 0 && _partLevel <= candidate.Level));
    }

    /// <summary>Whose a number is that may be a question's or a part's; null where it is nobody's.</summary>
    private Label? Settle(Candidate candidate)
    {
        var label = candidate.Label;
        if (label.Number is { } number)
        {
            if (label.NamesPart && _question is not null && _questionsStandOut)
                return _expected.PartAt(_question, number) is { } part ? label with { Part = part } : null;
            var isPart = _expected.IsKnown && _question is not null && _expected.HasPart(_question, number)
                && (label.Strength < LabelStrength.Word || !_expected.HasQuestion(number) || _questionsAreSaid);
            return isPart ? label with { Part = number } : label with { Question = number };
        }
        // Headings I, II, III as high as questions are.
        if (label is { Question: null, Part: { } roman, Strength: LabelStrength.Heading } && candidate.Level > 0 && candidate.Level <= _questionLevel && !_questionsAreSaid
            && LabelReader.RomanValue(roman) is > 0 and var value && IsNext(value.ToString(CultureInfo.InvariantCulture), _lastQuestion)
            && !(_expected.IsKnown && _expected.HasPart(_question, roman)))
            return label with { Question = value.ToString(CultureInfo.InvariantCulture), Part = null };
        return label;
    }

    private bool AcceptsQuestion(Candidate candidate, Label label, string question)
    {
        if (label.Strength == LabelStrength.Word)
            return _expected.HasQuestion(question) || candidate.Level > 0 || candidate.WholeLine;
        if (!_expected.HasQuestion(question) || (label.Part is { } part && !_expected.HasPart(question, part)))
            return false;
        // 1(a), 2b: the shape says enough, once the line says no more than a list would.
        if (label is { Part: not null, Number: null, Strength: > LabelStrength.ListNumber })
            return true;
        if (label.Strength <= LabelStrength.Plain)
            return !_questionsStandOut && IsNext(question, _lastQuestion);
        return AcceptsBareNumber(candidate, question);
    }

    /// <summary>A heading that is a number and a title: a question, or a step inside an answer.</summary>
    private bool AcceptsBareNumber(Candidate candidate, string question)
    {
        if (_step is { } step && step.Level == candidate.Level && IsNext(question, step.Number))
        {
            _step = (question, candidate.Level);
            return false;
        }
        var sameStyle = candidate.Level == 0 ? !_questionsAreSaid : candidate.Level <= _questionLevel;
        if (sameStyle && !(_questionsAreSaid && !IsNext(question, _lastQuestion)))
            return true;
        if (IsNext(question, _lastQuestion) && question != "1")
            return true;
        _step = (question, candidate.Level);
        return false;
    }

    private bool AcceptsPart(Candidate candidate, Label label, string part, string? question, bool record)
    {
        if (_expected.IsKnown ? !_expected.HasPart(question, part) : !IsPlainPart(part, question))
            return false;
        if (record)
        {
            Note(question, part, label.Strength);
            return false;
        }
        if (label.Strength < _strongest.GetValueOrDefault((question, part)) && !(label.Strength >= LabelStrength.Bold))
            return false;
        if (label.Strength >= LabelStrength.Bold || _lastPart is null || _expected.PartIndex(question, part) > _expected.PartIndex(question, _lastPart))
            return true;
        // Out of order, at the start of a paragraph: a part, unless it is answered already, as the (a) of an enumeration is.
        return candidate.Line == 0 && !_taken.Contains((question, part));
    }

    /// <summary>Without an assignment: letters are parts, Roman numbers only where there are no letters.</summary>
    private bool IsPlainPart(string part, string? question)
    {
        if (part.Length == 1 && char.IsAsciiLetter(part[0]))
            return part[0] <= 'h' || _part is { Length: 1 } before && before[0] == part[0] - 1 || !_strongest.ContainsKey((question, "a"));
        return !_strongest.ContainsKey((question, "a"));
    }

    private void Note(string? question, string part, LabelStrength strength)
    {
        ref var known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_strongest, (question, part), out _);
        known = known > strength ? known : strength;
    }

    private static bool IsNext(string question, string? before) =>
        int.TryParse(question, out var number) && (before is null ? number == 1 : int.TryParse(before, out var last) && number == last + 1);
}

/// <summary>A label that counts, and where it says that what follows stands.</summary>
internal readonly record struct Mark(Candidate Candidate, string? Question, string? Part);
