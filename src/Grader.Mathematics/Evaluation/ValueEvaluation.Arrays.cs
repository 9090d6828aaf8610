namespace Grader.Mathematics;

/// <summary>Arrays: broadcasting, products, transposes, inverses, sums along an axis.</summary>
internal sealed partial class ValueEvaluation
{
    private static string ShapeText(Sequence<int> shape) => string.Join('x', shape.Items);

    private static Sequence<int> ShapeOf(Value value) => value is Tensor tensor ? tensor.Shape : [];

    /// <summary>Entry by entry; shapes are aligned at their last axes, and an axis of length 1 is repeated.</summary>
    private Value? Broadcast(Value left, Value right, Func<Value, Value, Expression, Value?> operation, string verb, Expression whole)
    {
        var a = ShapeOf(left);
        var b = ShapeOf(right);
        var shape = new int[Math.Max(a.Count, b.Count)];
        for (var i = 1; i <= shape.Length; i++)
        {
            var one = i <= a.Count ? a[^i] : 1;
            var other = i <= b.Count ? b[^i] : 1;
            if (one != other && one != 1 && other != 1)
                return Fail($"shapes {ShapeText(a)} and {ShapeText(b)} cannot be {verb}");
            // An axis of length 1 is repeated as often as the other has entries: never, where it has none.
            shape[^i] = one == 1 ? other : one;
        }

        var entries = new Value[shape.Aggregate(1, static (product, length) => product * length)];
        for (var flat = 0; flat < entries.Length; flat++)
        {
            if (++_steps > MaximumSteps)
                return Fail("too many steps");
            if (operation(EntryAt(left, shape, flat), EntryAt(right, shape, flat), whole) is not { } entry)
                return null;
            entries[flat] = entry;
        }

        return new Tensor([.. shape], [.. entries]);
    }

    private static Value EntryAt(Value value, int[] shape, int flat)
    {
        if (value is not Tensor tensor)
            return value;
        var index = 0;
        var stride = 1;
        for (var i = 1; i <= shape.Length; i++)
        {
            var position = flat % shape[^i];
            flat /= shape[^i];
            if (i > tensor.Shape.Count)
                continue;
            index += tensor.Shape[^i] == 1 ? 0 : position * stride;
            stride *= tensor.Shape[^i];
        }

        return tensor.Entries[index];
    }

    private Value? MultiplyArrays(Tensor left, Tensor right, Expression whole)
    {
        if (left.Shape.Count > 2 || right.Shape.Count > 2 || left.Shape[^1] != right.Shape[0])
            return Fail($"shapes {ShapeText(left.Shape)} and {ShapeText(right.Shape)} cannot be multiplied");
        var inner = right.Shape[0];
        var rows = left.Shape.Count == 1 ? 1 : left.Shape[0];
        var columns = right.Shape.Count == 1 ? 1 : right.Shape[1];
        var entries = new Value[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                Value? sum = new Exact(Rational.Zero);
                for (var i = 0; i < inner; i++)
                {
                    if (++_steps > MaximumSteps)
                        return Fail("too many steps");
                    var product = MultiplyScalars(left.Entries[row * inner + i], right.Entries[i * columns + column], whole);
                    sum = product is null ? null : Add(sum, product, whole);
                    if (sum is null)
                        return null;
                }

                entries[row * columns + column] = sum;
            }
        }

