namespace Grader.Mathematics;

/// <summary>The four operations and powers, on scalars and arrays.</summary>
internal sealed partial class ValueEvaluation
{
    private static double Real(Value value) => value switch { Exact exact => exact.Number.ToDouble(), Approximate approximate => approximate.Number, _ => double.NaN };

    private static bool IsZero(Value value) => value is Exact { Number.IsZero: true };

    private static bool IsOne(Value value) => value is Exact exact && exact.Number == Rational.One;

    private Value? Finite(double value, Expression whole)
    {
        if (double.IsFinite(value))
            return new Approximate(value);
        return Fail(double.IsNaN(value) ? $"no real value of {whole}" : $"too large a value of {whole}");
    }

    private Value? Bounded(Rational value, Expression whole) =>
        value.Numerator.GetBitLength() > MaximumBits || value.Denominator.GetBitLength() > MaximumBits ? Fail($"too large a value of {whole}") : new Exact(value);

    private Value Negate(Value value) => value switch
    {
        Exact exact => new Exact(-exact.Number),
        Approximate approximate => new Approximate(-approximate.Number),
        Tensor tensor => tensor with { Entries = tensor.Entries.Items.Select(Negate).ToSequence() },
        Symbolic { Expression: Negation negation } => new Symbolic(negation.Operand),
        Symbolic symbolic => new Symbolic(new Negation(symbolic.Expression)),
        _ => value,
    };

    private Value? Add(Value left, Value right, Expression whole)
    {
        if (left is Exact a && right is Exact b)
            return Bounded(a.Number + b.Number, whole);
        if (left is Tensor || right is Tensor)
            return Broadcast(left, right, Add, "added", whole);
        if (IsZero(left))
            return right;
        if (IsZero(right))
            return left;
        if (left is Symbolic || right is Symbolic)
            return new Symbolic(new Sum([.. Terms(left), .. Terms(right)]));
        return Finite(Real(left) + Real(right), whole);
    }

    private static Sequence<Expression> Terms(Value value) => Values.ToExpression(value) is var expression && expression is Sum sum ? sum.Terms : [expression];

    private static Sequence<Expression> Factors(Value value) => Values.ToExpression(value) is var expression && expression is Product product ? product.Factors : [expression];

    private Value? Multiply(Value left, Value right, Expression whole)
    {
        if (left is Tensor a && right is Tensor b)
            return MultiplyArrays(a, b, whole);
        if (left is Tensor || right is Tensor)
            return Broadcast(left, right, MultiplyScalars, "multiplied", whole);
        return MultiplyScalars(left, right, whole);
    }

    private Value? MultiplyScalars(Value left, Value right, Expression whole)
    {
        if (left is Exact a && right is Exact b)
            return Bounded(a.Number * b.Number, whole);
        if (IsZero(left) || IsZero(right))
            return new Exact(Rational.Zero);
        if (IsOne(left))
            return right;
        if (IsOne(right))
            return left;
        if (left is Symbolic || right is Symbolic)
            return new Symbolic(new Product([.. Factors(left), .. Factors(right)]));
        return Finite(Real(left) * Real(right), whole);
    }

    private Value? Divide(Value left, Value right, Expression whole)
    {
        if (left is Tensor || right is Tensor)
            return Broadcast(left, right, Divide, "divided", whole);
        if (IsZero(right) || right is Approximate { Number: 0 })
            return Fail($"division by zero in {whole}");
        if (left is Exact a && right is Exact b)
            return Bounded(a.Number / b.Number, whole);
        if (IsOne(right) || IsZero(left))
            return left;
        if (left is Symbolic || right is Symbolic)
            return new Symbolic(new Quotient(Values.ToExpression(left), Values.ToExpression(right)));
        return Finite(Real(left) / Real(right), whole);
    }

    private Value? Raise(Value root, Value exponent, Expression whole)
    {
        if (root is Tensor { Shape: [var rows, var columns] } matrix && rows == columns && exponent is Exact { Number.IsInteger: true } times)
            return MatrixPower(matrix, times.Number, whole);
        if (caseLanguage && root is Tensor { Shape: [not 1, not 1] } oblong && exponent is Exact { Number: { IsInteger: true, Sign: < 0 } })
            return Fail($"a matrix of shape {ShapeText(oblong.Shape)} has no inverse in {whole}");
        if (root is Tensor || exponent is Tensor)
            return Broadcast(root, exponent, Raise, "raised", whole);
        if (root is Exact basis && exponent is Exact power)
            return RaiseExact(basis.Number, power.Number, whole);
        if (IsOne(exponent))
            return root;
        if (root is Symbolic || exponent is Symbolic)
            return new Symbolic(new Power(Values.ToExpression(root), Values.ToExpression(exponent)));
        return Finite(Math.Pow(Real(root), Real(exponent)), whole);
    }

    private Value? RaiseExact(Rational root, Rational exponent, Expression whole)
    {
        if (exponent.IsInteger)
        {
            if (root.IsZero && exponent.Sign < 0)
                return Fail($"division by zero in {whole}");
            if (root.IsZero || root == Rational.One)
                return new Exact(exponent.IsZero ? Rational.One : root);
            if (root == -1)
                return new Exact(exponent.Numerator.IsEven ? 1 : -1);
            var bits = Math.Max(root.Numerator.GetBitLength(), root.Denominator.GetBitLength());
            return Rational.Abs(exponent) * bits > MaximumBits ? Fail($"too large a value of {whole}") : new Exact(Rational.Pow(root, (int)exponent.Numerator));
        }

        if (exponent.Denominator <= 64 && Roots.TryRoot(root, (int)exponent.Denominator, out var exact))
            return RaiseExact(exact, exponent.Numerator, whole);
        if (root.Sign < 0)
            return exponent.Denominator.IsEven ? Fail($"no real value of {whole}") : Finite((exponent.Numerator.IsEven ? 1 : -1) * Math.Pow(-root.ToDouble(), exponent.ToDouble()), whole);
        return Finite(Math.Pow(root.ToDouble(), exponent.ToDouble()), whole);
    }
}
