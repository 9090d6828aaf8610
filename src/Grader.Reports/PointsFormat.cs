using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>Points as reports show them: rounded to four decimals, no trailing zeros.</summary>
internal static class PointsFormat
{
    private const int Decimals = 4;

    public static string Text(Rational points)
    {
        var text = points.ToDecimal(Decimals);
        return text.TrimEnd('0').TrimEnd('.');
    }

    public static decimal Json(Rational points) => decimal.Parse(Text(points), System.Globalization.CultureInfo.InvariantCulture);
}
