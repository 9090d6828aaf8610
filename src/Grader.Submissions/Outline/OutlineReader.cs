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

    private string? _question;
    private string? _part;
    private int _questionLevel = int.MaxValue;
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
        var candidates = CandidateFinder.Find(text, clean, blocks, expected);
        var reader = new OutlineReader(expected, candidates);
        reader.Run(record: true);
        var accepted = reader.Run(record: false);
        return Divide(clean, blocks, accepted);
    }

    private List<(Candidate Candidate, string? Question, string? Part)> Run(bool record)
    {
        (_question, _part, _questionLevel, _step) = (null, null, int.MaxValue, null);
        var accepted = new List<(Candidate, string?, string?)>();
        foreach (var candidate in _candidates)
        {
            var label = candidate.Label;
            if (label.Number is { } number)
            {
                var isPart = _expected.IsKnown && _question is not null && _expected.HasPart(_question, number)
                    && (label.Strength < LabelStrength.Word || !_expected.HasQuestion(number) || _questionsAreSaid);
                label = isPart ? label with { Part = number } : label with { Question = number };
            }
            if (label.Question is { } question && !AcceptsQuestion(candidate, label, question))
                continue;
            if (label.Question is null && !AcceptsPart(label, label.Part!, _question, record))
                continue;

            if (label.Question is not null)
            {
                if (label.Part is { } own && !_expected.HasPart(label.Question, own))
                    label = label with { Part = null };
                if (label.Part is { } joint && record)
                    Note(label.Question, joint, label.Strength);
                if (candidate.Level > 0)
                    _questionLevel = candidate.Level;
                _question = label.Question;
                _step = null;
            }
            _part = label.Part;
            accepted.Add((candidate, _question, _part));
        }
        return accepted;
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
            return !_questionsStandOut && IsNext(question, _question);
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
        if (sameStyle && !(_questionsAreSaid && !IsNext(question, _question)))
            return true;
        if (IsNext(question, _question) && question != "1")
            return true;
        _step = (question, candidate.Level);
        return false;
    }

    private bool AcceptsPart(Label label, string part, string? question, bool record)
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
        return label.Strength >= LabelStrength.Bold || _part is null || _expected.PartIndex(question, part) > _expected.PartIndex(question, _part);
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

    /// <summary>"### (b) W' = 32": the answer stands in the heading itself.</summary>
    private static bool HoldsAnswer(string clean, Candidate candidate) =>
        candidate.Label.End < candidate.LineEnd && clean.AsSpan(candidate.Label.End, candidate.LineEnd - candidate.Label.End).Contains('=');

    private static List<Stretch> Divide(string clean, List<Block> blocks, List<(Candidate Candidate, string? Question, string? Part)> accepted)
    {
        var stretches = new List<Stretch>();
        var first = accepted.Count == 0 ? (Block: blocks.Count, Line: 0) : (accepted[0].Candidate.Block, accepted[0].Candidate.Line);
        var preamble = Cut(blocks, (0, 0), -1, first);
        if (preamble.Count > 0)
            stretches.Add(new Stretch(null, null, new TextLine(0, 0), preamble));
        for (var i = 0; i < accepted.Count; i++)
        {
            var (candidate, question, part) = accepted[i];
            var next = i + 1 < accepted.Count ? (accepted[i + 1].Candidate.Block, accepted[i + 1].Candidate.Line) : (blocks.Count, 0);
            var isHeading = candidate.Level > 0;
            var isWhole = (isHeading || candidate.WholeLine) && !HoldsAnswer(clean, candidate);
            var contentStart = isWhole ? candidate.LineEnd : candidate.Label.End;
            var heading = new TextLine(candidate.Start, contentStart);
            stretches.Add(new Stretch(question, part, heading, Cut(blocks, (candidate.Block, candidate.Line), contentStart, next)));
        }
        return stretches;
    }

    /// <summary>The blocks between two lines, the first cut where its label ends.</summary>
    private static List<Block> Cut(List<Block> blocks, (int Block, int Line) from, int contentStart, (int Block, int Line) to)
    {
        var cut = new List<Block>();
        for (var i = from.Block; i < blocks.Count && (i < to.Block || (i == to.Block && to.Line > 0)); i++)
        {
            var block = blocks[i];
            var firstLine = i == from.Block ? from.Line : 0;
            var lastLine = i == to.Block ? to.Line : block.Lines.Count;
            if (i == from.Block && contentStart >= 0)
            {
                var lines = new List<TextLine>();
                for (var line = firstLine; line < lastLine; line++)
                {
                    var (start, end) = block.Lines[line];
                    start = Math.Max(start, contentStart);
                    if (start < end)
                        lines.Add(new TextLine(start, end));
                }
                if (lines.Count > 0)
                    cut.Add(block with { Kind = block.Kind == BlockKind.Heading ? BlockKind.Paragraph : block.Kind, Lines = lines, Start = lines[0].Start, StartsItem = false });
            }
            else if (firstLine > 0 || lastLine < block.Lines.Count)
            {
                cut.Add(block with { Lines = block.Lines.GetRange(firstLine, lastLine - firstLine) });
            }
            else
            {
                cut.Add(block);
            }
        }
        return cut;
    }
}
