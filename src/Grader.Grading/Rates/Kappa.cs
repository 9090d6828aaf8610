using Grader.Mathematics;

namespace Grader.Grading;

/// <summary>
/// How well two raters agree beyond chance: Cohen's kappa, unweighted. Its interval is the 95 % interval of Clopper and Pearson for the share in which they agree, with the agreement by chance held as
/// observed; unlike that of the large sample, it has a width where nothing differs.
/// </summary>
/// <param name="Answers">How many both rated.</param>
/// <param name="Value">1 for agreement in all, 0 for that of chance.</param>
public sealed record Kappa(int Answers, int Agreed, double Value, double Low, double High)
{
    /// <param name="counts">Square: a row a category of the first rater, a column one of the second.</param>
    /// <returns>Null where nothing was rated, or both know one category only: chance explains all then.</returns>
    public static Kappa? Of(Sequence<Sequence<int>> counts)
    {
        var size = counts.Count;
        var answers = counts.Items.Sum(row => row.Items.Sum());
        var agreed = Enumerable.Range(0, size).Sum(i => counts[i][i]);
        var chance = Enumerable.Range(0, size).Sum(i => (long)counts[i].Items.Sum() * counts.Items.Sum(row => row[i]));
        if (answers == 0 || chance == (long)answers * answers)
            return null;
        var byChance = chance / ((double)answers * answers);
        var (low, high) = new MeasuredShare(agreed, answers).Interval;
        return new(answers, agreed, Beyond((double)agreed / answers), Math.Max(-1, Beyond(low)), Beyond(high));

        double Beyond(double share) => (share - byChance) / (1 - byChance);
    }
}
