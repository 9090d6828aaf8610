using System.Globalization;
using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>A training band drawn from its numbers: the band, the wider one around it, the mean of the reference runs, and the student's figure. The same is said in words.</summary>
internal static class BandStrip
{
    private const double Width = 240;
    private const double Height = 30;

    /// <summary>Of the drawing's width, what is left free at each side of the widest band; a figure further off is drawn at the edge.</summary>
    private const double Margin = 0.15;

    public static void Write(HtmlPage page, FigureInBand band)
    {
        var (low, high) = (band.Low.ToDouble(), band.High.ToDouble());
        var (first, last) = band.Wider is { } around ? (Math.Min(low, around.Low.ToDouble()), Math.Max(high, around.High.ToDouble())) : (low, high);
        var span = Math.Max(last - first, 1e-9);
        double At(double value) => Math.Clamp((Margin + ((value - first) / span * (1 - (2 * Margin)))) * Width, 4, Width - 4);

        page.Inside("div", "band", () =>
        {
            page.Element("svg", [("role", "img"), ("aria-label", Say(band)), ("viewBox", $"0 0 {Text(Width)} {Text(Height)}"), ("width", Text(Width)), ("height", Text(Height))], () =>
            {
                page.Element("line", [("class", "axis"), ("x1", "0"), ("y1", "15"), ("x2", Text(Width)), ("y2", "15")]);
                if (band.Wider is { } wider)
                    Range(page, "wider", At(wider.Low.ToDouble()), At(wider.High.ToDouble()), 8);
                Range(page, "narrow", At(low), At(high), 14);
                var mean = Text(At(band.Mean.ToDouble()));
                page.Element("line", [("class", "mean"), ("x1", mean), ("y1", "8"), ("x2", mean), ("y2", "22")]);
                if (band.Figure is { } figure)
                    Mark(page, At(figure.ToDouble()), IsInside(band, figure));
            });
            page.Element("p", [("class", "soft"), ("aria-hidden", "true")], () => page.Text($"band {Number(band.Low)}–{Between(band.High, band.Unit)}{(band.Wider is { } wide ? $", wider {Number(wide.Low)}–{Between(wide.High, band.Unit)}" : "")}"));
        });
    }

    /// <summary>A disc inside the band, a diamond outside: told apart by form.</summary>
    private static void Mark(HtmlPage page, double x, bool isInside)
    {
        if (isInside)
            page.Element("circle", [("class", "figure"), ("cx", Text(x)), ("cy", "15"), ("r", "4.5")]);
        else
            page.Element("path", [("class", "figure outside"), ("d", $"M{Text(x)} 8l7 7l-7 7l-7 -7z")]);
    }

    private static void Range(HtmlPage page, string style, double from, double to, int height) =>
        page.Element("rect", [("class", style), ("x", Text(from)), ("y", Text(15 - (height / 2.0))), ("width", Text(to - from)), ("height", Text(height))]);

    private static string Say(FigureInBand band)
    {
        var figure = band.Figure is { } read ? $"{Between(read, band.Unit)} is {(IsInside(band, read) ? "inside" : "outside")} the band" : "The band";
        var wider = band.Wider is { } around ? $"; over other ways of training {Number(around.Low)} to {Between(around.High, band.Unit)}" : "";
        return $"{figure} of {Number(band.Low)} to {Between(band.High, band.Unit)}; mean of {band.Runs} reference runs {Between(band.Mean, band.Unit)}{wider}.";
    }

    private static bool IsInside(FigureInBand band, Rational figure) => band.Low <= figure && figure <= band.High;

    private static string Between(Rational number, string unit) => unit.Length > 0 ? $"{Number(number)} {unit}" : Number(number);

    private static string Number(Rational number)
    {
        var shown = number.ToDecimal(2);
        return shown.Contains('.', StringComparison.Ordinal) ? shown.TrimEnd('0').TrimEnd('.') : shown;
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
