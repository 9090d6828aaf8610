using System.Text;

namespace Grader.Mathematics;

/// <summary>Prints a formula in LaTeX, without delimiters, such that <see cref="Formula.Read"/> reads the same expression back.</summary>
public static class LatexPrinter
{
    public static string Print(Expression expression)
    {
        var text = new StringBuilder();
        new LatexWriter(text).Write(expression, Precedence.Relation);
        return Tidy(text.ToString());
    }

    /// <summary>A command needs a space behind it only before a letter: <c>\eta_{1}</c>, <c>\eta x</c>.</summary>
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ' || (i + 1 < text.Length && text[i + 1] is not ('_' or '^' or '\'' or ')' or '}' or ',' or ' ')))
                tidy.Append(text[i]);
        }

        return tidy.ToString();
    }
}

internal sealed class LatexWriter(StringBuilder text)
{
    public void Write(Expression expression, Precedence context)
    {
        var own = expression is Quotient ? Precedence.Power : expression is Call { Function: "ratio" } ? Precedence.Set : Precedences.Of(expression);
        if (own >= context)
        {
            WriteBare(expression);
            return;
        }

        text.Append("\\left(");
        WriteBare(expression);
        text.Append("\\right)");
    }

    private void WriteBare(Expression expression)
    {
        switch (expression)
        {
            case Number number:
                WriteNumber(number.Value);
                break;
            case Symbol symbol:
                text.Append(LatexNames.Of(symbol.Name));
                break;
            case Negation negation:
                text.Append('-');
                Write(negation.Operand, Precedence.Product);
                break;
            case Sum sum:
                WriteSum(sum);
                break;
            case Product product:
                for (var i = 0; i < product.Factors.Count; i++)
                {
                    if (i > 0)
                        text.Append(" \\cdot ");
                    Write(product.Factors[i], product.Factors[i] is Quotient ? Precedence.Power : Precedences.OfFactor(product, i));
                }

                break;
            case Quotient quotient:
                text.Append("\\frac");
                WriteGroup(quotient.Numerator);
                WriteGroup(quotient.Denominator);
                break;
            case Power power:
                Write(power.Base, power.Base is Quotient ? Precedence.Never : Precedence.Atom);
                text.Append('^');
                // A lone T would transpose.
                if (power.Exponent is Symbol { Name: "T" })
                    text.Append("{\\left(T\\right)}");
                else
                    WriteGroup(power.Exponent);
                break;
            case Call call:
                WriteCall(call);
                break;
            case Matrix matrix:
                WriteRows("bmatrix", matrix);
                break;
            case Measured measured:
                Write(measured.Amount, Precedence.Atom);
                text.Append(measured.Unit switch { "%" => "\\%", "°" => "^{\\circ}", var unit => $"\\text{{ {unit}}}" });
                break;
            case Relation relation:
                WriteRelation(relation);
                break;
            case Listing listing:
                var (open, close) = listing.Kind switch { ListingKind.Set => ("\\left\\{", "\\right\\}"), ListingKind.Tuple => ("\\left(", "\\right)"), _ => ("\\left[", "\\right]") };
                text.Append(open);
                WriteItems(listing.Elements);
                text.Append(close);
                break;
            case Interval interval:
                var bothOpen = !interval.ContainsLower && !interval.ContainsUpper;
                text.Append(bothOpen ? "]" : interval.ContainsLower ? "[" : "(");
                WriteItems([interval.Lower, interval.Upper]);
                text.Append(bothOpen ? "[" : interval.ContainsUpper ? "]" : ")");
                break;
            case BigOperation operation:
                WriteBigOperation(operation);
                break;
        }
    }

    private void WriteGroup(Expression expression)
    {
        text.Append('{');
        Write(expression, Precedence.Relation);
        text.Append('}');
    }

    private void WriteNumber(Rational value)
    {
        var written = value.ToString();
        var slash = written.IndexOf('/');
        text.Append(slash < 0 ? written : $"\\frac{{{written[..slash]}}}{{{written[(slash + 1)..]}}}");
    }

    private void WriteSum(Sum sum)
    {
        for (var i = 0; i < sum.Terms.Count; i++)
        {
            var term = sum.Terms[i];
            if (i > 0 && term is Negation negation)
            {
                text.Append(" - ");
                Write(negation.Operand, Precedence.Product);
                continue;
            }

            if (i > 0)
                text.Append(" + ");
            Write(term, term is Negation ? Precedence.Sum : Precedence.Product);
        }
    }