        List<int> shape = [];
        if (left.Shape.Count == 2)
            shape.Add(rows);
        if (right.Shape.Count == 2)
            shape.Add(columns);
        return shape.Count == 0 ? entries[0] : new Tensor([.. shape], [.. entries]);
    }

    /// <summary>A vector counts as a row: its transpose is a column.</summary>
    private Value? Transpose(Value value)
    {
        if (value is Symbolic symbolic)
            return new Symbolic(new Call("transpose", [symbolic.Expression]));
        if (value is not Tensor tensor)
            return value;
        if (tensor.Shape.Count == 1)
            return tensor with { Shape = [tensor.Shape[0], 1] };
        if (tensor.Shape.Count != 2)
            return Fail($"an array of shape {ShapeText(tensor.Shape)} cannot be transposed");
        var (rows, columns) = (tensor.Shape[0], tensor.Shape[1]);
        var entries = new Value[tensor.Entries.Count];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                entries[column * rows + row] = tensor.Entries[row * columns + column];
        }

        return new Tensor([columns, rows], [.. entries]);
    }

    private Value? MatrixPower(Tensor matrix, Rational times, Expression whole)
    {
        if (Rational.Abs(times) > 1000)
            return Fail($"too large a power in {whole}");
        var size = matrix.Shape[0];
        var count = (int)times.Numerator;
        Value? factor = matrix;
        if (count < 0)
        {
            factor = Invert(matrix, whole);
            count = -count;
        }

        var identity = Enumerable.Range(0, size * size).Select(i => (Value)new Exact(i / size == i % size ? 1 : 0)).ToSequence();
        Value? result = matrix with { Entries = identity };
        for (; result is Tensor && factor is Tensor square && count > 0; count >>= 1)
        {
            if ((count & 1) == 1)
                result = MultiplyArrays((Tensor)result, square, whole);
            factor = count > 1 ? MultiplyArrays(square, square, whole) : factor;
        }

        return factor is null ? null : result;
    }

    private Value? Invert(Tensor matrix, Expression whole)
    {
        if (matrix.Entries.Items.Any(static entry => entry is not (Exact or Approximate)))
            return Fail($"a matrix with symbols cannot be inverted in {whole}");
        var size = matrix.Shape[0];
        var work = new Rational[size, 2 * size];
        for (var i = 0; i < size * size; i++)
            work[i / size, i % size] = matrix.Entries[i] is Exact exact ? exact.Number : Rational.FromDouble(Real(matrix.Entries[i]));
        for (var i = 0; i < size; i++)
            work[i, size + i] = Rational.One;
        if (Elimination.Reduce(work, size) < size)
            return Fail($"a singular matrix in {whole}");
        var approximate = matrix.Entries.Items.Any(static entry => entry is Approximate);
        return matrix with { Entries = Enumerable.Range(0, size * size).Select(i => work[i / size, size + i % size]).Select(entry => approximate ? (Value)new Approximate(entry.ToDouble()) : new Exact(entry)).ToSequence() };
    }

    /// <summary>Combines the entries along an axis, counted from 1; all of them where no axis is given.</summary>
    private Value? AlongAxis(string function, Tensor tensor, Value? axis, Expression whole)
    {
        if (tensor.Entries.Count == 0)
            return Fail($"no entries in {whole}");
        if (axis is null)
            return Combine(function, tensor.Entries, whole);
        if (axis is not Exact { Number.IsInteger: true } exact || exact.Number < 1 || exact.Number > tensor.Shape.Count)
            return Fail($"axis {Values.ToExpression(axis)} of an array of shape {ShapeText(tensor.Shape)} in {whole}");
        var at = (int)exact.Number.Numerator - 1;
        var inner = tensor.Shape.Items.Skip(at + 1).Aggregate(1, static (product, length) => product * length);
        var length = tensor.Shape[at];
        var outer = tensor.Entries.Count / (inner * length);
        var entries = new List<Value>();
        for (var i = 0; i < outer; i++)
        {
            for (var j = 0; j < inner; j++)
            {
                var line = Enumerable.Range(0, length).Select(k => tensor.Entries[(i * length + k) * inner + j]).ToSequence();
                if (Combine(function, line, whole) is not { } entry)
                    return null;
                entries.Add(entry);
            }
        }

        var shape = tensor.Shape.Items.RemoveAt(at);
        return shape.IsEmpty ? entries[0] : new Tensor(new(shape), [.. entries]);
    }

    private Value? Combine(string function, Sequence<Value> entries, Expression whole)
    {
        if (entries.Count == 0)
            return Fail($"no entries in {whole}");
        var symbolic = entries.Items.Any(static entry => entry is Symbolic);
        if (caseLanguage && function is not ("sum" or "mean") && entries.Items.Any(static entry => entry is Tensor))
            return Fail($"{function} takes numbers, or one array and an axis: {whole}");
        if (IsOfCases(function))
            return CombineOfCases(function, entries, whole);
        if (function is "max" or "min")
        {
            if (symbolic)
                return new Symbolic(new Call(function, entries.Items.Select(Values.ToExpression).ToSequence()));
            var sign = function == "max" ? 1 : -1;
            return entries.Items.Aggregate((best, entry) => Compare(entry, best) * sign > 0 ? entry : best);
        }

        Value? sum = new Exact(Rational.Zero);
        foreach (var entry in entries)
        {
            sum = Add(sum, entry, whole);
            if (sum is null)
                return null;
        }

        return function == "mean" ? Divide(sum, new Exact(entries.Count), whole) : sum;
    }
}
