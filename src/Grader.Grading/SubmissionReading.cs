using Grader.Grading.Answers;
using Grader.Grading.Checks;
using Grader.Reference;

namespace Grader.Grading;

/// <summary>A question of one submission, read: its parts, and the answer taken for each check that has one.</summary>
/// <param name="withRows">Whether a row of a block <c>answers</c> goes before what the part's text says.</param>
internal sealed class SubmissionReading(Question question, CreditPolicy credit, IReadOnlyDictionary<string, PartReading> parts, IReadOnlyDictionary<string, Selection> selections, bool withRows = true)
{
    /// <summary>The same submission as if it had no rows of answers in words.</summary>
    public SubmissionReading WithoutRows => new(question, credit, parts, selections, withRows: false);

    public Question Question => question;

    public CreditPolicy Credit => credit;

    /// <summary>What answers a check: its row of a block <c>answers</c>, where there is one, else the part.</summary>
    public PartReading PartOf(Check check) => (withRows ? TextOf(check).Declared(check) : null) ?? TextOf(check);

    /// <summary>What the part says besides rows of answers.</summary>
    public PartReading TextOf(Check check) => parts[question.Parts.Items.First(part => part.Checks.Items.Any(other => other.Id == check.Id)).Id];

    public PartReading? Part(string id) => parts.GetValueOrDefault(id);

    public Selection? Selected(string check) => selections.GetValueOrDefault(check);

    /// <summary>The student's own number for another check, in the unit written; null where there is none, or where two different ones are stated.</summary>
    public SubmittedNumber? OwnNumber(string check)
    {
        if (Selected(check) is not { Answer.Expression: { } expression } selection || SubmittedNumber.Of(expression) is not { } number)
            return null;
        return selection.Rivals.All(rival => rival.Expression is { } other && SubmittedNumber.Of(other)?.Value == number.Value) ? number : null;
    }

    /// <summary>The same; null too where it is a figure of a run and the words around it say that it is none of the final model's: "rose by 20 %".</summary>
    public SubmittedNumber? OwnFigure(string check)
    {
        var number = OwnNumber(check);
        return number is not null && CheckOf(check) is BandCheck band && RunDoubt.About(Selected(check)!.Answer, PartOf(band).Text, band, question) is not null ? null : number;
    }

    /// <summary>Whether a percentage is asked, so that a bare 0.7231 is 72.31.</summary>
    public bool IsPercentage(string check) => CheckOf(check) is BandCheck { Percent: true } or NumberCheck { Percent: true };

    private Check? CheckOf(string id) => question.Parts.Items.SelectMany(part => part.Checks.Items).FirstOrDefault(check => check.Id == id);
}
