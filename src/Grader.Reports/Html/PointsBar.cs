using System.Globalization;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>Points as a bar: what is sure, what is pending, what is lost.</summary>
internal static class PointsBar
{
    private const int Width = 400;

    public static void Write(HtmlPage page, Rational points, Rational pending, Rational max)
    {
        if (max.Sign <= 0)
            return;
        var label = $"{PointsFormat.Text(points)} sure, {PointsFormat.Text(pending)} pending, {PointsFormat.Text(max - points - pending)} lost";
        page.Element("svg", [("class", "bar"), ("role", "img"), ("aria-label", label), ("viewBox", $"0 0 {Width} 10"), ("preserveAspectRatio", "none")], () =>
        {
            Part(page, "lost", 0, Width);
            Part(page, "pending", 0, Share(points + pending, max));
            Part(page, "sure", 0, Share(points, max));
        });
    }

    private static double Share(Rational points, Rational max) => Math.Clamp((points / max).ToDouble(), 0, 1) * Width;

    private static void Part(HtmlPage page, string style, double from, double width) =>
        page.Element("rect", [("class", style), ("x", from.ToString("0.##", CultureInfo.InvariantCulture)), ("y", "0"), ("width", width.ToString("0.##", CultureInfo.InvariantCulture)), ("height", "10")]);
}
