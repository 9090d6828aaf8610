using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>By a loop over the examples.</summary>
internal static class PerceptronOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var (inputs, labels, rate) = (given.Rows("inputs"), given.Vector("labels"), given.Number("rate", 1));
        var examples = Enumerable.Range(0, (int)inputs.shape[0]).Select(row => (Input: inputs[row].contiguous().data<double>().ToArray(), Label: labels[row].ToDouble())).ToList();
        double[] weights = given.Has("weights") ? given.Vector("weights").data<double>().ToArray() : new double[inputs.shape[1]];
        var bias = given.Number("bias");
        figures.Add("inputs", inputs);
        figures.Add("labels", labels);
        figures.AddList("start.weights", weights);
        figures.Add("start.bias", bias);
        figures.Add("rate", rate);
        for (var step = 1; step <= examples.Count * given.Whole("passes", 1); step++)
        {
            var (input, label) = examples[(step - 1) % examples.Count];
            var margin = label * (bias + weights.Zip(input, (weight, value) => weight * value).Sum());
            figures.Add($"step{step}.margin", margin);
            if (margin <= 0)
            {
                weights = [.. weights.Zip(input, (weight, value) => weight + rate * label * value)];
                bias += rate * label;
            }

            figures.AddList($"step{step}.weights", weights);
            figures.Add($"step{step}.bias", bias);
        }
    }
}
