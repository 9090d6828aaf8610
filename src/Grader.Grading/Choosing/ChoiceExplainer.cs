using Grader.Grading.Answers;
using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading;

/// <summary>Explains how the answers of a submission are chosen: the choice that grades it is made, and tells what it decides.</summary>
public static class ChoiceExplainer
{
    /// <summary>Beyond so many candidates of one check no more are kept.</summary>
    private const int MostCandidates = 1000;

    /// <param name="sha256">Of the submission's bytes, lower-case hexadecimal.</param>
    /// <param name="only">The id of the question that is explained alone; null for all.</param>
    public static ChoiceReport Explain(Assignment assignment, SubmissionDocument document, string sha256, string? only = null)
    {
        var trace = new ChoiceTrace();
        var checks = new List<CheckChoice>();
        foreach (var choice in AnswerChoice.Of(assignment, document, trace).Where(choice => only is null || choice.Question.Id == only))
        {
            var reading = new SubmissionReading(choice.Question, assignment.Credit, choice.Parts, choice.Selections);
            var claims = choice.ClaimGraders.Where(claim => claim is not IContestant).ToDictionary(claim => claim.Check.Id, StringComparer.Ordinal);
            foreach (var part in choice.Question.Parts)
            {
                foreach (var check in part.Checks)
                {
                    var candidates = claims.TryGetValue(check.Id, out var claim)
                        ? claim.Evidence(reading).Take(MostCandidates).Select(evidence => new Candidate(evidence.Found, evidence.IsTaken ? Standing.Taken : Standing.PassedOver, IsOfKind: true, Score: null, Words: "", evidence.Say) { Ideas = evidence.Ideas })
                        : trace.Of(check.Id).Take(MostCandidates).Select(CandidateOf);
                    var all = candidates.ToSequence();
                    var why = all.Items.Any(candidate => candidate.Standing == Standing.Taken) ? "" : WhyNone(choice, check, all.Items.Count(candidate => candidate.IsOfKind));
                    checks.Add(new(choice.Question.Id, part.Id, check.Id, check.Kind, check.Ask, why, all));
                }
            }
        }
        return new(assignment.Id, assignment.Title, new(document.Name, sha256), checks.ToSequence());
    }

    private static Candidate CandidateOf(ConsideredAnswer considered) =>
        new(considered.Answer.Found, considered.Standing, considered.IsOfKind, considered.Score, considered.Words, considered.Reason);

    private static string WhyNone(AnswerChoice choice, Check check, int ofKind)
    {
        var part = choice.PartOf(check);
        var elsewhere = choice.Misplaced.TryGetValue(check.Id, out var misplaced) ? $"; {misplaced.Say}" : "";
        if (part.Statements.Count == 0)
            return $"part {part.Part.Id} has no text{elsewhere}";
        return (ofKind == 0 ? "nothing of the kind that is asked stands there" : $"nothing says that {(ofKind == 1 ? "what stands there is it" : $"one of the {ofKind} that stand there is it")}") + elsewhere;
    }
}
