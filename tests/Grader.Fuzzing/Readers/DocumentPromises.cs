using Grader.Fuzzing.Driving;
using Grader.Mathematics;
using Grader.Submissions;

namespace Grader.Fuzzing.Readers;

/// <summary>What holds of every document, whatever it was read from: places lie within its text and hold what is said to stand there, lines count as they should.</summary>
internal sealed class DocumentPromises
{
    private readonly string _text;
    private readonly Sequence<Frame> _frames;
    private readonly List<int> _lineStarts = [0];

    private DocumentPromises(SubmissionDocument document)
    {
        (_text, _frames) = (document.Text, document.Frames);
        for (var i = 0; i < _text.Length; i++)
        {
            if (_text[i] == '\n' || (_text[i] == '\r' && (i + 1 == _text.Length || _text[i + 1] != '\n')))
                _lineStarts.Add(i + 1);
        }
    }

    public static void Hold(SubmissionDocument document, Traits traits)
    {
        var promises = new DocumentPromises(document);
        var line = 0;
        foreach (var frame in document.Frames)
        {
            Promise.Hold(frame.Line > line && frame.Line <= promises._lineStarts.Count, "frames stand in order within the text", () => $"{frame} after line {line} of {promises._lineStarts.Count}");
            line = frame.Line;
        }
        foreach (var section in document.Sections)
        {
            // A block of answers has no label: its sections are called after it.
            promises.Inside(section.Place, section.Heading == "answers" ? null : section.Heading);
            traits.Add("section", section.Question is null ? "" : "question", section.Part is null ? section.IsAside ? "aside" : "" : "part");
            var before = "";
            foreach (var statement in section.Statements)
            {
                promises.Hold(statement, traits);
                var kind = statement.GetType().Name;
                traits.Add("follows", before, kind);
                traits.Add(kind, statement.Check is null ? "" : "declared", statement.Context.Count > 2 ? "deep" : statement.Context.Count.ToString());
                before = kind;
            }
        }
        foreach (var repair in document.Repairs)
        {
            promises.Inside(repair.Place, null);
            traits.Message("repair", repair.Say);
        }
        traits.Count("sections", document.Sections.Count);
        traits.Count("frames", document.Frames.Count);
        traits.Add("converted", document.LooksConverted.ToString());
    }

    private void Hold(Statement statement, Traits traits)
    {
        Inside(statement.Place, statement.Text);
        switch (statement)
        {
            case FormulaStatement formula:
                foreach (var member in formula.Members)
                {
                    Inside(member.Place, member.Text);
                    ExpressionTraits.Add(traits, "formula", member.Expression);
                }
                Promise.Hold((formula.Members.Count == 0) == (formula.Error is not null), "a formula has members or an error");
                if (formula.Error is { } error)
                {
                    Promise.Hold(error.Position >= 0 && error.Position <= formula.Text.Length, "the place of an error lies within the formula", () => $"{error.Position} of {formula.Text.Length}");
                    traits.Message("unread", error.Expected);
                }
                traits.Count("members", formula.Members.Count);
                traits.Count("label", formula.Label.Count(character => character == ' '));
                break;
            case TableStatement table:
                foreach (var cell in table.Rows.Items.SelectMany(row => row.Items))
                    Inside(cell.Place, cell.Text);
                traits.Count(table.HasHeader ? "rows under a header" : "rows", table.Rows.Count);
                traits.Count("columns", table.Rows.Count == 0 ? 0 : table.Rows[0].Count);
                traits.Count("numbers in cells", table.Rows.Items.Sum(row => row.Items.Count(cell => cell.Expression is not null)));
                break;
            case SentenceStatement sentence:
                foreach (var number in sentence.Numbers)
                {
                    Inside(number.Place, number.Text);
                    ExpressionTraits.Add(traits, number.Approximate ? "about" : "number", number.Expression);
                }
                foreach (var change in sentence.Changes)
                {
                    Inside(change.Place, change.Text);
                    traits.Add("change", change.Direction.ToString(), $"{change.Negated} {change.Subject.Length > 0}");
                }
                traits.Count("words", sentence.Words.Count);
                traits.Count("numbers", sentence.Numbers.Count);
                break;
        }
    }

    private void Inside(Place place, string? written)
    {
        Promise.Hold(place.Start >= 0 && place.End >= place.Start && place.End <= _text.Length, "places lie within the text", () => $"{place} in a text of {_text.Length}");
        if (written is not null)
            Promise.Hold(_text.AsSpan(place.Start, place.End - place.Start).SequenceEqual(written), "what is said to stand at a place stands there", () => $"{place} holds {_text[place.Start..place.End]}, not {written}");
        Line(place.Start, place.Line, place.Column, place);
        Line(place.End, place.EndLine, place.EndColumn, place);
    }

    private void Line(int offset, int line, int column, Place place)
    {
        var found = _lineStarts.BinarySearch(offset);
        var index = found >= 0 ? found : ~found - 1;
        var (trueLine, trueColumn) = (index + 1, offset - _lineStarts[index] + 1);
        if (_frames.Count > 0)
        {
            Promise.Hold(place.Frame is not null, "a place in a text of frames has one", () => $"{place}");
            trueLine = Math.Max(1, trueLine + place.Frame!.First - place.Frame.Line);
        }
        Promise.Hold(line == trueLine && column == trueColumn, "lines and columns count from the start of the text or frame", () => $"{place}: offset {offset} is {trueLine}:{trueColumn}");
    }
}
