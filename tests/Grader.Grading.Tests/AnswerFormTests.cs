namespace Grader.Grading.Tests;

/// <summary>One answer in two forms, a number and what it was before, letters for digits: read as what they are.</summary>
[TestFixture]
public sealed class AnswerFormTests
{
    [TestCase("1c.memory-layer1", "Memory fall of layer 1: 0.5 (1/2)", "correct")]
    [TestCase("1c.memory-layer1", "Memory fall of layer 1: 50 % (0.5)", "correct")]
    [TestCase("1c.memory-network", "Memory fall of layer 1: 0.5 (1/2)", "missing")]
    [TestCase("1a.parameters-total", "Total parameters: 1474560 (1.47 million)", "correct")]
    [TestCase("1a.parameters-total", "Total parameters: 1.47 million (1474560)", "correct")]
    [TestCase("1a.parameters-total", "Total parameters: 1474560 (= 1.47456e6)", "correct")]
    [TestCase("1a.parameters-total", "Total parameters: 1474560 (1.6 million)", "needs-review")]
    [TestCase("1a.parameters-total", "Total parameters: 1.47 million (1475328)", "needs-review")]
    public void A_value_and_its_other_form_are_one_answer(string check, string text, string verdict) => IsGraded(check, text, verdict);

    [TestCase("4a.test-accuracy", "The test accuracy rose from 61.2 to 63.5 %.", "correct")]
    [TestCase("4a.test-accuracy", "The test accuracy rose from 21.2 % to 63.5 %.", "correct")]
    [TestCase("4a.test-accuracy", "The test accuracy went from 63.5 % up to 74.5 %.", "needs-review")]
    [TestCase("4a.test-accuracy", "The test accuracy is 61.2 % or 63.5 %.", "needs-review")]
    public void A_change_has_one_end(string check, string text, string verdict) => IsGraded(check, text, verdict);

    [TestCase("3c.possible", "No, it is not possible.", "incorrect")]
    [TestCase("3c.possible", "No, that is not possible at all.", "incorrect")]
    [TestCase("3c.possible", "It is possible.", "correct")]
    [TestCase("3c.possible", "Yes, it is possible.", "correct")]
    [TestCase("3c.possible", "No, it is possible.", "needs-review")]
    [TestCase("3c.possible", "It is not possible directly, but it is possible with padding.", "needs-review")]
    public void A_no_is_one_no(string check, string text, string verdict) => IsGraded(check, text, verdict);

    [TestCase("1a.parameters-total", "Total parameters: l474560", "correct")]
    [TestCase("1a.parameters-total", "Total parameters = 147456O", "correct")]
    [TestCase("1a.parameters-total", "Total parameters: l474561", "incorrect")]
    public void A_letter_for_a_digit_is_mended(string check, string text, string verdict) => IsGraded(check, text, verdict);

    [TestCase(5000, "correct")]
    [TestCase(5001, "needs-review")]
    public void Of_too_many_numbers_none_is_chosen(int numbers, string verdict)
    {
        var others = string.Join('\n', Enumerable.Repeat(string.Join(' ', Enumerable.Repeat("7;", 100)), 49)) + string.Concat(Enumerable.Repeat("\n7;", numbers - 4901));
        var grade = Homework.Grade($"## Question 1\n\n### (a)\n\nTotal parameters: 1474560\n\n{others}\n").Check("1a.parameters-total");
        Assert.That(grade.Verdict.Name(), Is.EqualTo(verdict), grade.Message);
        if (verdict == "needs-review")
            Assert.That(grade.Message, Does.StartWith("More than 5000 numbers"));
    }

    private static void IsGraded(string check, string text, string verdict)
    {
        var grade = Homework.Grade($"## Question {check[0]}\n\n### ({check[1]})\n\n{text}\n").Check(check);
        Assert.That(grade.Verdict.Name(), Is.EqualTo(verdict), $"{grade.Found?.Text}: {grade.Message}");
    }
}
