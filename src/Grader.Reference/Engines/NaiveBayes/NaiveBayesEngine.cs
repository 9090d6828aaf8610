using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.NaiveBayes;

/// <summary>Naive Bayes on one example, from counts: priors, likelihood of each feature's value, joint and posterior probabilities of the classes, with additive smoothing.</summary>
internal sealed class NaiveBayesEngine : IEngine
{
    private static readonly CaseShape Feature = new("bayesFeature", "A feature of the example.", [
        new("name", true, Text, "Its name, in the names of quantities: outlook."),
        new("counts", true, CaseValues.Table, "Of each class, its examples with the value that the example at hand has."),
        new("values", false, InputCount, "How many values the feature has; needed for smoothing."),
    ]);

    private static readonly CaseShape Shape = new("naive-bayes", "Naive Bayes on one example, from counts.", [
        new("name", true, """{ "const": "naive-bayes" }""", "The engine."),
        new("classes", true, CaseValues.Table, "Examples of each class."),
        new("features", true, ListOf(Feature), "The features."),
        new("smoothing", false, InputNumber, "Added to each count; 0 unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [Feature];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("classes") is not { } node || tables.ReadVector(node) is not { } classes)
            return;
        var smoothing = inputs.Rational("smoothing");
        worksheet.Add("classes", TableReader.Column(classes), "examples of each class");
        worksheet.Add("total", "sum(classes)", "all examples");
        if (!smoothing.IsZero)
            worksheet.Add("smoothing", smoothing, "added to each count");
        worksheet.Add("priors", "classes/total", "prior of each class");
        var names = new List<string>();
        var unsmoothed = smoothing.IsZero ? null : worksheet.Mistake("smoothing-left-out", "Left out the smoothing.");
        var below = worksheet.Mistake("smoothing-not-counted-below", "Added the smoothing to the counts, but not to the number of examples below them.");
        var once = worksheet.Mistake("smoothing-counted-once", "Added the smoothing once to the number of examples, not once for each value of the feature.");
        var total = worksheet.Mistake("divided-by-all", "Divided by the number of all examples, not of the class's.");
        foreach (var feature in inputs.Objects("features", Feature))
        {
            var name = feature.Text("name");
            if (feature.Node("counts") is not { } countsNode || tables.ReadVector(countsNode) is not { } counts)
                continue;
            if (!CaseFormula.IsName(name) || worksheet.Has($"{name}.counts"))
                inputs.Problems.Add(feature.PlaceOf("name"), $"\"{name}\" cannot name a feature.", "Use letters and digits, each name once.");
            else if (counts.Length != classes.Length)
                inputs.Problems.Add(countsNode.Place, $"There are {counts.Length} counts, and {classes.Length} classes.", "Write one a class.");
            else if (!smoothing.IsZero && feature.Node("values") is null)
                inputs.Problems.Add(feature.Place, "Smoothing needs to know how many values the feature has.", "Add \"values\": 3.");
            else
            {
                names.Add(name);
                worksheet.Add($"{name}.counts", TableReader.Column(counts), $"examples of each class with this {name}");
                var values = feature.Integer("values", 1, 1);
                worksheet.Add($"{name}.likelihoods", smoothing.IsZero ? $"{name}.counts/classes" : $"({name}.counts + smoothing)/(classes + {values}*smoothing)", $"probability of this {name} in each class");
                unsmoothed?.At(name, ($"{name}.likelihoods", $"{name}.counts/classes"));
                if (!smoothing.IsZero)
                {
                    below.At(name, ($"{name}.likelihoods", $"({name}.counts + smoothing)/classes"));
                    once.At(name, ($"{name}.likelihoods", $"({name}.counts + smoothing)/(classes + smoothing)"));
                }

                total.At(name, ($"{name}.likelihoods", smoothing.IsZero ? $"{name}.counts/total" : $"({name}.counts + smoothing)/(total + {values}*smoothing)"));
            }
        }

        if (names.Count == 0)
            return;
        var likelihood = names.Select(name => $"{name}.likelihoods").Aggregate((left, right) => $"hadamard({left}, {right})");
        worksheet.Add("likelihoods", likelihood, "likelihood of the example in each class");
        worksheet.Add("joint", "hadamard(priors, likelihoods)", "prior times likelihood");
        worksheet.Add("evidence", "sum(joint)", "probability of the example");
        worksheet.Add("posteriors", "joint/evidence", "posterior of each class");
        if (names.Count > 1)
            worksheet.Mistake("likelihoods-summed", "Added the likelihoods of the features instead of multiplying them.").At("", ("likelihoods", string.Join(" + ", names.Select(name => $"{name}.likelihoods"))));
        worksheet.Mistake("prior-left-out", "Left out the priors.").At("", ("joint", "likelihoods"));
        worksheet.Mistake("not-normalized", "Gave prior times likelihood, not divided by their sum.").At("", ("posteriors", "joint"));
    }
}
