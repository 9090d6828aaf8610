using System.Collections.Immutable;

namespace Grader.Mathematics;

/// <summary>
/// A formula as it was written: nothing is simplified, the order of factors is kept. Two expressions are equal as records when they have the
/// same structure; whether they mean the same is for <see cref="Equality"/>.
/// </summary>
public abstract record Expression
{
    private protected Expression()
    {
    }

    public sealed override string ToString() => AsciiPrinter.Print(this);
}

/// <summary>A non-negative number literal, exact.</summary>
/// <param name="Value">Its value: <c>1.47M</c> is 1470000; a percentage is <see cref="Measured"/> with unit <c>%</c>.</param>
/// <param name="Written">How it was written, or null for a number nobody wrote.</param>
public sealed record Number(Rational Value, Numeral? Written = null) : Expression
{
    /// <summary>Numbers are equal by value; how they were written does not count.</summary>
    public bool Equals(Number? other) => other is not null && Value == other.Value;

    public override int GetHashCode() => Value.GetHashCode();
}

/// <summary>How a number literal was written.</summary>
/// <param name="Text">As it stood: <c>1,474,560</c>.</param>
/// <param name="SignificantDigits">Digits from the first that is not zero: 3 for <c>0.0120</c> and <c>1.47M</c>; trailing zeros of a whole number count (4 for <c>1500</c>).</param>
/// <param name="LastDigitExponent">Power of ten of the last digit written: −2 for <c>76.62</c>, 4 for <c>1.47M</c>, 0 for <c>21</c>.</param>
/// <param name="Whole">No decimal point, exponent or suffix: a whole number that claims to be exact.</param>
public sealed record Numeral(string Text, int SignificantDigits, int LastDigitExponent, bool Whole);

/// <summary>A name: <c>x</c>, <c>w_1</c>, <c>alpha</c>, <c>dL/dy_11</c> (a derivative), <c>pi</c>, <c>e</c>, <c>infinity</c>. Indices are written <c>w_1</c> whatever the notation was (<c>w1</c>, <c>w_{1}</c>, <c>w₁</c>).</summary>
public sealed record Symbol(string Name) : Expression;

public sealed record Negation(Expression Operand) : Expression;

public sealed record Sum(Sequence<Expression> Terms) : Expression;

/// <summary>Factors in the order written: matrices do not commute.</summary>
public sealed record Product(Sequence<Expression> Factors) : Expression;

public sealed record Quotient(Expression Numerator, Expression Denominator) : Expression;

public sealed record Power(Expression Base, Expression Exponent) : Expression;

/// <summary>A function applied: <c>sqrt floor ceil abs ln log exp sin … max min if transpose factorial binomial</c>.</summary>
public sealed record Call(string Function, Sequence<Expression> Arguments) : Expression;

/// <summary>A matrix or vector by rows as written; rows of different lengths are kept (a reader never guesses the lost cell). A column vector has one entry a row.</summary>
public sealed record Matrix(Sequence<Sequence<Expression>> Rows) : Expression
{
    public int RowCount => Rows.Count;

    /// <summary>Entries of the first row.</summary>
    public int ColumnCount => Rows.Count == 0 ? 0 : Rows[0].Count;

    public bool IsRectangular => Rows.Items.All(row => row.Count == ColumnCount);
}

/// <summary>An amount with a unit as written: <c>%</c>, <c>MB</c>, <c>s</c>.</summary>
public sealed record Measured(Expression Amount, string Unit) : Expression;

/// <summary>A chain <c>a = b ≈ c</c>, <c>0 &lt; x ≤ 1</c>: one operator fewer than members.</summary>
public sealed record Relation(Sequence<Expression> Members, Sequence<RelationOperator> Operators) : Expression;

public enum RelationOperator
{
    Equal,
    Approximately,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Implies,

    /// <summary><c>x ∈ (0, 1)</c></summary>
    ElementOf,
}

public enum ListingKind
{
    /// <summary><c>{1, 2}</c></summary>
    Set,

    /// <summary><c>(1, 2)</c></summary>
    Tuple,

    /// <summary><c>[1, 2]</c>, or bare <c>1, 2</c>.</summary>
    List,
}

public sealed record Listing(ListingKind Kind, Sequence<Expression> Elements) : Expression;

/// <summary>An interval whose brackets say which ends belong to it: <c>[0, 1)</c>. <c>(a, b)</c> is a <see cref="ListingKind.Tuple"/> and <c>[a, b]</c> a
/// <see cref="ListingKind.List"/>, since the text does not say which is meant.</summary>
public sealed record Interval(Expression Lower, Expression Upper, bool ContainsLower, bool ContainsUpper) : Expression;

public enum BigOperator
{
    Sum,
    Product,
    Integral,
    Limit,

    /// <summary>From above: <c>x \to 3^+</c>.</summary>
    RightLimit,
    LeftLimit,
}

/// <summary>A sum, product, integral or limit: it binds a name.</summary>
/// <param name="Variable">The bound name: <c>i</c>; it means nothing outside.</param>
/// <param name="Lower">Lower bound, or the point of a limit; null where none is written.</param>
public sealed record BigOperation(BigOperator Operator, Expression Body, string Variable, Expression? Lower, Expression? Upper) : Expression;
