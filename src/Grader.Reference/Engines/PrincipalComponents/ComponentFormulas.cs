using Grader.Mathematics;

namespace Grader.Reference.Engines.PrincipalComponents;

/// <summary>Quantities and mistakes of principal components.</summary>
/// <param name="all">The covariance is divided by the number of examples, not by one less.</param>
internal sealed class ComponentFormulas(WorksheetBuilder worksheet, int examples, int features, bool all)
{
    private readonly MistakeBuilder _length = worksheet.Mistake("length-not-one", "Did not divide the direction by its length.");
    private readonly MistakeBuilder _smallest = worksheet.Mistake("smallest-first", "Ordered the components from the smallest eigenvalue up.");
    private readonly MistakeBuilder _rows = worksheet.Mistake("row-for-column", "Took a row of the matrix of eigenvectors; each column is one.");
    private readonly MistakeBuilder _scores = worksheet.Mistake("projected-without-centring", "Projected the data without subtracting the mean.");

    public void AddVariances()
    {
        var (divisor, other) = all ? (examples, examples - 1) : (examples - 1, examples);
        worksheet.Add("mean", "mean(data, 1)", "mean of each feature");
        worksheet.Add("centred", "data - mean", "data less the mean");
        worksheet.Add("covariance", $"transpose(centred)*centred/{divisor}", "covariance");
        worksheet.Add("eigenvalues", "eigenvalues(covariance)", "eigenvalues of the covariance, in descending order");
        worksheet.Add("totalVariance", "trace(covariance)", "total variance");
        worksheet.Add("explained", "eigenvalues/totalVariance", "share of the variance that each component explains");
        worksheet.Add("eigenvectors", "eigenvectors(covariance)", "eigenvectors, a column each");

        worksheet.Mistake("not-centred", "Did not subtract the mean.").At("", ("centred", "data"));
        if (other > 0)
            worksheet.Mistake(all ? "divided-by-n-1" : "divided-by-n", all ? "Divided the covariance by n - 1 instead of n." : "Divided the covariance by n instead of n - 1.").At("", ("covariance", $"transpose(centred)*centred/{other}"));
        if (divisor > 1)
            worksheet.Mistake("not-divided", "Did not divide the covariance by the number of examples.").At("", ("covariance", "transpose(centred)*centred"));
        worksheet.Mistake("correlation-for-covariance", "Took the correlations instead of the covariances.").At("", ("covariance", EntryFormulas.Table(features, features, (row, column) => row == column ? "1" : Correlation(row, column))));
        worksheet.Mistake("deviations-for-variances", "Took the roots of the eigenvalues for the shares of the variance.").At("", ("explained", "sqrt(abs(eigenvalues))/sum(sqrt(abs(eigenvalues)))"));
    }

    public void AddComponent(int component)
    {
        var (name, of) = ($"component{component}", $"component {component}");
        worksheet.Add($"{name}.direction", Direction(component), $"direction of {of}, of length 1");
        worksheet.Add($"{name}.opposite", $"-{name}.direction", $"direction of {of}, with the other sign");
        worksheet.Add($"{name}.scores", $"centred*{name}.direction", $"projections on {of}");
        worksheet.Add($"{name}.oppositeScores", $"-{name}.scores", $"projections on {of}, with the other sign");
        worksheet.Add($"{name}.reconstruction", $"{name}.scores*transpose({name}.direction) + mean", $"data as {of} alone reconstructs it");

        var largest = $"max({string.Join(", ", Features.Select(row => $"abs({Entry(row, component)})"))})";
        _length.At(name, ($"{name}.direction", EntryFormulas.Column(features, row => $"{Entry(row, component)}/{largest}")));
        if (features + 1 - component != component)
            _smallest.At(name, ($"{name}.direction", Direction(features + 1 - component)));
        // Of two features, rows and columns are the same but for signs.
        if (features > 2)
            _rows.At(name, ($"{name}.direction", EntryFormulas.Column(features, column => Entry(component, column))));
        _scores.At(name, ($"{name}.scores", $"data*{name}.direction"));
    }

    private IEnumerable<int> Features => Enumerable.Range(1, features);

    private Matrix Direction(int component) => EntryFormulas.Column(features, row => Entry(row, component));

    private string Entry(int row, int column) => EntryNames.Of("eigenvectors", row, column, features, features);

    private string Correlation(int row, int column) => $"({Products(row, column)})/sqrt(({Products(row, row)})*({Products(column, column)}))";

    private string Products(int row, int column) => string.Join(" + ", Enumerable.Range(1, examples).Select(example => $"{Centred(example, row)}*{Centred(example, column)}"));

    private string Centred(int example, int feature) => EntryNames.Of("centred", example, feature, examples, features);
}
