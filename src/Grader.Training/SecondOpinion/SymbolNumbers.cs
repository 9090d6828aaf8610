using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace Grader.Training.SecondOpinion;

/// <summary>Random numbers in the place of symbols, so that a matrix of kernel weights can be compared in numbers. The same symbol has the same number throughout.</summary>
/// <param name="seed">Another seed gives other numbers.</param>
internal sealed class SymbolNumbers(int seed)
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, double> _numbers = new(StringComparer.Ordinal);

    /// <summary>Whether any symbol was asked for.</summary>
    public bool Any => _numbers.Count > 0;

    public Tensor Of(string symbol)
    {
        if (!_numbers.TryGetValue(symbol, out var number))
            // Away from 0 and 1, where products and powers say little.
            _numbers[symbol] = number = (_random.Next(2) == 0 ? -1 : 1) * (1.5 + _random.NextDouble());
        return torch.tensor(number, torch.float64);
    }
}
