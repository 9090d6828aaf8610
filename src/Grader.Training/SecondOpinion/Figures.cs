using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace Grader.Training.SecondOpinion;

/// <summary>The quantities of a worksheet, computed another way, by name.</summary>
internal sealed class Figures
{
    private readonly Dictionary<string, Tensor> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _left = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, Tensor>> Values => _values;

    /// <summary>What is not computed, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Left => _left;

    /// <param name="value">One axis for a list or a column, none for a number.</param>
    public void Add(string name, Tensor value) => _values.Add(name, value.detach().to_type(torch.ScalarType.Float64).clone());

    public void Add(string name, double value) => _values.Add(name, torch.tensor(value, torch.float64));

    public void AddList(string name, IEnumerable<double> values) => _values.Add(name, torch.tensor(values.ToArray(), torch.float64));

    public void Leave(string name, string why) => _left[name] = why;

    public Tensor? Find(string name) => _values.GetValueOrDefault(name);
}
