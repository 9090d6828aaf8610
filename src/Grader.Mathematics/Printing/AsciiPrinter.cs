using System.Text;

namespace Grader.Mathematics;

/// <summary>Prints a formula in ASCII, such that <see cref="Formula.Read"/> reads the same expression back: <c>(W - k + 2*p)/(s + 1)</c>.</summary>
public static class AsciiPrinter
{
    public static string Print(Expression expression)
    {
        var text = new AsciiWriter(braces: false).Print(expression);
        // Beside braces an index is one letter unless it has braces too.
        return text.Contains('{') ? new AsciiWriter(braces: true).Print(expression) : text;
    }
}

internal sealed class AsciiWriter(bool braces)
{
    private readonly StringBuilder _text = new();

    public string Print(Expression expression)
    {
        Write(expression, Precedence.Relation);
        return _text.ToString();
    }

    private void Write(Expression expression, Precedence context)
    {
        var own = Precedences.Of(expression);
        if (own >= context)
        {
            WriteBare(expression);
            return;
        }

        _text.Append('(');
        WriteBare(expression);
        _text.Append(')');
    }

    private void WriteBare(Expression expression)
    {
        switch (expression)
        {
            case Number number:
                _text.Append(number.Value.ToString());
                break;
            case Symbol symbol:
                _text.Append(Name(symbol.Name));
                break;
            case Negation negation:
                _text.Append('-');
                Write(negation.Operand, Precedence.Product);
                break;
            case Sum sum:
                WriteSum(sum);
                break;
            case Product product:
                for (var i = 0; i < product.Factors.Count; i++)
                {
                    if (i > 0)
                        _text.Append('*');
                    Write(product.Factors[i], Precedences.OfFactor(product, i));
                }

                break;
            case Quotient quotient:
                Write(quotient.Numerator, Precedence.Product);
                _text.Append('/');
                Write(quotient.Denominator, Precedence.Power);
                break;
            case Power power:
                Write(power.Base, Precedence.Atom);
                _text.Append('^');
                Write(power.Exponent, power.Exponent is Symbol { Name: "T" } ? Precedence.Never : Precedence.Atom);
                break;
            case Call call:
                WriteCall(call);
                break;
            case Matrix matrix:
                WriteMatrix(matrix);
                break;
            case Measured measured:
                WriteMeasured(measured);
                break;
            case Relation relation:
                WriteRelation(relation);
                break;
            case Listing listing:
                WriteListing(listing);
                break;
            case Interval interval:
                WriteInterval(interval);
                break;
            case BigOperation operation:
                WriteBigOperation(operation);
                break;
        }
    }

    private void WriteSum(Sum sum)
    {
        for (var i = 0; i < sum.Terms.Count; i++)
        {
            var term = sum.Terms[i];
            if (i > 0 && term is Negation negation)
            {
                _text.Append(" - ");
                Write(negation.Operand, Precedence.Product);
                continue;
            }

            if (i > 0)
                _text.Append(" + ");
            Write(term, term is Negation ? Precedence.Sum : Precedence.Product);
        }
    }

    private void WriteCall(Call call)
    {
        switch (call)
        {
            case { Function: "transpose", Arguments: [Symbol { Name: not "e" } or Matrix] }:
                Write(call.Arguments[0], Precedence.Atom);
                _text.Append("^T");
                return;
            case { Function: "index", Arguments: [var array, _, ..] }:
                Write(array, Precedence.Atom);
                _text.Append('[');
                WriteItems(new(call.Arguments.Items[1..]));
                _text.Append(']');
                return;
            case { Function: "factorial", Arguments.Count: 1 }:
                Write(call.Arguments[0], Precedence.Atom);
                _text.Append('!');
                return;
        }

        _text.Append(Name(call.Function)).Append('(');
        WriteItems(call.Arguments);
        _text.Append(')');
    }

