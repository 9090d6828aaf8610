namespace Grader.Mathematics;

/// <summary>How tightly an expression holds together, loosest first.</summary>
internal enum Precedence
{
    Relation,
    Set,
    Sum,
    Product,
    Power,
    Atom,

    /// <summary>Tighter than anything: always in brackets.</summary>
    Never,
}

internal static class Precedences
{
    /// <summary>What a factor must hold together at its place in a product; 2*(10^6) is a product, 2*10^6 one number.</summary>
    public static Precedence OfFactor(Product product, int index) => product.Factors[index] switch
    {
        Quotient when index == 0 => Precedence.Product,
        Power { Base: Number ten } when index > 0 && ten.Value == 10 && product.Factors[index - 1] is Number or Quotient { Denominator: Number } => Precedence.Never,
        _ => Precedence.Power,
    };

    public static Precedence Of(Expression expression) => expression switch
    {
        Relation => Precedence.Relation,
        Call { Function: "ratio" } => Precedence.Atom,
        Sum or Negation or BigOperation => Precedence.Sum,
        Product or Quotient => Precedence.Product,
        Number number when number.Value.Sign < 0 => Precedence.Sum,
        Number number when !number.Value.IsDecimal => Precedence.Product,
        Call { Function: "transpose", Arguments: [Symbol or Matrix] } or Call { Function: "factorial" } or Power or Measured => Precedence.Power,
        _ => Precedence.Atom,
    };
}
