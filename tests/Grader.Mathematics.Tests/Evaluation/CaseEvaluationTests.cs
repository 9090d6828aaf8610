namespace Grader.Mathematics.Tests;

/// <summary>The formula language of case files, over x = [4, 1, 5], c = a column of 4, 1, 5, M = [[1, 2, 3], [4, 5, 6]], n = 3, and a symbol w.</summary>
[TestFixture]
public sealed class CaseEvaluationTests
{
    private static readonly Dictionary<string, Value>? Known = new(StringComparer.Ordinal)
    {
        ["x"] = Value("[4, 1, 5]"),
        ["c"] = Value("[[4], [1], [5]]"),
        ["M"] = Value("[[1, 2, 3], [4, 5, 6]]"),
        ["one"] = Value("[[7, 8]]"),
        ["n"] = Value("3"),
        ["z_1"] = Value("10"),
        ["z_2"] = Value("20"),
    };

    private static Value Value(string text) => Evaluate(text).Value!;

    private static Evaluation Evaluate(string text)
    {
        var reading = Formula.Read(text, FormulaOptions.Case);
        Assert.That(reading.Error, Is.Null, text);
        return Evaluator.EvaluateCase(reading.Expression!, name => Known?.GetValueOrDefault(name));
    }

    [TestCase("if(0 < n < 4, 1, 2)", "1")]
    [TestCase("if(0 < n < 3, 1, 2)", "2")]
    [TestCase("if(0 < n <= 3, 1, 2)", "1")]
    [TestCase("if(n = 3, 1, 2)", "1")]
    [TestCase("if(n != 3, 1, 2)", "2")]
    [TestCase("if(and(n > 2, n < 4), 1, 2)", "1")]
    [TestCase("if(and(n > 2, n > 4), 1, 2)", "2")]
    [TestCase("if(or(n > 4, n = 3), 1, 2)", "1")]
    [TestCase("if(or(n > 4, n < 3), 1, 2)", "2")]
    [TestCase("if(not(n > 4), 1, 2)", "1")]
    [TestCase("if(and(n != 3, 1/(n - 3) > 0), 1, 2)", "2")]
    [TestCase("if(or(n = 3, 1/(n - 3) > 0), 1, 2)", "1")]
    [TestCase("if(n > 3, 1/(n - 3), 0)", "0")]
    [TestCase("x > 3", "[1, 0, 1]")]
    [TestCase("x >= 4", "[1, 0, 1]")]
    [TestCase("x = [4, 2, 5]", "[1, 0, 1]")]
    [TestCase("x != [4, 2, 5]", "[0, 1, 0]")]
    [TestCase("1 < x < 5", "[1, 0, 0]")]
    [TestCase("M >= [2, 2, 6]", "[[0, 1, 0], [1, 1, 1]]")]
    [TestCase("sum(x > 3)", "2")]
    [TestCase("sum(x > 5)", "0")]
    [TestCase("mean(x = [4, 1, 6])", "2/3")]
    [TestCase("sum(M > 2, 2)", "[1, 3]")]
    [TestCase("sum(and(x > 1, x < 5))", "1")]
    [TestCase("sum(or(x = 1, x = 5))", "2")]
    [TestCase("sum(not(x = 1))", "2")]
    [TestCase("sum(n > 2, n > 3)", "1")]
    [TestCase("(n > 2) + 1", "2")]
    [TestCase("x*(x > 3)", "9")]
    [TestCase("hadamard(x, x > 3)", "[4, 0, 5]")]
    [TestCase("if(x > 3, x, -x)", "[4, -1, 5]")]
    [TestCase("if(x > 3, 1, 0)", "[1, 0, 1]")]
    [TestCase("min(x)", "1")]
    [TestCase("max(M, 1)", "[4, 5, 6]")]
    [TestCase("argmin(x)", "2")]
    [TestCase("argmax(x)", "3")]
    [TestCase("argmax(c)", "3")]
    [TestCase("argmax([2, 7, 7])", "2")]
    [TestCase("argmax(M, 2)", "[3, 3]")]
    [TestCase("argmin(M, 1)", "[1, 1, 1]")]
    [TestCase("argmax(3, 9, 4)", "2")]
    [TestCase("argmax([1/3, 0.3333])", "1")]
    [TestCase("var([2, 4, 4, 4, 5, 5, 7, 9])", "4")]
    [TestCase("std([2, 4, 4, 4, 5, 5, 7, 9])", "2")]
    [TestCase("var(M, 1)", "[2.25, 2.25, 2.25]")]
    [TestCase("std(1, 3)", "1")]
    [TestCase("prod(x)", "20")]
    [TestCase("product(M, 2)", "[6, 120]")]
    [TestCase("sum_{i=1}^{n} x[i]", "10")]
    [TestCase("sum_{i=1}^{n} x[i]^2*i", "93")]
    [TestCase("sum_{i=1}^{n} (x[i] + 1)", "13")]
    [TestCase("sum_{i=1}^{n} x[i] + 1", "11")]
    [TestCase("1 + sum_{i=2}^{n - 1} x[i]", "2")]
    [TestCase("sum_{i=1}^{n} (x[i] > 3)", "2")]
    [TestCase("sum_{i=1}^{length(x)} x[i]", "10")]
    [TestCase("c^-1", "[[0.25], [1], [0.2]]")]
    [TestCase("sum_{i=1}^{2} z_i", "30")]
    [TestCase("sum_{i=1}^{2} sum_{j=1}^{3} M[i, j]*(i = j)", "6")]
    [TestCase("sum_{i=1}^{2} M[i]", "[5, 7, 9]")]
    [TestCase("prod_{i=1}^{n} (x[i] - i)", "-6")]
    [TestCase("product_{i=1}^{n} i", "6")]
    [TestCase(@"\sum_{i=1}^{n} x[i]", "10")]
    [TestCase("∑_{i=1}^{n} x[i]", "10")]
    [TestCase("sum_{i=0}^{0} 7", "7")]
    [TestCase("c[2]", "1")]
    [TestCase("c[2, 1]", "1")]
    [TestCase("c[n - 1]", "1")]
    [TestCase("x[argmax(x)]", "5")]
    [TestCase("mod(7, 3)", "1")]
    [TestCase("log(8, 2)", "3")]
    [TestCase("20%", "0.2")]
    [TestCase("M^T", "[[1, 4], [2, 5], [3, 6]]")]
    [TestCase("M[2, n]", "6")]
    [TestCase("M[2]", "[4, 5, 6]")]
    [TestCase("one[1]", "[7, 8]")]
    [TestCase("row(M, 1)", "[1, 2, 3]")]
    [TestCase("column(M, 3)", "[3, 6]")]
    [TestCase("row(c, 2)", "[1]")]
    [TestCase("column(c, 1)", "[4, 1, 5]")]
    [TestCase("column(one, 2)", "[8]")]
    [TestCase("length(x)", "3")]
    [TestCase("length(M)", "2")]
    [TestCase("length(M, 2)", "3")]
    [TestCase("norm([3, 4])", "5")]
    [TestCase("norm([[1, 1], [1, 1]])", "2")]
    [TestCase("[[2, 1], [1, 1]]^-1", "[[1, -1], [-1, 2]]")]
    [TestCase("[[2, 1], [1, 1]]^-1*[3, 2]", "[1, 1]")]
    [TestCase("softmax([0, 0])", "[0.5, 0.5]")]
    [TestCase("softmax([[0, 0], [1, 1]])", "[[0.5, 0.5], [0.5, 0.5]]")]
    [TestCase("softmax([[0], [0]])", "[[0.5], [0.5]]")]
    [TestCase("argmax(w, 1)", "argmax(w, 1)")]
    [TestCase("prod([w, 2, 3])", "w*2*3")]
    [TestCase("if(w > 1, 2, 3)", "if(w > 1, 2, 3)")]
    public void A_formula_has_its_value(string text, string expected)
    {
        var evaluation = Evaluate(text);
        Assert.That(evaluation.Problem, Is.Null);
        Assert.That(Shown(evaluation.Value!), Is.EqualTo(expected));
    }

