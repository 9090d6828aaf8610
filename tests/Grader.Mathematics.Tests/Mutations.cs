namespace Grader.Mathematics.Tests;

/// <summary>Changes of one place: of an expression, or of text.</summary>
internal static class Mutations
{
    public static Expression ChangeOne(Expression expression, int seed)
    {
        var count = Count(expression);
        var target = seed % count;
        return Change(expression, ref target, seed);
    }

    private static int Count(Expression expression) => 1 + Children.Of(expression).Items.Sum(Count);

    private static Expression Change(Expression expression, ref int target, int seed)
    {
        if (target-- == 0)
        {
            return expression switch
            {
                Number number => new Number(number.Value + 1),
                Symbol symbol => new Symbol(symbol.Name == "x" ? "y" : "x"),
                Sum sum => new Product(sum.Terms),
                Product product => new Sum(product.Factors),
                Quotient quotient => new Quotient(quotient.Denominator, quotient.Numerator),
                Negation negation => negation.Operand,
                Power power => new Power(power.Base, new Sum([power.Exponent, new Number(1)])),
                Call call => new Call(call.Function == "sin" ? "cos" : "sin", call.Arguments),
                _ => new Negation(expression),
            };
        }

        var position = target;
        var changed = Children.Map(expression, child =>
        {
            var next = position;
            position -= Count(child);
            return next >= 0 && position < 0 ? Change(child, ref next, seed) : child;
        });
        return changed;
    }

    private static readonly string[] Pieces =
    [
        "\\frac", "{", "}", "(", ")", "[", "]", "\\left", "\\right", "^", "_", "\\sqrt", "\\begin{pmatrix}", "\\end{pmatrix}", "&", "\\\\", "=", "<", "\\le", "|", "$", "\\boxed{",
        "\\sum_{i=1}^{n}", "\\int", "dx", "\\pm", "\\cup", "\\text{", "1,234", "0.5", "1e9", "%", "!", "'", "²", "₁", "−", "x", "sin", "\\lim_{x \\to 0}", "∞", ",", ";", "\\{", "\\}", "\\tilde{[}", "\\", "𝑁", "\\operatorname{", "or", "\\frac{\\partial L}{\\partial x}", "d/dx", ".", "\u0000", "\uD835", "é", "中",
    ];

    /// <summary>Text with one to four places cut, doubled, swapped or filled with a piece of notation.</summary>
    public static string ChangeText(string text, Random random)
    {
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(0, 6), text.Length - at);
            text = random.Next(5) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                2 => text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]),
                3 => text.Insert(at, ((char)random.Next(32, 127)).ToString()),
                _ => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text.Length > 600 ? text[..600] : text;
    }
}
