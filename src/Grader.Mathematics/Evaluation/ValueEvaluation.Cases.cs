namespace Grader.Mathematics;

/// <summary>What the language of case files has besides: comparisons of arrays, conditions, parts of arrays, statistics.</summary>
internal sealed partial class ValueEvaluation
{
    private static readonly Value One = new Exact(Rational.One);
    private static readonly Value Zero = new Exact(Rational.Zero);

    private static bool IsOfCases(string function) => function is "row" or "column" or "length" or "prod" or "softmax" or "var" or "std" or "argmin" or "argmax";

    /// <summary>An operand of arithmetic: a truth counts as 1 or 0.</summary>
    private Value? Operand(Expression expression) => Evaluate(expression) is { } value ? Counted(value) : null;

    private Value Counted(Value value) => caseLanguage && value is Truth truth ? truth.Holds ? One : Zero : value;

    /// <summary>A chain of comparisons: a truth, or an array of 1 and 0 where a member is an array.</summary>
    private Value? EvaluateComparison(Relation relation)
    {
        if (relation.Operators.Items.Any(static comparison => comparison is RelationOperator.Implies or RelationOperator.ElementOf))
            return Fail($"no comparison of numbers: {relation}");
        Value? holds = null;
        var left = Operand(relation.Members[0]);
        for (var i = 0; left is not null && i < relation.Operators.Count; i++)
        {
            if (Operand(relation.Members[i + 1]) is not { } right)
                return null;
            var comparison = relation.Operators[i];
            var link = left is Tensor || right is Tensor
                ? Broadcast(left, right, (one, other, _) => Counted(CompareNumbers(one, other, comparison)), "compared", relation)
                : CompareNumbers(left, right, comparison);
            holds = link is null ? null : holds is null ? link : Both(holds, link, relation);
            if (holds is null)
                return null;
            left = right;
        }

        return left is null ? null : holds;
    }

    private static Value CompareNumbers(Value left, Value right, RelationOperator comparison) => left is Symbolic || right is Symbolic
        ? new Symbolic(new Relation([Values.ToExpression(left), Values.ToExpression(right)], [comparison]))
        : new Truth(Holds(Compare(left, right), comparison));

    private Value? Both(Value one, Value other, Expression whole) => (one, other) switch
    {
        (Truth { Holds: false }, not Tensor) or (not Tensor, Truth { Holds: false }) => new Truth(false),
        (Truth, not Tensor) => other,
        (not Tensor, Truth) => one,
        (Symbolic, not Tensor) => new Symbolic(whole),
        _ => Broadcast(Counted(one), Counted(other), MultiplyScalars, "compared", whole),
    };

    /// <summary><c>and</c>, <c>or</c>, <c>not</c>: what the first conditions decide leaves the rest unread, so that one may guard the next.</summary>
    private Value? EvaluateConnective(Call call)
    {
        if (call.Arguments.Count == 0 || (call.Function == "not" && call.Arguments.Count > 1))
            return Fail($"{call.Function} takes {(call.Function == "not" ? "one condition" : "conditions")}: {call}");
        Value? result = null;
        foreach (var argument in call.Arguments)
        {
            if (Evaluate(argument) is not { } condition)
                return null;
            if (condition is not (Truth or Symbolic) && !IsTruths(condition))
                return Fail($"no condition {argument} in {call}");
            // a or b is not (not a and not b).
            condition = call.Function == "and" ? condition : Not(condition);
            result = result is null ? condition : Both(result, condition, call);
            if (result is null or Truth { Holds: false })
                break;
        }

        return result is null ? null : call.Function == "or" ? Not(result) : result;
    }

    private static bool IsTruths(Value value) => value is Tensor tensor && tensor.Entries.Items.All(static entry => IsZero(entry) || IsOne(entry));

    private static Value Not(Value condition) => condition switch
    {
        Truth truth => new Truth(!truth.Holds),
        Tensor tensor => tensor with { Entries = tensor.Entries.Items.Select(static entry => IsZero(entry) ? One : Zero).ToSequence() },
        Symbolic { Expression: Call { Function: "not", Arguments: [var operand] } } => new Symbolic(operand),
        _ => new Symbolic(new Call("not", [Values.ToExpression(condition)])),
    };

