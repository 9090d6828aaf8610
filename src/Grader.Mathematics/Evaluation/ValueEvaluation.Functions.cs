using System.Numerics;

namespace Grader.Mathematics;

/// <summary>Functions of scalars and arrays.</summary>
internal sealed partial class ValueEvaluation
{
    private Value? EvaluateCall(Call call)
    {
        if (call.Function == "if")
            return EvaluateIf(call);
        if (caseLanguage && call.Function is "and" or "or" or "not")
            return EvaluateConnective(call);
        var arguments = new Value[call.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (Operand(call.Arguments[i]) is not { } argument)
                return null;
            arguments[i] = argument;
        }

        if (functions?.Invoke(call.Function, [.. arguments]) is { } outside)
            return outside.Value ?? Fail($"{outside.Problem} in {call}");
        return caseLanguage && IsOfCases(call.Function) ? EvaluateOfCases(arguments, call) : EvaluateKnown(arguments, call);
    }

    private Value? EvaluateKnown(Value[] arguments, Call call) => call.Function switch
    {
        "transpose" when arguments.Length == 1 => Transpose(arguments[0]),
        "max" or "min" or "sum" or "mean" when arguments is [Tensor tensor, ..] && arguments.Length <= 2 => AlongAxis(call.Function, tensor, arguments.Length == 2 ? arguments[1] : null, call),
        "max" or "min" or "sum" or "mean" when arguments.Length > 0 => Combine(call.Function, [.. arguments], call),
        "index" => Index(arguments, call),
        "norm" when arguments is [Tensor vector] => Norm(vector, call),
        "trace" when arguments is [Tensor { Shape: [var rows, var columns] } square] && rows == columns => Combine("sum", Enumerable.Range(0, rows).Select(i => square.Entries[i * (columns + 1)]).ToSequence(), call),
        "det" when arguments is [Tensor { Shape: [var rows, var columns] } square] && rows == columns => Determinant(square, call),
        "hadamard" when arguments.Length == 2 => Broadcast(arguments[0], arguments[1], MultiplyScalars, "multiplied", call),
        "plusminus" or "minusplus" => Fail($"two values of {call}"),
        _ when arguments is [Tensor tensor] => Map(tensor, call),
        _ => Apply(call.Function, arguments, call),
    };

    private Value? EvaluateIf(Call call)
    {
        if (call.Arguments.Count != 3)
            return Fail($"if takes a condition and two values: {call}");
        return Evaluate(call.Arguments[0]) switch
        {
            null => null,
            Truth truth => Evaluate(call.Arguments[truth.Holds ? 1 : 2]),
            Symbolic => new Symbolic(call),
            Tensor condition when caseLanguage => Choose(condition, call),
            _ => Fail($"no condition in {call}"),
        };
    }

    private Value? Map(Tensor tensor, Call call)
    {
        var entries = new Value[tensor.Entries.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            if (Apply(call.Function, [tensor.Entries[i]], call) is not { } entry)
                return null;
            entries[i] = entry;
        }

        return tensor with { Entries = [.. entries] };
    }

    private Value? Index(Value[] arguments, Call call)
    {
        Value? current = arguments[0];
        for (var i = 1; i < arguments.Length; i++)
        {
            if (current is not Tensor tensor || arguments[i] is not Exact { Number.IsInteger: true } exact)
                return current is Symbolic || (caseLanguage && arguments[i] is Symbolic) ? new Symbolic(call) : Fail($"no entry {call}");
            if (exact.Number < 1 || exact.Number > tensor.Shape[0])
                return Fail($"index {exact.Number} is outside 1 to {tensor.Shape[0]} in {call}");
            var size = tensor.Entries.Count / tensor.Shape[0];
            var first = ((int)exact.Number.Numerator - 1) * size;
            current = tensor.Shape.Count == 1 ? tensor.Entries[first] : new Tensor(new(tensor.Shape.Items.RemoveAt(0)), new(tensor.Entries.Items.Slice(first, size)));
        }

        // An entry of a column is a number, not an array of one.
        return caseLanguage && arguments.Length == 2 && arguments[0] is Tensor { Shape: [_, 1] } && current is Tensor { Entries: [var only] } ? only : current;
    }

    private Value? Norm(Tensor vector, Expression whole)
    {
        Value? sum = new Exact(Rational.Zero);
        foreach (var entry in vector.Entries)
        {
            var square = MultiplyScalars(entry, entry, whole);
            sum = square is null ? null : Add(sum, square, whole);
            if (sum is null)
                return null;
        }

        return Apply("sqrt", [sum], whole);
    }

    private Value? Determinant(Tensor square, Expression whole)
    {
        var size = square.Shape[0];
        if (size == 1)
            return square.Entries[0];
        if (size > 6)
            return Fail($"too large a determinant in {whole}");
        // Expansion along the first row keeps symbols as they are.
        Value? sum = new Exact(Rational.Zero);
        for (var column = 0; sum is not null && column < size; column++)
        {
            var minor = new Tensor([size - 1, size - 1], Enumerable.Range(0, size * size).Where(i => i / size > 0 && i % size != column).Select(i => square.Entries[i]).ToSequence());
            var cofactor = Determinant(minor, whole);
            var term = cofactor is null ? null : MultiplyScalars(square.Entries[column], cofactor, whole);
            sum = term is null ? null : Add(sum, column % 2 == 0 ? term : Negate(term), whole);
        }

        return sum;
    }

    private Value? Apply(string function, Value[] arguments, Expression whole)
    {
        if (arguments.Any(static argument => argument is Symbolic))
            return new Symbolic(new Call(function, arguments.Select(Values.ToExpression).ToSequence()));
        if (arguments.Any(static argument => argument is Tensor or Truth))
            return Fail($"{function} takes numbers: {whole}");
        if (arguments.Length > 0 && arguments.All(static argument => argument is Exact))
        {
            var exact = ExactFunctions.Apply(function, [.. arguments.Select(static argument => ((Exact)argument).Number)], out var problem);
            if (problem is not null)
                return Fail($"{problem} in {whole}");
            if (exact is { } value)
                return Bounded(value, whole);
        }

        if (RealFunctions.Apply(function, [.. arguments.Select(Real)]) is not { } real)
            return caseLanguage ? Fail($"{function} takes no such arguments: {whole}") : new Symbolic(new Call(function, arguments.Select(Values.ToExpression).ToSequence()));
        return IsRounding(function) && Math.Abs(real) < 1e15 ? new Exact((BigInteger)real) : Finite(real, whole);
    }

    private static bool IsRounding(string function) => function is "floor" or "ceil" or "sign";
}