    private void WriteItems(Sequence<Expression> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                _text.Append(", ");
            Write(items[i], Precedence.Relation);
        }
    }

    private void WriteMatrix(Matrix matrix)
    {
        _text.Append('[');
        for (var i = 0; i < matrix.Rows.Count; i++)
        {
            _text.Append(i > 0 ? ", [" : "[");
            WriteItems(matrix.Rows[i]);
            _text.Append(']');
        }

        _text.Append(']');
    }

    private void WriteMeasured(Measured measured)
    {
        Write(measured.Amount, Precedence.Atom);
        if (measured.Unit is "%" or "°")
            _text.Append(measured.Unit);
        else if (measured is { Amount: Number, Unit.Length: > 1 } && measured.Unit.All(char.IsAsciiLetter) && Units.Find(measured.Unit) is not null)
            _text.Append(' ').Append(measured.Unit);
        else
            _text.Append("\\text{ ").Append(measured.Unit).Append('}');
    }

    private void WriteRelation(Relation relation)
    {
        Write(relation.Members[0], Precedence.Set);
        for (var i = 0; i < relation.Operators.Count; i++)
        {
            _text.Append(relation.Operators[i] switch
            {
                RelationOperator.Approximately => " ~= ",
                RelationOperator.NotEqual => " != ",
                RelationOperator.Less => " < ",
                RelationOperator.LessOrEqual => " <= ",
                RelationOperator.Greater => " > ",
                RelationOperator.GreaterOrEqual => " >= ",
                RelationOperator.Implies => " => ",
                RelationOperator.ElementOf => " ∈ ",
                _ => " = ",
            });
            Write(relation.Members[i + 1], Precedence.Set);
        }
    }

    private void WriteListing(Listing listing)
    {
        var (open, close) = listing switch
        {
            { Kind: ListingKind.Set, Elements.Count: > 1 } => ("{", "}"),
            { Kind: ListingKind.Set } => ("\\{", "\\}"),
            { Kind: ListingKind.Tuple } => ("(", ")"),
            _ => ("[", "]"),
        };
        _text.Append(open);
        WriteItems(listing.Elements);
        _text.Append(close);
    }

    private void WriteInterval(Interval interval)
    {
        var open = !interval.ContainsLower && !interval.ContainsUpper;
        _text.Append(open ? ']' : interval.ContainsLower ? '[' : '(');
        WriteItems([interval.Lower, interval.Upper]);
        _text.Append(open ? '[' : interval.ContainsUpper ? ']' : ')');
    }

    private void WriteBigOperation(BigOperation operation)
    {
        _text.Append(operation.Operator switch { BigOperator.Sum => "\\sum", BigOperator.Product => "\\prod", BigOperator.Integral => "\\int", _ => "\\lim" });
        if (operation.Operator is BigOperator.Limit or BigOperator.LeftLimit or BigOperator.RightLimit)
        {
            _text.Append("_{").Append(Name(operation.Variable)).Append(" \\to ");
            Write(operation.Lower!, operation.Operator == BigOperator.Limit ? Precedence.Set : Precedence.Atom);
            _text.Append(operation.Operator switch { BigOperator.LeftLimit => "^{-}}", BigOperator.RightLimit => "^{+}}", _ => "}" });
        }
        else
        {
            WriteBounds(operation);
        }

        _text.Append(" (");
        Write(operation.Body, Precedence.Relation);
        _text.Append(')');
        if (operation.Operator == BigOperator.Integral)
            _text.Append(" d").Append(Name(operation.Variable));
    }

    private void WriteBounds(BigOperation operation)
    {
        var integral = operation.Operator == BigOperator.Integral;
        if (operation.Lower is not null || (!integral && operation.Variable.Length > 0))
        {
            _text.Append("_{");
            if (!integral)
                _text.Append(Name(operation.Variable)).Append(operation.Lower is null ? "" : " = ");
            if (operation.Lower is not null)
                Write(operation.Lower, Precedence.Set);
            _text.Append('}');
        }

        if (operation.Upper is null)
            return;
        _text.Append("^{");
        Write(operation.Upper, Precedence.Set);
        _text.Append('}');
    }

    private string Name(string name)
    {
        if (name == "…")
            return "...";
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !"_.'^[]/{}+-*".Contains(c))
                return $"\"{name}\"";
        }

        if (!braces)
            return name;
        var parts = name.Split('_');
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i].Length > 1 && parts[i].All(char.IsAsciiLetterOrDigit))
                parts[i] = $"{{{parts[i]}}}";
        }

        return string.Join('_', parts);
    }
}