    private void WriteItems(Sequence<Expression> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            Write(items[i], Precedence.Relation);
        }
    }

    private void WriteCall(Call call)
    {
        switch (call)
        {
            case { Function: "sqrt", Arguments: [var radicand] }:
                text.Append("\\sqrt");
                WriteGroup(radicand);
                return;
            case { Function: "root", Arguments: [var radicand, var index] }:
                text.Append("\\sqrt[");
                Write(index, Precedence.Relation);
                text.Append(']');
                WriteGroup(radicand);
                return;
            case { Function: "index", Arguments: [var array, _, ..] }:
                text.Append('{');
                Write(array, Precedence.Atom);
                text.Append("}_{");
                WriteItems(new(call.Arguments.Items[1..]));
                text.Append('}');
                return;
            case { Function: "abs", Arguments: [var content] }:
                WriteBetween("\\left|", content, "\\right|");
                return;
            case { Function: "floor", Arguments: [var content] }:
                WriteBetween("\\lfloor ", content, " \\rfloor");
                return;
            case { Function: "ceil", Arguments: [var content] }:
                WriteBetween("\\lceil ", content, " \\rceil");
                return;
            case { Function: "binomial", Arguments: [var upper, var lower] }:
                text.Append("\\binom");
                WriteGroup(upper);
                WriteGroup(lower);
                return;
            case { Function: "factorial", Arguments: [var operand] }:
                Write(operand, operand is Quotient ? Precedence.Never : Precedence.Atom);
                text.Append('!');
                return;
            case { Function: "transpose", Arguments: [Symbol { Name: not "e" } or Matrix] }:
                Write(call.Arguments[0], Precedence.Atom);
                text.Append("^{\\top}");
                return;
            case { Function: "ratio", Arguments: [var left, var right] }:
                Write(left, Precedence.Sum);
                text.Append(" : ");
                Write(right, Precedence.Sum);
                return;
            case { Function: "log", Arguments: [var x, var b] }:
                text.Append("\\log_");
                WriteGroup(b);
                WriteBetween("\\left(", x, "\\right)");
                return;
        }

        text.Append(LatexNames.Function(call.Function)).Append("\\left(");
        WriteItems(call.Arguments);
        text.Append("\\right)");
    }

    private void WriteBetween(string open, Expression content, string close)
    {
        text.Append(open);
        Write(content, Precedence.Relation);
        text.Append(close);
    }

    private void WriteRows(string environment, Matrix matrix)
    {
        text.Append("\\begin{").Append(environment).Append('}');
        for (var i = 0; i < matrix.Rows.Count; i++)
        {
            if (i > 0)
                text.Append(" \\\\ ");
            for (var j = 0; j < matrix.Rows[i].Count; j++)
            {
                if (j > 0)
                    text.Append(" & ");
                Write(matrix.Rows[i][j], Precedence.Relation);
            }
        }

        text.Append("\\end{").Append(environment).Append('}');
    }

    private void WriteRelation(Relation relation)
    {
        Write(relation.Members[0], Precedence.Set);
        for (var i = 0; i < relation.Operators.Count; i++)
        {
            text.Append(relation.Operators[i] switch
            {
                RelationOperator.Approximately => " \\approx ",
                RelationOperator.NotEqual => " \\ne ",
                RelationOperator.Less => " < ",
                RelationOperator.LessOrEqual => " \\le ",
                RelationOperator.Greater => " > ",
                RelationOperator.GreaterOrEqual => " \\ge ",
                RelationOperator.Implies => " \\Rightarrow ",
                RelationOperator.ElementOf => " \\in ",
                _ => " = ",
            });
            Write(relation.Members[i + 1], Precedence.Set);
        }
    }

    private void WriteBigOperation(BigOperation operation)
    {
        var limit = operation.Operator is BigOperator.Limit or BigOperator.LeftLimit or BigOperator.RightLimit;
        var integral = operation.Operator == BigOperator.Integral;
        text.Append(operation.Operator switch { BigOperator.Sum => "\\sum", BigOperator.Product => "\\prod", BigOperator.Integral => "\\int", _ => "\\lim" });
        if (operation.Lower is not null || (!integral && operation.Variable.Length > 0))
        {
            text.Append("_{");
            if (!integral)
                text.Append(LatexNames.Of(operation.Variable)).Append(operation.Lower is null ? "" : limit ? " \\to " : " = ");
            if (operation.Lower is not null)
                Write(operation.Lower, limit ? Precedence.Atom : Precedence.Set);
            text.Append(operation.Operator switch { BigOperator.LeftLimit => "^{-}}", BigOperator.RightLimit => "^{+}}", _ => "}" });
        }

        if (operation.Upper is not null)
        {
            text.Append('^');
            WriteGroup(operation.Upper);
        }

        text.Append(' ');
        WriteBetween("\\left(", operation.Body, "\\right)");
        if (integral)
            text.Append("\\, d").Append(LatexNames.Of(operation.Variable));
    }
}
