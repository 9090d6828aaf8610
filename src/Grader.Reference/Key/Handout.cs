using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>An assignment as students get it: its texts, the inputs that they do not show, and the rows of an answer sheet.</summary>
public sealed record Handout(Assignment Assignment, Sequence<HandoutQuestion> Questions)
{
    public static Handout Of(Assignment assignment) => new(assignment, AnswerKey.Of(assignment).Questions.Items.Select(HandoutQuestion.Of).ToSequence());
}

/// <param name="Inputs">Numeric arrays that answers are computed from and the texts do not show: where half of the numbers stand there, the text tells them in its own way.</param>
/// <param name="Rows">What the answer sheet asks for, in the order of the checks.</param>
public sealed record HandoutQuestion(Question Question, Sequence<HandoutInput> Inputs, Sequence<HandoutRow> Rows)
{
    internal static HandoutQuestion Of(KeyQuestion question)
    {
        var checks = question.Parts.Items.SelectMany(part => part.Checks.Items).ToList();
        var asked = checks.SelectMany(check => Asked(check.Check).Concat(check.Check.Alternatives.Items)).ToHashSet(StringComparer.Ordinal);
        var shown = Numbers(string.Join('\n', question.Question.Parts.Items.Select(part => part.Text).Prepend(question.Question.Text)));
        var inputs = checks
            .SelectMany(check => check.Steps.Items)
            .Where(step => step.Given && !step.Quantity.IsDerived && !asked.Contains(step.Quantity.Name) && step.Value is Tensor tensor && Texts(tensor) is { } numbers && 2 * numbers.Count(shown.Contains) < numbers.Count)
            .Select(step => new HandoutInput(step.Quantity.Name, step.Quantity.Say, step.Value));
        return new(question.Question, inputs.ToSequence(), checks.SelectMany(check => check.Rows.Items.Select(row => new HandoutRow(row.Label, row.Ask, check.Check.Points))).ToSequence());
    }

    private static IEnumerable<string> Asked(Check check) => check switch
    {
        NumberCheck number => number.Quantities,
        VectorCheck vector => [vector.Quantity],
        MatrixCheck matrix => [matrix.Quantity],
        RubricCheck rubric => rubric.Matrices,
        _ => [],
    };

    /// <summary>The numbers that stand in it, without their signs; null where one is no number.</summary>
    private static IReadOnlyList<string>? Texts(Tensor tensor) =>
        tensor.Entries.Items.All(entry => entry is Exact) ? [.. tensor.Entries.Items.Select(entry => Rational.Abs(((Exact)entry).Number).ToString()).Distinct()] : null;

    private static HashSet<string> Numbers(string text)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or '/' && end > start && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
                end++;
            if (end > start)
                numbers.Add(text[start..end]);
            start = end + 1;
        }

        return numbers;
    }
}

public sealed record HandoutInput(string Name, string Say, Value Value);

/// <param name="Label">As <see cref="SheetRow.Label"/>.</param>
public sealed record HandoutRow(string Label, string Ask, Rational Points);
