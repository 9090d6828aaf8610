using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading;

/// <summary>Turns outcomes into points by the assignment's credit policy.</summary>
internal static class Scoring
{
    public static QuestionGrade Score(Question question, CreditPolicy credit, IReadOnlyDictionary<string, Outcome> outcomes)
    {
        var charged = ChargedAt(question, outcomes);
        var parts = new List<PartGrade>();
        foreach (var part in question.Parts)
            parts.Add(Of(part.Id, part.Checks.Items.Select(check => Score(check, outcomes[check.Id], credit, charged)).ToSequence()));
        return Of(new(question.Id, question.Title, default, default, default, []), parts.ToSequence());
    }

    /// <summary>A part with its sums.</summary>
    public static PartGrade Of(string id, Sequence<CheckGrade> checks) =>
        new(id, Total(checks, check => check.Points), Total(checks, check => check.PendingPoints), Total(checks, check => check.MaxPoints), checks);

    /// <summary>A question with these parts, and its sums.</summary>
    public static QuestionGrade Of(QuestionGrade question, Sequence<PartGrade> parts) => question with
    {
        Points = Total(parts, part => part.Points),
        PendingPoints = Total(parts, part => part.PendingPoints),
        MaxPoints = Total(parts, part => part.MaxPoints),
        Parts = parts,
    };

    /// <summary>For each mistake the check at which it is charged: the dearest that it explains, so that none is made to lower a cost; the first of several.</summary>
    private static Dictionary<string, string> ChargedAt(Question question, IReadOnlyDictionary<string, Outcome> outcomes)
    {
        var charged = new Dictionary<string, string>(StringComparer.Ordinal);
        var dearestFirst = question.Parts.Items.SelectMany(part => part.Checks.Items).OrderByDescending(check => check.Points);
        foreach (var check in dearestFirst.Where(check => outcomes[check.Id].Verdict == Verdict.Incorrect))
            foreach (var mistake in outcomes[check.Id].Mistakes)
                charged.TryAdd(mistake, check.Id);
        return charged;
    }

    private static CheckGrade Score(Check check, Outcome outcome, CreditPolicy credit, IReadOnlyDictionary<string, string> charged)
    {
        var sure = outcome.Verdict == Verdict.CarriedForward ? outcome.Sure * credit.CarriedForward : outcome.Sure;
        var message = outcome.Message;
        if (outcome is { Verdict: Verdict.Incorrect, Mistakes.Count: > 0 } && credit.ChargeMistakesOnce)
        {
            if (outcome.Mistakes.Items.All(mistake => charged[mistake] != check.Id))
            {
                sure = Rational.One;
                message = message.And($"The mistake is charged once, at {charged[outcome.Mistakes[0]]}; the points stand here.");
            }
            else if (sure.Sign > 0)
            {
                message = message.And(EarnedShare(sure));
            }
        }
        else if (outcome is { Verdict: Verdict.Incorrect, Mistakes.Count: > 0 } && sure.Sign > 0)
        {
            message = message.And(EarnedShare(sure));
        }
        return new(check.Id, check.Kind, check.Ask, outcome.Verdict, check.Points * sure, check.Points * outcome.Pending, check.Points, outcome.Expected, outcome.Found, outcome.Mistakes, outcome.CarriedFrom, message.Full) { Feedback = message.Told, IsGivenAway = outcome.IsGivenAway, Value = outcome.Value, IsPartEmpty = outcome.IsPartEmpty, FoundFormula = outcome.FoundFormula, ExpectedValue = outcome.ExpectedValue, InBand = outcome.InBand };
    }

    private static string EarnedShare(Rational share) => $"It earns {ValuePrinter.Print(share * 100)} % of the points.";

    public static Rational Total<T>(Sequence<T> items, Func<T, Rational> points) => items.Items.Aggregate(Rational.Zero, (sum, item) => sum + points(item));
}
