using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>The right answers of an assignment with their working, as values; a writer makes a text of them.</summary>
public sealed record AnswerKey(Assignment Assignment, Sequence<KeyQuestion> Questions)
{
    public static AnswerKey Of(Assignment assignment) => Of(assignment, static _ => true);

    /// <summary>The answers to some checks alone, with all that leads to them.</summary>
    public static AnswerKey Of(Assignment assignment, Func<Check, bool> isWanted)
    {
        var answers = new ModelAnswers(assignment);
        return new(assignment, assignment.Questions.Items.Select(question => KeyQuestion.Of(question, answers, isWanted)).ToSequence());
    }

    /// <summary>The instructor's edition: the known mistakes besides, each with the answers it would give.</summary>
    public AnswerKey WithMistakes() => this with { Questions = Questions.Items.Select(question => question with { Mistakes = KeyMistakes.Of(question.Question) }).ToSequence() };
}

public sealed record KeyQuestion(Question Question, Sequence<KeyPart> Parts)
{
    /// <summary>The known mistakes that change an answer; empty in the edition for students.</summary>
    public Sequence<KeyMistake> Mistakes { get; init; }

    internal static KeyQuestion Of(Question question, ModelAnswers answers, Func<Check, bool> isWanted)
    {
        var working = new Working(question.Worksheet);
        return new(question, question.Parts.Items.Select(part => new KeyPart(part, part.Checks.Items.Where(isWanted).Select(check => answers.Of(check, question.Worksheet, working)).ToSequence())).ToSequence());
    }
}

public sealed record KeyPart(Part Part, Sequence<KeyCheck> Checks);

/// <param name="Steps">What leads to the answer and was not shown for an earlier check of the question, in the order of computation.</param>
public sealed record KeyCheck(Check Check, Sequence<WorkedStep> Steps, KeyAnswer Answer)
{
    /// <summary>What an answer sheet asks for and the answer in one line: one row, but for an order of durations one a part.</summary>
    public Sequence<SheetRow> Rows { get; init; }

    /// <summary>Whether it is answered by sentences.</summary>
    public bool IsProse => Check is RubricCheck or EffectCheck;
}

/// <summary>A row of a fenced block <c>answers</c>, which the reader of submissions knows: <c>1b.macs-layer1: 301989888</c>.</summary>
/// <param name="Label">The id of the check; for a duration its part, a dot and the check's name.</param>
/// <param name="Value">In one line.</param>
public sealed record SheetRow(string Label, string Ask, string Value);

public abstract record KeyAnswer
{
    private protected KeyAnswer()
    {
    }
}

/// <param name="Percent">A share that people write in percent: 0.5 is to be shown as 50 %.</param>
public sealed record ValueAnswer(Value Value, string Unit, bool Percent) : KeyAnswer
{
    /// <summary>One of many right answers: a quantity of the student's own.</summary>
    public bool IsExample { get; init; }

    /// <summary><c>50 %</c>, <c>294912</c>, <c>[[1, 2], [3, 4]]</c>.</summary>
    public string Text => Percent ? KeyText.Percent(Value) : Unit.Length == 0 ? KeyText.Of(Value) : $"{KeyText.Of(Value)} {Unit}";
}

/// <param name="Markdown">A model answer in words.</param>
public sealed record TextAnswer(string Markdown) : KeyAnswer;
