using Grader.Grading.Answers;
using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading;

/// <summary>Makes receipts. The answers are chosen and not judged, so that a receipt cannot tell what is right.</summary>
public static class ReceiptMaker
{
    /// <param name="sha256">Of the submission's bytes, lower-case hexadecimal.</param>
    /// <param name="only">The id of the question that is told alone; null for all.</param>
    public static Receipt Of(Assignment assignment, SubmissionDocument document, string sha256, string? only = null)
    {
        var questions = AnswerChoice.Of(Blind(assignment), document).Where(choice => only is null || choice.Question.Id == only).Select(choice => Read(choice, assignment.Credit)).ToSequence();
        var statements = document.Sections.Items.SelectMany(section => section.Statements.Items).ToList();
        return new(
            assignment.Id,
            assignment.Title,
            new(document.Name, sha256),
            questions,
            statements.OfType<ImageStatement>().Select(Sentence.Found).ToSequence(),
            statements.OfType<FormulaStatement>().Where(formula => formula.Error is not null).Select(formula => new UnreadFormula(Sentence.Found(formula), $"stopped at “{formula.Error!.Found}”, where {formula.Error.Expected} could stand")).ToSequence(),
            document.Repairs.Items.Select(repair => new RepairMade(repair.Place.Line, repair.Place.Column, repair.Say) { In = CountedIn.Of(repair.Place) }).ToSequence())
        {
            Student = assignment.Student,
            Remarks = [.. document.Remarks.Items.Select(remark => new RemarkMade(remark.Place.Line, remark.Place.Column, remark.Say) { In = CountedIn.Of(remark.Place) })],
        };
    }

    /// <summary>Whether a number is a share, and so may be written in percent, is known from its right value; here each may be.</summary>
    private static Assignment Blind(Assignment assignment) => assignment with
    {
        Questions = assignment.Questions.Items.Select(question => question with
        {
            Parts = question.Parts.Items.Select(part => part with { Checks = part.Checks.Items.Select(Blind).ToSequence() }).ToSequence(),
        }).ToSequence(),
    };

    private static Check Blind(Check check) => check is NumberCheck { Unit: "", Percent: false } number ? number with { IsShare = true } : check;

    private static ReceiptQuestion Read(AnswerChoice choice, CreditPolicy credit)
    {
        var reading = new SubmissionReading(choice.Question, credit, choice.Parts, choice.Selections);
        var claims = choice.ClaimGraders.Where(claim => claim is not IContestant).ToDictionary(claim => claim.Check.Id, StringComparer.Ordinal);
        var checks = choice.Question.Parts.Items.SelectMany(part => part.Checks.Items)
            .Select(check => claims.TryGetValue(check.Id, out var claim) ? Read(claim, reading, choice) : Read(check, choice));
        return new(choice.Question.Id, choice.Question.Title, checks.ToSequence());
    }

    private static ReceiptCheck Read(ClaimGrader claim, SubmissionReading reading, AnswerChoice choice)
    {
        var read = claim.Read(reading).Where(evidence => evidence.IsTaken).ToList();
        var note = read.Count == 0 ? Nothing(choice, claim.Check) : string.Join("; ", read.Select(evidence => evidence.Say).Where(static say => say.Length > 0).Distinct(StringComparer.Ordinal));
        return new(claim.Check.Id, claim.Check.Kind, claim.Check.Ask, read.Select(evidence => evidence.Found).ToSequence(), note);
    }

    private static ReceiptCheck Read(Check check, AnswerChoice choice)
    {
        if (!choice.Selections.TryGetValue(check.Id, out var selection))
            return new(check.Id, check.Kind, check.Ask, [], Nothing(choice, check));
        var note = selection.Answer.Trouble is { } trouble ? $"not read whole: {trouble}"
            : selection.Rivals.Count > 0 ? $"{string.Join(" and ", selection.Rivals.Select(rival => rival.Place.Where).Distinct(StringComparer.Ordinal))} may be meant as well"
            : choice.SaidToo.FirstOrDefault(item => item.Contestant.Check.Id == check.Id).Said is { } said ? $"{said.Answer.Place.Where} says something for it as well" : "";
        return new(check.Id, check.Kind, check.Ask, [selection.Answer.Found], note);
    }

    private static string Nothing(AnswerChoice choice, Check check)
    {
        var part = choice.PartOf(check);
        if (choice.Misplaced.TryGetValue(check.Id, out var misplaced))
            return $"nothing was found in its place; {misplaced.Say}";
        if (part.Statements.Count == 0)
            return $"no text was found for {part.Part.Id}";
        return part.Image is { } image ? $"nothing was found; the image in {image.Place.Where} cannot be read" : "nothing was found";
    }
}
