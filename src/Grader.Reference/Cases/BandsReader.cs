using Grader.Mathematics;
using Grader.Reference.Training;

namespace Grader.Reference.Cases;

/// <summary>Reads <c>bands.json</c>.</summary>
internal static class BandsReader
{
    /// <returns>Null, with problems, where it is not as <c>grader train</c> writes it.</returns>
    public static TrainedBands? Read(string file, ReadOnlySpan<byte> bytes, ProblemList problems)
    {
        var before = problems.Count;
        if (CaseTreeReader.Read(file, bytes, problems) is not { } root || ObjectReader.Open(root, BandsShapes.File, problems) is not { } reader)
            return null;
        var provenance = reader.Object("provenance", BandsShapes.Provenance);
        var bands = new TrainedBands(
            reader.Text("recipe"),
            reader.Rational("coverage"),
            reader.Rational("confidence"),
            reader.Integer("bandCount", 1, 1),
            provenance is null ? new("", "", "", "", "") : new(provenance.Text("data"), provenance.Text("device"), provenance.Text("library"), provenance.Text("date"), provenance.Lines("note")),
            reader.Objects("bands", BandsShapes.Band).Select(ReadBand).ToSequence(),
            reader.Objects("differences", BandsShapes.Difference).Select(ReadDifference).ToSequence())
        {
            Students = ReadHeldOut(reader, "students"),
        };
        reader.OneOf("schema", BandsFile.Schema);
        return problems.Count == before ? bands : null;
    }

    private static TrainedBand ReadBand(ObjectReader reader)
    {
        var interval = ReadEnds(reader);
        var band = new TrainedBand(
            reader.Text("variant"),
            reader.Text("measure"),
            Definition(reader),
            reader.Integer("runs", 2, 2),
            reader.Integer("diverged", 0, 0),
            reader.Rational("mean"),
            reader.Rational("deviation"),
            reader.Rational("smallest"),
            reader.Rational("largest"),
            (BandMethod)Array.IndexOf(BandsFile.Methods, reader.OneOf("method", BandsFile.Methods)),
            reader.Rational("factor"),
            reader.Node("normality") is null ? null : reader.Rational("normality"),
            interval,
            reader.Object("uncorrected", BandsShapes.Interval) is { } uncorrected ? ReadEnds(uncorrected) : interval,
            reader.Object("wider", BandsShapes.Wider) is { } wider ? new(ReadEnds(wider), wider.Integer("settings", 1, 1), wider.Integer("planned", 1, 1), wider.Integer("runs", 1, 1)) : null,
            reader.Objects("others", BandsShapes.Other).Select(other => new DefinedBand(Definition(other), ReadEnds(other))).ToSequence(),
            ReadHeldOut(reader, "heldOut"));
        if (interval.Low > band.Mean || band.Mean > interval.High)
            reader.Problems.Add(reader.Place, $"The mean {band.Mean} does not lie between {interval.Low} and {interval.High}.", "Let grader train write the file.");
        return band;
    }

    private static TrainedDifference ReadDifference(ObjectReader reader) => new(
        reader.Text("from"),
        reader.Text("to"),
        reader.Text("measure"),
        reader.Integer("runs", 2, 2),
        reader.Truth("shared", false),
        reader.Rational("mean"),
        reader.Rational("deviation"),
        ReadEnds(reader),
        reader.Object("meanInterval", BandsShapes.Interval) is { } mean ? ReadEnds(mean) : default,
        reader.Rational("noise"));

    private static HeldOut? ReadHeldOut(ObjectReader parent, string key) => parent.Object(key, BandsShapes.HeldOut) is not { } reader
        ? null
        : new(reader.Integer("runs", 1, 1), reader.Integer("inside", 0, 0), reader.Object("rejects", BandsShapes.Interval) is { } rejects ? ReadEnds(rejects) : default);

    private static Limits ReadEnds(ObjectReader reader) => new(reader.Rational("low"), reader.Rational("high"));

    private static MeasureDefinition Definition(ObjectReader reader) => (MeasureDefinition)Array.IndexOf(RunTable.Definitions, reader.OneOf("definition", RunTable.Definitions));
}
