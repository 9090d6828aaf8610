using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports.Tests;

/// <summary>A small report with every verdict in it, made by hand.</summary>
internal static class SampleReport
{
    public static GradeReport With(string studentText = "21") => new(
        "hw5",
        "Convolution",
        new("submission.md", "ab12"),
        "cd34",
        Rational.Of(13, 3),
        Rational.Of(3, 2),
        8,
        NeedsReview: true,
        [new("stride-plus-one", "1", "Divided by stride + 1.", ["1b.width"], "One mistake explains the wrong answer in question 1: divided by stride + 1.")],
        [
            new("1", "Cost", Rational.Of(13, 3), Rational.Of(3, 2), 8,
            [
                new("1b", Rational.Of(13, 3), Rational.Of(3, 2), 8,
                [
                    Check("1b.right", Verdict.Correct, 1, 0, studentText),
                    Check("1b.carried", Verdict.CarriedForward, 1, 0, "441", carriedFrom: "1b.width"),
                    Check("1b.matrix", Verdict.Partial, Rational.Of(1, 3), 0, "[1 2]"),
                    Check("1b.width", Verdict.Incorrect, 0, 0, "21", mistake: "stride-plus-one"),
                    Check("1b.nothing", Verdict.Missing, 0, 0, null),
                    Check("1b.blurred", Verdict.Unreadable, 0, 1, "2]1"),
                    Check("1b.doubtful", Verdict.NeedsReview, 2, Rational.Of(1, 2), "32 or 21"),
                ]),
            ])
            {
                Explains = "One mistake explains the wrong answer in question 1: divided by stride + 1.",
            },
        ],
        [new(3, 5, "tabs taken as columns")]);

    private static CheckGrade Check(string id, Verdict verdict, Rational points, Rational pending, string? found, string? mistake = null, string? carriedFrom = null) => new(
        id,
        "number",
        "width",
        verdict,
        points,
        pending,
        verdict == Verdict.NeedsReview ? 3 : 1,
        "32",
        found is null ? null : new(found, 57, 49, 57, 51),
        mistake is null ? [] : [mistake],
        carriedFrom is null ? [] : [carriedFrom],
        "Why.");
}
