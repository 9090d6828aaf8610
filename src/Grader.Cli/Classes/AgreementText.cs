using System.Globalization;
using Grader.Classroom.Decisions;
using Grader.Classroom.Review;

namespace Grader.Cli.Classes;

/// <summary>How far those agree who decided on the same answers, a line a check.</summary>
internal static class AgreementText
{
    public static string Of(IReadOnlyList<ReviewAgreement> agreement, DecisionCount count) => string.Concat(agreement.Select(check => string.Create(
        CultureInfo.InvariantCulture,
        $"{check.Check}: two decided {check.Pairs} {(check.Pairs == 1 ? "answer" : "answers")}, {check.Same} alike{(check.Kappa is { } kappa ? $", kappa {kappa:0.00}" : "")}\n")))
        + $"Decisions hold on {count.Decided} answers{(count.Contested > 0 ? $"; on {count.Contested} people disagree: grader review shows them again" : "")}{(count.Stale > 0 ? $"; on {count.Stale} they are about another text or rubric and hold no more" : "")}\n";
}
