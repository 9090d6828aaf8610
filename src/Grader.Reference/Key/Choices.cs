using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>Conditionals of a formula whose condition is known, made: <c>if(1 = 1, 4, 0) + if(2 = 1, 5, 0)</c> is <c>4</c>.</summary>
internal static class Choices
{
    public static Expression Make(Expression formula) => formula switch
    {
        Call { Function: "if", Arguments: [var condition, var then, var otherwise] } when Cases.CaseFormula.Evaluate(condition, static _ => null).Value is Truth truth => Make(truth.Holds ? then : otherwise),
        Call call => call with { Arguments = All(call.Arguments) },
        Sum sum => OfTerms(sum),
        Negation negation => new Negation(Make(negation.Operand)),
        Product product => new Product(All(product.Factors)),
        Quotient quotient => new Quotient(Make(quotient.Numerator), Make(quotient.Denominator)),
        Power power => new Power(Make(power.Base), Make(power.Exponent)),
        Matrix matrix => new Matrix(matrix.Rows.Items.Select(All).ToSequence()),
        _ => formula,
    };

    /// <summary>A term that chose zero is left out.</summary>
    private static Expression OfTerms(Sum sum)
    {
        var terms = sum.Terms.Items
            .Select(term => (Made: Make(term), Chosen: term is Call { Function: "if" }))
            .Where(term => !(term.Chosen && term.Made is Number { Value.IsZero: true }))
            .Select(term => term.Made)
            .ToSequence();
        return terms.Count switch { 0 => new Number(0), 1 => terms[0], _ => new Sum(terms) };
    }

    private static Sequence<Expression> All(Sequence<Expression> operands) => operands.Items.Select(Make).ToSequence();
}
