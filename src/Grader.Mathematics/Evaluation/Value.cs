namespace Grader.Mathematics;

/// <summary>What a formula comes to: exact where it can be.</summary>
public abstract record Value
{
    private protected Value()
    {
    }
}

/// <summary>An exact number.</summary>
public sealed record Exact(Rational Number) : Value;

/// <summary>A number that is irrational, or came from one; always finite.</summary>
/// <param name="Number">Nearest double, with a relative error of about 1e-15 a step.</param>
public sealed record Approximate(double Number) : Value;

/// <summary>A formula with symbols that have no value, such as the kernel weight <c>w_1</c>.</summary>
public sealed record Symbolic(Expression Expression) : Value;

public sealed record Truth(bool Holds) : Value;

/// <summary>A vector, matrix or higher array.</summary>
/// <param name="Shape">Length of each axis, outermost first; never empty.</param>
/// <param name="Entries">Row-major scalars.</param>
public sealed record Tensor(Sequence<int> Shape, Sequence<Value> Entries) : Value;
