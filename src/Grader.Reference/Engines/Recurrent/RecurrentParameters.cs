namespace Grader.Reference.Engines.Recurrent;

/// <summary>Counts the parameters of recurrent layers: <c>layer1.parameters</c>, <c>output.parameters</c> and their sum <c>parameters</c>.</summary>
/// <param name="gates">Sets of weights a layer: 1 for a plain recurrent layer, 4 for an LSTM.</param>
internal sealed class RecurrentParameters(WorksheetBuilder worksheet, RecurrentSizes sizes, int gates)
{
    public void Add()
    {
        worksheet.Add("inputSize", sizes.Input, "numbers a time step");
        worksheet.Add("hiddenSize", sizes.Hidden, "units of the hidden state");
        worksheet.Add("biases", sizes.Biases, "bias vectors a gate");
        for (var layer = 1; layer <= sizes.Layers; layer++)
            worksheet.Add(Layer(layer), Formula(layer, sizes.Biases > 0 ? "biases" : ""), sizes.Layers == 1 ? "parameters of the recurrent layer" : $"parameters of layer {layer}");
        if (sizes.Outputs > 0)
        {
            worksheet.Add("outputSize", sizes.Outputs, "outputs");
            worksheet.Add("output.parameters", $"outputSize*{(sizes.OutputBias ? "(hiddenSize + 1)" : "hiddenSize")}", "parameters of the output layer");
        }

        worksheet.Add("parameters", Total(), "parameters in all");
        AddMistakes();
    }

    private void AddMistakes()
    {
        EachLayer("hidden-weights-not-counted", "Left out the weights from the hidden state to itself.", layer => Formula(layer, sizes.Biases > 0 ? "biases" : "", hidden: false));
        EachLayer("input-weights-not-counted", "Left out the weights from the input.", layer => Formula(layer, sizes.Biases > 0 ? "biases" : "", input: false));
        if (sizes.Biases > 0)
            EachLayer("bias-not-counted", "Left out the biases.", layer => Formula(layer, ""));
        if (sizes.Biases == 0)
            EachLayer("bias-counted", "Counted biases where there are none.", layer => Formula(layer, "1"));
        if (sizes.Biases == 1)
            EachLayer("two-biases-counted", "Counted two bias vectors a gate; here there is one.", layer => Formula(layer, "2"));
        if (sizes.Biases == 2)
            EachLayer("one-bias-counted", "Counted one bias vector a gate; here there are two.", layer => Formula(layer, "1"));
        if (gates > 1)
        {
            EachLayer("one-gate-counted", $"Counted the weights of one gate; there are {gates} sets of them.", layer => Formula(layer, sizes.Biases > 0 ? "biases" : "", sets: 1));
            EachLayer("candidate-not-counted", $"Counted the {gates - 1} gates without the candidate, which has weights of its own.", layer => Formula(layer, sizes.Biases > 0 ? "biases" : "", sets: gates - 1));
        }

        if (sizes.Layers > 1)
            worksheet.Mistake("layers-counted-alike", "Counted each layer as the first; later ones have the hidden state below as their input.").At("", [.. Enumerable.Range(2, sizes.Layers - 1).Select(layer => (Layer(layer), Formula(1, sizes.Biases > 0 ? "biases" : "")))]);
        if (sizes.Outputs > 0)
        {
            worksheet.Mistake("output-layer-not-counted", "Left out the parameters of the output layer.").At("", ("parameters", Recurrent()));
            if (sizes.OutputBias)
                worksheet.Mistake("output-bias-not-counted", "Left out the biases of the output layer.").At("", ("output.parameters", "outputSize*hiddenSize"));
        }

        if (sizes.Steps > 1)
            worksheet.Mistake("counted-at-each-step", "Counted the parameters at each time step; all steps share them.").At("", ("parameters", $"{sizes.Steps}*({Total()})"));
    }

    private void EachLayer(string id, string say, Func<int, string> formula)
    {
        var mistake = worksheet.Mistake(id, say);
        for (var layer = 1; layer <= sizes.Layers; layer++)
            mistake.At(sizes.Layers == 1 ? "" : $"layer{layer}", (Layer(layer), formula(layer)));
    }

    /// <param name="biases">How many are counted, a number or a name; empty for none.</param>
    private string Formula(int layer, string biases, bool input = true, bool hidden = true, int? sets = null)
    {
        string?[] terms = [input ? layer == 1 ? "inputSize" : "hiddenSize" : null, hidden ? "hiddenSize" : null, biases.Length > 0 ? biases : null];
        var sum = string.Join(" + ", terms.OfType<string>());
        return $"{((sets ?? gates) == 1 ? "" : $"{sets ?? gates}*")}hiddenSize*({sum})";
    }

    private string Total() => Recurrent() + (sizes.Outputs > 0 ? " + output.parameters" : "");

    private string Recurrent() => string.Join(" + ", Enumerable.Range(1, sizes.Layers).Select(Layer));

    private static string Layer(int layer) => $"layer{layer}.parameters";
}
