using Grader.Mathematics;

namespace Grader.Reference.Engines.GaussianMixture;

/// <summary>Quantities and mistakes of the steps.</summary>
internal sealed class GaussianSteps(WorksheetBuilder worksheet, int points, int components)
{
    private readonly MistakeBuilder _stale = worksheet.Mistake("parameters-not-updated", "Computed with the parameters of the step before.");
    private readonly MistakeBuilder _root = worksheet.Mistake("root-left-out", "Left out the root of 2 pi sigma^2 in the density.");
    private readonly MistakeBuilder _half = worksheet.Mistake("half-left-out", "Left out the half in the exponent of the density.");
    private readonly MistakeBuilder _squared = worksheet.Mistake("variance-squared", "Took the variance for the standard deviation in the density, and squared it.");
    private readonly MistakeBuilder _prior = worksheet.Mistake("weights-left-out", "Left out the weights of the components.");
    private readonly MistakeBuilder _normalized = worksheet.Mistake("not-normalized", "Did not divide by the sum over the components.");
    private readonly MistakeBuilder _hard = worksheet.Mistake("hard-assignment", "Gave each point wholly to its likeliest component, as k-means does.");
    private readonly MistakeBuilder _likelihood = worksheet.Mistake("summed-before-logarithm", "Took the logarithm of the sum over the points; it is the sum of the logarithms.");
    private readonly MistakeBuilder _binary = worksheet.Mistake("binary-logarithm", "Took the logarithm to base 2 instead of the natural one.");
    private readonly MistakeBuilder _weights = worksheet.Mistake("weights-not-updated", "Did not change the weights.");
    private readonly MistakeBuilder _all = worksheet.Mistake("divided-by-all", "Divided by the number of all points, not by the component's responsibilities.");
    private readonly MistakeBuilder _oldMean = worksheet.Mistake("old-means", "Took the variances about the old means instead of the new ones.");
    private readonly MistakeBuilder _deviation = worksheet.Mistake("deviations-given", "Gave the standard deviations, not the variances.");

    public void Add(int step)
    {
        var (at, before, say) = ($"step{step}", Before(step), $"in step {step}");
        var (densities, joint, evidence, shares, counts) = ($"{at}.densities", $"{at}.joint", $"{at}.evidence", $"{at}.responsibilities", $"{at}.counts");
        worksheet.Add(densities, Densities(before), $"density of each point in each component {say}: a row a point, a column a component");
        worksheet.Add(joint, Table((point, component) => $"{EntryNames.Of($"{before}.weights", component)}*{Entry(densities, point, component)}"), $"weight times density {say}");
        worksheet.Add(evidence, $"sum({joint}, 2)", $"density of each point in the mixture {say}");
        worksheet.Add(shares, Shares(at), $"responsibilities {say}: a row a point, a column a component");
        worksheet.Add($"{at}.logLikelihood", $"sum(ln({evidence}))", $"log-likelihood of the parameters before step {step}");
        worksheet.Add(counts, EntryFormulas.Column(components, component => Total(point => Entry(shares, point, component))), $"sum of the responsibilities of each component {say}");
        worksheet.Add($"{at}.weights", $"{counts}/{points}", $"weights after step {step}");
        worksheet.Add($"{at}.means", Means(at, component => EntryNames.Of(counts, component)), $"means after step {step}");
        worksheet.Add($"{at}.variances", Variances(at, at, component => EntryNames.Of(counts, component)), $"variances after step {step}");

        if (step > 1)
        {
            var old = Before(step - 1);
            _stale.At(at, (densities, Densities(old)), (joint, Table((point, component) => $"{EntryNames.Of($"{old}.weights", component)}*{Entry(densities, point, component)}")));
        }

        _root.At(at, (densities, Table((point, component) => $"exp({Exponent(before, point, component)})/(2*pi*{EntryNames.Of($"{before}.variances", component)})")));
        _half.At(at, (densities, Table((point, component) => $"exp(2*{Exponent(before, point, component)})/sqrt(2*pi*{EntryNames.Of($"{before}.variances", component)})")));
        _squared.At(at, (densities, Table((point, component) => $"exp({Exponent(before, point, component)}/{EntryNames.Of($"{before}.variances", component)})/sqrt(2*pi*{EntryNames.Of($"{before}.variances", component)}^2)")));
        _prior.At(at, (joint, densities));
        _normalized.At(at, (shares, joint));
        _hard.At(at, (shares, Table((point, component) => $"if({string.Join(" + ", Enumerable.Range(1, components).Where(other => other != component).Select(other => $"if({Entry(joint, point, other)} {(other < component ? ">=" : ">")} {Entry(joint, point, component)}, 1, 0)").Append("0"))} = 0, 1, 0)")));
        _likelihood.At(at, ($"{at}.logLikelihood", $"ln(sum({evidence}))"));
        _binary.At(at, ($"{at}.logLikelihood", $"sum(log2({evidence}))"));
        _weights.At(at, ($"{at}.weights", $"{before}.weights"));
        _all.At(at, ($"{at}.means", Means(at, _ => $"{points}")), ($"{at}.variances", Variances(at, at, _ => $"{points}")));
        _oldMean.At(at, ($"{at}.variances", Variances(at, before, component => EntryNames.Of(counts, component))));
        _deviation.At(at, ($"{at}.variances", EntryFormulas.Column(components, component => $"sqrt({Variance(at, at, component)}/{EntryNames.Of(counts, component)})")));
    }

    private Matrix Densities(string parameters) =>
        Table((point, component) => $"exp({Exponent(parameters, point, component)})/sqrt(2*pi*{EntryNames.Of($"{parameters}.variances", component)})");

    private static string Exponent(string parameters, int point, int component) =>
        $"(-({EntryNames.Of("data", point)} - {EntryNames.Of($"{parameters}.means", component)})^2/(2*{EntryNames.Of($"{parameters}.variances", component)}))";

    private Matrix Shares(string at) => Table((point, component) => $"{Entry($"{at}.joint", point, component)}/{EntryNames.Of($"{at}.evidence", point)}");

    private Matrix Means(string at, Func<int, string> divisor) =>
        EntryFormulas.Column(components, component => $"({Total(point => $"{Entry($"{at}.responsibilities", point, component)}*{EntryNames.Of("data", point)}")})/{divisor(component)}");

    /// <param name="means">Whose means the squares are about.</param>
    private Matrix Variances(string at, string means, Func<int, string> divisor) => EntryFormulas.Column(components, component => $"{Variance(at, means, component)}/{divisor(component)}");

    private string Variance(string at, string means, int component) =>
        $"({Total(point => $"{Entry($"{at}.responsibilities", point, component)}*({EntryNames.Of("data", point)} - {EntryNames.Of($"{means}.means", component)})^2")})";

    private Matrix Table(Func<int, int, string> formula) => EntryFormulas.Table(points, components, formula);

    private string Total(Func<int, string> term) => string.Join(" + ", Enumerable.Range(1, points).Select(term));

    private string Entry(string table, int point, int component) => EntryNames.Of(table, point, component, points, components);

    private static string Before(int step) => step == 1 ? "start" : $"step{step - 1}";
}