    /// <summary>Where the condition is an array, a value for each entry; both values are needed then.</summary>
    private Value? Choose(Tensor condition, Call call)
    {
        if (!IsTruths(condition))
            return Fail($"no condition in {call}");
        if (Operand(call.Arguments[1]) is not { } then || Operand(call.Arguments[2]) is not { } otherwise)
            return null;
        var chosen = Broadcast(condition, then, MultiplyScalars, "chosen from", call);
        var rest = chosen is null ? null : Broadcast(Not(condition), otherwise, MultiplyScalars, "chosen from", call);
        return chosen is null || rest is null ? null : Broadcast(chosen, rest, Add, "chosen from", call);
    }

    private Value? EvaluateOfCases(Value[] arguments, Call call) => (call.Function, arguments) switch
    {
        (_, [Symbolic, ..]) when call.Function is not "prod" => new Symbolic(new Call(call.Function, arguments.Select(Values.ToExpression).ToSequence())),
        ("row", [Tensor { Shape.Count: 2 } matrix, var number]) => RowOf(matrix, number, call),
        ("column", [Tensor { Shape.Count: 2 } matrix, var number]) => Transpose(matrix) is { } transposed ? RowOf(transposed, number, call) : null,
        ("row" or "column", _) => Fail($"{call.Function} takes a matrix and a number: {call}"),
        ("length", [Tensor tensor]) => new Exact(tensor.Shape[0]),
        ("length", [Tensor tensor, Exact { Number.IsInteger: true } axis]) when axis.Number >= 1 && axis.Number <= tensor.Shape.Count => new Exact(tensor.Shape[(int)axis.Number.Numerator - 1]),
        ("length", _) => Fail($"length takes an array, and an axis that it has: {call}"),
        ("softmax", [Tensor tensor]) => Softmax(tensor, call),
        ("softmax", _) => Fail($"softmax takes an array: {call}"),
        ("argmin" or "argmax", [Tensor { Shape: [_, not 1, ..] }]) => Fail($"no axis of a matrix in {call}"),
        (_, [Tensor tensor]) => AlongAxis(call.Function, tensor, null, call),
        (_, [Tensor tensor, var axis]) => AlongAxis(call.Function, tensor, axis, call),
        _ => Combine(call.Function, [.. arguments], call),
    };

    private Value? RowOf(Value matrix, Value number, Call call) => Index([matrix, number], call) switch
    {
        null => null,
        Tensor row => row,
        var only => new Tensor([1], [only]),
    };

    /// <summary>Along the last axis.</summary>
    private Value? Softmax(Tensor tensor, Call call)
    {
        if (tensor.Shape is [_, 1])
            return Transpose(tensor) is Tensor row && Softmax(row, call) is { } shares ? Transpose(shares) : null;
        if (Map(tensor, new Call("exp", call.Arguments)) is not Tensor powers || AlongAxis("sum", powers, new Exact(powers.Shape.Count), call) is not { } totals)
            return null;
        if (totals is Tensor { Shape: [var rows] } each)
            totals = each with { Shape = [rows, 1] };
        return Divide(powers, totals, call);
    }

    private Value? CombineOfCases(string function, Sequence<Value> entries, Expression whole)
    {
        if (function == "prod")
        {
            Value? product = One;
            foreach (var entry in entries)
                product = product is null ? null : MultiplyScalars(product, entry, whole);
            return product;
        }

        if (function is "argmin" or "argmax")
        {
            if (entries.Items.Any(static entry => entry is Symbolic))
                return new Symbolic(new Call(function, entries.Items.Select(Values.ToExpression).ToSequence()));
            var sign = function == "argmax" ? 1 : -1;
            return new Exact(1 + Enumerable.Range(0, entries.Count).Aggregate((best, next) => Compare(entries[next], entries[best]) * sign > 0 ? next : best));
        }

        if (Combine("mean", entries, whole) is not { } mean)
            return null;
        Value? squares = Zero;
        foreach (var entry in entries)
        {
            var square = Add(entry, Negate(mean), whole) is { } deviation ? Raise(deviation, new Exact(2), whole) : null;
            squares = squares is null || square is null ? null : Add(squares, square, whole);
        }

        var variance = squares is null ? null : Divide(squares, new Exact(entries.Count), whole);
        return variance is null ? null : function == "std" ? Apply("sqrt", [variance], whole) : variance;
    }
}
