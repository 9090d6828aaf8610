namespace Grader.Mathematics;

/// <summary>An array of one or two axes whose entries are formulas.</summary>
/// <param name="Columns">Null for a vector, which is a row or a column as it is needed.</param>
internal sealed record FormulaArray(int Rows, int? Columns, Expression[] Entries);

/// <summary>Carries out the operations on arrays in a formula, on entries that stay formulas.</summary>
internal static class Arrays
{
    private const int MaximumEntries = 4_000;
    private const int MaximumProducts = 40_000;
    private const int MaximumNodes = 100_000;
    private const int MaximumBits = 2_000;

    /// <summary>Whether a formula holds a matrix, or operations that only arrays have.</summary>
    public static bool Occur(Expression expression, int depth = 0) =>
        depth < 200 && (expression is Matrix or Call { Function: "transpose" or "hadamard" or "kronecker" or "trace" or "det" or "vec" } || (expression is not (Listing or Relation) && Children.Of(expression).Any(child => (child is Listing { Kind: not ListingKind.Set, Elements.Count: > 1 } && expression is not Call) || Occur(child, depth + 1))));

    /// <summary>The array, or null with the formula where it is a scalar; false where an operation has no result, as <paramref name="problem"/> says.</summary>
    public static bool TryExpand(Expression expression, out FormulaArray? array, out Expression scalar, out string problem, int depth = 0)
    {
        array = null;
        scalar = expression;
        problem = "";
        if (depth > 100)
            return Fail("nested too deeply", out problem);
        switch (expression)
        {
            case Matrix matrix:
                if (!matrix.IsRectangular || matrix.ColumnCount == 0)
                    return Fail("rows of different lengths", out problem);
                array = new(matrix.RowCount, matrix.ColumnCount, [.. matrix.Rows.Items.SelectMany(static row => row)]);
                return array.Entries.Length <= MaximumEntries || Fail("too many entries", out problem);
            case Listing { Kind: not ListingKind.Set, Elements.Count: > 1 } listing:
                array = new(listing.Elements.Count, null, [.. listing.Elements]);
                return array.Entries.Length <= MaximumEntries || Fail("too many entries", out problem);
            case Negation negation:
                if (!TryExpand(negation.Operand, out array, out scalar, out problem, depth + 1))
                    return false;
                Each(ref array, static entry => new Negation(entry));
                scalar = new Negation(scalar);
                return true;
            case Sum sum:
                return Combine(sum.Terms, Add, out array, out scalar, out problem, depth);
            case Product product:
                return Combine(product.Factors, Multiply, out array, out scalar, out problem, depth);
            case Quotient quotient:
                if (!TryExpand(quotient.Numerator, out array, out scalar, out problem, depth + 1) || !TryExpand(quotient.Denominator, out var divisor, out var below, out problem, depth + 1))
                    return false;
                if (divisor is not null)
                    return Fail("division by an array", out problem);
                Each(ref array, entry => new Quotient(entry, below));
                scalar = new Quotient(scalar, below);
                return true;
            case Power { Exponent: Number { Value: { IsInteger: true } times } } power when times > 0 && times < 20:
                return Combine(Enumerable.Repeat(power.Base, (int)times.Numerator).ToSequence(), Multiply, out array, out scalar, out problem, depth);
            case Call { Function: "transpose", Arguments: [var operand] }:
                if (!TryExpand(operand, out array, out scalar, out problem, depth + 1))
                    return false;
                array = array is null ? null : Transposed(array);
                return true;
            case Call { Function: "hadamard", Arguments: [var left, var right] }:
                if (!TryExpand(left, out var one, out scalar, out problem, depth + 1) || !TryExpand(right, out var other, out _, out problem, depth + 1))
                    return false;
                if (one is null || other is null || one.Rows != other.Rows || one.Columns != other.Columns)
                    return Fail("shapes that do not match", out problem);
                array = one with { Entries = [.. one.Entries.Zip(other.Entries, static (a, b) => new Product([a, b]))] };
                return true;
            case Call { Function: "det" or "trace", Arguments: [var square] } call when Occur(square):
                return Scalar(call.Function, square, out scalar, out problem, depth);
            default:
                return !Occur(expression) || Fail("an operation on arrays that is not known", out problem);
        }
    }

    private static bool Fail(string text, out string problem)
    {
        problem = text;
        return false;
    }

    private static void Each(ref FormulaArray? array, Func<Expression, Expression> change)
    {
        if (array is not null)
            array = array with { Entries = [.. array.Entries.Select(change)] };
    }

    private delegate bool Operation(FormulaArray? left, Expression leftScalar, FormulaArray? right, Expression rightScalar, out FormulaArray? array, out Expression scalar);

    private static bool Combine(Sequence<Expression> operands, Operation operation, out FormulaArray? array, out Expression scalar, out string problem, int depth)
    {
        if (!TryExpand(operands[0], out array, out scalar, out problem, depth + 1))
            return false;
        for (var i = 1; i < operands.Count; i++)
        {
            if (!TryExpand(operands[i], out var next, out var nextScalar, out problem, depth + 1))
                return false;
            if (!operation(array, scalar, next, nextScalar, out array, out scalar))
                return Fail("shapes that do not match", out problem);
            // A product doubles its entries: the twentieth power of a matrix has a million terms.
            if (array is not null && !Fits(array))
                return Fail("entries too large", out problem);
        }

        return true;
    }

