namespace Grader.Mathematics;

/// <summary>A matrix over the prime field, row-major; a scalar is 1 by 1.</summary>
internal readonly record struct FieldMatrix(int Rows, int Columns, ulong[] Entries)
{
    public bool IsScalar => Rows == 1 && Columns == 1;
}

/// <summary>Random matrices over the prime field, which do not commute.</summary>
internal sealed class FieldMatrixEngine(ulong seed, Func<string, (int Rows, int Columns)> shape, SymbolRoles roles, PointBudget budget) : IPointEngine<FieldMatrix>
{
    public const int Size = 3;

    private readonly FieldEngine _scalars = new(seed, roles, budget);

    public bool SawOpaque => _scalars.SawOpaque;

    private static FieldMatrix Scalar(ulong value) => new(1, 1, [value]);

    public PointStatus Number(Rational value, out FieldMatrix result)
    {
        var status = _scalars.Number(value, out var scalar);
        result = Scalar(scalar);
        return status;
    }

    public PointStatus Symbol(string name, out FieldMatrix result)
    {
        if (name == "I")
        {
            result = Identity();
            return PointStatus.Value;
        }

        var (rows, columns) = shape(name);
        var entries = new ulong[rows * columns];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = rows * columns == 1 ? PrimeField.Hash(name, seed) : PrimeField.Hash(name, seed + 1000 + (ulong)i);
        result = new(rows, columns, entries);
        return name == "infinity" ? PointStatus.Unsupported : PointStatus.Value;
    }

    private static FieldMatrix Identity() => new(Size, Size, [1, 0, 0, 0, 1, 0, 0, 0, 1]);

    public FieldMatrix Negate(FieldMatrix value) => value with { Entries = Array.ConvertAll(value.Entries, PrimeField.Negate) };

    public PointStatus Add(FieldMatrix a, FieldMatrix b, out FieldMatrix result)
    {
        result = a;
        if (a.Rows != b.Rows || a.Columns != b.Columns)
            return PointStatus.Unsupported;
        var entries = new ulong[a.Entries.Length];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = PrimeField.Add(a.Entries[i], b.Entries[i]);
        result = a with { Entries = entries };
        return PointStatus.Value;
    }

    public PointStatus Multiply(FieldMatrix a, FieldMatrix b, out FieldMatrix result)
    {
        result = a;
        if (a.IsScalar || b.IsScalar)
        {
            var (scalar, other) = a.IsScalar ? (a.Entries[0], b) : (b.Entries[0], a);
            result = other with { Entries = Array.ConvertAll(other.Entries, entry => PrimeField.Multiply(entry, scalar)) };
            return PointStatus.Value;
        }

        if (a.Columns != b.Rows)
            return PointStatus.Unsupported;
        var entries = new ulong[a.Rows * b.Columns];
        for (var i = 0; i < entries.Length; i++)
        {
            for (var k = 0; k < a.Columns; k++)
                entries[i] = PrimeField.Add(entries[i], PrimeField.Multiply(a.Entries[i / b.Columns * a.Columns + k], b.Entries[k * b.Columns + i % b.Columns]));
        }

        result = new(a.Rows, b.Columns, entries);
        return PointStatus.Value;
    }

    public PointStatus Divide(FieldMatrix a, FieldMatrix b, out FieldMatrix result)
    {
        result = a;
        if (!b.IsScalar)
            return PointStatus.Unsupported;
        if (b.Entries[0] == 0)
            return PointStatus.Undefined;
        var inverse = PrimeField.Inverse(b.Entries[0]);
        result = a with { Entries = Array.ConvertAll(a.Entries, entry => PrimeField.Multiply(entry, inverse)) };
        return PointStatus.Value;
    }

    public PointStatus Power(FieldMatrix root, FieldMatrix exponent, Expression exponentText, PointEvaluation<FieldMatrix> evaluation, out FieldMatrix result)
    {
        result = root;
        if (root.IsScalar && exponent.IsScalar)
        {
            var scalars = new PointEvaluation<ulong>(_scalars, budget);
            var status = _scalars.Power(root.Entries[0], exponent.Entries[0], exponentText, scalars, out var power);
            result = Scalar(power);
            return status;
        }

        if (exponentText is Number { Value.IsInteger: true } or Negation { Operand: Number { Value.IsInteger: true } } && root.Rows == root.Columns)
        {
            var times = exponentText is Number number ? number.Value : -((Number)((Negation)exponentText).Operand).Value;
            if (times < -50 || times > 50)
                return PointStatus.Unsupported;
            if (times.Sign < 0 && !TryInvert(root, out root))
                return PointStatus.Undefined;
            result = Identity();
            for (var i = Rational.Zero; i < Rational.Abs(times); i += 1)
                Multiply(result, root, out result);
            return PointStatus.Value;
        }

        return PointStatus.Unsupported;
    }

