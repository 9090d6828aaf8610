using Grader.Grading.Answers;
using Grader.Mathematics;

namespace Grader.Grading.Checks;

/// <summary>What came of one check, before points.</summary>
/// <param name="Sure">Share of the points that is sure, 0 to 1.</param>
/// <param name="Pending">Share that a person may still give.</param>
internal sealed record Outcome(Verdict Verdict, Rational Sure, Rational Pending, string Expected, Found? Found, Said Message)
{
    public Sequence<string> Mistakes { get; init; }

    public Sequence<string> CarriedFrom { get; init; }

    /// <summary>What was found is no claim of the student's: that it was found says that it is right.</summary>
    public bool IsGivenAway { get; init; }

    /// <inheritdoc cref="CheckGrade.Value"/>
    public string Value { get; init; } = "";

    /// <inheritdoc cref="CheckGrade.IsPartEmpty"/>
    public bool IsPartEmpty { get; init; }

    /// <inheritdoc cref="CheckGrade.FoundFormula"/>
    public Expression? FoundFormula { get; init; }

    /// <inheritdoc cref="CheckGrade.ExpectedValue"/>
    public Value? ExpectedValue { get; init; }

    /// <inheritdoc cref="CheckGrade.InBand"/>
    public FigureInBand? InBand { get; init; }

    /// <summary>For a person because something was found that says the contrary of the right answer.</summary>
    public bool IsContrary { get; init; }

    public static Outcome Correct(string expected, Found? found, Said message) => new(Verdict.Correct, Rational.One, Rational.Zero, expected, found, message);

    public static Outcome Incorrect(string expected, Found? found, Said message) => new(Verdict.Incorrect, Rational.Zero, Rational.Zero, expected, found, message);

    public static Outcome Partial(Rational share, string expected, Found? found, Said message) => new(Verdict.Partial, share, Rational.Zero, expected, found, message);

    public static Outcome Review(string expected, Found? found, Said message, Rational sure = default) => new(Verdict.NeedsReview, sure, Rational.One - sure, expected, found, message);

    public static Outcome Unreadable(string expected, Answer answer) =>
        new(Verdict.Unreadable, Rational.Zero, Rational.One, expected, answer.Found, $"Found, but not read whole: {answer.Trouble}.");

    /// <summary>Nothing was found; an image in the part may hold it, and then a person looks.</summary>
    public static Outcome Missing(string expected, PartReading part) =>
        part.Image is { } image
            ? new(Verdict.NeedsReview, Rational.Zero, Rational.One, expected, Sentence.Found(image), "An image stands here; it cannot be read.")
            : new(Verdict.Missing, Rational.Zero, Rational.Zero, expected, null, part.Statements.Count == 0 ? $"Part {part.Part.Id} has no text." : "Nothing in this part says it.") { IsPartEmpty = part.Statements.Count == 0 };
}
