using System.Globalization;
using Grader.Classroom.Review;

namespace Grader.Cli.Classes;

/// <summary>How far those agree who decided on the same answers, a line a check.</summary>
internal static class AgreementText
{
    public static string Of(IReadOnlyList<ReviewAgreement> agreement) => string.Concat(agreement.Select(check => string.Create(
        CultureInfo.InvariantCulture,
        $"{check.Check}: two decided {check.Pairs} {(check.Pairs == 1 ? "answer" : "answers")}, {check.Same} alike{(check.Kappa is { } kappa ? $", kappa {kappa:0.00}" : "")}{(check.Same < check.Pairs ? "; the others wait for a third in grader review" : "")}\n")));
}
