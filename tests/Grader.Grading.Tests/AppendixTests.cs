namespace Grader.Grading.Tests;

/// <summary>What stands under an appendix or a list of references answers nothing, with labels elsewhere or without any.</summary>
[TestFixture]
public sealed class AppendixTests
{
    private const string Value = "The mean of the units is $\\mu = (13, 5, 0)$.\n\n";

    [TestCase("## 2a\n\n" + Value, Verdict.Correct)]
    [TestCase("## 2a\n\nSee below.\n\n## Appendix\n\n" + Value, Verdict.Missing)]
    [TestCase("## 2a\n\nSee below.\n\n**References**\n\n" + Value, Verdict.Missing)]
    [TestCase("# 2\n\n### (a)\n\nSee below.\n\n### Anhang A: Zahlen\n\n" + Value, Verdict.Missing)]
    [TestCase("See below.\n\n# Appendix\n\n" + Value, Verdict.Missing)]
    [TestCase("## 2a\n\nSee below.\n\n## Appendix\n\n### 2a\n\n" + Value, Verdict.Correct)]
    public void Mean_of_the_units(string text, Verdict verdict) => Assert.That(Homework.Grade(text).Check("2a.mean").Verdict, Is.EqualTo(verdict));
}
