namespace Grader.Mathematics.Tests;

[TestFixture]
public sealed class EvaluatorTests
{
    private static Evaluation Evaluate(string text) => Evaluator.Evaluate(Formula.Read(text, FormulaOptions.Case).Expression!);

    [TestCase("floor((64 - 3 + 2*1)/2) + 1", "32")]
    [TestCase("1/3 + 1/6", "0.5")]
    [TestCase("2^-3", "0.125")]
    [TestCase("sqrt(9/4)", "1.5")]
    [TestCase("8^(2/3)", "4")]
    [TestCase("log2(1024)", "10")]
    [TestCase("round(2.675, 2)", "2.68")]
    [TestCase("max(1, 2, 3/2)", "2")]
    [TestCase("if(2 < 1, 5, 7)", "7")]
    [TestCase("[1, 2]*[3, 4]", "11")]
    [TestCase("[]*2", "[]")]
    [TestCase("2^[]", "[]")]
    [TestCase("[] + [1]", "[]")]
    [TestCase("[[1, 2], [3, 4]]*[1, 1]", "[3, 7]")]
    [TestCase("[1, 1]*[[1, 2], [3, 4]]", "[4, 6]")]
    [TestCase("[[1, 2], [3, 4]]*[[0, 1], [1, 0]]", "[[2, 1], [4, 3]]")]
    [TestCase("transpose([[1, 2], [3, 4]])", "[[1, 3], [2, 4]]")]
    [TestCase("[1, 2]^T", "[[1], [2]]")]
    [TestCase("[[1, 2], [3, 4]] - [1, 2]", "[[0, 0], [2, 2]]")]
    [TestCase("[[1, 2], [3, 4]]/[1, 2]", "[[1, 1], [3, 2]]")]
    [TestCase("sqrt([4, 9])", "[2, 3]")]
    [TestCase("[[1, 1], [0, 1]]^5", "[[1, 5], [0, 1]]")]
    [TestCase("[[2, 0], [0, 4]]^-1", "[[0.5, 0], [0, 0.25]]")]
    [TestCase("[5, 6, 7][2]", "6")]
    [TestCase("[[1, 2], [3, 4]][2, 1]", "3")]
    [TestCase("mean([[1, 2], [3, 4]], 1)", "[2, 3]")]
    [TestCase("sum([[1, 2], [3, 4]], 2)", "[3, 7]")]
    [TestCase("mean([1, 2, 6])", "3")]
    [TestCase("w_1*3 + 0*w_2", "w_1*3")]
    [TestCase("[w_1, w_2]*[2, 1]", "w_1*2 + w_2")]
    [TestCase("w*1*2*x*1*(y*z)", "w*2*x*y*z")]
    [TestCase("2*3*w*4*5", "6*w*4*5")]
    [TestCase("w*x*0*y", "0")]
    [TestCase("w + 0 + 2 + x + 0 + (y + z)", "w + 2 + x + y + z")]
    [TestCase("2 + 3 + w + 4 + 5", "5 + w + 4 + 5")]
    [TestCase("w*x*[1, 2]*y", "[w*x*y, w*x*2*y]")]
    [TestCase("w + x + [1, 2] + y", "[w + x + 1 + y, w + x + 2 + y]")]
    public void Evaluate_gives_an_exact_value(string text, string expected)
    {
        var evaluation = Evaluate(text);
        Assert.That(evaluation.Problem, Is.Null);
        Assert.That(Values.ToExpression(evaluation.Value!).ToString(), Is.EqualTo(expected));
        Assert.That(evaluation.Value, Is.Not.InstanceOf<Approximate>());
    }

    /// <summary>Found by the fuzzer: each operand made the formula anew, 2 GB for 12 KB.</summary>
    [TestCase("*M*4")]
    [TestCase("*M*1")]
    [TestCase(" + M + 4")]
    [TestCase(" + M + 0")]
    public void Evaluate_long_formula_takes_memory_by_its_length(string operands)
    {
        var formula = Formula.Read("M" + string.Concat(Enumerable.Repeat(operands, 2_000)), FormulaOptions.Case).Expression!;
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(Evaluator.Evaluate(formula).Value, Is.InstanceOf<Symbolic>());
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(2_000_000));
    }

    [TestCase("sqrt(2)", 1.4142135623730951)]
    [TestCase("exp(1)", Math.E)]
    [TestCase("2*pi", 2 * Math.PI)]
    [TestCase("ln(2)", 0.6931471805599453)]
    public void Evaluate_irrational_gives_the_nearest_double(string text, double expected) =>
        Assert.That(((Approximate)Evaluate(text).Value!).Number, Is.EqualTo(expected).Within(1e-15).Percent);

    [TestCase("1/(2 - 2)", "division by zero")]
    [TestCase("[[1, 2, 3], [4, 5, 6]]*[[1, 2, 3], [4, 5, 6]]", "shapes 2x3 and 2x3 cannot be multiplied")]
    [TestCase("[1, 2] + [1, 2, 3]", "cannot be added")]
    [TestCase("sqrt(-1)", "square root of a negative")]
    [TestCase("ln(0)", "logarithm")]
    [TestCase("[1, 2][3]", "outside 1 to 2")]
    [TestCase("9^(9^(9^9))", "too large")]
    [TestCase("[[1, 2], [2, 4]]^-1", "singular")]
    public void Evaluate_without_a_value_says_why(string text, string problem)
    {
        var evaluation = Evaluate(text);
        Assert.That(evaluation.Value, Is.Null);
        Assert.That(evaluation.Problem, Does.Contain(problem));
    }

    [Test]
    public void Evaluate_looks_names_up() =>
        Assert.That(Evaluator.Evaluate(Formula.Read("layer1.k^2*c", FormulaOptions.Case).Expression!, name => name == "layer1.k" ? new Exact(3) : name == "c" ? new Exact(128) : null).Value, Is.EqualTo(new Exact(1152)));

    [Test]
    public void Evaluate_sum_over_an_index_looks_indexed_names_up() =>
        Assert.That(Evaluator.Evaluate(Formula.Read(@"\sum_{i=1}^{3} z_i").Expression!, name => name.StartsWith("z_") ? new Exact(long.Parse(name[2..]) * 10) : null).Value, Is.EqualTo(new Exact(60)));
}
