namespace Grader.Mathematics;

/// <summary>What SymPy's names and calls mean as expressions.</summary>
internal static class PythonCalls
{
    public static Expression? Number(string text)
    {
        text = text.Replace("_", "");
        return NumeralScanner.TryScan(text, 0, default, out var numeral) && (numeral.End == text.Length || text[numeral.End..] == ".") ? new Number(numeral.Value, numeral.Written) : null;
    }

    public static Expression Constant(string name) => name switch
    {
        "pi" or "S.Pi" or "np.pi" or "math.pi" => Constants.Pi,
        "E" or "S.Exp1" or "math.e" or "np.e" => Constants.Euler,
        "I" or "S.ImaginaryUnit" => new Symbol("i"),
        "oo" or "S.Infinity" or "inf" => Constants.Infinity,
        "S.NegativeInfinity" => new Negation(Constants.Infinity),
        "S.Half" => new Quotient(Constants.One, new Number(2)),
        "S.One" => Constants.One,
        "S.Zero" => Constants.Zero,
        "S.NegativeOne" => new Negation(Constants.One),
        "GoldenRatio" or "S.GoldenRatio" => new Quotient(new Sum([Constants.One, new Call("sqrt", [new Number(5)])]), new Number(2)),
        "S.Reals" or "Reals" => new Symbol("Reals"),
        "S.Rationals" or "Rationals" => new Symbol("Rationals"),
        "S.Integers" or "Integers" => new Symbol("Integers"),
        "S.Naturals" or "Naturals" => new Symbol("Naturals"),
        "S.Complexes" => new Symbol("Complexes"),
        "S.EmptySet" or "EmptySet" => new Symbol("emptyset"),
        "True" or "S.true" or "true" => new Symbol("true"),
        "False" or "S.false" or "false" => new Symbol("false"),
        _ => new Symbol(SymbolName(name)),
    };

    /// <summary>x1 and x_1 are one name, as in every notation.</summary>
    private static string SymbolName(string name)
    {
        var digits = name.AsSpan().TrimEnd("0123456789").Length;
        return digits < name.Length && digits > 0 && (digits == 1 || GreekLetters.IsName(name.AsSpan(0, digits))) ? $"{name[..digits]}_{name[digits..]}" : name;
    }

    public static Expression? Translate(string name, List<Expression> arguments, Dictionary<string, Expression> options)
    {
        Sequence<Expression> all = [.. arguments];
        switch (name, arguments.Count)
        {
            case ("Symbol" or "Dummy" or "symbols" or "Function", 1) when arguments[0] is Symbol text:
                return new Symbol(SymbolName(text.Name));
            case ("Integer" or "Float" or "Number" or "S" or "sympify" or "Rational" or "parse_expr" or "float" or "int", >= 1) when arguments[0] is Symbol literal:
                return Literal(literal.Name);
            case ("Float", >= 1):
                return arguments[0];
            case ("Integer" or "Float" or "Number" or "S" or "sympify" or "Rational" or "UnevaluatedExpr" or "simplify" or "nsimplify" or "expand" or "factor" or "float" or "int" or "Expr" or "together" or "N", >= 1) when arguments.Count == 1 || name is "nsimplify" or "N":
                return arguments[0];
            case ("Rational" or "Fraction" or "Div" or "div", 2):
                return new Quotient(arguments[0], arguments[1]);
            case ("Add" or "MatAdd", >= 1):
                return arguments.Count == 1 ? arguments[0] : new Sum(all);
            case ("Mul" or "MatMul", >= 1):
                return arguments.Count == 1 ? arguments[0] : new Product(all);
            case ("Pow" or "MatPow" or "pow", 2):
                return new Power(arguments[0], arguments[1]);
            case ("Eq" or "Equality" or "Ne" or "Unequality" or "Lt" or "StrictLessThan" or "Le" or "LessThan" or "Gt" or "StrictGreaterThan" or "Ge" or "GreaterThan", 2):
                return new Relation(all, [Relation(name)]);
            case ("Matrix" or "ImmutableMatrix" or "ImmutableDenseMatrix" or "MutableDenseMatrix" or "np.array" or "array", >= 1) when arguments[0] is Listing rows:
                return Matrix(rows);
            case ("FiniteSet" or "set", _):
                return all.Count == 0 ? new Symbol("emptyset") : new Listing(ListingKind.Set, all);
            case ("Tuple" or "Point" or "Point2D" or "Point3D", _):
                return new Listing(ListingKind.Tuple, all);
            case ("Interval" or "Interval.open" or "Interval.Lopen" or "Interval.Ropen", >= 2):
                return new Interval(arguments[0], arguments[1], !(name is "Interval.open" or "Interval.Lopen" || IsTrue("left_open", 2)) && Infinities.SignOf(arguments[0]) is null, !(name is "Interval.open" or "Interval.Ropen" || IsTrue("right_open", 3)) && Infinities.SignOf(arguments[1]) is null);
            case ("Union" or "Intersection" or "Complement", >= 1):
                var function = name switch { "Union" => "union", "Intersection" => "intersection", _ => "setminus" };
                return arguments.Aggregate((left, right) => new Call(function, [left, right]));
            case ("Sum" or "Product" or "Integral", 2):
                return Bounded(name, arguments[0], arguments[1]);
            case ("Derivative" or "diff", >= 1):
                return new Call("derivative", all);
            case ("Limit" or "limit", >= 3) when arguments[1] is Symbol variable:
                var direction = options.TryGetValue("dir", out var said) ? said : arguments.Count > 3 ? arguments[3] : null;
                var kind = direction is Symbol { Name: "-" } ? BigOperator.LeftLimit : direction is Symbol { Name: "+" } ? BigOperator.RightLimit : BigOperator.Limit;
                return new BigOperation(kind, arguments[0], variable.Name, arguments[2], null);
            case ("conjugate", 1) when arguments[0] is Symbol conjugated:
                return new Symbol(conjugated.Name + "_bar");
            case ("log", 2) when arguments[1] is Symbol { Name: "e" }:
                return new Call("ln", [arguments[0]]);
        }

        return all.Count == 0 ? null : new Call(FunctionName(name), all);

        bool IsTrue(string key, int position) =>
            (options.TryGetValue(key, out var value) ? value : position < arguments.Count ? arguments[position] : null) is Symbol { Name: "true" } or Number { Value.IsZero: false };
    }