    private static bool TryInvert(FieldMatrix matrix, out FieldMatrix inverse)
    {
        // By the adjugate of a 3 by 3 matrix.
        var m = matrix.Entries;
        ulong Minor(int a, int b, int c, int d) => PrimeField.Add(PrimeField.Multiply(m[a], m[d]), PrimeField.Negate(PrimeField.Multiply(m[b], m[c])));
        ulong[] adjugate =
        [
            Minor(4, 5, 7, 8), Minor(2, 1, 8, 7), Minor(1, 2, 4, 5),
            Minor(5, 3, 8, 6), Minor(0, 2, 6, 8), Minor(2, 0, 5, 3),
            Minor(3, 4, 6, 7), Minor(1, 0, 7, 6), Minor(0, 1, 3, 4),
        ];
        var determinant = PrimeField.Add(PrimeField.Multiply(m[0], adjugate[0]), PrimeField.Add(PrimeField.Multiply(m[1], adjugate[3]), PrimeField.Multiply(m[2], adjugate[6])));
        var scale = determinant == 0 ? 0 : PrimeField.Inverse(determinant);
        inverse = matrix with { Entries = Array.ConvertAll(adjugate, entry => PrimeField.Multiply(entry, scale)) };
        return determinant != 0;
    }

    public PointStatus Function(string function, ReadOnlySpan<FieldMatrix> arguments, out FieldMatrix result)
    {
        result = default;
        switch (function, arguments.Length)
        {
            case ("transpose", 1):
                result = Transposed(arguments[0]);
                return PointStatus.Value;
            case ("trace", 1) when arguments[0].Rows == arguments[0].Columns:
                var sum = 0UL;
                for (var i = 0; i < arguments[0].Rows; i++)
                    sum = PrimeField.Add(sum, arguments[0].Entries[i * (arguments[0].Columns + 1)]);
                result = Scalar(sum);
                return PointStatus.Value;
            case ("det", 1) when arguments[0] is { Rows: Size, Columns: Size }:
                result = Scalar(Determinant(arguments[0].Entries));
                return PointStatus.Value;
            case ("hadamard", 2) when arguments[0].Rows == arguments[1].Rows && arguments[0].Columns == arguments[1].Columns:
                var (left, right) = (arguments[0].Entries, arguments[1].Entries);
                result = arguments[0] with { Entries = [.. left.Select((entry, i) => PrimeField.Multiply(entry, right[i]))] };
                return PointStatus.Value;
            case (_, 1):
                // Any other function goes entry by entry.
                var entries = new ulong[arguments[0].Entries.Length];
                for (var i = 0; i < entries.Length; i++)
                    _scalars.Function(function, [arguments[0].Entries[i]], out entries[i]);
                result = arguments[0] with { Entries = entries };
                return PointStatus.Value;
            default:
                return PointStatus.Unsupported;
        }
    }

    private static ulong Determinant(ulong[] m)
    {
        ulong Minor(int a, int b, int c, int d) => PrimeField.Add(PrimeField.Multiply(m[a], m[d]), PrimeField.Negate(PrimeField.Multiply(m[b], m[c])));
        return PrimeField.Add(PrimeField.Multiply(m[0], Minor(4, 5, 7, 8)), PrimeField.Add(PrimeField.Negate(PrimeField.Multiply(m[1], Minor(3, 5, 6, 8))), PrimeField.Multiply(m[2], Minor(3, 4, 6, 7))));
    }

    private static FieldMatrix Transposed(FieldMatrix matrix)
    {
        var entries = new ulong[matrix.Entries.Length];
        for (var i = 0; i < entries.Length; i++)
            entries[i % matrix.Columns * matrix.Rows + i / matrix.Columns] = matrix.Entries[i];
        return new(matrix.Columns, matrix.Rows, entries);
    }

    public PointStatus Opaque(string kind, ReadOnlySpan<FieldMatrix> parts, out FieldMatrix result)
    {
        result = default;
        return PointStatus.Unsupported;
    }

    public PointStatus Probe(int index, out FieldMatrix result)
    {
        result = default;
        return PointStatus.Unsupported;
    }

    public PointStatus Exact(Expression expression, PointEvaluation<FieldMatrix> evaluation, out Rational result)
    {
        result = expression is Number number ? number.Value : default;
        return expression is Number ? PointStatus.Value : PointStatus.Unsupported;
    }
}
