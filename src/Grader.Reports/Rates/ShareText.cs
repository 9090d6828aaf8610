using System.Globalization;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>A counted share as people read it: the count, and in percent the ends of its interval.</summary>
internal static class ShareText
{
    /// <summary><c>0 (0 to 0.06 %)</c>; <c>-</c> where nothing was counted.</summary>
    public static string Of(int count, int of)
    {
        if (of == 0)
            return "-";
        var (low, high) = new MeasuredShare(count, of).Interval;
        return $"{count} ({Percent(low)} to {Percent(high)} %)";
    }

    /// <summary>Of how many, too: <c>0 of 21 (0 to 16 %)</c>.</summary>
    public static string OfSome(int count, int of) => of == 0 ? "-" : Of(count, of).Replace(" (", $" of {of} (", StringComparison.Ordinal);

    /// <summary>With two significant digits.</summary>
    public static string Percent(double share)
    {
        var percent = share * 100;
        if (percent is <= 0 or >= 99.95)
            return percent <= 0 ? "0" : "100";
        var decimals = Math.Clamp(1 - (int)Math.Floor(Math.Log10(percent)), 0, 6);
        return Math.Round(percent, decimals).ToString("0.######", CultureInfo.InvariantCulture);
    }
}
