using Grader.Classroom.Decisions;
using Grader.Classroom.Runs;
using Decision = Grader.Classroom.Decisions.Decision;

namespace Grader.Classroom.Review;

/// <summary>How far people agree who decided on the same answers without seeing each other's decisions.</summary>
/// <param name="Pairs">Answers times pairs of people.</param>
/// <param name="Same">Those in which both give the same points.</param>
/// <param name="Kappa">Cohen's, with points as categories and the two of a pair in the order of their names: 1 for full agreement, 0 for that of chance; null where all gave the same, so that chance is all there is.</param>
/// <remarks>J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960).</remarks>
public sealed record ReviewAgreement(string Check, int Pairs, int Same, double? Kappa)
{
    /// <summary>Of each check on which two decided, in the order of the ledger.</summary>
    /// <exception cref="ClassroomException">The run's files are damaged.</exception>
    public static IReadOnlyList<ReviewAgreement> Of(string run)
    {
        var (ledger, rubrics) = (Ledger.Read(run), Rubrics.Read(run));
        var pairs = new Dictionary<string, List<(decimal One, decimal Other)>>(StringComparer.Ordinal);
        if (ledger.Decisions.Items.All(decision => !decision.IsReview))
            return [];
        foreach (var (summary, line) in RunResults.Lines(run))
        {
            var decisions = ledger.On(summary.Name);
            if (decisions.Count < 2)
                continue;
            foreach (var (check, ofCheck) in DecidedResults.OfChecks(line, decisions))
                Add(check.Id, Blind(ofCheck, summary.Input, check, rubrics));
        }
        return [.. pairs.Where(check => check.Value.Count > 0).Select(check => new ReviewAgreement(check.Key, check.Value.Count, check.Value.Count(pair => pair.One == pair.Other), KappaOf(check.Value)))];

        void Add(string check, List<decimal> points)
        {
            if (!pairs.TryGetValue(check, out var list))
                pairs[check] = list = [];
            for (var i = 0; i < points.Count; i++)
            {
                for (var j = i + 1; j < points.Count; j++)
                    list.Add((points[i], points[j]));
            }
        }
    }

    /// <summary>Cohen's kappa of pairs of judgements.</summary>
    public static double? KappaOf<T>(IReadOnlyList<(T One, T Other)> pairs) where T : notnull
    {
        if (pairs.Count == 0)
            return null;
        double count = pairs.Count;
        var observed = pairs.Count(pair => pair.One.Equals(pair.Other)) / count;
        var others = pairs.CountBy(pair => pair.Other).ToDictionary();
        var chance = pairs.CountBy(pair => pair.One).Sum(category => category.Value / count * (others.GetValueOrDefault(category.Key) / count));
        return chance >= 1 ? null : (observed - chance) / (1 - chance);
    }

    /// <summary>The points of those who did not see another's decision, in the order of their names.</summary>
    private static List<decimal> Blind(IEnumerable<Decision> decisions, string input, GradedCheck check, Rubrics rubrics)
    {
        var all = decisions.ToList();
        // Who saw another's decision names it; who took back an own one did so for what follows.
        var ids = all.ToDictionary(decision => decision.Id.Length > 0 ? decision.Id : Decision.NewId(), decision => decision.By, StringComparer.Ordinal);
        var blind = all.FindAll(decision => decision.Ruling is Withdrawn || (decision.IsReview && decision.Replaces.Items.All(id => ids.GetValueOrDefault(id, decision.By) == decision.By)));
        return [.. blind.GroupBy(decision => decision.By, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => StandingDecisions.Of(group, input, check, rubrics[check.Id]).Points).OfType<decimal>()];
    }
}
