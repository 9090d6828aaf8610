using Grader.Reference.Training;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Cases;

/// <summary>The objects of <c>bands.json</c>, which <c>grader train</c> writes.</summary>
internal static class BandsShapes
{
    private const string Number = """{ "type": "number" }""";
    private const string Count = """{ "type": "integer", "minimum": 0 }""";

    private static readonly CaseKey Low = new("low", true, Number, "Its lower end.");
    private static readonly CaseKey High = new("high", true, Number, "Its upper end.");
    private static readonly CaseKey Runs = new("runs", true, Count, "How many runs.");

    public static readonly CaseShape Interval = new("interval", "An interval, its ends inside.", [Low, High]);

    public static readonly CaseShape HeldOut = new("heldOut", "What became of runs that no band was made from.", [
        Runs,
        new("inside", true, Count, "How many of them lie inside."),
        new("rejects", true, An(Interval), "Interval of Clopper and Pearson, at 95 %, of the share that is rejected."),
    ]);

    public static readonly CaseShape Provenance = new("provenance", "Where the runs come from.", [
        new("data", true, Text, "Name and hash of the data."),
        new("device", true, Text, "What they ran on."),
        new("library", true, Text, "What they were computed by."),
        new("date", true, Text, "When the bands were made."),
        new("note", false, """{ "type": "string" }""", "What else matters."),
    ]);

    public static readonly CaseShape Wider = new("widerBand", "Over what honest students may vary.", [
        Low, High, Runs,
        new("settings", true, Count, "Over how many ways of training, the recipe's included."),
        new("planned", true, Count, "Over how many it is to be."),
    ]);

    public static readonly CaseShape Other = new("definedBand", "The band by another definition.", [
        new("definition", true, OneOf(RunTable.Definitions), "The definition."),
        Low, High,
    ]);

    public static readonly CaseShape Band = new("trainedRuns", "What the runs of a variant say of a measure.", [
        new("variant", true, Text, "Id of the variant."),
        new("measure", true, Text, "Id of the measure."),
        new("definition", true, OneOf(RunTable.Definitions), "When and how it is taken."),
        Runs,
        new("diverged", true, Count, "How many more diverged."),
        new("mean", true, Number, "Their mean."),
        new("deviation", true, Number, "Their standard deviation."),
        new("smallest", true, Number, "The smallest."),
        new("largest", true, Number, "The largest."),
        new("method", true, OneOf(BandsFile.Methods), "How the band came about."),
        new("factor", true, Number, "Deviations from the mean to its ends."),
        new("normality", false, Number, "Probability of so odd a sample from a normal population."),
        Low, High,
        new("uncorrected", true, An(Interval), "The band, were it the only one."),
        new("wider", false, An(Wider), "Over what honest students may vary."),
        new("others", false, ListOf(Other), "By the other definitions."),
        new("heldOut", false, An(HeldOut), "How it did on further runs."),
    ]);

    public static readonly CaseShape Difference = new("variantDifference", "How far two variants differ, seed by seed.", [
        new("from", true, Text, "Id of the variant before."),
        new("to", true, Text, "Id of the variant after."),
        new("measure", true, Text, "Id of the measure."),
        Runs,
        new("shared", true, YesNo, "A seed gives both the same batches."),
        new("mean", true, Number, "Mean difference."),
        new("deviation", true, Number, "Deviation of a single difference."),
        Low, High,
        new("meanInterval", true, An(Interval), "Where the mean difference lies."),
        new("noise", true, Number, "How far seeds alone move a single difference."),
    ]);

    public static readonly CaseShape File = new("bands", "Bands of a question's training runs, written by grader train.", [
        new("schema", true, $$"""{ "const": "{{BandsFile.Schema}}" }""", "Version of this format."),
        new("recipe", true, Text, "Hash of the recipe they were made by."),
        new("coverage", true, Number, "Share of honest students who are to lie inside all bands."),
        new("confidence", true, Number, "How sure that is."),
        new("bandCount", true, PositiveInteger, "For how many bands the coverage of each is corrected."),
        new("provenance", true, An(Provenance), "Where the runs come from."),
        new("bands", true, ListOf(Band), "The bands."),
        new("differences", true, """{ "type": "array" }""", "Differences of variants."),
        new("students", false, An(HeldOut), "Seeds that no band was made from, by all bands together."),
    ]);
}
