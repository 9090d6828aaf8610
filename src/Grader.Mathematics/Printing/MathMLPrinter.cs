using System.Globalization;
using System.Text;

namespace Grader.Mathematics;

/// <summary>Prints a formula in presentation MathML, for reports in HTML: one <c>math</c> element, its text escaped.</summary>
public static class MathMLPrinter
{
    /// <param name="display">On a line of its own.</param>
    public static string Print(Expression expression, bool display = false)
    {
        var text = new StringBuilder(display ? "<math display=\"block\">" : "<math>");
        new MathMLWriter(text).Write(expression, Precedence.Relation);
        return text.Append("</math>").ToString();
    }
}

internal sealed class MathMLWriter(StringBuilder text)
{
    public void Write(Expression expression, Precedence context)
    {
        var own = expression is Quotient ? Precedence.Power : expression is Call { Function: "ratio" } ? Precedence.Set : Precedences.Of(expression);
        text.Append("<mrow>");
        if (own < context)
            Sign("(");
        WriteBare(expression);
        if (own < context)
            Sign(")");
        text.Append("</mrow>");
    }

    private void Sign(string sign) => text.Append("<mo>").Append(Escaped(sign)).Append("</mo>");

    private static string Escaped(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes().Where(IsShown))
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                _ => escaped.Append(rune),
            };
        }
        return escaped.ToString();
    }

    /// <summary>No control, which XML forbids, and nothing that hides or reorders what stands around it.</summary>
    private static bool IsShown(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && rune.Value is not (0xFFFE or 0xFFFF);

    private void WriteBare(Expression expression)
    {
        switch (expression)
        {
            case Number number:
                WriteNumber(number.Value);
                break;
            case Symbol symbol:
                WriteName(symbol.Name);
                break;
            case Negation negation:
                Sign("−");
                Write(negation.Operand, Precedence.Product);
                break;
            case Sum sum:
                for (var i = 0; i < sum.Terms.Count; i++)
                {
                    var (negative, term) = sum.Terms[i] is Negation subtracted && i > 0 ? (true, subtracted.Operand) : (false, sum.Terms[i]);
                    if (i > 0)
                        Sign(negative ? "−" : "+");
                    Write(term, i == 0 ? Precedence.Sum : Precedence.Product);
                }

                break;
            case Product product:
                WriteBetween("", product.Factors, "·", "", Precedence.Power);
                break;
            case Quotient quotient:
                Element("mfrac", quotient.Numerator, quotient.Denominator);
                break;
            case Power power:
                text.Append("<msup>");
                Write(power.Base, power.Base is Quotient ? Precedence.Never : Precedence.Atom);
                Write(power.Exponent, Precedence.Relation);
                text.Append("</msup>");
                break;
            case Call call:
                WriteCall(call);
                break;
            case Matrix matrix:
                WriteMatrix(matrix);
                break;
            case Measured measured:
                Write(measured.Amount, Precedence.Atom);
                text.Append("<mtext>").Append(measured.Unit is "%" or "°" ? "" : " ").Append(Escaped(measured.Unit)).Append("</mtext>");
                break;
            case Relation relation:
                WriteRelation(relation);
                break;
            case Listing listing:
                var (open, close) = listing.Kind switch { ListingKind.Set => ("{", "}"), ListingKind.Tuple => ("(", ")"), _ => ("[", "]") };
                WriteBetween(open, listing.Elements, ",", close, Precedence.Relation);
                break;
            case Interval interval:
                WriteBetween(interval.ContainsLower ? "[" : "(", [interval.Lower, interval.Upper], ",", interval.ContainsUpper ? "]" : ")", Precedence.Relation);
                break;
            case BigOperation operation:
                WriteBigOperation(operation);
                break;
        }
    }

    private void WriteNumber(Rational value)
    {
        var written = value.ToString();
        var slash = written.IndexOf('/');
        if (slash < 0)
            text.Append("<mn>").Append(written.Replace("-", "−")).Append("</mn>");
        else
            text.Append("<mfrac><mn>").Append(written[..slash].Replace("-", "−")).Append("</mn><mn>").Append(written[(slash + 1)..]).Append("</mn></mfrac>");
    }

    private void Element(string name, params ReadOnlySpan<Expression> parts)
    {
        text.Append('<').Append(name).Append('>');
        foreach (var part in parts)
            Write(part, Precedence.Relation);
        text.Append("</").Append(name).Append('>');
    }

    private void WriteBetween(string open, Sequence<Expression> items, string separator, string close, Precedence context)
    {
        if (open.Length > 0)
            Sign(open);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                Sign(separator);
            Write(items[i], context);
        }

        if (close.Length > 0)
            Sign(close);
    }

    /// <summary>Indices low, accents above: <c>y_hat_11</c>.</summary>
    private void WriteName(string name)
    {
        var slash = name.IndexOf("/d", StringComparison.Ordinal);
        if (slash > 0 && name[0] == 'd')
        {
            text.Append("<mfrac><mrow><mo>∂</mo>");
            WriteName(name[1..slash]);
            text.Append("</mrow><mrow><mo>∂</mo>");
            WriteName(name[(slash + 2)..]);
            text.Append("</mrow></mfrac>");
            return;
        }

        var underscore = name.LastIndexOf('_');
        var index = underscore > 0 ? name[(underscore + 1)..] : "";
        if (index is "hat" or "tilde" or "bar" or "vec" or "dot" or "ddot")
        {
            text.Append("<mover accent=\"true\">");
            WriteName(name[..underscore]);
            Sign(index switch { "hat" => "^", "tilde" => "~", "bar" => "¯", "vec" => "→", "dot" => "˙", _ => "¨" });
            text.Append("</mover>");
        }
        else if (underscore > 0)
        {
            text.Append("<msub>");
            WriteName(name[..underscore]);
            text.Append("<mi>").Append(Escaped(index.Trim('{', '}'))).Append("</mi></msub>");
        }
        else
        {
            var shown = name switch { "infinity" => "∞", "emptyset" => "∅", "Reals" => "ℝ", "Rationals" => "ℚ", "Integers" => "ℤ", "Naturals" => "ℕ", "Complexes" => "ℂ", _ => GreekLetters.LetterOf(name)?.ToString() ?? name };
            text.Append("<mi>").Append(Escaped(shown.Replace('\'', '′'))).Append("</mi>");
        }
    }

    private void WriteCall(Call call)
    {
        switch (call)
        {
            case { Function: "sqrt", Arguments: [var radicand] }:
                Element("msqrt", radicand);
                return;
            case { Function: "root", Arguments: [var radicand, var index] }:
                Element("mroot", radicand, index);
                return;
            case { Function: "index", Arguments: [var array, _, ..] }:
                text.Append("<msub>");
                Write(array, Precedence.Atom);
                text.Append("<mrow>");
                WriteBetween("", new(call.Arguments.Items[1..]), ",", "", Precedence.Relation);
                text.Append("</mrow></msub>");
                return;
            case { Function: "abs" }:
                WriteBetween("|", call.Arguments, ",", "|", Precedence.Relation);
                return;
            case { Function: "floor" }:
                WriteBetween("⌊", call.Arguments, ",", "⌋", Precedence.Relation);
                return;
            case { Function: "ceil" }:
                WriteBetween("⌈", call.Arguments, ",", "⌉", Precedence.Relation);
                return;
            case { Function: "factorial", Arguments: [var operand] }:
                Write(operand, operand is Quotient ? Precedence.Never : Precedence.Atom);
                Sign("!");
                return;
            case { Function: "transpose", Arguments: [var operand] }:
                text.Append("<msup>");
                Write(operand, Precedence.Atom);
                text.Append("<mo>⊤</mo></msup>");
                return;
            case { Function: "ratio" }:
                WriteBetween("", call.Arguments, ":", "", Precedence.Sum);
                return;
            case { Function: "plusminus" or "minusplus" }:
                var sign = call.Function == "plusminus" ? "±" : "∓";
                if (call.Arguments.Count == 1)
                    Sign(sign);
                WriteBetween("", call.Arguments, sign, "", Precedence.Product);
                return;
            case { Function: "binomial", Arguments: [var upper, var lower] }:
                Sign("(");
                text.Append("<mfrac linethickness=\"0\">");
                Write(upper, Precedence.Relation);
                Write(lower, Precedence.Relation);
                text.Append("</mfrac>");
                Sign(")");
                return;
            case { Function: "union" or "intersection" or "setminus" or "hadamard" }:
                WriteBetween("", call.Arguments, call.Function switch { "union" => "∪", "intersection" => "∩", "setminus" => "∖", _ => "⊙" }, "", Precedence.Power);
                return;
        }

        text.Append("<mi>").Append(Escaped(call.Function)).Append("</mi>");
        WriteBetween("(", call.Arguments, ",", ")", Precedence.Relation);
    }

    private void WriteMatrix(Matrix matrix)
    {
        Sign("[");
        text.Append("<mtable>");
        foreach (var row in matrix.Rows)
        {
            text.Append("<mtr>");
            foreach (var cell in row)
                Element("mtd", cell);
            text.Append("</mtr>");
        }

        text.Append("</mtable>");
        Sign("]");
    }

    private void WriteRelation(Relation relation)
    {
        Write(relation.Members[0], Precedence.Set);
        for (var i = 0; i < relation.Operators.Count; i++)
        {
            Sign(relation.Operators[i] switch
            {
                RelationOperator.Approximately => "≈",
                RelationOperator.NotEqual => "≠",
                RelationOperator.Less => "<",
                RelationOperator.LessOrEqual => "≤",
                RelationOperator.Greater => ">",
                RelationOperator.GreaterOrEqual => "≥",
                RelationOperator.Implies => "⇒",
                RelationOperator.ElementOf => "∈",
                _ => "=",
            });
            Write(relation.Members[i + 1], Precedence.Set);
        }
    }

    private void WriteBigOperation(BigOperation operation)
    {
        var limit = operation.Operator is BigOperator.Limit or BigOperator.LeftLimit or BigOperator.RightLimit;
        text.Append("<munderover>");
        Sign(operation.Operator switch { BigOperator.Sum => "∑", BigOperator.Product => "∏", BigOperator.Integral => "∫", _ => "lim" });
        text.Append("<mrow>");
        if (operation.Operator != BigOperator.Integral && operation.Variable.Length > 0)
            WriteName(operation.Variable);
        if (operation.Lower is not null)
        {
            if (operation.Operator != BigOperator.Integral)
                Sign(limit ? "→" : "=");
            Write(operation.Lower, Precedence.Set);
        }

        if (operation.Operator is BigOperator.LeftLimit or BigOperator.RightLimit)
            Sign(operation.Operator == BigOperator.LeftLimit ? "−" : "+");
        text.Append("</mrow><mrow>");
        if (operation.Upper is not null)
            Write(operation.Upper, Precedence.Relation);
        text.Append("</mrow></munderover>");
        Write(operation.Body, Precedence.Product);
        if (operation.Operator == BigOperator.Integral)
        {
            text.Append("<mi>d</mi>");
            WriteName(operation.Variable);
        }
    }
}
