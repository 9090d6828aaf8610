using System.Text.Json;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>A counted share in JSON: the count, and beside it its interval, from 0 to 1 at 95 %.</summary>
internal static class JsonShare
{
    private const int Decimals = 8;

    public static void Write(Utf8JsonWriter json, string name, int count, int of)
    {
        json.WriteNumber(name, count);
        var (low, high) = new MeasuredShare(count, of).Interval;
        WriteInterval(json, name + "Interval", low, high);
    }

    public static void WriteInterval(Utf8JsonWriter json, string name, double low, double high)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(Rounded(low));
        json.WriteNumberValue(Rounded(high));
        json.WriteEndArray();
    }

    public static double Rounded(double number) => Math.Round(number, Decimals);
}