    private static Expression? Literal(string text)
    {
        var slash = text.IndexOf('/');
        if (slash > 0)
            return Literal(text[..slash].Trim()) is { } upper && Literal(text[(slash + 1)..].Trim()) is { } lower ? new Quotient(upper, lower) : null;
        if (text.StartsWith('-'))
            return Literal(text[1..]) is { } positive ? new Negation(positive) : null;
        return text.Length == 0 ? null : Number(text) ?? PythonFormula.Read(text).Expression;
    }

    private static RelationOperator Relation(string name) => name switch
    {
        "Ne" or "Unequality" => RelationOperator.NotEqual,
        "Lt" or "StrictLessThan" => RelationOperator.Less,
        "Le" or "LessThan" => RelationOperator.LessOrEqual,
        "Gt" or "StrictGreaterThan" => RelationOperator.Greater,
        "Ge" or "GreaterThan" => RelationOperator.GreaterOrEqual,
        _ => RelationOperator.Equal,
    };

    private static Matrix Matrix(Listing rows) =>
        rows.Elements.Items.All(static row => row is Listing)
            ? new(rows.Elements.Items.Select(static row => ((Listing)row).Elements).ToSequence())
            : new(rows.Elements.Items.Select(static entry => (Sequence<Expression>)[entry]).ToSequence());

    private static BigOperation? Bounded(string name, Expression body, Expression range)
    {
        var kind = name switch { "Sum" => BigOperator.Sum, "Product" => BigOperator.Product, _ => BigOperator.Integral };
        return range switch
        {
            Symbol variable => new(kind, body, variable.Name, null, null),
            Listing { Elements: [Symbol variable, var lower, var upper] } => new(kind, body, variable.Name, lower, upper),
            _ => null,
        };
    }

    private static string FunctionName(string name) => name switch
    {
        "Abs" or "fabs" => "abs",
        "ceiling" => "ceil",
        "Mod" => "modulo",
        "Max" => "max",
        "Min" => "min",
        "igcd" => "gcd",
        "ilcm" => "lcm",
        "re" or "im" or "arg" => name,
        "Transpose" => "transpose",
        "Determinant" or "Det" => "det",
        "Trace" => "trace",
        "factorial" or "Factorial" => "factorial",
        _ when name.StartsWith("math.") || name.StartsWith("np.") => KnownFunctions.Canonical(name[(name.IndexOf('.') + 1)..]) ?? name,
        _ => KnownFunctions.Canonical(name) ?? name,
    };
}
