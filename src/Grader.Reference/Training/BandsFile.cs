using System.Text;
using System.Text.Json;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Training;

/// <summary>Writes <c>bands.json</c> (schema <c>grader/bands/v1</c>).</summary>
public static class BandsFile
{
    internal const string Schema = "grader/bands/v1";
    internal static readonly string[] Methods = ["normal", "range", "normal-in-doubt"];

    public static string Write(TrainedBands bands)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("recipe", bands.Recipe);
            Number(json, "coverage", bands.Coverage);
            Number(json, "confidence", bands.Confidence);
            json.WriteNumber("bandCount", bands.BandCount);
            Write(json, bands.Provenance);
            json.WriteStartArray("bands");
            foreach (var band in bands.Bands)
                Write(json, band);
            json.WriteEndArray();
            json.WriteStartArray("differences");
            foreach (var difference in bands.Differences)
                Write(json, difference);
            json.WriteEndArray();
            Write(json, "students", bands.Students);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Provenance provenance)
    {
        json.WriteStartObject("provenance");
        json.WriteString("data", provenance.Data);
        json.WriteString("device", provenance.Device);
        json.WriteString("library", provenance.Library);
        json.WriteString("date", provenance.Date);
        json.WriteString("note", provenance.Note);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TrainedBand band)
    {
        json.WriteStartObject();
        json.WriteString("variant", band.Variant);
        json.WriteString("measure", band.Measure);
        json.WriteString("definition", RunTable.Definitions[(int)band.Definition]);
        json.WriteNumber("runs", band.Runs);
        json.WriteNumber("diverged", band.Diverged);
        Number(json, "mean", band.Mean);
        Number(json, "deviation", band.Deviation);
        Number(json, "smallest", band.Smallest);
        Number(json, "largest", band.Largest);
        json.WriteString("method", Methods[(int)band.Method]);
        Number(json, "factor", band.Factor);
        if (band.Normality is { } normality)
            Number(json, "normality", normality);
        Ends(json, band.Interval);
        json.WriteStartObject("uncorrected");
        Ends(json, band.Uncorrected);
        json.WriteEndObject();
        if (band.Wider is { } wider)
        {
            json.WriteStartObject("wider");
            Ends(json, wider.Interval);
            json.WriteNumber("settings", wider.Settings);
            json.WriteNumber("planned", wider.Planned);
            json.WriteNumber("runs", wider.Runs);
            json.WriteEndObject();
        }

        json.WriteStartArray("others");
        foreach (var other in band.Others)
        {
            json.WriteStartObject();
            json.WriteString("definition", RunTable.Definitions[(int)other.Definition]);
            Ends(json, other.Interval);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "heldOut", band.HeldOut);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TrainedDifference difference)
    {
        json.WriteStartObject();
        json.WriteString("from", difference.From);
        json.WriteString("to", difference.To);
        json.WriteString("measure", difference.Measure);
        json.WriteNumber("runs", difference.Runs);
        json.WriteBoolean("shared", difference.Shared);
        Number(json, "mean", difference.Mean);
        Number(json, "deviation", difference.Deviation);
        Ends(json, difference.Interval);
        json.WriteStartObject("meanInterval");
        Ends(json, difference.MeanInterval);
        json.WriteEndObject();
        Number(json, "noise", difference.Noise);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, HeldOut? heldOut)
    {
        if (heldOut is null)
            return;
        json.WriteStartObject(name);
        json.WriteNumber("runs", heldOut.Runs);
        json.WriteNumber("inside", heldOut.Inside);
        json.WriteStartObject("rejects");
        Ends(json, heldOut.Rejects);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Ends(Utf8JsonWriter json, Limits interval)
    {
        Number(json, "low", interval.Low);
        Number(json, "high", interval.High);
    }

    /// <summary>As a decimal, exactly: every number here ends after a few places.</summary>
    private static void Number(Utf8JsonWriter json, string name, Rational number)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(number.ToDecimal(4));
    }
}
