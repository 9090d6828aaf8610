using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.Recurrent;

/// <summary>How large a recurrent layer is: what its parameters are counted from.</summary>
/// <param name="Biases">Bias vectors a gate: 1, or 2 as in libraries that add one for the input and one for the hidden state; 0 for none.</param>
/// <param name="Layers">Layers on top of each other; each after the first has the hidden state of the one below as its input.</param>
/// <param name="Steps">Time steps, all of which share the parameters; 0 where none are told of.</param>
/// <param name="Outputs">Units of a dense layer on the hidden state; 0 for none.</param>
internal sealed record RecurrentSizes(int Input, int Hidden, int Biases, int Layers, int Outputs, bool OutputBias, int Steps)
{
    /// <summary>Each is a quantity of the worksheet.</summary>
    private const int MostLayers = 100;

    public static readonly CaseKey InputKey = new("inputSize", false, InputCount, "Numbers a time step, where only parameters are counted.");
    public static readonly CaseKey HiddenKey = new("hiddenSize", false, InputCount, "Units of the hidden state, where only parameters are counted.");
    public static readonly CaseKey LayersKey = new("layers", false, InputCount, "Layers on top of each other, where only parameters are counted; 1 unless said.");
    public static readonly CaseKey OutputsKey = new("outputSize", false, InputCount, "Units of a dense layer with bias on the hidden state, where only parameters are counted; none unless said.");
    public static readonly CaseKey StepsKey = new("steps", false, InputCount, "Time steps of a sequence, where only parameters are counted and the question tells them; they count nothing.");
    public static readonly CaseKey BiasesKey = new("biases", false, InputNatural, "Bias vectors a gate that are counted: 1, or 2 as in PyTorch, or 0; 1 unless said.");

    /// <summary>Reads the sizes where no numbers are given.</summary>
    /// <returns>Null, with a problem, where they are wrong or missing.</returns>
    public static RecurrentSizes? Read(ObjectReader inputs)
    {
        if (inputs.Node(InputKey.Name) is null || inputs.Node(HiddenKey.Name) is null)
        {
            inputs.Problems.Add(inputs.Place, "There are neither inputs nor sizes.", "Write \"inputs\" with the weights, or \"inputSize\" and \"hiddenSize\" where only parameters are counted.");
            return null;
        }

        var outputs = inputs.Node(OutputsKey.Name) is null ? 0 : inputs.Integer(OutputsKey.Name, 1, 1);
        return new(inputs.Integer(InputKey.Name, 1, 1), inputs.Integer(HiddenKey.Name, 1, 1), ReadBiases(inputs), inputs.Integer(LayersKey.Name, 1, 1, MostLayers), outputs, outputs > 0, inputs.Integer(StepsKey.Name, 1, 0));
    }

    public static int ReadBiases(ObjectReader inputs) => inputs.Integer(BiasesKey.Name, 0, 1, 2);
}
