using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>Points as reports show them: rounded to four decimals, no trailing zeros.</summary>
public static class PointsFormat
{
    private const int Decimals = 4;

    public static string Text(Rational points)
    {
        var text = points.ToDecimal(Decimals);
        return text.TrimEnd('0').TrimEnd('.');
    }

    /// <summary><c>1 point</c>, <c>2.5 points</c>.</summary>
    public static string Counted(Rational points) => points == Rational.One ? "1 point" : Text(points) + " points";

    public static decimal Json(Rational points) => decimal.Parse(Text(points), System.Globalization.CultureInfo.InvariantCulture);
}
