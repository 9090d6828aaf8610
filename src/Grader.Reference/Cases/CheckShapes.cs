using Grader.Mathematics;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Cases;

/// <summary>The objects of checks, one shape a kind.</summary>
internal static class CheckShapes
{
    public static readonly CaseShape Tolerance = new("tolerance", "How close a number must be: exactly one of these.", [
        new("absolute", false, Fraction, "At most this far, in the key's unit."),
        new("relative", false, Fraction, "At most this share of the key."),
        new("digits", false, PositiveInteger, "As many digits as written, and at least so many significant ones."),
        new("workingDecimals", false, PositiveInteger, "As far as rounding every number on the way, and the result, to so many decimals can move it."),
        new("count", false, PositiveInteger, "A whole number exactly, or a rounded one with at least so many significant digits."),
    ]);

    public static readonly CaseShape Idea = new("idea", "One idea that an answer in prose should have.", [
        new("id", true, Text, "Short name."),
        new("say", true, Text, "The idea, for people: running statistics at test time."),
        new("share", false, Fraction, "Share of the check's points; the ideas share them equally unless said. \"1/3\" is a third."),
        new("phrases", true, Texts, "Any of these phrases says it."),
        new("denials", false, Texts, "Any of these phrases, in the same sentence, says the contrary."),
    ]);

    public static readonly CaseShape Band = new("band", "What the reference runs gave.", [
        new("low", true, Fraction, "Smallest figure inside, in the unit people write."),
        new("high", true, Fraction, "Largest figure inside."),
        new("mean", true, Fraction, "Mean of the runs."),
        new("deviation", true, Fraction, "Standard deviation of the runs."),
        new("runs", true, PositiveInteger, "How many runs."),
        new("source", true, Text, "Where it comes from, for the report."),
        new("provisional", false, YesNo, "Written by hand, not by the trainer."),
    ]);

    public static readonly CaseShape Measure = new("measure", "A figure before and after a change.", [
        new("name", true, Text, "What it is: training accuracy."),
        new("phrases", true, Texts, "What students call it."),
        new("before", true, Text, "Id of the check that holds the figure before."),
        new("after", true, Text, "Id of the check that holds it after."),
        new("unclear", false, Fraction, "A difference of at most this may be called no clear change; 0 unless said."),
        new("trained", false, An(TrainingShapes.TrainedDifference), "Where that comes from the question's training runs; \"unclear\" serves until there are any."),
    ]);

    public static readonly Sequence<CaseShape> Kinds =
    [
        Kind("number", "A number.", [
            new("quantity", false, Text, "The quantity it is."),
            new("quantities", false, Texts, "The quantities it is, where one number stands for several."),
            Alternatives,
            Closeness,
            new("percent", false, YesNo, "A share that people write in percent."),
            .. Placed,
            new("words", false, MapOf(Fraction), "Words that are numbers here, each a phrase with its number (in percent where the check is): { \"halved\": 50 }."),
        ]),
        Kind("vector", "A vector.", [
            new("quantity", true, Text, "The quantity it is."),
            Alternatives,
            Closeness,
            new("rowLabels", false, Texts, "What names each entry in a table: phrases."),
            .. Placed,
        ]),
        Kind("matrix", "A matrix, numeric or symbolic.", [
            new("quantity", true, Text, "The quantity it is."),
            Alternatives,
            Closeness,
            new("credit", false, OneOf("none", "entries", "rows", "nonZeroEntries"), "What of it earns points; none is all or nothing."),
            new("rowLabels", false, Texts, "What names each row in a table, or each row that stands alone: phrases."),
            new("columnLabels", false, Texts, "What names each column in a table: phrases."),
            .. Placed,
        ]),
        Kind("own", "A quantity of the student's own, that keeps invariants; what is computed from it is judged with it.", [
            new("quantity", true, Text, "The input that it stands in the place of; its value is an example, and says the shape."),
            new("invariants", true, ListOf(OwnCheckReader.Invariant), "What must hold of it."),
            new("rowLabels", false, Texts, "What names each entry or row in a table: phrases."),
        ]),
        Kind("choice", "One of several answers.", [
            new("right", true, Text, "The right choice."),
            new("choices", true, MapOf(Texts), "The choices by name, each with the phrases that say it."),
        ]),
        Kind("rubric", "Prose in which ideas are looked for.", [
            new("ideas", true, ListOf(Idea), "The ideas."),
            new("formulas", false, Texts, "Formulas that say the whole of it: B = A^T."),
            new("matrices", false, Texts, "Where the answer shows a matrix, it must be one of these quantities."),
            new("model", true, Lines, "A model answer, in Markdown."),
        ], model: false),
        Kind("band", "A figure of the student's own run.", [
            new("trained", false, An(TrainingShapes.TrainedBand), "The band that the question's training runs made."),
            new("band", false, An(Band), "A band written by hand; beside \"trained\" it serves until there are runs."),
            new("percent", false, YesNo, "A share that people write in percent."),
        ]),
        Kind("difference", "A stated difference of two figures of the student's own.", [
            new("minuend", true, Text, "Id of the check that holds the first."),
            new("subtrahend", true, Text, "Id of the check that holds the second."),
        ]),
        Kind("effect", "What a change did, in words.", [
            new("measures", true, ListOf(Measure), "The figures before and after."),
        ]),
        Kind("order", "A stated order of the student's own durations.", [
            new("subjects", true, Texts, "Ids of the parts, in their order."),
        ]),
    ];

    public static string NameOf(string kind) => kind + "Check";

    private static Sequence<CaseKey> Placed => [AnswerPlaces.CaseKey, RelabellingReader.CaseKey];

    private static CaseKey Alternatives => new("alternatives", false, Texts, "Other quantities that are right as well; what each is, its \"say\" tells the student.");

    private static CaseKey Model => new("model", false, Lines, "What the answer key shows in place of what it computes, in Markdown.");

    private static CaseKey Closeness => new("tolerance", false, An(Tolerance), "How close a number must be; as many digits as written, at least three, unless said.");

    private static CaseShape Kind(string kind, string say, Sequence<CaseKey> own, bool model = true) => new(NameOf(kind), say, [
        new("id", true, Text, "Part, dot, name: 1b.macs-layer1."),
        new("kind", true, $$"""{ "const": "{{kind}}" }""", "The kind of check."),
        new("ask", true, Text, "What is asked: multiply-add operations of layer 1."),
        new("points", true, Fraction, "Points, more than 0; \"2/3\" is two thirds."),
        new("labels", false, Groups, "What the words around the answer say: groups of phrases; the more groups are found, the better."),
        new("without", false, Texts, "Phrases that say it is another's answer."),
        new("aliases", false, Texts, "Names that it goes by in formulas: δ_2, \\frac{\\partial L}{\\partial z_2}, dZ2. What stands under one needs no label."),
        new("requires", false, Texts, "Ids of checks, of other questions too: where one of them earns no points, neither does this one."),
        Repetition.CaseKey,
        .. own,
        .. model ? new[] { Model } : [],
    ]);
}
