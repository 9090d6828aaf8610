using System.Globalization;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace Grader.Training.SecondOpinion;

/// <summary>A formula that this reader does not know how to evaluate: nothing is said of its value.</summary>
internal sealed class UnknownFormulaException(string message) : Exception(message);

/// <summary>
/// Evaluates the text of a formula in double precision, on tensors that remember what they are computed from. It reads the common part of the language of case files by itself
/// and shares no line with the evaluator that worksheets use. A vector is a column; * multiplies matrices.
/// </summary>
internal sealed class FormulaText
{
    private readonly string _text;
    private readonly Func<string, Tensor?> _names;
    private int _position;

    private FormulaText(string text, Func<string, Tensor?> names)
    {
        _text = text;
        _names = names;
    }

    /// <param name="names">The value of a name; null where there is none.</param>
    /// <exception cref="UnknownFormulaException">It holds something else than numbers, names, + - * / ^ and common functions.</exception>
    public static Tensor Evaluate(string text, Func<string, Tensor?> names)
    {
        var reader = new FormulaText(text, names);
        var value = reader.Sum();
        return reader.Peek() == '\0' ? value : throw reader.Unknown();
    }

    private Tensor Sum()
    {
        var value = Product();
        while (Peek() is '+' or '-' or '−')
            value = _text[_position++] == '+' ? value + Product() : value - Product();
        return value;
    }

    private Tensor Product()
    {
        var value = Signed();
        while (Peek() is '*' or '/' or '·')
        {
            var divides = _text[_position++] == '/';
            value = divides ? Quotient(value, Signed()) : Times(value, Signed());
        }

        return value;
    }

    private Tensor Signed()
    {
        if (Peek() is not ('-' or '−'))
            return Power();
        _position++;
        return -Signed();
    }

    private Tensor Power()
    {
        var value = Atom();
        while (Peek() == '^')
        {
            _position++;
            if (Peek() == 'T' && !IsName(_position + 1))
            {
                _position++;
                value = value.t();
                continue;
            }

            // Right to left: 2^3^2 is 2^9.
            value = Raised(value, Signed());
        }

        return value;
    }

    private Tensor Raised(Tensor value, Tensor exponent)
    {
        if (exponent.dim() != 0)
            throw Unknown();
        if (value.dim() < 2 || value.shape[1] == 1)
            return value.pow(exponent);
        return exponent.ToDouble() == -1 ? torch.linalg.inv(value) : throw Unknown();
    }

    private Tensor Atom()
    {
        var first = Peek();
        if (first == '(')
            return Enclosed(')')[0];
        if (char.IsAsciiDigit(first) || first == '.')
            return Number();
        if (!char.IsLetter(first))
            throw Unknown();
        var start = _position;
        while (IsName(_position))
            _position++;
        var name = _text[start.._position];
        if (Peek() == '(' && _names(name) is null)
            return Function(name, Enclosed(')'));
        return name == "pi" ? torch.tensor(Math.PI, torch.float64) : Named(name) ?? throw new UnknownFormulaException($"“{name}” has no value here");
    }

    private Tensor Number()
    {
        var start = _position;
        while (_position < _text.Length && (char.IsAsciiDigit(_text[_position]) || _text[_position] == '.'))
            _position++;
        if (_position < _text.Length && _text[_position] is 'e' or 'E' && _position + 1 < _text.Length && (char.IsAsciiDigit(_text[_position + 1]) || _text[_position + 1] is '-' or '+'))
        {
            _position += 2;
            while (_position < _text.Length && char.IsAsciiDigit(_text[_position]))
                _position++;
        }

        return double.TryParse(_text.AsSpan(start, _position - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? torch.tensor(number, torch.float64) : throw Unknown();
    }

    private List<Tensor> Enclosed(char close)
    {
        _position++;
        var values = new List<Tensor> { Sum() };
        while (Peek() == ',')
        {
            _position++;
            values.Add(Sum());
        }

        if (Peek() != close)
            throw Unknown();
        _position++;
        return values;
    }

    /// <summary>A name, or an entry of a list or table: <c>x_2</c>, <c>z_13</c>, <c>z_10_3</c>.</summary>
    private Tensor? Named(string name)
    {
        if (_names(name) is { } whole)
            return whole.dim() == 1 ? whole.unsqueeze(1) : whole;
        var parts = name.Split('_');
        for (var kept = parts.Length - 1; kept >= Math.Max(1, parts.Length - 2); kept--)
        {
            if (_names(string.Join('_', parts[..kept])) is not { } array)
                continue;
            var digits = parts[kept..];
            var index = digits is [{ Length: 2 } both] && array.dim() == 2 && array.shape[1] > 1 ? [both[..1], both[1..]] : digits;
            long[] at = [.. index.Select(number => long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place - 1 : -1)];
            if (at.Length == 1)
                return at[0] >= 0 && at[0] < array.numel() ? array.reshape(-1)[at[0]] : null;
            return array.dim() == 2 && at[0] >= 0 && at[1] >= 0 && at[0] < array.shape[0] && at[1] < array.shape[1] ? array[at[0], at[1]] : null;
        }

        return null;
    }

    private Tensor Function(string name, List<Tensor> values) => (name, values) switch
    {
        ("sqrt", [var x]) => x.sqrt(),
        ("exp", [var x]) => x.exp(),
        ("ln", [var x]) => x.log(),
        ("log2", [var x]) => x.log2(),
        ("log10", [var x]) => x.log10(),
        ("sin", [var x]) => x.sin(),
        ("cos", [var x]) => x.cos(),
        ("tan", [var x]) => x.tan(),
        ("tanh", [var x]) => x.tanh(),
        ("sigmoid", [var x]) => x.sigmoid(),
        ("relu", [var x]) => x.relu(),
        ("abs", [var x]) => x.abs(),
        ("floor", [var x]) => x.floor(),
        ("ceil", [var x]) => x.ceil(),
        ("transpose", [var x]) => x.t(),
        ("trace", [var x]) => x.diagonal().sum(),
        ("hadamard", [var x, var y]) when x.shape.SequenceEqual(y.shape) => x * y,
        ("sum", [var x]) => x.sum(),
        ("mean", [var x]) => x.mean(),
        ("sum" or "mean", _) => throw Unknown(),
        ("max", [var x]) => x.max(),
        ("min", [var x]) => x.min(),
        ("max", _) when values.TrueForAll(value => value.dim() == 0) => torch.stack(values).max(),
        ("min", _) when values.TrueForAll(value => value.dim() == 0) => torch.stack(values).min(),
        _ => throw new UnknownFormulaException($"the second evaluator does not know {name}(…) with {values.Count} value{(values.Count == 1 ? "" : "s")}"),
    };

    private Tensor Times(Tensor left, Tensor right) => left.dim() == 0 || right.dim() == 0 ? left * right : left.shape[1] == right.shape[0] ? left.matmul(right) : throw Unknown();

    private Tensor Quotient(Tensor left, Tensor right) => left.dim() == 0 || right.dim() == 0 || left.shape.SequenceEqual(right.shape) ? left / right : throw Unknown();

    private bool IsName(int position) => position < _text.Length && (char.IsLetterOrDigit(_text[position]) || _text[position] == '_' || (_text[position] == '.' && position + 1 < _text.Length && char.IsLetter(_text[position + 1])));

    private char Peek()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
            _position++;
        return _position < _text.Length ? _text[_position] : '\0';
    }

    private UnknownFormulaException Unknown() => new($"the second evaluator does not read “{_text}” at character {_position + 1}");
}