    private static bool Add(FormulaArray? left, Expression leftScalar, FormulaArray? right, Expression rightScalar, out FormulaArray? array, out Expression scalar)
    {
        array = null;
        scalar = new Sum([leftScalar, rightScalar]);
        if (left is null && right is null)
            return true;
        if (left is null || right is null || left.Rows != right.Rows || (left.Columns ?? 1) != (right.Columns ?? 1))
            return false;
        array = left with { Columns = left.Columns ?? right.Columns, Entries = [.. left.Entries.Zip(right.Entries, static (a, b) => new Sum([a, b]))] };
        return true;
    }

    private static bool Multiply(FormulaArray? left, Expression leftScalar, FormulaArray? right, Expression rightScalar, out FormulaArray? array, out Expression scalar)
    {
        array = null;
        scalar = new Product([leftScalar, rightScalar]);
        if (left is null || right is null)
        {
            if (left is not null)
                array = left with { Entries = [.. left.Entries.Select(entry => new Product([entry, rightScalar]))] };
            else if (right is not null)
                array = right with { Entries = [.. right.Entries.Select(entry => new Product([leftScalar, entry]))] };
            return true;
        }

        var rows = left.Columns is null ? 1 : left.Rows;
        var inner = left.Columns ?? left.Rows;
        var columns = right.Columns ?? 1;
        // A column written as a list stands before a row.
        if (inner != right.Rows || (long)rows * inner * columns > MaximumProducts)
            return false;
        var entries = new Expression[rows * columns];
        for (var i = 0; i < entries.Length; i++)
        {
            var terms = Enumerable.Range(0, inner).Select(k => (left.Entries[i / columns * inner + k], right.Entries[k * columns + i % columns])).ToList();
            entries[i] = SumOfProducts(terms);
        }

        if (left.Columns is null && right.Columns is null)
            scalar = entries[0];
        else
            array = left.Columns is null ? new(columns, null, entries) : right.Columns is null ? new(rows, null, entries) : new(rows, columns, entries);
        return true;
    }

    /// <summary>Of small numbers the number itself, so that powers stay small.</summary>
    private static Expression SumOfProducts(List<(Expression, Expression)> terms)
    {
        var sum = Rational.Zero;
        foreach (var (one, other) in terms)
        {
            if (Constant(one) is not { } left || Constant(other) is not { } right || left.Numerator.GetBitLength() + left.Denominator.GetBitLength() + right.Numerator.GetBitLength() + right.Denominator.GetBitLength() > MaximumBits)
                return terms is [var only] ? new Product([only.Item1, only.Item2]) : new Sum(terms.Select(static term => (Expression)new Product([term.Item1, term.Item2])).ToSequence());
            sum += left * right;
        }

        return Values.FromRational(sum);
    }

    private static Rational? Constant(Expression expression) => expression switch
    {
        Number number => number.Value,
        Negation { Operand: var operand } => -Constant(operand),
        Quotient { Numerator: Number one, Denominator: Number { Value.IsZero: false } other } => one.Value / other.Value,
        _ => null,
    };

    private static bool Fits(FormulaArray array)
    {
        var left = MaximumNodes;
        foreach (var entry in array.Entries)
        {
            if ((left = Children.Left(entry, left)) <= 0)
                return false;
        }

        return true;
    }

    private static FormulaArray Transposed(FormulaArray array)
    {
        if (array.Columns is not { } columns)
            return array with { Columns = 1 };
        var entries = new Expression[array.Entries.Length];
        for (var i = 0; i < entries.Length; i++)
            entries[i % columns * array.Rows + i / columns] = array.Entries[i];
        return new(columns, array.Rows, entries);
    }

    private static bool Scalar(string function, Expression square, out Expression scalar, out string problem, int depth)
    {
        scalar = square;
        if (!TryExpand(square, out var array, out _, out problem, depth + 1))
            return false;
        if (array?.Columns != array?.Rows || array is null || array.Rows > 5)
            return Fail("a determinant of this shape", out problem);
        scalar = function == "det"
            ? Determinant(array.Entries, array.Rows)
            : new Sum(Enumerable.Range(0, array.Rows).Select(i => array.Entries[i * (array.Rows + 1)]).ToSequence());
        return true;
    }

    private static Expression Determinant(Expression[] entries, int size)
    {
        if (size == 1)
            return entries[0];
        var terms = new List<Expression>();
        for (var column = 0; column < size; column++)
        {
            var minor = Enumerable.Range(size, size * (size - 1)).Where(i => i % size != column).Select(i => entries[i]).ToArray();
            Expression term = new Product([entries[column], Determinant(minor, size - 1)]);
            terms.Add(column % 2 == 0 ? term : new Negation(term));
        }

        return new Sum([.. terms]);
    }
}
