using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>In logarithms: sums of log likelihoods, and the posterior by softmax.</summary>
internal static class NaiveBayesOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var (classes, smoothing) = (given.Vector("classes"), given.Number("smoothing"));
        var priors = classes / classes.sum();
        figures.Add("classes", classes);
        figures.Add("total", classes.sum());
        if (smoothing != 0)
            figures.Add("smoothing", smoothing);
        figures.Add("priors", priors);
        var logs = torch.zeros_like(classes);
        foreach (var feature in given.Items("features"))
        {
            var (name, counts) = (feature.Text("name"), feature.Vector("counts"));
            var likelihoods = (counts + smoothing) / (classes + smoothing * feature.Whole("values", 1));
            figures.Add($"{name}.counts", counts);
            figures.Add($"{name}.likelihoods", likelihoods);
            logs += likelihoods.log();
        }

        var joint = logs + priors.log();
        figures.Add("likelihoods", logs.exp());
        figures.Add("joint", joint.exp());
        figures.Add("evidence", joint.logsumexp(0).exp());
        figures.Add("posteriors", joint.softmax(0));
    }
}
