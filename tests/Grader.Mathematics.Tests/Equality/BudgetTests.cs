using System.Diagnostics;

namespace Grader.Mathematics.Tests;

/// <summary>Formulas that cost a careless reader or evaluator its time, its memory or its stack.</summary>
[TestFixture]
public sealed class BudgetTests
{
    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static IEnumerable<TestCaseData> Hostile()
    {
        yield return Case("tower of powers", "9^{9^{9^9}}");
        yield return Case("factorial", "100000000!");
        yield return Case("factorials", "x" + new string('!', 20000));
        yield return Case("power of a sum", "(x+y+z)^{200}");
        yield return Case("100,000 braces", new string('{', 100_000) + "x" + new string('}', 100_000));
        yield return Case("10,000 parentheses", new string('(', 9_999) + "x" + new string(')', 9_999));
        yield return Case("1 MB", Repeat("x+1*", 262_144) + "1");
        yield return Case("as long as allowed", Repeat("x+1*", 4_990) + "1");
        yield return Case("digits", new string('9', 19_999));
        yield return Case("signs", new string('-', 19_999) + "x");
        yield return Case("roots", Repeat(@"\sqrt ", 3_000) + "x");
        yield return Case("exponents", Repeat("x^", 9_000) + "x");
        yield return Case("fractions", Repeat(@"\frac1", 3_000) + "x");
        yield return Case("divisions", Repeat("1/", 9_000) + "x");
        yield return Case("bars", new string('|', 19_999));
        yield return Case("primes", "x" + new string('\'', 19_999));
        yield return Case("indices", "x" + Repeat("_x", 9_000));
        yield return Case("long sum", @"\sum_{i=1}^{100000000} i");
        yield return Case("sum of sums", @"\sum_{i=1}^{20000}\sum_{j=1}^{20000} ij");
        yield return Case("exponential tower", "e^{e^{e^{e^{100}}}}");
        yield return Case("sine of much", @"\sin(10^{10^{10}})");
        yield return Case("signs of both kinds", Repeat(@"\pm x", 900));
        yield return Case("derivatives", @"\frac{d^9}{dx^9} " + Repeat(@"\sin(", 20) + "x" + new string(')', 20));
        yield return Case("letters", new string('o', 19_999));
        yield return Case("letters in order", new string('a', 9_999) + new string('b', 9_999));
        yield return Case("words", Repeat("ab ", 6_600));
        yield return Case("plain derivatives", Repeat("dL/dy_11", 2_400));
        yield return Case("fractions that are no derivatives", Repeat(@"\frac{dx}{dy+1}", 1_300));
        yield return Case("many roots", string.Join("+", Enumerable.Range(2, 300).Select(i => $@"\sqrt{{{i}+\sin({i})}}")));

        static TestCaseData Case(string name, string text) => new TestCaseData(text).SetArgDisplayNames(name);
    }

    // Memory is held to its bound; time only to an end, since the machine does other things too. The benchmarks measure it.
    [TestCaseSource(nameof(Hostile))]
    public void Compare_hostile_formula_costs_little(string text)
    {
        AnswerComparison.Compare(new("x + 1", text));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        AnswerComparison.Compare(new("x + 1", text));
        Assert.That(clock.ElapsedMilliseconds, Is.LessThan(60_000));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(50_000_000));
    }

    [TestCaseSource(nameof(Hostile))]
    public void Compare_hostile_formula_fits_a_small_stack(string text)
    {
        ComparisonVerdict? verdict = null;
        var thread = new Thread(() => verdict = AnswerComparison.Compare(new(text, text + " + 1")).Verdict, 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.That(verdict, Is.Not.Null.And.Not.EqualTo(ComparisonVerdict.Equal));
    }

    /// <summary>Found by the fuzzer: each was tried at fifty points, with all its digits and members.</summary>
    [TestCase("8^{-1} \\cdot 5^{47758} x < 2", "1 > 2")]
    [TestCase("p < ()", "..<()", 2_000)]
    [TestCase("p < ()", "1<()", 2_000)]
    public void Compare_hostile_inequality_costs_little(string gold, string answer, int times = 1)
    {
        var request = new ComparisonRequest(gold, Repeat(answer, times));
        AnswerComparison.Compare(request);
        var before = GC.GetAllocatedBytesForCurrentThread();
        AnswerComparison.Compare(request);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(50_000_000));
    }
}
