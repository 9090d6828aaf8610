using Grader.Mathematics;

namespace Grader.Verification;

/// <summary>What a submission says, before it is decided how it is written.</summary>
public sealed record StatedSubmission(Sequence<StatedQuestion> Questions)
{
    public IEnumerable<Fact> Facts => Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Facts.Items);

    /// <summary>The same with other facts in the place of some.</summary>
    public StatedSubmission With(Func<Fact, Fact> change) => new(Questions.Items
        .Select(question => question with { Parts = question.Parts.Items.Select(part => part with { Facts = part.Facts.Items.Select(change).ToSequence() }).ToSequence() })
        .ToSequence());
}

public sealed record StatedQuestion(string Id, string Title, Sequence<StatedPart> Parts)
{
    /// <summary>What stands in an appendix at the end.</summary>
    public Sequence<Fact> Appendix { get; init; }
}

/// <param name="Letter"><c>a</c>; empty for the question itself.</param>
/// <param name="Text">What the part asks.</param>
public sealed record StatedPart(string Question, string Letter, string Text, Sequence<Fact> Facts);

/// <param name="Check">The check that it answers.</param>
public abstract record Fact(string Check);

/// <param name="Labels">Ways to say what it is; never empty.</param>
/// <param name="IsTelling">Its labels tell it from the other answers of its part; else its place among them does.</param>
public abstract record ValueFact(string Check, Sequence<FactLabel> Labels, bool IsTelling) : Fact(Check);

/// <param name="Number">As it is written before a percent sign: 50 for a half, where <paramref name="Percent"/>.</param>
public sealed record NumberFact(string Check, Sequence<FactLabel> Labels, bool IsTelling, Value Number, bool Percent) : ValueFact(Check, Labels, IsTelling)
{
    /// <summary>SI symbol; empty for a pure number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What leads to it, in numbers, where it is known.</summary>
    public Expression? Working { get; init; }

    /// <summary>Numbers that are off by no more may be right as well: a figure of the student's own run.</summary>
    public Rational Slack { get; init; }

    /// <summary>A count, which may be rounded to four digits where it is not written out whole.</summary>
    public bool IsCount { get; init; }

    /// <summary>Also right as a share of one: 0.5 for 50 %.</summary>
    public bool IsShare { get; init; }

    /// <summary>Words that take it back, or another value beside it; null for none.</summary>
    public Hedge? Hedge { get; init; }
}

/// <param name="Words"><c>{0} or {1}</c>: <c>{0}</c> is the number, <c>{1}</c> the other.</param>
public sealed record Hedge(string Words, Value Other);

/// <summary>A vector (of a single axis, or a single column) or a matrix.</summary>
public sealed record TensorFact(string Check, Sequence<FactLabel> Labels, bool IsTelling, Tensor Tensor) : ValueFact(Check, Labels, IsTelling)
{
    /// <summary>What names each row, or each entry of a vector; empty for nothing.</summary>
    public Sequence<string> RowNames { get; init; }

    public Sequence<string> ColumnNames { get; init; }

    /// <summary>Another array beside it, of the same shape; null for none.</summary>
    public Tensor? Or { get; init; }

    public bool IsMatrix => Tensor.Shape is [> 1, > 1];
}

/// <param name="Texts">Ways to say it in sentences.</param>
public sealed record ProseFact(string Check, Sequence<string> Texts) : Fact(Check);

/// <summary>Words that say what an answer is.</summary>
/// <param name="Text"><c>parameters of layer 1</c>.</param>
/// <param name="Subject"><c>layer 1</c>; empty where it does not come apart.</param>
/// <param name="What"><c>parameters</c>.</param>
public sealed record FactLabel(string Text, string Subject = "", string What = "");