    [TestCase("x[4]", "index 4 is outside 1 to 3")]
    [TestCase("x[0]", "index 0 is outside 1 to 3")]
    [TestCase("c[4]", "index 4 is outside 1 to 3")]
    [TestCase("x[3/2]", "no entry")]
    [TestCase("x[1, 2]", "no entry")]
    [TestCase("n[1]", "no entry")]
    [TestCase("M[1, 4]", "index 4 is outside 1 to 3")]
    [TestCase("one[2]", "index 2 is outside 1 to 1")]
    [TestCase("row(M, 3)", "index 3 is outside 1 to 2")]
    [TestCase("column(M, 4)", "index 4 is outside 1 to 3")]
    [TestCase("row(x, 1)", "row takes a matrix")]
    [TestCase("length(n)", "length takes an array")]
    [TestCase("length(x, 2)", "length takes an array")]
    [TestCase("sum_{i=1}^{4} x[i]", "index 4 is outside 1 to 3")]
    [TestCase("sum_{i=1}^{0} i", "no terms, i goes from 1 to 0")]
    [TestCase("sum_{i=1}^{n - 3} x[i]", "no terms, i goes from 1 to 0")]
    [TestCase("prod_{i=3}^{1} i", "no terms, i goes from 3 to 1")]
    [TestCase("sum_{i=1}^{1/2} i", "no whole number")]
    [TestCase("sum_{i=1} i", "no bounds")]
    [TestCase("sum_{i=1}^{1000000} i", "too many terms")]
    [TestCase("sum([])", "no entries")]
    [TestCase("sum([], 1)", "no entries")]
    [TestCase("argmax([])", "no entries")]
    [TestCase("sum(M, 3)", "axis 3")]
    [TestCase("argmax(M)", "no axis")]
    [TestCase("var(x, 2)", "axis 2")]
    [TestCase("max(0, x)", "max takes numbers, or one array and an axis")]
    [TestCase("max(x, 0)", "axis 0")]
    [TestCase("x > [1, 2]", "shapes 3 and 2 cannot be compared")]
    [TestCase("sum(M = c)", "shapes 2x3 and 3x1 cannot be compared")]
    [TestCase("if(x > 3, [1, 2], 0)", "shapes 3 and 2 cannot be chosen from")]
    [TestCase("if(x, 1, 0)", "no condition")]
    [TestCase("if(1, 1, 0)", "no condition")]
    [TestCase("and(n, n > 1)", "no condition")]
    [TestCase("not(n > 1, n > 2)", "one condition")]
    [TestCase("M^-1", "shape 2x3 has no inverse")]
    [TestCase("[[1, 2], [2, 4]]^-1", "singular")]
    [TestCase("det(M)", "det takes no such arguments")]
    [TestCase("trace(M)", "trace takes no such arguments")]
    [TestCase("diag(x)", "diag takes no such arguments")]
    [TestCase("sqrt(1, 2)", "sqrt takes no such arguments")]
    [TestCase("softmax(n)", "softmax takes an array")]
    public void A_formula_without_a_value_says_why(string text, string problem)
    {
        var evaluation = Evaluate(text);
        Assert.That(evaluation.Value, Is.Null, text);
        Assert.That(evaluation.Problem, Does.Contain(problem));
    }

    /// <summary>What a student wrote is read and evaluated as it was: these belong to case files.</summary>
    [TestCase("argmax([1, 2])")]
    [TestCase("std([1, 2])")]
    [TestCase("softmax([1, 2])")]
    public void A_students_formula_stays_a_symbol(string text) =>
        Assert.That(Evaluator.Evaluate(Formula.Read(text).Expression!).Value, Is.Not.TypeOf<Exact>().And.Not.TypeOf<Approximate>());

    /// <summary>A comparison of arrays that a student wrote is one truth.</summary>
    [Test]
    public void A_students_equation_of_arrays_is_one_truth() =>
        Assert.That(Evaluator.Evaluate(Formula.Read("[1, 2] = [1, 2]").Expression!).Value, Is.EqualTo(new Truth(true)));

    private static string Shown(Value value) => Values.ToExpression(value).ToString();
}
